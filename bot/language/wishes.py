"""Wishes about one's own data, and about reporting in another way, as people write them."""

import re
from enum import StrEnum

from bot.domain.names import search_key

#: Words of a message that is such a wish and nothing else besides.
LONGEST = 16


class Wish(StrEnum):
    """What somebody wants."""

    ERASE = "erase"
    WITHDRAW = "withdraw"  #: take a consent back
    CORRECT = "correct"  #: their name, role or class is wrong
    OFFLINE = "offline"  #: report to the school directly, on paper


#: As `search_key` writes them: without marks, in small letters. The first that is found counts.
_SAID: tuple[tuple[Wish, str], ...] = (
    (Wish.WITHDRAW, r"rut (lai )?(su )?dong y|khong dong y nua|thoi dong y|huy dong y"),
    (
        Wish.ERASE,
        r"xoa (het |toan bo |tat ca )?(moi )?(du lieu|thong tin|tai khoan)( (cua|ve) (toi|em|minh|co|thay))?",
    ),
    (
        Wish.CORRECT,
        r"(ghi |viet |bi )?sai (ho ten|ten|lop|chuc vu|vai tro|thong tin (cua|ve))"
        r"|(ho ten|ten|lop|chuc vu|vai tro)( (cua )?(toi|em|minh|con))? (bi|ghi|dang)( ghi)? sai",
    ),
    (
        Wish.OFFLINE,
        r"(bao|bao cao|khai|khai bao|nop)( (em|toi|minh))? (truc tiep|bang giay|tren giay|giay|ban giay)",
    ),
)
_WISHES = tuple((wish, re.compile(rf"\b(?:{pattern})\b")) for wish, pattern in _SAID)


def wish_of(text: str) -> Wish | None:
    """The wish that a message is; None for every other message."""
    key = search_key(text)
    if len(key.split()) > LONGEST:
        return None
    return next((wish for wish, pattern in _WISHES if pattern.search(key)), None)
