"""What a reply becomes in a Telegram chat, and what becomes of it when Telegram does not take it."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr

from bot.channels.telegram import Telegram
from bot.domain.messages import Attachment, Choice, FileRef, Reply
from bot.errors import (
    ChannelError,
    Misconfigured,
    OutcomeUnknown,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)
from tests.channels.conftest import channel_at
from tests.fakes.http_server import HttpServer, Response
from tests.fakes.telegram.people import PNG, Person
from tests.fakes.telegram_server import TelegramServer

YES = Choice(label="Đúng", action="yes")
PICTURE = Attachment(ref="1", name="biểu đồ.png", mime="image/png")
SHEET = Attachment(ref="2", name="Báo cáo đợt 1.xlsx", mime="application/octet-stream")


@pytest.fixture
def lan(server: TelegramServer) -> Person:
    return server.person(11, known=True)


async def test_a_message_is_plain_text_without_a_preview_of_its_links(
    server: TelegramServer, telegram: Telegram, lan: Person
):
    await telegram.send("11", Reply(text="<b>https://khaibao.example/x</b>"))
    [call] = server.sent(11)
    assert call.text == "<b>https://khaibao.example/x</b>"
    assert call.parameters["link_preview_options"] == {"is_disabled": True}
    assert "parse_mode" not in call.parameters
    assert server.journal.warnings == []


class TestEdits:
    async def test_the_answered_question_turns_into_the_answer(self, telegram: Telegram, lan: Person):
        ref = await telegram.send("11", Reply(text="Đúng không ạ?", choices=(YES,)))
        assert await telegram.send("11", Reply(text="Đã ghi nhận", edits=ref)) == ref
        [message] = lan.chat
        assert (message.text, message.buttons) == ("Đã ghi nhận", [])

    async def test_an_edit_that_changes_nothing_counts_as_sent(
        self, server: TelegramServer, telegram: Telegram, lan: Person
    ):
        reply = Reply(text="Đúng không ạ?", choices=(YES,))
        ref = await telegram.send("11", reply)
        assert await telegram.send("11", Reply(text=reply.text, choices=(YES,), edits=ref)) == ref
        assert len(server.sent(11)) == 1

    @pytest.mark.parametrize(
        "edits", ["999", "w17"], ids=["a message that is gone", "no message of Telegram"]
    )
    async def test_what_cannot_be_edited_is_sent_anew(self, telegram: Telegram, lan: Person, edits: str):
        await telegram.send("11", Reply(text="Đã ghi nhận", edits=edits))
        assert [message.text for message in lan.chat] == ["Đã ghi nhận"]

    async def test_a_persons_own_message_is_not_edited(self, telegram: Telegram, lan: Person):
        said = await lan.says("em cài rồi")
        await telegram.send("11", Reply(text="Đã ghi", edits=str(said.payload["message"]["message_id"])))
        assert [message.text for message in lan.chat] == ["em cài rồi", "Đã ghi"]

    async def test_trouble_with_an_edit_is_trouble(
        self, server: TelegramServer, telegram: Telegram, lan: Person
    ):
        ref = await telegram.send("11", Reply(text="?"))
        server.faults.next("editMessageText", kind="bad_gateway")
        with pytest.raises(Unavailable):
            await telegram.send("11", Reply(text="!", edits=ref))
        assert len(lan.chat) == 1


class TestLongTexts:
    LONG = "\n".join(f"dòng {number}" for number in range(1000))

    async def test_the_next_try_goes_on_where_the_last_one_ended(
        self, server: TelegramServer, telegram: Telegram, lan: Person
    ):
        await telegram.send("11", Reply(text=self.LONG))
        pieces = len(lan.chat)
        assert pieces == 3
        server.faults.next("sendMessage", kind="slow", seconds=0)
        server.faults.next("sendMessage", kind="too_many_requests", retry_after=7)
        with pytest.raises(Throttled) as throttled:
            await telegram.send("11", Reply(text=self.LONG))
        assert throttled.value.retry_after == 7
        assert len(lan.chat) == pieces + 1
        await telegram.send("11", Reply(text=self.LONG))
        assert len(lan.chat) == 2 * pieces

    async def test_a_send_that_is_cut_off_goes_on_as_well(
        self, server: TelegramServer, telegram: Telegram, lan: Person
    ):
        server.faults.next("sendMessage", kind="slow", seconds=0)
        server.faults.next("sendMessage", kind="bad_gateway")
        server.faults.next("sendMessage", kind="slow", seconds=60)
        with pytest.raises(Unavailable):
            await telegram.send("11", Reply(text=self.LONG))
        sending = asyncio.ensure_future(telegram.send("11", Reply(text=self.LONG)))
        await server.called("sendMessage", times=3)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await telegram.send("11", Reply(text=self.LONG))
        assert [message.text.split("\n")[0] for message in lan.chat].count("dòng 0") == 1

    async def test_only_the_first_piece_takes_the_place_of_the_question(
        self, telegram: Telegram, lan: Person
    ):
        ref = await telegram.send("11", Reply(text="?"))
        last = await telegram.send("11", Reply(text=self.LONG, edits=ref, choices=(YES,)))
        assert len(lan.chat) == 3
        assert lan.chat[0].text.startswith("dòng 0\n")
        assert str(lan.chat[-1].message_id) == last
        assert [message.buttons for message in lan.chat] == [[], [], ["Đúng"]]


class TestTakingBack:
    async def test_a_message_that_is_taken_back_is_gone(self, telegram: Telegram, lan: Person):
        ref = await telegram.send("11", Reply(text="Chiều nay họp"))
        await telegram.send("11", Reply(text="đã thu hồi", deletes=ref))
        assert lan.chat == []

    async def test_one_that_is_gone_already_is_no_news(self, telegram: Telegram, lan: Person):
        await telegram.send("11", Reply(text="đã thu hồi", deletes="4711"))
        assert lan.chat == []

    @pytest.mark.parametrize("hours", [47, 49])
    async def test_after_two_days_people_are_told_instead(self, telegram: Telegram, lan: Person, hours: int):
        ref = await telegram.send("11", Reply(text="Chiều nay họp"))
        lan.chat[0].payload["date"] -= hours * 3600
        await telegram.send("11", Reply(text="đã thu hồi", deletes=ref))
        told = ["Chiều nay họp", "đã thu hồi"]
        assert [message.text for message in lan.chat] == (told if hours > 48 else [])


class TestFiles:
    async def test_a_document_keeps_its_name_and_bytes(self, telegram: Telegram, lan: Person):
        await telegram.send("11", Reply(text="Đây ạ", attachment=SHEET, choices=(YES,)), b"PK\x03\x04")
        [message] = lan.chat
        assert message.file is not None
        assert (message.file.name, message.file.content) == ("Báo cáo đợt 1.xlsx", b"PK\x03\x04")
        assert (message.text, message.buttons) == ("Đây ạ", ["Đúng"])

    async def test_a_picture_is_shown(self, telegram: Telegram, lan: Person):
        await telegram.send("11", Reply(text="", attachment=PICTURE), PNG)
        assert "photo" in lan.chat[0].payload

    async def test_a_picture_that_telegram_cannot_show_goes_as_a_document(
        self, telegram: Telegram, lan: Person
    ):
        await telegram.send("11", Reply(text="QR", attachment=PICTURE), b"no picture at all")
        assert "document" in lan.chat[0].payload

    async def test_a_text_too_long_for_a_caption_goes_before_the_file(self, telegram: Telegram, lan: Person):
        await telegram.send("11", Reply(text="a" * 1025, attachment=SHEET, choices=(YES,)), b"PK")
        text, file = lan.chat
        assert (text.text, text.buttons) == ("a" * 1025, [])
        assert (file.text, file.buttons) == ("", ["Đúng"])

    async def test_a_file_somebody_sent_is_fetched(self, telegram: Telegram, lan: Person):
        update = await lan.sends_document("Danh sách.xlsx", b"PK\x03\x04")
        incoming = telegram.parse(update.payload)
        assert incoming is not None
        assert incoming.file is not None
        assert incoming.file.name == "Danh sách.xlsx"
        assert await telegram.fetch(incoming.file) == b"PK\x03\x04"

    @pytest.mark.parametrize(
        ("fault", "error", "reason"),
        [
            pytest.param({"kind": "refusal", "code": 404}, Refused, "file-expired", id="gone"),
            pytest.param({"kind": "bad_gateway"}, Unavailable, "http-502", id="later"),
            pytest.param({"kind": "reset_unread", "times": 2}, OutcomeUnknown, "connection-cut", id="cut"),
        ],
    )
    async def test_a_download_that_fails_says_why(
        self,
        server: TelegramServer,
        telegram: Telegram,
        lan: Person,
        fault: dict[str, str | int],
        error: type[ChannelError],
        reason: str,
    ):
        update = await lan.sends_document("a.xlsx", b"PK")
        server.faults.next("download", **fault)  # type: ignore[arg-type]
        with pytest.raises(error, match=f"^{reason}$"):
            await telegram.fetch(FileRef(ref=update.payload["message"]["document"]["file_id"], name=""))

    @pytest.mark.parametrize(
        ("file", "reason"),
        [
            pytest.param(FileRef(ref="x", name="", size=20_000_001), "file-too-big", id="too big"),
            pytest.param(FileRef(ref="x", name=""), "wrong-file", id="unknown"),
        ],
    )
    async def test_a_file_that_cannot_be_fetched_is_refused(
        self, telegram: Telegram, file: FileRef, reason: str
    ):
        with pytest.raises(Refused, match=f"^{reason}"):
            await telegram.fetch(file)

    async def test_a_download_longer_than_was_said_is_cut_off(
        self, server: TelegramServer, telegram: Telegram, lan: Person, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr("bot.channels.telegram.http.MOST_ANSWER", 1000)
        update = await lan.sends_document("a.xlsx", b"x" * 1001)
        with pytest.raises(Refused, match="file-too-big"):
            await telegram.fetch(FileRef(ref=update.payload["message"]["document"]["file_id"], name=""))


@pytest.mark.parametrize(
    ("description", "error", "reason"),
    [
        ("Bad Request: chat not found", Unreachable, "chat-not-found"),
        ("Bad Request: PEER_ID_INVALID", Unreachable, "chat-not-found"),
        ("Bad Request: message is too long", Refused, "message-is-too-long"),
        ('Bad Request: can\'t parse entities: "Lan" at 7', Refused, "can't-parse-entities"),
        ("", Refused, "http-400"),
    ],
)
async def test_the_reason_of_a_refusal_is_a_short_code(
    server: TelegramServer,
    telegram: Telegram,
    lan: Person,
    description: str,
    error: type[ChannelError],
    reason: str,
):
    server.faults.next("sendMessage", kind="refusal", code=400, description=description)
    with pytest.raises(error, match=f"^{reason}$"):
        await telegram.send("11", Reply(text="nhắc việc"))


async def test_a_stranger_is_unreachable(telegram: Telegram):
    with pytest.raises(Unreachable, match=r"^chat-not-found$"):
        await telegram.send("404", Reply(text="nhắc việc"))


async def test_a_very_long_answer_of_telegrams_is_read(
    server: TelegramServer, telegram: Telegram, lan: Person
):
    server.faults.next("sendMessage", kind="huge")
    assert await telegram.send("11", Reply(text="chào")) == str(lan.chat[0].message_id)


@pytest.mark.parametrize("status", [200, 302, 403, 404])
async def test_a_notice_of_somebody_on_the_way_is_not_believed(status: int):
    """A provider that blocks Telegram answers in its place: no chat and no token is to blame."""
    async with _somebody_else(b"<html>Trang web bi chan</html>", status) as url:
        channel = channel_at(url)
        with pytest.raises((Unavailable, OutcomeUnknown)):
            await channel.send("11", Reply(text="nhắc việc"))
        await channel.close()


async def test_nobody_there_is_certainly_not_delivered():
    channel = channel_at("http://127.0.0.1:9")
    with pytest.raises(Unavailable, match=r"^no-connection$"):
        await channel.send("11", Reply(text="nhắc việc"))
    await channel.close()


async def test_an_address_that_is_none_is_for_the_operator():
    channel = channel_at("Telegram")
    with pytest.raises(Misconfigured, match=r"^address-unusable$"):
        await channel.send("11", Reply(text="nhắc việc"))
    await channel.close()


@pytest.mark.parametrize("token", ["", SecretStr("")], ids=["text", "secret"])
def test_without_a_token_there_is_no_bot(token: SecretStr | str):
    with pytest.raises(Misconfigured, match=r"^token-missing$"):
        channel_at("http://127.0.0.1:9", token=token)


async def test_the_token_is_in_no_error_and_no_log(
    server: TelegramServer, lan: Person, caplog: pytest.LogCaptureFixture
):
    """At INFO: at DEBUG libraries may print what they like, which the log's own formatter redacts."""
    caplog.set_level(logging.INFO)
    errors: list[BaseException] = []
    said = "bí mật của Lan"
    channel = channel_at(server.url)
    for kind in ["forbidden", "refusal", "bad_gateway", "reset_unread", "hang", "malformed", "not_ok"]:
        server.faults.next("sendMessage", kind=kind)
        with pytest.raises(ChannelError) as caught:
            await channel.send("11", Reply(text=said))
        errors.append(caught.value)
    await channel.close()
    broken = channel_at("http://127.0.0.1:9")
    with pytest.raises(ChannelError) as caught:
        await broken.identify()
    await broken.close()
    told = caplog.text + "".join(map(_traceback, [*errors, caught.value]))
    assert server.token not in told
    assert said not in told


async def test_many_messages_at_once_share_connections(
    server: TelegramServer, telegram: Telegram, lan: Person
):
    await asyncio.gather(*(telegram.send("11", Reply(text=str(number))) for number in range(50)))
    assert sorted(int(message.text) for message in lan.chat) == list(range(50))


def _traceback(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


@asynccontextmanager
async def _somebody_else(body: bytes, status: int) -> AsyncIterator[str]:
    """The address of a server that gives one answer to everything."""
    server = HttpServer(lambda _request: Response(body, status, "text/html"))
    await server.start()
    yield server.url
    await server.stop()
