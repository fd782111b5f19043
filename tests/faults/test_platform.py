"""The platform, or the way to it, fails: nothing is lost, the operator is told, and it goes on by itself."""

import asyncio
import shutil
import socket
import ssl
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.reminders import planner
from bot.storage import Database, open_database
from tests.faults.conftest import Bench, fill_for, unhandled, unsent
from tests.faults.sides import PATIENCE

#: The database makes no difference to these.
pytestmark = pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)

FAULTS: dict[str, dict[str, Any]] = {
    "too_many_requests": {"retry_after": 1},
    "bad_gateway": {},
    "internal_error": {},
    "not_ok": {"code": 500, "description": "Internal Server Error"},
    "malformed": {},
    "huge": {},
    "reset_unread": {},
    "reset_delivered": {},
    "hang": {},
    "slow": {"seconds": 0.1},
}


@pytest.mark.parametrize("kind", FAULTS)
async def test_whatever_the_platform_answers_every_message_is_answered(
    bench: Bench, school: Database, kind: str
) -> None:
    for method in (bench.side.asked, "sendMessage"):
        bench.side.faults.next(method, kind=kind, **FAULTS[kind])
    async with bench.running(school):
        await bench.side.says("/giupdo")
        await bench.side.hears("nhắn:")
        await bench.side.all_confirmed()
    assert await unhandled(school) == []


async def test_a_name_that_cannot_be_found_is_named_and_everything_waits_for_it(
    bench: Bench, school: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_name(*_args: Any, **_more: Any) -> Any:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", no_name)
        async with bench.running(school, bench.side.url.replace("127.0.0.1", "localhost")):
            await bench.side.says("/giupdo")
            await bench.comes(lambda: bool(bench.told("name-not-found")))
            assert bench.side.sent() == []
            patch.undo()
            await bench.side.hears("nhắn:")
            await bench.sends(7)
    assert await unsent(school) == []


async def test_a_certificate_that_nobody_vouches_for_is_named_and_nothing_is_said_to_it(
    bench: Bench, school: Database, tmp_path: Path
) -> None:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(  # noqa: ASYNC221
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        + ["-keyout", str(key), "-out", str(certificate), "-days", "2", "-subj", "/CN=127.0.0.1"],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    heard: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(1))
        writer.close()

    stranger = await asyncio.start_server(listen, "127.0.0.1", 0, ssl=context)
    port = stranger.sockets[0].getsockname()[1]
    async with stranger, bench.running(school, f"https://127.0.0.1:{port}") as app:
        await app.tick()
        await bench.comes(lambda: bool(bench.told("certificate-not-trusted")))
    assert heard == []
    assert {state for _, state in await unsent(school)} == {"waiting"}


async def test_a_server_that_accepts_and_never_answers_uses_up_no_ones_tries(
    bench: Bench, school: Database
) -> None:
    held: list[asyncio.StreamWriter] = []

    async def listen(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        held.append(writer)

    await planner.tick(school, bench.clock.now())  # so that everything is sent at once
    half_open = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = half_open.sockets[0].getsockname()[1]
    async with half_open:
        async with bench.running(school, f"http://127.0.0.1:{port}"):
            await bench.comes(lambda: bool(bench.told("the platform does not answer")))
            await asyncio.sleep(2 * PATIENCE)
        for writer in held:
            writer.close()
    assert {state for _, state in await unsent(school)} == {"waiting"}
    async with bench.running(school):
        await bench.sends(6)
    assert await unsent(school) == []


@pytest.mark.parametrize("side", ["telegram"], indirect=True)
async def test_of_two_bots_on_two_databases_with_one_token_one_stops_and_says_why(
    bench: Bench, school: Database, tmp_path: Path, sqlite_with_tables: Path
) -> None:
    """They take each other's updates: going on would divide people's messages between two databases."""
    other = open_database(f"sqlite:///{shutil.copy(sqlite_with_tables, tmp_path / 'other.db')}")
    await other.write(partial(fill_for, bench.side))
    async with bench.running(school) as first, bench.running(other) as second:
        await bench.comes(lambda: bool(bench.told("another program fetches the updates of this token")))
        ready = [await bench.is_ready(app, "telegram") for app in (first, second)]
        assert sorted(ready) == [False, True]
        await bench.side.says("/giupdo")
        await bench.side.hears("nhắn:")
    assert [await unhandled(database) for database in (school, other)] == [[], []]
    await other.close()
