"""What the template of a form is told about each question."""

import json
from collections.abc import Mapping
from typing import Any

from bot.dialogue import SURE
from bot.domain.expressions import Expression
from bot.domain.forms import QuestionKind
from bot.domain.web_forms import Field
from bot.web.conditions import as_json

_CHOICES = (QuestionKind.YES_NO, QuestionKind.CHOICE)


def field_view(field: Field) -> Mapping[str, Any]:
    """One question. `condition`, `sets` and `follows` are for the script, as JSON."""
    question = field.question
    sets = {option.id: json.dumps(dict(option.sets)) for option in question.options if option.sets}
    return {
        "id": question.id,
        "kind": question.kind.value,
        "is_choice": question.kind in _CHOICES,
        "label": question.label,
        "required": question.required,
        "heading": field.heading,
        "ask": [{"text": piece.text, "follows": _json(piece.follows)} for piece in field.ask],
        "options": [
            {"id": option, "label": label, "sets": sets.get(option, "")} for option, label in field.options
        ],
        "value": field.value,
        "condition": _json(question.ask_if),
        "only_if": field.only_if,
        "problem": field.problem,
        "sure": f"{SURE}{question.id}",
        "unusual": field.unusual,
        "confirmed": field.confirmed,
    }


def _json(condition: Expression | None) -> str:
    return "" if condition is None else json.dumps(as_json(condition))
