"""How the statements of one message hang together: corrections, headings, "ổng", a predicate for several."""

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.having import says_only_me
from bot.language.household import Household, are_details
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag

#: Behind these another subject is spoken of.
_CONTRASTS = frozenset({"nhung", "con", "ma", "rieng", "tuy", "but", "trong", "chu", "cho"})  # chứ, chớ
#: How somebody named before is called for short.
_SHORT = frozenset({"ong", "anh", "chi", "co", "chu", "bac", "di", "cau", "be", "mo"})
#: The first words of the names of parents, whom a child who is grown up also calls "bà" and "ông".
PARENTS = {"she": frozenset({"me", "ma", "u", "bu", "bam"}), "he": frozenset({"ba", "bo", "cha", "tia"})}
_OLD = frozenset({"gia"})
_SIXTY = 60
_FEMALE = frozenset({"vo", "me", "ma", "chi", "co", "di", "mo", "thim", "u", "bu", "bam"})


def hang_together(home: Household, said: Statement) -> None:
    """Complete a statement with what was said before it, and what was said before with it."""
    if said.forgets:
        _remembered(home, said)
    if said.has(Tag.WRONG, Tag.INSTEAD):
        _correct(home, said)
    _share_heading(home, said)
    _name_the_counted(home, said)
    if said.group and home.waiting:
        _named_together(home, said)
    if Doubt.INCLUSIVE in home.doubts:
        _are_those_counted(home, said)
    if said.kin:
        _old_parent(home, said)
        _called_shortly(home, said)
    if Tag.THEY in said.all_tags:
        _meant_again(home, said)
    _share_predicate(home, said)
    _try_failed(home, said)


def _correct(home: Household, said: Statement) -> None:
    """As in "nhầm, 4 người": what comes now replaces what came before."""
    if said.slipped:
        home.corrects = True
        said.count = said.state = None
        said.kin, said.me = {}, False
    elif _repeats_a_slip(said):
        home.corrects = True
        said.count = said.state = None
        said.kin = {}
        if home.loose is None and home.total is None and home.done is None:
            home.doubt(Doubt.WHICH_SLOT)
    else:
        home.corrects = True
        if said.has(Tag.WRONG) and home.asked is not Slot.CONFIRM:
            home.loose = home.total = home.done = None
            home.doubts = [doubt for doubt in home.doubts if doubt is Doubt.NOT_UNDERSTOOD]


def _named_together(home: Household, said: Statement) -> None:
    """As in "em ở với bà ngoại, có hai bà cháu": the grandmother, once more."""
    named = {name.split()[0] for before in home.waiting for name in before.kin}
    if said.state is None and named <= said.group and said.kin == {"together": home.listed()}:
        home.waiting.clear()


def _remembered(home: Household, said: Statement) -> None:
    """As in "4 người, à quên bà cố, 5", "4 mới đúng, quên đứa em út": why the number changed."""
    of_a_number = home.loose is not None or home.corrects
    if said.forgets and said.count is None and said.state is None and of_a_number:
        said.kin, said.reasons = {}, []
        if not home.corrects:
            home.loose = None  # the number before it was too small


def _repeats_a_slip(said: Statement) -> bool:
    """As in "4 chứ, lúc nãy em bấm nhầm 3": the number behind the slip is what was typed by mistake."""
    spans = said.clause.spans
    return Tag.WRONG in said.all_tags and any(
        span.tag is Tag.WRONG
        and span.value == "slip"
        and spans[at + 1].tag in (Tag.NUMBER, Tag.PEOPLE)
        and said.second is None
        for at, span in enumerate(spans[:-1])
    )


def _name_the_counted(home: Household, said: Statement) -> None:
    """As in "3 người cài (em, chồng, con lớn)": those just counted, by name."""
    topic = home.topic
    counted = topic is not None and topic.count is not None and topic.state is State.DONE
    within = home.naming or (said.clause.before == "(" and counted)
    home.naming = within and said.clause.after not in (")", "")
    if not within or said.state is not None:
        return
    if Doubt.INCLUSIVE in home.doubts:
        said.state = State.DONE if said.me or said.kin else None
    else:  # the number is booked already
        said.kin = {}


def _are_those_counted(home: Household, said: Statement) -> None:
    """As in "nhà 5 người có 2 người cài thôi, em với mẹ": exactly those just counted, by name."""
    topic = home.topic
    if topic is None or topic.state is not State.DONE:
        return
    number = home.number
    named = said.me + sum(said.kin.values())
    if said.state is not None or said.count is not None or number is None or named != number:
        return
    if home.done is None and home.me is None and said.tags <= _LISTED:
        home.doubts.remove(Doubt.INCLUSIVE)
        home.number = None
        said.state = State.DONE


def _called_shortly(home: Household, said: Statement) -> None:
    """As in "ông xã em chạy xe, ông cài rồi": the same one, by the first word of the name."""
    named = {name: number for before in home.waiting for name, number in before.kin.items()}
    named |= dict.fromkeys(home.members, 1)
    shorts = _SHORT | {"ba"} if said.elder == "she" else _SHORT
    for short in shorts & said.kin.keys():
        meant = [name for name in named if name.startswith(f"{short} ") and named[name] == 1]
        if len(meant) == 1 and short not in named and meant[0] not in said.kin:
            said.kin[meant[0]] = said.kin.pop(short)
            home.waiting = [before for before in home.waiting if set(before.kin) != {meant[0]} or before.me]


def _meant_again(home: Household, said: Statement) -> None:
    """As in "ông xã em bận, ổng cài rồi": whoever was named last; without anybody named, one relative."""
    theirs = [span for span in said.clause.spans if span.tag is Tag.THEY and span.value]
    if theirs and said.state is None and said.tags <= _LISTED | {Tag.THEY, Tag.PEOPLE}:
        _listed_shortly(home, said, {str(span.value) for span in theirs})
        return
    if theirs and said.me and said.state is not None and said.has(Tag.WITH) and not said.kin:
        _listed_shortly(home, said, {str(span.value) for span in theirs})  # "em với ảnh thì xong rồi"
        return
    if not theirs or said.me or said.kin or said.count is not None or said.state is None:
        return
    topic = home.topic
    sexes = {str(span.value) for span in theirs}
    if topic is None or not topic.kin:
        said.kin = dict.fromkeys(sexes, 1)
    elif sum(topic.kin.values()) == len(sexes) == 1 and _may_be(next(iter(topic.kin)), sexes.pop()):
        said.kin = dict(topic.kin)
        home.waiting = [before for before in home.waiting if before is not topic]
    else:
        home.doubt(Doubt.WHICH_SLOT)


def _listed_shortly(home: Household, said: Statement, sexes: set[str]) -> None:
    """As in "má chồng tui, ổng, thằng Tí", "bả với hai đứa nhỏ": the spouse, unless it was somebody named."""
    named = [*home.members, *(name for before in home.waiting for name in before.kin)]
    if any(_may_be(name, sex) for name in named for sex in sexes if name.split()[0] not in _YOUNG):
        home.doubt(Doubt.WHICH_SLOT)
    said.kin |= dict.fromkeys(sexes, 1)


_YOUNG = frozenset({"con", "chau", "be", "thang", "dua", "nhoc", "em"})


def _old_parent(home: Household, said: Statement) -> None:
    """As in "trong nhà còn mẹ già 82 tuổi, bà không biết chữ": the same person by another word."""
    topic = home.topic
    if not said.elder or topic is None or len(said.kin) != 1 or len(topic.kin) != 1 or topic.me:
        return
    name = next(iter(topic.kin))
    old = not _OLD.isdisjoint(name.split()) or any(
        _is_old(span.value) for told in (topic, said) for span in told.clause.spans if span.tag is Tag.AGE
    )
    old = old or "too_old" in (*topic.reasons, *said.reasons)
    if old and topic.kin[name] == 1 and name.split()[0] in PARENTS[said.elder]:
        said.kin = {name: 1}
        said.elder = ""
        if not home.lists:
            home.waiting = [before for before in home.waiting if before is not topic]


def _is_old(age: object) -> bool:
    return isinstance(age, int) and age >= _SIXTY


def _may_be(name: str, sex: str) -> bool:
    """Whether "ổng" or "bả" can be this relative."""
    female = name.split()[0] in _FEMALE or name in ("ba noi", "ba ngoai", "ba xa", "ba")
    return sex == ("she" if female else "he") or name == "ba"


def _share_heading(home: Household, said: Statement) -> None:
    """Whoever is named behind "Đã cài:" has it, until something else is said."""
    if said.has(Tag.FAMILY, Tag.WHOLE) or (said.state is not None and said.names_someone):
        home.heading = None
    elif said.state is None and home.heading is not None and (said.me or said.kin):
        said.state = home.heading


def _share_predicate(home: Household, said: Statement) -> None:
    """As in "bố mẹ, em trai đã cài": people named before the comma share what is said after it."""
    goes_on = (said.has(Tag.ALSO) and not (said.clause.before == "con" and home.done is not None)) or (
        home.served and said.kin and not said.reasons and not said.has(Tag.FAMILY)
    )
    if said.state is None and goes_on and said.names_someone:
        said.state = home.last
    home.served = said.has(Tag.FOR) and said.state is State.DONE and said.clause.after == ","
    if said.state is None:
        return
    if home.lists and home.waiting:  # "nhà em có ba má và em, …": that was the household
        home.end_list()
    if said.clause.before in _CONTRASTS:
        if home.asked is Slot.FAMILY_DONE and said.state is not State.DONE:
            for before in home.waiting:  # "bố và anh trai, còn mẹ thì chưa"
                home.place(before.kin, State.DONE)
        home.waiting.clear()
    if said.names_someone and said.clause.before.isalpha():  # "má giữ điện thoại nên em chưa cài"
        home.waiting.clear()
    if said.me and says_only_me(said):
        home.waiting.clear()  # "bác gái không biết chữ, có mình bác cài"
    if any(_named_again(said, before) for before in home.waiting):
        home.waiting.clear()  # "em ở với cậu mợ, cậu cài rồi": a list, then one by one
    for before in home.waiting:
        _share_with(home, said, before)
    home.waiting.clear()


def _share_with(home: Household, said: Statement, before: Statement) -> None:
    """Take in who was named before, unless that was said of them alone."""
    if _explains_itself(before) and said.state is State.DONE and said.kin:
        home.missing += sum(before.kin.values())
    elif _only_these(home, before) and (said.kin or _is_plural(said)) and said.state is not State.DONE:
        home.place(before.kin, State.DONE)
    elif home.asked is Slot.FAMILY_DONE and said.kin and _is_of_an_age(said) and before.tags <= _LISTED:
        if "too_young" in said.reasons and not _GROWN_UP.isdisjoint(name.split()[0] for name in before.kin):
            home.place(before.kin, State.DONE)  # "có bà xã, con còn nhỏ"
        else:
            home.doubt(Doubt.WHICH_SLOT)  # "mẹ, bà ngoại già rồi": who of them?
    elif (
        not _is_another_matter(before, said)
        and not _tells_of_herself(before, said)
        and not are_details(said.kin, before.kin)
    ):
        said.me = said.me or before.me
        if "ba" in before.kin and "ba" in said.kin and before.tags <= _LISTED:  # "ba, bà đã cài"
            said.kin["ba 2"] = said.kin.pop("ba")
        said.kin = before.kin | said.kin


_GROWN_UP = frozenset({"vo", "chong", "me", "ma", "bo", "cha", "tia", "ba", "ong"})


def _is_of_an_age(said: Statement) -> bool:
    return said.rule == "prevented" and set(said.reasons) <= {"too_young", "too_old"}


def _only_these(home: Household, before: Statement) -> bool:
    """As in "chỉ mẹ thôi, ba chưa", asked how many have it; "mới 9 tuổi" is an age."""
    return home.asked is Slot.FAMILY_DONE and before.has(Tag.ONLY) and not before.has(Tag.AGE)


def _is_plural(said: Statement) -> bool:
    """As in "có mình ông xã em thôi, mấy đứa nhỏ chưa có điện thoại"."""
    return not said.me and any(span.tag is Tag.VAGUE and span.value == "plural" for span in said.clause.spans)


def _is_another_matter(before: Statement, said: Statement) -> bool:
    """As in "má với ba đi bán chưa về, em cài rồi": what was said of them was complete."""
    if not before.kin or before.me or said.has(Tag.EVERY, Tag.ALSO):
        return False
    speaks_of_herself = said.me and not said.kin and before.has(Tag.UNKNOWN, Tag.LABEL)
    return speaks_of_herself or ((before.busy or before.elsewhere) and (said.me or bool(said.kin)))


def _tells_of_herself(before: Statement, said: Statement) -> bool:
    """As in "em ở ktx, bố mẹ dưới quê cài rồi": where she lives, and no share in what is said of others."""
    another = bool(said.kin) or said.has(Tag.EXCLUDING)  # "em báo nha, trừ em ra thì ai cũng cài"
    return before.me and not before.kin and another and not said.me and before.elsewhere


def _explains_itself(before: Statement) -> bool:
    """As in "bà nội mắt mờ, má thì cài rồi": who is said to be too old has no share in it."""
    return bool(before.kin) and not {"too_old", "too_young"}.isdisjoint(before.reasons)


def _try_failed(home: Household, said: Statement) -> None:
    """As in "hôm qua em thử cài mà không đủ dung lượng": no "rồi" says that it came to an end."""
    failed = said.state not in (State.NOT, State.GONE) and not said.names_someone  # else it says so
    if home.tried and said.reasons and said.clause.before in ("ma", "nhung") and failed:
        home.doubt(Doubt.CONTRADICTION)
        home.me = None


def is_heading(said: Statement) -> bool:
    """As in "Đã cài: em, má. Chưa cài: ba": what is said of all those named behind the colon."""
    stated = said.state in (State.DONE, State.NOT) and said.clause.after == ":" and not said.reasons
    return stated and not said.names_someone and not said.question and said.has(Tag.VERB)


def is_other_heading(said: Statement) -> bool:
    """As in "Đã cài: bố, mẹ. Chưa: bà"."""
    denied = said.state is State.NOT and said.clause.after == ":"
    return denied and not said.question and said.tags <= {Tag.NOT}


#: Of what one of a list consists: "ba, bà đã cài"; "ba em là công an, ba cài rồi" is one father.
_LISTED = frozenset({Tag.KIN, Tag.SELF, Tag.WITH, Tag.RESPECT, Tag.HAVE, Tag.FAMILY, Tag.ONLY})


def is_listed(said: Statement) -> bool:
    """As one line of "em", "bố em", "mẹ em đã cài": more names follow."""
    return said.state is None and bool(said.kin or said.me) and said.tags <= _LISTED


def _named_again(said: Statement, before: Statement) -> bool:
    """Whether somebody named before is the subject now: the same name, or one of a pair.

    Never by "ba" alone, which may be bà: "ba, bà đã cài" are two.
    """
    if said.me and before.me and before.kin:
        return True
    if not before.has(Tag.FAMILY, Tag.WITH, Tag.SELF):  # "mẹ, em gái, em gái út cài rồi" goes on listing
        return False
    return any(
        name == earlier != "ba" or _is_one_of(name, earlier, before.kin[earlier])
        for name in said.kin
        for earlier in before.kin
    ) or any(_is_one_of(earlier, name, said.kin[name]) for name in said.kin for earlier in before.kin)


def _is_one_of(name: str, of: str, persons: int) -> bool:
    """As "cậu" is one of "cậu mợ", and "ông bà" are "ông bà ngoại"."""
    if persons != 2 or name == of:
        return False
    one_of_two = name in of.split() and len(of.split()) == 2 and (name, of) != ("ba", "ong ba")
    return one_of_two or (" " in name and of.startswith(f"{name} "))
