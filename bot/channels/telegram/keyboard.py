"""Choices as buttons under a message (core.telegram.org/bots/api#inlinekeyboardmarkup)."""

from collections.abc import Sequence
from typing import Any

from bot.channels.plain_text import one_line
from bot.channels.telegram.limits import BUTTONS
from bot.domain.messages import Choice

#: Longest label, in characters, that a small phone shows whole when two share a row.
SHORT = 16


def layout(choices: Sequence[Choice]) -> list[list[Choice]]:
    """The choices in rows, in their order: short labels two a row, a long one alone."""
    rows: list[list[Choice]] = []
    for choice in choices:
        last = rows[-1] if rows else []
        if len(last) == 1 and _short(last[0]) and _short(choice):
            last.append(choice)
        else:
            rows.append([choice])
    return rows


def keyboard(choices: Sequence[Choice]) -> dict[str, Any] | None:
    """The buttons as JSON; None where there is nothing to choose. Telegram takes no more than 100 of them."""
    if not choices:
        return None
    rows = [
        [{"text": one_line(choice.label) or "…", "callback_data": choice.action} for choice in row]
        for row in layout(choices[:BUTTONS])
    ]
    return {"inline_keyboard": rows}


def _short(choice: Choice) -> bool:
    return len(choice.label) <= SHORT
