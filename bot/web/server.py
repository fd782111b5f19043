"""The web application, and the server that runs it inside our own event loop."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.errors import InputError
from bot.web.guard import BodyLimit, SecurityHeaders
from bot.web.pages import Pages

log = logging.getLogger(__name__)

#: An upload of 5 MB and what multipart adds.
MOST_BODY = 5 * 1024 * 1024 + 64 * 1024
#: Open requests get this long at shutdown, seconds; streams were ended before.
GRACE = 3

#: What is ready and what is not, by name: {"database": True, "telegram": False}.
Ready = Callable[[], Awaitable[Mapping[str, bool]]]


def create_app(routes: Sequence[BaseRoute], *, pages: Pages, ready: Ready) -> Starlette:
    """The application: the given routes, the static files, `/healthz` and `/readyz`.

    Whatever goes wrong is told in one sentence: as a page to a browser, as JSON `{"error": …}` else.
    """
    problems = _Problems(pages)

    async def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_request: Request) -> Response:
        parts = await ready()
        return JSONResponse(dict(parts), 200 if all(parts.values()) else 503)

    return Starlette(
        routes=[Route("/healthz", healthz), Route("/readyz", readyz), pages.assets.route(), *routes],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(GZipMiddleware, minimum_size=500, compresslevel=6),
            Middleware(BodyLimit, most=MOST_BODY),
        ],
        exception_handlers={
            HTTPException: problems.refused,
            InputError: problems.wrong_input,
            Exception: problems.broken,
        },
    )


class _Problems:
    """Turns exceptions into sentences."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        texts = pages.texts
        self._sentences = {
            404: texts("web-error-not-found"),
            405: texts("web-error-not-found"),
            413: texts("web-error-too-large"),
            500: texts("web-error-broken"),
        }

    async def refused(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        sentence = error.detail
        if sentence == HTTPStatus(error.status_code).phrase:  # Starlette's own words
            sentence = self._sentences.get(error.status_code, self._sentences[500])
        response = self._say(request, error.status_code, sentence)
        response.headers.update(error.headers or {})
        return response

    async def wrong_input(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, InputError)
        return self._say(request, 400, self._pages.texts(error.key, **error.facts))

    async def broken(self, request: Request, error: Exception) -> Response:
        # The path holds a chat's token, and the exception may hold a text: neither is for the log.
        log.error("a request failed: %s", type(error).__name__)
        log.debug("a request failed", exc_info=error)
        return self._say(request, 500, self._sentences[500])

    def _say(self, request: Request, status: int, sentence: str) -> Response:
        if "text/html" in request.headers.get("accept", ""):
            return self._pages.render("error.html", status, sentence=sentence)
        return JSONResponse({"error": sentence}, status)


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers: the loop, and when it ends, are ours."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """A running server."""

    port: int
    task: asyncio.Task[None]  #: ends early only by a failure, which whoever runs us should await


@contextlib.asynccontextmanager
async def serving(
    app: Starlette, host: str, port: int, *, end_streams: Callable[[], None]
) -> AsyncIterator[Serving]:
    """Serve until the block is left; `port` 0 takes any free one.

    `end_streams` is called before the server stops, because a quiet stream would hold it for ever.
    Raises InputError when the address cannot be had.
    """
    listener = _listen(host, port)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listener]), name="web")
    try:
        listening = asyncio.create_task(server.listening.wait())
        await asyncio.wait({task, listening}, return_when=asyncio.FIRST_COMPLETED)
        listening.cancel()
        if task.done():
            task.result()
        yield Serving(port=listener.getsockname()[1], task=task)
    finally:
        end_streams()
        server.should_exit = True
        await task


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise InputError("web-error-address", host=host, port=str(port)) from error
    return listener
