"""When a ladder's rungs are due, and in which hours of the day anybody may be reminded. Pure.

Days count back from the last valid day (Công văn 1510): "trước ngày 30/8" has its T-1 on 28/8.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.campaigns import Campaign, Ladder, Obligation, QuietHours
from bot.domain.deadlines import VIETNAM, instant, last_valid_day
from bot.domain.people import Role
from bot.domain.rounds import Round

IsHoliday = Callable[[date], bool]
#: No reminder is sent outside these hours by default: not in the noon rest, not late.
STAFF_HOURS = ((time(6, 30), time(11, 15)), (time(13, 15), time(20, 30)))
#: In lessons phones are allowed only for learning (Thông tư 32/2020, Art. 37).
PUPIL_HOURS = ((time(17, 0), time(20, 30)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step of a ladder: at this moment, everybody who still owes is reminded."""

    key: str  #: "open", "t-3", "on-day", "overdue-2"; unique within a round
    at: datetime  #: UTC


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a planner that looks now has to do about a round's rungs."""

    now: tuple[Rung, ...]  #: at most one: the newest that is still useful
    skipped: tuple[Rung, ...]  #: missed, and overtaken or out of date


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When reminders that are planned together go out, and when they have lost their use."""

    day: date  #: the local day they count for: one reminder a person a day
    due_at: datetime
    expires_at: datetime


def window(
    round_: Round, obligation: Obligation, campaign: Campaign, is_holiday: IsHoliday, now: datetime
) -> Window:
    """When reminders planned now go out: in the hours of the audience, and not on a later day."""
    roles = obligation.audience.roles or (Role.PRINCIPAL,)
    today = now.astimezone(VIETNAM).date()
    last_day = round_.due_before is not None and last_valid_day(round_.due_before) == today
    due_at = next_allowed(now, roles, campaign, is_holiday, last_day=last_day)
    return Window(
        day=due_at.astimezone(VIETNAM).date(),
        due_at=due_at,
        expires_at=day_ends(due_at, roles, campaign),
    )


def rungs(round_: Round, obligation: Obligation, campaign: Campaign, is_holiday: IsHoliday) -> list[Rung]:
    """All steps of a round, earliest first. What lies before its opening does not exist."""
    found = [Rung(key="open", at=round_.opens_at)]
    ladder = obligation.ladder
    if ladder is not None and round_.due_before is not None:
        found += _around(ladder, round_.due_before, campaign, is_holiday)
    later = [rung for rung in found if rung.key == "open" or rung.at > round_.opens_at]
    return sorted(later, key=lambda rung: (rung.at, rung.key))


def _around(
    ladder: Ladder, due_before: datetime, campaign: Campaign, is_holiday: IsHoliday
) -> Iterable[Rung]:
    last = last_valid_day(due_before)
    rests = _rests(campaign, is_holiday)
    for days in ladder.days_before:
        yield Rung(key=f"t-{days}", at=instant(_workday(last - timedelta(days=days), -1, rests), ladder.at))
    if ladder.on_day:
        yield Rung(key="on-day", at=instant(last, ladder.at))
    if ladder.overdue_every_days:
        for days in range(1, ladder.overdue_days + 1, ladder.overdue_every_days):
            day = _workday(last + timedelta(days=days), +1, rests)
            yield Rung(key=f"overdue-{days}", at=instant(day, ladder.at))


def escalations(
    round_: Round, obligation: Obligation, campaign: Campaign, is_holiday: IsHoliday
) -> list[tuple[Rung, Role]]:
    """When the numbers go to somebody above, and to which role."""
    if obligation.ladder is None or round_.due_before is None:
        return []
    last, rests = last_valid_day(round_.due_before), _rests(campaign, is_holiday)
    found = [
        (
            Rung(
                key=f"escalate-{step.days_before}-{step.to.value}",
                at=instant(
                    _workday(
                        last - timedelta(days=step.days_before), -1 if step.days_before > 0 else 1, rests
                    ),
                    obligation.ladder.at,
                ),
            ),
            step.to,
        )
        for step in obligation.ladder.escalations
    ]
    return [(rung, role) for rung, role in found if rung.at > round_.opens_at]


def due(all_rungs: Sequence[Rung], done: frozenset[str], now: datetime) -> Due:
    """Which rung to plan now. After a pause only the newest counts, and only on its own day.

    The opening is news, not a nudge: it is told late rather than not at all.
    """
    open_rungs = [rung for rung in all_rungs if rung.key not in done and rung.at <= now]
    if not open_rungs:
        return Due(now=(), skipped=())
    newest = open_rungs[-1]
    useful = newest.at.astimezone(VIETNAM).date() == now.astimezone(VIETNAM).date()
    told = newest if useful else next((rung for rung in open_rungs if rung.key == "open"), None)
    return Due(
        now=() if told is None else (told,), skipped=tuple(rung for rung in open_rungs if rung is not told)
    )


def next_allowed(
    moment: datetime, roles: Iterable[Role], campaign: Campaign, is_holiday: IsHoliday, *, last_day: bool
) -> datetime:
    """The first moment from `moment` on at which people in these roles may be reminded."""
    if campaign.emergency:
        return moment
    spans = hours(campaign.quiet_hours, roles)
    local = moment.astimezone(VIETNAM)
    for days in range(15):
        day = local.date() + timedelta(days=days)
        if (_rests(campaign, is_holiday)(day)) and not (last_day and days == 0):
            continue
        for start, end in spans:
            candidate = max(local, datetime.combine(day, start, tzinfo=VIETNAM))
            if candidate.date() == day and candidate.time() < end:
                return candidate.astimezone(UTC)
    return moment


def day_ends(moment: datetime, roles: Iterable[Role], campaign: Campaign) -> datetime:
    """When the reminders of a day lose their use: the end of its last permitted span."""
    day = moment.astimezone(VIETNAM).date()
    end = time(23, 59, 59) if campaign.emergency else hours(campaign.quiet_hours, roles)[-1][1]
    return instant(day, end)


def hours(quiet: QuietHours, roles: Iterable[Role]) -> tuple[tuple[time, time], ...]:
    """The permitted spans of the day for an audience."""
    for role in roles:
        if role in quiet.spans:
            return quiet.spans[role]
        if role is Role.PUPIL:
            return PUPIL_HOURS
    return STAFF_HOURS


def _rests(campaign: Campaign, is_holiday: IsHoliday) -> IsHoliday:
    """Whether nobody is reminded on a day."""
    if campaign.emergency or campaign.quiet_hours.sundays:
        return lambda day: False
    return lambda day: day.weekday() == 6 or is_holiday(day)


def _workday(day: date, step: int, rests: IsHoliday) -> date:
    """The day itself, or the nearest one in a direction on which people may be reminded."""
    for _ in range(15):
        if not rests(day):
            return day
        day += timedelta(days=step)
    return day
