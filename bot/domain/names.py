"""Vietnamese spelling of names: one normal form, keys for finding and for sorting.

Databases and operating systems disagree on Vietnamese collation, so both keys are plain ASCII strings
that sort and compare alike everywhere; they are stored beside the name.
"""

import re
import unicodedata
from functools import lru_cache

#: Modifiers that make another letter (ă â ê ô ơ ư) and tones, in dictionary order.
_LETTER_MARKS = {"\u0306": "1", "\u0302": "1", "\u031b": "2"}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
#: â comes after ă, while ê and ô come right after e and o.
_ORDER = {"a\u0302": "2"}
#: Written alike, meant alike: the eth that some keyboards and PDFs give for Đ.
_ETH = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ"})
#: Characters without width that phones and web pages slip between letters.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
#: Spellings whose key is remembered: one message is looked up in many places.
_REMEMBERED = 4096


def normalise(text: str) -> str:
    """The text in NFC, without zero-width characters, every run of white space one space."""
    visible = _INVISIBLE.sub("", text.translate(_ETH))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def strip_marks(text: str) -> str:
    """The text without tones and letter marks: "Đỗ Thị Hòa" → "Do Thi Hoa"."""
    if text.isascii():
        return text
    bare = text.translate(_BARE)
    return bare if bare.isascii() else _without_marks(bare)


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.translate(_ETH))
    bare = "".join(c for c in letters if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


#: The letters of Vietnamese and their marks, each with what is left of it: what most texts consist of.
_BARE = {
    code: _without_marks(chr(code))
    for code in (*range(0xC0, 0x250), *range(0x300, 0x370), *range(0x1E00, 0x1F00))
}


@lru_cache(_REMEMBERED)
def search_key(text: str) -> str:
    """What two spellings of one name have in common: "  HOÀ–Bình" and "Hòa Bình" → "hoa binh"."""
    return _NOT_WORD.sub(" ", strip_marks(normalise(text)).lower()).strip()


def sort_key(name: str) -> str:
    """Key that sorts Vietnamese names as school lists do: given name first, then the rest.

    Letters come before tones (ngang, huyền, hỏi, ngã, sắc, nặng), and ă â đ ê ô ơ ư are letters of
    their own. Old and new tone placement (Hoà, Hòa) give the same key.
    """
    words = _NOT_WORD.sub(" ", normalise(name).lower()).split()
    if not words:
        return ""
    given, rest = words[-1:], words[:-1]
    return f"{_words_key(given)}00{_words_key(rest)}"


def _words_key(words: list[str]) -> str:
    """All letters, then all tones. A "0" ends a word: lower than any letter, so "An" < "Anh"."""
    letters, tones = [], []
    for word in words:
        spelt, tone = _spell(word)
        letters.append(spelt)
        tones.append(str(tone))
    return "0".join(letters) + "00" + "".join(tones)


def _spell(word: str) -> tuple[str, int]:
    """A word's letters as two-character codes in alphabetical order, and its tone."""
    codes: list[str] = []
    tone = 0
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        elif char in _LETTER_MARKS and codes:
            base = codes[-1][0]
            codes[-1] = base + _ORDER.get(base + char, _LETTER_MARKS[char])
        elif char == "đ":
            codes.append("d1")
        elif char.isascii():
            codes.append(char + "0")
    return "".join(codes), tone
