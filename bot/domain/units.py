"""Units: the nodes of the tree from the ministry to a class. Kinds are data; depth is free."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

#: Kinds that reports and permissions know by meaning; any other word is a kind too.
SCHOOL = "school"
CLASS = "class"

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A node of the tree. Its parent is dated, so it lives in a table of its own."""

    id: int
    code: str
    name: str
    kind: str
    level: str = ""  #: school level as printed: THPT, THCS, TH, MN
    order: int = 0  #: place in the official list; units sort by it, not by name


def short_name(name: str, shorter: Mapping[str, str]) -> str:
    """A unit's name for a button: with every phrase of `shorter`, in whatever case, as its short form."""
    for phrase, short in shorter.items():
        name = short.join(re.split(re.escape(phrase), name, flags=re.IGNORECASE))
    return name


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and the last day on which a unit had it; `date.max` for the one it has now."""

    name: str
    until: date


def renamed(names: Sequence[Named], name: str, since: date, until: date) -> list[Named]:
    """A unit's names in their order, after another one took the place of those between two days.

    `names` ends with the present one, so that every day has a name. Both days are included.
    """
    cut: list[Named] = []
    begins = date.min
    for held in names:
        if begins < since:
            cut.append(Named(held.name, min(held.until, since - _DAY)))
        if begins <= since <= held.until:
            cut.append(Named(name, until))
        if held.until > until:
            cut.append(held)
        begins = held.until + _DAY if held.until < date.max else held.until
    return [
        one for one, later in zip(cut, [*cut[1:], None], strict=True) if not later or later.name != one.name
    ]
