"""The HTTP side of python-telegram-bot on aiohttp.

Its own, on httpx, spends its time walking a connection pool: with this one the same client is several
times faster (`python -m tests.benchmarks.turns`).
"""

import json
from typing import Any, TypeAlias
from urllib.request import getproxies

import aiohttp
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.failures import Failure, refusal
from bot.errors import ChannelError, Misconfigured, OutcomeUnknown, Refused, Unavailable

#: Largest answer that is read, bytes: a file of 20 MB, the most a bot may download.
MOST_ANSWER = 20 * 2**20
_CONNECT = 10.0  # seconds
_NOT_OK = (b'{"ok":false', b'{"ok": false')
_JSON = {"Content-Type": "application/json"}

#: A number, None, or the library's mark for "not given".
Seconds: TypeAlias = Any


class AiohttpRequest(BaseRequest):
    """One session, opened by the first request in the loop that makes it. `patience`: seconds for an answer.

    Every failure is raised as `Failure`; no text of it holds an address, because addresses hold the token.
    """

    __slots__ = ("_patience", "_session")

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._patience

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # Whoever sends limits the sends under way; a tap's answer must not queue behind them.
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=30, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=bool(getproxies()),
                headers={"User-Agent": self.USER_AGENT},
            )
        return self._session

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Seconds = BaseRequest.DEFAULT_NONE,
        *_other_timeouts: Seconds,
        **_others: Seconds,
    ) -> tuple[int, bytes]:
        """Status and body of a success. Raises Failure for everything else."""
        patience = read_timeout if isinstance(read_timeout, int | float) else self._patience
        try:
            async with self._open().request(
                method,
                url,
                **_body(request_data),
                timeout=aiohttp.ClientTimeout(total=None, connect=_CONNECT, sock_read=patience),
                allow_redirects=False,  # the Bot API has none: it would be a provider's notice
            ) as response:
                status, payload = response.status, await _read(response)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Failure(_failed(error)) from None
        if not 200 <= status < 300 or payload.startswith(_NOT_OK):
            raise Failure(refusal(status, payload))
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer, without the library's habit of logging an unreadable one with all its texts."""
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or "result" not in answer:
            raise Failure(OutcomeUnknown("unreadable-answer"))
        return answer


def _body(request_data: RequestData | None) -> dict[str, Any]:
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {"data": json.dumps(request_data.parameters).encode(), "headers": _JSON}
    # Telegram takes file names as they stand: percent-encoded ones would be shown like that.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return {"data": form}


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > MOST_ANSWER:
            raise Failure(
                Refused("file-too-big") if response.method == "GET" else OutcomeUnknown("endless-answer")
            )
    return bytes(body)


def _failed(error: Exception) -> ChannelError:
    """What a request without a whole answer means: it matters whether it can have arrived."""
    match error:
        case aiohttp.InvalidURL():
            return Misconfigured("address-unusable")
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return Unavailable("no-connection")
        case aiohttp.ClientHttpProxyError():
            return Unavailable("proxy")
        case TimeoutError():
            return OutcomeUnknown("no-answer")
    return OutcomeUnknown("connection-cut")
