"""The Telegram double: conversations, and what it refuses as the real server does."""

import json

import aiohttp
import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.fakes.conftest import PlainBot
from tests.fakes.telegram.people import PNG
from tests.fakes.telegram_server import TelegramServer

YES_NO = {
    "inline_keyboard": [[{"text": "Đúng", "callback_data": "y"}, {"text": "Sai", "callback_data": "n"}]]
}


async def test_a_conversation_with_buttons(server: TelegramServer, bot: PlainBot):
    lan = server.person(11, first_name="Lan")
    said = await lan.says("em cài rồi")
    [update] = await bot.result("getUpdates")
    assert update["message"]["text"] == "em cài rồi"
    assert update["message"]["chat"] == {"id": 11, "type": "private", "first_name": "Lan"}

    await bot.result("sendMessage", chat_id=11, text="Đúng chưa ạ?", reply_markup=YES_NO)
    question = await lan.hears(containing="Đúng chưa")
    assert question.buttons == ["Đúng", "Sai"]

    await lan.taps("Đúng")
    [update] = await bot.result("getUpdates", offset=said.update_id + 1)
    query = update["callback_query"]
    assert (query["data"], query["message"]["message_id"]) == ("y", question.message_id)
    assert server.unanswered_taps() == [query["id"]]

    await bot.result("answerCallbackQuery", callback_query_id=query["id"], text="Đã ghi", show_alert=True)
    await bot.result("editMessageText", chat_id=11, message_id=question.message_id, text="Cảm ơn!")
    await lan.hears(containing="Cảm ơn")
    assert [message.text for message in lan.chat] == ["em cài rồi", "Cảm ơn!"]
    assert lan.chat[-1].buttons == [], "an edit that names no keyboard takes it away"
    assert [(notice.text, notice.alert) for notice in lan.notices] == [("Đã ghi", True)]
    assert server.unanswered_taps() == []


async def test_an_act_begins_a_new_listening(server: TelegramServer, bot: PlainBot):
    lan = server.person(11, known=True)
    await bot.result("sendMessage", chat_id=11, text="nhắc việc")
    await lan.says("dạ")
    with pytest.raises(AssertionError, match="nothing heard like 'nhắc việc'"):
        await lan.hears(containing="nhắc việc", timeout=0.01)


async def test_a_button_that_is_not_there_cannot_be_tapped(server: TelegramServer, bot: PlainBot):
    lan = server.person(11, known=True)
    await bot.result("sendMessage", chat_id=11, text="?", reply_markup=YES_NO)
    question = await lan.hears(button="n")
    with pytest.raises(AssertionError, match="no button 'Có lẽ'"):
        await lan.taps("Có lẽ")
    await bot.result("editMessageReplyMarkup", chat_id=11, message_id=question.message_id)
    with pytest.raises(AssertionError, match="no button 'Sai'"):
        await lan.taps("Sai")
    late = await lan.taps("Sai", message=question)
    assert late.payload["callback_query"]["data"] == "n", "a phone that has not shown the edit yet"


async def test_a_reply_keyboard_types_for_the_person(server: TelegramServer, bot: PlainBot):
    lan = server.person(11, known=True)
    keyboard = {"keyboard": [["Khai báo"], [{"text": "Gửi số", "request_contact": True}]]}
    await bot.result("sendMessage", chat_id=11, text="Chọn", reply_markup=keyboard)
    assert lan.reply_keyboard == ["Khai báo", "Gửi số"]
    assert (await lan.taps("Khai báo")).payload["message"]["text"] == "Khai báo"
    assert (await lan.taps("Gửi số")).payload["message"]["contact"]["user_id"] == 11
    await bot.result("sendMessage", chat_id=11, text="Xong", reply_markup={"remove_keyboard": True})
    assert lan.reply_keyboard == []


async def test_files_go_both_ways(server: TelegramServer, bot: PlainBot):
    lan = server.person(11)
    sent = await lan.sends_document("danh sách.xlsx", b"rows", caption="đây ạ")
    document = sent.payload["message"]["document"]
    assert (document["file_name"], document["file_size"]) == ("danh sách.xlsx", 4)
    file = await bot.result("getFile", file_id=document["file_id"])
    async with bot.session.get(f"{bot.url}/file/bot{bot.token}/{file['file_path']}") as response:
        assert await response.read() == b"rows"

    form = aiohttp.FormData({"chat_id": "11", "caption": "Báo cáo"}, quote_fields=False)
    form.add_field("document", b"PK", filename="báo cáo.docx")
    async with bot.session.post(f"{bot.url}/bot{bot.token}/sendDocument", data=form) as response:
        again = (await response.json())["result"]["document"]["file_id"]
    heard = await lan.hears(containing="báo cáo.docx")
    assert heard.file is not None
    assert (heard.text, heard.file.content) == ("Báo cáo", b"PK")
    await bot.result("sendDocument", chat_id=11, document=again)
    assert [message.text for message in lan.chat] == ["đây ạ", "Báo cáo", ""]


async def test_other_things_people_send(server: TelegramServer, bot: PlainBot):
    lan = server.person(11)
    first = await lan.starts("ma-moi")
    await lan.sends_photo(caption="trang web")
    await lan.sends_sticker()
    await lan.sends_voice()
    await lan.edits(lan.chat[0], "/start khac")
    start, photo, sticker, voice, edited = await bot.result("getUpdates", offset=first.update_id)
    assert start["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert photo["message"]["photo"][0]["width"] == 1
    assert sticker["message"]["sticker"]["emoji"] == "👍"
    assert voice["message"]["voice"]["mime_type"] == "audio/ogg"
    assert edited["edited_message"]["text"] == "/start khac"


async def test_who_blocks_the_bot_gets_nothing_until_unblocking(server: TelegramServer, bot: PlainBot):
    lan = server.person(11, known=True)
    await lan.blocks()
    refused = await bot.refused("sendMessage", chat_id=11, text="?")
    assert refused == "403 Forbidden: bot was blocked by the user"
    with pytest.raises(AssertionError, match="cannot write"):
        await lan.says("?")
    await lan.unblocks()
    await bot.result("sendMessage", chat_id=11, text="!")
    lan.deletes_account()
    assert await bot.refused("sendMessage", chat_id=11, text="?") == "403 Forbidden: user is deactivated"
    changes = [update["my_chat_member"] for update in await bot.result("getUpdates")]
    assert [change["new_chat_member"]["status"] for change in changes] == ["kicked", "member"]


async def test_a_group_is_one_chat_of_several_people(server: TelegramServer, bot: PlainBot):
    lan, minh = server.person(11, group=-100), server.person(12, "Minh", group=-100)
    await lan.says("ai chưa báo?")
    update = await minh.says("mình")
    assert update.payload["message"]["chat"]["type"] == "supergroup"
    assert [message.text for message in lan.chat] == [message.text for message in minh.chat]
    assert server.person(11) is not lan, "her private chat is another place"


def commands(name: str, description: str = "x") -> dict[str, list[dict[str, str]]]:
    return {"commands": [{"command": name, "description": description}]}


SPOILT = [
    ("sendMessage", {"chat_id": 11}, "400 Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": 11, "text": " \n"}, "400 Bad Request: message text is empty"),
    ("sendMessage", {"chat_id": 11, "text": "ế" * 4097}, "400 Bad Request: message is too long"),
    ("sendMessage", {"chat_id": 11, "text": "😀" * 2049}, "400 Bad Request: message is too long"),
    ("sendMessage", {"chat_id": 11, "text": 5}, '400 Bad Request: field "text" must be of type String'),
    ("sendMessage", {"text": "x"}, "400 Bad Request: chat_id is empty"),
    ("sendMessage", {"chat_id": 99, "text": "x"}, "400 Bad Request: chat not found"),
    ("sendMessage", {"chat_id": 12, "text": "x"}, "400 Bad Request: chat not found"),
    ("sendMessage", {"chat_id": "@lan", "text": "x"}, "400 Bad Request: chat not found"),
    ("sendMessage", {"chat_id": 11, "text": "x", "parse_mode": "Wiki"}, "400 Bad Request: unsupported parse"),
    (
        "sendMessage",
        {"chat_id": 11, "text": "x", "reply_parameters": {"message_id": 7}},
        "400 Bad Request: message to be replied not found",
    ),
    ("sendPhoto", {"chat_id": 11}, "400 Bad Request: there is no photo in the request"),
    ("sendPhoto", {"chat_id": 11, "photo": "x"}, "400 Bad Request: wrong file identifier/HTTP URL specified"),
    ("sendChatAction", {"chat_id": 11, "action": "dance"}, "400 Bad Request: wrong parameter action"),
    (
        "editMessageText",
        {"chat_id": 11, "message_id": 7, "text": "x"},
        "400 Bad Request: message to edit not found",
    ),
    (
        "editMessageText",
        {"chat_id": 11, "message_id": 1, "text": "x"},
        "400 Bad Request: message can't be edited",
    ),
    ("deleteMessage", {"chat_id": 11, "message_id": 7}, "400 Bad Request: message to delete not found"),
    ("answerCallbackQuery", {"callback_query_id": "7"}, "400 Bad Request: query is too old"),
    ("getFile", {"file_id": "7"}, "400 Bad Request: wrong file_id"),
    ("setMyCommands", commands("Start"), "400 Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", commands("trạng"), "400 Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", commands("a" * 33), "400 Bad Request: BOT_COMMAND_INVALID"),
    ("setMyCommands", commands("start", ""), "400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID"),
    ("getUpdates", {"offset": "soon"}, '400 Bad Request: field "offset" must be a valid Number'),
    ("sendTelepathy", {}, "404 Not Found: method not found"),
]


@pytest.mark.parametrize(("method", "parameters", "expected"), SPOILT)
async def test_it_refuses(server, bot, method, parameters, expected):
    await server.person(11).says("dạ")
    server.person(12)  # has never written
    assert (await bot.refused(method, **parameters)).startswith(expected)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ([], "object expected as reply markup"),
        ({"inline_keyboard": [{"text": "x"}]}, "object expected as inline keyboard"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": ""}]]}, "BUTTON_DATA_INVALID"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "ế" * 22}]]}, "BUTTON_DATA_INVALID"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]}, "BUTTON_TEXT_INVALID"),
        ({"inline_keyboard": [[{"text": "x"}]]}, "can't parse inline keyboard button: Text buttons"),
        ({"inline_keyboard": [[{"text": "x", "url": "nowhere"}]]}, "BUTTON_URL_INVALID"),
        ({"inline_keyboard": [[{"text": "x", "callback_data": "x"}]] * 101}, "REPLY_MARKUP_TOO_LONG"),
        ({"keyboard": [[{"text": ""}]]}, "can't parse keyboard button"),
    ],
)
async def test_it_refuses_a_keyboard(server, bot, markup, expected):
    server.person(11, known=True)
    refused = await bot.refused("sendMessage", chat_id=11, text="?", reply_markup=json.dumps(markup))
    assert refused.startswith(f"400 Bad Request: {expected}")


async def test_the_longest_text_and_data_pass(server: TelegramServer, bot: PlainBot):
    server.person(11, known=True)
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "x" * 64}]]}
    await bot.result("sendMessage", chat_id=11, text="ế" * 4096, reply_markup=markup)
    await bot.result("sendMessage", chat_id=11, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML")


async def test_a_reply_quotes_one_message_and_not_what_that_quoted(server: TelegramServer, bot: PlainBot):
    said = await server.person(11).says("một")
    first = {"message_id": said.payload["message"]["message_id"]}
    answer = await bot.result("sendMessage", chat_id=11, text="hai", reply_parameters=first)
    second = {"message_id": answer["message_id"]}
    sent = await bot.result("sendMessage", chat_id=11, text="ba", reply_parameters=second)
    assert sent["reply_to_message"]["text"] == "hai"
    assert "reply_to_message" not in sent["reply_to_message"]


async def test_an_edit_must_change_something(server: TelegramServer, bot: PlainBot):
    server.person(11, known=True)
    sent = await bot.result("sendMessage", chat_id=11, text="một", reply_markup=YES_NO)
    place = {"chat_id": 11, "message_id": sent["message_id"]}
    for method, change in (("editMessageText", {"text": " một "}), ("editMessageReplyMarkup", {})):
        refused = await bot.refused(method, **place, **change, reply_markup=YES_NO)
        assert refused.startswith("400 Bad Request: message is not modified")
    await bot.result("editMessageText", **place, text="một")
    await bot.result("editMessageText", **place, text="hai")
    await bot.result("deleteMessage", **place)
    assert server.person(11).chat == []


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt; b &amp; c > d", "a < b & c > d", None),
        ("  <b>Đã</b> 😀<i>x</i>", "Đã 😀x", [("bold", 0, 2), ("italic", 5, 1)]),
        ('<a href="https://example.org/?a=1&amp;b">đây</a>', "đây", [("text_link", 0, 3)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ],
)
async def test_html_becomes_text_and_entities(server, bot, source, text, entities):
    server.person(11, known=True)
    sent = await bot.result("sendMessage", chat_id=11, text=source, parse_mode="HTML")
    found = [(entity["type"], entity["offset"], entity["length"]) for entity in sent.get("entities", [])]
    assert (sent["text"], found or None) == (text, entities)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("dưới <5", 'Unsupported start tag "5" at byte offset 8'),
        ("<name>", 'Unsupported start tag "name" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
async def test_it_refuses_broken_html(server, bot, source, expected):
    server.person(11, known=True)
    refused = await bot.refused("sendMessage", chat_id=11, text=source, parse_mode="HTML")
    assert refused == f"400 Bad Request: can't parse entities: {expected}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (PNG[:16] + b"\0\0\0\1\0\0\0\x40" + PNG[24:], "PHOTO_INVALID_DIMENSIONS"),
        (PNG + b"\0" * 10 * 2**20, "file is too big"),
    ],
    ids=["empty", "text", "thin", "heavy"],
)
async def test_it_refuses_a_photo(server, content, expected):
    server.person(11, known=True)
    async with httpx.AsyncClient(base_url=f"{server.url}/bot{server.token}/") as client:
        answer = await client.post(
            "sendPhoto", data={"chat_id": 11}, files={"photo": ("bieu-do.png", content)}
        )
    assert answer.json()["description"] == f"Bad Request: {expected}"


async def test_a_wrong_token_is_unauthorized(server: TelegramServer, bot: PlainBot):
    bot.token = "1:wrong"
    assert await bot.refused("getMe") == "401 Unauthorized"


async def test_a_misspelt_parameter_is_warned_of(server: TelegramServer, bot: PlainBot):
    server.person(11, known=True)
    await bot.result("sendMessage", chat_id=11, text="x", silent=True)
    assert server.journal.warnings == ["sendMessage knows no parameter 'silent'"]


async def test_commands_are_kept_by_scope_and_language(server: TelegramServer, bot: PlainBot):
    vi, en = [{"command": "huy", "description": "Bỏ"}], [{"command": "cancel", "description": "Leave"}]
    await bot.result("setMyCommands", commands=vi)
    await bot.result("setMyCommands", commands=json.dumps(en), language_code="en")
    assert await bot.result("getMyCommands") == vi
    assert await bot.result("getMyCommands", language_code="en") == en
    assert await bot.result("getMyCommands", scope={"type": "all_group_chats"}) == []


async def test_python_telegram_bot_finds_itself_at_home(server: TelegramServer):
    lan = server.person(11)
    await lan.says("xin chào")
    async with Bot(
        server.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot"
    ) as library:
        [update] = await library.get_updates()
        assert isinstance(update, Update)
        assert update.message is not None
        assert update.message.text == "xin chào"
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Đúng", callback_data="y")]])
        await library.send_chat_action(11, "typing")
        sent = await library.send_message(11, "<b>Chào</b> cô", parse_mode="HTML", reply_markup=keyboard)
        await library.edit_message_text("Chào thầy", 11, sent.message_id, reply_markup=keyboard)
        document = await library.send_document(11, b"rows", filename="bao-cao.xlsx")
        assert document.document is not None
        assert bytes(await (await document.document.get_file()).download_as_bytearray()) == b"rows"
        await library.send_photo(11, PNG, caption="Biểu đồ")
        await lan.taps("Đúng")
        [_old, tap] = await library.get_updates()
        assert tap.callback_query is not None
        assert await tap.callback_query.answer()
    assert [message.text for message in lan.chat] == ["xin chào", "Chào thầy", "", "Biểu đồ"]
    assert server.journal.warnings == []
