"""The reader: a message and what was asked become a `Reading`.

characters → words (text) → spans (spans) → groups (groups) → clauses (clauses) → statements
(statements, states) → slots (settling, having, lacking, naming; confirm; answers), a second opinion on them
(doubts), and intent (intents).
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Asked, Doubt, Evidence, Intent, Reading, Vocabulary
from bot.language.answers import Message, answer
from bot.language.clauses import clauses_of
from bot.language.confirm import confirmation
from bot.language.doubts import Objection, objections
from bot.language.groups import grouped
from bot.language.intents import intent_of
from bot.language.lexicon import lexicon_for
from bot.language.settling import household_of
from bot.language.spans import Span, spans_of
from bot.language.statements import Statement, statement_of
from bot.language.tags import Tag
from bot.language.text import Word, words_of, writes_marks
from bot.language.times import instant

#: Nobody answers with more than this; a longer text was pasted, and nothing of it is booked.
LONGEST_MESSAGE = 1000  #: characters
MOST_WORDS = 150
_PASTED = Reading(ask=True, doubts=(Doubt.NOT_UNDERSTOOD,))
_SILENT = frozenset({Tag.MARK, Tag.UNKNOWN, Tag.POLITE, Tag.RESPECT})


def read(text: str, asked: Asked, vocabulary: Vocabulary, now: datetime, *, explain: bool = False) -> Reading:
    """What the message says, given the last question. `now` is aware UTC; `Reading.when` is UTC.

    Only with `explain` does the reading carry its evidence: nobody else looks at it, and it takes time.
    """
    if len(text) > LONGEST_MESSAGE:
        return _PASTED
    reasons = (
        tuple(sorted((reason, tuple(words)) for reason, words in vocabulary.reasons.items()))
        if vocabulary.reasons
        else ()
    )
    lexicon = lexicon_for(vocabulary.apps, vocabulary.verbs, reasons)
    words = words_of(text, lexicon)
    if len(words) > MOST_WORDS:
        return _PASTED
    marked = writes_marks(text)
    spans = spans_of(words, lexicon, marked=marked)
    groups = grouped(spans, words)
    statements = [statement_of(clause, words) for clause in clauses_of(groups, words)]
    slots, doubts, number = _slots(Message(text, words, spans, statements, asked, now))
    objected = objections(asked.slot, slots, statements, words, marked=marked)
    for objection in objected:
        doubts.append(objection.doubt)
        for slot in objection.slots:
            slots.pop(slot, None)
    if doubts and asked.slot is not Slot.REASON and slots.get(Slot.SELF_DONE) is not False:
        slots.pop(Slot.REASON, None)  # whose, is what is asked about
    intent = intent_of(spans, statements, slots, doubts, asked)
    if not slots and not doubts:
        doubts = [Doubt.NOT_AN_ANSWER]
    timed = intent in (Intent.PROMISE, Intent.SNOOZE) or slots.get(Slot.REASON) == "later"
    return Reading(
        slots=slots,
        ask=bool(doubts),
        doubts=tuple(dict.fromkeys(doubts)),
        intent=intent,
        when=instant(spans, words, now) if timed else None,
        number=number if doubts else None,
        evidence=_evidence(text, words, groups, statements, objected) if explain else (),
    )


def _slots(message: Message) -> tuple[dict[Slot, Answer], list[Doubt], int | None]:
    """Slots, doubts, and the number in doubt, by what was asked."""
    slot = message.asked.slot
    if slot is Slot.CONFIRM:
        return confirmation(message.statements, message.words)
    if slot is Slot.ANSWER or (slot is Slot.REASON and message.asked.options):
        value, doubt = answer(message)
        return ({}, [doubt] if doubt else [], None) if value is None else ({slot: value}, [], None)
    home = household_of(message.statements, slot)
    slots = home.slots()
    if slot is Slot.REASON and home.reasons:
        slots[Slot.REASON] = home.reasons[0]
    return slots, home.doubts, home.number


def _evidence(
    text: str,
    words: Sequence[Word],
    groups: Sequence[Span],
    statements: Sequence[Statement],
    objected: Sequence[Objection],
) -> tuple[Evidence, ...]:
    """The words that were understood, the rule that gave each clause its state, what speaks against it."""
    found = [
        _words(text, words, span.first, span.last, span.tag) for span in groups if span.tag not in _SILENT
    ]
    found += [
        _words(text, words, said.clause.spans[0].first, said.clause.spans[-1].last, f"clause:{said.rule}")
        for said in statements
        if said.rule
    ]
    found += [_words(text, words, 0, len(words), f"doubt:{objection.rule}") for objection in objected]
    return tuple(sorted(found, key=lambda evidence: evidence.start))


def _words(text: str, words: Sequence[Word], first: int, last: int, rule: str) -> Evidence:
    start, end = words[first].start, words[last - 1].end
    return Evidence(start=start, end=end, text=text[start:end], rule=rule)
