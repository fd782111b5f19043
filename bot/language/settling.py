"""From statements to a household: how the statements of one message hang together."""

from collections.abc import Sequence

from bot.domain.forms import Slot
from bot.domain.readings import Doubt, Intent
from bot.language.having import done, nobody
from bot.language.household import LARGEST, Household, are_details
from bot.language.lacking import not_done
from bot.language.naming import only_named, total
from bot.language.statements import Statement
from bot.language.states import State
from bot.language.tags import Tag

#: Behind these another subject is spoken of.
_CONTRASTS = frozenset({"nhung", "con", "ma", "rieng", "tuy", "but", "trong"})
#: With this many unknown words in its clause a number may mean anything.
MOST_UNREAD = 3
_DOUBTFUL = {
    Tag.VAGUE: Doubt.VAGUE,
    Tag.RANGE: Doubt.OUT_OF_RANGE,
    Tag.EXCEPT: Doubt.EXCEPT,
    Tag.DEVICES: Doubt.WHICH_SLOT,
}


def household_of(statements: Sequence[Statement], asked: Slot | None) -> Household:
    """Read the statements one after the other."""
    home = Household(asked=asked)
    ended = False
    for said in statements:
        if ended and asked is not Slot.FAMILY_TOTAL:
            home.waiting.clear()
        if _is_heading(said):
            home.heading, ended = said.state, False
            continue
        ended = said.ends_sentence
        if not _is_about_others(home, said) and not _is_uncertain(home, said):
            _correct(home, said)
            _share_heading(home, said)
            _share_predicate(home, said)
            _read(home, said)
            home.last = said.state or home.last
        if said.names_someone:
            home.topic = said
    _speaker_from_context(home, statements)
    home.conclude()
    return home


def _speaker_from_context(home: Household, statements: Sequence[Statement]) -> None:
    """What a message that never says so tells of the speaker."""
    if home.me is not None or home.asked not in (None, Slot.SELF_DONE):
        return
    silent = not any(said.kin or said.question or said.state for said in statements)
    if home.asked is Slot.SELF_DONE and silent and not home.doubts and "trouble" in home.reasons:
        home.me = State.NOT  # "máy em hết dung lượng rồi cô", asked whether it is done
    if home.done == 1 and _calls_herself(statements):
        home.doubt(Doubt.WHICH_SLOT)


def _calls_herself(statements: Sequence[Statement]) -> bool:
    """As in "chị cài rồi cô": a sister, or an older parent speaking of herself?"""
    names = {name for said in statements for name in said.kin}
    return names in ({"chi"}, {"anh"}) and not any(said.me for said in statements)


def _read(home: Household, said: Statement) -> None:
    home.reasons += said.reasons
    if said.state is State.PROMISE:
        home.reasons.append("later")
    if _describes_one_of_many(said):
        said.state = None
    if _has_no_number(home, said):
        return
    total(home, said)
    if said.state is None and said.has(Tag.NOBODY):
        nobody(home, said)
    elif said.state is None:
        only_named(home, said)
    elif said.state is State.DONE:
        done(home, said)
    else:
        not_done(home, said)


# --- statements that book nothing ---------------------------------------------------------------------


def _is_about_others(home: Household, said: Statement) -> bool:
    """A class, friends, neighbours: theirs is not the speaker's household, nor are "5 em" behind them."""
    numbers = said.count is not None or said.fraction is not None
    if Tag.INTENT in said.tags and any(span.value is Intent.FOR_OTHERS for span in said.clause.spans):
        home.others = home.proxy = True
        home.doubt(Doubt.OTHER_PEOPLE)
    class_report = numbers and any(span.value == "class" for span in said.clause.spans)
    # "em là Hoa, giáo viên trường Hòa Bình 2, …" counts nobody.
    introduction = home.introduced and said.has(Tag.OTHERS) and said.state is None
    of_the_speaker = home.introduced and _is_plain_report(said)
    home.introduced = said.has(Tag.INTRO) or introduction or _is_name(said)
    if said.has(Tag.OTHERS) or class_report:
        home.others = True
        if not introduction and (said.state is not None or numbers):
            home.doubt(Doubt.OTHER_PEOPLE)
    elif said.me or of_the_speaker or said.has(Tag.FAMILY, Tag.WHOLE):
        home.others = False
    return home.others


def _is_name(said: Statement) -> bool:
    """As in "Em Nguyễn Thị Gấm, …", "Tôi, Nguyễn Văn Phước, …": words that only the pronoun explains."""
    return (
        said.state is None and not said.kin and said.tags <= {Tag.SELF, Tag.UNKNOWN, Tag.RESPECT, Tag.NUMBER}
    )


def _is_plain_report(said: Statement) -> bool:
    """As in "…, kế toán trường Vị Thủy, đã cài rồi": who introduced herself goes on, and counts nobody."""
    return said.state is State.DONE and said.tags <= {Tag.DID, Tag.VERB, Tag.APP, Tag.PAST, Tag.NOW}


def _is_uncertain(home: Household, said: Statement) -> bool:
    """Questions, conditions and hearsay book nothing; numbers in them are asked for again."""
    if said.has(Tag.UNSURE):
        home.doubt(Doubt.HEARSAY, said.count)
        return True
    if said.has(Tag.SHARED):
        home.doubt(Doubt.SHARED)
    if said.state is State.DONE and any(span.value == "who" for span in said.clause.spans):
        return True  # "ai nói em cài rồi": nobody did
    if said.has(Tag.INSTEAD) and said.state is State.NOT:
        if said.has(Tag.VERB):
            home.doubt(Doubt.DOUBLE_NEGATION)
            home.me = State.DONE
        return True
    conditional = said.has(Tag.IF) and said.state is not State.PROMISE
    if said.question or conditional:
        if said.count is not None or said.fraction or said.has(Tag.ALONE, Tag.INCLUDING, Tag.EXCLUDING):
            home.doubt(Doubt.NOT_AN_ANSWER, said.count)
        return True
    return False


def _has_no_number(home: Household, said: Statement) -> bool:
    """Vague or impossible numbers, exceptions, and relatives who live elsewhere: nothing is counted."""
    if said.count is not None and said.count > LARGEST + 1:
        home.doubt(Doubt.OUT_OF_RANGE, said.count)
    doubtful = not said.tags.isdisjoint(_DOUBTFUL)
    if doubtful:
        for tag, doubt in _DOUBTFUL.items():
            if tag in said.tags:
                home.doubt(doubt, said.count)
    if Tag.UNKNOWN in said.tags and (said.kin or said.count is not None):
        unread = sum(span.tag is Tag.UNKNOWN for span in said.clause.spans)
        if unread >= MOST_UNREAD:
            home.doubt(Doubt.NOT_UNDERSTOOD, said.count)
    asked_how_many = home.asked in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE)
    if said.has(Tag.SOME) and asked_how_many and said.state is None:
        home.doubt(Doubt.VAGUE)
    if said.second not in (None, said.count):
        _two_numbers(home, said)
        return True
    if said.clause.before == "con" and said.has(Tag.ALSO) and said.state is None and home.done is not None:
        home.doubt(Doubt.WHICH_SLOT, said.count)  # "2 rồi, còn 1 nữa": one more, or one left?
        return True
    if said.has(Tag.ABSENT) and not said.has(Tag.VERB) and (said.kin or said.has(Tag.FAMILY)):
        home.absent = home.absent or (bool(said.kin) and home.asked is Slot.FAMILY_TOTAL)
        return True
    return Doubt.OUT_OF_RANGE in home.doubts or (doubtful and not said.me)


def _two_numbers(home: Household, said: Statement) -> None:
    """As in "nhà em 5 người cài 3": the first is the household; is the speaker among the second?"""
    if said.has(Tag.FAMILY, Tag.WHOLE):
        total(home, said)
        home.doubt(Doubt.INCLUSIVE, said.second)
    else:
        home.doubt(Doubt.WHICH_SLOT)


# --- how statements hang together ---------------------------------------------------------------------


def _correct(home: Household, said: Statement) -> None:
    """As in "nhầm, 4 người": what comes now replaces what came before."""
    if said.has(Tag.WRONG, Tag.INSTEAD):
        home.corrects = True
        if said.has(Tag.WRONG) and home.asked is not Slot.CONFIRM:
            home.loose = home.total = home.done = None
            home.doubts.clear()


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
        home.total, home.inclusive = home.listed(), any(before.me for before in home.waiting)
        home.waiting.clear()
    if said.clause.before in _CONTRASTS:
        if home.asked is Slot.FAMILY_DONE and said.state is not State.DONE:
            for before in home.waiting:  # "bố và anh trai, còn mẹ thì chưa"
                home.place(before.kin, State.DONE)
        home.waiting.clear()
    if said.names_someone and said.clause.before.isalpha():  # "má giữ điện thoại nên em chưa cài"
        home.waiting.clear()
    if any(_named_again(said, before) for before in home.waiting):
        home.waiting.clear()  # "em ở với cậu mợ, cậu cài rồi": a list, then one by one
    for before in home.waiting:
        if not are_details(said.kin, before.kin):
            said.me = said.me or before.me
            if "ba" in before.kin and "ba" in said.kin:  # "ba, bà đã cài"
                said.kin["ba 2"] = said.kin.pop("ba")
            said.kin = before.kin | said.kin
    home.waiting.clear()


def _is_heading(said: Statement) -> bool:
    """As in "Đã cài: em, má. Chưa cài: ba": what is said of all those named behind the colon."""
    stated = said.state in (State.DONE, State.NOT) and said.clause.after == ":" and not said.reasons
    return stated and not said.names_someone and not said.question and said.has(Tag.VERB)


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


def _describes_one_of_many(said: Statement) -> bool:
    """As in "chồng với 1 con nhỏ mới sinh": the newborn only, and nothing about having it."""
    if said.rule != "prevented" or len(said.kin) < 2:
        return False
    return set(said.reasons) <= {"too_young", "too_old"} and not said.has(Tag.NOT, Tag.VERB)
