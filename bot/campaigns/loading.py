"""From a campaign file, or the definition stored when a campaign was started, to the campaign."""

import json
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.campaigns.building import build
from bot.campaigns.checks import check_parts
from bot.campaigns.problems import CampaignFileError, Mistake, Problem, located
from bot.campaigns.schema import CampaignFile
from bot.campaigns.shape import shape_mistakes
from bot.campaigns.yaml_text import LIMIT_BYTES, YamlReading, read_yaml
from bot.domain.campaigns import Campaign

#: The campaign files that come with the program.
SHIPPED = Path(__file__).parents[2] / "campaigns"


def shipped() -> tuple[Path, ...]:
    """The campaign files that come with the program, by name."""
    return tuple(sorted(SHIPPED.glob("*.yaml")))


def load_campaign(source: str | PathLike[str], name: str = "") -> Campaign:
    """The campaign of a file: its text, or where it is. `name` is what messages call it.

    Raises CampaignFileError with every mistake of the file.
    """
    return _campaign(_definition(source, name), name)


def definition_of(source: str | bytes | PathLike[str], name: str = "") -> dict[str, Any]:
    """What to store of a campaign file (its text, its bytes, or where it is), as values of JSON.

    `campaign_from_json` gives the same campaign.

    Raises CampaignFileError with every mistake of the file.
    """
    reading = _definition(source, name)
    _campaign(reading, name)
    definition: dict[str, Any] = reading.data
    return definition


def campaign_from_json(definition: Mapping[str, Any]) -> Campaign:
    """The campaign of a stored definition. Raises CampaignFileError."""
    slug = str(definition.get("slug", ""))
    return _campaign(YamlReading(data=dict(definition), lines={}), slug)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of campaign files."""
    return CampaignFile.model_json_schema()


def _definition(source: str | bytes | PathLike[str], name: str) -> YamlReading:
    if isinstance(source, bytes):
        text = _decoded(source, name)
    else:
        text = source if isinstance(source, str) else _text_of(Path(source), name or Path(source).name)
    reading = read_yaml(text)
    if not reading.problems and not isinstance(reading.data, dict):
        reading.wrong(1, "campaign-not-a-campaign")
    return reading


def _text_of(path: Path, name: str) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(LIMIT_BYTES + 1)
    except OSError as error:
        facts = {"reason": error.strerror or type(error).__name__}
        unreadable = Problem(line=0, field="", key="campaign-unreadable", facts=facts)
        raise CampaignFileError(name, [unreadable]) from None
    return _decoded(content, name)


def _decoded(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CampaignFileError(name, [Problem(line=line, field="", key="campaign-not-utf8")]) from None


def _campaign(reading: YamlReading, name: str) -> Campaign:
    found = list(reading.problems)
    if isinstance(reading.data, dict):
        file, mistakes = _checked(reading.data)
        found += (located(mistake, reading.data, reading.lines) for mistake in mistakes)
        if file is not None and not found:
            return build(file)
    raise CampaignFileError(name, found)


def _checked(data: dict[str, Any]) -> tuple[CampaignFile | None, list[Mistake]]:
    """The file as a model, and its mistakes: of shape, and between the parts that have the right one."""
    mistakes: list[Mistake] = []
    file = None
    try:
        file = CampaignFile.model_validate_json(json.dumps(data))
    except ValidationError as error:
        mistakes += shape_mistakes(error, data)
    mistakes += check_parts(data)
    return file, mistakes
