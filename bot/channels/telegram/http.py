"""The HTTP side of python-telegram-bot on aiohttp.

Its own, on httpx, spends its time walking a connection pool: with this one the same client is several
times faster (`python -m tests.benchmarks.turns`).
"""

import json
from typing import Any, TypeAlias

import aiohttp
from telegram.request import BaseRequest, RequestData

from bot.channels.http import Http
from bot.channels.telegram.failures import Failure, refusal
from bot.errors import ChannelError, OutcomeUnknown

#: Largest answer that is read, bytes: a file of 20 MB, the most a bot may download.
MOST_ANSWER = 20 * 2**20
_NOT_OK = (b'{"ok":false', b'{"ok": false')
_JSON = {"Content-Type": "application/json"}

#: A number, None, or the library's mark for "not given".
Seconds: TypeAlias = Any


class AiohttpRequest(BaseRequest):
    """Our HTTP as the library wants it. `patience`: seconds for an answer.

    Every failure is raised as `Failure`; no text of it holds an address, because addresses hold the token.
    """

    __slots__ = ("_http", "_patience")

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._http = Http(self.USER_AGENT)

    @property
    def read_timeout(self) -> float:
        return self._patience

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        await self._http.close()

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
            status, payload = await self._http.request(
                method, url, patience=patience, most=MOST_ANSWER, **_body(request_data)
            )
        except ChannelError as error:
            raise Failure(error) from None
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
