"""The exam that every channel sits: what the rest of the program relies on, whatever the platform.

`Reading` is about `parse`: every channel sits it with its own recorded payloads, invented people in them
(`payloads/<platform>/*.json`: what the platform sent, and the message it is). `Carrying` is about a platform
behind a wire, played by its double: `Platform` is what the exam needs to have of it. The web chat is our
own platform and carries nothing; its pages are examined in `tests/web/`.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol

import pytest
from hypothesis import strategies as st

from bot.domain.channels import Channel, Update
from bot.domain.messages import Choice, Incoming, IncomingKind, Reply
from bot.errors import ChannelError, Unreachable

PAYLOADS = Path(__file__).parent / "payloads"

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
TEXTS = {
    "diacritics": "Trường mình đã cài đủ 52 người ạ, cảm ơn cô nhé",
    "emoji": "dạ rồi ạ 👍🏽 👨‍👩‍👧‍👦 🇻🇳",
    "lines": "1. đã cài\n2. chưa cài\n\nhết",
    "markup": "*đậm* _nghiêng_ <b>đậm</b> [a](b) `mã` & < >",
    "quotes": '"trước ngày 30/8" \\ \'',
}


def recorded(platform: str) -> Sequence[Any]:
    """The recorded payloads of a platform, to parametrise with: (payload, what it is or None)."""
    cases = []
    for path in sorted((PAYLOADS / platform).glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        cases.append(pytest.param(case["payload"], case["incoming"], id=path.stem))
    assert cases, f"no payloads of {platform}"
    return cases


def as_recorded(incoming: Incoming | None) -> dict[str, Any] | None:
    """A message as the files write it: what has its default is left out."""
    if incoming is None:
        return None
    said = {name: value for name, value in asdict(incoming).items() if value not in (None, "")}
    if incoming.sent_at is not None:
        said["sent_at"] = incoming.sent_at.isoformat()
    return said


class Shown(Protocol):
    """A message on somebody's screen."""

    @property
    def text(self) -> str: ...

    @property
    def buttons(self) -> list[str]: ...


class Platform(Protocol):
    """One platform, one bot, and a person who has a chat with it."""

    channel: Channel
    chat: str
    #: kind of trouble of the platform → what the channel makes of it
    troubles: ClassVar[Mapping[str, type[ChannelError]]]
    #: an update that was not confirmed is handed out again; else a crash may lose it, and the channel's
    #: documentation has to say so
    hands_out_again: ClassVar[bool]

    async def says(self, text: str) -> None: ...

    async def chooses(self, label: str) -> None:
        """Tap the button of this label, or type what stands for it."""
        ...

    async def blocks(self) -> None: ...

    async def unblocks(self) -> None: ...

    async def screen(self) -> Sequence[Shown]:
        """What the bot has written, oldest first."""
        ...

    async def trouble(self, kind: str) -> None:
        """The next message meets this trouble."""
        ...

    async def unconfirmed(self) -> int:
        """Updates that the bot has not confirmed."""
        ...

    async def all_confirmed(self) -> None:
        """Return when the bot has confirmed everything."""
        ...


@dataclass(slots=True)
class Stored:
    """An inbox that refuses as often as it is told to."""

    updates: list[Update]
    refusals: int = 0
    attempts: int = 0

    async def receive(self, updates: Sequence[Update]) -> None:
        self.attempts += 1
        if self.refusals:
            self.refusals -= 1
            raise OSError("the disk is full")
        self.updates += updates


@asynccontextmanager
async def receiving(channel: Channel, refusals: int = 0) -> AsyncIterator[Stored]:
    """The channel receives while the block runs."""
    stored = Stored([], refusals)
    task = asyncio.create_task(channel.run(stored.receive))
    try:
        yield stored
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error


class Reading:
    """Every channel: what was recorded and what is typed is understood."""

    platform: ClassVar[str]  #: the folder of its payloads

    def make(self) -> Channel:
        """The channel."""
        raise NotImplementedError

    def typed(self, text: str) -> dict[str, Any]:
        """What is stored when somebody types this."""
        raise NotImplementedError

    def test_a_recorded_payload_is_understood(self, payload: dict[str, Any], incoming: dict[str, Any] | None):
        assert as_recorded(self.make().parse(payload)) == incoming

    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_a_text_is_read_as_it_was_typed(self, text: str):
        incoming = self.make().parse(self.typed(text))
        assert incoming is not None
        assert (incoming.kind, incoming.text) == (IncomingKind.TEXT, text)


class Carrying:
    """Channels with a platform behind a wire."""

    async def test_an_answer_in_numbers_is_not_taken_for_a_choice(self, platform: Platform):
        question = Reply(text="Nhà mình có mấy người ạ?", choices=(_choice("Thôi"),), number_expected=True)
        await platform.channel.send(platform.chat, question)
        [shown] = await platform.screen()
        assert shown.buttons == ["Thôi"]
        assert not any(letter.isdigit() for letter in shown.text)

    async def test_a_text_comes_in_as_it_was_typed(self, platform: Platform):
        async with receiving(platform.channel) as stored:
            for text in TEXTS.values():
                await platform.says(text)
            await platform.all_confirmed()
        read = [platform.channel.parse(update.payload) for update in stored.updates]
        assert [incoming.text for incoming in read if incoming] == list(TEXTS.values())
        assert {update.chat for update in stored.updates} == {platform.chat}

    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    async def test_a_text_reaches_people_as_it_was_written(self, platform: Platform, text: str):
        await platform.channel.send(platform.chat, Reply(text=text))
        assert [shown.text for shown in await platform.screen()] == [text]

    async def test_what_breaks_screens_and_databases_is_left_out(self, platform: Platform):
        await platform.channel.send(platform.chat, Reply(text="chào\x00\x1b\ud83d cô"))
        assert [shown.text for shown in await platform.screen()] == ["chào cô"]

    async def test_a_text_longer_than_a_message_arrives_whole(self, platform: Platform):
        text = "\n".join(f"{number}. Trường Tiểu học số {number}: 48/52 👍" for number in range(400))
        await platform.channel.send(platform.chat, Reply(text=text, choices=(_choice("Nhắc"),)))
        shown = await platform.screen()
        assert len(shown) > 1
        assert "\n".join(message.text for message in shown) == text
        assert [bool(message.buttons) for message in shown] == [False] * (len(shown) - 1) + [True]

    async def test_a_choice_comes_back_as_its_action(self, platform: Platform):
        async with receiving(platform.channel) as stored:
            choices = (_choice("Đúng"), _choice("Sửa lại"))
            ref = await platform.channel.send(platform.chat, Reply(text="Đúng không ạ?", choices=choices))
            [question] = await platform.screen()
            assert question.buttons == ["Đúng", "Sửa lại"]
            await platform.chooses("Sửa lại")
            await platform.all_confirmed()
        [incoming] = [platform.channel.parse(update.payload) for update in stored.updates]
        assert incoming is not None
        if platform.channel.capabilities.buttons:
            assert (incoming.action, incoming.message_ref) == ("do:Sửa lại", ref)
        else:  # the conversation knows what it has offered
            assert (incoming.kind, incoming.text) == (IncomingKind.TEXT, "2")

    async def test_each_trouble_says_what_happens_next(self, platform: Platform):
        met = {}
        for kind in platform.troubles:
            await platform.trouble(kind)
            try:
                await platform.channel.send(platform.chat, Reply(text="nhắc việc"))
            except ChannelError as error:
                met[kind] = type(error)
        assert met == platform.troubles
        await platform.channel.send(platform.chat, Reply(text="bình thường"))

    async def test_who_blocks_the_bot_is_unreachable_until_they_come_back(self, platform: Platform):
        async with receiving(platform.channel) as stored:
            await platform.blocks()
            with pytest.raises(Unreachable):
                await platform.channel.send(platform.chat, Reply(text="nhắc việc"))
            await platform.unblocks()
            await platform.says("em đây")
            await platform.all_confirmed()
        kinds = [found.kind for u in stored.updates if (found := platform.channel.parse(u.payload))]
        assert kinds[-1] is IncomingKind.TEXT, "who writes is reachable again"
        await platform.channel.send(platform.chat, Reply(text="chào cô"))

    async def test_what_was_not_stored_is_not_confirmed_and_comes_again(self, platform: Platform):
        await platform.says("em cài rồi")
        async with receiving(platform.channel, refusals=2) as stored:
            await platform.all_confirmed()
        assert stored.attempts >= 3
        assert len({update.key for update in stored.updates}) == 1

    async def test_an_update_that_is_delivered_again_has_the_same_key(self, platform: Platform):
        await platform.says("em cài rồi")
        first = await _first_delivery(platform)
        left = await platform.unconfirmed()
        if not platform.hands_out_again:
            assert left == 0
            return
        assert left == 1, "a crash before the confirmation loses nothing"
        assert (await _first_delivery(platform)).key == first.key


async def _first_delivery(platform: Platform) -> Update:
    """What a process receives that is killed before it can confirm."""
    found: asyncio.Future[Update] = asyncio.get_running_loop().create_future()

    async def receive(updates: Sequence[Update]) -> None:
        found.set_result(updates[0])
        await asyncio.Event().wait()

    return await _until(found, platform.channel.run(receive))


async def _until(found: "asyncio.Future[Update]", running: Awaitable[None]) -> Update:
    task = asyncio.ensure_future(running)
    try:
        return await found
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _choice(label: str) -> Choice:
    return Choice(label=label, action=f"do:{label}")
