"""Mistakes between the parts of a campaign file that each have the right shape.

A file with one misspelt key still has its other mistakes told: whatever part is sound by itself is
checked, whether or not the file as a whole is.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationError

from bot.campaigns.common_checks import check_placeholders, twice
from bot.campaigns.form_checks import check_form
from bot.campaigns.form_schema import FormFile
from bot.campaigns.obligation_checks import Setting, check_obligation
from bot.campaigns.obligation_schema import ObligationFile
from bot.campaigns.problems import Mistake, mistake
from bot.campaigns.quiet_hours import quiet_hours
from bot.campaigns.schema import DirectiveFile, FaqFile, QuietHoursFile
from bot.campaigns.schema_types import Part
from bot.domain.deadlines import VIETNAM

P = TypeVar("P", bound=Part)


def check_parts(data: dict[str, Any]) -> Iterator[Mistake]:
    """Every mistake of the sound parts of a definition."""
    zone = data.get("timezone", VIETNAM.key)
    if isinstance(zone, str) and zone not in _zones():
        yield mistake(("timezone",), "campaign-unknown-timezone", value=zone)
    setting = _setting(data)
    yield from _ids(data)
    reasons = tuple(_names(data.get("reasons")))
    for name, written in _group(data.get("forms")).items():
        if (form := _sound(FormFile, written)) is not None:
            yield from check_form(("forms", name), form, reasons)
    for i, written in enumerate(_items(data.get("obligations"))):
        if (obligation := _sound(ObligationFile, written)) is not None:
            yield from check_obligation(("obligations", i), obligation, setting)
    for i, written in enumerate(_items(data.get("faq"))):
        if (faq := _sound(FaqFile, written)) is not None:
            yield from check_placeholders(("faq", i, "answer"), faq.answer)


@cache
def _zones() -> frozenset[str]:
    """Every time zone; looking through the folders of all of them takes longer than the other checks."""
    return frozenset(available_timezones())


def _setting(data: dict[str, Any]) -> Setting:
    zone = data.get("timezone")
    letters = [data.get("directive"), *_items(data.get("basis"))]
    issued = [
        letter.issued_on for written in letters if (letter := _sound(DirectiveFile, written)) is not None
    ]
    return Setting(
        form_ids=tuple(_group(data.get("forms"))),
        zone=ZoneInfo(zone) if isinstance(zone, str) and zone in _zones() else VIETNAM,
        # A relay may reach a school after the deadline of the letter it relays: late, but no mistake.
        issued_on=min(issued, default=None),
        quiet_hours=None
        if data.get("emergency") is True
        else quiet_hours(_sound(QuietHoursFile, data.get("quiet_hours"))),
    )


def _ids(data: dict[str, Any]) -> Iterator[Mistake]:
    for section in ("obligations", "reasons"):
        yield from twice(((section, i, "id"), name) for i, name in enumerate(_names(data.get(section))))


def _names(section: object) -> list[str]:
    return [str(item.get("id")) if isinstance(item, dict) else "" for item in _items(section)]


def _items(section: object) -> list[Any]:
    return section if isinstance(section, list) else []


def _group(section: object) -> dict[str, Any]:
    return section if isinstance(section, dict) else {}


def _sound(model: type[P], written: object) -> P | None:
    """A part that has the right shape; None for one that does not: that is told elsewhere."""
    try:
        return model.model_validate_json(json.dumps(written))
    except ValidationError:
        return None
