"""The page of a personal link: what it shows, what it opens, and what it never does by being looked at."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from httpx import AsyncClient
from sqlalchemy import func, select

from bot.domain.channels import TELEGRAM, WEB
from bot.storage import Connection, contacts, people
from bot.storage import tables as t
from tests.fakes.clock import FakeClock
from tests.handlers.world import person_id, register
from tests.web.school import NOW, TEACHER, School
from tests.web.site import HTML, browser_of

PUPIL = "Danh Thị Út"


@pytest.fixture
async def client(school: School) -> AsyncIterator[AsyncClient]:
    async with browser_of(school.app) as client:
        client.headers.update(HTML)
        yield client


async def enter(client: AsyncClient, link: str, to: str = "form") -> str:
    """Press a button of the page; the address of the chat that it leads to."""
    answer = await client.post(link, data={"to": to})
    assert answer.status_code == 303
    return str(answer.headers["location"])


async def rows(school: School) -> dict[str, int]:
    def count(conn: Connection) -> dict[str, int]:
        return {
            table.name: conn.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (t.contacts, t.inbox, t.deliveries, t.audit, t.sessions)
        }

    return await school.look(count)


async def test_looking_at_a_link_stores_nothing_and_uses_nothing_up(school: School, client: AsyncClient):
    link = await school.link(PUPIL)
    before = await rows(school)

    answers = [await client.get(link, headers={"User-Agent": "facebookexternalhit/1.1"}) for _ in range(3)]

    answer = answers[-1]
    assert (answer.status_code, "set-cookie" in answer.headers) == (200, False)
    assert await rows(school) == before
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"


async def test_before_it_is_opened_it_tells_role_and_school_and_no_name(school: School, client: AsyncClient):
    page = (await client.get(await school.link(PUPIL))).text

    assert "Học sinh, học viên – Trường THPT Vị Thanh" in page
    for word in PUPIL.split():
        assert word not in page
    assert "10A1" not in page
    assert "<script" not in page


async def test_opening_it_makes_the_chat_of_this_browser_theirs(school: School, client: AsyncClient):
    form = await enter(client, await school.link(PUPIL))

    assert await school.whose(form) == await school.look(lambda conn: person_id(conn, PUPIL))
    page = await client.get(form, follow_redirects=True)
    assert "Em có đồng ý" in page.text  # consent is asked as of anybody


async def test_it_leads_to_the_chat_as_well(school: School, client: AsyncClient):
    chat = await enter(client, await school.link(PUPIL), to="chat")

    page = (await client.get(chat)).text
    assert "Đăng ký thành công tại" in page
    assert "/start" not in page


async def test_opened_again_it_leads_to_the_same_chat(school: School, client: AsyncClient):
    link = await school.link(PUPIL)

    assert await enter(client, link) == await enter(client, link)


async def test_a_second_phone_has_a_chat_of_its_own_of_the_same_person(school: School, client: AsyncClient):
    link = await school.link(PUPIL)
    first = await enter(client, link)
    async with browser_of(school.app) as second_phone:
        second = await enter(second_phone, link)

    assert first != second
    assert await school.whose(first) == await school.whose(second)


async def test_on_a_phone_of_two_each_has_a_chat(school: School, client: AsyncClient):
    first = await enter(client, await school.link(PUPIL))
    link = await school.link("Lý Minh Khang")
    page = await client.get(link)
    second = await enter(client, link)

    assert f'href="{first.removesuffix("/form")}"' in page.text
    assert await school.whose(first) != await school.whose(second)


async def test_without_cookies_the_address_alone_opens_the_chat(school: School, client: AsyncClient):
    form = await enter(client, await school.link(PUPIL))
    client.cookies.clear()

    assert (await client.get(form, follow_redirects=True)).status_code == 200


async def test_the_app_hears_that_a_page_was_opened_and_keeps_the_reminders(
    school: School, client: AsyncClient
):
    def register_on_telegram(conn: Connection) -> None:
        register(conn, TELEGRAM, "555", person_id(conn, TEACHER), NOW)

    await school.look(register_on_telegram)
    await enter(client, await school.link(TEACHER))

    def told(conn: Connection) -> tuple[list[str], str]:
        chat = contacts.contact(conn, TELEGRAM, "555", NOW)
        bodies = conn.scalars(select(t.deliveries.c.body).where(t.deliveries.c.contact_id == chat.id))
        preferred = people.person(conn, person_id(conn, TEACHER)).contact_id
        assert preferred is not None
        return [body["text"] for body in bodies], contacts.contact_by_id(conn, preferred).channel

    texts, preferred = await school.look(told)
    assert ["vừa được mở trên một trang web" in text for text in texts] == [True]
    assert preferred == TELEGRAM


async def test_a_stopped_app_leaves_the_reminders_to_the_page(school: School, client: AsyncClient):
    def blocked_telegram(conn: Connection) -> None:
        register(conn, TELEGRAM, "555", person_id(conn, TEACHER), NOW)
        contacts.unreachable(conn, contacts.contact(conn, TELEGRAM, "555", NOW).id, "blocked", NOW)

    await school.look(blocked_telegram)
    await enter(client, await school.link(TEACHER))

    def preferred(conn: Connection) -> str:
        found = people.person(conn, person_id(conn, TEACHER)).contact_id
        return contacts.contact_by_id(conn, found or 0).channel

    assert await school.look(preferred) == WEB


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_an_expired_link_says_so_and_what_to_do(school: School, client: AsyncClient, method: str):
    link = await school.link(PUPIL, days=2)
    assert isinstance(school.clock, FakeClock)
    school.clock.advance(timedelta(days=3))

    answer = await client.request(method, link)

    assert answer.status_code == 410
    assert "Liên kết riêng đã hết hạn. Vui lòng xin nhà trường liên kết mới." in answer.text


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_revoked_link_says_so_and_what_to_do(school: School, client: AsyncClient, method: str):
    link = await school.link(PUPIL)
    await school.revoke(PUPIL)

    answer = await client.request(method, link)

    assert answer.status_code == 410
    assert "Liên kết riêng đã được thu hồi." in answer.text


@pytest.mark.parametrize(
    "change",
    [
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: re.sub(r"^\d+", lambda found: str(int(found[0]) + 1), token),
        lambda token: token[:-3],
        lambda token: "1." + "A" * 22,
        lambda token: "%F0%9F%99%82",
    ],
    ids=["another letter", "the next number", "cut off", "guessed", "nonsense"],
)
async def test_a_link_that_is_not_ours_says_what_to_do(school: School, client: AsyncClient, change: object):
    assert callable(change)
    token = (await school.link(PUPIL)).removeprefix("/me/")

    answer = await client.get(f"/me/{change(token)}")

    assert answer.status_code == 404
    assert "Liên kết riêng không đúng. Vui lòng sao chép lại" in answer.text


async def test_whoever_has_left_the_school_has_no_page(school: School, client: AsyncClient):
    link = await school.link(PUPIL)
    await school.look(
        lambda conn: conn.execute(
            t.memberships.update()
            .where(t.memberships.c.person_id == person_id(conn, PUPIL))
            .values(state="left")
        )
    )

    assert (await client.get(link)).status_code == 410
