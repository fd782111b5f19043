"""Conditions written in campaign files: `self_installed and family_installed == family_total`.

A tiny, total language: names of questions, whole numbers, quoted words, `and or not`, comparisons,
`+ - *`, `in (…)`. Where an answer is not there yet, whatever depends on it is neither true nor false,
so a condition holds only where it certainly does; `known(name)` asks whether an answer is there.
"""

import ast
import operator
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias


class _Unknown(Exception):
    """A name without an answer was needed."""


Answers: TypeAlias = Mapping[str, object]
_Truth: TypeAlias = Callable[[Answers], bool | None]
#: Raises _Unknown, or TypeError where words meet numbers.
_Value: TypeAlias = Callable[[Answers], Any]
_Compare: TypeAlias = Callable[[Any, Any], bool]

#: How often in a row parsing may have met another thread's.
_MEETINGS = 3
_COMPARISONS: dict[type[ast.cmpop], _Compare] = {
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
    _truth: _Truth = field(compare=False, repr=False)
    _value: _Value = field(compare=False, repr=False)

    def holds(self, answers: Answers) -> bool:
        """Whether the condition certainly holds for these answers."""
        return self._truth(answers) is True

    def value(self, answers: Answers) -> int | str | bool | None:
        """What the expression comes to, `family_total - family_installed`; None where that is not known."""
        try:
            result: int | str | bool = self._value(answers)
        except (_Unknown, TypeError):
            return None
        return result


def parse(source: str) -> Expression:
    """Check a condition. Raises ValueError with the offending piece."""
    try:
        body = _parsed(source.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(source) from None
    names: set[str] = set()
    try:
        _check(body, names)
    except RecursionError:  # nested deeper than anybody writes
        raise ValueError(source) from None
    return Expression(source.strip(), frozenset(names), body, _truth(body), _value(body))


def _parsed(source: str) -> ast.expr:
    """Python 3.11 counts the depth of all threads' parsing together, and fails where two meet
    (github.com/python/cpython/issues/106905): once more, then."""
    for _ in range(_MEETINGS):
        with suppress(SystemError):
            return ast.parse(source, mode="eval").body
    return ast.parse(source, mode="eval").body


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


def _truth(node: ast.expr) -> _Truth:
    """True, False, or None where an answer that would decide it is not known (Kleene's logic)."""
    match node:
        case ast.BoolOp(op=op, values=values):
            return _joined([_truth(value) for value in values], decisive=isinstance(op, ast.Or))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            inner = _truth(operand)
            return lambda answers: None if (truth := inner(answers)) is None else not truth
    value = _value(node)

    def truth(answers: Answers) -> bool | None:
        try:
            return bool(value(answers))
        except (_Unknown, TypeError):
            return None

    return truth


def _joined(parts: Sequence[_Truth], *, decisive: bool) -> _Truth:
    """`or`, which one true part decides, or `and`, which one false part decides."""

    def truth(answers: Answers) -> bool | None:
        unknown = False
        for part in parts:
            found = part(answers)
            if found is decisive:
                return decisive
            unknown = unknown or found is None
        return None if unknown else not decisive

    return truth


def _value(node: ast.expr) -> _Value:
    match node:
        case ast.Constant(value=constant):
            return lambda _answers: constant
        case ast.Name(id=name):
            return partial(_answer, name)
        case ast.Tuple(elts=elements):
            parts = [_value(element) for element in elements]
            return lambda answers: tuple(part(answers) for part in parts)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            inner = _value(operand)
            return lambda answers: -inner(answers)
        case ast.BinOp(left=left, op=op, right=right):
            return partial(_calculated, _ARITHMETIC[type(op)], _value(left), _value(right))
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            parts = [_value(part) for part in (left, *comparators)]
            compare = [_COMPARISONS[type(op)] for op in ops]
            return partial(_compared, compare, parts)
        case ast.Call(args=[ast.Name(id=name)]):
            return lambda answers: name in answers
    return partial(_certain, _truth(node))


def _answer(name: str, answers: Answers) -> Any:
    if name not in answers:
        raise _Unknown
    return answers[name]


def _calculated(operation: Callable[[int, int], int], left: _Value, right: _Value, answers: Answers) -> int:
    a, b = left(answers), right(answers)
    if not (isinstance(a, int) and isinstance(b, int)):
        raise TypeError  # words are not added up or repeated
    return operation(a, b)


def _compared(compare: Sequence[_Compare], parts: Sequence[_Value], answers: Answers) -> bool:
    values = [part(answers) for part in parts]
    return all(holds(a, b) for holds, a, b in zip(compare, values, values[1:], strict=False))


def _certain(truth: _Truth, answers: Answers) -> bool:
    found = truth(answers)
    if found is None:
        raise _Unknown
    return found
