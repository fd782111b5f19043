"""How a campaign file writes an obligation: who owes which form, by when or how often."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bot.campaigns.schema_types import (
    Clause,
    Day,
    Days,
    Id,
    Label,
    LocalMoment,
    LocalTime,
    Part,
    one_or_list,
)
from bot.domain.campaigns import HolidayRule, Superior
from bot.domain.people import Role

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class AudienceFile(Part):
    """People in these roles, or units of these kinds. `staff` is everybody employed, heads included."""

    roles: tuple[Role, ...] = ()
    units: tuple[Id, ...] = ()
    smartphone_only: bool = False


class DueFile(Part):
    """One deadline: `before` leaves its day out, `by` includes it; either may name an hour."""

    before: LocalMoment | None = None
    by: LocalMoment | None = None
    #: as the directive words it; made from the day where it is not given
    phrase: Label | None = None


class CadenceFile(Part):
    """A rhythm: on these weekdays, or daily, from `opens` until `closes`."""

    weekdays: tuple[Weekday, ...] = ()
    daily: bool = False
    opens: LocalTime
    closes: LocalTime
    since: Day | None = None
    until: Day | None = None
    holidays: HolidayRule = HolidayRule.SKIP


class EscalationFile(Part):
    """Whom to tell how many days before the last valid day; -1 is the day after it."""

    days_before: int = Field(ge=-365, le=365)
    to: Superior


class RemindersFile(Part):
    """The planned nudges; days count back from the last valid day.

    `at` is the hour of those that are counted in days; those counted in minutes are for rounds of a
    rhythm that close some hours after they open.
    """

    days_before: tuple[Days, ...] = ()
    on_day: bool = True
    at: LocalTime | None = None
    every_minutes: int | None = Field(default=None, ge=5, le=1440)
    #: hears, when a round closes, which units are missing
    close: Role | None = None
    overdue_every_days: int | None = Field(default=None, ge=1, le=365)
    overdue_days: int = Field(default=14, ge=1, le=365)
    #: the usual steps where it is not given, none where it is empty
    escalate: Annotated[
        tuple[EscalationFile, ...] | None,
        BeforeValidator(one_or_list, json_schema_input_type=EscalationFile | tuple[EscalationFile, ...]),
    ] = None


class ObligationFile(Part):
    """Who owes which form. Neither `due` nor a cadence: no deadline, so nobody is ever late."""

    id: Id
    clause: Clause
    title: Label
    #: a few words for buttons and lists; the title where it is not given
    short: Label | None = None
    audience: AudienceFile
    form: str
    due: DueFile | None = None
    cadence: CadenceFile | None = None
    cadences: tuple[CadenceFile, ...] = ()
    ad_hoc: bool = False
    target: int | None = Field(default=None, ge=1, le=100)
    reminders: RemindersFile | None = None
    proxies: tuple[Role, ...] = ()
