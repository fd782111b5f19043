"""What the routes of the web chat take, and what they say when they do not."""

import json
from datetime import timedelta
from typing import Any

import pytest
from httpx import AsyncClient, Response
from sqlalchemy import func, select

from bot.domain.messages import Attachment, Incoming, Reply
from bot.errors import InputError
from bot.storage import Connection, files
from bot.storage.tables import files as files_table
from bot.storage.tables import inbox
from bot.web.tokens import chat_of, new_token
from tests.fakes.clock import FakeClock
from tests.web.site import HTML, JSON, Site, browser_of

MEGABYTE = 1024 * 1024


async def say(client: AsyncClient, base: str, **fields: str) -> Response:
    return await client.post(f"{base}/messages", json={"key": "key-00001", **fields}, headers=JSON)


async def send_file(
    client: AsyncClient, base: str, content: bytes, mime: str = "text/csv", key: str = "key-00001"
) -> Response:
    return await client.post(
        f"{base}/messages",
        data={"key": key},
        files={"file": ("Danh sách.csv", content, mime)},
        headers=JSON,
    )


async def seen(client: AsyncClient, base: str, after: int = 0) -> dict[str, Any]:
    answer = await client.get(f"{base}/messages", params={"after": after})
    view: dict[str, Any] = answer.json()
    return view


async def payloads(site: Site) -> list[dict[str, Any]]:
    def work(conn: Connection) -> list[dict[str, Any]]:
        return list(conn.scalars(select(inbox.c.payload).order_by(inbox.c.id)))

    return await site.database.read(work)


async def stored_files(site: Site) -> int:
    return await site.database.read(
        lambda conn: conn.execute(select(func.count()).select_from(files_table)).scalar_one()
    )


# --- saying something -----------------------------------------------------------------------------


async def test_a_text_is_acknowledged_once_it_is_in_the_inbox(
    site: Site, client: AsyncClient, base: str, chat: str
) -> None:
    site.at_once = False

    answer = await say(client, base, text=" mình và 3 người nhà cài rồi ạ\n")

    assert answer.status_code == 202
    assert await payloads(site) == [{"type": "text", "chat": chat, "text": "mình và 3 người nhà cài rồi ạ"}]


async def test_a_message_is_not_acknowledged_when_the_inbox_cannot_take_it(site: Site, base: str) -> None:
    await site.database.close()

    async with browser_of(site.app) as client:
        answer = await say(client, base, text="em cài rồi")

    assert answer.status_code == 500
    assert "chưa được ghi nhận" in answer.json()["error"]


async def test_a_second_try_of_the_same_message_is_not_a_second_message(
    site: Site, client: AsyncClient, base: str
) -> None:
    first = await say(client, base, text="em cài rồi")
    second = await say(client, base, text="em cài rồi")

    assert (first.status_code, second.status_code) == (202, 202)
    assert len(await payloads(site)) == 1


async def test_the_same_key_in_another_chat_is_another_message(site: Site, client: AsyncClient) -> None:
    for _ in range(2):
        await say(client, f"/chat/{new_token()}", text="em cài rồi")

    assert len(await payloads(site)) == 2


async def test_the_database_never_holds_a_token(site: Site, client: AsyncClient) -> None:
    token = new_token()
    await say(client, f"/chat/{token}", text="em cài rồi")

    def rows(conn: Connection) -> str:
        return str(conn.execute(select(inbox)).all())

    dump = await site.database.read(rows)
    assert token not in dump
    assert chat_of(token) in dump


async def test_a_tap_names_the_message_it_stood_under(site: Site, client: AsyncClient, base: str) -> None:
    await say(client, base, text="bắt đầu")
    question = (await seen(client, base))["question"]

    await client.post(
        f"{base}/messages", json={"key": "key-00002", "action": "answer:yes", "ref": question[1:]}
    )

    assert (await payloads(site))[1] == {
        "type": "action",
        "chat": chat_of(base.removeprefix("/chat/")),
        "action": "answer:yes",
        "ref": question[1:],
    }


async def test_a_file_is_kept_for_whoever_reads_it(site: Site, client: AsyncClient, base: str) -> None:
    heard: list[Incoming] = []

    def answer(incoming: Incoming) -> Reply:
        heard.append(incoming)
        return Reply(text="Đã nhận")

    site.answer = answer

    await send_file(client, base, b"STT,Ho ten")

    assert heard[0].file is not None
    assert (heard[0].file.name, heard[0].file.size) == ("Danh sách.csv", 10)
    assert await site.channel.fetch(heard[0].file) == b"STT,Ho ten"


async def test_a_second_try_of_a_file_keeps_one_copy(site: Site, client: AsyncClient, base: str) -> None:
    await send_file(client, base, b"STT,Ho ten")
    await send_file(client, base, b"STT,Ho ten")

    assert await stored_files(site) == 1
    assert len(await payloads(site)) == 1


@pytest.mark.parametrize("mime", ["image/jpeg", "audio/ogg", "video/mp4"])
async def test_pictures_and_recordings_are_not_kept(
    site: Site, client: AsyncClient, base: str, mime: str
) -> None:
    answer = await send_file(client, base, b"...", mime)

    assert answer.status_code == 202
    assert (await payloads(site))[0]["type"] == "media"
    assert await stored_files(site) == 0


REFUSED = [
    pytest.param({"text": "a" * 10_001}, 413, "10.000 ký tự", id="a text that is too long"),
    pytest.param({"text": " \n"}, 422, "chưa có nội dung", id="nothing said"),
    pytest.param({"action": "x" * 65}, 400, "tải lại trang", id="an action that no button has"),
    pytest.param({"text": "a", "key": "short"}, 400, "tải lại trang", id="a key that is too short"),
    pytest.param({"text": "a", "key": "k" * 41}, 400, "tải lại trang", id="a key that is too long"),
    pytest.param({"text": "a", "key": "../../../x"}, 400, "tải lại trang", id="a key of other signs"),
    pytest.param({"text": "a", "ref": "'; --"}, 400, "tải lại trang", id="a ref of other signs"),
    pytest.param({"text": 5}, 400, "tải lại trang", id="a text that is a number"),
]


@pytest.mark.parametrize(("fields", "status", "sentence"), REFUSED)
async def test_what_cannot_be_taken_is_refused_in_one_sentence(
    site: Site, client: AsyncClient, base: str, fields: dict[str, Any], status: int, sentence: str
) -> None:
    answer = await say(client, base, **fields)

    assert answer.status_code == status
    assert sentence in answer.json()["error"]
    assert await payloads(site) == []


async def test_the_longest_text_is_taken_whole(site: Site, client: AsyncClient, base: str) -> None:
    text = "ừ" * 10_000

    assert (await say(client, base, text=text)).status_code == 202
    assert (await payloads(site))[0]["text"] == text


@pytest.mark.parametrize(
    ("size", "status"), [(0, 422), (5 * MEGABYTE, 202), (5 * MEGABYTE + 1, 413), (8 * MEGABYTE, 413)]
)
async def test_a_file_has_a_size(site: Site, client: AsyncClient, base: str, size: int, status: int) -> None:
    answer = await send_file(client, base, b"x" * size)

    assert answer.status_code == status
    assert len(await payloads(site)) == (status == 202)


async def test_a_body_that_does_not_say_how_long_it_is_is_cut_off(client: AsyncClient, base: str) -> None:
    async def endless():
        for _ in range(200):
            yield b"x" * 65536

    answer = await client.post(
        f"{base}/messages", content=endless(), headers={"Content-Type": "application/json"}
    )

    assert answer.status_code == 413


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", ""])
async def test_a_body_of_another_kind_is_refused(client: AsyncClient, base: str, kind: str) -> None:
    answer = await client.post(f"{base}/messages", content=b"em", headers={"Content-Type": kind})

    assert answer.status_code == 415
    assert "chữ hoặc gửi tệp" in answer.json()["error"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b'{"key":"key-00001","text":"\\ud800"}'])
async def test_json_that_is_none_is_refused(client: AsyncClient, base: str, body: bytes) -> None:
    answer = await client.post(f"{base}/messages", content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == 400


WRONG_TOKENS = ["x", "a" * 21, "a" * 23, "a" * 21 + ".", "a" * 21 + "%0A", "..%2f..%2fetc%2fpasswd"]


@pytest.mark.parametrize("token", WRONG_TOKENS)
@pytest.mark.parametrize("rest", ["", "/messages", "/events", "/files/1"])
async def test_a_token_of_another_shape_opens_nothing(client: AsyncClient, token: str, rest: str) -> None:
    answer = await client.get(f"/chat/{token}{rest}", headers=JSON)

    assert answer.status_code == 404
    assert "đường dẫn" in answer.json()["error"].lower()


async def test_whoever_sends_too_fast_is_asked_to_wait(site: Site, client: AsyncClient, base: str) -> None:
    answers = [
        await client.post(f"{base}/messages", json={"key": f"key-{n:05}", "text": "a"}) for n in range(21)
    ]

    assert [answer.status_code for answer in answers] == [202] * 20 + [429]
    assert answers[-1].headers["Retry-After"] == "1"
    assert "1 giây" in answers[-1].json()["error"]
    assert (await client.get(f"{base}/messages")).status_code == 200


# --- reading --------------------------------------------------------------------------------------


async def test_both_sides_are_shown_in_their_order(client: AsyncClient, base: str) -> None:
    await say(client, base, text="chào")
    await client.post(f"{base}/messages", json={"key": "key-00002", "text": "xong"})

    view = await seen(client, base)

    assert [(message["ours"], message["text"]) for message in view["messages"]] == [
        (False, "chào"),
        (True, "Đã nhận: chào"),
        (False, "xong"),
        (True, "Đã nhận: xong"),
    ]
    assert {message["time"] for message in view["messages"]} == {"10:12"}
    assert {message["day"] for message in view["messages"]} == {"thứ Ba 18/8/2020"}


async def test_only_what_is_new_comes_after_a_cursor(
    site: Site, client: AsyncClient, base: str, chat: str, clock: FakeClock
) -> None:
    await say(client, base, text="chào")
    cursor = (await seen(client, base))["cursor"]
    clock.advance(timedelta(minutes=1))
    await site.tell(chat, Reply(text="Còn 3 ngày."))

    view = await seen(client, base, after=cursor + 20_000_000)

    assert [message["text"] for message in view["messages"]] == ["Còn 3 ngày."]


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 40, "²"])
async def test_a_cursor_that_is_none_means_from_the_beginning(
    client: AsyncClient, base: str, after: str
) -> None:
    await say(client, base, text="chào")

    answer = await client.get(f"{base}/messages", params={"after": after})

    assert len(answer.json()["messages"]) == 2


async def test_another_chat_shows_nothing_of_it(client: AsyncClient, base: str) -> None:
    await say(client, base, text="chào")

    assert (await seen(client, f"/chat/{new_token()}"))["messages"] == []


async def test_a_file_is_given_to_the_chat_it_was_sent_to_and_to_no_other(
    site: Site, client: AsyncClient, base: str, chat: str, clock: FakeClock
) -> None:
    number = await site.database.write(
        lambda conn: files.save(
            conn,
            name="Báo cáo.xlsx",
            mime="application/vnd.ms-excel",
            content=b"PK",
            now=clock.now(),
            expires_at=clock.now(),
        )
    )
    attachment = Attachment(ref=str(number), name="Báo cáo.xlsx", mime="application/vnd.ms-excel")
    await site.tell(chat, Reply(text="Báo cáo đây ạ", attachment=attachment))
    address = (await seen(client, base))["messages"][0]["file"]["url"]

    own = await client.get(address)
    other = await client.get(f"/chat/{new_token()}/files/{number}", headers=JSON)

    assert (own.status_code, own.content) == (200, b"PK")
    assert own.headers["content-disposition"] == "attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.xlsx"
    assert "sandbox" in own.headers["content-security-policy"]
    assert other.status_code == 404


async def test_a_file_that_cannot_be_made_says_why(
    site: Site, client: AsyncClient, base: str, chat: str, clock: FakeClock
) -> None:
    wanted = await site.database.write(
        lambda conn: files.want(conn, name="to-dan.pdf", request={"kind": "poster"}, now=clock.now())
    )
    attachment = Attachment(ref=str(wanted.id), name=wanted.name, mime=wanted.mime)
    await site.tell(chat, Reply(text="Tờ dán đây ạ", attachment=attachment))
    address = (await seen(client, base))["messages"][0]["file"]["url"]
    site.no_paper = InputError("err-paper")

    answer = await client.get(address, headers=JSON)

    assert answer.status_code == 404
    assert "chưa tạo được tệp" in answer.json()["error"]


# --- without script -------------------------------------------------------------------------------


async def test_without_script_the_page_shows_the_conversation_and_its_buttons(
    client: AsyncClient, base: str
) -> None:
    answer = await client.post(
        f"{base}/messages", data={"key": "key-00001", "text": "<b>chào</b>"}, headers=HTML
    )
    page = (await client.get(base, headers=HTML)).text

    assert (answer.status_code, answer.headers["location"]) == (303, f"{base}#end")
    assert "Đã nhận: &lt;b&gt;chào&lt;/b&gt;" in page
    assert "<b>" not in page
    assert '<button class="choice" name="action" value="answer:yes">Đã cài</button>' in page


async def test_without_script_a_refusal_is_a_page(client: AsyncClient, base: str) -> None:
    answer = await client.post(f"{base}/messages", data={"key": "key-00001", "text": ""}, headers=HTML)

    assert answer.status_code == 422
    assert "<!doctype html>" in answer.text
    assert "Tin nhắn chưa có nội dung" in answer.text


async def test_the_page_keeps_what_it_tells_its_script_out_of_its_markup(
    client: AsyncClient, base: str
) -> None:
    await say(client, base, text="</script><script>alert(1)</script>")

    page = (await client.get(base, headers=HTML)).text

    assert "<script>alert" not in page
    data = page.partition('id="chat">')[2].partition("</script>")[0]
    assert json.loads(data)["view"]["messages"][0]["text"] == "</script><script>alert(1)</script>"


# --- invite links ---------------------------------------------------------------------------------


async def test_an_invite_link_opens_a_fresh_chat_that_begins_with_its_code(client: AsyncClient) -> None:
    answer = await client.get("/i/GV-7K2M")
    page = await client.get(answer.headers["location"], headers=HTML)

    assert answer.status_code == 303
    assert json.loads(page.text.partition('id="chat">')[2].partition("</script>")[0])["start"] == "GV-7K2M"


async def test_opening_an_invite_link_stores_nothing(site: Site, client: AsyncClient) -> None:
    """Messengers open links too, to show a preview."""
    await client.get((await client.get("/i/GV-7K2M")).headers["location"])

    assert await payloads(site) == []


async def test_the_same_browser_may_go_on_where_it_was_or_begin_anew(client: AsyncClient) -> None:
    first = (await client.get("/i/GV-7K2M")).headers["location"]
    again = await client.get("/i/GV-7K2M", headers=HTML)
    anew = await client.get("/i/GV-7K2M?new=1")

    assert again.status_code == 200
    assert first.replace("&", "&amp;") in again.text
    assert anew.headers["location"].startswith("/chat/")
    assert anew.headers["location"] != first


@pytest.mark.parametrize("code", ["a b", "<script>", "x" * 65, "a/b"])
async def test_a_code_of_another_shape_is_no_invite(client: AsyncClient, code: str) -> None:
    assert (await client.get(f"/i/{code}", headers=JSON)).status_code == 404


async def test_what_the_link_says_is_not_shown_as_said_by_the_person(client: AsyncClient, base: str) -> None:
    await say(client, base, text="/start GV-7K2M")

    assert [message["ours"] for message in (await seen(client, base))["messages"]] == [True]
