"""What the application says about itself, what every answer carries, and how the server ends."""

import gzip
import re
import signal
import socket
from pathlib import Path

import pytest
from httpx import AsyncClient
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.errors import InputError
from bot.texts import Texts
from bot.web.pages import Pages
from bot.web.server import create_app, serving
from tests.web.site import HTML, JSON, Site, browser_of

#: The web form has to open on a cheap phone on 3G.
FIRST_LOAD = 60_000


async def test_healthz_says_that_the_process_lives(client: AsyncClient) -> None:
    assert (await client.get("/healthz")).text == "ok"


@pytest.mark.parametrize(("database", "status"), [(True, 200), (False, 503)])
async def test_readyz_names_what_is_not_ready(database: bool, status: int) -> None:
    async def ready() -> dict[str, bool]:
        return {"database": database, "telegram": True}

    async with browser_of(create_app([], pages=Pages(Texts.load("vi")), ready=ready)) as client:
        answer = await client.get("/readyz")

    assert (answer.status_code, answer.json()) == (status, {"database": database, "telegram": True})


@pytest.mark.parametrize("path", ["/healthz", "{base}", "{base}/messages", "/nowhere", "/static/x/chat.css"])
async def test_every_answer_forbids_what_we_do_not_need(client: AsyncClient, base: str, path: str) -> None:
    headers = (await client.get(path.format(base=base))).headers
    policy = headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("page", ["/chat/{token}", "/i/ABC?new=1", "/nowhere"])
async def test_pages_have_nothing_inline_and_nothing_from_elsewhere(
    client: AsyncClient, base: str, page: str
) -> None:
    html = (await client.get(page.format(token=base[6:]), headers=HTML, follow_redirects=True)).text

    assert not re.search(r"<[^>]+\s(on\w+|style)\s*=", html)
    assert not re.search(r"<script(?![^>]*(\ssrc=|application/json))", html)
    assert re.findall(r'(?:src|href|action)="(?!/)[^"]*"', html) == []


async def test_the_chat_opens_with_less_than_sixty_kilobytes(client: AsyncClient, base: str) -> None:
    page = await client.get(base, headers=HTML)
    names = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
    weight = len(gzip.compress(page.content))
    for name in names:
        answer = await client.get(name)
        assert answer.headers["content-encoding"] == "gzip"
        weight += int(answer.headers["content-length"])

    assert {Path(name).suffix for name in names} == {".css", ".js", ".svg"}
    assert weight < FIRST_LOAD


async def test_static_files_are_kept_for_ever_under_the_hash_of_what_they_hold(client: AsyncClient) -> None:
    pages = Pages(Texts.load("vi"))
    answer = await client.get(pages.assets.url("chat.js"))

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert (await client.get("/static/000000000000/chat.js")).status_code == 404


async def test_the_hash_follows_the_files(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    file = tmp_path / "static" / "extra.css"
    file.write_text("a {}")
    before = Pages(Texts.load("vi"), tmp_path).assets.version
    file.write_text("b {}")

    assert Pages(Texts.load("vi"), tmp_path).assets.version != before


async def test_pages_of_a_chat_are_never_cached(client: AsyncClient, base: str) -> None:
    assert (await client.get(base)).headers["cache-control"] == "no-store"


async def ready() -> dict[str, bool]:
    return {}


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (InputError("web-error-address", host="h", port="1"), 400, "Không mở được địa chỉ h:1"),
        (RuntimeError("em Nguyễn Văn A nhắn: bí mật"), 500, "Hệ thống đang gặp sự cố"),
    ],
    ids=["what a person can mend", "what they cannot"],
)
async def test_a_failure_is_one_sentence_and_never_a_traceback(
    error: Exception, status: int, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(_request: Request) -> Response:
        raise error

    caplog.set_level("INFO")
    app = create_app([Route("/fail", fail)], pages=Pages(Texts.load("vi")), ready=ready)
    async with browser_of(app) as client:
        as_json = await client.get("/fail", headers=JSON)
        as_page = await client.get("/fail", headers=HTML)

    assert (as_json.status_code, as_page.status_code) == (status, status)
    assert sentence in as_json.json()["error"]
    assert sentence in as_page.text
    assert "bí mật" not in as_json.text + as_page.text + caplog.text


async def test_a_port_that_is_taken_is_told_and_nothing_is_left_behind(site: Site) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError) as caught:
            async with serving(site.app, "127.0.0.1", port, end_streams=site.channel.hub.close):
                raise AssertionError("it served on a port that was taken")

    assert (caught.value.key, caught.value.facts) == (
        "web-error-address",
        {"host": "127.0.0.1", "port": str(port)},
    )


async def test_the_server_leaves_signals_to_us(site: Site) -> None:
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    async with serving(site.app, "127.0.0.1", 0, end_streams=site.channel.hub.close):
        assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
