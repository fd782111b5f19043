"""Units: the nodes of the tree from the ministry to a class. Kinds are data; depth is free."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

#: Kinds that reports and permissions know by meaning; any other word is a kind too.
SCHOOL = "school"
CLASS = "class"


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
