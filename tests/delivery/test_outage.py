"""A platform that is away for long: what waits is sent when it is back, and is no means to find out."""

import asyncio
from datetime import timedelta
from random import Random

import pytest

from bot.delivery.outage import OUTAGE, Outage
from bot.domain.messages import Lane
from bot.errors import Misconfigured, OutcomeUnknown, Refused, Throttled, Unavailable
from tests.delivery.conftest import Bot
from tests.fakes.channel import FakeChannel
from tests.fakes.clock import SIGNED, FakeClock

ANSWER, REMINDER, ANNOUNCEMENT = Lane


class Asked(FakeChannel):
    """Answers a question as it is told to."""

    answer: Exception | None = None

    async def identify(self) -> str:
        if self.answer is not None:
            raise self.answer
        return await super().identify()


@pytest.mark.parametrize("messages", [1, 3, 20])
@pytest.mark.parametrize("lane", Lane)
async def test_an_outage_of_hours_uses_up_no_ones_tries(bot: Bot, lane: Lane, messages: int):
    bot.channel.is_silent = True
    for n in range(messages):
        await bot.queue(f"chat {n}", "tin", lane)
    for _ in range(36):
        await bot.pass_time(minutes=5)
    tried = bot.channel.attempts
    assert 1 <= tried <= messages

    bot.channel.is_silent = False
    for _ in range(10):
        await bot.pass_time(minutes=3)

    progress = await bot.progress()
    assert (progress.sent, progress.given_up) == (messages, {})
    assert progress.possible_duplicates == tried


async def test_a_silent_platform_is_asked_ever_more_rarely(bot: Bot):
    bot.channel.is_silent = True
    await bot.queue("lan", "tin")
    for _ in range(360):
        await bot.pass_time(seconds=10)

    assert 12 <= bot.channel.questions <= 30


async def test_what_is_new_waits_as_well_and_goes_when_the_platform_is_back(bot: Bot):
    bot.channel.is_silent = True
    await bot.queue("lan", "một")
    await bot.settle()
    await bot.queue("minh", "hai")
    await bot.pass_time(seconds=2)
    assert bot.channel.attempts == 1

    bot.channel.is_silent = False
    for _ in range(3):
        await bot.pass_time(seconds=10)

    assert sorted(bot.channel.texts) == ["hai", "một"]
    assert (await bot.progress()).possible_duplicates == 1


async def test_what_would_come_too_late_expires_during_an_outage(bot: Bot):
    bot.channel.is_silent = True
    await bot.queue("lan", "tin", REMINDER, expires_at=SIGNED + timedelta(hours=1))
    await bot.settle()
    await bot.pass_time(hours=1)
    bot.channel.is_silent = False
    for _ in range(3):
        await bot.pass_time(minutes=5)

    assert (bot.channel.texts, (await bot.progress()).expired) == ([], 1)


async def test_a_message_that_alone_is_not_answered_is_given_up_after_its_tries(bot: Bot):
    bot.channel.lost_answers["lan"].extend([OutcomeUnknown("no-answer")] * 10)
    await bot.queue("lan", "tin", ANNOUNCEMENT)
    for _ in range(10):
        await bot.pass_time(minutes=6)

    assert bot.channel.texts == ["tin"] * 2
    assert (await bot.progress()).given_up == {"no-answer": 1}


async def test_a_stop_does_not_wait_for_a_question(bot: Bot):
    bot.channel.is_silent = True
    await bot.queue("lan", "tin")
    await bot.settle()
    bot.channel.gate.clear()
    running = asyncio.create_task(bot.dispatcher.run())
    bot.clock.advance(timedelta(minutes=1))
    bot.dispatcher.wake()
    await asyncio.wait_for(bot.channel.asked.wait(), 5)

    await asyncio.wait_for(bot.dispatcher.stop(5), 5)
    await running


@pytest.mark.parametrize(
    ("answer", "answers"),
    [
        (None, True),
        (Refused("http-400"), True),
        (Throttled("http-429", retry_after=3), True),
        (Misconfigured("token-rejected"), True),
        (Unavailable("no-connection"), False),
        (OutcomeUnknown("no-answer"), False),
        (ZeroDivisionError(), True),  # ours: what is wrong with us must not keep messages back
    ],
    ids=lambda value: type(value).__name__,
)
async def test_a_refusal_is_an_answer(clock: FakeClock, answer: Exception | None, answers: bool):
    channel = Asked(clock=clock)
    channel.answer = answer
    outage = Outage(channel, Random(1))

    assert await outage.answers() is answers
    assert outage.is_silent is not answers


async def test_many_sends_left_unanswered_ask_one_question(clock: FakeClock):
    channel = FakeChannel(clock=clock, is_silent=True)
    outage = Outage(channel, Random(1))

    assert await asyncio.gather(*(outage.answers() for _ in range(48))) == [False] * 48
    assert channel.questions == 1


async def test_a_send_that_arrives_ends_the_outage(clock: FakeClock):
    outage = Outage(FakeChannel(clock=clock, is_silent=True), Random(1))
    for _ in range(OUTAGE):
        outage.failed()
    await outage.answers()
    assert (outage.lasts, outage.is_silent) == (True, True)

    outage.took()

    assert (outage.lasts, outage.is_silent, outage.pause) == (False, False, 0)
