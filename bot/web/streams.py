"""Server-sent events (html.spec.whatwg.org/multipage/server-sent-events.html)."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from starlette.responses import StreamingResponse

#: Seconds of silence after which a stream says that it is alive, and its owner looks for itself: what
#: should have woken it may have happened in another process.
HEARTBEAT = 15
#: Milliseconds after which a browser opens a broken stream again.
RETRY = 2000
#: A comment: keeps proxies from taking a quiet stream for a dead one.
STILL_HERE = ": still here\n\n"


class Wakes(Protocol):
    """The chats in which something happens, as it happens: see `bot.channels.webchat.Wakes`."""

    def __aiter__(self) -> AsyncIterator[str]: ...
    async def __anext__(self) -> str: ...


class Hub(Protocol):
    """Who looks at which chat: see `bot.channels.webchat.Hub`."""

    def subscribe(self, chat: str | None) -> AbstractContextManager[Wakes]: ...
    def wake(self, chat: str) -> None: ...


async def next_wake(wakes: Wakes) -> str | None:
    """The next chat with news, or None after `HEARTBEAT` seconds. Raises StopAsyncIteration at the end."""
    try:
        async with asyncio.timeout(HEARTBEAT):
            return await wakes.__anext__()
    except TimeoutError:
        return None


def event(data: Any, *, name: str, number: int | None = None) -> str:
    """One event; a browser that comes back says the last `number` it saw."""
    head = "" if number is None else f"id: {number}\n"
    return f"{head}event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def event_stream(events: AsyncIterator[str]) -> StreamingResponse:
    """A response that lasts as long as its events; no proxy may keep them back."""

    async def stream() -> AsyncIterator[str]:
        yield f"retry: {RETRY}\n\n"
        async for text in events:
            yield text

    return StreamingResponse(
        stream(),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"},
    )
