"""Sending: people first, in order, at the permitted pace; every failure has its consequence on record."""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.messages import Attachment, Lane, Reply
from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)
from bot.storage import Connection, Database, contacts, files, leases
from tests.delivery.conftest import Bot
from tests.fakes.channel import UNHURRIED
from tests.fakes.clock import SIGNED

ANSWER, REMINDER, ANNOUNCEMENT = Lane


async def until_in_flight(bot: Bot, sends: int) -> None:
    while len(bot.channel.journal) < sends:  # noqa: ASYNC110 - the journal is no event
        await asyncio.sleep(0.001)


# --- order and pace


async def test_people_go_before_reminders_and_reminders_before_announcements(bot: Bot):
    for lane in (ANNOUNCEMENT, REMINDER, ANSWER):
        for n in range(3):
            await bot.queue(f"{lane} {n}", lane.value, lane)

    await bot.settle()

    assert bot.channel.texts == ["answer"] * 3 + ["reminder"] * 3 + ["announcement"] * 3


async def test_an_answer_that_comes_during_a_broadcast_takes_the_next_place(bot: Bot):
    bot.channel.capabilities = replace(UNHURRIED, per_second=1)
    bot.dispatcher = bot.new_dispatcher()
    await bot.broadcast(5)
    await bot.dispatcher._step()
    await bot.queue("lan", "trả lời")
    await bot.settle()

    assert bot.channel.texts == ["tin", "trả lời", "tin", "tin", "tin", "tin"]


async def test_the_messages_of_one_chat_arrive_in_their_order_whatever_fails(bot: Bot):
    bot.channel.failures["lan"].append(Unavailable("http-502"))
    for text in ("một", "hai", "ba"):
        await bot.queue("lan", text)

    await bot.settle()
    assert bot.channel.texts == []
    await bot.pass_time(seconds=2)

    assert bot.channel.texts == ["một", "hai", "ba"]


async def test_a_broadcast_keeps_to_the_rate_and_uses_it(bot: Bot):
    bot.channel.capabilities = replace(UNHURRIED, per_second=30)
    bot.dispatcher = bot.new_dispatcher()
    await bot.broadcast(150)
    await bot.dispatcher.drain()

    starts = [message.at for message in bot.channel.journal]
    assert len(starts) == 150
    assert all(later - earlier >= 1 for earlier, later in zip(starts, starts[30:], strict=False))
    assert starts[-1] <= 150 / 30 / 0.98


async def test_one_chat_gets_one_message_a_second_and_the_others_do_not_wait_for_it(bot: Bot):
    bot.channel.capabilities = replace(UNHURRIED, chat_interval=1)
    bot.dispatcher = bot.new_dispatcher()
    for chat, text in (("lan", "một"), ("lan", "hai"), ("minh", "ba")):
        await bot.queue(chat, text)

    await bot.settle()
    assert bot.channel.texts == ["một", "ba"]
    await bot.pass_time(seconds=1.1)

    assert bot.channel.texts == ["một", "ba", "hai"]


# --- time


async def test_a_message_waits_until_it_is_due(bot: Bot):
    await bot.queue("lan", "tin", REMINDER, due_at=SIGNED + timedelta(hours=1))

    await bot.pass_time(minutes=59)
    assert bot.channel.texts == []
    await bot.pass_time(minutes=1)

    assert bot.channel.texts == ["tin"]


async def test_a_message_that_would_come_too_late_is_not_sent(bot: Bot):
    await bot.queue("lan", "tin", REMINDER, expires_at=SIGNED)

    await bot.settle()

    assert bot.channel.texts == []
    assert (await bot.progress()).expired == 1


async def test_a_message_that_expires_while_it_waits_for_a_retry_is_not_sent(bot: Bot):
    bot.channel.failures["lan"].append(Unavailable("http-502"))
    await bot.queue("lan", "tin", REMINDER, expires_at=SIGNED + timedelta(seconds=1))
    await bot.settle()

    await bot.pass_time(seconds=5)

    assert (bot.channel.attempts, (await bot.progress()).expired) == (1, 1)


# --- failures


async def test_a_pause_asked_for_by_the_platform_binds_the_whole_channel(bot: Bot):
    bot.channel.failures["lan"].append(Throttled("http-429", retry_after=30))
    await bot.queue("lan", "một")
    await bot.settle()
    await bot.queue("minh", "hai")

    await bot.pass_time(seconds=29)
    assert bot.channel.texts == []
    await bot.pass_time(seconds=1.1)

    assert sorted(bot.channel.texts) == ["hai", "một"]


async def test_a_pause_is_remembered_over_a_restart(bot: Bot):
    bot.channel.failures["lan"].append(Throttled("http-429", retry_after=30))
    await bot.queue("lan", "một")
    await bot.settle()
    await bot.dispatcher.stop(1)

    bot.dispatcher = bot.new_dispatcher()
    await bot.queue("minh", "hai")
    assert bot.channel.texts == []
    await bot.pass_time(seconds=31)

    assert sorted(bot.channel.texts) == ["hai", "một"]


async def test_a_person_who_blocked_the_bot_is_marked_and_nothing_else_is_tried(bot: Bot):
    bot.channel.failures["lan"].append(Unreachable("blocked"))
    for text in ("một", "hai", "ba"):
        await bot.queue("lan", text, REMINDER)
    await bot.queue("minh", "chào")

    await bot.settle()

    contact = await bot.database.read(lambda conn: contacts.contact(conn, "telegram", "lan", SIGNED))
    assert contact.unreachable_at is not None
    assert (await bot.progress()).given_up == {"blocked": 3}
    assert (bot.channel.attempts, bot.channel.texts) == (2, ["chào"])


async def test_what_is_queued_for_an_unreachable_person_is_given_up_until_they_write(bot: Bot):
    bot.channel.failures["lan"].append(Unreachable("blocked"))
    await bot.queue("lan", "một")
    await bot.settle()

    await bot.queue("lan", "hai")
    await bot.settle()
    assert (await bot.progress()).given_up == {"blocked": 1, "unreachable": 1}
    await bot.receive("lan: em đây")
    await bot.settle()

    assert bot.channel.texts == ["em đây"]


async def test_a_message_the_platform_calls_wrong_is_given_up_with_the_reason(bot: Bot):
    bot.channel.failures["lan"].append(Refused("http-400"))
    await bot.queue("lan", "một")
    await bot.queue("lan", "hai")

    await bot.settle()

    assert bot.channel.texts == ["hai"]
    assert (await bot.progress()).given_up == {"http-400": 1}


@pytest.mark.parametrize(
    ("lane", "sends"), [(ANSWER, 4), (REMINDER, 4), (ANNOUNCEMENT, 2)], ids=["answer", "reminder", "bulk"]
)
async def test_a_send_of_unknown_outcome_is_repeated_and_counted(bot: Bot, lane: Lane, sends: int):
    bot.channel.lost_answers["lan"].extend([OutcomeUnknown("timeout")] * 10)
    await bot.queue("lan", "tin", lane)

    await bot.settle()
    for _ in range(10):
        await bot.pass_time(minutes=1)

    progress = await bot.progress()
    assert bot.channel.texts == ["tin"] * sends
    assert (progress.given_up, progress.possible_duplicates) == ({"timeout": 1}, sends - 1)


async def test_an_error_nobody_foresaw_counts_as_unknown_outcome(bot: Bot, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG, "bot")
    bot.channel.failures["lan"].append(ZeroDivisionError("bí mật"))
    await bot.queue("lan", "tin")

    await bot.settle()
    await bot.pass_time(seconds=2)

    assert bot.channel.texts == ["tin"]
    assert "ZeroDivisionError" in caplog.text
    assert "bí mật" not in caplog.text


async def test_a_wrong_token_stops_the_channel_and_keeps_what_waits(bot: Bot):
    bot.channel.failures["lan"].append(Misconfigured("http-401"))
    await bot.queue("lan", "một")
    await bot.queue("minh", "hai", due_at=SIGNED + timedelta(seconds=1))

    await asyncio.wait_for(bot.dispatcher.run(), 5)
    assert bot.dispatcher.stopped_because == "http-401"
    await bot.dispatcher.stop(1)

    bot.dispatcher = bot.new_dispatcher()
    await bot.pass_time(seconds=1)
    assert sorted(bot.channel.texts) == ["hai", "một"]


async def test_a_platform_that_is_down_is_not_hammered(bot: Bot):
    for n in range(60):
        bot.channel.failures[f"chat {n}"].extend([Unavailable("dns")] * 50)
        await bot.queue(f"chat {n}", "tin", ANNOUNCEMENT)
    for _ in range(60):
        await bot.pass_time(seconds=1)

    assert bot.channel.attempts <= 48 + 60 * 10

    bot.channel.failures.clear()
    for _ in range(20):
        await bot.pass_time(minutes=1)
    assert (await bot.progress()).sent == 60


# --- wording at the moment of sending


@pytest.mark.parametrize(
    ("wording", "texts", "cancelled"),
    [
        (Reply(text="còn 1 người"), ["còn 1 người"], 0),
        (None, [], 1),
        (SIGNED + timedelta(hours=1), [], 0),
    ],
    ids=["worded", "nothing left to say", "not now"],
)
async def test_a_message_without_words_is_worded_when_it_is_sent(
    bot: Bot, wording: Reply | datetime | None, texts: list[str], cancelled: int
):
    bot.wording = lambda: wording
    await bot.queue("lan", None, REMINDER)

    await bot.settle()

    assert bot.channel.texts == texts
    assert (await bot.progress()).cancelled == cancelled


async def test_a_postponed_message_is_worded_afresh_when_its_time_comes(bot: Bot):
    bot.wording = lambda: SIGNED + timedelta(hours=1)
    await bot.queue("lan", None, REMINDER)
    await bot.settle()

    bot.wording = lambda: Reply(text="bây giờ")
    await bot.pass_time(hours=1)

    assert bot.channel.texts == ["bây giờ"]


async def test_a_retry_says_what_is_true_then(bot: Bot):
    bot.channel.failures["lan"].append(Unavailable("http-502"))
    bot.wording = lambda: Reply(text="còn 2 người")
    await bot.queue("lan", None, REMINDER)
    await bot.settle()

    bot.wording = lambda: Reply(text="còn 1 người")
    await bot.pass_time(seconds=2)

    assert bot.channel.texts == ["còn 1 người"]


async def test_a_wording_that_fails_is_tried_three_times_and_holds_up_nobody(bot: Bot):
    def fail() -> Reply:
        raise KeyError("bí mật")

    bot.wording = fail
    await bot.queue("lan", None, REMINDER)
    await bot.queue("minh", "chào", ANNOUNCEMENT)
    for _ in range(4):
        await bot.pass_time(minutes=1)

    assert bot.channel.texts == ["chào"]
    assert (await bot.progress()).given_up == {"KeyError": 1}


async def test_many_messages_with_nothing_to_say_do_not_keep_the_others_waiting(bot: Bot):
    for n in range(60):
        await bot.queue(f"chat {n}", None, REMINDER)
    await bot.queue("lan", "chào", ANNOUNCEMENT)

    await bot.settle()

    assert bot.channel.texts == ["chào"]


# --- attachments


async def test_an_attachment_travels_with_its_message(bot: Bot):
    def save(conn: Connection) -> int:
        return files.save(conn, name="a.png", mime="image/png", content=b"png", now=SIGNED, expires_at=SIGNED)

    file_id = await bot.database.write(save)
    picture = Attachment(ref=str(file_id), name="a.png", mime="image/png")
    await bot.queue("lan", None, body=Reply(text="ảnh", attachment=picture))
    await bot.settle()

    assert [message.content for message in bot.channel.journal] == [b"png"]


async def test_a_message_whose_file_is_gone_is_given_up(bot: Bot):
    gone = Attachment(ref="7", name="a.png", mime="image/png")
    await bot.queue("lan", None, body=Reply(text="ảnh", attachment=gone))
    await bot.settle()

    assert (await bot.progress()).given_up == {"file-expired": 1}


# --- crashes, stops, several processes


async def test_a_crash_between_commit_and_send_loses_no_answer(bot: Bot, database: Database):
    await bot.receive("lan: chào")
    await bot.workers.drain()

    restarted = Bot(database, bot.clock)
    await restarted.settle()

    assert restarted.channel.texts == ["chào"]


async def test_a_crash_during_a_send_repeats_what_was_in_flight_and_nothing_else(
    bot: Bot, database: Database
):
    await bot.queue("lan", "một")
    await bot.settle()
    bot.channel.gate.clear()
    await bot.queue("lan", "hai")
    await bot.queue("lan", "ba")
    crashing = asyncio.create_task(bot.dispatcher.drain())
    await until_in_flight(bot, 2)
    crashing.cancel()

    restarted = Bot(database, bot.clock)
    await restarted.pass_time(seconds=16)

    assert restarted.channel.texts == ["hai", "ba"]
    assert (await restarted.progress()).possible_duplicates == 1
    bot.channel.gate.set()


async def test_a_stop_lets_what_is_in_flight_end_and_keeps_the_rest(bot: Bot, database: Database):
    bot.channel.gate.clear()
    await bot.queue("lan", "một")
    await bot.queue("lan", "hai")
    running = asyncio.create_task(bot.dispatcher.run())
    await until_in_flight(bot, 1)

    stopping = asyncio.create_task(bot.dispatcher.stop(10))
    await asyncio.sleep(0)
    bot.channel.gate.set()
    await stopping
    await running

    assert bot.channel.texts == ["một"]
    restarted = Bot(database, bot.clock)
    await restarted.settle()  # at once: the lease was given back
    assert restarted.channel.texts == ["hai"]
    assert (await restarted.progress()).possible_duplicates == 0


async def test_a_stop_does_not_wait_for_ever(bot: Bot, database: Database):
    bot.channel.gate.clear()
    await bot.queue("lan", "một")
    running = asyncio.create_task(bot.dispatcher.run())
    await until_in_flight(bot, 1)

    await bot.dispatcher.stop(0.01)
    await running

    restarted = Bot(database, bot.clock)
    await restarted.settle()
    assert restarted.channel.texts == ["một"]
    assert (await restarted.progress()).possible_duplicates == 1


async def test_of_two_processes_one_sends_and_the_other_takes_over(bot: Bot, database: Database):
    await bot.settle()
    second = Bot(database, bot.clock)
    await second.queue("lan", "một")
    await second.settle()
    assert second.channel.texts == []

    bot.dispatcher.wake()
    await bot.settle()
    assert bot.channel.texts == ["một"]

    await second.queue("lan", "hai")
    await second.pass_time(seconds=16)
    assert second.channel.texts == ["hai"]


async def test_a_process_that_stood_still_claims_nothing_once_another_has_taken_over(
    bot: Bot, database: Database
):
    await bot.settle()
    second = Bot(database, bot.clock)
    await database.write(lambda conn: leases.release(conn, "dispatcher:telegram", bot.dispatcher._holder))
    await second.queue("lan", "một")
    await second.settle()
    await second.queue("lan", "hai")

    bot.dispatcher.wake()  # it has not noticed: its lease would have been good for a while
    await bot.settle()

    assert bot.channel.texts == []
    await second.settle()
    assert second.channel.texts == ["một", "hai"]


async def test_what_was_claimed_while_the_lease_was_elsewhere_is_taken_back_with_it(
    bot: Bot, database: Database
):
    await bot.settle()
    gone = Bot(database, bot.clock)
    gone.channel.gate.clear()
    await database.write(lambda conn: leases.release(conn, "dispatcher:telegram", bot.dispatcher._holder))
    await gone.queue("lan", "một")
    sending = asyncio.create_task(gone.dispatcher.drain())
    await until_in_flight(gone, 1)
    sending.cancel()  # killed before the first has noticed that it lost the lease
    await database.write(lambda conn: leases.release(conn, "dispatcher:telegram", gone.dispatcher._holder))

    bot.dispatcher.wake()
    await bot.settle()

    assert bot.channel.texts == ["một"]


async def test_something_queued_wakes_a_sleeping_dispatcher(bot: Bot):
    running = asyncio.create_task(bot.dispatcher.run())
    await asyncio.sleep(0.05)

    await bot.queue("lan", "chào")
    await until_in_flight(bot, 1)

    await bot.dispatcher.stop(1)
    await running
    assert bot.channel.texts == ["chào"]


@pytest.mark.parametrize(
    "error",
    [Unreachable("blocked"), Refused("http-400"), Unavailable("dns"), OutcomeUnknown("timeout")],
    ids=lambda error: type(error).__name__,
)
async def test_whatever_fails_for_one_person_others_get_their_messages(bot: Bot, error: ChannelError):
    bot.channel.failures["lan"].append(error)
    await bot.queue("lan", "một")
    await bot.queue("minh", "hai")

    await bot.settle()

    assert bot.channel.texts == ["hai"]
