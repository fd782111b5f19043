"""The words that models of campaign files are made of: ids, texts, days, times, conditions."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from bot.domain.expressions import Expression, parse

#: Ids travel in the buttons of chat platforms, so they are short and ASCII.
ID_PATTERN = r"^[a-z][a-z0-9_-]{0,23}$"
#: Ids of questions also stand in conditions, where a hyphen would be a minus.
NAME_PATTERN = r"^[a-z][a-z0-9_]{0,23}$"
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINK_PATTERN = r"^https?://[^\s]+$"
#: Longer conditions are not read by people, and nesting deeper than the parser follows is impossible.
CONDITION_LENGTH = 400

_DAY, _TIME = r"\d{4}-\d{2}-\d{2}", r"\d{1,2}:\d{2}"


class Part(BaseModel):
    """A group of keys of a campaign file: no other keys, no guessing of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def wrong(key: str, **facts: str | int) -> PydanticCustomError:
    """A mistake found while reading a value; `key` names the sentence in `locales/`."""
    return PydanticCustomError(key, key, facts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise wrong("campaign-not-text")
    return value.strip()


def _condition(value: object) -> Expression:
    source = _text(value)
    if len(source) > CONDITION_LENGTH:
        raise wrong("campaign-too-long", limit=CONDITION_LENGTH)
    try:
        return parse(source)
    except ValueError as error:
        raise wrong("campaign-bad-expression", piece=str(error)) from None


def _time(value: object) -> time:
    try:
        return datetime.strptime(_text(value), "%H:%M").time()  # noqa: DTZ007 -- a time of day has no zone
    except ValueError:
        raise wrong("campaign-not-time") from None


def _day(value: object) -> date:
    text = _text(value)
    try:
        if re.fullmatch(_DAY, text, re.ASCII):  # `fromisoformat` takes weeks and compact dates too
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise wrong("campaign-not-date")


@dataclass(frozen=True, slots=True)
class Moment:
    """A local day, or a local minute of it: "trước 16 giờ 00 ngày 30/8"."""

    day: date
    at: time | None = None


def _moment(value: object) -> Moment:
    day, _, at = _text(value).partition(" ")
    return Moment(_day(day), _time(at) if at else None)


Span: TypeAlias = tuple[time, time]


def _span(value: object) -> Span:
    opens, _, closes = _text(value).partition("-")
    span = _time(opens), _time(closes)
    if span[0] >= span[1]:
        raise wrong("campaign-not-span")
    return span


def _answer(value: object) -> bool | int | str:
    if not isinstance(value, bool | int | str):
        raise wrong("campaign-not-answer")
    return value


_COUNTED_VALUE = re.compile(r"([a-z][a-z0-9_]*)=([a-z][a-z0-9_-]*)", re.ASCII)


def _measure_part(value: object) -> int | str | Expression:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = _text(value)
    if text.isidentifier() or _COUNTED_VALUE.fullmatch(text):
        return text
    return _condition(text)


def one_or_list(value: object) -> object:
    """A group on its own is a list of one. (What a validator returns has to be a tuple already.)"""
    return (value,) if isinstance(value, dict) else tuple(value) if isinstance(value, list) else value


def _by_default(value: object) -> object:
    """One text is the wording for everybody."""
    return {"default": value} if isinstance(value, str) else value


def _clause(value: object) -> object:
    """Clauses are mostly numerals, and nobody thinks of quoting them."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _written(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{pattern}$"}


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
#: What a button says: longer ones are cut off on a telephone.
ButtonText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
Link = Annotated[str, StringConstraints(strip_whitespace=True, pattern=LINK_PATTERN, max_length=500)]
Clause = Annotated[Label, BeforeValidator(_clause, json_schema_input_type=str | int)]
Wording = Annotated[
    dict[str, Text], BeforeValidator(_by_default, json_schema_input_type=str | dict[str, str])
]
Day = Annotated[date, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
LocalTime = Annotated[time, PlainValidator(_time), WithJsonSchema(_written(_TIME))]
LocalMoment = Annotated[Moment, PlainValidator(_moment), WithJsonSchema(_written(f"{_DAY}( {_TIME})?"))]
SendingSpan = Annotated[Span, PlainValidator(_span), WithJsonSchema(_written(f"{_TIME}-{_TIME}"))]
Condition = Annotated[Expression, PlainValidator(_condition), WithJsonSchema({"type": "string"})]
AnswerValue = Annotated[
    bool | int | str, PlainValidator(_answer), WithJsonSchema({"type": ["boolean", "integer", "string"]})
]
MeasurePart = Annotated[
    int | str | Expression, PlainValidator(_measure_part), WithJsonSchema({"type": ["integer", "string"]})
]
Days = Annotated[int, Field(ge=0, le=365)]
