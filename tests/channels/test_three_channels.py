"""The same transcripts on every channel: the same answers, the same records."""

import asyncio

import pytest

from tests.channels.seats import seats
from tests.channels.three_channels import PAGE, PLAYED, page, play
from tests.handlers.stage import Theatre

PLATFORMS = ("Telegram", "Zalo", "web")


@pytest.fixture(scope="module")
def theatre() -> Theatre:
    return Theatre()


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("name", PLAYED)
async def test_a_transcript_comes_out_the_same(name: str, platform: str, theatre: Theatre):
    async with seats() as taken:
        lines, played = await play(name, taken[platform], theatre)
    for line, came in zip(lines, played, strict=True):
        assert came.checked == line.get("check", {})
        assert [choice.label for choice in came.reply.choices] == line.get("choices", [])
        # The notice before the consent names the channel; everything else is word for word the same.
        assert _without_channel(came.reply.text) == _without_channel(line["we"])
        if platform != "Zalo":
            assert "".join(seen.text for seen in came.seen) == came.reply.text
            assert came.seen[-1].buttons == tuple(line.get("choices", []))
        else:
            told = "\n\n".join(seen.text for seen in came.seen)
            assert told.startswith(came.reply.text)
            assert all(label in told for label in line.get("choices", []))


def _without_channel(text: str) -> str:
    return "\n".join(one for one in text.split("\n") if "báo cáo trực tiếp" not in one)


def test_the_page_is_up_to_date(theatre: Theatre):
    text = asyncio.run(page(theatre))
    assert PAGE.read_text(encoding="utf-8") == text, "python -m tests.channels.three_channels --rewrite"
