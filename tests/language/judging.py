"""Labelled messages and the judgement of a reading: right, asked (harmless), or wrong (costly)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.language.parsing import parse_line

ROWS = Path(__file__).with_name("rows")
NUMBERS = frozenset({"family_total", "family_installed", "family_exempt", "family_all"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A message, what was asked before it, and how it may be read."""

    id: str
    asked: str | None
    text: str
    readings: tuple[Mapping[str, Any], ...]  #: the expected one first
    ask: bool  #: asking back is right
    why: str  #: why it is hard


def rows_of(name: str) -> Iterator[Row]:
    """The rows of a table in `rows/`."""
    for line in (ROWS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Row(
            id=row["id"],
            asked=row["asked"],
            text=row["text"],
            readings=(row["expect"], *row["accept"]),
            ask=row["ask"],
            why=row["why"],
        )


def parsed(text: str, asked: str | None) -> dict[str, Any]:
    return parse_line(json.dumps({"id": "", "asked": asked, "text": text}))


def judge(row: Row, found: Mapping[str, Any]) -> str:
    """ "right", "asked" or "wrong". A reason more or less is no fault; a booked number that is wrong is."""
    slots = found["slots"]
    clear = {slot: value for slot, value in slots.items() if slot not in NUMBERS}
    contradicts = _contradicts(row, clear if found["ask"] else slots)
    if contradicts:
        return "wrong"
    if found["ask"]:
        return "right" if row.ask else "asked"
    if any(_core(slots) == _core(reading) for reading in row.readings):
        return "right"
    if row.ask:
        return "wrong" if NUMBERS & slots.keys() else "right"
    return "asked"


def _contradicts(row: Row, slots: Mapping[str, Any]) -> bool:
    """Whether no accepted reading has all of these."""
    if row.ask:
        return any(all(reading.get(slot) != slots[slot] for reading in row.readings) for slot in _core(slots))
    return not any(_core(slots).items() <= reading.items() for reading in row.readings)


def _core(slots: Mapping[str, Any]) -> dict[str, Any]:
    return {slot: value for slot, value in slots.items() if slot != "reason"}
