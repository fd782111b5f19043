"""How two tables become one conversation."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.messages import Choice, Reply
from bot.storage.deliveries import DeliveryState
from bot.storage.webchat import Delivered, Received
from bot.web.history import merge

NOON = datetime(2020, 8, 18, 5, tzinfo=UTC)
YES = Choice(label="Đã cài", action="answer:yes")


def said(number: int, text: str = "…", minute: int = 0, state: str = "done", **payload: Any) -> Received:
    return Received(
        id=number,
        key=f"chat:key-{number}",
        payload={"type": "text", "text": text, **payload},
        state=state,
        at=NOON + timedelta(minutes=minute),
    )


def told(
    number: int,
    text: str = "…",
    minute: int = 0,
    cause: int | None = None,
    choices: tuple[Choice, ...] = (),
    state: DeliveryState = DeliveryState.SENT,
    is_answer: bool = True,
) -> Delivered:
    return Delivered(
        id=number,
        cause=cause,
        reply=Reply(text=text, choices=choices),
        state=state,
        is_answer=is_answer,
        at=NOON + timedelta(minutes=minute),
    )


def ids(*rows: Received | Delivered) -> list[str]:
    return [message.id for message in history(*rows).messages]


def history(*rows: Received | Delivered):
    return merge(
        [row for row in rows if isinstance(row, Received)],
        [row for row in rows if isinstance(row, Delivered)],
    )


def test_messages_are_in_the_order_of_time() -> None:
    assert ids(said(1, minute=0), told(1, minute=1), told(2, minute=3), said(2, minute=2)) == [
        "u1",
        "b1",
        "u2",
        "b2",
    ]


def test_while_the_clock_stands_still_an_answer_follows_what_it_answers() -> None:
    assert ids(said(1), said(2), told(1, cause=1), told(2, cause=2)) == ["u1", "b1", "u2", "b2"]


def test_what_still_waits_in_the_outbox_is_not_shown() -> None:
    assert ids(told(1, state=DeliveryState.WAITING), told(2, state=DeliveryState.SENDING)) == ["b2"]


def test_a_tap_is_shown_with_the_words_of_its_button() -> None:
    tap = said(1, minute=1, type="action", action="answer:yes", ref="7")

    assert [message.text for message in history(told(7, "Đã cài chưa?", choices=(YES,)), tap).messages] == [
        "Đã cài chưa?",
        "Đã cài",
    ]


def test_a_tap_on_a_message_that_is_gone_is_not_shown() -> None:
    assert ids(said(1, type="action", action="answer:yes", ref="7")) == []


QUESTIONS = [
    pytest.param([told(1, choices=(YES,))], "b1", id="just asked"),
    pytest.param([told(1, choices=(YES,)), told(2, minute=1)], "b1", id="something without buttons follows"),
    pytest.param([told(1, choices=(YES,)), told(2, minute=1, choices=(YES,))], "b2", id="asked again"),
    pytest.param([told(1, choices=(YES,)), said(1, minute=1)], None, id="the person has answered"),
    pytest.param(
        [told(1, choices=(YES,)), said(1, minute=1), told(2, minute=2)],
        None,
        id="answered, and no new question",
    ),
    pytest.param([said(1), told(1, minute=1, choices=(YES,))], "b1", id="asked in return to something said"),
    pytest.param([told(1)], None, id="nothing asked"),
]


@pytest.mark.parametrize(("rows", "question"), QUESTIONS)
def test_buttons_stand_under_the_newest_question_only(
    rows: list[Received | Delivered], question: str | None
) -> None:
    assert history(*rows).question == question


WAITING = [
    pytest.param([said(1, state="waiting")], True, id="not handled yet"),
    pytest.param([said(1), told(1, state=DeliveryState.WAITING)], True, id="the answer waits"),
    pytest.param(
        [told(1, state=DeliveryState.WAITING, is_answer=False)], False, id="a reminder waits for its time"
    ),
    pytest.param([said(1), told(1)], False, id="answered"),
    pytest.param([said(1, state="failed")], False, id="given up"),
]


@pytest.mark.parametrize(("rows", "waiting"), WAITING)
def test_the_page_shows_that_an_answer_is_on_its_way(rows: list[Received | Delivered], waiting: bool) -> None:
    assert history(*rows).waiting is waiting


def test_after_a_cursor_comes_what_is_later_and_what_may_still_change() -> None:
    talk = history(
        said(1, minute=0, state="failed"),
        said(2, minute=1),
        told(1, minute=2, state=DeliveryState.SENDING),
        told(2, minute=3),
        told(3, minute=9),
    )
    cursor = talk.cursor - timedelta(minutes=2) // timedelta(microseconds=1)

    assert [message.id for message in talk.since(cursor)] == ["u1", "b1", "b3"]


def test_nothing_sent_within_the_overlap_is_missed_by_a_cursor() -> None:
    talk = history(told(1), told(2))

    assert [message.id for message in talk.since(talk.cursor)] == ["b1", "b2"]


def test_of_a_message_that_was_taken_back_only_that_it_was_is_left() -> None:
    sent, gone = told(7, "Chiều nay họp", minute=1), told(9, minute=30)
    gone = replace(gone, reply=Reply(text="Thông báo đã được thu hồi", deletes="7"))

    shown = history(said(1), sent, told(8, "khác", minute=2), gone)

    assert [(one.id, one.text) for one in shown.messages] == [
        ("u1", "…"),
        ("b7", "Thông báo đã được thu hồi"),
        ("b8", "khác"),
    ]
    assert "b7" in [one.id for one in shown.since(history(said(1), sent).cursor + 60_000_000)]


def test_a_message_is_there_until_it_is_taken_back() -> None:
    gone = replace(
        told(9, state=DeliveryState.WAITING), reply=Reply(text="Thông báo đã được thu hồi", deletes="7")
    )

    assert [one.text for one in history(told(7, "Chiều nay họp"), gone).messages] == ["Chiều nay họp"]
