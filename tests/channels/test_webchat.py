"""The web chat as a channel; its pages are examined in tests/web/."""

from typing import Any

import pytest

from bot.channels.webchat import WebChat
from bot.domain.messages import FileRef
from bot.errors import Refused
from tests.channels.contract import Reading


async def _no_file(_number: int) -> bytes | None:
    return None


class TestReading(Reading):
    platform = "webchat"

    def make(self) -> WebChat:
        return WebChat(_no_file)

    def typed(self, text: str) -> dict[str, Any]:
        return {"type": "text", "chat": "c0ffee", "text": text}


async def test_a_file_that_is_no_longer_kept_is_refused():
    with pytest.raises(Refused, match="file-expired"):
        await WebChat(_no_file).fetch(FileRef(ref="17", name="a.xlsx"))
