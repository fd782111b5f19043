"""Conditions written in campaign files: `self_installed and family_installed == family_total`.

A tiny, total language: names of questions, whole numbers, quoted words, `and or not`, comparisons,
`+ - *`, `in (…)`. Where an answer is not there yet, whatever depends on it is neither true nor false,
so a condition holds only where it certainly does; `known(name)` asks whether an answer is there.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


class _Unknown(Exception):
    """A name without an answer was needed."""


_COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, group: item in group,
    ast.NotIn: lambda item, group: item not in group,
}
_ARITHMETIC: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
}


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked condition. Build with `parse`."""

    source: str
    names: frozenset[str] = field(compare=False)
    tree: ast.expr = field(compare=False, repr=False)

    def holds(self, answers: Mapping[str, object]) -> bool:
        """Whether the condition certainly holds for these answers."""
        return _truth(self.tree, answers) is True

    def value(self, answers: Mapping[str, object]) -> int | str | bool | None:
        """What the expression comes to, `family_total - family_installed`; None where that is not known."""
        try:
            result: int | str | bool = _value(self.tree, answers)
        except (_Unknown, TypeError):
            return None
        return result


def parse(source: str) -> Expression:
    """Check a condition. Raises ValueError with the offending piece."""
    try:
        body = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(source) from None
    names: set[str] = set()
    try:
        _check(body, names)
    except RecursionError:  # nested deeper than anybody writes
        raise ValueError(source) from None
    return Expression(source.strip(), frozenset(names), body)


def _check(node: ast.expr, names: set[str]) -> None:
    match node:
        case ast.Name(id=name):
            names.add(name)
        case ast.Constant(value=bool() | int() | str()):
            pass
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            _check(operand, names)
        case ast.BoolOp(values=values) | ast.Tuple(elts=values):
            for value in values:
                _check(value, names)
        case ast.Compare(left=left, ops=ops, comparators=comparators) if all(
            type(op) in _COMPARISONS for op in ops
        ):
            for part in (left, *comparators):
                _check(part, names)
            for op, group in zip(ops, comparators, strict=True):
                # ("one") is a word, not a group of one: `in` would look for letters in it.
                if isinstance(op, ast.In | ast.NotIn) and not isinstance(group, ast.Tuple):
                    raise ValueError(ast.unparse(group))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            _check(left, names)
            _check(right, names)
        case ast.Call(func=ast.Name(id="known"), args=[ast.Name(id=name)], keywords=[]):
            names.add(name)
        case _:
            raise ValueError(ast.unparse(node))


def _truth(node: ast.expr, answers: Mapping[str, object]) -> bool | None:
    """True, False, or None where an answer that would decide it is not known (Kleene's logic)."""
    match node:
        case ast.BoolOp(op=op, values=values):
            decisive = isinstance(op, ast.Or)
            truths = [_truth(value, answers) for value in values]
            if decisive in truths:
                return decisive
            return None if None in truths else not decisive
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            truth = _truth(operand, answers)
            return None if truth is None else not truth
        case _:
            try:
                return bool(_value(node, answers))
            except (_Unknown, TypeError):
                return None


def _value(node: ast.expr, answers: Mapping[str, object]) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.Name(id=name):
            if name not in answers:
                raise _Unknown
            return answers[name]
        case ast.Tuple(elts=elements):
            return tuple(_value(element, answers) for element in elements)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, answers)
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _value(left, answers), _value(right, answers)
            if not (isinstance(a, int) and isinstance(b, int)):
                raise TypeError  # words are not added up or repeated
            return _ARITHMETIC[type(op)](a, b)
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            values = [_value(part, answers) for part in (left, *comparators)]
            return all(
                _COMPARISONS[type(op)](a, b) for op, a, b in zip(ops, values, values[1:], strict=False)
            )
        case ast.Call(args=[ast.Name(id=name)]):
            return name in answers
        case _:
            truth = _truth(node, answers)
            if truth is None:
                raise _Unknown
            return truth
