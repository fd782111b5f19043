"""A teacher without any app: a personal link, the form, the receipt; real processes, real HTTP, no script."""

import html
import re
import socket
from pathlib import Path

import pytest
from httpx import AsyncClient, Response

from bot.storage import open_database
from tests.e2e.conftest import NOW, set_up, staff_tally
from tests.e2e.program import Program

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True),
]


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@pytest.fixture
async def program(tmp_path: Path, database_setting: str) -> Program:
    database = open_database(database_setting)
    await database.write(set_up)
    await database.close()
    port = free_port()
    settings = {
        "DATABASE_URL": database_setting,
        "HTTP_PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "SIMULATED_NOW": NOW.isoformat(),
    }
    return Program(tmp_path, settings)


class Browser:
    """Fills in the forms of pages, as a browser does that runs no script."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self.page: Response

    async def open(self, address: str) -> str:
        self.page = await self._client.get(address)
        return self.page.text

    async def send(self, button: str = "", **fields: str) -> str:
        """Send the page's form with its hidden fields, by the button that bears this label."""
        [form] = re.findall(r'<form class="(?:sheet|note-ways)" .*?</form>', self.page.text, re.DOTALL)
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
        pressed = re.search(rf'<button[^>]* name="(\w+)" value="([^"]*)">{button}</button>', form)
        chosen = {pressed[1]: html.unescape(pressed[2])} if button and pressed else {}
        target = re.search(r'action="([^"]+)"', form)
        address = self.page.url.join(target[1]) if target else self.page.url
        self.page = await self._client.post(address, data={**hidden, **chosen, **fields})
        return self.page.text


async def test_from_the_operators_link_to_the_tally(program: Program) -> None:
    printed = await program.command("roster", "link", "Nguyễn Thị Hồng Nhung", "--unit", "THPT1")
    link = printed.splitlines()[1]
    async with (
        program.run(),
        AsyncClient(headers={"Accept": "text/html"}, follow_redirects=True, timeout=30) as client,
    ):
        browser = Browser(client)

        assert "Nhung" not in await browser.open(link)
        assert "Bên quản lý dữ liệu" in await browser.send("Điền mẫu")
        assert 'data-question="self_installed"' in await browser.send("Đồng ý")
        wrong = await browser.send(self_installed="yes", family_total="ba")
        assert 'value="ba"' in wrong
        summary = await browser.send(self_installed="yes", family_total="3", family_installed="3")
        assert "- Số người nhà đã cài: 3" in summary
        assert "Đã nhận khai báo lúc" in await browser.send("Gửi khai báo")

    tally = await staff_tally(program.settings["DATABASE_URL"])
    assert (tally["declared"], tally["complete"], tally["people"]) == (1, 1, 4)
