"""Who in our code takes the key of a message: an index over the syntax trees, for `uses.py`."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

Keys: TypeAlias = tuple[str, ...]
Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Something that takes a key, and facts with it."""

    module: str
    positional: Keys = ("key",)  #: parameters that may be given by position, in order
    named: frozenset[str] = frozenset()  #: parameters that may be given by name
    required: int = 1  #: how many of the positional ones have no default
    facts_together: bool = False  #: facts are given as `facts={…}`, not one by one
    open_facts: bool = False  #: whoever renders it may add facts

    def key(self, call: ast.Call) -> ast.expr | None:
        """The argument that is the key, if this call can be meant."""
        by_name = {keyword.arg: keyword.value for keyword in call.keywords}
        given = self.named & by_name.keys()
        if len(call.args) + len(given) < self.required:
            return None
        if "key" in given:
            return by_name["key"]
        place = self.positional.index("key") if "key" in self.positional else len(call.args)
        return call.args[place] if place < len(call.args) else None

    def facts(self, call: ast.Call) -> frozenset[str]:
        """The names of the facts that this call gives."""
        by_name = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        if not self.facts_together:
            return frozenset(by_name.keys() - self.named)
        given = by_name.get("facts")
        names = given.keys if isinstance(given, ast.Dict) else []
        return frozenset(str(name.value) for name in names if isinstance(name, ast.Constant))


@dataclass(slots=True)
class Index:
    """What the code writes out: who takes keys, tables of keys, functions that may return keys."""

    callers: defaultdict[str, list[Caller]] = field(default_factory=lambda: defaultdict(list))
    tables: defaultdict[str, dict[str, Keys]] = field(default_factory=lambda: defaultdict(dict))
    functions: defaultdict[str, list[Function]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for catalogue in ("texts", "t"):
            self.callers[catalogue].append(Caller(module=""))

    def add(self, module: str, tree: ast.Module) -> None:
        """Take in what a module defines."""
        for node in ast.walk(tree):
            match node:
                case ast.ClassDef():
                    self._add_class(module, node)
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    self.functions[node.name].append(node)
                    self._add_function(node.name, module, node)
                case (
                    ast.Assign(targets=[ast.Name(id=name)], value=value)
                    | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
                ) if name.endswith("_KEYS"):
                    self.tables[name][module] = tuple(_strings(value))

    def candidates(self, name: str, module: str) -> list[Caller]:
        """What a name may mean, the definition of the module itself first."""
        return sorted(self.callers.get(name, ()), key=lambda caller: caller.module != module)

    def table(self, name: str, module: str) -> Keys:
        """The ids of a table, from the module itself or from wherever it is imported."""
        found = self.tables[name]
        return found[module] if module in found else tuple(key for ids in found.values() for key in ids)

    def _add_class(self, module: str, node: ast.ClassDef) -> None:
        fields = [
            item.target.id
            for item in node.body
            if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name)
        ]
        if {"key", "facts"} <= set(fields):
            self.callers[node.name].append(
                Caller(
                    module=module,
                    positional=tuple(fields),
                    named=frozenset(fields),
                    facts_together=True,
                    open_facts=True,
                )
            )
        makers = [item for item in node.body if isinstance(item, ast.FunctionDef) and item.name == "__init__"]
        for maker in makers:
            self._add_function(node.name, module, maker)
        if not makers:  # made the way its base is made
            for base in bases(node):
                self.callers[node.name] += self.callers.get(base, ())

    def _add_function(self, name: str, module: str, function: Function) -> None:
        signature = function.args
        ordered = [argument.arg for argument in (*signature.posonlyargs, *signature.args)]
        named = {argument.arg for argument in (*signature.args, *signature.kwonlyargs)}
        if ordered[:1] in (["self"], ["cls"]):
            named.discard(ordered.pop(0))
        one_by_one = signature.kwarg is not None and signature.kwarg.arg == "facts"
        if "key" in {*ordered, *named} and (one_by_one or "facts" in {*ordered, *named}):
            rendered_there = function.name == "__init__" or any(
                isinstance(node, ast.Call) and last_word(node.func) == "texts" for node in ast.walk(function)
            )
            self.callers[name].append(
                Caller(
                    module=module,
                    positional=tuple(ordered),
                    named=frozenset(named),
                    required=len(ordered) - len(signature.defaults),
                    facts_together=not one_by_one,
                    open_facts=not (one_by_one and rendered_there),
                )
            )


def last_word(expression: ast.expr) -> str:
    """The last word of a name: "texts" in `self.texts`."""
    match expression:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def bases(node: ast.ClassDef) -> list[str]:
    """The names of the classes that a class derives from."""
    return [last_word(base) for base in node.bases]


def _strings(expression: ast.expr) -> Iterator[str]:
    """The strings an expression is made of; of a mapping, those among its values."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Dict(values=values):
            for value in values:
                yield from _strings(value)
        case _:
            for child in ast.iter_child_nodes(expression):
                if isinstance(child, ast.comprehension):
                    yield from _strings(child.iter)
                elif isinstance(child, ast.expr):
                    yield from _strings(child)
