"""A question's condition in words: "“Bản thân” là “Chưa cài”", for a page on which every question stands."""

import ast
from collections.abc import Mapping, Sequence

from bot.domain.expressions import Expression
from bot.domain.forms import Answer, Form, QuestionKind
from bot.texts.answers import answer_text
from bot.texts.catalogue import Texts

#: Two sides and what is between them.
COMPARISON_KEYS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "condition-is",
    ast.NotEq: "condition-is-not",
    ast.Lt: "condition-less",
    ast.LtE: "condition-at-most",
    ast.Gt: "condition-more",
    ast.GtE: "condition-at-least",
    ast.In: "condition-is",
    ast.NotIn: "condition-is-not",
}
_SIGNS: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×"}


def condition_text(texts: Texts, form: Form, condition: Expression) -> str:
    """When a condition of this form holds, as a part of a sentence."""
    return _Wording(texts, form).of(condition.tree)


class _Wording:
    def __init__(self, texts: Texts, form: Form) -> None:
        self.texts, self.form = texts, form

    def of(self, node: ast.expr, *, holds: bool = True) -> str:
        """A condition, or that it does not hold."""
        match node:
            case ast.BoolOp(op=op, values=values):
                every = isinstance(op, ast.And) is holds
                return self._joined([self.of(value, holds=holds) for value in values], every=every)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self.of(operand, holds=not holds)
            case ast.Name(id=name):
                answer = self._answer(name, holds)
                return self.texts("condition-is", left=self._label(name), right=answer)
            case ast.Compare(left=left, ops=ops, comparators=rights):
                lefts = [left, *rights]
                pairs = [self._pair(*sides, holds=holds) for sides in zip(lefts, ops, rights, strict=False)]
                return self._joined(pairs, every=holds)
            case ast.Call(args=[ast.Name(id=name)]):
                known = self.texts("condition-known", left=self._label(name))
                return known if holds else self.texts("condition-unknown", left=self._label(name))
        return ast.unparse(node)

    def _joined(self, parts: Sequence[str], *, every: bool) -> str:
        words, *rest = parts
        for part in rest:
            words = self.texts("condition-and" if every else "condition-or", left=words, right=part)
        return words

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr, *, holds: bool) -> str:
        key = COMPARISON_KEYS[type(op)] if holds else COMPARISON_KEYS[_OPPOSITES[type(op)]]
        return self.texts(key, left=self._side(left, None), right=self._side(right, left))

    def _side(self, node: ast.expr, beside: ast.expr | None) -> str:
        """A label, a number or an answer; an answer is named as the question beside it names it."""
        match node:
            case ast.Name(id=name):
                return self._label(name)
            case ast.Constant(value=bool() | int() | str() as value) if isinstance(beside, ast.Name):
                return self._answer(beside.id, value)
            case ast.Constant(value=value):
                return str(value)
            case ast.Tuple(elts=elements):
                return self._joined([self._side(element, beside) for element in elements], every=False)
            case ast.BinOp(left=left, op=op, right=right):
                return f"{self._side(left, None)} {_SIGNS[type(op)]} {self._side(right, None)}"
        return ast.unparse(node)

    def _label(self, name: str) -> str:
        return self.texts("condition-quoted", words=self.form.question(name).label)

    def _answer(self, name: str, value: Answer) -> str:
        question = self.form.question(name)
        text = answer_text(self.texts, question, value)
        return text if question.kind is QuestionKind.AMOUNT else self.texts("condition-quoted", words=text)


_OPPOSITES: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
