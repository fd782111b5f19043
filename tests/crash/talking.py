"""People who talk with the bot while it is killed: they declare once, and ask this and that."""

import asyncio
from collections.abc import Callable
from random import Random

from tests.crash.platforms import Talker

DECLARATION = "em cài rồi, nhà em ở một mình"
SEND = "Gửi khai báo"
#: What is asked beside, often several in a row: the answers must come in this order.
QUESTIONS = ("/trangthai", "/giupdo", "trường mình sao rồi")
#: Seconds until somebody gives up: longer than a start, a throttle and a hanging send together.
PATIENCE = 180.0


async def talk(talker: Talker, chance: Random, is_over: Callable[[], bool]) -> None:
    """Talk until it is over, at least until the declaration is made. Raises AssertionError unanswered."""
    await asyncio.sleep(chance.uniform(0, 2))
    await talker.says(DECLARATION)
    await talker.hears(button=SEND, seconds=PATIENCE)
    await talker.taps(SEND)
    await talker.hears("Đã nhận", seconds=PATIENCE)
    while not is_over():
        questions = chance.choices(QUESTIONS, k=chance.randint(1, 3))
        await talker.says(*questions)
        for _ in questions:
            await talker.hears(seconds=PATIENCE)
        await asyncio.sleep(chance.uniform(0.1, 1.0))
