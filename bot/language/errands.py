"""What is written in words instead of a command: "xuất excel", "đặt hạn nội bộ trước 17h", "tạo mã mời".

Only a message that says nothing else is an errand; three of them take words of their own after them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.names import search_key

#: Words of an errand without an object; a longer message says something else besides.
LONGEST = 9


class Errand(StrEnum):
    """What is to be done; each value is the verb of a button that does it."""

    EXPORT = "export"
    ANNOUNCE = "announce"  #: takes the text
    INVITE = "invite"
    CAMPAIGNS = "campaigns"
    LAUNCH = "launch"
    DEADLINE = "deadlines"  #: takes the deadline
    AD_HOC = "ad-hoc"  #: takes what is asked for, and by when
    PEOPLE = "people"  #: somebody leaves, rests, moves, leads a class, stands in
    YEAR = "year"
    DIRECTIVE = "directive"
    ROUNDS = "rounds"
    REPORT = "report"  #: the numbers of a class
    UNREACHED = "unreached"
    NUDGE = "nudge"
    REQUESTS = "requests"
    JOIN = "join"


_BEFORE = (
    r"(?:da |vang |a |em |toi |minh |thay |co |anh |chi |nho |giup |cho |muon |can |hay |vui long |he thong "
    r"|lam on )*"
)
_AFTER = (
    r"(?: (?:a|nhe|nha|di|voi|giup|gium|dum|em|toi|minh|thay|co|anh|chi|luon|ngay|the nao|nhu the nao"
    r"|o dau))*"
)
_STAFF = r"(?:giao vien|nhan vien|can bo|gv|nhan su|nguoi|thay co|hoc sinh|phu huynh)"
_FILE = r"(?:file |tep |bang |ban )?"

#: As `search_key` writes them: without marks, in small letters.
_SAID: tuple[tuple[Errand, str], ...] = (
    (
        Errand.EXPORT,
        rf"(?:xuat|tai|lay|xin|gui|tai ve|ket xuat) {_FILE}(?:excel|xlsx|csv|bang tinh)(?: bao cao| so lieu)?"
        r"|(?:xuat|tai|ket xuat) (?:file |tep |bang )?(?:bao cao|so lieu|tong hop|danh sach|ket qua)"
        r"(?: excel)?"
        r"|file excel",
    ),
    (
        Errand.INVITE,
        rf"(?:tao|lay|xin|gui|cap|xem|in) (?:ma|link|lien ket|duong dan|to|poster) (?:moi|qr)(?: {_STAFF})?"
        r"|(?:tao|lay|in|xem) (?:ma )?qr(?: moi)?|ma moi",
    ),
    (Errand.LAUNCH, r"(?:phat dong|bat dau|tao|mo|trien khai) chien dich(?: moi)?"),
    (
        Errand.CAMPAIGNS,
        r"(?:danh sach |cac |xem |xem cac |tam dung |gia han |ket thuc |tiep tuc |dong )chien dich"
        r"|chien dich(?: nao)?(?: dang chay| dang trien khai)?|co (?:nhung )?chien dich nao",
    ),
    (
        Errand.PEOPLE,
        rf"(?:bao )?(?:{_STAFF} )?(?:chuyen cong tac|chuyen truong|nghi phep|nghi thai san|nghi om|nghi viec"
        rf"|nghi huu|thoi viec|chuyen di|di hoc)|(?:cap nhat|quan ly|xem|sua) (?:nhan su|danh sach {_STAFF})"
        r"|nhan su|(?:phan cong|doi|thay) (?:giao vien )?chu nhiem"
        r"|(?:uy quyen|giao quyen|cu nguoi thay|giao viec)(?: cho nguoi khac)?",
    ),
    (
        Errand.YEAR,
        r"(?:ket thuc|chuyen|sang|mo|bat dau|tong ket) nam hoc(?: moi)?|nam hoc moi"
        r"|(?:cho )?hoc sinh len lop",
    ),
    (
        Errand.DIRECTIVE,
        r"(?:xem |doc |noi dung |toan van |cho xem )+(?:cong van|van ban)(?: nao)?"
        r"|(?:cong van|van ban) noi gi",
    ),
    (Errand.ROUNDS, r"(?:xem )?(?:lich su|cac ky|cac dot)(?: bao cao| khai bao| truoc)+"),
    (Errand.REPORT, r"bao cao (?:so lieu )?(?:cua )?(?:ca )?lop(?: em| minh| toi)?"),
    (
        Errand.UNREACHED,
        rf"(?:nhung |con )?(?:ai|{_STAFF} nao) chua (?:ket noi|dang ky|co tai khoan|vao he thong)",
    ),
    (
        Errand.NUDGE,
        rf"nhac (?:nho )?(?:lai )?(?:(?:tat ca|moi|cac|nhung|may)(?: ca)? )?"
        rf"(?:{_STAFF}|don vi|truong|ai)?"
        r"(?: nao)?(?: con)? ?(?:chua (?:bao|khai|khai bao|nop|xong|hoan thanh|lam|cai)(?: cao)?|con thieu)",
    ),
    (
        Errand.REQUESTS,
        r"(?:xem )?(?:cac )?yeu cau (?:cho xu ly|dang cho|chua xu ly|ve du lieu|sua thong tin)",
    ),
    (
        Errand.JOIN,
        r"(?:dung|lien ket|ket noi|them)(?: them)? (?:voi |bang |qua |tren )?(?:zalo|telegram|kenh khac"
        r"|may khac|ung dung khac|tai khoan khac)",
    ),
)
#: What they take after them stands behind these words.
_TAKING: tuple[tuple[Errand, str], ...] = (
    (Errand.ANNOUNCE, r"(?:gui|soan|viet|dang|ra|tao) (?:1 |mot )?thong bao"),
    (Errand.DEADLINE, r"(?:dat|doi|sua|xem|them|ra|dat lai) han(?: (?:noi bo|rieng|som hon))+|han noi bo"),
    (
        Errand.AD_HOC,
        r"(?:yeu cau|mo|tao|gui|hoi|lay) (?:(?:dot )?(?:bao cao|khai bao|so lieu) |dot )?dot xuat",
    ),
)
_WHOLE = tuple((errand, re.compile(rf"{_BEFORE}(?:{said}){_AFTER}")) for errand, said in _SAID)
_BEGINS = tuple((errand, re.compile(rf"{_BEFORE}(?:{said})\b")) for errand, said in _TAKING)
_EMPTY = re.compile(_AFTER)
_EDGES = " :,.;–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An errand, and the words that go with it, as they were written."""

    errand: Errand
    words: str = ""


def order_of(text: str) -> Order | None:
    """The errand that a message is; None for every other message."""
    key = search_key(text)
    for errand, pattern in _BEGINS:
        if (found := pattern.match(key)) is not None:
            behind = "" if _EMPTY.fullmatch(key[found.end() :]) else _after(text, len(found[0].split()))
            return Order(errand=errand, words=behind)
    if len(key.split()) > LONGEST:
        return None
    return next((Order(errand=errand) for errand, pattern in _WHOLE if pattern.fullmatch(key)), None)


def _after(text: str, words: int) -> str:
    """What stands in a text after so many words, as it was written."""
    tokens = text.split()
    while tokens and words > 0:
        words -= len(search_key(tokens.pop(0)).split())
    return " ".join(tokens).strip(_EDGES)
