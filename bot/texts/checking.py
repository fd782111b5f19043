"""Whether the locales say everything the code asks for, the same in each, and nothing else.

Each check returns its findings as sentences with file and line; no finding, no mistake.
"""

from collections.abc import Mapping
from typing import TypeAlias

from bot.texts.entries import AUTOMATIC, Entry
from bot.texts.uses import Uses

Catalogue: TypeAlias = Mapping[str, Entry]


def differences(catalogues: Mapping[str, Catalogue]) -> list[str]:
    """Messages that one locale has and another lacks, or that ask for different facts."""
    found = []
    (one, first), *others = sorted(catalogues.items())
    for other, second in others:
        for key in sorted(first.keys() | second.keys()):
            if key not in second:
                found.append(f"{first[key].place}: {key} is missing in {other}")
            elif key not in first:
                found.append(f"{second[key].place}: {key} is missing in {one}")
            elif first[key].facts != second[key].facts:
                found.append(
                    f"{first[key].place}: {key} says {_names(first[key].facts)},"
                    f" but {_names(second[key].facts)} at {second[key].place}"
                )
    return found


def unknown_keys(uses: Uses, catalogue: Catalogue) -> list[str]:
    """Messages that are asked for and not written, each once with all the places."""
    places: dict[str, list[str]] = {}
    for use in uses.known:
        for key in use.keys:
            if key not in catalogue:
                places.setdefault(key, []).append(use.place)
    return [f"{', '.join(dict.fromkeys(asking))}: no message {key!r}" for key, asking in places.items()]


def unused_keys(uses: Uses, catalogue: Catalogue) -> list[str]:
    """Messages that neither the code nor another message asks for."""
    wanted = {key for use in uses.known for key in use.keys}
    wanted |= {other for entry in catalogue.values() for other in entry.refers_to}
    return [f"{entry.place}: {key} is used nowhere" for key, entry in catalogue.items() if key not in wanted]


def wrong_facts(uses: Uses, catalogue: Catalogue) -> list[str]:
    """Uses that give a message too few facts, some that it never says, or some that it always has."""
    found = []
    for use in uses.known:
        entries = {key: catalogue[key] for key in use.keys if key in catalogue}
        if not entries:
            continue
        said = frozenset[str]().union(*(entry.facts for entry in entries.values()))
        if given_anyway := use.facts & AUTOMATIC:
            found.append(f"{use.place}: {_names(given_anyway)} is given by the catalogue itself")
        if surplus := use.facts - said - AUTOMATIC:
            found.append(f"{use.place}: {' / '.join(entries)} never says {_names(surplus)}")
        if not use.open_facts:
            found += (
                f"{use.place}: {key} also needs {_names(lacking)}"
                for key, entry in entries.items()
                if (lacking := entry.facts - use.facts)
            )
    return found


def _names(facts: frozenset[str]) -> str:
    return ", ".join(f"${fact}" for fact in sorted(facts)) or "nothing"
