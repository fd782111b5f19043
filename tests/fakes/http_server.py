"""A small HTTP/1.1 server on loopback, made for doubles: fast, and able to misbehave on purpose.

The handler gets a whole request and gives back an answer at once, or a coroutine of one where it has
to wait (a long poll, a slow answer). The coroutine is cancelled when the client goes away. Requests of
one connection are answered in their order.
"""

import asyncio
import json
import socket
import struct
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import unquote

JSON = "application/json"
_PHRASES = {status.value: status.phrase for status in HTTPStatus}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


@dataclass(frozen=True, slots=True)
class Request:
    """One request, read to its end."""

    method: str
    path: str  #: decoded, without the query
    query: str
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)  #: names in lower case


@dataclass(frozen=True, slots=True)
class Response:
    """One answer."""

    body: bytes
    status: int = 200
    content_type: str = JSON

    def encoded(self) -> bytes:
        return (
            f"HTTP/1.1 {self.status} {_PHRASES[self.status]}\r\n"
            f"Content-Type: {self.content_type}\r\nContent-Length: {len(self.body)}\r\n\r\n"
        ).encode() + self.body


class Silence(Enum):
    """What a server can do in place of an answer."""

    RESET = "the connection is cut with a TCP reset"
    HANG = "the connection stays open and nothing ever comes"


Answer = Response | Silence
Handler = Callable[[Request], Answer | Coroutine[Any, Any, Answer]]


def as_json(value: object) -> bytes:
    return _encode(value).encode()


def json_response(value: object, status: int = 200) -> Response:
    return Response(as_json(value), status)


class _Head:
    """The request line and headers."""

    __slots__ = ("chunked", "headers", "length", "method", "size", "target", "wants_continue")

    def __init__(self, raw: bytes) -> None:
        line, *rest = raw.decode("latin-1").split("\r\n")
        self.method, self.target, _version = line.split(" ", 2)
        self.headers = {}
        for header in rest:
            name, _colon, value = header.partition(":")
            self.headers[name.lower()] = value.strip()
        self.size = len(raw) + 4
        self.chunked = self.headers.get("transfer-encoding", "").lower() == "chunked"
        self.length = int(self.headers.get("content-length", "0"))
        self.wants_continue = self.headers.get("expect", "").lower() == "100-continue"

    def request(self, body: bytes) -> Request:
        path, _mark, query = self.target.partition("?")
        return Request(self.method, unquote(path) if "%" in path else path, query, body, self.headers)


@lru_cache(maxsize=4096)
def _head(raw: bytes) -> _Head:
    """Clients repeat themselves: most heads have been parsed before."""
    return _Head(raw)


def _dechunked(buffer: bytearray, start: int) -> tuple[bytes, int] | None:
    """The body of a chunked request and where it ends; None while some of it is missing."""
    body = bytearray()
    while (line_end := buffer.find(b"\r\n", start)) >= 0:
        size = int(bytes(buffer[start:line_end]).split(b";")[0], 16)
        chunk_end = line_end + 2 + size
        if len(buffer) < chunk_end + 2:
            return None
        if size == 0:
            return bytes(body), chunk_end + 2
        body += buffer[line_end + 2 : chunk_end]
        start = chunk_end + 2
    return None


class _Connection(asyncio.Protocol):
    """One client's connection."""

    def __init__(self, handler: Handler, open_connections: set["_Connection"]) -> None:
        self._handler = handler
        self._open = open_connections
        self._buffer = bytearray()
        self._head: _Head | None = None
        self._waiting: asyncio.Task[Answer] | None = None
        self._hanging = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._open.add(self)

    def connection_lost(self, _exc: Exception | None) -> None:
        self._transport = None
        self._open.discard(self)
        if self._waiting is not None:
            self._waiting.cancel()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        self._answer_what_is_complete()

    def _answer_what_is_complete(self) -> None:
        while self._waiting is None and not self._hanging and self._transport is not None:
            request = self._take()
            if request is None:
                return
            answer = self._handler(request)
            if isinstance(answer, Response | Silence):
                self._send(answer)
            else:
                self._waiting = asyncio.get_running_loop().create_task(answer)
                self._waiting.add_done_callback(self._waited)

    def _take(self) -> Request | None:
        head = self._head
        if head is None:
            end = self._buffer.find(b"\r\n\r\n")
            if end < 0:
                return None
            head = self._head = _head(bytes(self._buffer[:end]))
            if head.wants_continue and self._transport is not None:
                self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if head.chunked:
            found = _dechunked(self._buffer, head.size)
            if found is None:
                return None
            body, end = found
        else:
            end = head.size + head.length
            if len(self._buffer) < end:
                return None
            body = bytes(self._buffer[head.size : end])
        del self._buffer[:end]
        self._head = None
        return head.request(body)

    def _waited(self, task: asyncio.Task[Answer]) -> None:
        self._waiting = None
        if not task.cancelled():
            self._send(task.result())
            self._answer_what_is_complete()

    def _send(self, answer: Answer) -> None:
        if self._transport is None:
            return
        if isinstance(answer, Response):
            self._transport.write(answer.encoded())
        elif answer is Silence.HANG:
            self._hanging = True
        else:
            # No lingering: closing sends RST in place of FIN, as a router does that lost its table.
            sock = self._transport.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._transport.abort()

    def cut(self) -> asyncio.Task[Answer] | None:
        """Close without a word; returns the answer that was still being waited for."""
        waiting = self._waiting
        if waiting is not None:
            waiting.cancel()
        if self._transport is not None:
            self._transport.abort()
        return waiting


class HttpServer:
    """Serves `handler` on 127.0.0.1; `port` 0 takes a free one."""

    def __init__(self, handler: Handler, port: int = 0) -> None:
        self._handler = handler
        self._connections: set[_Connection] = set()
        self._server: asyncio.Server | None = None
        self.port = port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(
            lambda: _Connection(self._handler, self._connections), "127.0.0.1", self.port, backlog=1024
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Cut every connection, answered or not, and wait until nothing of the server runs."""
        if self._server is None:
            return
        self._server.close()
        waiting = [task for task in (connection.cut() for connection in list(self._connections)) if task]
        await asyncio.gather(*waiting, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None
