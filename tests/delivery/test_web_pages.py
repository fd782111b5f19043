"""Looking at a page that somebody declared: what is said of it, and where nobody may lead us."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.delivery import web_pages
from bot.delivery.web_pages import is_public, look

#: What a site answers: raw bytes by path; None cuts the connection, "" keeps it waiting.
Site = dict[str, bytes | None]
WAITS = b""


def answer(status: str = "200 OK", size: int = 10, location: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {size}\r\n"
    return f"{head}Location: {location}\r\n\r\n".encode() + b"x" * size


@asynccontextmanager
async def site(pages: Site, asked: list[str] | None = None) -> AsyncIterator[str]:
    """A web site on loopback; its address."""
    gone = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        path = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode()
        if asked is not None:
            asked.append(path)
        said = pages[path]
        if said == WAITS:
            await gone.wait()
        elif said is not None:
            writer.write(said)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        gone.set()
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        pytest.param(answer(), "answers", id="a page"),
        pytest.param(answer(size=300_000), "answers", id="a large page is not read to its end"),
        pytest.param(answer("404 Not Found"), "404", id="no such page"),
        pytest.param(answer("500 Internal Server Error"), "500", id="a broken site"),
        pytest.param(answer("301 Moved Permanently"), "301", id="a redirect that leads nowhere"),
        pytest.param(None, "unreachable", id="a connection that is cut"),
        pytest.param(b"not HTTP\r\n\r\n", "unreachable", id="no web server"),
    ],
)
async def test_what_is_said_of_a_page(page: bytes | None, said: str):
    async with site({"/huong-dan": page}) as url:
        assert await look(f"{url}/huong-dan", anywhere=True) == said


async def test_three_redirects_are_followed_and_no_more():
    moved = {f"/{n}": answer("302 Found", location=f"/{n + 1}") for n in range(4)}
    async with site({**moved, "/4": answer()}) as url:
        assert await look(f"{url}/1", anywhere=True) == "answers"
        assert await look(f"{url}/0", anywhere=True) == "redirects"


async def test_a_page_that_never_comes_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(web_pages, "PATIENCE", 0.05)
    async with site({"/": WAITS}) as url:
        assert await look(f"{url}/", anywhere=True) == "slow"


async def test_a_site_that_is_not_there_is_unreachable():
    assert await look("http://127.0.0.1:9", anywhere=True) == "unreachable"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://localhost/",
        "http://10.0.0.8/huong-dan",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "http://224.0.0.1/",
        "http://8.8.8.8:22/",
        "http://ten:mat-khau@8.8.8.8/",
        "ftp://8.8.8.8/",
        "file:///etc/passwd",
        "http:///khong-co-ten",
    ],
)
async def test_nobody_leads_us_into_our_own_network(url: str):
    assert await look(url) in ("refused", "unreachable")


async def test_no_request_reaches_a_host_that_may_not_be_asked(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    async with site({"/": answer()}, asked) as url:
        monkeypatch.setattr(web_pages, "PORTS", frozenset({int(url.rpartition(":")[2])}))
        assert await look(f"{url}/") == "refused"
        assert await look(f"{url}/".replace("127.0.0.1", "localhost")) == "refused"
    assert asked == []


async def test_a_redirect_is_looked_at_like_the_address_itself(monkeypatch: pytest.MonkeyPatch):
    """As if the site were a public one that sends us on to a machine inside."""
    inside: list[str] = []
    monkeypatch.setattr(web_pages, "is_public", lambda address: address == "127.0.0.1")
    async with (
        site({"/": answer()}, inside) as private,
        site({"/": answer("302 Found", location=private.replace("127.0.0.1", "[::1]"))}) as public,
    ):
        ports = {int(address.rpartition(":")[2]) for address in (private, public)}
        monkeypatch.setattr(web_pages, "PORTS", frozenset(ports))
        assert await look(f"{public}/") == "refused"
    assert inside == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("2002:0a00:0001::", False),
    ],
)
def test_which_addresses_are_on_the_open_internet(address: str, public: bool):
    assert is_public(address) is public
