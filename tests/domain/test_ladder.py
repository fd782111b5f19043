"""The ladder: which nudges a round has, which of them a planner plans, and at what hour they go out."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.campaigns import (
    Audience,
    Campaign,
    Directive,
    Escalation,
    Ladder,
    Obligation,
    QuietHours,
    Superior,
)
from bot.domain.deadlines import VIETNAM, before_day, by_day
from bot.domain.holidays import is_holiday
from bot.domain.ladder import (
    Rung,
    closing,
    day_ends,
    due,
    escalations,
    next_allowed,
    reaches_at,
    rungs,
    usual_escalations,
    window,
    within_hours,
)
from bot.domain.people import Role
from bot.domain.rounds import Round, RoundKind

DIRECTIVE = Directive(number="1510", issued_on=date(2020, 8, 18), issuer="Sở", subject="Bluezone")
CAMPAIGN = Campaign(slug="bluezone", title="Bluezone", directive=DIRECTIVE, obligations=(), forms={})
EMERGENCY = replace(CAMPAIGN, emergency=True)
ON_SUNDAYS_TOO = replace(CAMPAIGN, quiet_hours=QuietHours(sundays=True))
#: Công văn 1510, khoản 2: "trước ngày 30/8".
LADDER = Ladder(
    days_before=(7, 3, 1),
    at=time(7),
    overdue_every_days=2,
    escalations=(
        Escalation(days_before=1, to=Superior.PRINCIPAL),
        Escalation(days_before=-1, to=Superior.OFFICER),
    ),
)
STAFF = Obligation(
    id="staff", clause="2", title="", audience=Audience(roles=(Role.STAFF,)), form="f", ladder=LADDER
)
SCHOOLS = replace(STAFF, audience=Audience(units=("school",)))
PUPILS = replace(STAFF, audience=Audience(roles=(Role.PUPIL,)))


def at(day: int, hour: int = 7, minute: int = 0, month: int = 8) -> datetime:
    """A moment of 2020 on the clocks of Vietnam."""
    return datetime(2020, month, day, hour, minute, tzinfo=VIETNAM).astimezone(UTC)


def round_of_1510(
    opens: datetime = at(18, 10, 20), due_before: datetime | None = before_day(date(2020, 8, 30))
) -> Round:
    return Round(
        id=1,
        campaign_id=1,
        obligation="staff",
        kind=RoundKind.SINGLE,
        opens_at=opens,
        due_before=due_before,
    )


def steps(round_: Round, obligation: Obligation = STAFF, campaign: Campaign = CAMPAIGN) -> dict[str, str]:
    """The rungs by name, as weekday, date and hour in Vietnam."""
    found = rungs(round_, obligation, campaign, is_holiday)
    return {rung.key: rung.at.astimezone(VIETNAM).strftime("%a %-d/%-m %H:%M") for rung in found}


def test_the_ladder_of_1510_counts_back_from_the_29th():
    assert steps(round_of_1510()) == {
        "open": "Tue 18/8 10:20",
        "t-7": "Sat 22/8 07:00",
        "t-3": "Wed 26/8 07:00",
        "t-1": "Fri 28/8 07:00",
        "on-day": "Sat 29/8 07:00",
        "overdue-1": "Mon 31/8 07:00",  # 30/8 is a Sunday
        "overdue-3": "Tue 1/9 07:00",
        "overdue-5": "Thu 3/9 07:00",
        "overdue-7": "Sat 5/9 07:00",
        "overdue-9": "Mon 7/9 07:00",
        "overdue-11": "Wed 9/9 07:00",
        "overdue-13": "Fri 11/9 07:00",
    }


def test_where_sundays_are_permitted_it_is_overdue_on_the_30th():
    assert steps(round_of_1510(), campaign=ON_SUNDAYS_TOO)["overdue-1"] == "Sun 30/8 07:00"
    assert steps(round_of_1510(), campaign=EMERGENCY)["overdue-1"] == "Sun 30/8 07:00"


def test_the_numbers_go_up_on_the_day_before_and_the_day_after():
    found = escalations(round_of_1510(), STAFF, CAMPAIGN, is_holiday)

    assert [(rung.key, rung.at, role) for rung, role in found] == [
        ("escalate-1-principal", at(28), Superior.PRINCIPAL),
        ("escalate--1-officer", at(31), Superior.OFFICER),
    ]


@pytest.mark.parametrize(
    ("roles", "steps"),
    [
        pytest.param([Role.STAFF], "3 group_head, 1 principal, -1 officer", id="staff"),
        pytest.param([Role.PUPIL], "3 homeroom, 1 principal, -1 officer", id="pupils"),
        pytest.param([], "-1 officer", id="units: their heads are reminded themselves"),
    ],
)
def test_where_the_file_says_nothing_the_nearest_hears_first(roles: list[Role], steps: str):
    found = usual_escalations(roles)
    assert ", ".join(f"{one.days_before} {one.to.value}" for one in found) == steps


def test_a_last_day_on_a_sunday_is_not_moved_but_the_warnings_before_it_are():
    sunday = round_of_1510(due_before=by_day(date(2020, 8, 30)))
    monday = round_of_1510(due_before=by_day(date(2020, 8, 31)))

    assert steps(sunday)["on-day"] == "Sun 30/8 07:00"
    assert steps(monday)["t-1"] == "Sat 29/8 07:00"
    assert steps(monday)["on-day"] == "Mon 31/8 07:00"


def test_a_last_day_at_tet_is_warned_of_before_the_holidays_and_chased_after_them():
    tet = replace(
        round_of_1510(), opens_at=datetime(2021, 2, 1, tzinfo=UTC), due_before=by_day(date(2021, 2, 13))
    )

    found = steps(tet)

    assert found["t-3"] == found["t-1"] == "Tue 9/2 07:00"
    assert found["on-day"] == "Sat 13/2 07:00"
    assert found["overdue-1"] == found["overdue-3"] == "Wed 17/2 07:00"


@pytest.mark.parametrize(
    ("opens", "first"),
    [
        pytest.param(at(23, 9), "t-3", id="begun late: what lies before it does not exist"),
        pytest.param(at(29, 9), "overdue-1", id="begun on the last day, after the hour"),
        pytest.param(at(1, month=9, hour=9), "overdue-5", id="overdue at birth"),
        pytest.param(at(1, month=11), None, id="long overdue at birth"),
    ],
)
def test_steps_before_the_opening_do_not_exist(opens: datetime, first: str | None):
    keys = list(steps(round_of_1510(opens)))

    assert keys[0] == "open"
    assert (keys[1] if len(keys) > 1 else None) == first


def test_without_a_deadline_there_is_only_the_opening():
    assert list(steps(round_of_1510(due_before=None))) == ["open"]
    assert list(steps(round_of_1510(), replace(STAFF, ladder=None))) == ["open"]
    assert escalations(round_of_1510(due_before=None), STAFF, CAMPAIGN, is_holiday) == []


def planned(now: datetime, done: str = "open", opens: datetime = at(18, 10, 20)) -> tuple[str, list[str]]:
    """What a planner that looks now plans, and what it skips."""
    found = due(rungs(round_of_1510(opens), STAFF, CAMPAIGN, is_holiday), frozenset(done.split()), now)
    assert len(found.now) <= 1
    return "".join(rung.key for rung in found.now), [rung.key for rung in found.skipped]


@pytest.mark.parametrize(
    ("now", "done", "plan", "skipped"),
    [
        pytest.param(at(18, 10, 19), "", "", [], id="before it opens"),
        pytest.param(at(18, 10, 20), "", "open", [], id="the moment it opens"),
        pytest.param(at(18, 10, 21), "open", "", [], id="nothing twice"),
        pytest.param(at(22, 6, 59), "open", "", [], id="a minute too early"),
        pytest.param(at(22, 7), "open", "t-7", [], id="on the minute"),
        pytest.param(at(22, 23), "open", "t-7", [], id="late, on its own day: once"),
        pytest.param(at(23, 7), "open", "", ["t-7"], id="a day late: it has lost its use"),
        pytest.param(at(26, 12), "open", "t-3", ["t-7"], id="after a week down: the newest only"),
        pytest.param(at(27), "open", "", ["t-7", "t-3"], id="between two: none"),
        pytest.param(at(5, month=9), "open", "overdue-7", None, id="after the deadline: one, not seven"),
        pytest.param(at(23), "", "open", ["t-7"], id="nobody was told at all: the opening, late"),
        pytest.param(at(26, 12), "", "t-3", ["open", "t-7"], id="the nudge of today tells it as well"),
    ],
)
def test_after_a_pause_there_is_never_a_burst(now: datetime, done: str, plan: str, skipped: list[str] | None):
    found, left_out = planned(now, done)

    assert found == plan
    if skipped is not None:
        assert left_out == skipped


@given(looks=st.lists(st.integers(0, 40 * 24 * 60), max_size=30))
def test_however_often_and_whenever_the_planner_looks_every_step_is_planned_or_skipped_once(looks: list[int]):
    every = rungs(round_of_1510(), STAFF, CAMPAIGN, is_holiday)
    done: set[str] = set()
    days: list[date] = []
    for minutes in sorted(looks):
        now = at(18, 10, 20) + timedelta(minutes=minutes)
        found = due(every, frozenset(done), now)
        handled = [rung.key for rung in (*found.now, *found.skipped)]
        assert done.isdisjoint(handled)
        done |= set(handled)
        days += [now.astimezone(VIETNAM).date() for _ in found.now]
        assert done == {rung.key for rung in every if rung.at <= now}
    # Nudges are a day apart; the opening may be told on the day of one.
    assert len(days) - len(set(days)) <= 1


@pytest.mark.parametrize(
    ("role", "moment", "goes_out"),
    [
        pytest.param(Role.STAFF, at(26, 5), at(26, 6, 30), id="staff: not before 06:30"),
        pytest.param(Role.STAFF, at(26, 7), at(26, 7), id="staff: in the morning, at once"),
        pytest.param(Role.STAFF, at(26, 11, 15), at(26, 13, 15), id="staff: not in the noon rest"),
        pytest.param(Role.STAFF, at(26, 20, 29), at(26, 20, 29), id="staff: the last minute of the evening"),
        pytest.param(Role.STAFF, at(26, 20, 30), at(27, 6, 30), id="staff: not late in the evening"),
        pytest.param(Role.STAFF, at(29, 21), at(31, 6, 30), id="staff: from Saturday night to Monday"),
        pytest.param(Role.STAFF, at(1, 21, month=9), at(3, 6, 30, month=9), id="staff: not on Quốc khánh"),
        pytest.param(Role.PRINCIPAL, at(26, 12), at(26, 13, 15), id="heads: as staff"),
        pytest.param(Role.PUPIL, at(26, 7), at(26, 17), id="pupils: not in lessons"),
        pytest.param(Role.PUPIL, at(26, 18), at(26, 18), id="pupils: in the evening"),
        pytest.param(Role.PUPIL, at(26, 20, 30), at(27, 17), id="pupils: not at night"),
        pytest.param(Role.PARENT, at(26, 7), at(26, 17), id="parents: after work"),
    ],
)
def test_reminders_go_out_in_the_hours_of_their_readers(role: Role, moment: datetime, goes_out: datetime):
    assert next_allowed(moment, [role], CAMPAIGN, is_holiday, last_day=False) == goes_out


def test_on_the_last_day_a_sunday_is_no_excuse():
    assert next_allowed(at(30), [Role.STAFF], CAMPAIGN, is_holiday, last_day=True) == at(30)
    assert next_allowed(at(30), [Role.STAFF], CAMPAIGN, is_holiday, last_day=False) == at(31, 6, 30)
    assert next_allowed(at(30, 21), [Role.STAFF], CAMPAIGN, is_holiday, last_day=True) == at(31, 6, 30)


def test_an_emergency_waits_for_nobody():
    assert next_allowed(at(30, 2), [Role.PUPIL], EMERGENCY, is_holiday, last_day=False) == at(30, 2)
    assert day_ends(at(30, 2), [Role.PUPIL], EMERGENCY) == at(30, 23, 59) + timedelta(seconds=59)


def test_a_campaign_may_set_the_hours_of_a_role():
    quiet = QuietHours(spans={Role.PUPIL: ((time(18), time(19)),)})
    campaign = replace(CAMPAIGN, quiet_hours=quiet)

    assert next_allowed(at(26, 7), [Role.PUPIL], campaign, is_holiday, last_day=False) == at(26, 18)
    assert next_allowed(at(26, 7), [Role.STAFF], campaign, is_holiday, last_day=False) == at(26, 7)
    assert day_ends(at(26), [Role.PUPIL], campaign) == at(26, 19)


@given(minutes=st.integers(0, 60 * 24 * 60), role=st.sampled_from(Role))
def test_nobody_is_ever_reminded_outside_the_permitted_hours(minutes: int, role: Role):
    moment = at(18, 0) + timedelta(minutes=minutes)

    goes_out = next_allowed(moment, [role], CAMPAIGN, is_holiday, last_day=False).astimezone(VIETNAM)

    spans = (
        [("17:00", "20:30")]
        if role in (Role.PUPIL, Role.PARENT)
        else [("06:30", "11:15"), ("13:15", "20:30")]
    )
    assert goes_out >= moment
    assert any(start <= goes_out.strftime("%H:%M") < end for start, end in spans)
    assert goes_out.weekday() != 6
    assert not is_holiday(goes_out.date())


@pytest.mark.parametrize(
    ("obligation", "now", "day", "due_at", "expires_at"),
    [
        pytest.param(STAFF, at(26, 7), date(2020, 8, 26), at(26, 7), at(26, 20, 30), id="staff, at once"),
        pytest.param(
            SCHOOLS, at(26, 12), date(2020, 8, 26), at(26, 13, 15), at(26, 20, 30), id="heads of units"
        ),
        pytest.param(
            PUPILS, at(26, 7), date(2020, 8, 26), at(26, 17), at(26, 20, 30), id="pupils, in the evening"
        ),
        pytest.param(
            STAFF, at(26, 22), date(2020, 8, 27), at(27, 6, 30), at(27, 20, 30), id="tomorrow's message"
        ),
    ],
)
def test_a_window_is_the_day_that_a_reminder_counts_for(
    obligation: Obligation, now: datetime, day: date, due_at: datetime, expires_at: datetime
):
    found = window(round_of_1510(), obligation, CAMPAIGN, is_holiday, now)

    assert (found.day, found.due_at, found.expires_at) == (day, due_at, expires_at)


def test_rungs_that_share_a_moment_are_one_message():
    twice = [Rung(key="t-1", at=at(9)), Rung(key="t-3", at=at(9))]

    assert [rung.key for rung in due(twice, frozenset(), at(9)).now] == ["t-3"]


# --- rounds that live for hours -----------------------------------------------------------------


def hours(
    opens: datetime, due_before: datetime, kind: RoundKind = RoundKind.AD_HOC, asked_by: int | None = 7
) -> Round:
    return replace(round_of_1510(opens, due_before), kind=kind, asked_by=asked_by)


@pytest.mark.parametrize(
    ("minutes", "called"),
    [
        pytest.param(120, "11:30", id="half an hour before the end"),
        pytest.param(40, "10:20", id="half-way where that is later"),
        pytest.param(10, None, id="too short to remind of"),
    ],
)
def test_what_is_asked_at_once_is_reminded_of_once(minutes: int, called: str | None):
    found = steps(hours(at(18, 10), at(18, 10) + timedelta(minutes=minutes)))
    assert found.pop("open").endswith("10:00")
    assert [one[-5:] for one in found.values()] == ([called] if called else [])


def test_the_ladder_of_the_obligation_is_not_that_of_a_request():
    assert escalations(hours(at(18, 10), at(20, 10)), STAFF, CAMPAIGN, is_holiday) == []


@pytest.mark.parametrize(
    ("asked", "arrives"),
    [
        (at(18, 12), at(18, 12)),
        (at(18, 20, 59), at(18, 20, 59)),
        (at(18, 21), at(19, 6)),
        (at(19, 3), at(19, 6)),
        (at(23, 8), at(23, 8)),  # a Sunday
    ],
)
def test_a_request_waits_for_no_quiet_hours_but_wakes_nobody_up(asked: datetime, arrives: datetime):
    assert reaches_at(asked, CAMPAIGN) == arrives
    assert reaches_at(asked, EMERGENCY) == asked


def test_each_step_of_a_request_reaches_people_by_itself_and_ends_with_it():
    round_ = hours(at(18, 12), at(18, 14))
    found = window(round_, STAFF, CAMPAIGN, is_holiday, at(18, 12), "open")
    assert (found.due_at, found.expires_at, found.step) == (at(18, 12), at(18, 14), "open")


def test_every_hour_until_the_close_but_not_in_quiet_hours():
    hourly = replace(STAFF, ladder=Ladder(on_day=False, every_minutes=60))
    slot = hours(at(18, 10), at(18, 15), RoundKind.SLOT, None)

    assert [one[-5:] for one in steps(slot, hourly).values()] == ["10:00", "11:00", "14:00"]
    stormy = steps(slot, hourly, EMERGENCY)
    assert [one[-5:] for one in stormy.values()] == ["10:00", "11:00", "12:00", "13:00", "14:00"]
    assert within_hours(slot, hourly, CAMPAIGN)
    assert within_hours(slot, STAFF, EMERGENCY)
    assert not within_hours(slot, STAFF, CAMPAIGN)


def test_the_end_is_told_to_whoever_asked_or_to_the_role_the_ladder_names():
    asked, slot = hours(at(18, 12), at(18, 14)), hours(at(18, 7), at(18, 17), RoundKind.SLOT, None)
    followed = replace(STAFF, ladder=replace(LADDER, close_to=Role.OFFICER))

    assert closing(asked, STAFF) == Rung(key="close", at=at(18, 14))
    assert closing(slot, followed) == Rung(key="close", at=at(18, 17))
    assert closing(slot, STAFF) is None
    assert closing(replace(slot, due_before=None), followed) is None


def test_the_last_day_of_a_slot_is_a_step_of_its_own():
    slot = hours(at(18, 7), at(18, 17), RoundKind.SLOT, None)
    assert window(slot, STAFF, CAMPAIGN, is_holiday, at(18, 14), "on-day").step == "on-day"
    assert window(slot, STAFF, CAMPAIGN, is_holiday, at(18, 7), "open").step == ""
