"""What a message of the catalogue says for given facts: its pattern (Fluent 1.0), made ready once.

Fluent's own runtime would do this too, with Babel's data of the locale for numbers and dates that
`formats.py` writes: 6 MiB, and ten times the time.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from fluent.syntax import ast as ftl


class Quantity(str):
    """A count as it is written; a wording is chosen by its number."""

    __slots__ = ("number",)
    number: int


#: The facts of a message, as they are written.
Words: TypeAlias = Mapping[str, str]
#: Raises KeyError for a fact that is missing.
Wording: TypeAlias = Callable[[Words], str]


def wording(pattern: ftl.Pattern, others: Mapping[str, Wording]) -> Wording:
    """How a pattern is said; `others` has, by the time it is said, the messages that it refers to."""
    parts = [_element(element, others) for element in pattern.elements]
    if len(parts) == 1:
        return parts[0]
    return lambda words: "".join([part(words) for part in parts])


def _element(element: ftl.TextElement | ftl.Placeable, others: Mapping[str, Wording]) -> Wording:
    if isinstance(element, ftl.Placeable):
        return _expression(element.expression, others)
    text = element.value
    return lambda _: text


def _expression(
    expression: ftl.InlineExpression | ftl.Placeable | ftl.SelectExpression, others: Mapping[str, Wording]
) -> Wording:
    match expression:
        case ftl.VariableReference(id=ftl.Identifier(name=name)):
            return lambda words: words[name]
        case ftl.StringLiteral() | ftl.NumberLiteral():
            text = (
                expression.parse()["value"] if isinstance(expression, ftl.StringLiteral) else expression.value
            )
            return lambda _: text
        case ftl.MessageReference(id=ftl.Identifier(name=name)):
            return _reference(name, others)
        case ftl.Placeable():
            return _expression(expression.expression, others)
        case ftl.SelectExpression():
            return _selection(expression, others)
    raise ValueError(f"a message cannot use a {type(expression).__name__}")


def _reference(name: str, others: Mapping[str, Wording]) -> Wording:
    def said(words: Words) -> str:
        return others[name](words)  # found only now: it may be made ready after this one

    return said


def _selection(expression: ftl.SelectExpression, others: Mapping[str, Wording]) -> Wording:
    """The variant of a number or of a word; else the one that is marked."""
    selector = _expression(expression.selector, others)
    by_number: dict[float, Wording] = {}
    by_word: dict[str, Wording] = {}
    otherwise: Wording | None = None
    for variant in expression.variants:
        said = wording(variant.value, others)
        if isinstance(variant.key, ftl.NumberLiteral):
            by_number[float(variant.key.value)] = said
        else:
            by_word[variant.key.name] = said
        if variant.default:
            otherwise = said
    assert otherwise is not None  # the parser refuses a selection without one
    default = otherwise

    def chosen(words: Words) -> str:
        value = selector(words)
        if isinstance(value, Quantity):
            return by_number.get(value.number, default)(words)
        return by_word.get(value, default)(words)

    return chosen
