"""The web form without a script: shown, checked, confirmed, recorded as a conversation would record it."""

import gzip
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from httpx import AsyncClient
from sqlalchemy import select

from bot.storage import Connection, audit, webchat
from bot.storage import tables as t
from bot.web.tokens import chat_of, new_token
from tests.web.school import TEACHER, School, fill_in, press
from tests.web.site import HTML, browser_of

#: What the page of a form may weigh, compressed, with its style and script: a cheap phone on 3G.
FIRST_LOAD = 60_000
WHOLE = {"self_installed": "yes", "family_total": "3", "family_installed": "3"}


@pytest.fixture
async def client(school: School) -> AsyncIterator[AsyncClient]:
    async with browser_of(school.app) as client:
        client.headers.update(HTML)
        yield client


@pytest.fixture
async def base(school: School) -> str:
    return await school.known(TEACHER)


@pytest.fixture
async def address(school: School, base: str) -> str:
    return f"{base}/form/{await school.standing(TEACHER, 'staff')}"


async def test_the_only_thing_that_is_owed_is_opened_at_once(client: AsyncClient, base: str, address: str):
    answer = await client.get(f"{base}/form")

    assert (answer.status_code, answer.headers["location"]) == (303, address)


async def test_what_was_declared_can_still_be_chosen(client: AsyncClient, base: str, address: str):
    page = await client.get(f"{base}/form?all")

    assert f'href="{address}"' in page.text
    assert "Bluezone của CBGVNV" in page.text


async def test_a_chat_that_is_nobodys_is_led_to_the_conversation(client: AsyncClient):
    token = new_token()
    page = await client.get(f"/chat/{token}/form")

    assert "chưa được nối với người khai báo nào" in page.text
    assert f'href="/chat/{token}"' in page.text


async def test_every_question_is_on_the_page_with_a_label_and_its_condition_in_words(
    client: AsyncClient, address: str
):
    page = (await client.get(address)).text

    assert re.findall(r'data-question="(\w+)"', page) == [
        "self_installed",
        "family_total",
        "family_installed",
        "family_exempt",
        "reason",
    ]
    assert "Theo văn bản số 1510/SGDĐT-GDTrH-GDTX" in page
    assert "Hạn: trước ngày 30/8/2020" in page
    assert '<label for="field-family_total">Số người còn lại trong nhà</label>' in page
    assert "Chỉ điền nếu “Số người còn lại trong nhà” lớn hơn 0." in page
    assert "Chỉ điền nếu “Bản thân” là “Chưa cài” hoặc “Số người nhà đã cài” nhỏ hơn" in page
    assert re.search(r"Trong <span [^>]+>…</span> người đó", page)


async def test_a_form_is_confirmed_like_a_conversation_and_then_counts(
    school: School, client: AsyncClient, address: str
):
    summary = await fill_in(client, address, **WHOLE)
    standing = int(address.rpartition("/")[2])

    assert "- Số người nhà đã cài: 3" in summary.text
    assert await school.declared(standing) is None

    receipt = await press(client, address, f"answer:{standing}:confirm:yes")

    assert "Đã nhận khai báo lúc 19h05 ngày 18/8/2020" in receipt.text
    assert await school.declared(standing) == {
        "self_installed": True,
        "family_total": 3,
        "family_installed": 3,
    }


async def test_it_stands_in_the_conversation_and_in_the_record(
    school: School, client: AsyncClient, base: str, address: str
):
    await fill_in(client, address, **WHOLE)
    standing = int(address.rpartition("/")[2])

    assert "Đã điền mẫu: Cài đặt ứng dụng Bluezone" in (await client.get(base)).text
    done = await school.look(lambda conn: audit.history(conn, [f"standing:{standing}"], 5))
    assert [entry.action for entry in done] == ["web-form"]


PROBLEMS = [
    ("nothing at all", {}, ["Vui lòng chọn một ý.", "nếu không có, nhập 0."]),
    ("words for a number", WHOLE | {"family_total": "bốn"}, ["chỉ nhận chữ số"]),
    ("less than nothing", WHOLE | {"family_total": "-1"}, ["chỉ nhận chữ số"]),
    ("too large", WHOLE | {"family_total": "51", "family_installed": "0"}, ["từ 0 đến 50"]),
    ("more than there are", WHOLE | {"family_installed": "4"}, ["không lớn hơn số ở mục “Số người còn lại"]),
    ("an option of no one", WHOLE | {"self_installed": "perhaps"}, ["chọn một ý trong danh sách"]),
    ("unusual", WHOLE | {"family_total": "20"}, ["Số này khá lớn", 'name="sure-family_total" value="20"']),
    ("no reason given", WHOLE | {"family_installed": "2"}, ["Vui lòng chọn một ý."]),
]


@pytest.mark.parametrize(
    ("fields", "sentences"), [row[1:] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS]
)
async def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(
    school: School, client: AsyncClient, address: str, fields: dict[str, str], sentences: list[str]
):
    page = await fill_in(client, address, **fields)

    assert page.status_code == 422
    for sentence in sentences:
        assert sentence in page.text
    assert 'role="alert"' in page.text
    for name, typed in fields.items():
        if name.startswith("family"):
            assert f'name="{name}" value="{typed}"' in page.text
    assert await school.look(lambda conn: webchat.received(conn, chat_of(address.split("/")[2]))) == []


async def test_an_unusual_number_counts_once_it_is_confirmed(client: AsyncClient, address: str):
    summary = await fill_in(
        client,
        address,
        **WHOLE
        | {
            "family_total": "20",
            "sure-family_total": "20",
            "family_installed": "20",
            "sure-family_installed": "20",
        },
    )

    assert "- Số người còn lại trong nhà: 20" in summary.text


async def test_a_choice_that_answers_two_questions_leaves_the_other_empty(
    school: School, client: AsyncClient, address: str
):
    summary = await fill_in(client, address, self_installed="no_phone", family_total="0")

    assert "- Lý do chưa cài: Không có điện thoại thông minh" in summary.text


async def test_what_does_not_apply_is_left_alone(client: AsyncClient, address: str):
    summary = await fill_in(
        client, address, self_installed="yes", family_total="0", family_installed="9", reason="later"
    )

    assert "Số người nhà đã cài" not in summary.text
    assert "Lý do" not in summary.text


async def test_sent_twice_it_is_one_message(school: School, client: AsyncClient, base: str, address: str):
    for _ in range(2):
        await fill_in(client, address, **WHOLE)

    received = await school.look(lambda conn: webchat.received(conn, chat_of(base[6:])))
    assert len(received) == 1


async def test_whoever_goes_back_and_changes_something_sends_the_change(client: AsyncClient, address: str):
    await fill_in(client, address, **WHOLE)
    summary = await fill_in(client, address, **WHOLE | {"family_total": "4", "family_installed": "4"})

    assert "- Số người còn lại trong nhà: 4" in summary.text


async def test_confirming_twice_declares_once(school: School, client: AsyncClient, address: str):
    standing = int(address.rpartition("/")[2])
    await fill_in(client, address, **WHOLE)
    for key in ("page-key-2", "page-key-2"):
        await press(client, address, f"answer:{standing}:confirm:yes", key)
    answer = await press(client, address, f"answer:{standing}:confirm:yes", "page-key-3")

    def revisions(conn: Connection) -> int:
        return len(
            conn.execute(select(t.submissions.c.id).where(t.submissions.c.standing_id == standing)).all()
        )

    assert await school.look(revisions) == 1
    assert "Cập nhật khai báo" in answer.text


async def test_a_form_of_before_the_declaration_changes_nothing_by_itself(
    school: School, client: AsyncClient, address: str
):
    standing = int(address.rpartition("/")[2])
    await fill_in(client, address, **WHOLE)
    await press(client, address, f"answer:{standing}:confirm:yes")

    late = await fill_in(
        client, address, key="page-key-9", **WHOLE | {"family_total": "5", "family_installed": "5"}
    )

    assert "Cập nhật khai báo" in late.text
    assert (await school.declared(standing))["family_total"] == 3


async def test_the_form_holds_what_was_declared_and_sending_it_again_is_an_update(
    school: School, client: AsyncClient, address: str
):
    standing = int(address.rpartition("/")[2])
    await fill_in(client, address, **WHOLE)
    await press(client, address, f"answer:{standing}:confirm:yes")

    page = await client.get(address)
    assert 'name="family_total" value="3"' in page.text
    assert 'name="revision" value="1"' in page.text
    assert 'value="yes" checked' in page.text

    await fill_in(client, address, revision="1", **WHOLE | {"family_total": "4", "family_installed": "4"})
    answer = await press(client, address, f"answer:{standing}:confirm:yes", "page-key-7")

    assert "Số người còn lại trong nhà từ 3 thành 4" in answer.text


async def test_the_form_goes_on_with_what_was_said_in_the_chat(
    school: School, client: AsyncClient, base: str, address: str
):
    await client.post(f"{base}/messages", json={"key": "key-00001", "text": "em cài rồi, nhà 4 người"})

    page = (await client.get(address)).text
    assert 'value="yes" checked' in page


async def test_consent_comes_first_and_nothing_is_kept_before_it(school: School, client: AsyncClient):
    base = await school.known("Lê Văn An, GV102", agreed=False)
    standing = await school.standing("Lê Văn An, GV102", "staff")
    address = f"{base}/form/{standing}"

    page = await client.get(address)
    assert "Bên quản lý dữ liệu" in page.text
    assert re.findall(r'class="choice" name="action" value="([^"]+)"', page.text) == [
        f"consent:{standing}:yes",
        f"consent:{standing}:no",
    ]
    assert "data-question" not in page.text
    assert "Bên quản lý dữ liệu" in (await fill_in(client, address, **WHOLE)).text

    form = await press(client, address, f"consent:{standing}:yes")
    assert 'data-question="self_installed"' in form.text


async def test_a_no_is_respected(school: School, client: AsyncClient):
    base = await school.known("Lê Văn An, GV102", agreed=False)
    standing = await school.standing("Lê Văn An, GV102", "staff")

    answer = await press(client, f"{base}/form/{standing}", f"consent:{standing}:no")

    assert "ghi nhận Thầy không đồng ý" in answer.text


@pytest.mark.parametrize("standing", ["999999", "0"])
async def test_what_is_not_theirs_has_no_form(client: AsyncClient, base: str, standing: str):
    assert (await client.get(f"{base}/form/{standing}")).status_code == 404


async def test_nobody_fills_in_for_somebody_else(school: School, client: AsyncClient, address: str):
    other = await school.known("Mai Văn Sơn")
    standing = address.rpartition("/")[2]

    assert (await fill_in(client, f"{other}/form/{standing}", **WHOLE)).status_code == 404


@pytest.mark.parametrize(
    "fields", [{"key": "x"}, {"key": "page-key-1", "action": "x" * 65}], ids=["no key", "no button of ours"]
)
async def test_what_no_page_of_ours_sends_is_refused(
    client: AsyncClient, address: str, fields: dict[str, str]
):
    assert (await client.post(address, data=fields)).status_code == 400


async def test_what_is_typed_is_never_markup(client: AsyncClient, address: str):
    page = await fill_in(client, address, **WHOLE | {"family_total": '"><script>alert(1)</script>'})

    assert "<script>alert" not in page.text


async def test_the_form_opens_with_less_than_sixty_kilobytes(client: AsyncClient, address: str):
    page = await client.get(address)
    names = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
    weight = len(gzip.compress(page.content))
    for name in names:
        weight += int((await client.get(name)).headers["content-length"])

    assert {Path(name).name for name in names} == {"chat.css", "form.css", "form.js", "icon.svg"}
    assert weight < FIRST_LOAD / 4  # there is room for three more of the kind


async def test_a_page_names_its_language_its_fields_and_its_problems(client: AsyncClient, address: str):
    """WCAG 2.1: 3.1.1 language, 1.3.1 and 4.1.2 names, 3.3.1 problems in words beside what they are about."""
    page = (await fill_in(client, address)).text

    assert '<html lang="vi">' in page
    names = re.findall(r'<(?:input|textarea)[^>]* id="([^"]+)"', page)
    assert names
    assert all(f'<label for="{name}">' in page for name in names)
    for described in re.findall(r'aria-describedby="([^"]+)"', page):
        assert all(f'id="{part}"' in page for part in described.split())
    assert len(re.findall(r"<fieldset[^>]*>\s*<legend>", page)) == page.count("<fieldset")
