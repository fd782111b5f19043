"""The entries of a locale, read from its `.ftl` files (Fluent 1.0, projectfluent.org).

Of Fluent we use messages, variables, selectors and references to other messages. Terms, attributes,
functions and the categories of plurals are refused: one way to say a thing is enough, numbers and dates
are written by `formats.py`, and a wording is chosen by the number itself. A broken entry is an error here;
Fluent itself would drop it without a word.

`read_entries` reads a whole locale and names every mistake, for whoever writes one. A program that runs
finds the messages (`find_messages`) and reads those that it says (`read_message`): parsing all of them
takes a third of a second and 10 MiB.
"""

import re
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
#: Unicode's, but for "other".
_PLURALS = frozenset({"zero", "one", "two", "few", "many"})
#: A message: from its id at the beginning of a line to the next message, term or comment.
_MESSAGE = re.compile(r"^([a-zA-Z][\w-]*).*\n?(?:(?![a-zA-Z#-]).*\n)*", re.MULTILINE)


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


def find_messages(folder: Path) -> Mapping[str, str]:
    """The messages of a locale by id, as they are written."""
    files = (path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.ftl")))
    return {found[1]: found[0] for source in files for found in _MESSAGE.finditer(source)}


def read_message(key: str, messages: Mapping[str, str]) -> Mapping[str, Entry]:
    """One of the messages that were found, and with it those it contains, however deep.

    Raises BrokenLocale where one of them cannot be read or is not written.
    """
    parser = FluentParser(with_spans=False)
    entries: dict[str, Entry] = {}
    frontier = [key]
    while frontier:
        name = frontier.pop()
        node = parser.parse_entry(messages.get(name, ""))
        if not isinstance(node, ftl.Message):
            raise BrokenLocale([f"{name}, which {key} needs, cannot be read"])
        entry = entries[name] = _names(node).entry(node, place=name)
        frontier += entry.refers_to - entries.keys()
    return {name: _with_all_facts(name, entries) for name in entries}


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
                    names = _names(node)
                    mistakes += (f"{place}: {node.id.name} uses {thing}" for thing in names.refused)
                    entries[node.id.name] = names.entry(node, place)
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

    def entry(self, message: ftl.Message, place: str) -> Entry:
        return Entry(message=message, place=place, facts=frozenset(self.facts), refers_to=frozenset(self.ids))

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.facts.add(node.id.name)

    def visit_Variant(self, node: ftl.Variant) -> None:
        if isinstance(node.key, ftl.Identifier) and node.key.name in _PLURALS:
            self.refused.append(f"the plural [{node.key.name}]; write a number")
        self.generic_visit(node)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.ids.add(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:
        self.refused.append(f"the term -{node.id.name}")

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:
        self.refused.append(f"the function {node.id.name}")

    def visit_Attribute(self, node: ftl.Attribute) -> None:
        self.refused.append(f"the attribute .{node.id.name}")


def _names(message: ftl.Message) -> _Names:
    names = _Names()
    names.visit(message)
    return names
