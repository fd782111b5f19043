"""What holds in every history: answers, snoozes, stops, leaves, pauses and clocks that jump, in any order."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from bot.domain.campaigns import QuietHours
from bot.domain.deadlines import VIETNAM
from bot.domain.holidays import is_holiday
from bot.domain.ladder import due, hours, rungs, window
from bot.domain.messages import Reply
from bot.domain.people import MembershipState, Role
from bot.domain.standings import Stopped, Task
from bot.errors import InputError
from bot.handlers import remind
from bot.handlers.reminder_words import Wording
from bot.reminders import planner
from bot.storage import (
    Connection,
    campaign_changes,
    campaigns,
    follow_ups,
    memberships,
    opening,
    reminders,
    standings,
    tasks,
)
from bot.storage import rungs as rung_store
from bot.storage.campaigns import CampaignState
from bot.storage.rounds import rounds_of
from bot.storage.tables import deliveries, persons
from bot.texts import Texts
from tests.fakes.deliveries import reminder
from tests.handlers.stage import Direct, Theatre
from tests.reminders.school import HEAD, LAN, MINH, OFFICER, PUPIL, person_id, school
from tests.storage.world import BLUEZONE, COMPLETE, at, chatting, member, round_of, start, unit_id

TEACHERS = (LAN, MINH)
#: Those who may answer, snooze, stop and leave; the head has a duty that is not theirs alone.
PEOPLE = (*TEACHERS, PUPIL)
BEGUN = at(18, 10, 21)
CAMPAIGNS = 2
SUNDAY = 6
TEXTS = Texts.load("vi")


def two_campaigns(conn: Connection) -> None:
    school(conn)
    chatting(conn, member(conn, PUPIL, "C-10A1", Role.PUPIL))
    start(conn, BLUEZONE | {"slug": "again"})


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return Theatre()


@dataclass
class History:
    """A school that lives, and what reached its people."""

    theatre: Theatre
    now: datetime = BEGUN
    settled: set[int] = field(default_factory=set)  #: standings answered, or not to be chased
    gone: set[str] = field(default_factory=set)
    awake_from: dict[str, datetime] = field(default_factory=dict)
    paused: set[int] = field(default_factory=set)
    reached: Counter[tuple[str, date]] = field(default_factory=Counter)
    came_back: set[tuple[str, date]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.connect = self.theatre.set("two campaigns", two_campaigns)
        with self.connect() as conn:
            self.ids = {name: person_id(conn, name) for name in (*PEOPLE, HEAD, OFFICER)}
            self.owed = {name: tasks.tasks_of(conn, one) for name, one in self.ids.items()}

    def owes(self, name: str) -> list[Task]:
        """What somebody owes, as far as this history knows."""
        return [
            task
            for task in self.owed[name]
            if task.standing.id not in self.settled
            and task.campaign_id not in self.paused
            and name not in self.gone
        ]

    # --- what happens

    def passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    def stalls(self, before: int, after: int) -> None:
        """What is planned is long in coming: the sender has much to do."""
        self.passes(before)
        self.plans()
        self.passes(after)

    def answers(self, name: str) -> None:
        for task in self.owes(name):
            with self.connect() as conn:
                standings.submit(
                    conn, task.standing.id, COMPLETE, by=self.ids[name], channel="web", now=self.now
                )
                remind.cancel_settled(conn, task.standing.id, self.now)
            self.settled.add(task.standing.id)

    def stops(self, name: str) -> None:
        owed = self.owes(name)
        with self.connect() as conn:
            for task in owed:
                standings.set_stopped(conn, task.standing.id, Stopped.COMPLAINT)
            reminders.cancel(conn, [self.ids[name]], self.now)
        self.settled |= {task.standing.id for task in owed}

    def snoozes(self, name: str, minutes: int) -> None:
        until = self.now + timedelta(minutes=minutes)
        owed = [task.standing.id for task in self.owes(name)]
        with self.connect() as conn:
            follow_ups.promise(conn, self.ids[name], owed, until)
            reminders.cancel(conn, [self.ids[name]], self.now)
        self.awake_from[name] = max(until, self.awake_from.get(name, until))

    def leaves(self, name: str) -> None:
        if name in self.gone:
            return
        with self.connect() as conn:
            (held,) = memberships.memberships_of(conn, self.ids[name])
            memberships.set_state(conn, held.id, MembershipState.LEFT, self.now)
            opening.member_left(conn, held.id, self.now)
        self.gone.add(name)

    def turns(self, place: int) -> None:
        """A campaign is paused, or goes on."""
        with self.connect() as conn:
            running = campaigns.every(conn)[place]
            state = CampaignState.RUNNING if running.id in self.paused else CampaignState.PAUSED
            campaigns.set_state(conn, running.id, state, self.now)
        self.paused ^= {running.id}

    def nudges(self, place: int) -> None:
        """The head reminds everybody of the school."""
        with self.connect() as conn:
            running = campaigns.every(conn)[place]
            where = unit_id(conn, "C")
            for round_ in rounds_of(conn, running.id) if running.id not in self.paused else ():
                obligation = running.campaign.obligation(round_.obligation)
                day = window(round_, obligation, running.campaign, is_holiday, self.now)
                reminders.plan_unit(
                    conn, round_.id, where, running.tree_on, day, self.now, but=self.ids[HEAD]
                )

    def hastens(self, day: int) -> None:
        """The school sets a deadline of its own, where it can."""
        with self.connect() as conn:
            running = campaigns.every(conn)[0]
            round_ = round_of(conn, running, "staff")
            with suppress(InputError):
                campaign_changes.set_local(conn, running, round_, unit_id(conn, "C"), at(day, 17), self.now)

    # --- what is done about it

    def plans(self) -> None:
        """The planner looks."""
        with self.connect() as conn:
            told = dict(self._to_be_told(conn))
        asyncio.run(planner.tick(Direct(self.connect), self.now))
        with self.connect() as conn:
            for name, day in told.items():
                key = f"reminder:{self.ids[name]}:{day.isoformat()}"
                queued = conn.scalar(select(func.count()).where(deliveries.c.dedupe_key == key))
                assert queued == 1, f"{name} hears nothing on {day}"

    def sends(self) -> None:
        """Whatever is due is sent; it may find the world changed since it was planned."""
        with self.connect() as conn:
            for row in conn.execute(
                select(deliveries, persons.c.full_name)
                .join(persons, persons.c.id == deliveries.c.person_id)
                .where(deliveries.c.state == "waiting", deliveries.c.due_at <= self.now)
            ).all():
                self._send(conn, row)

    def _to_be_told(self, conn: Connection) -> Iterator[tuple[str, date]]:
        """Who owes at a step that is due and not done yet, and the day that it counts for."""
        for running in campaigns.every(conn):
            if running.state is not CampaignState.RUNNING:
                continue
            round_ = round_of(conn, running, "staff")
            obligation = running.campaign.obligation("staff")
            steps = rungs(round_, obligation, running.campaign, is_holiday)
            for rung in due(steps, rung_store.done(conn, round_.id), self.now).now:
                planned = window(round_, obligation, running.campaign, is_holiday, self.now, rung.key)
                for name in TEACHERS:
                    asleep = self.awake_from.get(name, self.now) > self.now
                    if not asleep and any(task.standing.round_id == round_.id for task in self.owes(name)):
                        yield name, planned.day

    def _send(self, conn: Connection, row: Any) -> None:
        late = row.expires_at is not None and row.expires_at <= self.now
        delivery = reminder(row)
        worded = None if late else Wording(texts=TEXTS)(conn, delivery, self.now)
        said = isinstance(worded, Reply)
        ended = {"state": "sent" if said else "cancelled", "finished_at": self.now}
        values = {"due_at": worded} if isinstance(worded, datetime) else ended
        conn.execute(update(deliveries).where(deliveries.c.id == row.id).values(values))
        if isinstance(worded, Reply):
            self._arrived(row)

    def _arrived(self, row: Any) -> None:
        name, here = row.full_name, self.now.astimezone(VIETNAM)
        assert name not in self.gone, f"{name} has left"
        assert row.kind == "digest" or self.owes(name), f"{name} owes nothing, or wants to be left alone"
        assert len(self.paused) < CAMPAIGNS, "nothing goes on, and somebody is reminded"
        if row.expires_at is None:  # asked for: it comes when they said
            self.came_back.add((name, here.date()))
            return
        again = row.kind != "digest" and (name, here.date()) in self.came_back
        assert not again, f"{name} heard on {here:%d/%m} already, when they had asked for it"
        self.reached[name, here.date()] += 1
        assert self.reached[name, here.date()] == 1, f"{name} hears twice on {here:%d/%m}"
        spans = hours(QuietHours(), [Role.PUPIL if name == PUPIL else Role.STAFF])
        assert any(opens <= here.time() < closes for opens, closes in spans), f"{here} is in quiet hours"
        assert here.weekday() != SUNDAY
        assert not is_holiday(here.date())


MINUTES = st.sampled_from([7, 45, 180, 420, 600, 24 * 60, 3 * 24 * 60, 8 * 24 * 60])
NAMES = st.sampled_from(PEOPLE)
EVENTS = st.one_of(
    st.tuples(st.just("passes"), MINUTES),
    st.tuples(st.just("stalls"), MINUTES, MINUTES),
    st.tuples(st.just("answers"), st.sampled_from(TEACHERS)),
    st.tuples(st.just("stops"), NAMES),
    st.tuples(st.just("snoozes"), NAMES, MINUTES),
    st.tuples(st.just("leaves"), NAMES),
    st.tuples(st.just("turns"), st.integers(0, CAMPAIGNS - 1)),
    st.tuples(st.just("nudges"), st.integers(0, CAMPAIGNS - 1)),
    st.tuples(st.just("hastens"), st.sampled_from([20, 21, 24, 26, 28])),
)


@settings(max_examples=12, deadline=None)
@example(events=[("passes", 4 * 24 * 60 - 3 * 60), ("snoozes", LAN, 45), ("passes", 45), ("passes", 7)])
@example(events=[("passes", 4 * 24 * 60 - 4 * 60), ("snoozes", LAN, 30), ("passes", 30), ("passes", 45)])
@example(events=[("passes", 11 * 60), ("nudges", 0), ("answers", MINH), ("passes", 600)])
@example(events=[("passes", 3 * 24 * 60), ("stalls", 1340, 210), ("passes", 120)])
@example(events=[("turns", 0), ("passes", 4 * 24 * 60), ("turns", 1), ("passes", 420), ("turns", 0)])
@given(events=st.lists(EVENTS, max_size=14))
def test_nobody_is_chased_too_often_too_late_or_in_vain_and_nobody_is_forgotten(
    theatre: Theatre, events: list[tuple[Any, ...]]
):
    history = History(theatre)
    for what, *how in [("passes", 0), *events]:
        getattr(history, what)(*how)
        history.plans()
        history.sends()
