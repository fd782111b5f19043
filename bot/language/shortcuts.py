"""Short words: those that stand for a whole declaration (nothing has changed, there is nothing to report),
and shorthand.

Only a message that says nothing else is read so: "không thay đổi gì, có 2 ca mới" is no repetition.
"""

import re

from bot.domain.names import search_key
from bot.language.lexicon import lexicon_for
from bot.language.text import words_of

_POLITE = re.compile(
    r"^(?:da |vang |bao cao |em |truong em |truong |nha truong |hien tai |tinh hinh )+"
    r"|(?: a| nhe| nha| em| thay| co| anh| chi| luon| het)+$"
)
_UNCHANGED = frozenset(
    {
        "khong thay doi",
        "khong thay doi gi",
        "khong co thay doi",
        "khong co gi thay doi",
        "khong co gi moi",
        "khong gi moi",
        "khong doi",
        "chua co gi thay doi",
        "chua co thay doi",
        "chua thay doi",
        "ko thay doi",
        "k thay doi",
        "ko co gi thay doi",
        "k co gi thay doi",
        "ko co gi moi",
        "nhu cu",
        "van nhu cu",
        "nhu ky truoc",
        "van nhu ky truoc",
        "van nhu lan truoc",
        "nhu lan truoc",
        "nhu hom truoc",
        "nhu hom qua",
        "van vay",
        "giong ky truoc",
        "giong lan truoc",
        "on dinh khong thay doi",
    }
)
_NONE = frozenset(
    {
        "khong co ca nao",
        "khong co ca",
        "khong ca nao",
        "ko co ca nao",
        "k co ca nao",
        "ko co ca",
        "chua co ca nao",
        "khong co truong hop nao",
        "ko co truong hop nao",
        "khong phat sinh",
        "khong co phat sinh",
        "khong phat sinh ca nao",
        "khong co gi",
        "ko co gi",
        "tat ca bang 0",
        "tat ca deu bang 0",
        "tat ca la 0",
        "tat ca 0",
        "deu bang 0",
        "bang 0",
        "toan 0",
        "0",
        "0 ca",
        "khong co ai",
    }
)
#: Among these the word for "all" has to be said: alone they answer one question.
_ONE_QUESTION = frozenset({"0", "bang 0", "0 ca", "khong co ai"})


def spelt_out(text: str) -> str:
    """The words of a text without marks, shorthand spelt out: "có bắt buộc ko" → "co bat buoc khong"."""
    return " ".join(word.folded for word in words_of(text, lexicon_for((), (), ())))


def says_unchanged(text: str) -> bool:
    """Whether a message says that everything is as it was declared last time, and nothing else."""
    return _bare(text) in _UNCHANGED


def says_none(text: str) -> bool:
    """Whether a message says, of all questions at once, that there is nothing to report."""
    bare = _bare(text)
    if bare in _ONE_QUESTION:
        return "het" in search_key(text).split()
    return bare in _NONE


def _bare(text: str) -> str:
    """The words without courtesies, accents and punctuation."""
    return _POLITE.sub("", _POLITE.sub("", search_key(text[:100]))).strip()
