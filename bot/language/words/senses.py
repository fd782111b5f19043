"""Words with two readings, and the neighbours that decide. First row that fits wins; none: table order.

`left` and `right` are folded neighbours; "^" is the start of a clause, "$" its end, "#" a number.
"""

from typing import NamedTuple

from bot.language.tags import Tag

_SELF = "em toi minh tui con chau tao to"
_END = "$ a oi ui nhe nha nhi oi ha hen nghen voi day do ne"
_PREDICATE = "cai tai chua da roi khong cung deu thi duoc co dang van moi xai dung install gia"


class Sense(NamedTuple):
    """One reading of a word, where its neighbours are these (None: any)."""

    word: str
    tag: Tag
    left: frozenset[str] | None
    right: frozenset[str] | None


def _row(word: str, tag: Tag, *, left: str = "", right: str = "") -> Sense:
    return Sense(word, tag, frozenset(left.split()) or None, frozenset(right.split()) or None)


_ROWS: tuple[Sense, ...] = (
    # có / cô
    _row("co", Tag.POLITE, left="thua da chao thay oi a nha nhe cam voi", right=""),
    _row("co", Tag.POLITE, right="oi a ui giao"),
    _row("co", Tag.POLITE, left="roi het cai chua nguoi nua luon duoc khong thoi em vay", right="$"),
    _row("co", Tag.HAVE),
    # chị, or chỉ = only
    _row("chi", Tag.ONLY, right="co moi # mot hai ba bon minh rieng con duoc"),
    _row("chi", Tag.KIN, left="^", right="$"),
    # a given name: "Đức Anh", "Ngọc Anh"
    _row("anh", Tag.UNKNOWN, left="ngoc duc tuan hoang quynh lan phuong hong viet nhat kim thuy trung tram"),
    _row("anh", Tag.KIN, left="^", right="$"),
    _row("chi", Tag.KIN, left="# va voi hai ba bon co nam", right=""),
    _row("chi", Tag.ONLY, right="me ma bo vo chong ong ba"),
    _row("chi", Tag.POLITE, right=_END),
    _row("chi", Tag.POLITE, left="nha nhe da thua chao a", right=""),
    _row("chi", Tag.KIN),
    _row("anh", Tag.KIN, left="# va voi co", right=""),
    _row("anh", Tag.POLITE, right=_END + " , . nham"),
    _row("anh", Tag.POLITE, left="roi chua xong nha nhe da thua chao"),
    _row("anh", Tag.KIN),
    _row("thay", Tag.POLITE),
    # mẹ/má and the connective "mà"; before a pronoun nobody can tell
    _row("ma", Tag.KIN, left="va voi ba bo co con ca #", right=""),
    _row("cho", Tag.FOR),
    _row("ma", Tag.KIN, left="da thua", right="em toi minh tui con chau"),
    _row("ma", Tag.KIN, left="^^", right="em toi minh tui con chau"),
    _row("ma", Tag.KIN, left="^", right="$"),
    _row("ma", Tag.KIN, left="^", right=_PREDICATE + " voi va"),
    _row("ma", Tag.BUT),
    # cài / cái
    _row("cai", Tag.UNKNOWN, right="nay gi do vu nay dien"),
    _row("cai", Tag.UNKNOWN, left="cai # may"),
    _row("cai", Tag.VERB),
    _row("dung", Tag.UNKNOWN, right="iphone may dien android chung samsung oppo"),
    _row("dung", Tag.RIGHT),
    # bố / bỏ
    _row("no", Tag.NOT, left="^", right="$"),
    _row("no", Tag.THEY),
    _row("bo", Tag.KIN),
    # năm / Nam, sáu / sau, bảy / bay … are numbers only where the number rule says so
    _row("tu", Tag.UNKNOWN),
    # nhà / nha
    _row("nha", Tag.FAMILY, left="^"),
    _row("nha", Tag.POLITE, right="$ thay chi anh ad cô thây2 chi5"),
    _row("nha", Tag.POLITE, left="nguoi het chua thoi nua xong # dua dt thoai", right="co"),
    _row("nha", Tag.POLITE, left="roi a ạ cai luon thoi done ok xong", right="co thay"),
    _row("nha", Tag.POLITE, left="roi xong done", right="ni bro sis me ma cung may a ạ"),
    _row("nha", Tag.FAMILY),
    # "including me", "me and hubby"; else mẹ
    _row("me", Tag.SELF, left="including counting both for just excluding except"),
    _row("me", Tag.SELF, right="and"),
    _row("me", Tag.KIN),
    # "cài cả rồi", "nhà năm người cài cả"
    _row("ca", Tag.EVERY, left="cai tai dat xong lam", right="roi $ a nha nhe day do thay co"),
    _row("ca", Tag.EVERY, left="cai tai dat xong lam duoc", right="# hai bon nam"),
    _row("ca", Tag.UNKNOWN),
    # nói / nội
    _row("noi", Tag.SAYS, left=_SELF + " da hoai", right="la cai tai da chua roi xong that thiet"),
    # đã / dạ
    _row("da", Tag.DID, right="cai tai install dang duoc tiem nop lam hoan kich"),
    _row("da", Tag.DID, left=_SELF + " deu nha me ba bo ma chong vo chi nguoi", right=""),
    _row("da", Tag.RESPECT),
    # dì / đi, chú / chứ, cậu / câu
    _row("di", Tag.KIN, left="voi va", right=""),
    _row("di", Tag.KIN, right=_SELF + " " + "chua cai da"),
    _row("di", Tag.POLITE),
    _row("chu", Tag.KIN, right=_SELF + " chua cai da va voi"),
    _row("chu", Tag.BUT),
    _row("cau", Tag.KIN, right=_SELF + " cai tai roi da cung"),
    _row("cau", Tag.UNKNOWN),
    _row("toi", Tag.SOON, left="^", right="em con minh tui anh chi bac"),
    _row("toi", Tag.SOON, left="de", right=""),
    _row("toi", Tag.SELF),
    _row("vo", Tag.CAN, left="khong chua", right=""),
    _row("vo", Tag.KIN),
    _row("mot", Tag.SOON, left="^ mai bua ngay de", right="em con minh toi tui"),
    _row("mot", Tag.UNKNOWN),
    _row("moi", Tag.ONLY),
    _row("gia", Tag.REASON),
    _row("con", Tag.BUT, left="roi # xong cai chua § luon a hoi qua nay truoc", right="ck vo chong"),
    _row("con", Tag.BUT, left="em toi minh tui", right="ma me ba bo ong chong vo #"),
    _row(
        "con",
        Tag.BUT,
        left="^",
        right="# me ma ba bo ong ba vo chong lai anh chi hai mot bon nam ong ob bm di chu bac cau",
    ),
    _row(
        "con",
        Tag.BUT,
        left="roi",
        right="# me ba bo ong vo chong em toi minh anh chi hai mot bon nam dua thang",
    ),
    _row("con", Tag.BUT, left="gio", right="# hai mot bon nam me ma ba bo ong vo chong moi"),
    _row("con", Tag.SELF),
    _row("ba", Tag.KIN),
    _row("du", Tag.UNKNOWN, right="vay z qua lam that the"),
    _row("du", Tag.EVERY),
    _row("sau", Tag.SOON, left="de lam cai", right=""),
    _row("sau", Tag.UNKNOWN),
    _row("nho", Tag.UNKNOWN),
    # "cài hộ" is a favour, "hộ 5 người" a household
    _row("ho", Tag.FOR, left="cai dat tai khai bao lam mua bam nhan loi giup viet go"),
    _row("ho", Tag.FAMILY),
    # "không có ai ngoài mẹ"
    _row("ngoai", Tag.LESS, left="ai"),
    # "3 người đó"
    _row("do", Tag.POLITE, left="nguoi dua hom bua luc cai may"),
    _row("do", Tag.BUT),
    # "nào xong việc em cài": when
    _row("nao", Tag.IF, left="^", right="xong ranh ve het khoe tan"),
    _row("nao", Tag.QUESTION),
    _row("u", Tag.YES),
    _row("phai", Tag.RIGHT, left="^", right="$ roi a"),
    _row("phai", Tag.UNKNOWN),
)

SENSES: dict[str, list[Sense]] = {}
for _sense in _ROWS:
    SENSES.setdefault(_sense.word, []).append(_sense)

#: Folded nouns that make the word before them a number.
COUNTABLE = frozenset(
    [
        "nguoi",
        "dua",
        "thang",
        "mang",
        "mieng",
        "nhoc",
        "thanh",
        "nhan",
        "khau",
        "con",
        "chau",
        "be",
        "em",
        "anh",
        "chi",
        "vo",
        "ong",
        "me",
        "cu",
        "tre",
        "cap",
        "chong",
        "noi",
        "lon",
        "nho",
        "bo",
        "ban",
    ]
)
#: "ba" before these is the father, not three: "ba em", "ba con", "ba mẹ".
AFTER_FATHER = frozenset(
    ["em", "con", "chau", "anh", "chi", "me", "ma", "vo", "ong", "chong", "noi", "bo", "lon", "nho"]
)
#: A number word alone is a number after these …
BEFORE_NUMBER = frozenset(
    [
        "tren",
        "trong",
        "^",
        "la",
        "co",
        "con",
        "duoc",
        "ca",
        "du",
        "moi",
        "chi",
        "tong",
        "cong",
        "nham",
        "lon",
        "da",
        "a",
        "thanh",
        "sua",
        "phai",
        "toi",
        "qua",
        "van",
        "nay",
        "cung",
    ]
)
#: … and before these.
AFTER_NUMBER = frozenset(
    [
        "deu",
        "duoc",
        "chua",
        "$",
        "a",
        "nha",
        "nhe",
        "thoi",
        "da",
        "roi",
        "co",
        "thay",
        "ah",
        "nua",
        "luon",
        "chu",
        "cai",
        "nghen",
        "nghe",
        "nhen",
        "hen",
        "ne",
        "hi",
        "do",
        "tren",
        "trong",
        "het",
        "tat",
    ]
)
