"""Statements that somebody has not done it: not yet, cannot, will, is doing it, undid it."""

from collections.abc import Callable

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.having import nobody
from bot.language.household import Household
from bot.language.statements import Statement
from bot.language.states import State
from bot.language.tags import Tag

#: Reasons for which a person cannot: they leave the count of those who could.
EXEMPTING = frozenset({"no_smartphone", "incompatible", "too_young", "too_old"})
_CONTRASTS = ("nhung", "ma")
_BECAUSE = ("vi", "do", "tai", "boi")

Rule = Callable[[Household, Statement], None]


def not_done(home: Household, said: Statement) -> None:
    """Book who has not, and who cannot."""
    if said.me:
        _speaker(home, said)
    elif said.state is State.GONE and said.kin and home.me is State.DONE and said.clause.before in _CONTRASTS:
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
    if Tag.ONLY in said.tags and said.kin and not said.reasons and not said.me:
        return _all_but
    if Tag.WHOLE in said.tags or about_home:
        return _everyone
    if Tag.REST in said.tags and not someone:
        return _the_rest
    if Tag.EVERY in said.tags and not someone and not said.reasons:
        return _not_all
    if said.kin or said.count is not None:
        return _some
    return None if said.me else _someone


def _exempts(said: Statement) -> bool:
    return any(reason in EXEMPTING for reason in said.reasons)


def _speaker(home: Household, said: Statement) -> None:
    """The speaker has not — after "em cài rồi" only if it was undone since."""
    told = home.me is State.DONE and not home.implied
    if told and said.state in (State.NOT, State.PROMISE) and not home.corrects:
        home.doubt(Doubt.CONTRADICTION)
        home.me = None
    else:
        home.me = said.state


def _nobody(home: Household, said: Statement) -> None:
    if said.reasons:  # "không ai có điện thoại"
        home.done = 0
    else:
        nobody(home, said)


def _all_but(home: Household, said: Statement) -> None:
    """As in "còn mỗi bà nội là chưa": all the others have, but how many are they?"""
    home.doubt(Doubt.EXCEPT)


def _everyone(home: Household, said: Statement) -> None:
    home.me, home.done = home.me or said.state, 0


def _the_rest(home: Household, said: Statement) -> None:
    home.done = home.done or 0


def _not_all(home: Household, said: Statement) -> None:
    """As in "chưa cài hết": not all, or none at all?"""
    home.doubt(Doubt.VAGUE)


def _some(home: Household, said: Statement) -> None:
    """Relatives by name, or a number of people."""
    number = sum(said.kin.values()) if said.kin else said.count or 0
    home.missing += number
    if said.kin:
        home.place(said.kin, said.state or State.NOT)
    if _exempts(said):
        home.exempt += number
    elif not said.kin and home.done is None:
        home.doubt(Doubt.WHICH_SLOT, number)


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
    number = sum(topic.kin.values())
    home.exempt += number
    home.missing += number if topic.state is None else 0
    home.waiting.clear()


def _speaker_unnamed(home: Household, said: Statement) -> None:
    undone = said.state is State.GONE or said.rule == "failed"
    takes_back = said.state is State.PROMISE or (said.state is State.NOT and not said.reasons)
    if home.me is not State.DONE or undone:
        home.me = said.state
    elif takes_back:
        _speaker(home, said)
