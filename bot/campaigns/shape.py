"""What is wrong with the shape of a definition: pydantic's findings, told in our words."""

from difflib import get_close_matches
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.campaigns.problems import Mistake, Path, listed, mistake
from bot.campaigns.schema import CampaignFile
from bot.campaigns.schema_types import ID_PATTERN, LINK_PATTERN, NAME_PATTERN, SLUG_PATTERN

#: pydantic's name of a finding → the sentence that tells it.
_SENTENCE_KEYS = {
    "string_type": "campaign-not-text",
    "int_type": "campaign-not-number",
    "bool_type": "campaign-not-boolean",
    "tuple_type": "campaign-not-list",
    "dict_type": "campaign-not-group",
    "model_type": "campaign-not-group",
    "enum": "campaign-not-allowed",
    "literal_error": "campaign-not-allowed",
    "too_short": "campaign-empty-list",
    "string_too_short": "campaign-empty-text",
    "string_too_long": "campaign-too-long",
    "greater_than_equal": "campaign-too-small",
    "less_than_equal": "campaign-too-large",
}
_PATTERN_KEYS = {
    ID_PATTERN: "campaign-bad-id",
    NAME_PATTERN: "campaign-bad-name",
    SLUG_PATTERN: "campaign-bad-slug",
    LINK_PATTERN: "campaign-not-link",
}
#: What our own readers of values find: they name the sentence themselves.
_OWN_KEYS = {
    key: key
    for key in (
        "campaign-not-text",
        "campaign-too-long",
        "campaign-bad-expression",
        "campaign-not-time",
        "campaign-not-date",
        "campaign-not-span",
        "campaign-not-answer",
    )
}
#: What pydantic tells about a limit → what we call it.
_LIMITS = {"max_length": "limit", "ge": "limit", "le": "limit"}


def shape_mistakes(error: ValidationError, data: object) -> list[Mistake]:
    """Everything the schema found, at the places where it stands in the definition."""
    mistakes = [
        _mistake(found, data)
        for found in error.errors(include_url=False)
        # A list whose items are all wrong is not empty.
        if found["type"] != "too_short" or not found["input"]
    ]
    misspelt = {(m.at[:-1], m.facts["suggestion"]) for m in mistakes if m.key == "campaign-misspelt-key"}
    return [m for m in mistakes if m.key != "campaign-missing-key" or (m.at, m.facts["name"]) not in misspelt]


def _mistake(found: ErrorDetails, data: object) -> Mistake:
    at = _place(found["loc"], data)
    context = found.get("ctx", {})
    kind = found["type"]
    if kind == "missing":
        return mistake(at, "campaign-missing-key", name=str(found["loc"][-1]))
    if kind == "extra_forbidden":
        return _unknown_key(at)
    if kind in _OWN_KEYS:
        return mistake(at, _OWN_KEYS[kind], **{"value": _shown(found["input"]), **context})
    if found["input"] is None:
        return mistake(at, "campaign-empty-value")
    key = _PATTERN_KEYS[context["pattern"]] if kind == "string_pattern_mismatch" else _SENTENCE_KEYS[kind]
    facts = {_LIMITS[name]: limit for name, limit in context.items() if name in _LIMITS}
    if key == "campaign-not-allowed":
        facts["allowed"] = context["expected"].replace("'", "").replace(" or ", ", ")
    return mistake(at, key, value=_shown(found["input"]), **facts)


def _place(loc: tuple[str | int, ...], data: object) -> Path:
    """The part of a finding's place that stands in the definition.

    A group that the schema reads as a list of one, and a text it reads as a group, end it early.
    """
    at: Path = ()
    node: Any = data
    for step in loc:
        match node:
            case dict() if isinstance(step, str) and step in node:
                node = node[step]
            case dict() if isinstance(step, int):
                continue
            case list() if isinstance(step, int) and step < len(node):
                node = node[step]
            case _:
                break
        at = (*at, step)
    return at


def _unknown_key(at: Path) -> Mistake:
    key, allowed = str(at[-1]), _keys(at[:-1])
    if close := get_close_matches(key, allowed, n=1):
        return mistake(at, "campaign-misspelt-key", value=key, suggestion=close[0])
    return mistake(at, "campaign-unknown-key", value=key, allowed=listed(allowed))


def _keys(at: Path) -> list[str]:
    """The keys that the schema knows for the group at a place."""
    node: Any = CampaignFile
    for step in at:
        node = _inside(node, step)
    return list(_model(node).model_fields)


def _inside(annotation: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return get_args(annotation)[0]
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    return _model(annotation).model_fields[step].annotation


def _model(annotation: Any) -> type[BaseModel]:
    """The model that an annotation means: itself, an optional one, or the items of a list of them."""
    if get_origin(annotation) in {Union, UnionType, tuple}:
        return _model(get_args(annotation)[0])
    model: type[BaseModel] = annotation
    return model


def _shown(value: object) -> str:
    """A wrong value, short enough for a sentence."""
    match value:
        case bool():
            return str(value).lower()
        case dict() | list():
            return "…"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
