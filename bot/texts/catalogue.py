"""Renders the messages of a locale, worded for the person they are said to.

Every message can use, without being given them, `$you` (the form of address in mid-sentence), `$You`
(the same at a sentence start) and `$address` (to select a wording: `{ $address -> [pupil] … }`).
For a stranger both are empty: Vietnamese leaves the pronoun out, so what is left is closed up.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentType
from fluent.syntax import ast as ftl

from bot.domain.address import Address
from bot.texts.entries import LOCALES, Entry, read_entries
from bot.texts.formats import Fact, Formats

#: Automatic fact → the entry that words it.
ADDRESS_KEYS = {"you": "address-you", "You": "address-you-first"}
#: How an empty `$you` and `$You` are marked until the gap is closed (private-use characters).
_GAP, _FIRST_GAP = "\ue000", "\ue001"
_FIRST_GAP_AND_LETTER = re.compile(f"{_FIRST_GAP} ?(.?)", re.DOTALL)
#: A placeholder of a campaign's text → the automatic fact it means.
_CAMPAIGN_WORDS = {"xung_ho": "you", "Xung_ho": "You"}


class _Quantity(int, FluentType):
    """A number that selects like a number and is written by our own formats."""

    text: str

    def format(self, locale: Locale) -> str:
        return self.text


class _Words(str, FluentType):
    """A string that may be long: Fluent cuts off at 2500 characters what is not of its own types."""

    __slots__ = ()

    def format(self, locale: Locale) -> str:  # type: ignore[override]  # Fluent's name, not str's
        return self


class Texts:
    """The catalogue of one locale: `texts("help", address, contact="cô Lan")`.

    Raises LookupError for an unknown id and for a fact that is missing, whichever wording is chosen.
    """

    def __init__(self, locale: str, entries: Mapping[str, Entry]) -> None:
        self.locale = locale
        self._entries = entries
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._bundle.add_resource(ftl.Resource([entry.message for entry in entries.values()]))
        self._fixed: dict[tuple[str, Address], str] = {}
        self._automatic: dict[Address, dict[str, FluentType]] = {
            address: {"address": _Words(address.value)} for address in Address
        }
        for words in self._automatic.values():
            you, first = (
                self._render(ADDRESS_KEYS["you"], words),
                self._render(ADDRESS_KEYS["You"], words),
            )
            words["you"], words["You"] = _Words(you or _GAP), _Words(first or _FIRST_GAP)
        self.formats = Formats.load(self)

    @classmethod
    def load(cls, locale: str = "vi", folder: Path = LOCALES) -> "Texts":
        """The catalogue of a locale, built once. Raises BrokenLocale with every mistake of its files."""
        return _load(locale, folder)

    def __call__(self, key: str, address: Address = Address.STRANGER, /, **facts: Fact) -> str:
        """The text of a message. Facts are written by their type: see `Formats.fact`."""
        if not facts:
            known = self._fixed.get((key, address))
            if known is not None:
                return known
        entry = self._entries.get(key)
        if entry is None:
            raise LookupError(f"locale {self.locale} has no message {key!r}")
        if not entry.facts <= facts.keys():
            raise LookupError(f"message {key!r} was not given {sorted(entry.facts - facts.keys())}")
        words = {name: self._word(value) for name, value in facts.items()}
        text = _close_gaps(self._render(key, words | self._automatic[address]))
        if not facts:
            self._fixed[key, address] = text
        return text

    def fill(self, template: str, address: Address, /, **facts: Fact) -> str:
        """A text of a campaign file with its `{xung_ho}`, `{Xung_ho}` and `{fact}` placeholders filled.

        Raises LookupError for a placeholder without a fact, ValueError for one that is not a plain name.
        """
        words = self._automatic[address]
        parts = []
        for literal, name in _pieces(template):
            parts.append(literal)
            if name in _CAMPAIGN_WORDS:
                parts.append(str(words[_CAMPAIGN_WORDS[name]]))
            elif name is not None:
                if name not in facts:
                    raise LookupError(f"a campaign text was not given {name!r}")
                parts.append(self.formats.fact(facts[name]))
        return _close_gaps("".join(parts))

    def _word(self, value: Fact) -> FluentType:
        if isinstance(value, str):
            return _Words(value)
        text = self.formats.fact(value)
        if isinstance(value, int) and not isinstance(value, bool):
            quantity = _Quantity(value)
            quantity.text = text
            return quantity
        return _Words(text)

    def _render(self, key: str, words: Mapping[str, FluentType]) -> str:
        """Resolve one message. `FluentBundle.format_pattern` would make Babel's numbers of ours."""
        errors: list[Exception] = []
        environment = ResolverEnvironment(
            context=self._bundle, current=CurrentEnvironment(args=dict(words)), errors=errors
        )
        pattern = self._bundle.get_message(key).value
        text = str(pattern(environment)) if pattern is not None else ""
        if errors:
            raise LookupError(f"message {key!r} cannot be rendered: {errors[0]}")
        return text


@cache
def _load(locale: str, folder: Path) -> Texts:
    return Texts(locale, read_entries(folder / locale))


def _close_gaps(text: str) -> str:
    """Take out the places where a stranger is not addressed: "{ $You } vui lòng" becomes "Vui lòng"."""
    if _FIRST_GAP in text:
        text = _FIRST_GAP_AND_LETTER.sub(lambda match: match[1].upper(), text)
    if _GAP in text:
        text = text.replace(f" {_GAP}", "").replace(_GAP, "")
    return text


@lru_cache(maxsize=1024)
def _pieces(template: str) -> tuple[tuple[str, str | None], ...]:
    """A template as (literal, name of the placeholder after it or None)."""
    pieces = tuple(Formatter().parse(template))
    for _, name, spec, conversion in pieces:
        if name is not None and (spec or conversion or not name.isidentifier()):
            raise ValueError(f"a placeholder is a plain name in braces, not {name!r}")
    return tuple((literal, name) for literal, name, _, _ in pieces)
