"""One spelling for every way a syllable is typed: Unicode forms, tone placement, Telex and VNI slips.

A syllable is compared by its *key*: its letters with their marks (ă â ê ô ơ ư đ), then the tone as a
digit 1-5. "hoà", "hòa" and even "hòà" have the key "hoa2", whatever the Unicode form; "cài" and the
misplaced "caì" are "cai2". Without marks the key is the *folded* form: "cai".
"""

import unicodedata
from functools import lru_cache

_TONES = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX_TONES = {"s": "1", "f": "2", "r": "3", "x": "4", "j": "5"}
_TELEX_LETTERS = (("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"))
_VNI_LETTERS = {
    "6": {"a": "â", "e": "ê", "o": "ô"},
    "7": {"o": "ơ", "u": "ư"},
    "8": {"a": "ă"},
    "9": {"d": "đ"},
}
_ETH = str.maketrans("\u00f0", "đ")


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """The letters with marks, then the tone. Expects lower case, any Unicode form."""
    if word.isascii():
        return word
    letters, tone = "", ""
    for char in unicodedata.normalize("NFD", word.translate(_ETH)):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters += char
    return unicodedata.normalize("NFC", letters) + tone


@lru_cache(maxsize=8192)
def fold(key_: str) -> str:
    """A key without letter marks and tone: "ngươi2" → "nguoi"."""
    if key_.isascii():
        return key_.rstrip("12345") if not key_[0].isdigit() else key_
    bare = unicodedata.normalize("NFD", key_.rstrip("12345")).replace("đ", "d")
    return "".join(char for char in bare if not unicodedata.combining(char))


def from_telex(word: str) -> str:
    """The key that Telex would have made of these letters: "nguwowif" → "ngươi2", "dduwowcj" → "đươc5"."""
    tone, letters = "", ""
    for at, char in enumerate(word):
        if char in _TELEX_TONES and at > 0 and any(v in letters for v in "aeiouy"):
            tone = _TELEX_TONES[char]
        else:
            letters += char
    for both in ("uwow", "uow", "wow"):  # both letters take the horn: "nguowif", "ngwowif"
        letters = letters.replace(both, "ươ")
    if "quaw" not in letters:
        letters = letters.replace("uaw", "ưa")  # "chuaw"
    for typed, meant in _TELEX_LETTERS:
        letters = letters.replace(typed, meant)
    return letters.replace("w", "ư") + tone  # "ddwas": a w alone is ư


def from_vni(word: str) -> str:
    """The key that VNI would have made of letters and digits: "ngu7o7i2" → "ngươi2"."""
    tone, letters = "", ""
    for char in word:
        if char in "12345":
            tone = char
        elif char in _VNI_LETTERS:
            letters = _mark_last(letters, _VNI_LETTERS[char])
        else:
            letters += char
    return letters + tone


def _mark_last(letters: str, marks: dict[str, str]) -> str:
    """Put a VNI mark on the last letter that can bear it; a horn on "uo" marks both letters."""
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in marks:
            marked = letters[:at] + marks[letters[at]] + letters[at + 1 :]
            return marked.replace("uơ", "ươ")
    return letters
