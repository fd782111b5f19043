"""Somebody has themselves deleted: they are gone, and no figure that was reported changes."""

from datetime import timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import func, select

from bot.domain.channels import Update
from bot.domain.consent import Agreement
from bot.domain.forms import Answers
from bot.domain.messages import Lane, Reply
from bot.domain.people import AgeBand, Membership, Role
from bot.domain.standings import State, Stopped
from bot.storage import (
    Connection,
    audit,
    campaigns,
    consents,
    contacts,
    deliveries,
    erasing,
    inbox,
    memberships,
    opening,
    people,
    sessions,
    standings,
    tallies,
    webchat,
)
from bot.storage import tables as t
from bot.storage.rounds import rounds_of
from tests.fakes.consents import agree
from tests.storage.test_class_reports import CANNOT, CLASS, HAS, HAS_NOT, recount_differs
from tests.storage.world import (
    COMPLETE,
    DEFINITIONS,
    PARTIAL,
    SETTLED,
    STARTED,
    at,
    chatting,
    expected,
    in_memory,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

NAME = "Nguyễn Thị Hồng Nhung"


def everything(conn: Connection) -> dict[tuple[int, int, str], int]:
    """Every count of every round."""
    return {
        (round_.id, *key): value
        for running in campaigns.every(conn)
        for round_ in rounds_of(conn, running.id)
        for key, value in tallies.everything(conn, round_.id).items()
    }


def declare(conn: Connection, one: Membership, answers: Answers, obligation: str = "staff") -> None:
    [running] = campaigns.every(conn)
    standing = expected(conn, round_of(conn, running, obligation))[one.id]
    standings.submit(conn, standing.id, answers, by=one.person_id, channel="web", now=at(20))


def erase(conn: Connection, one: Membership) -> None:
    erasing.erase(conn, one.person_id, at(21), by=one.person_id)


def a_teacher(conn: Connection) -> Membership:
    """A teacher of school C who is known by a chat, has agreed and has declared."""
    plant(conn)
    teacher = chatting(conn, member(conn, NAME, "C", group="Tổ Toán", code="GV101"))
    member(conn, "Lê Văn An", "C")
    running = start(conn)
    agree(conn, running.id, teacher.person_id, "telegram", at(20))
    declare(conn, teacher, COMPLETE)
    return teacher


@on_each_database
def test_counts_stay_as_they_are_and_equal_a_recount(conn: Connection):
    teacher = a_teacher(conn)
    before = everything(conn)

    erase(conn, teacher)

    assert everything(conn) == before
    assert recount_differs(conn) == []


@on_each_database
def test_nothing_that_was_declared_and_no_name_is_left(conn: Connection):
    teacher = a_teacher(conn)
    contact = contacts.contact(conn, "telegram", f"chat-{teacher.person_id}", at(20))
    inbox.receive(conn, "telegram", [Update(key="1", chat=contact.chat, payload={"text": NAME})], at(20))
    row = inbox.claim(conn, at(20))
    assert row is not None
    inbox.done(conn, row.id)
    sessions.save(conn, f"person:{teacher.person_id}", {"data": {"answers": dict(COMPLETE)}}, at(20))
    deliveries.queue(
        conn,
        contact=contact,
        body=Reply(text=NAME),
        lane=Lane.ANSWER,
        kind="answer",
        dedupe_key="answer:1",
        person_id=teacher.person_id,
        now=at(20),
    )

    erase(conn, teacher)

    dump = {
        table.name: repr(conn.execute(select(table)).all())
        for table in t.metadata.sorted_tables
        if table is not t.campaigns
    }
    assert [name for name, rows in dump.items() if "Nhung" in rows or "GV101" in rows] == []
    assert conn.scalar(select(func.count()).select_from(t.submissions)) == 0
    assert contacts.contact(conn, "telegram", contact.chat, at(21)).person_id is None
    assert memberships.memberships_of(conn, teacher.person_id) == []
    assert [one.action for one in audit.history(conn, [f"person:{teacher.person_id}"], 9)] == ["erase"]
    assert webchat.received(conn, contact.chat) == []


@on_each_database
def test_the_proof_of_consent_stays_without_a_name(conn: Connection):
    teacher = a_teacher(conn)

    erase(conn, teacher)

    [proof] = consents.history(conn, teacher.person_id)
    assert proof.agreed
    assert people.person(conn, teacher.person_id).full_name == ""


@on_each_database
def test_doing_it_again_changes_nothing(conn: Connection):
    teacher = a_teacher(conn)
    erase(conn, teacher)
    before = everything(conn)

    erase(conn, teacher)

    assert everything(conn) == before


@on_each_database
def test_what_they_declared_for_others_stays(conn: Connection):
    plant(conn)
    teacher, colleague = member(conn, NAME, "C"), member(conn, "Lê Văn An", "C")
    running = start(conn)
    standing = expected(conn, round_of(conn, running, "staff"))[colleague.id]
    standings.submit(conn, standing.id, COMPLETE, by=teacher.person_id, channel="web", now=at(20))

    erase(conn, teacher)

    left = expected(conn, round_of(conn, running, "staff"))[colleague.id]
    assert left.state is State.COMPLETE
    assert standings.declared_by(conn, left) == teacher.person_id


@on_each_database
def test_who_comes_back_is_a_newcomer_and_is_expected_as_one(conn: Connection):
    teacher = a_teacher(conn)
    [running] = campaigns.every(conn)
    before = tallies.of(conn, round_of(conn, running, "staff").id, unit_id(conn, "C"))["expected"]
    erase(conn, teacher)

    opening.expect_member(conn, member(conn, NAME, "C"), at(22))

    after = tallies.of(conn, round_of(conn, running, "staff").id, unit_id(conn, "C"))["expected"]
    assert after == before + 1
    assert recount_differs(conn) == []


@on_each_database
def test_a_roster_that_is_brought_in_afterwards_leaves_what_was_kept(conn: Connection):
    teacher = a_teacher(conn)
    erase(conn, teacher)
    before = everything(conn)

    opening.expect_newcomers(conn, at(22))

    assert everything(conn) == before


@on_each_database
def test_a_consent_taken_back_ends_what_is_open_and_a_new_declaration_counts_once(conn: Connection):
    teacher = a_teacher(conn)
    [running] = campaigns.every(conn)
    round_ = round_of(conn, running, "staff")

    erasing.withdraw_consent(
        conn, running, teacher.person_id, by=teacher.person_id, channel="web", now=at(21)
    )

    standing = expected(conn, round_)[teacher.id]
    assert (standing.state, standing.stopped, standing.revision) == (State.MISSING, Stopped.DECLINED, 0)
    assert conn.scalar(select(func.count()).select_from(t.submissions)) == 0
    assert tallies.of(conn, round_.id, unit_id(conn, "C")).get("declared", 0) == 0
    assert consents.latest(conn, running.id, teacher.person_id) == {Agreement.OWN: False}
    assert recount_differs(conn) == []

    declare(conn, teacher, PARTIAL)
    assert tallies.of(conn, round_.id, unit_id(conn, "C"))["declared"] == 1
    assert recount_differs(conn) == []


@on_each_database
def test_a_consent_taken_back_after_the_end_leaves_the_figures_that_were_reported(conn: Connection):
    teacher = a_teacher(conn)
    [running] = campaigns.every(conn)
    campaigns.set_state(conn, running.id, campaigns.CampaignState.CLOSED, at(30))
    before = everything(conn)

    erasing.withdraw_consent(
        conn, running, teacher.person_id, by=teacher.person_id, channel="web", now=at(31)
    )

    assert everything(conn) == before
    assert conn.scalar(select(func.count()).select_from(t.submissions)) == 0
    assert recount_differs(conn) == []


@on_each_database
def test_what_was_reported_directly_counts_and_is_chased_no_more(conn: Connection):
    plant(conn)
    teacher, head = member(conn, NAME, "C"), member(conn, "Cô Thủy", "C", Role.PRINCIPAL)
    running = start(conn)
    round_ = round_of(conn, running, "staff")
    standing = expected(conn, round_)[teacher.id]
    standings.set_stopped(conn, standing.id, Stopped.OFFLINE)

    for complete, counted in ((False, 0), (True, 1)):
        new = standings.report_directly(
            conn, standing.id, complete=complete, by=head.person_id, channel="web", now=at(20)
        )
        tally = tallies.of(conn, round_.id, unit_id(conn, "C"))
        assert (tally["declared"], tally.get("complete", 0)) == (1, counted)
        assert not new.owes
        assert recount_differs(conn) == []


@on_each_database
def test_a_child_takes_its_name_out_of_that_of_its_parents(conn: Connection):
    plant(conn)
    child = member(conn, "Đặng Gia Bảo", CLASS, Role.PUPIL, age_band=AgeBand.FROM_7_TO_15)
    parent = member(conn, "Phụ huynh em Đặng Gia Bảo", CLASS, Role.PARENT)
    people.add_guardian(conn, parent.person_id, child.person_id)

    erasing.erase(conn, child.person_id, at(21), by=parent.person_id)

    assert people.person(conn, parent.person_id).full_name == "Phụ huynh em"
    assert people.children_of(conn, parent.person_id) == []


# --- whatever happens, the counts equal a recount -------------------------------------------------


class Deleting(RuleBasedStateMachine):
    """A class with a report and a school of staff: people declare, leave no trace, come anew."""

    def __init__(self) -> None:
        super().__init__()
        self.conn = in_memory()
        plant(self.conn)
        self.now = STARTED
        self.here: list[tuple[str, Membership]] = []
        for number, phone in enumerate([None, None, True, False]):
            self.comes(number, phone)
        for number in range(2):
            self.here.append(("staff", member(self.conn, f"Giáo Viên {number}", "C")))
        self.running = start(self.conn, DEFINITIONS["bluezone-hau-giang-2020"])
        self.teacher = member(self.conn, "Cô Lan", "C")
        opening.expect_newcomers(self.conn, self.now)

    def comes(self, number: int, phone: bool | None) -> Membership:
        one = member(
            self.conn, f"Em {number}", CLASS, Role.PUPIL, age_band=AgeBand.FROM_16, has_smartphone=phone
        )
        self.here.append(("pupils", one))
        return one

    def teardown(self) -> None:
        self.conn.close()

    @rule(days=st.integers(0, 6))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(place=st.integers(0, 9), answers=st.integers(0, 2))
    def declares(self, place: int, answers: int) -> None:
        kind, one = self.here[place % len(self.here)] if self.here else ("", None)
        if one is None:
            return
        standing = expected(self.conn, round_of(self.conn, self.running, kind)).get(one.id)
        said = ((HAS, HAS_NOT, CANNOT) if kind == "pupils" else (COMPLETE, PARTIAL, SETTLED))[answers]
        if standing is not None:
            standings.submit(self.conn, standing.id, said, by=one.person_id, channel="web", now=self.now)

    @rule(counts=st.dictionaries(st.sampled_from(["yes", "no", "no_smartphone"]), st.integers(0, 6)))
    def reports(self, counts: dict[str, int]) -> None:
        standings.report_class(
            self.conn,
            round_of(self.conn, self.running, "pupils").id,
            unit_id(self.conn, CLASS),
            counts,
            by=self.teacher.person_id,
            channel="web",
            now=self.now,
        )

    @precondition(lambda self: self.here)
    @rule(place=st.integers(0, 9))
    def is_deleted(self, place: int) -> None:
        _, one = self.here.pop(place % len(self.here))
        before = everything(self.conn)
        erasing.erase(self.conn, one.person_id, self.now, by=one.person_id)
        assert everything(self.conn) == before

    @precondition(lambda self: self.here)
    @rule(place=st.integers(0, 9))
    def takes_consent_back(self, place: int) -> None:
        _, one = self.here[place % len(self.here)]
        erasing.withdraw_consent(
            self.conn, self.running, one.person_id, by=one.person_id, channel="web", now=self.now
        )

    @rule(phone=st.sampled_from([None, True, False]))
    def newcomer(self, phone: bool | None) -> None:
        opening.expect_member(self.conn, self.comes(len(self.here) + 10, phone), self.now)

    @rule()
    def roster_comes_in(self) -> None:
        opening.expect_newcomers(self.conn, self.now)

    @invariant()
    def counts_equal_a_recount(self) -> None:
        assert recount_differs(self.conn) == []


TestTheTallyIsARecountWhoeverGoes = Deleting.TestCase
TestTheTallyIsARecountWhoeverGoes.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, phases=[Phase.generate, Phase.shrink]
)
