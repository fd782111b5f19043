"""Mistakes within a question: its wording, its options, its limits."""

from collections.abc import Iterator, Mapping, Sequence
from keyword import iskeyword

from bot.campaigns.common_checks import ADDRESS_WORDS, check_condition, check_placeholders, twice
from bot.campaigns.form_schema import FormFile, OptionFile, QuestionFile
from bot.campaigns.problems import Mistake, Path, listed, mistake
from bot.domain.address import Address
from bot.domain.forms import QuestionKind, Slot

#: A button carries the ids of question and option besides the verb of the action (64 bytes on Telegram).
BUTTON_BYTES = 40
#: Words that mean something else in conditions, measures, texts and buttons.
RESERVED = frozenset(
    {"known", "grade", "confirm", "inclusive", "sure", "which", "zeros", "asked", *ADDRESS_WORDS}
)
#: The slots that a question may take its answer from, and how such a question is answered.
SLOT_KINDS = {
    Slot.SELF_DONE: QuestionKind.YES_NO,
    Slot.FAMILY_TOTAL: QuestionKind.AMOUNT,
    Slot.FAMILY_DONE: QuestionKind.AMOUNT,
    Slot.FAMILY_EXEMPT: QuestionKind.AMOUNT,
    Slot.REASON: QuestionKind.CHOICE,
}
#: The two answers of a yes/no question, when options word its buttons.
YES_NO = {"yes": True, "no": False}

_ADDRESSES = ("default", *(address.value for address in Address))

Options = Mapping[str, frozenset[str]]


def check_question(at: Path, form: FormFile, place: int, options: Options) -> Iterator[Mistake]:
    """Every mistake of the form's question at a place; `options` are those of all its questions."""
    question, earlier = form.questions[place], form.questions[:place]
    if question.id in RESERVED or iskeyword(question.id):
        yield mistake((*at, "id"), "campaign-reserved-id", value=question.id)
    if question.slot is not None and SLOT_KINDS.get(question.slot) is not question.kind:
        yield _slot_mistake((*at, "slot"), question.slot)
    asked_before = [other.id for other in earlier]
    yield from check_condition((*at, "ask_if"), question.ask_if, options, asked_before)
    yield from _wording(at, question, asked_before, options)
    yield from _limits(at, question, earlier)
    yield from _options(at, question, options)
    for i, option in enumerate(question.options):
        yield from _sets((*at, "options", i), form, question, option, options)


def _slot_mistake(at: Path, slot: Slot) -> Mistake:
    if slot in SLOT_KINDS:
        return mistake(at, "campaign-slot-kind", value=slot.value, kind=SLOT_KINDS[slot].value)
    return mistake(at, "campaign-not-allowed", value=slot.value, allowed=listed(SLOT_KINDS))


def _wording(at: Path, question: QuestionFile, before: list[str], options: Options) -> Iterator[Mistake]:
    if "default" not in question.ask:
        yield mistake((*at, "ask"), "campaign-ask-default")
    for name in question.ask.keys() - set(_ADDRESSES):
        yield mistake((*at, "ask", name), "campaign-unknown-address", value=name, allowed=listed(_ADDRESSES))
    for name, expression in question.ask_with.items():
        yield from check_condition((*at, "ask_with", name), expression, options, before)
    for name, text in question.ask.items():
        yield from check_placeholders((*at, "ask", name), text, (*before, *question.ask_with))


def _limits(at: Path, question: QuestionFile, earlier: Sequence[QuestionFile]) -> Iterator[Mistake]:
    if question.kind is not QuestionKind.AMOUNT:
        for name in ("minimum", "maximum", "confirm_above", "at_most"):
            if getattr(question, name) is not None:
                yield mistake((*at, name), "campaign-only-for-amounts", name=name)
        return
    low, high = question.minimum or 0, question.maximum
    if high is not None and low > high:
        yield mistake((*at, "minimum"), "campaign-range", minimum=low, maximum=high)
    if high is not None and question.confirm_above is not None and question.confirm_above >= high:
        yield mistake(
            (*at, "confirm_above"), "campaign-too-large", value=question.confirm_above, limit=high - 1
        )
    amounts = [other.id for other in earlier if other.kind is QuestionKind.AMOUNT]
    if question.at_most is not None and question.at_most not in amounts:
        facts = {"value": question.at_most, "allowed": listed(amounts)}
        yield mistake((*at, "at_most"), "campaign-later-question", **facts)


def _options(at: Path, question: QuestionFile, options: Options) -> Iterator[Mistake]:
    if question.kind not in {QuestionKind.CHOICE, QuestionKind.YES_NO}:
        if question.options:
            yield mistake((*at, "options"), "campaign-options-not-allowed", value=question.kind.value)
        return
    if question.kind is QuestionKind.CHOICE and not options[question.id]:
        yield mistake(at, "campaign-no-options")
    at = (*at, "options")
    yield from twice((((*at, i, "id"), option.id) for i, option in enumerate(question.options)))
    yield from twice(
        (((*at, i, "label"), option.label.casefold()) for i, option in enumerate(question.options)),
        "label",
    )
    for i, option in enumerate(question.options):
        if len(question.id) + len(option.id) > BUTTON_BYTES:
            facts: dict[str, str | int] = {"question": question.id, "limit": BUTTON_BYTES}
            yield mistake((*at, i, "id"), "campaign-action-too-long", value=option.id, **facts)


def _sets(
    at: Path, form: FormFile, question: QuestionFile, option: OptionFile, options: Options
) -> Iterator[Mistake]:
    """An option gives its own question one answer, and others answers that they can have."""
    own, is_yes_no = option.sets.get(question.id), question.kind is QuestionKind.YES_NO
    if is_yes_no and option.id not in YES_NO:
        if own is None:
            yield mistake(at, "campaign-sets-itself", question=question.id)
    elif own is not None and own != (YES_NO[option.id] if is_yes_no else option.id):
        yield mistake((*at, "sets", question.id), "campaign-sets-itself", question=question.id)
    kinds = {other.id: other.kind for other in form.questions}
    for name, value in option.sets.items():
        place = (*at, "sets", name)
        if name not in kinds:
            yield mistake(place, "campaign-unknown-question", value=name, allowed=listed(kinds))
        elif not _can_be(kinds[name], value, options[name]):
            yield mistake(place, "campaign-sets-wrong-value", value=str(value), question=name)


def _can_be(kind: QuestionKind, value: bool | int | str, options: frozenset[str]) -> bool:
    match kind:
        case QuestionKind.YES_NO:
            return isinstance(value, bool)
        case QuestionKind.AMOUNT:
            return isinstance(value, int) and not isinstance(value, bool)
        case QuestionKind.CHOICE:
            return value in options
    return isinstance(value, str)
