"""A question's condition as the page's script reads it: `["<", "family_installed", "family_total"]`.

A word is the name of a question, `{"is": …}` a plain value, a list an operation with its operands.
"""

import ast
from collections.abc import Mapping
from typing import Any

from bot.domain.expressions import Expression

_SIGNS: Mapping[type[ast.AST], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.And: "and",
    ast.Or: "or",
    ast.Not: "not",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.USub: "neg",
}


def as_json(condition: Expression) -> Any:
    """The condition, for `static/form.js`."""
    return _node(condition.tree)


def _node(node: ast.expr) -> Any:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Constant(value=value):
            return {"is": value}
        case ast.Tuple(elts=elements):
            return ["all of", *map(_node, elements)]
        case ast.BoolOp(op=op, values=values):
            return [_SIGNS[type(op)], *map(_node, values)]
        case ast.UnaryOp(op=op, operand=operand):
            return [_SIGNS[type(op)], _node(operand)]
        case ast.BinOp(left=left, op=op, right=right):
            return [_SIGNS[type(op)], _node(left), _node(right)]
        case ast.Call(args=[name]):
            return ["known", _node(name)]
        case ast.Compare(left=left, ops=ops, comparators=rights):
            sides = [left, *rights]
            pairs = zip(sides, ops, rights, strict=False)
            found = [[_SIGNS[type(op)], _node(one), _node(other)] for one, op, other in pairs]
            return found[0] if len(found) == 1 else ["and", *found]
    raise ValueError(ast.unparse(node))
