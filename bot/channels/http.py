"""Requests to a platform's API, and what it means that one went without a whole answer.

No text of an error holds an address: addresses hold the bot's token.
"""

from typing import Any
from urllib.request import getproxies

import aiohttp

from bot.errors import ChannelError, Misconfigured, OutcomeUnknown, Refused, Unavailable

#: Seconds until a connection has to stand.
_CONNECT = 10.0


class Http:
    """One session, opened by the first request in the loop that makes it; `close` ends it."""

    def __init__(self, user_agent: str) -> None:
        self._user_agent = user_agent
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def request(
        self, method: str, url: str, *, patience: float, most: int, **body: Any
    ) -> tuple[int, bytes]:
        """Status and body of an answer, whatever it says.

        `patience`: seconds to wait for it, or for the next part of it; `most`: bytes that are read of it.
        Raises ChannelError where there is no whole answer: Unavailable if the request cannot have arrived,
        OutcomeUnknown if it may have.
        """
        try:
            async with self._open().request(
                method,
                url,
                **body,
                timeout=aiohttp.ClientTimeout(total=None, connect=_CONNECT, sock_read=patience),
                allow_redirects=False,  # no such API has any: it would be a provider's notice
            ) as response:
                return response.status, await _read(response, most)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _failed(error) from None

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                # Whoever sends limits the sends under way; other requests must not queue behind them.
                connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=30, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=bool(getproxies()),
                headers={"User-Agent": self._user_agent},
            )
        return self._session


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > most:
            raise Refused("file-too-big") if response.method == "GET" else OutcomeUnknown("endless-answer")
    return bytes(body)


def _failed(error: Exception) -> ChannelError:
    """What a request without a whole answer means: it matters whether it can have arrived."""
    match error:
        case aiohttp.InvalidURL():
            return Misconfigured("address-unusable")
        case aiohttp.ClientConnectorDNSError():
            return Unavailable("name-not-found")
        case aiohttp.ClientConnectorSSLError() | aiohttp.ClientConnectorCertificateError():
            return Unavailable("certificate-not-trusted")
        case aiohttp.ClientConnectorError() | aiohttp.ConnectionTimeoutError():
            return Unavailable("no-connection")
        case aiohttp.ClientHttpProxyError():
            return Unavailable("proxy")
        case TimeoutError():
            return OutcomeUnknown("no-answer")
    return OutcomeUnknown("connection-cut")
