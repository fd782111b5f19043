"""Which messages the code asks for, found on its syntax trees, so that no test has to reach them.

Asking is calling the catalogue (`texts(…)`, `t(…)`) or anything of ours that takes a `key` and `facts`
on their way to it: `turn.choice("button-yes", "yes")`, `InputError("err-code", left=3)`,
`Problem(row=3, key="problem-name", facts={…})`. The key may be

- a string, or one string or another: `texts("a" if late else "b")`, also by way of a local name;
- an item of a table of ids: `texts(STATE_KEYS[state])`, `for key in PAGE_KEYS`, where the table is a
  mapping or sequence written out in some module under a name that ends in `_KEYS`;
- what a function of ours returns, if it returns nothing but such strings;
- the key of a value made elsewhere: `texts(error.key, **error.facts)`.

Anything else cannot be told, and nobody would know any more which messages are needed. Pages
(`*.html`) ask with `{{ t("…") }}`.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.texts.callers import Caller, Function, Index, Keys, bases, last_word

_PAGE_KEY = re.compile(r"""\b(?:t|texts)\(\s*["']([^"']+)["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One place of the code that asks for a message, or for one of several."""

    place: str  #: "bot/handlers/help.py:31"
    keys: Keys
    facts: frozenset[str] = frozenset()  #: names of the facts given there
    open_facts: bool = True  #: there may be more facts than those


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """All uses found, and sentences about the places where the key cannot be told."""

    known: tuple[Use, ...]
    unclear: tuple[str, ...]


def find_uses(root: Path) -> Uses:
    """Every use of a message in the Python files and pages under `root`."""
    modules = {
        path.relative_to(root.parent).as_posix(): ast.parse(path.read_text(encoding="utf-8"), str(path))
        for path in sorted(root.rglob("*.py"))
    }
    index = Index()
    for module, tree in modules.items():
        index.add(module, tree)
    known = [*_page_uses(root)]
    for name, tables in index.tables.items():
        known += (Use(place=f"{module}, {name}", keys=ids) for module, ids in tables.items())
    unclear: list[str] = []
    for module, tree in modules.items():
        finder = _Finder(index, module)
        finder.visit(tree)
        known += finder.known
        unclear += finder.unclear
    return Uses(known=tuple(known), unclear=tuple(unclear))


def _page_uses(root: Path) -> Iterator[Use]:
    for path in sorted(root.rglob("*.html")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for key in _PAGE_KEY.findall(line):
                yield Use(place=f"{path.relative_to(root.parent).as_posix()}:{number}", keys=(key,))


class _Finder(ast.NodeVisitor):
    """Walks one module and tells the keys of every call that asks for a message."""

    def __init__(self, index: Index, module: str) -> None:
        self.index, self.module = index, module
        self.classes: list[ast.ClassDef] = []
        self.functions: list[Function] = []
        self.known: list[Use] = []
        self.unclear: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node)
        self.generic_visit(node)
        self.classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._enter(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._enter(node)

    def _enter(self, node: Function) -> None:
        self.functions.append(node)
        self.generic_visit(node)
        self.functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        place = f"{self.module}:{node.lineno}"
        meant = [caller for caller in self._callers(node) if caller.key(node) is not None]
        for caller in meant:
            keys = self._keys(caller.key(node))
            if keys is not None:
                more = caller.open_facts or any(keyword.arg is None for keyword in node.keywords)
                if keys:
                    facts = caller.facts(node)
                    self.known.append(Use(place=place, keys=keys, facts=facts, open_facts=more))
                return
        if meant:
            self.unclear.append(f"{place}: which message is asked for in {ast.unparse(node)[:80]!r}?")

    def _callers(self, call: ast.Call) -> list[Caller]:
        match call.func:
            case ast.Attribute(attr="__init__", value=ast.Call(func=ast.Name(id="super"))) if self.classes:
                names = bases(self.classes[-1])
            case function:
                names = [last_word(function)]
        return [caller for name in names for caller in self.index.candidates(name, self.module)]

    def _keys(self, expression: ast.expr | None) -> Keys | None:
        """The ids an expression can give: none where they were told elsewhere, None where unclear."""
        if (written := self._written(expression)) is not None:
            return written
        match expression:
            case ast.NamedExpr(value=value):
                return self._keys(value)
            case ast.Name(id=name) if self.functions:
                return self._keys_of_local(name, self.functions[-1])
            case ast.Call(func=function) if meant := self.index.functions.get(last_word(function)):
                returns = [node for one in meant for node in ast.walk(one) if isinstance(node, ast.Return)]
                return _all_or_none([self._written(node.value) for node in returns])
        return None

    def _written(self, expression: ast.expr | None) -> Keys | None:
        """The ids an expression names by itself."""
        match expression:
            case ast.Constant(value=str(key)):
                return (key,)
            case ast.Constant(value=None) | ast.Attribute(attr="key"):
                return ()
            case ast.IfExp(body=body, orelse=orelse):
                return _all_or_none([self._written(body), self._written(orelse)])
            case ast.Call(func=ast.Attribute(value=table, attr="get"), args=[_, default]):
                return _all_or_none([self._table(table), self._written(default)])
            case ast.Subscript(value=table):
                return self._table(table)
        return None

    def _table(self, table: ast.expr) -> Keys | None:
        name = last_word(table)
        return self.index.table(name, self.module) if name in self.index.tables else None

    def _keys_of_local(self, name: str, function: Function) -> Keys | None:
        """The ids a local name can have. What takes keys itself is looked at where it is called."""
        signature = function.args
        if name in {arg.arg for arg in (*signature.posonlyargs, *signature.args, *signature.kwonlyargs)}:
            owner = self.classes[-1].name if function.name == "__init__" and self.classes else function.name
            mine = [caller for caller in self.index.callers.get(owner, ()) if caller.module == self.module]
            return () if name == "key" and mine else None
        found: list[Keys | None] = []
        for node in ast.walk(function):
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=target)], value=value)
                    | ast.NamedExpr(target=ast.Name(id=target), value=value)
                ) if target == name:
                    found.append(None if isinstance(value, ast.Name) else self._keys(value))
                case ast.Assign(targets=[ast.Tuple(elts=targets)], value=ast.Tuple(elts=values)):
                    pairs = zip(targets, values, strict=False)
                    found += [self._written(value) for target, value in pairs if last_word(target) == name]
                case (
                    ast.For(target=ast.Name(id=target), iter=table)
                    | ast.comprehension(target=ast.Name(id=target), iter=table)
                ) if target == name:
                    found.append(self._table(table))
        return _all_or_none(found) if found else None


def _all_or_none(found: list[Keys | None]) -> Keys | None:
    """All ids together, unless one is unclear."""
    return None if None in found else tuple(key for keys in found for key in keys or ())
