"""An evening at a small school: four of six on two Zalo bots, one on Telegram, one on the web.

Real processes and real HTTP; Zalo brings its updates by webhook, as in production.
"""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from secrets import token_hex

import httpx
import pytest

from bot.domain.people import Role
from bot.rosters.people import PersonRow
from bot.storage import open_database
from tests.e2e.conftest import NOW, set_up, staff_tally
from tests.e2e.program import Program
from tests.fakes.telegram.people import Person as TelegramPerson
from tests.fakes.telegram_server import TelegramServer
from tests.fakes.zalo.people import Person
from tests.fakes.zalo_server import ZaloServer

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True),
]
PUBLIC = "https://khaibao.test"
TOKENS = ("1459232241454765289:double-of-zalo-one", "77:double-of-zalo-two")
NAMES = {
    "Thủy": "Trần Thị Thu Thủy",
    "Nhung": "Nguyễn Thị Hồng Nhung",
    "Lan": "Phan Thị Lan",
    "Bình": "Nguyễn Văn Bình",
    "Sáu": "Cao Thị Sáu",
    "Kiều": "Hồ Thị Kiều",
}
STAFF = tuple(
    PersonRow(row=row, full_name=name, role=Role.PRINCIPAL if row == 2 else Role.STAFF, code=str(row))
    for row, name in enumerate(NAMES.values(), 2)
)


@pytest.fixture
def port() -> int:
    """A port that is free a moment later."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def zalo(port: int) -> AsyncIterator[ZaloServer]:
    async with ZaloServer(*TOKENS) as server:
        server.routes[PUBLIC] = f"http://127.0.0.1:{port}"
        server.bots[1].wrapped = True  # as the documentation has it; the first is as live traffic was seen
        yield server


@pytest.fixture
async def telegram(port: int) -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        server.webhook.routes[PUBLIC] = f"http://127.0.0.1:{port}"
        yield server


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The program of a school whose directive runs, and the codes that let its people in."""

    program: Program
    telegram: TelegramServer
    staff_code: str = "GIAOVIEN2"
    principal_code: str = "HIEUTRUONG2"


@pytest.fixture
async def school(
    tmp_path: Path, database_setting: str, telegram: TelegramServer, zalo: ZaloServer, port: int
) -> School:
    database = open_database(database_setting)
    await database.write(partial(set_up, staff=STAFF))
    await database.close()
    settings = {
        "DATABASE_URL": database_setting,
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.url,
        "ZALO_TOKEN": ",".join(TOKENS),
        "ZALO_API_URL": zalo.url,
        "ZALO_USERS": "3",
        "PUBLIC_URL": PUBLIC,
        "HTTP_PORT": str(port),
        "SIMULATED_NOW": NOW.isoformat(),
        "LOG_FORMAT": "json",
    }
    return School(program=Program(tmp_path, settings), telegram=telegram)


async def register_on_zalo(person: Person, code: str, name: str) -> None:
    await person.says(code)
    await person.hears(containing="họ và tên", timeout=15)
    await person.says(name)
    await person.hears(button="Đúng", timeout=15)
    await person.says("1")


async def teach_on_zalo(person: Person, school: School, name: str) -> None:
    """From the code on the poster to the receipt, with numbers and words."""
    await register_on_zalo(person, school.staff_code, name)
    await person.hears(button="Đồng ý", timeout=15)
    await person.chooses("Đồng ý")
    await person.hears(button="Đã cài", timeout=15)
    await person.says("em cài rồi, nhà em ở một mình")
    shown = await person.hears(button="Gửi khai báo", timeout=15)
    assert not re.search(r"^\d+\. ", shown.said, re.MULTILINE), "a number under the summary corrects it"
    await person.chooses("Gửi khai báo")
    await person.hears(containing="Đã nhận khai báo", timeout=15)


async def teach_on_telegram(person: TelegramPerson, school: School, name: str) -> None:
    await person.starts(school.staff_code)
    await person.hears(containing="họ và tên", timeout=15)
    await person.says(name)
    await person.taps("Đúng", await person.hears(button="Đúng", timeout=15))
    await person.taps("Đồng ý", await person.hears(button="Đồng ý", timeout=15))
    await person.hears(button="Đã cài", timeout=15)
    await person.says("em cài rồi, nhà em ở một mình")
    await person.taps("Gửi khai báo", await person.hears(button="Gửi khai báo", timeout=15))
    await person.hears(containing="Đã nhận khai báo", timeout=15)


@dataclass
class Browser:
    """A web chat without scripts."""

    client: httpx.AsyncClient
    path: str = ""
    heard: int = 0
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)

    async def opens(self, code: str) -> None:
        answer = await self.client.get(f"/i/{code}?here=1")
        self.path = answer.headers["location"].partition("?")[0]
        await self.says(f"/start {code}")

    async def says(self, text: str) -> None:
        await self._post(text=text)

    async def taps(self, label: str) -> None:
        action, ref = self.buttons[label]
        await self._post(action=action, ref=ref)

    async def hears(self, *, containing: str = "", button: str = "") -> str:
        """Wait for a new message of the bot."""
        async with asyncio.timeout(15):
            while True:
                view = (await self.client.get(f"{self.path}/messages")).json()
                for shown in view["messages"]:
                    labels = {one["label"]: (one["action"], shown["id"][1:]) for one in shown["choices"]}
                    number = int(shown["id"][1:])
                    new = shown["ours"] and number > self.heard
                    if new and containing in shown["text"] and (not button or button in labels):
                        self.heard, self.buttons = number, labels
                        return str(shown["text"])
                await asyncio.sleep(0.05)

    async def _post(self, **said: str) -> None:
        answer = await self.client.post(f"{self.path}/messages", data={"key": token_hex(8), **said})
        assert answer.status_code == 202, answer.text


async def teach_on_the_web(browser: Browser, school: School, name: str) -> None:
    await browser.opens(school.staff_code)
    await browser.hears(containing="họ và tên")
    await browser.says(name)
    await browser.hears(button="Đúng")
    await browser.taps("Đúng")
    await browser.hears(button="Đồng ý")
    await browser.taps("Đồng ý")
    await browser.hears(button="Đã cài")
    await browser.says("em cài rồi, nhà em ở một mình")
    await browser.hears(button="Gửi khai báo")
    await browser.taps("Gửi khai báo")
    await browser.hears(containing="Đã nhận khai báo")


async def test_two_thirds_of_a_school_declare_on_zalo_and_the_principal_sees_them_all(
    school: School, zalo: ZaloServer, port: int
) -> None:
    one, two = zalo.bots
    thuy = one.person("Thủy")
    teachers = {"Nhung": one.person("Nhung"), "Lan": two.person("Lan"), "Bình": two.person("Bình")}
    async with (
        school.program.run(),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers={"Accept": "application/json"}) as web,
    ):
        await asyncio.gather(
            *(teach_on_zalo(person, school, NAMES[name].lower()) for name, person in teachers.items()),
            teach_on_telegram(school.telegram.person(11, "Sáu"), school, "cao thi sau"),
            teach_on_the_web(Browser(web), school, "ho thi kieu"),
            register_on_zalo(thuy, school.principal_code, "tran thi thu thuy"),
        )
        await thuy.hears(containing="Đăng ký thành công", timeout=15)
        await thuy.says("trường mình sao rồi")
        assert "5/6" in (await thuy.hears(containing="Tình hình Trường THPT Vị Thanh", timeout=15)).said
        await thuy.says("/xuat")
        link = re.search(rf"{PUBLIC}(/f/\S+)", (await thuy.hears(containing="/f/", timeout=15)).said)
        assert link is not None
        workbook = await web.get(link[1])
        assert workbook.content.startswith(b"PK"), "an Excel file, to be had without signing in"

    tally = await staff_tally(school.program.settings["DATABASE_URL"])
    assert (tally["expected"], tally["declared"], tally["complete"]) == (6, 5, 5)
    assert [bot.unconfirmed for bot in zalo.bots] == [0, 0]
    assert all(status == 200 for bot in zalo.bots for status in bot.calls)
    log = "".join(school.program.log)
    assert "Traceback" not in log
    assert not any(secret in log for secret in ("double-of-zalo", "Nhung", one.secret))
