"""Slips of the finger in the words that decide: "cìa" is cài, "đúgn" is đúng, "xog" is xong.

Only what is no syllable of Vietnamese is a slip, and only two neighbours changed about or one letter left out
of a longer word count: anything else may be another word, and is asked about.
"""

import re
from functools import cache

from bot.language.spelling import fold, key

_WORDS = "cài rồi xong chưa đúng hết người không được chính"
#: A syllable as it is spelt without marks: what may begin it, its vowels, what may end it.
_SYLLABLE = re.compile(
    r"(?:(?:ngh|gh|k)(?=[eiy])|(?:ng|g|c)(?=[aou])|gi?|qu|nh|kh|ph|th|tr|ch|[bdhlmnprstvx])?"
    r"(?:uy[eau]|uo[iu]|ie[u]|ye[u]?|oa[iyo]|oe[o]|ua[yo]|a[iouy]?|e[ou]?|i[aeu]?|o[aeio]?|u[aeioyu]?|y)"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_LONG = 4  #: letters of a word of which one may be missing


def misspelt(typed: str) -> str | None:
    """The key of the word that was meant; without marks if none were typed."""
    if len(typed) < _LONG - 1 or not typed.isalpha():
        return None
    spelt = key(typed)
    letters, tone = (spelt[:-1], spelt[-1]) if spelt[-1].isdigit() else (spelt, "")
    meant = _slips().get(letters)
    if meant is None or _SYLLABLE.fullmatch(fold(letters)):
        return None
    with_tone, word_tone = meant
    return (
        with_tone + word_tone
        if tone in ("", word_tone) and not typed.isascii()
        else (fold(with_tone) if not tone else None)
    )


@cache
def _slips() -> dict[str, tuple[str, str]]:
    """Every slip in one of the words → its letters and its tone."""
    slips: dict[str, tuple[str, str]] = {}
    for word in map(key, _WORDS.split()):
        letters, tone = (word[:-1], word[-1]) if word[-1].isdigit() else (word, "")
        for spelling in (fold(letters), letters):
            for slip in _one_slip(spelling):
                slips.setdefault(slip, (letters, tone))
    return slips


def _one_slip(word: str) -> set[str]:
    changed_about = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    left_out = {word[:at] + word[at + 1 :] for at in range(1, len(word))} if len(word) >= _LONG else set()
    return (changed_about | left_out) - {word}
