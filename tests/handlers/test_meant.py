"""Somebody in two campaigns at once: a sentence goes to the one it names, and is never noted elsewhere."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.deadlines import VIETNAM
from bot.domain.standings import Task
from bot.handlers.turn import DECLARE, WHOM, Session
from bot.storage import Connection, contacts, tasks
from tests.handlers.checks import session_of
from tests.handlers.stage import Stage, Theatre
from tests.handlers.world import agree, person_id, register, start_campaign, write_province

BLUEZONE, VNEID = "bluezone-hau-giang-2020", "vneid-muc-2-2026"
OTHER = {BLUEZONE: VNEID, VNEID: BLUEZONE}
#: Days on which this campaign is the more urgent: Bluezone is due before 30/8/2020, and overdue in 2026.
URGENT = {
    BLUEZONE: datetime(2020, 8, 20, 19, 5, tzinfo=VIETNAM),
    VNEID: datetime(2026, 11, 20, 19, 5, tzinfo=VIETNAM),
}
NHUNG = "Nguyễn Thị Hồng Nhung"

NAMED = [
    ("em cài bluezone rồi", BLUEZONE),
    ("bluezone xong rồi ạ", BLUEZONE),
    ("e cai roi", BLUEZONE),
    ("em tải về rồi", BLUEZONE),
    ("cả nhà cài hết rồi", BLUEZONE),
    ("em gỡ bluezone rồi", BLUEZONE),
    ("nhà em 4 người cài cả rồi", BLUEZONE),
    ("em kích hoạt rồi ạ", VNEID),
    ("vneid rồi ạ", VNEID),
    ("vneid xong rồi", VNEID),
    ("e kich hoat roi", VNEID),
    ("cả nhà kích hoạt xong rồi", VNEID),
    ("nhà em 4 người kích hoạt cả rồi", VNEID),
]
EITHER = ["rồi ạ", "xong rồi", "em xong rồi ạ", "cả nhà xong rồi", "4"]


def stage_of(theatre: Theatre, urgent: str) -> Stage:
    start = URGENT[urgent]

    def write(conn: Connection) -> None:
        write_province(conn, start)
        for slug in (BLUEZONE, VNEID):
            start_campaign(conn, slug, start)
        register(conn, "web", "nhung", person_id(conn, NHUNG), start)
        agree(conn, person_id(conn, NHUNG), start)

    return Stage(connect=theatre.set(f"two-{urgent}", write), now=start)


def task_of(stage: Stage, slug: str) -> Task:
    with stage.connect() as conn:
        found = tasks.tasks_of(conn, person_id(conn, NHUNG))
    return next(task for task in found if task.campaign_slug == slug)


def session(stage: Stage) -> Session:
    with stage.connect() as conn:
        return session_of(conn, contacts.contact(conn, "web", "nhung", stage.now))


def noted(stage: Stage, slug: str) -> dict[str, Any]:
    """The answers that are kept of a declaration, open or put aside."""
    now, standing_id = session(stage), task_of(stage, slug).standing.id
    opened = now.topic == DECLARE and now.data["standing_id"] == standing_id
    kept: dict[str, Any] = now.data if opened else now.left.get(str(standing_id), {})
    return dict(kept.get("answers", {}))


def opens(stage: Stage, slug: str) -> None:
    stage.acts("nhung", f"open:{task_of(stage, slug).standing.id}")


def is_open(stage: Stage, slug: str) -> bool:
    now = session(stage)
    return now.topic == DECLARE and now.data["standing_id"] == task_of(stage, slug).standing.id


@pytest.mark.parametrize("urgent", URGENT)
def test_one_of_the_two_is_the_more_urgent(theatre: Theatre, urgent: str):
    stage = stage_of(theatre, urgent)
    stage.says("nhung", "khai báo")
    assert stage.shown["nhung"].choices[0].action == f"open:{task_of(stage, urgent).standing.id}"


@pytest.mark.parametrize("urgent", URGENT)
@pytest.mark.parametrize(("text", "slug"), NAMED)
def test_what_names_a_campaign_goes_to_it_however_urgent_the_other_is(
    theatre: Theatre, urgent: str, text: str, slug: str
):
    stage = stage_of(theatre, urgent)
    stage.says("nhung", text)
    assert is_open(stage, slug)
    assert noted(stage, OTHER[slug]) == {}


@pytest.mark.parametrize(("text", "slug"), NAMED)
def test_what_names_a_campaign_goes_to_it_while_a_question_of_the_other_is_open(
    theatre: Theatre, text: str, slug: str
):
    stage = stage_of(theatre, BLUEZONE)
    opens(stage, OTHER[slug])
    stage.says("nhung", text)
    assert is_open(stage, slug)
    assert noted(stage, OTHER[slug]) == {}


@pytest.mark.parametrize(
    ("text", "slug"), [("chắc em cài bluezone rồi", BLUEZONE), ("em cài vneid rồi", VNEID)]
)
def test_what_is_not_clear_is_asked_about_where_it_belongs(theatre: Theatre, text: str, slug: str):
    stage = stage_of(theatre, OTHER[slug])
    stage.says("nhung", text)
    assert is_open(stage, slug)
    assert noted(stage, slug) == noted(stage, OTHER[slug]) == {}


@pytest.mark.parametrize("urgent", URGENT)
@pytest.mark.parametrize("text", EITHER)
def test_what_both_understand_is_asked_about_and_used_for_the_one_chosen(
    theatre: Theatre, urgent: str, text: str
):
    stage = stage_of(theatre, urgent)
    stage.says("nhung", text)
    assert session(stage).topic == WHOM
    assert len(stage.shown["nhung"].choices) == 2
    stage.taps("nhung", "VNeID")
    assert is_open(stage, VNEID)
    assert noted(stage, BLUEZONE) == {}
    assert noted(stage, VNEID) or text == "4", "a bare number is asked about there"


@pytest.mark.parametrize("slug", URGENT)
def test_what_both_understand_answers_the_question_that_is_open(theatre: Theatre, slug: str):
    stage = stage_of(theatre, OTHER[slug])
    opens(stage, slug)
    stage.says("nhung", "rồi ạ")
    assert is_open(stage, slug)
    assert list(noted(stage, slug).values()) == [True]


@pytest.mark.parametrize("slug", URGENT)
def test_what_only_one_still_asks_goes_to_it(theatre: Theatre, slug: str):
    stage = stage_of(theatre, BLUEZONE)
    opens(stage, OTHER[slug])
    for text in ("rồi ạ", "0", "đúng"):
        stage.says("nhung", text)
    assert not task_of(stage, OTHER[slug]).standing.owes
    stage.says("nhung", "rồi ạ")
    assert is_open(stage, slug)


@given(
    talk=st.lists(
        st.sampled_from([text for text, _ in NAMED] + EITHER + ["/huy", "không", "đúng", "2", "0", "chưa"]),
        min_size=1,
        max_size=6,
    ),
    last=st.sampled_from(NAMED),
    urgent=st.sampled_from(list(URGENT)),
)
@settings(max_examples=15, deadline=None)
def test_whatever_was_said_before_a_named_campaign_is_the_one_that_is_spoken_of(
    theatre: Theatre, talk: list[str], last: tuple[str, str], urgent: str
):
    stage = stage_of(theatre, urgent)
    for text in talk:
        stage.says("nhung", text)
    text, slug = last
    before = noted(stage, OTHER[slug])
    stage.says("nhung", text)
    assert noted(stage, OTHER[slug]) == before
    assert is_open(stage, slug)
