"""Invented names: parts drawn by weight from `names.toml`, combined by chance."""

import random
import tomllib
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from bot.domain.names import normalise
from bot.domain.people import Gender

#: Share of Khmer names where a school says nothing else.
KHMER_SHARE = 0.07


class _Parts(NamedTuple):
    """What the names of one people are made of."""

    surnames: tuple[str, ...]
    weights: tuple[int, ...]  #: cumulative
    middle: dict[Gender, tuple[str, ...]]
    given: dict[Gender, tuple[str, ...]]


class Names:
    """Draws names; full namesakes come about only where somebody asks for them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._kinh, self._khmer = _parts()

    def draw(
        self, gender: Gender, *, taken: set[str], khmer: float = KHMER_SHARE, surname: str | None = None
    ) -> str:
        """A full name that is not `taken`, and is from now on."""
        chance = self._chance
        while True:
            parts = self._khmer if chance.random() < khmer else self._kinh
            family = surname or chance.choices(parts.surnames, cum_weights=parts.weights)[0]
            middle, given = chance.choice(parts.middle[gender]), chance.choice(parts.given[gender])
            words = [*family.split(), *middle.split(), *given.split()]
            name = " ".join(words)
            if name not in taken and len(set(words)) == len(words):  # nobody is called "Ngọc Ngọc"
                taken.add(name)
                return name


@cache
def _parts() -> tuple[_Parts, _Parts]:
    with Path(__file__).with_name("names.toml").open("rb") as file:
        data = tomllib.load(file)
    return _read(data["kinh"]), _read(data["khmer"])


def _read(data: dict[str, Any]) -> _Parts:
    def by_gender(parts: dict[str, list[str]]) -> dict[Gender, tuple[str, ...]]:
        return {gender: tuple(normalise(part) for part in parts[gender]) for gender in Gender}

    return _Parts(
        surnames=tuple(normalise(surname) for surname in data["surnames"]),
        weights=tuple(accumulate(data["surnames"].values())),
        middle=by_gender(data["middle"]),
        given=by_gender(data["given"]),
    )
