"""When a ladder's rungs are due, and in which hours of the day anybody may be reminded. Pure.

Days count back from the last valid day (Công văn 1510): "trước ngày 30/8" has its T-1 on 28/8.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.campaigns import Campaign, Escalation, Ladder, Obligation, QuietHours, Superior
from bot.domain.deadlines import VIETNAM, instant, last_valid_day
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.rounds import Round, RoundKind

IsHoliday = Callable[[date], bool]
#: No reminder is sent outside these hours by default: not in the noon rest, not late.
STAFF_HOURS = ((time(6, 30), time(11, 15)), (time(13, 15), time(20, 30)))
#: In lessons phones are allowed only for learning (Thông tư 32/2020, Art. 37); parents are at work then.
PUPIL_HOURS = ((time(17, 0), time(20, 30)),)
#: An authority's request has to arrive before its deadline, so that it waits for no quiet hours; but
#: nobody is woken up for it, emergencies excepted.
NIGHT = (time(21, 0), time(6, 0))
#: Whoever still owes an ad hoc round is reminded once: so long before its deadline, or half-way.
LAST_CALL = timedelta(minutes=30)
#: Rounds shorter than this are asked and not reminded.
SHORTEST = timedelta(minutes=15)
#: The name of the step at which somebody above hears how a round ended.
CLOSE = "close"


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
    #: the step they are planned for, where each step of each round reaches a person by itself
    step: str = ""


def within_hours(round_: Round, obligation: Obligation, campaign: Campaign) -> bool:
    """Whether a round lives for hours only: each of its steps counts, not one reminder a day.

    What an officer asks for at once, a storm's rounds, and ladders that are written in minutes.
    """
    ladder = obligation.ladder
    in_minutes = ladder is not None and ladder.every_minutes is not None
    return round_.kind is RoundKind.AD_HOC or (
        round_.kind is RoundKind.SLOT and (campaign.emergency or in_minutes)
    )


def reaches_at(moment: datetime, campaign: Campaign) -> datetime:
    """When a request that is made at this moment goes out: at once, but not at night."""
    here = moment.astimezone(VIETNAM)
    evening, morning = NIGHT
    if campaign.emergency or morning <= here.time() < evening:
        return moment
    day = here.date() + timedelta(days=here.time() >= evening)
    return instant(day, morning)


def window(
    round_: Round,
    obligation: Obligation,
    campaign: Campaign,
    is_holiday: IsHoliday,
    now: datetime,
    step: str = "",
) -> Window:
    """When reminders planned now go out: in the hours of the audience, and not on a later day.

    `step` is what they are planned for: of a round that lives for hours, and of the last day of a
    slot, each step reaches a person by itself, whatever else they were sent that day.
    """
    if step and within_hours(round_, obligation, campaign):
        return _soon(round_, obligation, campaign, is_holiday, now, step)
    roles = obligation.audience.roles or (Role.PRINCIPAL,)
    today = now.astimezone(VIETNAM).date()
    last_day = round_.due_before is not None and last_valid_day(round_.due_before) == today
    due_at = next_allowed(now, roles, campaign, is_holiday, last_day=last_day)
    return Window(
        day=due_at.astimezone(VIETNAM).date(),
        due_at=due_at,
        expires_at=day_ends(due_at, roles, campaign),
        # A slot is asked in the morning and closes in the afternoon: who still owes hears of it twice.
        step=step if round_.kind is RoundKind.SLOT and step == "on-day" else "",
    )


def _soon(
    round_: Round,
    obligation: Obligation,
    campaign: Campaign,
    is_holiday: IsHoliday,
    now: datetime,
    step: str,
) -> Window:
    roles = obligation.audience.roles or (Role.PRINCIPAL,)
    if round_.kind is RoundKind.AD_HOC:
        due_at = reaches_at(now, campaign)
    else:
        due_at = next_allowed(now, roles, campaign, is_holiday, last_day=True)
    return Window(
        day=due_at.astimezone(VIETNAM).date(),
        due_at=due_at,
        expires_at=round_.due_before or day_ends(due_at, roles, campaign),
        step=step,
    )


def rungs(round_: Round, obligation: Obligation, campaign: Campaign, is_holiday: IsHoliday) -> list[Rung]:
    """All steps of a round, earliest first. What lies before its opening does not exist."""
    found = [Rung(key="open", at=round_.opens_at)]
    ladder = obligation.ladder
    if round_.kind is RoundKind.AD_HOC:
        found += _last_call(round_)
    elif ladder is not None and round_.due_before is not None:
        if ladder.every_minutes is not None:
            apart = timedelta(minutes=ladder.every_minutes)
            found += _again_and_again(apart, round_, obligation, campaign, is_holiday)
        found += _around(ladder, round_.due_before, campaign, is_holiday)
    later = [rung for rung in found if rung.key == "open" or rung.at > round_.opens_at]
    return sorted(later, key=lambda rung: (rung.at, rung.key))


def _last_call(round_: Round) -> Iterable[Rung]:
    """The one reminder of what was asked for at once."""
    if round_.due_before is None or round_.due_before - round_.opens_at < SHORTEST:
        return
    half_way = round_.opens_at + (round_.due_before - round_.opens_at) / 2
    yield Rung(key="last-call", at=max(half_way, round_.due_before - LAST_CALL))


def _again_and_again(
    apart: timedelta, round_: Round, obligation: Obligation, campaign: Campaign, is_holiday: IsHoliday
) -> Iterable[Rung]:
    """Steps within the hours of a round, without those that quiet hours would push together."""
    roles = obligation.audience.roles or (Role.PRINCIPAL,)
    at, number = round_.opens_at + apart, 1
    while round_.due_before is not None and at < round_.due_before:
        if at == next_allowed(at, roles, campaign, is_holiday, last_day=True):
            yield Rung(key=f"again-{number}", at=at)
        at, number = at + apart, number + 1


def closing(round_: Round, obligation: Obligation) -> Rung | None:
    """When somebody hears how a round ended: whoever asked for it, or the role its ladder names."""
    told = round_.asked_by is not None or (obligation.ladder is not None and obligation.ladder.close_to)
    if not told or round_.due_before is None:
        return None
    return Rung(key=CLOSE, at=round_.due_before)


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


def usual_escalations(roles: Iterable[Role]) -> tuple[Escalation, ...]:
    """Who hears when, where a campaign file says nothing; `roles` owe, none of them: units do.

    The letters name no steps; it is the custom to ask the nearest first, and the unit above only when
    the deadline is past.
    """
    roles = frozenset(roles)
    found = []
    if roles & STAFF_ROLES:
        found.append(Escalation(days_before=3, to=Superior.GROUP_HEAD))
    if Role.PUPIL in roles:
        found.append(Escalation(days_before=3, to=Superior.HOMEROOM))
    if roles:
        found.append(Escalation(days_before=1, to=Superior.PRINCIPAL))
    return (*found, Escalation(days_before=-1, to=Superior.OFFICER))


def escalations(
    round_: Round, obligation: Obligation, campaign: Campaign, is_holiday: IsHoliday
) -> list[tuple[Rung, Superior]]:
    """When it is told to somebody above that somebody owes, and to whom."""
    if obligation.ladder is None or round_.due_before is None or round_.kind is RoundKind.AD_HOC:
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
    rests = _rests(campaign, is_holiday)
    today = moment.astimezone(VIETNAM).date()
    return first_within(
        moment,
        hours(campaign.quiet_hours, roles),
        lambda day: rests(day) and not (last_day and day == today),
    )


def first_within(moment: datetime, spans: Sequence[tuple[time, time]], rests: IsHoliday) -> datetime:
    """The first moment from `moment` on inside a local span of a day that is no day of rest, UTC."""
    local = moment.astimezone(VIETNAM)
    for days in range(15):
        day = local.date() + timedelta(days=days)
        if rests(day):
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
        if role in (Role.PUPIL, Role.PARENT):
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
