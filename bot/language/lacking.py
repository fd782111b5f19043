"""Statements that somebody has not done it: not yet, cannot, will, is doing it, undid it."""

from collections.abc import Callable

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.having import nobody
from bot.language.household import Household
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag

#: Reasons for which a person cannot: they leave the count of those who could.
EXEMPTING = frozenset({"no_smartphone", "incompatible", "too_young", "too_old"})
#: Nobody says of them that they are too young.
_ADULTS = frozenset(
    {"vo", "chong", "me", "ma", "ba", "bo", "ba me", "bo me", "ba ma", "ong ba", "ba noi", "ong noi"}
)
_BECAUSE = ("vi", "do", "tai", "boi")

Rule = Callable[[Household, Statement], None]


def not_done(home: Household, said: Statement) -> None:
    """Book who has not, and who cannot."""
    if said.me:
        _speaker(home, said)
    elif said.state is State.GONE and said.kin and home.me is State.DONE:
        home.doubt(Doubt.CONTRADICTION)  # "cài rồi mà con gái xóa mất": hers, or the speaker's?
        home.me = None
        return
    rule = _rule_for(said)
    if rule is not None:
        rule(home, said)


def _rule_for(said: Statement) -> Rule | None:
    """Whom the statement is about decides how it counts."""
    someone = said.me or bool(said.kin)
    about_home = said.has(Tag.FAMILY) and not someone and said.count is None
    if Tag.NOBODY in said.tags:
        return _nobody
    only = Tag.ONLY in said.tags and Tag.AGE not in said.tags  # not "nhóc út mới 2 tuổi thì khỏi"
    if only and said.kin and not said.reasons and not said.me:
        return _all_but
    if Tag.WHOLE in said.tags or about_home:
        return _everyone
    if Tag.REST in said.tags and not someone:
        return _the_rest
    if Tag.EVERY in said.tags and not someone and not said.reasons and not _at_all(said):
        return _not_all
    if said.kin or said.count is not None:
        return _some
    return None if said.me else _someone


def _at_all(said: Statement) -> bool:
    """As in "chưa cài cả": none of them, where "chưa cài hết" may be some."""
    return all(span.value == "at all" for span in said.clause.spans if span.tag is Tag.EVERY)


def _exempts(said: Statement) -> bool:
    return any(reason in EXEMPTING for reason in said.reasons)


def _speaker(home: Household, said: Statement) -> None:
    """The speaker has not — after "em cài rồi" only if it was undone since."""
    if set(said.reasons) == {"too_young"} and home.asked is not Slot.SELF_DONE:
        home.doubt(Doubt.WHICH_SLOT)  # "em Bo mới biết đi": who writes is hardly that young
        return
    home.hindered = said.rule == "forbidden"  # "mẹ không cho em cài nhưng em lén cài rồi"
    told = home.me is State.DONE and not home.implied and not _only_loaded(home, said)
    if told and said.state in (State.NOT, State.PROMISE) and not home.corrects:
        home.doubt(Doubt.CONTRADICTION)
        home.me = None
    else:
        home.me = said.state


def _only_loaded(home: Household, said: Statement) -> bool:
    """As in "em có tải về nhưng chưa kịp cài": the one is not the other."""
    if home.tried and said.tags <= {Tag.NOT, Tag.CAN, Tag.DID} and said.has(Tag.CAN):
        return True  # "có cài nhưng không được"
    return home.loaded and said.has(Tag.VERB, Tag.UNABLE) and not said.loads and said.state is State.NOT


def _nobody(home: Household, said: Statement) -> None:
    if said.reasons:  # "không ai có điện thoại"
        home.done = 0
    else:
        nobody(home, said)


def _all_but(home: Household, said: Statement) -> None:
    """As in "còn mỗi bà nội là chưa": all the others have, but how many are they?"""
    missing = sum(said.kin.values())
    if home.done is None or home.total is None or home.total - home.done != missing:
        home.doubt(Doubt.EXCEPT)  # unless "3 trong số 4 người, còn mỗi ông là chưa" says it


def _everyone(home: Household, said: Statement) -> None:
    if said.has(Tag.BY) and not said.has(Tag.SOON, Tag.WILL, Tag.NOT):
        home.doubt(Doubt.NOT_UNDERSTOOD)  # "nhờ cháu cài cho cả nhà": did it come to that?
        return
    home.me, home.done = home.me or said.state, 0


def _the_rest(home: Household, said: Statement) -> None:
    home.done = home.done or (home.loose if home.asked is Slot.FAMILY_DONE else None) or 0


def _not_all(home: Household, said: Statement) -> None:
    """As in "chưa cài hết": not all, or none at all? "Đều chưa cài" is none."""
    tags = [span.tag for span in said.clause.spans]
    if (
        Tag.NOT in tags
        and Tag.EVERY in tags[: tags.index(Tag.NOT)]
        and Tag.EVERY not in tags[tags.index(Tag.NOT) :]
    ):
        home.done = home.done or 0
        if said.count is None and home.asked is not Slot.FAMILY_DONE:
            home.me = home.me or said.state  # "hai đứa đều chưa" says nothing of her
    elif (
        said.state is State.PROMISE
        and said.has(Tag.FOR)
        and home.asked is Slot.FAMILY_DONE
        and not home.loose
    ):
        home.done = home.done or 0  # "tối nay em mới cài cho mọi người"
    else:
        home.doubt(Doubt.VAGUE)


def _some(home: Household, said: Statement) -> None:
    """Relatives by name, or a number of people."""
    number = sum(said.kin.values()) if said.kin else said.count or 0
    if not said.has(Tag.FAMILY, Tag.WHOLE) and said.count not in (None, number, number + said.me):
        home.doubt(Doubt.CONTRADICTION, said.count)
    if said.state is State.PROMISE and home.done and _at_a_bare_hour(said):
        home.doubt(Doubt.WHICH_SLOT)  # "sáng cài cho ba, chiều cài cho má": this afternoon, or one gone by?
    home.missing += number
    if said.kin:
        home.place(said.kin, said.state or State.NOT)
    if _exempts(said):
        home.exempt += number
    elif not said.kin and home.done is None and not _is_left_of_the_answer(home, said):
        home.doubt(Doubt.WHICH_SLOT, number)


def _is_left_of_the_answer(home: Household, said: Statement) -> bool:
    """As in "3 người, còn 1 người mai cài", asked how many have it: the answer came before."""
    return home.asked is Slot.FAMILY_DONE and home.loose is not None and said.clause.before == "con"


def _at_a_bare_hour(said: Statement) -> bool:
    """As in "chiều cài cho má": a time of day without "nay" or "mai" is to come or gone by."""
    times = [span for span in said.clause.spans if span.tag is Tag.SOON]
    today = all(span.value is not None and span.value[:2] == ("day", 0) for span in times)
    bare = today and all(span.last - span.first == 1 for span in times)
    return bool(times) and bare and not said.has(Tag.WILL)


def _someone(home: Household, said: Statement) -> None:
    """As in "chưa", "máy báo không hỗ trợ" without a subject: of whom the talk is, else of whom was asked."""
    topic = home.topic
    if topic is not None and topic.kin and not topic.me:
        _those_named(home, said, topic)
    elif topic is not None and topic.count is not None and _exempts(said):
        if topic.state is State.NOT and not topic.reasons and said.clause.before in _BECAUSE:
            home.exempt += topic.count
        else:
            home.doubt(Doubt.WHICH_SLOT)
    elif (
        topic is not None and topic.state is None and topic.has(Tag.FAMILY, Tag.WHOLE) and not _exempts(said)
    ):
        home.me, home.done = home.me or said.state, 0
    elif home.asked is Slot.FAMILY_DONE:
        home.done = 0 if home.done is None and not home.all else home.done
    elif home.asked is not Slot.FAMILY_TOTAL:
        _speaker_unnamed(home, said)


def _those_named(home: Household, said: Statement, topic: Statement) -> None:
    """As in "chồng em chưa, máy không tương thích": why they have not."""
    if topic.state is State.DONE and not said.reasons:
        home.doubt(Doubt.CONTRADICTION)  # "mẹ em cài rồi nhưng gỡ rồi"
        home.done = None
    if not _exempts(said) or topic.state is State.DONE:
        return
    if set(said.reasons) == {"too_young"} and not _ADULTS.isdisjoint(topic.kin):
        home.doubt(Doubt.WHICH_SLOT)  # "vợ em chưa cài, con 5 tháng": not she is too young
        return
    if home.excused == topic.kin:
        return
    home.excused = topic.kin
    number = sum(topic.kin.values())
    home.exempt += number
    home.missing += number if topic.state is None else 0
    home.waiting.clear()


def _speaker_unnamed(home: Household, said: Statement) -> None:
    undone = said.state is State.GONE or said.rule == "failed"
    takes_back = said.state is State.PROMISE or (said.state is State.NOT and not said.reasons)
    if home.me is not State.DONE or undone or _only_loaded(home, said):
        home.me = said.state
    elif takes_back:
        _speaker(home, said)
