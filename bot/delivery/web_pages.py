"""Whether a page on the web answers. Addresses come from people, so none may lead into our own network.

Every name is resolved here, every address it has must be a public one, and the connection is made to what
was checked: a name cannot change its meaning in between. Redirects are followed by hand, each checked anew.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.storage.link_checks import ANSWERS

#: What is said of a page that neither answers nor has an HTTP status.
UNREACHABLE, TOO_SLOW, REDIRECTS, REFUSED = "unreachable", "slow", "redirects", "refused"
#: Seconds for everything: name, connection, redirects, answer.
PATIENCE = 5.0
#: Redirects that are followed.
HOPS = 3
#: Bytes of the page that are read; that it begins to arrive is enough.
READ = 64 * 1024
#: Ports of web servers; others are nobody's web page.
PORTS = frozenset({80, 443, 8080, 8443})
#: Ranges that carry an address of the old kind inside, which may be a private one (RFC 6052, 3056, 4380).
_CARRIERS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "2002::/16", "2001::/32")))
_MOVED = frozenset({301, 302, 303, 307, 308})


class _Forbidden(Exception):
    """An address that leads into a private network, or is none of the web."""


async def look(url: str, *, anywhere: bool = False) -> str:
    """What a page answers: "answers", an HTTP status, or why there is none. Raises nothing.

    With `anywhere` private addresses and any port are allowed, for tests on loopback.
    """
    connector = aiohttp.TCPConnector(resolver=_Public(anywhere), use_dns_cache=False, force_close=True)
    try:
        async with (
            asyncio.timeout(PATIENCE),
            aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session,
        ):
            return await _follow(session, url, anywhere)
    except _Forbidden:
        return REFUSED
    except TimeoutError:
        return TOO_SLOW
    except (aiohttp.ClientError, OSError, ValueError):
        return UNREACHABLE


async def _follow(session: aiohttp.ClientSession, url: str, anywhere: bool) -> str:
    for _ in range(HOPS + 1):
        _check(url, anywhere)
        # Nothing is sent but the address, so that a certificate that ran out is none of our business.
        async with session.get(url, allow_redirects=False, ssl=False) as response:
            target = response.headers.get("Location")
            if response.status not in _MOVED or not target:
                await response.content.read(READ)
                return ANSWERS if response.status < 300 else str(response.status)
        url = urljoin(url, target)
    return REDIRECTS


def _check(url: str, anywhere: bool) -> None:
    """Whether a page may be looked at, as far as its address says. Raises _Forbidden."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise _Forbidden
    if anywhere:
        return
    if (parts.port or 80) not in PORTS:
        raise _Forbidden
    try:
        literal = ipaddress.ip_address(parts.hostname)
    except ValueError:
        return  # a name: the resolver looks at what it means
    if not is_public(str(literal)):
        raise _Forbidden


def is_public(address: str) -> bool:
    """Whether an IP address is somewhere on the open internet."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip
    return ip.is_global and not ip.is_multicast and not any(ip in carrier for carrier in _CARRIERS)


class _Public(AbstractResolver):
    """Resolves names, and refuses those with any address that is not public."""

    def __init__(self, anywhere: bool) -> None:
        self._anywhere = anywhere
        self._names = aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found: Sequence[ResolveResult] = await self._names.resolve(host, port, family)
        if not self._anywhere and not all(is_public(one["host"].partition("%")[0]) for one in found):
            raise _Forbidden
        return list(found)

    async def close(self) -> None:
        await self._names.close()
