"""A campaign: a directive put to work. Everything here comes from a campaign file, nothing from code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.forms import Form, Option
from bot.domain.people import Role
from bot.domain.readings import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """An official letter."""

    number: str
    issued_on: date
    issuer: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A clause that asks for nothing countable; shown as text only."""

    clause: str
    text: str
    heads: bool = False  #: the duty of whoever heads a unit, who is told of it when the campaign starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who owes an obligation: people in these roles, or units of these kinds; one of the two.

    With `smartphone_only`, people whose roster says they have no smartphone are not asked; those
    of whom it is not known are.
    """

    roles: tuple[Role, ...] = ()
    units: tuple[str, ...] = ()
    smartphone_only: bool = False

    @property
    def answered_by_units(self) -> bool:
        return bool(self.units)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A single deadline. "trước ngày 30/8" ends when 30/8 begins: the last valid day is 29/8."""

    before: datetime  #: UTC; the first instant that is late
    phrase: str  #: as the directive words it, "trước ngày 30/8/2020"


class HolidayRule(StrEnum):
    """What happens to a slot that falls on a public holiday (the directives do not say)."""

    SKIP = "skip"
    NEXT_WORKING_DAY = "next_working_day"
    STILL_DUE = "still_due"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """A reporting rhythm, valid for a span of days; rhythms change, past rounds keep theirs."""

    weekdays: tuple[int, ...]  #: 0 = Monday … 6 = Sunday
    opens: time  #: local
    closes: time  #: local; the first instant that is late
    since: date | None = None
    until: date | None = None  #: last day included
    holidays: HolidayRule = HolidayRule.SKIP


class Superior(StrEnum):
    """Who hears that somebody owes: the nearer, the more they learn."""

    GROUP_HEAD = "group_head"  #: tổ trưởng: the names of their own staff group
    HOMEROOM = "homeroom"  #: the names of their own class
    PRINCIPAL = "principal"  #: heads of the school: its numbers, names a tap away
    OFFICER = "officer"  #: the nearest unit above that has one: numbers of each school, never a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """Tell somebody above, this many days before the last valid day; a negative number is after it."""

    days_before: int
    to: Superior


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The planned nudges of an obligation; days count back from the last valid day."""

    days_before: tuple[int, ...] = ()
    on_day: bool = True
    at: time = time(7, 0)  #: local
    overdue_every_days: int | None = None
    overdue_days: int = 14  #: nobody is chased longer than this after the deadline
    escalations: tuple[Escalation, ...] = ()
    every_minutes: int | None = None  #: from the opening until the deadline, for rounds of some hours
    close_to: Role | None = None  #: hears at the deadline which units are missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """Who owes which form, by when or how often, to what target."""

    id: str
    clause: str  #: of the directive, as printed: "2"
    title: str  #: a noun phrase that ends sentences: "cài đặt ứng dụng Bluezone cho bản thân và gia đình"
    audience: Audience
    form: str
    short: str = ""  #: a few words for a button: "Bluezone – bản thân, gia đình"
    due: Due | None = None
    cadences: tuple[Cadence, ...] = ()
    ad_hoc: bool = False
    target: int | None = None  #: percent
    ladder: Ladder | None = None
    #: roles that may declare for the respondent: a parent for a child, a homeroom teacher for a pupil
    proxies: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local spans of the day in which reminders may be sent, by role; emergencies override them."""

    spans: Mapping[Role, tuple[tuple[time, time], ...]] = field(default_factory=dict)
    sundays: bool = False  #: whether reminders go out on Sundays and holidays, the last day excepted


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """A question people ask and its answer, with the clause it comes from."""

    phrases: tuple[str, ...]
    answer: str
    clause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A directive put to work."""

    slug: str
    title: str
    directive: Directive
    obligations: tuple[Obligation, ...]
    forms: Mapping[str, Form]
    #: the documents it implements, relays or was relayed by, nearest first
    basis: tuple[Directive, ...] = ()
    notes: tuple[Note, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    reasons: tuple[Option, ...] = ()
    unable_reasons: frozenset[str] = frozenset()  #: reasons that mean "cannot", not "has not yet"
    faq: tuple[Faq, ...] = ()
    timezone: str = "Asia/Ho_Chi_Minh"
    tree_on: date | None = None  #: the day whose tree it rolls up by; None: the day it starts
    quiet_hours: QuietHours = field(default_factory=QuietHours)
    emergency: bool = False  #: reminders ignore quiet hours
    sensitive: bool = False  #: health and the like: separate consent, shorter retention
    consent: bool = True  #: people agree before their first answer (legal basis: consent)
    retention_days: int = 90  #: answers are deleted this long after the last deadline
    guide: str = ""  #: address of the how-to

    def obligation(self, obligation_id: str) -> Obligation:
        """The obligation with this id. Raises KeyError."""
        for obligation in self.obligations:
            if obligation.id == obligation_id:
                return obligation
        raise KeyError(obligation_id)
