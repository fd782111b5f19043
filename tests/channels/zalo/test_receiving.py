"""How Zalo's updates come in, and what happens when they do not."""

import asyncio
import json
import logging
from typing import Any

import pytest

from bot.channels.webhooks import MOST_BODY, Webhook
from bot.channels.zalo import Zalo
from bot.errors import Misconfigured
from tests.channels.contract import Stored, receiving
from tests.channels.zalo.conftest import PUBLIC, SECRET, channel_at
from tests.fakes.zalo_server import ZaloServer

EVENT: dict[str, Any] = {
    "event_name": "message.text.received",
    "message": {
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
        "chat": {"chat_type": "PRIVATE", "id": "6ede9afa66b88fe6d6a9"},
        "text": "dạ",
    },
}
GENUINE = {"x-bot-api-secret-token": SECRET}


class TestPolling:
    async def test_it_takes_away_a_webhook_that_is_set(self, server: ZaloServer, zalo: Zalo):
        server.bot.set_webhook("https://khac.test/zalo", SECRET)
        async with receiving(zalo) as stored:
            await server.bot.person("Lan").says("dạ")
            await server.bot.all_confirmed()
        assert server.bot.url == ""
        assert len(stored.updates) == 1

    @pytest.mark.parametrize("in_body", [False, True], ids=["under HTTP 408", "under HTTP 200"])
    async def test_a_poll_without_news_is_no_failure(
        self, server: ZaloServer, zalo: Zalo, in_body: bool, caplog: pytest.LogCaptureFixture
    ):
        server.errors_in_body = in_body
        for _ in range(3):
            server.faults.next("getUpdates", kind="refusal", code=408, description="Request timeout")
        async with receiving(zalo):
            await server.called("getUpdates", times=4)
        assert not [record for record in caplog.records if record.levelno >= logging.WARNING]

    @pytest.mark.parametrize("kind", ["reset_unread", "bad_gateway", "internal_error", "malformed"])
    async def test_after_a_poll_that_failed_the_next_one_goes_on(
        self, server: ZaloServer, zalo: Zalo, kind: str
    ):
        server.faults.next("getUpdates", kind=kind)
        lan = server.bot.person("Lan")
        await lan.says("một")
        async with receiving(zalo) as stored:
            await server.called("getUpdates", times=2)
            await lan.says("hai")
            await server.bot.all_confirmed()
        assert stored.updates[-1].payload["message"]["text"] == "hai"

    async def test_a_lost_poll_loses_what_it_carried_which_is_why_polls_are_for_trials(
        self, server: ZaloServer, zalo: Zalo
    ):
        server.faults.next("getUpdates", kind="reset_delivered")
        await server.bot.person("Lan").says("em cài rồi")
        async with receiving(zalo) as stored:
            await server.called("getUpdates", times=2)
            await server.bot.all_confirmed()
        assert stored.updates == []

    async def test_what_was_fetched_is_stored_although_the_program_stops(
        self, server: ZaloServer, zalo: Zalo, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("bot.channels.zalo.receiving.LAST_MOMENT", 2.0)
        begun, go_on, stored = asyncio.Event(), asyncio.Event(), []

        async def receive(updates):
            begun.set()
            await go_on.wait()
            stored.extend(updates)

        await server.bot.person("Lan").says("em cài rồi")
        running = asyncio.create_task(zalo.run(receive))
        await begun.wait()
        running.cancel()
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(running, return_exceptions=True)
        assert len(stored) == 1

    async def test_a_wrong_token_ends_it_with_a_reason(self, server: ZaloServer):
        channel = channel_at(server.url, token="1459232241454765289:wrong")
        with pytest.raises(Misconfigured, match="token-rejected"):
            await channel.run(Stored([]).receive)
        await channel.close()

    async def test_events_of_groups_and_of_unknown_names_are_harmless(self, server: ZaloServer, zalo: Zalo):
        group = {"message": {"chat": {"chat_type": "GROUP", "id": "g1"}, "text": "@Bot"}}
        server.bot.happens({"event_name": "message.text.received", **group})
        server.bot.happens({"event_name": "message.reaction.received"})
        async with receiving(zalo) as stored:
            await server.bot.person("Lan").says("dạ")
            await server.bot.all_confirmed()
        assert [update.payload["message"]["text"] for update in stored.updates] == ["dạ"]


class TestBeingCalled:
    @pytest.fixture
    async def listening(self, server: ZaloServer, called_zalo: Zalo):
        async with receiving(called_zalo) as stored:
            await server.bot.person("Nhung").says("có ai không")
            await server.bot.all_confirmed()
            stored.updates.clear()
            yield called_zalo, stored

    async def test_it_says_where_it_can_be_called_and_by_which_secret(self, server: ZaloServer, listening):
        assert (server.bot.url, server.bot.secret) == (f"{PUBLIC}/zalo/77", SECRET)

    @pytest.mark.parametrize(
        ("headers", "body", "status"),
        [
            pytest.param(GENUINE, json.dumps(EVENT).encode(), 200, id="an update"),
            pytest.param({}, b"", 200, id="an empty probe"),
            pytest.param({}, b" \n", 200, id="a blank probe"),
            pytest.param({}, b"{}", 403, id="no secret"),
            pytest.param({"x-bot-api-secret-token": SECRET[:-1]}, b"{}", 403, id="a wrong secret"),
            pytest.param({"x-bot-api-secret-token": "ế"}, b"{}", 403, id="a secret that is no ASCII"),
            pytest.param(GENUINE, b"x" * (MOST_BODY + 1), 413, id="too long"),
            pytest.param(GENUINE, b"{'a': 1}", 200, id="no JSON: a repetition would mend nothing"),
            pytest.param(GENUINE, b"[" * 100_000, 200, id="nested without end"),
            pytest.param(GENUINE, b'{"event_name": "x"}', 200, id="nobody's"),
        ],
    )
    async def test_the_answer_to_a_call(self, listening, headers: dict[str, str], body: bytes, status: int):
        channel, _stored = listening
        assert await channel.webhook(headers, body) == status

    async def test_a_list_of_updates_is_stored_whole(self, listening):
        channel, stored = listening
        other = {**EVENT, "message": {**EVENT["message"], "message_id": "other"}}
        assert await channel.webhook(GENUINE, json.dumps([EVENT, other]).encode()) == 200
        assert [update.key for update in stored.updates] == ["2d758cb5e222177a4e35", "other"]

    async def test_what_could_not_be_stored_is_to_be_repeated(self, listening):
        channel, stored = listening
        stored.refusals = 1
        assert await channel.webhook(GENUINE, json.dumps(EVENT).encode()) == 503
        assert await channel.webhook(GENUINE, json.dumps(EVENT).encode()) == 200
        assert len(stored.updates) == 1

    async def test_before_it_runs_nothing_is_taken(self, called_zalo: Zalo):
        assert await called_zalo.webhook(GENUINE, json.dumps(EVENT).encode()) == 503

    async def test_an_update_that_is_delivered_twice_has_one_key(self, server: ZaloServer, listening):
        _channel, stored = listening
        server.bot.copies = 2
        await server.bot.person("Lan").says("dạ")
        await server.bot.all_confirmed()
        assert len(stored.updates) == 2
        assert len({update.key for update in stored.updates}) == 1

    async def test_an_address_that_zalo_does_not_reach_is_told(
        self, server: ZaloServer, caplog: pytest.LogCaptureFixture
    ):
        channel = channel_at(server.url, webhook=Webhook(url="https://127.0.0.2:1/zalo", secret=SECRET))
        await channel._receiver._introduce()
        assert "webhook.http.other" in caplog.text
        assert SECRET not in caplog.text
        await channel.close()

    async def test_an_address_that_zalo_refuses_ends_it_with_a_reason(self, server: ZaloServer):
        channel = channel_at(server.url, webhook=Webhook(url="http://localhost/zalo", secret=SECRET))
        with pytest.raises(Misconfigured, match="url-is-not-a-public-https-address"):
            await channel.run(Stored([]).receive)
        await channel.close()
