"""The entries of a locale, read from its `.ftl` files (Fluent 1.0, projectfluent.org).

Of Fluent we use messages, variables, selectors and references to other messages. Terms, attributes
and functions are refused: one way to say a thing is enough, and numbers and dates are written by
`formats.py`. A broken entry is an error here; Fluent itself would drop it without a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

#: Where the locales are: `locales/vi/*.ftl`, `locales/en/*.ftl`.
LOCALES = Path(__file__).resolve().parents[2] / "locales"
#: Facts that every message has without being given them: see `bot.texts.catalogue`.
AUTOMATIC = frozenset({"address", "you", "You"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of a locale."""

    message: ftl.Message
    place: str  #: "locales/vi/help.ftl:12"
    facts: frozenset[str]  #: what it must be given, also for the entries it refers to
    refers_to: frozenset[str]  #: ids of the entries it contains

    @property
    def pattern(self) -> ftl.Pattern:
        """The wording. `read_entries` refuses messages that have none."""
        assert self.message.value is not None
        return self.message.value


class BrokenLocale(ValueError):
    """A locale cannot be used. Its `mistakes` are sentences, each with file and line."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def read_entries(folder: Path) -> Mapping[str, Entry]:
    """All entries of a locale by id. Raises BrokenLocale with every mistake found."""
    entries: dict[str, Entry] = {}
    mistakes: list[str] = []
    parser = FluentParser()
    for path in sorted(folder.glob("*.ftl")):
        source = path.read_text(encoding="utf-8")
        for node in parser.parse(source).body:
            line = source.count("\n", 0, _start(node)) + 1
            place = f"{folder.parent.name}/{folder.name}/{path.name}:{line}"
            match node:
                case ftl.Junk():
                    reasons = "; ".join(str(annotation.message) for annotation in node.annotations)
                    mistakes.append(f"{place}: cannot be read ({reasons})")
                case ftl.Term():
                    mistakes.append(f"{place}: -{node.id.name} is a term; write a message instead")
                case ftl.Message() if node.id.name in entries:
                    mistakes.append(
                        f"{place}: {node.id.name} is already written at {entries[node.id.name].place}"
                    )
                case ftl.Message():
                    names = _Names()
                    names.visit(node)
                    mistakes += (f"{place}: {node.id.name} uses {thing}" for thing in names.refused)
                    entries[node.id.name] = Entry(
                        message=node,
                        place=place,
                        facts=frozenset(names.facts),
                        refers_to=frozenset(names.ids),
                    )
    if not entries:
        mistakes.append(f"{folder.parent.name}/{folder.name}: no message found")
    for key, entry in entries.items():
        mistakes += (
            f"{entry.place}: {key} refers to {other}, which is not written"
            for other in sorted(entry.refers_to - entries.keys())
        )
    if mistakes:
        raise BrokenLocale(mistakes)
    return MappingProxyType({key: _with_all_facts(key, entries) for key in entries})


def _start(node: ftl.EntryType) -> int:
    """Where an entry begins, its comment left out."""
    span = node.id.span if isinstance(node, ftl.Message | ftl.Term) else node.span
    return span.start if span else 0


def _with_all_facts(key: str, entries: Mapping[str, Entry]) -> Entry:
    """The entry with the facts of everything it contains, however deep, and without the automatic ones."""
    reached = {key}
    frontier = [key]
    while frontier:
        new = entries[frontier.pop()].refers_to - reached
        reached |= new
        frontier += new
    entry = entries[key]
    facts = frozenset().union(*(entries[other].facts for other in reached)) - AUTOMATIC
    return Entry(message=entry.message, place=entry.place, facts=facts, refers_to=entry.refers_to)


class _Names(Visitor):
    """Collects what a message mentions."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.ids: set[str] = set()
        self.refused: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.facts.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.ids.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:
        self.refused.append(f"the term -{node.id.name}")

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:
        self.refused.append(f"the function {node.id.name}")

    def visit_Attribute(self, node: ftl.Attribute) -> None:
        self.refused.append(f"the attribute .{node.id.name}")
