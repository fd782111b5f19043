"""Answers to a summary: right or wrong, and what is stated besides."""

from collections.abc import Sequence

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Doubt, Intent
from bot.language.approval import guesses, verdict, without_asides
from bot.language.household import Household
from bot.language.settling import household_of
from bot.language.statements import Statement
from bot.language.states import State
from bot.language.tags import Tag
from bot.language.text import Word

_NUMBERS = {Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT, Slot.FAMILY_ALL}
#: "dạ", "dạ vâng": under a summary, and only there, an assent.
_HEARD = frozenset({Tag.RESPECT, Tag.INTENT})


def confirmation(
    statements: Sequence[Statement], words: Sequence[Word]
) -> tuple[dict[Slot, Answer], list[Doubt], int | None]:
    """Slots, doubts, and the number in doubt."""
    if any(verdict(said) for said in statements):
        statements = without_asides(statements, words)
    facts = [said for said in statements if _states_a_fact(said)]
    doubt = _no_verdict(statements, facts)
    if doubt is not None:
        return {}, [doubt], None
    verdicts = [verdict(said) for said in statements]
    if not facts and _turns_round(verdicts):
        return {}, [Doubt.CONTRADICTION], None
    wrong = False in verdicts or (True in verdicts and _takes_back(facts))
    home = household_of(facts, Slot.CONFIRM, corrects=wrong)
    slots, doubts = home.slots(), home.doubts
    if True in verdicts and not wrong:
        if any(said.has(Tag.VAGUE) and said.state is not None for said in facts):
            return {}, [Doubt.CONTRADICTION], None  # "da dung, ma em chua cai": but I, or my mother?
        return {Slot.CONFIRM: True}, [], None
    if not facts and not wrong:
        sorry = any(word.folded == "loi" for word in words)  # "em xin lỗi cô"
        heard = (
            bool(statements)
            and not sorry
            and all(said.tags <= _HEARD and not _wishes(said) for said in statements)
        )
        return ({Slot.CONFIRM: True}, [], None) if heard else ({}, [Doubt.NOT_AN_ANSWER], None)
    if not wrong and home.me in (None, State.DONE) and not _NUMBERS & set(slots):
        return slots, doubts or [Doubt.WHICH_SLOT], home.number  # "em cài rồi mà", "4": of which figure?
    if State.DONE in home.members.values() and home.total is None and not _tells_all(home, facts):
        doubts.append(Doubt.WHICH_SLOT)  # "không, ông xã cài rồi": he too, and how many are they now?
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
    if any(span.value == "wait" for said in statements for span in said.clause.spans):
        return Doubt.NOT_AN_ANSWER  # "đúng rồi, à mà khoan"
    if any(said.obscure for said in statements):
        return Doubt.NOT_UNDERSTOOD
    return Doubt.HEARSAY if any(guesses(said) for said in statements) else None


def _turns_round(verdicts: Sequence[bool | None]) -> bool:
    """As in "lộn, đúng rồi": of a slip that went before nobody knows what it was."""
    judged = [judged for judged in verdicts if judged is not None]
    return False in judged and judged[-1] is True


def _tells_all(home: Household, facts: Sequence[Statement]) -> bool:
    """As in "bố mẹ em cài rồi nhưng ông bà thì chưa", "mới cài cho má em thôi": and nobody besides."""
    return bool(home.missing) or any(said.has(Tag.ONLY) and said.kin for said in facts)


def _takes_back(facts: Sequence[Statement]) -> bool:
    """As in "đúng nhưng mẹ em cài rồi": right, but."""
    turned = (said for said in facts if said.clause.before in ("nhung", "ma"))
    called = ({Tag.KIN}, {Tag.KIN, Tag.RESPECT})  # "đúng mà má"
    return any(said.tags not in called for said in turned)


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
