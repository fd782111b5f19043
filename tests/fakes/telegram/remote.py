"""The double as a process of its own, spoken with as if it were an object of the test.

async with telegram_process(journal=path) as telegram:
    lan = telegram.person(11)
    await lan.says("xin chào")
    await lan.hears(containing="Chào")
"""

import asyncio
import base64
import json
import sys
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.fakes.telegram.journal import Call
from tests.fakes.telegram.limits import SENDS, Limits
from tests.fakes.telegram.parameters import Upload
from tests.fakes.telegram.people import PNG
from tests.fakes.telegram.world import Message, StoredFile

_REPOSITORY = Path(__file__).parents[3]


@asynccontextmanager
async def telegram_process(
    *, port: int = 0, journal: Path | None = None, options: Iterable[str] = ()
) -> AsyncIterator["RemoteTelegram"]:
    """Start the double, and stop it at the end. `options` are those of its command line."""
    command = [sys.executable, "-m", "tests.fakes.telegram_server", "--port", str(port), *options]
    if journal is not None:
        command += ["--journal", str(journal)]
    process = await asyncio.create_subprocess_exec(*command, cwd=_REPOSITORY, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout is not None
        line = await process.stdout.readline()
        assert line, "the double did not start"
        said = json.loads(line)
        async with aiohttp.ClientSession() as session:
            yield RemoteTelegram(session, said["url"], said["token"])
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


class RemoteTelegram:
    """What `TelegramServer` offers, over HTTP."""

    def __init__(self, session: aiohttp.ClientSession, url: str, token: str) -> None:
        self._session = session
        self.url = url
        self.token = token

    async def control(self, name: str, /, **arguments: Any) -> Any:
        """Call a verb of the control side. Raises AssertionError with what went wrong there."""
        timeout = aiohttp.ClientTimeout(total=None)
        url = f"{self.url}/_control/{name}"
        async with self._session.post(url, json=arguments, timeout=timeout) as response:
            said = await response.json()
        if "error" in said:
            raise AssertionError(said["error"])
        return said["result"]

    def person(self, chat_id: int, first_name: str = "Lan", *, group: int | None = None) -> "RemotePerson":
        return RemotePerson(self, {"chat_id": chat_id, "first_name": first_name, "group": group})

    async def knows(self, *chat_ids: int) -> None:
        """These people have written to the bot before, so that it may write first."""
        await self.control("knows", chat_ids=chat_ids)

    async def burst(self, messages: Iterable[tuple[int, str]]) -> None:
        await self.control("burst", messages=list(messages))

    async def calls(self, method: str = "", chat_id: int | None = None) -> list[Call]:
        """Every call of the bot, or those of a method or chat; files come without their content."""
        return [_call(said) for said in await self.control("calls", method=method, chat_id=chat_id)]

    async def sent(self, chat_id: int | None = None) -> list[Call]:
        calls = await self.calls(chat_id=chat_id)
        return [call for call in calls if call.delivered and call.method in SENDS]

    async def updates(self) -> list[dict[str, Any]]:
        """Every update so far, with its times."""
        return list(await self.control("updates"))

    async def unacknowledged(self) -> list[dict[str, Any]]:
        return list(await self.control("updates", pending=True))

    async def unanswered_taps(self) -> list[str]:
        return list(await self.control("taps"))

    async def called(self, method: str, *, times: int = 1, **more: Any) -> int:
        """`more`: chat_id, timeout (seconds)."""
        return int(await self.control("called", method=method, times=times, **more))

    async def all_acknowledged(self, *, timeout: float = 5.0) -> None:  # noqa: ASYNC109 -- kept over there
        await self.control("all_acknowledged", timeout=timeout)

    async def fault(self, method: str, *, kind: str, **details: Any) -> None:
        """`faults.next` of the double."""
        await self.control("fault", method=method, kind=kind, **details)

    async def fault_share(self, method: str, shares: Mapping[str, float], *, seed: int) -> None:
        """`faults.share` of the double."""
        await self.control("fault_share", method=method, shares=dict(shares), seed=seed)

    async def clear_faults(self) -> None:
        await self.control("clear_faults")

    async def configure(self, **settings: Any) -> None:
        """`latency`, `out_of_order`, `limits` (Limits or None), `restart_ids` (an id or None)."""
        limits = settings.get("limits")
        if isinstance(limits, Limits):
            settings["limits"] = {name: getattr(limits, name) for name in Limits.__slots__}
        await self.control("configure", **settings)


class RemotePerson:
    """What `Person` offers, over HTTP."""

    def __init__(self, telegram: RemoteTelegram, who: dict[str, Any]) -> None:
        self._telegram = telegram
        self._who = who

    async def _act(self, verb: str, *arguments: Any) -> dict[str, Any]:
        update: dict[str, Any] = await self._telegram.control(
            "act", who=self._who, verb=verb, arguments=arguments
        )
        return update

    async def starts(self, payload: str = "") -> dict[str, Any]:
        return await self._act("starts", payload)

    async def says(self, *texts: str) -> dict[str, Any]:
        return await self._act("says", *texts)

    async def edits(self, message: Message, text: str) -> dict[str, Any]:
        return await self._act("edits", message.message_id, text)

    async def taps(self, button: str, message: Message | int | None = None) -> dict[str, Any]:
        return await self._act(
            "taps", button, message.message_id if isinstance(message, Message) else message
        )

    async def sends_photo(self, content: bytes = PNG, caption: str = "") -> dict[str, Any]:
        return await self._act("sends_photo", base64.b64encode(content).decode(), caption)

    async def sends_document(self, name: str, content: bytes, caption: str = "") -> dict[str, Any]:
        return await self._act("sends_document", name, base64.b64encode(content).decode(), caption)

    async def sends_sticker(self) -> dict[str, Any]:
        return await self._act("sends_sticker")

    async def sends_voice(self) -> dict[str, Any]:
        return await self._act("sends_voice")

    async def blocks(self) -> dict[str, Any]:
        return await self._act("blocks")

    async def unblocks(self) -> dict[str, Any]:
        return await self._act("unblocks")

    async def hears(self, containing: str = "", *, button: str = "", timeout: float = 5.0) -> Message:  # noqa: ASYNC109
        said = await self._telegram.control(
            "hears", who=self._who, containing=containing, button=button, timeout=timeout
        )
        return _message(said)

    async def screen(self) -> list[Message]:
        """What `Person.chat` shows."""
        said = await self._telegram.control("screen", who=self._who)
        return [_message(message) for message in said["messages"]]


def _message(said: dict[str, Any]) -> Message:
    file = said["file"]
    kept = StoredFile(**file | {"content": base64.b64decode(file["content"])}) if file else None
    return Message(payload=said["payload"], earlier=said["earlier"], file=kept)


def _call(said: dict[str, Any]) -> Call:
    files = {name: Upload(file["name"], "", b"") for name, file in said["files"].items()}
    return Call(**said | {"files": files})
