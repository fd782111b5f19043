"""Addresses that open one file for a day."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from httpx import AsyncClient

from bot.domain.messages import Attachment
from bot.errors import InputError
from bot.storage import Database
from bot.storage.files import StoredFile
from bot.storage.keys import key
from bot.texts import Texts
from bot.web.pages import Pages
from bot.web.server import create_app
from bot.web.shared_files import KEY, SharedFiles, shared_files_route
from tests.fakes.clock import FakeClock
from tests.web.site import browser_of

BASE = "https://khaibao.test"
WORKBOOK = Attachment(ref="7", name="số liệu.xlsx", mime="application/vnd.ms-excel")
FILES = {
    7: StoredFile(id=7, name=WORKBOOK.name, mime=WORKBOOK.mime, content=b"PK"),
    8: StoredFile(id=8, name="to-dan.png", mime="image/png", content=b"PNG"),
}


@pytest.fixture
async def shared(sqlite: Database, clock: FakeClock) -> SharedFiles:
    signed_with = await sqlite.write(lambda conn: key(conn, KEY))
    return SharedFiles(key=signed_with, public_url=f"{BASE}/", now=clock.now)


async def load(file_id: int) -> StoredFile | None:
    if file_id == 9:
        raise InputError("err-paper")
    return FILES.get(file_id)


@pytest.fixture
async def client(shared: SharedFiles) -> AsyncIterator[AsyncClient]:
    texts = Texts.load("vi")

    async def ready() -> dict[str, bool]:
        return {}

    app = create_app([shared_files_route(shared, load, texts)], pages=Pages(texts), ready=ready)
    async with browser_of(app) as client:
        yield client


def path_of(shared: SharedFiles, ref: str = "7") -> str:
    link = shared.link(Attachment(ref=ref, name="a.xlsx", mime="text/plain"))
    assert link.startswith(f"{BASE}/f/")
    return link.removeprefix(BASE)


async def test_it_opens_without_anything_else_as_often_as_one_likes(
    client: AsyncClient, shared: SharedFiles
) -> None:
    await client.get(path_of(shared))
    answer = await client.get(path_of(shared))
    assert (answer.status_code, answer.content) == (200, b"PK")
    assert "attachment" in answer.headers["content-disposition"]


async def test_a_picture_is_shown_so_that_zalo_can_fetch_it(client: AsyncClient, shared: SharedFiles) -> None:
    answer = await client.get(path_of(shared, "8"))
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-disposition"].startswith("inline")
    assert (await client.head(path_of(shared, "8"))).status_code == 200


async def test_after_a_day_it_opens_nothing(
    client: AsyncClient, shared: SharedFiles, clock: FakeClock
) -> None:
    path = path_of(shared)
    clock.advance(timedelta(hours=23, minutes=59))
    assert (await client.get(path)).status_code == 200
    clock.advance(timedelta(minutes=1))
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("place", [2, 3, 4], ids=["another file", "another end", "another signature"])
async def test_an_address_that_somebody_changed_opens_nothing(
    client: AsyncClient, shared: SharedFiles, place: int
) -> None:
    parts = path_of(shared).split("/")
    parts[place] = {2: "8", 3: str(int(parts[3]) + 3600), 4: parts[4][::-1]}[place]
    assert (await client.get("/".join(parts))).status_code == 404


@pytest.mark.parametrize("path", ["/f/7/9999999999/x", "/f/%C3%A9/1/%C3%A9", "/f/7/never/x", "/f/7/1/"])
async def test_a_guess_opens_nothing(client: AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_a_signature_of_another_deployment_opens_nothing(client: AsyncClient, clock: FakeClock) -> None:
    theirs = SharedFiles(key="0" * 64, public_url=BASE, now=clock.now)
    assert (await client.get(path_of(theirs))).status_code == 404


@pytest.mark.parametrize("ref", ["9", "10"], ids=["cannot be made", "no longer kept"])
async def test_a_file_that_cannot_be_had_is_told_in_a_sentence(
    client: AsyncClient, shared: SharedFiles, ref: str
) -> None:
    answer = await client.get(path_of(shared, ref))
    assert answer.status_code == 404
    assert answer.json()["error"].endswith(".")


def test_the_key_is_not_shown(clock: FakeClock) -> None:
    assert "very-secret" not in repr(SharedFiles(key="very-secret", public_url=BASE, now=clock.now))
