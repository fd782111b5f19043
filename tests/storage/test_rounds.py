"""What officers ask for, and what was asked before."""

from datetime import date

from bot.domain.forms import Answers, QuestionKind
from bot.domain.people import Role
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import State
from bot.domain.units import SCHOOL
from bot.reminders import planner
from bot.storage import (
    Connection,
    alerts,
    campaigns,
    filling,
    past,
    reach,
    round_units,
    rounds,
    standings,
    tasks,
)
from bot.storage.campaigns import Running
from tests.storage.world import (
    AN_TOAN,
    DEFINITIONS,
    at,
    chatting,
    expected,
    member,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)

MONDAY, FRIDAY = at(1, 8, month=3, year=2021), at(5, 8, month=3, year=2021)
MET: Answers = {"symptoms": 0, "isolated": 1, **{f"c{number}": True for number in range(1, 16)}}


def under_614(conn: Connection) -> tuple[Running, int]:
    """Công văn 614 at work, and the head of school C, who chats."""
    plant(conn)
    head = chatting(conn, member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL))
    return start(conn, AN_TOAN, now=MONDAY), head.person_id


def ask(
    conn: Connection, running: Running, by: int, question: QuestionKind | None = QuestionKind.AMOUNT
) -> Round:
    round_ = rounds.ask(
        conn,
        campaign_id=running.id,
        obligation="situation",
        label="Số học sinh nghỉ",
        question=question,
        scope_unit_id=running.scope_unit_id,
        asked_by=by,
        opens_at=MONDAY,
        due_before=at(1, 10, month=3, year=2021),
    )
    filling.open_round(conn, running, round_, MONDAY)
    return round_


def slot(conn: Connection, running: Running, day: date) -> Round:
    return next(one for one in rounds.rounds_of(conn, running.id) if one.slot == day)


def declare(conn: Connection, round_: Round, answers: Answers, by: int) -> int:
    standing = expected(conn, round_)[unit_id(conn, "C")]
    standings.submit(conn, standing.id, answers, by=by, channel="web", now=MONDAY)
    return standing.id


@on_each_database
def test_a_request_is_a_round_of_its_own_and_its_answer_satisfies_no_slot(conn: Connection):
    running, head = under_614(conn)
    round_ = ask(conn, running, head)

    declare(conn, round_, {"asked": 3}, head)

    assert (round_.kind, round_.question, round_.asked_by) == (RoundKind.AD_HOC, QuestionKind.AMOUNT, head)
    states = {
        task.label: task.standing.state
        for task in tasks.tasks_of(conn, head)
        if task.obligation == "situation"
    }
    assert states == {"Số học sinh nghỉ": State.COMPLETE, "": State.MISSING}


@on_each_database
def test_a_withdrawn_request_is_nobodys_task_and_still_known_to_whoever_asked(conn: Connection):
    running, head = under_614(conn)
    round_ = ask(conn, running, head)

    assert rounds.withdraw(conn, round_.id, MONDAY)

    assert round_.id not in {one.id for one in rounds.rounds_of(conn, running.id)}
    assert round_.id not in {task.standing.round_id for task in tasks.tasks_of(conn, head)}
    assert [one.id for one in rounds.asked_for_by(conn, head, 5)] == [round_.id]
    assert rounds.round_by_id(conn, round_.id).withdrawn_at == MONDAY
    assert not rounds.withdraw(conn, round_.id, FRIDAY)


@on_each_database
def test_what_was_declared_last_is_found_for_the_same_respondent_and_obligation_only(conn: Connection):
    running, head = under_614(conn)
    planner.open_rounds(conn, FRIDAY)
    monday, friday = slot(conn, running, date(2021, 3, 1)), slot(conn, running, date(2021, 3, 5))
    now = expected(conn, friday)[unit_id(conn, "C")]
    assert past.latest(conn, now.id) is None

    declare(conn, ask(conn, running, head), {"asked": 3}, head)
    declare(conn, round_of(conn, running, "account"), {"step": "received"}, head)
    assert past.latest(conn, now.id) is None

    first = declare(conn, monday, MET, head)
    found = past.latest(conn, now.id)
    assert found is not None
    assert (found.answers, found.slot, found.submitted_at) == (MET, date(2021, 3, 1), MONDAY)
    assert past.declaration(conn, now.id, found.submission_id) == found
    elsewhere = expected(conn, friday)[unit_id(conn, "A")]
    assert past.declaration(conn, elsewhere.id, found.submission_id) is None
    assert past.latest(conn, first) is None  # a round is not repeated for itself

    standings.submit(conn, first, {**MET, "isolated": 0}, by=head, channel="web", now=FRIDAY)
    assert past.declaration(conn, now.id, found.submission_id) is None  # corrected since
    corrected = past.latest(conn, now.id)
    assert corrected is not None
    assert corrected.answers["isolated"] == 0


@on_each_database
def test_the_history_holds_what_comes_again_the_latest_first(conn: Connection):
    running, head = under_614(conn)
    planner.open_rounds(conn, FRIDAY)
    declare(conn, slot(conn, running, date(2021, 3, 1)), MET, head)

    found = past.history(conn, (unit_id(conn, "C"),), (), skip=0, limit=9)
    assert [(one.slot, standing.state) for one, standing in found] == [
        (date(2021, 3, 5), State.MISSING),
        (date(2021, 3, 1), State.COMPLETE),
    ]
    assert [one.slot for one in past.counted(conn, unit_id(conn, "SO"), skip=1, limit=9)] == [
        date(2021, 3, 1)
    ]
    assert past.history(conn, (), (), skip=0, limit=9) == []


@on_each_database
def test_units_are_named_that_have_not_answered_and_what_the_others_said(conn: Connection):
    running, head = under_614(conn)
    round_ = ask(conn, running, head)
    declare(conn, round_, {"asked": 7}, head)

    silent = round_units.silent(conn, round_.id, unit_id(conn, "SO"), running.tree_on, most=1)
    assert (silent.names, silent.count) == (("Trường THCS A",), 2)
    said = round_units.said(conn, round_.id, unit_id(conn, "SO"), running.tree_on, most=9)
    assert said == [("Trường THPT C", {"asked": 7})]
    assert round_units.silent(conn, round_.id, unit_id(conn, "C"), running.tree_on, most=9).count == 0


@on_each_database
def test_it_is_known_beforehand_whom_a_request_reaches(conn: Connection):
    running, _ = under_614(conn)
    chatting(conn, member(conn, "Phó", "C", Role.DEPUTY))
    member(conn, "Không chat", "A", Role.PRINCIPAL)
    audience = running.campaign.obligation("situation").audience
    assert audience.units == (SCHOOL,)

    found = reach.reach(conn, audience, unit_id(conn, "SO"), running.tree_on)
    assert (found.respondents, found.reached, found.by_channel) == (3, 1, {"telegram": 2})
    assert reach.reach(conn, audience, unit_id(conn, "P1"), running.tree_on).by_channel == {}


@on_each_database
def test_a_call_for_help_waits_until_somebody_is_in_touch_or_it_is_over(conn: Connection):
    plant(conn)
    lan = member(conn, "Lan", "C")
    head = member(conn, "Hiệu Trưởng", "C", Role.PRINCIPAL)
    running = start(conn, DEFINITIONS["an-toan-mua-bao-2026"], now=at(21, 6, month=11, year=2026))
    standing = expected(conn, round_of(conn, running, "staff"))[lan.id]

    def waiting(code: str) -> dict[str, int]:
        return alerts.unseen(conn, running, unit_id(conn, code))

    alerts.raise_(conn, standing.id, MONDAY)
    assert waiting("SO") == waiting("C") == {"Trường THPT C": 1}
    assert waiting("P1") == {}
    assert alerts.see(conn, standing.id, head.person_id, FRIDAY)
    assert not alerts.see(conn, standing.id, lan.person_id, FRIDAY)
    assert waiting("SO") == {}
    call = alerts.of_standing(conn, standing.id)
    assert call is not None
    assert (call.seen_by, call.seen_at, call.of_unit) == (head.person_id, FRIDAY, False)

    alerts.raise_(conn, standing.id, FRIDAY)  # again: somebody has to take it up anew
    assert waiting("SO") == {"Trường THPT C": 1}
    alerts.clear(conn, standing.id)
    assert (waiting("SO"), alerts.of_standing(conn, standing.id)) == ({}, None)


@on_each_database
def test_the_latest_slot_that_is_written_down_is_known_by_obligation(conn: Connection):
    running, _ = under_614(conn)
    assert rounds.last_slots(conn, running.id) == {"situation": date(2021, 3, 8)}
    assert campaigns.every(conn) == [running]
