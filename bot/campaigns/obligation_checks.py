"""Mistakes within an obligation: who, which form, by when, and reminders that could never be sent."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from bot.campaigns.moments import first_late, weekdays_of
from bot.campaigns.obligation_schema import AudienceFile, CadenceFile, DueFile, ObligationFile, RemindersFile
from bot.campaigns.problems import Mistake, Path, listed, mistake
from bot.domain.campaigns import QuietHours
from bot.domain.deadlines import last_valid_day, local
from bot.domain.people import HEAD_ROLES, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the rest of the file says that obligations are checked against."""

    form_ids: Collection[str]
    zone: ZoneInfo
    issued_on: date | None  #: the day of its earliest document; None where that is not readable
    quiet_hours: QuietHours | None  #: None: reminders may be sent at any hour


def check_obligation(at: Path, obligation: ObligationFile, setting: Setting) -> Iterator[Mistake]:
    """Every mistake of an obligation, by itself of the right shape."""
    yield from _audience((*at, "audience"), obligation.audience)
    if obligation.proxies and obligation.audience.units:
        yield mistake((*at, "proxies"), "campaign-proxies-for-units")
    if obligation.form not in setting.form_ids:
        facts = {"value": obligation.form, "allowed": listed(setting.form_ids)}
        yield mistake((*at, "form"), "campaign-unknown-form", **facts)
    if obligation.due is not None and _cadences(obligation):
        yield mistake((*at, "due"), "campaign-due-and-cadence")
    if obligation.cadence is not None and obligation.cadences:
        yield mistake((*at, "cadence"), "campaign-cadence-twice")
    if obligation.due is not None:
        yield from _due((*at, "due"), obligation.due, setting)
    yield from _check_cadences(at, obligation)
    if obligation.reminders is not None:
        yield from _Reminders((*at, "reminders"), obligation, obligation.reminders, setting).mistakes()


def _cadences(obligation: ObligationFile) -> tuple[CadenceFile, ...]:
    return (obligation.cadence,) if obligation.cadence is not None else obligation.cadences


def _audience(at: Path, audience: AudienceFile) -> Iterator[Mistake]:
    if audience.roles and audience.units:
        yield mistake(at, "campaign-audience-both")
    if not audience.roles and not audience.units:
        yield mistake(at, "campaign-audience-nobody")
    if audience.smartphone_only and audience.units:
        yield mistake((*at, "smartphone_only"), "campaign-audience-smartphone")


def _due(at: Path, due: DueFile, setting: Setting) -> Iterator[Mistake]:
    if (due.before is None) == (due.by is None):
        yield mistake(at, "campaign-due-before-or-by")
        return
    last = last_valid_day(first_late(due, setting.zone), setting.zone)
    if setting.issued_on is not None and last < setting.issued_on:
        at = (*at, "by" if due.before is None else "before")
        facts = {"last": last.isoformat(), "issued": setting.issued_on.isoformat()}
        yield mistake(at, "campaign-due-before-issued", **facts)


def _check_cadences(at: Path, obligation: ObligationFile) -> Iterator[Mistake]:
    if obligation.cadence is not None:
        yield from _cadence((*at, "cadence"), obligation.cadence)
        return
    for i, cadence in enumerate(obligation.cadences):
        yield from _cadence((*at, "cadences", i), cadence)
    for (_, first), (j, second) in combinations(enumerate(obligation.cadences), 2):
        if _overlap(first, second):
            yield mistake((*at, "cadences", j), "campaign-cadences-overlap")


def _cadence(at: Path, cadence: CadenceFile) -> Iterator[Mistake]:
    if cadence.daily == bool(cadence.weekdays):
        yield mistake(at, "campaign-cadence-days")
    if cadence.opens >= cadence.closes:
        facts = {"opens": f"{cadence.opens:%H:%M}", "closes": f"{cadence.closes:%H:%M}"}
        yield mistake((*at, "closes"), "campaign-cadence-hours", **facts)
    if cadence.since is not None and cadence.until is not None and cadence.since > cadence.until:
        facts = {"since": cadence.since.isoformat(), "until": cadence.until.isoformat()}
        yield mistake((*at, "until"), "campaign-cadence-span", **facts)


def _overlap(one: CadenceFile, other: CadenceFile) -> bool:
    """Whether two rhythms would ask for the same thing at the same moment."""
    return (
        bool(set(weekdays_of(one)) & set(weekdays_of(other)))
        and (one.since or date.min) <= (other.until or date.max)
        and (other.since or date.min) <= (one.until or date.max)
        and one.opens < other.closes
        and other.opens < one.closes
    )


@dataclass(frozen=True, slots=True)
class _Reminders:
    """A ladder, against the deadline or rhythm that it leads to."""

    at: Path
    obligation: ObligationFile
    reminders: RemindersFile
    setting: Setting

    def mistakes(self) -> Iterator[Mistake]:
        reminders, due, cadences = self.reminders, self.obligation.due, _cadences(self.obligation)
        if due is None and not cadences:
            yield mistake(self.at, "campaign-reminders-without-due")
            return
        in_minutes = reminders.every_minutes is not None
        in_days = bool(reminders.days_before or reminders.overdue_every_days or reminders.escalate)
        if reminders.at is None and (in_days or not (in_minutes or reminders.close)):
            yield mistake(self.at, "campaign-missing-key", name="at")
            return
        if not (in_days or reminders.on_day or in_minutes or reminders.close):
            yield mistake(self.at, "campaign-reminders-empty")
        yield from self._minutes(cadences)
        if (reminders.overdue_every_days or 0) > reminders.overdue_days:
            facts = {"every": reminders.overdue_every_days or 0, "days": reminders.overdue_days}
            yield mistake((*self.at, "overdue_every_days"), "campaign-reminders-overdue", **facts)
        yield from self._hour()
        if due is None:
            yield from self._before_slots(cadences)
        elif not cadences and (due.before is None) != (due.by is None):
            yield from self._before_deadline(first_late(due, self.setting.zone))

    def _rungs(self) -> Iterator[tuple[Path, int]]:
        """Every number of days of the ladder, and where it stands."""
        for i, days in enumerate(self.reminders.days_before):
            yield (*self.at, "days_before", i), days
        for i, escalation in enumerate(self.reminders.escalate or ()):
            yield (*self.at, "escalate", i, "days_before"), escalation.days_before

    def _minutes(self, cadences: tuple[CadenceFile, ...]) -> Iterator[Mistake]:
        """What comes every so many minutes comes within the hours of a round."""
        every = self.reminders.every_minutes
        longest = max((_minutes_between(c.opens, c.closes) for c in cadences), default=0)
        if every is not None and every >= longest:
            yield mistake(
                (*self.at, "every_minutes"), "campaign-reminders-minutes", value=every, limit=longest
            )

    def _hour(self) -> Iterator[Mistake]:
        if self.setting.quiet_hours is None or self.reminders.at is None:
            return
        at, spans = self.reminders.at, self.setting.quiet_hours.spans
        roles: Collection[Role] = self.obligation.audience.roles or HEAD_ROLES
        if not any(opens <= at < closes for role in roles for opens, closes in spans[role]):
            hours = sorted(
                {f"{opens:%H:%M}-{closes:%H:%M}" for role in roles for opens, closes in spans[role]}
            )
            facts = {"value": f"{at:%H:%M}", "allowed": listed(hours)}
            yield mistake((*self.at, "at"), "campaign-reminders-quiet", **facts)

    def _before_slots(self, cadences: tuple[CadenceFile, ...]) -> Iterator[Mistake]:
        for at, days in self._rungs():
            if days > 0:
                yield mistake(at, "campaign-rung-before-round", value=days)
        latest = max((c.closes for c in cadences if c.opens < c.closes), default=time.max)
        if self.reminders.at is not None and self.reminders.on_day and self.reminders.at >= latest:
            facts = {"value": f"{self.reminders.at:%H:%M}", "closes": f"{latest:%H:%M}"}
            yield mistake((*self.at, "at"), "campaign-reminders-after-close", **facts)

    def _before_deadline(self, late: datetime) -> Iterator[Mistake]:
        zone, issued = self.setting.zone, self.setting.issued_on
        last = last_valid_day(late, zone)
        for at, days in self._rungs():
            if issued is not None and last >= issued and (last - issued).days < days:
                facts: dict[str, str | int] = {"value": days, "day": _days_before(last, days)}
                yield mistake(at, "campaign-rung-before-issued", **facts, issued=issued.isoformat())
        closes = local(late, zone)
        hour = self.reminders.at if self.reminders.on_day else None
        if hour is not None and closes.date() == last and hour >= closes.time():
            facts = {"value": f"{hour:%H:%M}", "closes": f"{closes:%H:%M}"}
            yield mistake((*self.at, "at"), "campaign-reminders-after-close", **facts)


def _minutes_between(opens: time, closes: time) -> int:
    return (closes.hour - opens.hour) * 60 + closes.minute - opens.minute


def _days_before(day: date, days: int) -> str:
    return (day - timedelta(days=days)).isoformat()
