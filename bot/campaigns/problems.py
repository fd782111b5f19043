"""Mistakes in a campaign file, each told in one sentence that names line, field and mend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Any, TypeAlias

from bot.errors import InputError

#: Where something stands in the file: keys of groups and places in lists.
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Something wrong at a place of the definition, before it is known which line that is."""

    at: Path
    key: str  #: names the sentence in `locales/`
    facts: Mapping[str, str | int] = with_default(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake, ready to be told: the sentence `key` with these facts."""

    line: int  #: from 1; 0 where the definition does not come from a file
    field: str  #: "obligations.staff.due.before"; "" for the file as a whole
    key: str
    facts: Mapping[str, str | int] = with_default(default_factory=dict)


class CampaignFileError(InputError):
    """A campaign file with mistakes: all of them, in the order of the file."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda found: (found.line, found.field, found.key)))
        super().__init__("campaign-file-wrong", file=name, count=len(self.problems))

    def __str__(self) -> str:
        lines = (f"{p.line}: {p.field}: {p.key} {dict(p.facts)}" for p in self.problems)
        return "\n".join((super().__str__(), *lines))


def mistake(at: Path, key: str, /, **facts: str | int) -> Mistake:
    """A mistake at a place."""
    return Mistake(at=at, key=key, facts=facts)


def located(found: Mistake, data: object, lines: Mapping[Path, int]) -> Problem:
    """A mistake with its line: that of the nearest part around it which stands in the file."""
    at = found.at
    while at not in lines and at:
        at = at[:-1]
    return Problem(line=lines.get(at, 0), field=field_name(found.at, data), key=found.key, facts=found.facts)


def field_name(at: Path, data: object) -> str:
    """A place in words: `obligations.staff.due`. Items of a list go by their id, else counted from 1."""
    name = ""
    node: Any = data
    for step in at:
        node = _inside(node, step)
        match node, step:
            case {"id": str() as known}, int():
                name += f".{known}"
            case _, int():
                name += f"[{step + 1}]"
            case _:
                name += f".{step}"
    return name.removeprefix(".")


def _inside(node: object, step: str | int) -> object:
    match node, step:
        case dict(), str():
            return node.get(step)
        case list(), int() if step < len(node):
            return node[step]
    return None


def listed(words: Iterable[str]) -> str:
    """Words as one fact: what would have been right."""
    return ", ".join(words) or "–"
