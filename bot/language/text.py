"""From characters to words: every word knows where it stood in the text that was given."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from bot.domain.names import strip_marks
from bot.language.lexicon import Lexicon
from bot.language.misspelling import misspelt
from bot.language.spelling import fold, from_telex, from_vni, key
from bot.language.words.shorthand import GLUED, SHORTHAND

#: Letters and digits with combining marks and invisible characters between them; or one other sign.
_UNSEEN = "\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\u20e3\ufeff\u00ad"
_TOKEN = re.compile(
    rf"[:=;][-']?[vVDPp](?!\w)|[vV]?\d+(?:\.\d+){{2,}}(?!\w)|[^\W_](?:[^\W_]|[\u0300-\u036f{_UNSEEN}])*|[^\w\s]|\n"
)
#: Without marks no words at all: whoever types one of these leaves marks out elsewhere, too.
_NEVER_BARE = frozenset({"khong", "duoc", "nguoi", "roi", "cung", "chua"})
_COURTESY = frozenset({"ạ", "dạ", "cô", "thầy", "thưa", "ơi", "à", "á", "nhé", "ừ"})
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_DIGITS_THEN_LETTERS = re.compile(r"(\d+)([^\W\d]+\w*)$")
_HOUR_AND_MINUTE = re.compile(r"[hg](\d\d)$")
_DRAWN_OUT = re.compile(r"(.)\1+$")
_SHORTHAND = {typed: meant for row, meant in SHORTHAND.items() for typed in row.split()}

#: Not "one" ("no one"), nor "ten", which is tên.
_ENGLISH = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}

_AFTER_COUNT = frozenset({"nguoi", "thanh", "nhan", "khau", "dua", "con", "chau", "be"})
_AFTER_OH = frozenset({"quen", "lon", "nham", "khong"})
_AFTER_NO = frozenset({"ai", "co", "biet", "cai", "tai", "duoc", "dung", "xai"})

#: What the folded form of a number in digits, and of a label such as "8A2", is in phrases.
NUMBER, LABEL = "#", "§"


class Word(NamedTuple):
    """A word, number or sign of the message. A named tuple because a message makes dozens of them."""

    start: int
    end: int
    key: str
    folded: str
    value: int | None = None  #: of a number in digits
    capital: bool = False  #: begins with one, as names do


#: Faster than calling the class, which does the same.
_new = tuple.__new__


def writes_marks(text: str) -> bool:
    """Whether the writer types diacritics; then a word without any has none. Courtesy proves nothing."""
    if text.isascii():
        return False
    typed = text.lower().split()
    return any(map(_proves_marks, typed)) and _NEVER_BARE.isdisjoint(typed)


@lru_cache(maxsize=8192)
def _proves_marks(typed: str) -> bool:
    word = unicodedata.normalize("NFC", typed).lower().strip(".,!?;:()\"'")
    return word not in _COURTESY and strip_marks(word) != word


def words_of(text: str, lexicon: Lexicon) -> list[Word]:
    """The words of a message, in order, shorthand spelt out."""
    found: list[Word] = []
    letters = []  #: where one letter stands for "anh"
    broken = []  #: where "hỏng" stands, which is "không", too
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        typed = token.group()
        capital = typed[0].isupper() and not typed.isupper()
        for key_, folded, value, offset in _spell_out(typed, lexicon):
            if key_ == "anh" and end - start == 1:
                letters.append(len(found))
            elif key_ == "không" and key(typed.lower()) in (_BROKEN, "hong"):
                broken.append(len(found))
            found.append(_new(Word, (start + offset, end, key_, folded, value, capital)))
    for at in letters:
        if _is_no_person(found[at + 1 : at + 2]):
            found[at] = found[at]._replace(key="a5", folded="a")
    for at in broken:
        if _is_broken(found, at):
            found[at] = found[at]._replace(key=_BROKEN, folded="hong")
    if "0" not in text:
        return found
    return [
        _with_zero(word, found[at + 1 : at + 2], found[at - 1].key if at else "")
        for at, word in enumerate(found)
    ]


_BROKEN = key("hỏng")
_GETS_BROKEN = frozenset(
    map(key, ("bị", "máy", "thoại", "đang", "đã", "wifi", "mạng", "phone", "hình", "pin", "loa"))
)
_BROKEN_PART = frozenset({"man", "pin", "cam", "loa", "nguon", "main", "hoc"})
#: What follows of something broken, and is never denied.
_AFTER_BROKEN = frozenset(
    {
        "roi",
        "r",
        "oi",
        "nen",
        "luon",
        "nang",
        "may",
        "tu",
        "hom",
        "bua",
        "ca",
        "va",
        "ma",
        "thi",
        "het",
        "nhe",
        "nha",
        "a",
        "ah",
        "em",
        "chi",
        "anh",
        "thay",
        "cu",
        "hai",
        "dang",
        "de",
    }
)


def _is_broken(found: list[Word], at: int) -> bool:
    """As in "máy em bị hỏng rồi", "hỏng màn hình"; "máy hỏng hỗ trợ" is southern for "không hỗ trợ"."""
    before = found[at - 1] if at else None
    behind = found[at + 1].folded if at + 1 < len(found) else ""
    if behind in _BROKEN_PART or (before is not None and before.folded == "bi"):
        return True
    gets_broken = before is not None and before.key in _GETS_BROKEN
    return gets_broken and (behind in _AFTER_BROKEN or not behind[:1].isalnum())


def _is_no_person(following: list[Word]) -> bool:
    """As in "cai roi a", "4 a, a quen 5": one letter is "anh" only where he goes on."""
    next_word = following[0].folded if following else ""
    return not next_word[:1].isalnum() or next_word in _AFTER_OH


def _with_zero(word: Word, following: list[Word], before: str) -> Word:
    """As in "0 ai cài", where a nought is typed for "không"; and "05 thành viên", as officials write five."""
    if not word.key.startswith("0"):
        return word
    next_sign = following[0].key if following else ""
    if before == ":" and word.folded == LABEL and len(word.key) == 2 and next_sign not in (":", "/", "-"):
        return word._replace(folded=NUMBER, value=int(word.key))  # "Số đã cài: 02"
    if not following:
        return word
    if word.value == 0 and following[0].folded in _AFTER_NO:
        return word._replace(key="không", folded="khong", value=None)
    if word.folded == LABEL and len(word.key) == 2 and following[0].folded in _AFTER_COUNT:
        return word._replace(folded=NUMBER, value=int(word.key))
    return word


class _Piece(NamedTuple):
    """A word that a typed token stands for, and where in the token it begins."""

    key: str
    folded: str
    value: int | None = None
    offset: int = 0


@lru_cache(maxsize=16384)
def _spell_out(raw: str, lexicon: Lexicon) -> tuple[_Piece, ...]:
    """What one token stands for: usually one word, for shorthand several, for laughter none."""
    if "\u200b" in raw.strip("\u200b"):  # where some programs put it, it stands for a space
        return _spell_out_each(raw, lexicon)
    if "\u200b" in raw:  # a space of no width may part words: "đã|cài"
        parts = [part for part in raw.split("\u200b") if part]
        if len(parts) > 1 and _known(_INVISIBLE.sub("", raw).lower(), lexicon) is None:
            return tuple(piece for part in parts for piece in _spell_out(part, lexicon))
    typed = _INVISIBLE.sub("", unicodedata.normalize("NFKC", raw)).lower()
    if not typed or typed in (NUMBER, LABEL):
        return ()
    if typed.isascii() and typed.isdecimal():
        # Long numbers and those with a leading zero are telephones and codes.
        is_label = len(typed) > 6 or (len(typed) > 1 and typed[0] == "0")
        return (_Piece(typed, LABEL) if is_label else _Piece(typed, NUMBER, int(typed)),)
    if typed in _SHORTHAND:
        return _words(_SHORTHAND[typed])
    if typed in _ENGLISH:
        return (_Piece(typed, NUMBER, _ENGLISH[typed]),)
    if typed[0] in ":;=" and len(typed) > 1:  # ":v", "=D": a face, and the end of what was said
        return (_Piece(",", ","),)
    glued = _DIGITS_THEN_LETTERS.match(typed)
    if glued:
        return _number_and_unit(glued[1], glued[2], lexicon)
    known = _known(typed, lexicon)
    if known is None:
        known = LABEL if any(char.isdigit() for char in typed) else key(typed)
    return (_Piece(known, fold(known)),)


def _spell_out_each(raw: str, lexicon: Lexicon) -> tuple[_Piece, ...]:
    """As in "đã\u200bcài": one word or two, as the lexicon knows them."""
    parts = [part for part in raw.split("\u200b") if part]
    apart = [_known(part.lower(), lexicon) for part in parts]
    together = "".join(parts)
    if None in apart or _known(together.lower(), lexicon) is not None:
        return _spell_out(together, lexicon)
    return tuple(piece for part in parts for piece in _spell_out(part, lexicon))


def _words(spelt: str, offset: int = 0) -> tuple[_Piece, ...]:
    return tuple(_Piece(key(word), fold(key(word)), None, offset) for word in spelt.split())


def _number_and_unit(digits: str, letters: str, lexicon: Lexicon) -> tuple[_Piece, ...]:
    """As in "4ng" is four people, "7h" seven o'clock, "8A2" a class."""
    clock = _HOUR_AND_MINUTE.match(letters)
    if clock:  # 19h30
        return (_Piece(digits, NUMBER, int(digits)), *_words("giờ"), _Piece(clock[1], NUMBER, int(clock[1])))
    meant = _known(letters, lexicon) or letters
    unit = GLUED.get(letters) or GLUED.get(fold(meant))
    if unit is None or len(digits) > 4:
        unread = len(letters) > 1 and letters.isalpha()  # "3người" misspelt, and no class as "8A2"
        return (_Piece(digits + letters, fold(meant)),) if unread else (_Piece(LABEL, LABEL),)
    return (_Piece(digits, NUMBER, int(digits)), *_words(unit, len(digits)))


def _known(typed: str, lexicon: Lexicon) -> str | None:
    """The key of the word that was meant, if the lexicon has it."""
    plain = key(typed)
    if plain in lexicon.keys or plain in lexicon.folds:
        return plain
    if typed.isascii():
        for decode in (from_vni, from_telex):
            decoded = decode(typed)
            if decoded != typed and decoded in lexicon.keys:
                return decoded
    elif typed[-1] in "sfrxj":  # "rôif": the letters have their marks, the tone is still a key of Telex
        decoded = from_telex(typed)
        if decoded != plain and decoded in lexicon.keys:
            return decoded
    meant = misspelt(typed)
    if meant is not None:
        return meant
    short = _DRAWN_OUT.sub(r"\1", typed)
    if short != typed:
        if short in _SHORTHAND and " " not in _SHORTHAND[short] and _SHORTHAND[short]:
            return key(_SHORTHAND[short])
        return _known(short, lexicon)
    return None
