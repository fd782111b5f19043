"""Calls of the Zalo Bot API: `POST <server>/bot<token>/<method>` with JSON (bot.zaloplatforms.com/docs)."""

import json
from typing import Any

from pydantic import SecretStr

from bot.channels.http import Http
from bot.channels.zalo.failures import NothingYet, result_of
from bot.errors import OutcomeUnknown

#: Largest answer that is read, bytes.
_MOST_ANSWER = 2**20
_JSON = {"Content-Type": "application/json"}


class Client:
    """One bot's client. `patience`: seconds after which a request counts as unanswered."""

    def __init__(self, token: SecretStr, api_url: str, patience: float) -> None:
        self._base = SecretStr(f"{api_url.rstrip('/')}/bot{token.get_secret_value()}")
        self._patience = patience
        self._http = Http("khaibao")

    async def call(self, method: str, **parameters: str) -> Any:
        """The result of a method, None where it has none.

        Raises ChannelError: OutcomeUnknown where nobody knows whether it took effect.
        """
        try:
            return await self._post(method, parameters, self._patience)
        except NothingYet:
            raise OutcomeUnknown("timeout") from None

    async def updates(self, seconds: int) -> Any:
        """What a long poll of so many seconds brings: an update or a list of them, None for nothing."""
        try:
            # The table of parameters calls it a string, the sample shows a number.
            return await self._post("getUpdates", {"timeout": str(seconds)}, seconds + self._patience)
        except NothingYet:
            return None

    async def close(self) -> None:
        await self._http.close()

    async def _post(self, method: str, parameters: dict[str, str], patience: float) -> Any:
        status, payload = await self._http.request(
            "POST",
            f"{self._base.get_secret_value()}/{method}",
            patience=patience,
            most=_MOST_ANSWER,
            data=json.dumps(parameters, ensure_ascii=False).encode(),
            headers=_JSON,
        )
        return result_of(status, payload)
