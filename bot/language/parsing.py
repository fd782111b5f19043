"""Reading JSON lines: what `khaibao parse` does with one line."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.domain.forms import Slot
from bot.domain.readings import Asked, Reading, Vocabulary
from bot.language.reader import read

#: The campaign that messages are read for when none is named.
BLUEZONE = Vocabulary(apps=("Bluezone", "blue zone"), verbs=("cài", "cài đặt"))
#: The evening before the first directive's reminders: promises are reckoned from here if no time is given.
EXAMPLE_NOW = datetime(2020, 8, 20, 3, 0, tzinfo=UTC)

#: Slots as the JSON names them: in the words of the first campaign.
NAMES: dict[Slot, str] = {
    Slot.SELF_DONE: "self_installed",
    Slot.FAMILY_TOTAL: "family_total",
    Slot.FAMILY_DONE: "family_installed",
    Slot.FAMILY_EXEMPT: "family_exempt",
    Slot.FAMILY_ALL: "family_all",
    Slot.REASON: "reason",
    Slot.CONFIRM: "confirm",
    Slot.ANSWER: "answer",
}
_SLOTS = {slot.value: slot for slot in Slot} | {name: slot for slot, name in NAMES.items()}


def parse_line(
    json_line: str,
    asked: str | None = None,
    vocabulary: Vocabulary = BLUEZONE,
    *,
    now: datetime = EXAMPLE_NOW,
    explain: bool = False,
) -> dict[str, Any]:
    """Read `{"id", "asked", "text"}`; `asked` of the line goes before the argument.

    Returns `{"id", "slots", "ask"}`, with `explain` also intent, doubts, when and evidence; or
    `{"id", "error"}` in plain English if the line cannot be read.
    """
    try:
        row = json.loads(json_line)
    except ValueError:
        return {"id": None, "error": "not a JSON object"}
    if not isinstance(row, dict):
        return {"id": None, "error": "not a JSON object"}
    if not isinstance(row.get("text"), str):
        return {"id": row.get("id"), "error": 'no "text"'}
    name = row.get("asked") or asked
    if name is not None and (not isinstance(name, str) or name not in _SLOTS):
        return {"id": row.get("id"), "error": f"unknown slot asked: {name!r}"}
    reading = read(row["text"], Asked(slot=_SLOTS[name] if name else None), vocabulary, now, explain=explain)
    found = {
        "id": row.get("id"),
        "slots": {NAMES[slot]: value for slot, value in reading.slots.items()},
        "ask": reading.ask,
    }
    return found | _explanation(reading) if explain else found


def _explanation(reading: Reading) -> dict[str, Any]:
    return {
        "intent": reading.intent.value,
        "doubts": [doubt.value for doubt in reading.doubts],
        "when": reading.when.isoformat() if reading.when else None,
        "evidence": [f"{seen.rule}: {seen.text}" for seen in reading.evidence],
    }
