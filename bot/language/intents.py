"""What a message is, besides the slots it fills."""

from collections.abc import Mapping, Sequence

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Asked, Doubt, Intent
from bot.language.predicates import State
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag

#: Wishes that hold whatever else the message says.
_ALWAYS = (Intent.OWN_DATA, Intent.STOP, Intent.SNOOZE, Intent.COMPLAINT)
#: Wishes that are one only if the message answers nothing ("em khai báo rồi" is no wish to declare).
_COMMANDS = (
    Intent.MISSING, Intent.STATUS, Intent.INVITE, Intent.HELP, Intent.FOR_OTHERS, Intent.CANCEL,
    Intent.DECLARE,
)  # fmt: skip
#: These are wishes only where nothing is reported; "ai chưa báo" has a "chưa" and is one all the same.
_UNREPORTED = (Intent.INVITE, Intent.FOR_OTHERS, Intent.CANCEL, Intent.DECLARE)


def intent_of(
    spans: Sequence[Span],
    statements: Sequence[Statement],
    slots: Mapping[Slot, Answer],
    doubts: Sequence[Doubt],
    asked: Asked,
) -> Intent:
    """The one intent that the dialogue acts on."""
    wished = {span.value for span in spans if span.tag is Tag.INTENT}
    if not slots and any(map(_asks_to_be_told, statements)):
        wished.add(Intent.SNOOZE)
    if wished:
        always = next((intent for intent in _ALWAYS if intent in wished), None)
        if always is not None:
            return always
    if not slots and set(doubts) <= {Doubt.NOT_UNDERSTOOD}:
        command = _command(spans, statements, wished, asked)
        if command is not None:
            return command
    if Doubt.OTHER_PEOPLE in doubts:
        return Intent.FOR_OTHERS
    said = _said(statements)
    if said is not None or slots:
        return said or Intent.ANSWER
    if any(said.question for said in statements):
        return Intent.QUESTION
    if Intent.GREETING in wished:
        return Intent.GREETING
    return Intent.ANSWER if doubts else Intent.UNKNOWN


def _said(statements: Sequence[Statement]) -> Intent | None:
    """What its statements make of it, the most telling first."""
    found = None
    for said in statements:
        if said.has(Tag.WRONG, Tag.INSTEAD):
            return Intent.CORRECTION
        if "refused" in said.reasons:
            found = Intent.REFUSAL
        elif said.state is State.PROMISE:
            found = found or Intent.PROMISE
    return found


def _asks_to_be_told(said: Statement) -> bool:
    """As in "tối nay nhắc em nhé"."""
    return said.has(Tag.SAYS) and said.has(Tag.SOON) and said.rule != "finished"


def _command(
    spans: Sequence[Span], statements: Sequence[Statement], wished: set[object], asked: Asked
) -> Intent | None:
    """A wish, if the message reports nothing: "em khai báo rồi" is no wish to declare."""
    meant = [span for span in spans if span.tag not in (Tag.POLITE, Tag.MARK, Tag.RESPECT)]
    if [span.tag for span in meant] == [Tag.ONLY]:  # "thôi"
        return Intent.STOP if asked.slot is None else Intent.CANCEL
    reports = any(said.has(Tag.DID, Tag.NOT) and not said.question for said in statements)
    return next(
        (intent for intent in _COMMANDS if intent in wished and not (reports and intent in _UNREPORTED)), None
    )
