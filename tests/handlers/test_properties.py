"""What holds in every conversation, whoever writes what and whenever: wild walks over the whole bot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from bot.domain.deadlines import VIETNAM
from bot.handlers import actions
from bot.handlers.turn import DECLARE
from bot.storage import Connection, contacts
from bot.storage.tables import deliveries, submissions
from tests.handlers.checks import miscounted, records, session_of
from tests.handlers.stage import LONGEST, Arrived, Stage, Theatre, codes
from tests.handlers.world import agree, person_id, register, start_campaign, write_province

START = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM)
#: Chats, and who writes from them; a stranger, and people of every role.
CAST = {
    "stranger": None,
    "nhung": "Nguyễn Thị Hồng Nhung",
    "lan": "Phan Thị Lan",
    "thuy": "Trần Thị Thu Thủy",
    "ut": "Danh Thị Út",
    "bao": "Đặng Gia Bảo",
    "hung": "Bùi Quốc Hưng",
}
SOME = settings(max_examples=15, deadline=None)

#: What people write, and codes, names and commands that lead on.
SENTENCES = """
em cài rồi|e cài rùi, ck với 2 con nx|cả nhà cài hết rồi|nhà em 4 người|nhầm, 3 người|0|1|2|3|15|99|-1
đúng|ok|không|đồng ý|tối nay em cài|tối nhắc em lại nhé|nhắn hoài phiền quá|đừng nhắn nữa|link đâu ạ
trường mình sao rồi|ai chưa báo|dữ liệu của tôi|khai giùm bạn Lan|trẻ nhỏ|máy không hỗ trợ|🙂|555555
/khaibao|/huy|/trangthai|/chuabao|/moi|/lienket|/dulieu|/tamdung|/giupdo|/start|/khong_co
/start NVTHPT20|/start HS6A2020|/start PH6A2020|NVTHPT20|HTTHPT20|PH6A2020|SAI00001
Nguyễn Thị Hồng Nhung|le van an|Đặng Gia Bảo|Quách Thị Mới|https://thpt.example/bluezone
"""
TEXTS = (
    st.sampled_from(SENTENCES.strip().replace("\n", "|").split("|"))
    | st.text(max_size=60)
    | st.just("dài " * 2500)
)
ACTIONS = st.builds(
    lambda verb, number, rest: ":".join([verb, number, *rest])[:64],
    st.sampled_from([*actions.REGISTERING, *actions.ACTIONS, "", "no such verb"]),
    st.integers(min_value=0, max_value=40).map(str) | st.sampled_from(["", "x", "9" * 20]),
    st.lists(
        st.sampled_from(["yes", "no", "confirm", "self_installed", "which", "staff", "1", "x"]), max_size=2
    ),
)
SPANS = st.sampled_from([timedelta(minutes=16), timedelta(hours=7), timedelta(days=3)])

#: What somebody does, and with what.
Move: TypeAlias = tuple[str, Any]
TAPS = st.tuples(st.just("taps"), st.integers(min_value=0, max_value=7))
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.tuples(st.just("says"), TEXTS),
    TAPS,
    TAPS,
    st.tuples(st.just("acts"), ACTIONS),
    st.tuples(st.just("sends"), st.sampled_from(["media", "document", "unsupported"])),
    st.tuples(st.just("waits"), SPANS),
)
Walk: TypeAlias = list[tuple[str, Move]]
#: Two people at a time: with more, nobody gets anywhere.
WALKS = st.lists(st.sampled_from(list(CAST)), min_size=2, max_size=2).flatmap(
    lambda chats: st.lists(st.tuples(st.sampled_from(chats), MOVES), min_size=3, max_size=12)
)


def do(stage: Stage, chat: str, move: Move) -> list[Arrived]:
    verb, what = move
    match verb:
        case "says":
            return stage.says(chat, what)
        case "acts":
            return stage.acts(chat, what)
        case "sends":
            return stage.sends(chat, what)
        case "waits":
            return stage.waits(stage.now + what)
    choices = stage.shown[chat].choices if chat in stage.shown else ()
    if not choices:
        return stage.says(chat, "khai báo")
    return stage.acts(chat, choices[what % len(choices)].action)


@pytest.fixture(scope="module")
def new_stage(theatre: Theatre) -> Callable[[], Stage]:
    """A stage in the middle of things: a summary is open, something is declared in part, a pupil waits."""

    def write(conn: Connection) -> None:
        write_province(conn, START)
        start_campaign(conn, "bluezone-hau-giang-2020", START)
        for chat, name in CAST.items():
            if name is not None:
                register(conn, "web", chat, person_id(conn, name), START)
        for name in ("Nguyễn Thị Hồng Nhung", "Phan Thị Lan", "Trần Thị Thu Thủy"):
            agree(conn, person_id(conn, name), START)

    stage = Stage(connect=theatre.set("cast", write), now=START)
    for chat, texts in {
        "nhung": "em cài rồi|0",
        "lan": "em cài rồi|2|1|0|trẻ nhỏ|đúng",
        "bao": "đồng ý",
    }.items():
        for text in ["khai báo", *texts.split("|")]:
            stage.says(chat, text)
    theatre.keep("walks")

    def again() -> Stage:
        theatre.set("walks")
        return replace(stage, shown=dict(stage.shown), draw=codes())

    return again


def declarations(conn: Connection) -> int:
    return conn.scalar(select(func.count()).select_from(submissions)) or 0


@given(walk=WALKS)
@SOME
def test_every_message_is_answered_and_every_tally_is_its_recount(new_stage: Callable[[], Stage], walk: Walk):
    stage = new_stage()
    for chat, move in walk:
        turns = stage.turns
        arrived = do(stage, chat, move)
        answers = [one for one in arrived if one.kind == "answer" and one.chat == chat]
        # What a platform hides from us is answered once an hour.
        silent = not answers and move == ("sends", "unsupported")
        assert silent or len(answers) == stage.turns - turns, "one answer for each message"
        for one in arrived:
            assert one.reply.text.strip()
            assert len(one.reply.text.encode("utf-16-le")) // 2 <= LONGEST
            assert all(choice.label.strip() for choice in one.reply.choices)
    with stage.connect() as conn:
        assert miscounted(conn) == []


@given(walk=WALKS)
@SOME
def test_nothing_counts_before_it_is_confirmed(new_stage: Callable[[], Stage], walk: Walk):
    """A declaration is added only under a summary, and holds what the summary showed."""
    stage = new_stage()
    for chat, move in walk:
        with stage.connect() as conn:
            before = declarations(conn)
            session = session_of(conn, contacts.contact(conn, "web", chat, stage.now))
        do(stage, chat, move)
        with stage.connect() as conn:
            if declarations(conn) == before:
                continue
            newest = select(submissions.c.answers).order_by(submissions.c.id.desc())
            assert declarations(conn) == before + 1
            assert (session.topic, session.data.get("asked")) == (DECLARE, "confirm")
            assert conn.scalar(newest) == session.data["answers"]


@given(chat=st.sampled_from(list(CAST)), text=TEXTS)
@example(chat="nhung", text="đúng")
@settings(max_examples=8, deadline=None)
def test_an_update_that_comes_again_is_handled_once(new_stage: Callable[[], Stage], chat: str, text: str):
    """The platform redelivers what was not acknowledged in time, before or after it was answered."""
    outcomes = []
    for times in (1, 2):
        stage = new_stage()
        for _ in range(times):
            stage.receives(chat, text, times=times)
        with stage.connect() as conn:
            answers = conn.scalar(select(func.count()).select_from(deliveries))
            outcomes.append((answers, records(conn)))
    assert outcomes[0] == outcomes[1]


@given(walk=WALKS)
@settings(max_examples=8, deadline=None)
def test_equal_conversations_end_equal(new_stage: Callable[[], Stage], walk: Walk):
    outcomes = []
    for _ in range(2):
        stage = new_stage()
        said = [one.reply for chat, move in walk for one in do(stage, chat, move)]
        with stage.connect() as conn:
            outcomes.append((said, records(conn)))
    assert outcomes[0] == outcomes[1]
