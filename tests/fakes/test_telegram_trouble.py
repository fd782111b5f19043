"""The Telegram double: scripted faults, sending limits, the journal, and the process of its own."""

import asyncio
import json

import aiohttp
import pytest

from tests.fakes.conftest import PlainBot
from tests.fakes.telegram.faults import Faults, Kind
from tests.fakes.telegram.limits import Gate, Limits
from tests.fakes.telegram.remote import telegram_process
from tests.fakes.telegram_server import TelegramServer


@pytest.mark.parametrize(
    ("kind", "details", "expected"),
    [
        ("forbidden", {}, {"error_code": 403, "description": "Forbidden: bot was blocked by the user"}),
        ("internal_error", {}, {"error_code": 500, "description": "Internal Server Error"}),
        (
            "too_many_requests",
            {"retry_after": 7},
            {
                "error_code": 429,
                "description": "Too Many Requests: retry after 7",
                "parameters": {"retry_after": 7},
            },
        ),
        (
            Kind.REFUSAL,
            {"code": 400, "description": "Bad Request: x"},
            {"error_code": 400, "description": "Bad Request: x"},
        ),
        ("not_ok", {"code": 420, "description": "?"}, {"error_code": 420, "description": "?"}),
    ],
)
async def test_a_fault_refuses_the_next_request_only(server, bot, kind, details, expected):
    server.person(11, known=True)
    server.faults.next("sendMessage", kind=kind, **details)
    assert await bot("sendMessage", chat_id=11, text="x") == {"ok": False, **expected}
    assert server.journal.calls[0].status == (200 if kind == "not_ok" else expected["error_code"])
    assert server.sent() == []
    await bot.result("sendMessage", chat_id=11, text="x")
    assert len(server.sent(11)) == 1


@pytest.mark.parametrize(
    ("kind", "error", "delivered"),
    [
        ("bad_gateway", aiohttp.ContentTypeError, False),
        ("reset_unread", aiohttp.ClientConnectionError, False),
        ("reset_delivered", aiohttp.ClientConnectionError, True),
        ("hang", TimeoutError, True),
        ("slow", TimeoutError, True),
        ("malformed", json.JSONDecodeError, True),
    ],
)
async def test_a_fault_spoils_the_answer(server, bot, kind, error, delivered):
    lan = server.person(11, known=True)
    server.faults.next("sendMessage", kind=kind)
    with pytest.raises(error):
        async with asyncio.timeout(0.2):
            await bot("sendMessage", chat_id=11, text="x")
    assert [call.fault for call in server.journal.calls] == [kind]
    assert (len(lan.chat) == 1) is delivered
    assert (len(server.sent()) == 1) is delivered


async def test_a_slow_answer_comes_in_the_end(server, bot):
    server.faults.next("getMe", kind="slow", seconds=0.01)
    assert (await bot.result("getMe"))["is_bot"]
    assert server.journal.calls[0].answered_at - server.journal.calls[0].at >= 0.01


async def test_an_answer_can_be_ten_megabytes_long(server, bot):
    server.faults.next("getUpdates", kind="huge")
    async with bot.session.post(f"{bot.url}/bot{bot.token}/getUpdates") as response:
        assert len(await response.read()) > 10_000_000


async def test_a_fault_can_be_kept_for_one_chat(server, bot):
    server.person(11, known=True)
    server.person(12, known=True)
    server.faults.next("*", kind="forbidden", chat_id=12, times=2)
    await bot.result("sendMessage", chat_id=11, text="x")
    await bot.refused("sendMessage", chat_id=12, text="x")
    server.faults.clear()
    await bot.result("sendMessage", chat_id=12, text="x")


def test_a_share_of_faults_is_the_same_for_the_same_seed():
    def drawn(seed: int) -> list[str]:
        faults = Faults()
        faults.share("sendMessage", {"bad_gateway": 0.2, "reset_delivered": 0.1}, seed=seed)
        picked = [faults.pick("sendMessage", 11) for _ in range(1000)]
        return [fault.kind if fault else "" for fault in picked]

    assert drawn(1) == drawn(1) != drawn(2)
    assert 150 < drawn(1).count("bad_gateway") < 250
    assert 60 < drawn(1).count("reset_delivered") < 140


def test_a_share_of_blocked_chats_sticks_to_them():
    faults = Faults()
    faults.share("*", {"forbidden": 0.3}, seed=1)
    rounds = [[faults.pick("sendMessage", chat_id) is not None for chat_id in range(200)] for _ in range(2)]
    assert rounds[0] == rounds[1]
    assert 30 < sum(rounds[0]) < 90


def accepted(gate: Gate, sends: list[tuple[int, float]]) -> list[int]:
    """For each send (chat, time): 0 where it passes, else its retry_after."""
    refusals = [gate.refusal(chat_id, at) for chat_id, at in sends]
    return [refusal.parameters["retry_after"] if refusal else 0 for refusal in refusals]


@pytest.mark.parametrize(
    ("sends", "expected"),
    [
        ([(1, 0.0)] * 4, [0, 0, 0, 1]),
        ([(1, 0.0)] * 4 + [(1, 0.99), (1, 1.0), (1, 1.5)], [0, 0, 0, 1, 1, 0, 1]),
        ([(chat, 0.0) for chat in range(31)], [0] * 30 + [1]),
        ([(chat, chat / 30) for chat in range(90)], [0] * 90),
        ([(chat, 0.5) for chat in range(31)] + [(50, 1.49), (50, 1.5)], [0] * 30 + [1, 1, 0]),
        ([(-5, float(second)) for second in range(21)], [0] * 20 + [40]),
    ],
    ids=["burst", "refused do not count", "all chats", "even pace", "a 429 binds", "group"],
)
def test_the_strict_limits(sends, expected):
    assert accepted(Gate(Limits()), sends) == expected


def test_without_binding_a_refusal_closes_nothing():
    sends = [(chat, chat / 100) for chat in range(31)] + [(1, 1.0)]
    assert accepted(Gate(Limits()), sends)[-1] == 1
    assert accepted(Gate(Limits(binding=False)), sends)[-1] == 0


async def test_limits_are_switched_on_and_keep_the_clock_they_are_given(session):
    seconds = 50.0
    async with TelegramServer(limits=Limits(chat_burst=1), clock=lambda: seconds) as server:
        bot = PlainBot(session, server.url, server.token)
        server.person(11, known=True)
        await bot.result("sendMessage", chat_id=11, text="x")
        assert (await bot("sendMessage", chat_id=11, text="x"))["parameters"] == {"retry_after": 1}
        seconds = 51.0
        await bot.result("sendMessage", chat_id=11, text="x")
        assert [call.at for call in server.sent()] == [50.0, 51.0]
        server.limits = None
        assert server.limits is None
        await bot.result("sendMessage", chat_id=11, text="x")


async def test_sends_to_blocked_chats_count_for_the_limits(session):
    async with TelegramServer(limits=Limits(per_second=1), clock=lambda: 0.0) as server:
        bot = PlainBot(session, server.url, server.token)
        await server.person(11, known=True).blocks()
        assert (await bot.refused("sendMessage", chat_id=11, text="x")).startswith("403")
        assert (await bot.refused("sendMessage", chat_id=11, text="x")).startswith("429")


async def test_duplicates_are_found_by_content(server, bot):
    server.person(11, known=True)
    server.person(12, known=True)
    for chat_id, text in ((11, "a"), (11, "b"), (12, "a"), (11, "a")):
        await bot.result("sendMessage", chat_id=chat_id, text=text)
    [twins] = server.duplicates()
    assert [(call.chat_id, call.text) for call in twins] == [(11, "a"), (11, "a")]
    assert server.duplicates(12) == []
    assert await server.called("sendMessage", times=3, chat_id=11) == 3
    with pytest.raises(AssertionError, match="getMe: 0 of 1 calls"):
        await server.called("getMe", timeout=0.01)


async def test_the_journal_is_written_down_line_by_line(tmp_path, session):
    file = tmp_path / "journal.jsonl"
    async with TelegramServer(journal_file=file, first_update_id=5) as server:
        bot = PlainBot(session, server.url, server.token)
        await server.person(11).says("một")
        await bot.polls(offset=6)
        written = file.read_text(encoding="utf-8")
    events = [json.loads(line) for line in written.splitlines()]
    assert [event["event"] for event in events] == ["update", "acknowledged", "call"]
    assert (events[0]["update_id"], events[2]["method"]) == (5, "getUpdates")
    assert server.token not in written


async def test_pipelined_and_chunked_requests_are_understood(server):
    reader, writer = await asyncio.open_connection("127.0.0.1", int(server.url.rpartition(":")[2]))
    path = f"/bot{server.token}/getMe"
    writer.write(
        f"GET {path} HTTP/1.1\r\n\r\nPOST {path} HTTP/1.1\r\nTransfer-Encoding: chunked\r\n".encode()
    )
    writer.write(b"Expect: 100-continue\r\nContent-Type: application/json\r\n\r\n")
    writer.write(b"1\r\n{\r\n")
    await writer.drain()
    writer.write(b'8\r\n"a": 1}\n\r\n0\r\n\r\n')
    first = await reader.readuntil(b"HTTP/1.1 100 Continue\r\n\r\n")
    assert first.startswith(b"HTTP/1.1 200 OK")
    await reader.readuntil(b"\r\n\r\n")
    await reader.readuntil(b"}}")
    assert server.journal.warnings == ["getMe knows no parameter 'a'"]
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("body", [b"{", b"[]"])
async def test_a_body_that_is_no_object_is_refused(server, bot, body):
    url, headers = f"{bot.url}/bot{bot.token}/getMe", {"Content-Type": "application/json"}
    async with bot.session.post(url, data=body, headers=headers) as response:
        assert response.status == 400


async def test_the_double_as_a_process_of_its_own(tmp_path, session):
    file = tmp_path / "journal.jsonl"
    async with telegram_process(journal=file, options=["--first-update-id", "9"]) as telegram:
        bot = PlainBot(session, telegram.url, telegram.token)
        lan = telegram.person(11)
        await telegram.knows(11, 12)
        await bot.result(
            "sendMessage",
            chat_id=11,
            text="?",
            reply_markup={"inline_keyboard": [[{"text": "Đúng", "callback_data": "y"}]]},
        )
        question = await lan.hears("?", button="y")
        await lan.taps("Đúng", question)
        assert len(await telegram.unanswered_taps()) == 1
        await lan.starts("ma")
        await lan.says("một")
        await lan.edits((await lan.screen())[-1], "hai")
        await lan.sends_photo()
        sent = await lan.sends_document("a.xlsx", b"rows")
        document = (await lan.screen())[-1].file
        assert document is not None
        assert document.content == b"rows"
        await lan.sends_sticker()
        await lan.sends_voice()
        await lan.blocks()
        await lan.unblocks()
        assert sent["update_id"] == 14
        await telegram.burst([(12, "a"), (13, "b")])
        assert await bot.polls() == list(range(9, 21)) == [u["update_id"] for u in await telegram.updates()]
        assert len(await telegram.unacknowledged()) == 12
        await bot.polls(offset=21)
        await telegram.all_acknowledged()
        assert await telegram.called("sendMessage", chat_id=11) == 1
        assert [call.text for call in await telegram.sent(11)] == ["?"]
        with pytest.raises(AssertionError, match="nothing heard like"):
            await lan.hears("!", timeout=0.01)

        await telegram.configure(limits=Limits(chat_burst=1), latency=0.001, out_of_order=True, restart_ids=3)
        await bot.result("sendMessage", chat_id=12, text="x")
        assert (await bot.refused("sendMessage", chat_id=12, text="x")).startswith("429")
        await telegram.configure(limits=None)
        await telegram.fault("sendMessage", kind="reset_delivered")
        with pytest.raises(aiohttp.ClientConnectionError):
            await bot("sendMessage", chat_id=12, text="y")
        await telegram.fault_share("getMe", {"internal_error": 1.0}, seed=1)
        assert (await bot.refused("getMe")).startswith("500")
        await telegram.clear_faults()
        assert [call.status for call in await telegram.calls("sendMessage")] == [200, 200, 429, 0]
        assert len(file.read_text(encoding="utf-8").splitlines()) > 20
