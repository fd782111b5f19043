"""What a message was read to say: slots, doubts, intent, and the words that led there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.forms import Answer, Option, QuestionKind, Slot


class Intent(StrEnum):
    """What the message is, besides the slots it fills."""

    ANSWER = "answer"  #: states or answers something
    CORRECTION = "correction"  #: takes back something said before ("nhầm, 4 người")
    PROMISE = "promise"  #: will do it, perhaps at `Reading.when`
    REFUSAL = "refusal"  #: will not do it
    QUESTION = "question"
    COMPLAINT = "complaint"  #: tired of being written to
    STOP = "stop"  #: wants no more reminders
    SNOOZE = "snooze"  #: wants to be reminded again, perhaps at `Reading.when`
    CANCEL = "cancel"  #: leaves the question asked
    DECLARE = "declare"  #: wants to declare
    STATUS = "status"  #: how does my unit stand
    MISSING = "missing"  #: who has not declared yet
    INVITE = "invite"  #: wants to bring others in: an invite code or link
    OWN_DATA = "own_data"  #: see, correct, withdraw or delete what is kept about me
    HELP = "help"
    GREETING = "greeting"
    FOR_OTHERS = "for_others"  #: a class report, or a declaration for somebody else
    UNKNOWN = "unknown"


class Doubt(StrEnum):
    """Why a message may not be booked as it stands; the dialogue asks exactly this."""

    INCLUSIVE = "inclusive"  #: does the number include the speaker?
    VAGUE = "vague"  #: "vài người", "năm sáu người"
    OUT_OF_RANGE = "out_of_range"  #: negative, fractional, or more than a household has
    WHICH_SLOT = "which_slot"  #: a number, but of what?
    CONTRADICTION = "contradiction"  #: two statements that cannot both hold
    DOUBLE_NEGATION = "double_negation"  #: "không ai chưa cài"
    HEARSAY = "hearsay"  #: "chắc là rồi", "hình như"
    EXCEPT = "except"  #: all but one, of an unknown total
    SHARED = "shared"  #: one telephone for several people
    OTHER_PEOPLE = "other_people"  #: speaks of somebody else's household or of a class
    NOT_AN_ANSWER = "not_an_answer"  #: a question, a greeting, a complaint …
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the last question was, as far as it helps reading the answer.

    Nothing asked: `Asked()`. A summary shown: `Asked(slot=Slot.CONFIRM)`.
    """

    slot: Slot | None = None
    kind: QuestionKind | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one campaign: the reader knows Vietnamese, the campaign knows its subject."""

    apps: tuple[str, ...] = ()  #: names of the app or thing, "Bluezone"
    verbs: tuple[str, ...] = ("cài", "cài đặt")  #: what people do with it, as they say it
    #: reason id → phrases people use for it, beyond those the reader knows for every campaign
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What was said of the lines of a numbered list, by their numbers."""

    yes: frozenset[int] = frozenset()
    no: frozenset[int] = frozenset()
    rest: bool | None = None  #: what holds for the lines not named; None: nothing was said of them
    worded: bool = True  #: says in words which it means; a bare list of numbers does not


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the message and what they led to, for `khaibao parse --explain`."""

    start: int  #: offset into the text as it was given
    end: int
    text: str
    rule: str  #: name of the rule that read them


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One message, read."""

    slots: Mapping[Slot, Answer] = field(default_factory=dict)
    #: nothing numeric of this message may be booked before the doubts are resolved
    ask: bool = False
    doubts: tuple[Doubt, ...] = ()
    intent: Intent = Intent.UNKNOWN
    when: datetime | None = None  #: UTC: the moment a promise or a snooze names
    number: int | None = None  #: the number in doubt, where there is exactly one
    evidence: tuple[Evidence, ...] = ()
