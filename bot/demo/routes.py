"""The demo's console: people to be, their chats side by side, and a clock to move.

    GET  /                  the page
    GET  /demo/state        what time it is, and who one can be
    POST /demo/open         {"persona": id} → the address of that person's chat
    POST /demo/clock        {"by": "next" | "hour" | "day" | "due"} → the new state
    GET  /demo/roster       a school's staff list, as a school would have it
    GET  /demo/events       pushed: "state" when the clock has moved, "chat" when a chat has news

The page follows all its chats through the one stream: a browser opens six connections to a host, and
seven windows with a stream each would leave none for anything else.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.domain.deadlines import local
from bot.web.guard import download
from bot.web.pages import Pages
from bot.web.streams import STILL_HERE, Hub, event, event_stream, next_wake
from bot.web.tokens import chat_of
from bot.web.views import chat_words, clock

#: The console's own templates and static files.
PAGE = Path(__file__).parent / "page"
#: A wake of this chat, which nobody has, tells the open consoles that the clock has moved.
CLOCK = "clock"
CONSOLE_KEYS = ("web-demo-moving", "web-demo-failed")


class Step(StrEnum):
    """How far the clock moves."""

    NEXT = "next"  #: to the next reminder
    HOUR = "hour"
    DAY = "day"
    DUE = "due"  #: to the deadline


STEP_KEYS = {
    Step.NEXT: "web-demo-next",
    Step.HOUR: "web-demo-hour",
    Step.DAY: "web-demo-day",
    Step.DUE: "web-demo-due",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody one can be."""

    id: str  #: "teacher", "principal" …: also names the colour of the page's avatar
    name: str
    role: str  #: as the page says it: "Giáo viên"
    unit: str
    about: str  #: one short line
    says: tuple[str, ...]  #: sentences to try
    opens_first: bool = False  #: its window is open when the page is first seen


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoState:
    """What the console shows."""

    now: datetime  #: of the simulated clock, UTC
    personas: tuple[Persona, ...]
    note: str = ""  #: what the last move of the clock brought, in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A person's chat."""

    token: str
    start: str = ""  #: the invite code with which a chat begins that is still empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A file to try things with."""

    name: str
    mime: str
    content: bytes


class DemoControl(Protocol):
    """The world behind the console."""

    async def state(self) -> DemoState: ...

    async def open(self, persona: str) -> Opened:
        """The chat of a persona, the same each time. Raises KeyError for an unknown one."""
        ...

    async def move(self, by: Step) -> DemoState:
        """Move the clock, and return when what was due on the way is in the outbox."""
        ...

    async def roster(self) -> Sample: ...


class _Open(BaseModel):
    persona: str


class _Move(BaseModel):
    by: Step


def demo_routes(*, control: DemoControl, hub: Hub, pages: Pages) -> list[Route]:
    """The console's routes. `pages` was made with `PAGE`; `hub` is the web chat's."""
    console = _Console(control=control, hub=hub, pages=pages)
    return [
        Route("/", console.page),
        Route("/demo/state", console.state),
        Route("/demo/open", console.open, methods=["POST"]),
        Route("/demo/clock", console.move, methods=["POST"]),
        Route("/demo/roster", console.roster),
        Route("/demo/events", console.events),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Console:
    control: DemoControl
    hub: Hub
    pages: Pages

    async def page(self, _request: Request) -> Response:
        texts = self.pages.texts
        return self.pages.render(
            "demo.html",
            state=self._view(await self.control.state()),
            steps=[{"id": step.value, "label": texts(STEP_KEYS[step])} for step in Step],
            words=chat_words(texts) | {key: texts(key) for key in CONSOLE_KEYS},
        )

    async def state(self, _request: Request) -> Response:
        return JSONResponse(self._view(await self.control.state()))

    async def open(self, request: Request) -> Response:
        wanted = await self._read(request, _Open)
        try:
            opened = await self.control.open(wanted.persona)
        except KeyError as error:
            raise HTTPException(404) from error
        return JSONResponse({"token": opened.token, "chat": chat_of(opened.token), "start": opened.start})

    async def move(self, request: Request) -> Response:
        state = await self.control.move((await self._read(request, _Move)).by)
        self.hub.wake(CLOCK)
        return JSONResponse(self._view(state))

    async def roster(self, _request: Request) -> Response:
        sample = await self.control.roster()
        return download(sample.content, sample.name, sample.mime)

    async def events(self, _request: Request) -> Response:
        return event_stream(self._events())

    async def _events(self) -> AsyncIterator[str]:
        with self.hub.subscribe(None) as wakes:
            shown: dict[str, Any] = {}
            while True:
                # The simulated clock also runs by itself.
                state = self._view(await self.control.state())
                if state != shown:
                    shown = state
                    yield event(state, name="state")
                try:
                    chat = await next_wake(wakes)
                except StopAsyncIteration:
                    return
                if chat is None:
                    yield STILL_HERE
                elif chat != CLOCK:
                    yield event({"chat": chat}, name="chat")

    async def _read(self, request: Request, model: type[Any]) -> Any:
        # JSON only: a form of another site cannot send it.
        if request.headers.get("content-type", "").partition(";")[0] != "application/json":
            raise HTTPException(415, self.pages.texts("web-error-kind"))
        try:
            return model.model_validate_json(await request.body())
        except ValidationError as error:
            raise HTTPException(400, self.pages.texts("web-error-request")) from error

    def _view(self, state: DemoState) -> dict[str, Any]:
        return {
            "time": clock(state.now),
            "day": self.pages.texts.formats.day(local(state.now).date()),
            "note": state.note,
            "personas": [
                {
                    "id": persona.id,
                    "name": persona.name,
                    "role": persona.role,
                    "unit": persona.unit,
                    "about": persona.about,
                    "says": list(persona.says),
                    "opens_first": persona.opens_first,
                }
                for persona in state.personas
            ],
        }
