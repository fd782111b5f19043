"""Requests to the Bot API on aiohttp: what is said, and what comes back or the error that it means."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.channels.http import Http
from bot.channels.telegram.failures import refusal
from bot.errors import OutcomeUnknown

#: Largest answer that is read, bytes: a file of 20 MB, the most a bot may download.
MOST_ANSWER = 20 * 2**20
_NOT_OK = (b'{"ok":false', b'{"ok": false')
_JSON = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file on its way out."""

    name: str
    mime: str
    content: bytes


class Api:
    """The Bot API as one bot sees it. `patience`: seconds for an answer.

    No text of an error holds an address, because addresses hold the token.
    """

    def __init__(self, token: str, api_url: str, patience: float) -> None:
        self._methods = f"{api_url}/bot{token}"
        self._files = f"{api_url}/file/bot{token}"
        self.patience = patience
        self._http = Http("khaibao")

    async def told(self, method: str, said: Mapping[str, Any], patience: float | None = None) -> Any:
        """What a method gives for these parameters. Raises ChannelError. `patience`: for this answer."""
        body = json.dumps(said).encode()
        return _result(
            await self._answer("POST", f"{self._methods}/{method}", patience, data=body, headers=_JSON)
        )

    async def told_with_file(self, method: str, said: Mapping[str, Any], field: str, file: File) -> Any:
        """The same with a file, as the parameter of this name."""
        # Telegram takes file names as they stand: percent-encoded ones would be shown like that.
        form = aiohttp.FormData(quote_fields=False)
        for name, value in said.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, file.content, filename=file.name, content_type=file.mime)
        return _result(await self._answer("POST", f"{self._methods}/{method}", data=form))

    async def file(self, path: str) -> bytes:
        """The bytes of a file, by the path that Telegram has given. Raises ChannelError."""
        return await self._answer("GET", f"{self._files}/{path}")

    async def _answer(self, verb: str, url: str, patience: float | None = None, **body: Any) -> bytes:
        """The body of a success. Raises ChannelError for everything else."""
        status, payload = await self._http.request(
            verb, url, patience=patience or self.patience, most=MOST_ANSWER, **body
        )
        if not 200 <= status < 300 or payload.startswith(_NOT_OK):
            raise refusal(status, payload)
        return payload

    async def close(self) -> None:
        await self._http.close()


def _result(payload: bytes) -> Any:
    """What an answer gives. Raises OutcomeUnknown where it is none of the Bot API's."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or "result" not in answer:
        raise OutcomeUnknown("unreadable-answer")
    return answer["result"]
