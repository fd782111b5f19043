"""Answers to a summary: right or wrong, and what is stated besides."""

from collections.abc import Sequence

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Doubt, Intent
from bot.language.settling import household_of
from bot.language.statements import Statement
from bot.language.states import State
from bot.language.tags import Tag

#: A statement of nothing but these judges the summary: "dạ", "rồi ạ", "không".
_WORDLESS = frozenset(
    {Tag.RESPECT, Tag.DID, Tag.NOT, Tag.YES, Tag.RIGHT, Tag.WRONG, Tag.INTENT, Tag.NOW, Tag.DENY, Tag.ALSO,
     Tag.INSTEAD, Tag.HAVE, Tag.CAN, Tag.EVERY, Tag.ONLY}
)  # fmt: skip
_NUMBERS = {Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT, Slot.FAMILY_ALL}
#: "dạ", "dạ vâng": under a summary, and only there, an assent.
_HEARD = frozenset({Tag.RESPECT, Tag.INTENT})


def confirmation(statements: Sequence[Statement]) -> tuple[dict[Slot, Answer], list[Doubt], int | None]:
    """Slots, doubts, and the number in doubt."""
    facts = [said for said in statements if _states_a_fact(said)]
    doubt = _no_verdict(statements, facts)
    if doubt is not None:
        return {}, [doubt], None
    home = household_of(facts, Slot.CONFIRM)
    slots, doubts = home.slots(), home.doubts
    verdicts = [_verdict(said) for said in statements]
    wrong = False in verdicts or (True in verdicts and _takes_back(facts))
    if True in verdicts and not wrong:
        return {Slot.CONFIRM: True}, [], None
    if not facts and not wrong:
        heard = bool(statements) and all(said.tags <= _HEARD and not _wishes(said) for said in statements)
        return ({Slot.CONFIRM: True}, [], None) if heard else ({}, [Doubt.NOT_AN_ANSWER], None)
    if not wrong and home.me in (None, State.DONE) and not _NUMBERS & set(slots):
        return slots, doubts or [Doubt.WHICH_SLOT], home.number  # "em cài rồi mà", "4": of which figure?
    if any(_adds(said) for said in facts):
        doubts.append(Doubt.WHICH_SLOT)
    if home.missing and not _NUMBERS & set(slots):
        doubts.append(Doubt.WHICH_SLOT)
    return {**slots, Slot.CONFIRM: False}, doubts, home.number


def _no_verdict(statements: Sequence[Statement], facts: Sequence[Statement]) -> Doubt | None:
    """Why nothing may be read from it at all: a question, a "wait", a guess."""
    if any(said.question for said in statements) and not facts:
        return Doubt.NOT_AN_ANSWER
    if any(said.has(Tag.WILL, Tag.SOON) and not said.has(Tag.VERB) for said in statements):
        return Doubt.NOT_AN_ANSWER
    return Doubt.HEARSAY if any(_guesses(said) for said in statements) else None


def _guesses(said: Statement) -> bool:
    """As in "chắc đúng"; who thinks that it is wrong has not agreed."""
    return said.has(Tag.UNSURE) and not said.has(Tag.WRONG)


def _takes_back(facts: Sequence[Statement]) -> bool:
    """As in "đúng nhưng mẹ em cài rồi": right, but."""
    return any(said.clause.before in ("nhung", "ma") for said in facts)


def _verdict(said: Statement) -> bool | None:
    """What one statement says of the summary."""
    if said.question or _guesses(said):
        return None
    if said.has(Tag.WRONG, Tag.INSTEAD, Tag.EXCEPT):
        return False
    if said.has(Tag.RIGHT):
        return not said.has(Tag.VAGUE, Tag.ABOUT)
    if not said.tags <= _WORDLESS or not said.tags:
        return None
    if said.has(Tag.NOT, Tag.DENY):
        return False
    return True if said.has(Tag.YES, Tag.DID) else None


def _adds(said: Statement) -> bool:
    """As in "ba em mới cài thêm": one more than the summary said, and how many are they now?"""
    return any(span.value == "more" for span in said.clause.spans)


def _wishes(said: Statement) -> bool:
    """A greeting or a command, not thanks."""
    return any(span.tag is Tag.INTENT and span.value is not Intent.UNKNOWN for span in said.clause.spans)


def _states_a_fact(said: Statement) -> bool:
    """Whether it says something about people, and does not only judge."""
    if said.has(Tag.RIGHT) and said.state is not State.DONE:
        return False
    if said.has(Tag.WRONG) and not said.names_someone:
        return False
    only_the_speaker = said.me and said.state is None and not said.kin and said.count is None
    return (said.names_someone or said.has(Tag.VERB)) and not only_the_speaker
