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

from bot.domain.address import Address
from bot.texts.entries import LOCALES, find_messages, read_message
from bot.texts.formats import Fact, Formats
from bot.texts.wordings import Quantity, Wording, Words, wording

#: Automatic fact → the entry that words it.
ADDRESS_KEYS = {"you": "address-you", "You": "address-you-first"}
#: How an empty `$you` and `$You` are marked until the gap is closed (private-use characters).
_GAP, _FIRST_GAP = "\ue000", "\ue001"
_FIRST_GAP_AND_LETTER = re.compile(f"{_FIRST_GAP} ?(.?)", re.DOTALL)
#: A placeholder of a campaign's text → the automatic fact it means.
_CAMPAIGN_WORDS = {"xung_ho": "you", "Xung_ho": "You"}


class Texts:
    """The catalogue of one locale: `texts("help", address, contact="cô Lan")`.

    Raises LookupError for an unknown id and for a fact that is missing, whichever wording is chosen, and
    BrokenLocale for a message that cannot be read.
    """

    def __init__(self, locale: str, messages: Mapping[str, str]) -> None:
        self.locale = locale
        self._messages = messages
        # Of the messages that were said, and of those that they contain:
        self._facts: dict[str, frozenset[str]] = {}  #: what they must be given
        self._wordings: dict[str, Wording] = {}
        self._fixed: dict[tuple[str, Address], str] = {}
        for key in ADDRESS_KEYS.values():
            self._read(key)
        self._automatic: dict[Address, Words] = {}
        for address in Address:
            words = {"address": address.value}
            you, first = (self._wordings[key](words) for key in ADDRESS_KEYS.values())
            self._automatic[address] = {**words, "you": you or _GAP, "You": first or _FIRST_GAP}
        self.formats = Formats.load(self)

    @classmethod
    def load(cls, locale: str = "vi", folder: Path = LOCALES) -> "Texts":
        """The catalogue of a locale, built once; a message is read when it is said for the first time."""
        return _load(locale, folder)

    def __call__(self, key: str, address: Address = Address.STRANGER, /, **facts: Fact) -> str:
        """The text of a message. Facts are written by their type: see `Formats.fact`."""
        if not facts:
            known = self._fixed.get((key, address))
            if known is not None:
                return known
        needed = self._facts.get(key)
        if needed is None:
            needed = self._read(key)
        if not needed <= facts.keys():
            raise LookupError(f"message {key!r} was not given {sorted(needed - facts.keys())}")
        words = {name: self._word(value) for name, value in facts.items()}
        text = _close_gaps(self._wordings[key]({**words, **self._automatic[address]}))
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

    def _word(self, value: Fact) -> str:
        if isinstance(value, str):  # the patterns of the formats are read like this too
            return value
        text = self.formats.fact(value)
        if isinstance(value, int) and not isinstance(value, bool):
            quantity = Quantity(text)
            quantity.number = value
            return quantity
        return text

    def _read(self, key: str) -> frozenset[str]:
        """Make a message ready, and those that it contains; returns the facts that it needs."""
        if key not in self._messages:
            raise LookupError(f"locale {self.locale} has no message {key!r}")
        entries = read_message(key, self._messages)
        for name, entry in entries.items():
            self._wordings[name] = wording(entry.pattern, self._wordings)
        needed = self._facts[key] = entries[key].facts
        return needed


@cache
def _load(locale: str, folder: Path) -> Texts:
    return Texts(locale, find_messages(folder / locale))


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
