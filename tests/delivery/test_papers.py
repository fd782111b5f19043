"""Papers: made outside the turn, once, just before they are sent; a failure is told, not hidden."""

import asyncio
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.papers import Papers
from bot.domain.messages import Attachment, Reply
from bot.errors import InputError, Unavailable
from bot.storage import Connection, Database, files
from bot.storage.files import KEEP_MADE
from bot.texts import Texts
from tests.delivery.conftest import Bot
from tests.fakes.clock import SIGNED

TEXTS = Texts.load("vi")


class Press:
    """A maker that counts what it makes, and fails as told."""

    def __init__(self) -> None:
        self.made: list[Mapping[str, Any]] = []
        self.threads: set[int] = set()
        self.failure: Exception | None = None

    def __call__(self, conn: Connection, request: Mapping[str, Any]) -> Callable[[], bytes]:
        def draw() -> bytes:
            self.made.append(request)
            self.threads.add(threading.get_ident())
            if self.failure is not None:
                raise self.failure
            return f"số {request['number']}".encode()

        return draw


@pytest.fixture
def press(bot: Bot) -> Press:
    press = Press()
    bot.makers["poster"] = press
    return press


async def order(bot: Bot, number: int = 7, chat: str = "lan", kind: str = "poster") -> int:
    """A turn that asks for a paper; returns the id of the file."""
    wanted = await bot.database.write(
        lambda conn: files.want(
            conn, name="to-dan.pdf", request={"kind": kind, "number": number}, now=bot.clock.now()
        )
    )
    paper = Attachment(ref=str(wanted.id), name=wanted.name, mime=wanted.mime)
    await bot.queue(chat, None, body=Reply(text="tờ dán đây", attachment=paper))
    return wanted.id


async def test_a_paper_is_made_just_before_its_message_is_sent(bot: Bot, press: Press):
    file_id = await order(bot)
    assert press.made == []

    await bot.settle()

    [message] = bot.channel.journal
    assert (message.text, message.content) == ("tờ dán đây", "số 7".encode())
    assert press.made == [{"kind": "poster", "number": 7}]
    assert press.threads.isdisjoint({threading.get_ident()})
    kept = await bot.database.read(lambda conn: files.load(conn, file_id))
    assert kept is not None
    assert (kept.name, kept.mime, kept.content) == ("to-dan.pdf", "application/pdf", "số 7".encode())


async def test_another_try_does_not_make_it_again(bot: Bot, press: Press):
    bot.channel.failures["lan"].append(Unavailable("http-502"))
    await order(bot)

    await bot.settle()
    await bot.pass_time(seconds=10)

    assert [message.content for message in bot.channel.journal] == ["số 7".encode()]
    assert len(press.made) == 1


async def test_who_asks_for_it_while_it_is_made_gets_the_same(database: Database):
    press = Press()
    papers = Papers(database, {"poster": press}, TEXTS)
    wanted = await database.write(
        lambda conn: files.want(conn, name="a.png", request={"kind": "poster", "number": 1}, now=SIGNED)
    )

    found = await asyncio.gather(*(papers.load(wanted.id) for _ in range(4)))

    assert {file.content for file in found if file is not None} == {"số 1".encode()}
    assert len(press.made) == 1


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        pytest.param(ValueError("Lan"), "Hệ thống chưa tạo được tệp này.", id="a mistake of ours"),
        pytest.param(InputError("status-nothing", unit="Trường C"), "Trường C", id="a reason to be told"),
    ],
)
async def test_a_paper_that_cannot_be_made_is_told_and_holds_up_nothing(
    bot: Bot, press: Press, failure: Exception, told: str, caplog: pytest.LogCaptureFixture
):
    press.failure = failure
    await order(bot)
    await bot.queue("lan", "tin sau")

    await bot.settle()

    first, second = bot.channel.texts
    assert told in first
    assert second == "tin sau"
    assert bot.channel.journal[0].content is None
    assert (await bot.progress()).given_up == {}
    assert "Lan" not in caplog.text


async def test_a_kind_that_nobody_makes_is_told_too(bot: Bot, press: Press):
    await order(bot, kind="banner")

    await bot.settle()

    assert bot.channel.texts == [TEXTS("err-paper")]


async def test_a_paper_can_be_had_again_for_a_week(bot: Bot, press: Press):
    file_id = await order(bot)
    await bot.settle()

    async def kept(after: timedelta) -> bool:
        await bot.database.write(lambda conn: files.discard_expired(conn, SIGNED + after))
        return await bot.database.read(lambda conn: files.load(conn, file_id)) is not None

    assert await kept(KEEP_MADE - timedelta(seconds=1))
    assert not await kept(KEEP_MADE)
