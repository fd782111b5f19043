"""The columns of lists of units: what their headings look like, and what names say of kind and level."""

import re
from collections.abc import Mapping

from bot.domain.names import search_key
from bot.domain.units import CLASS, SCHOOL
from bot.rosters.headings import Headings

UNIT_HEADINGS: Headings = {
    column: re.compile(pattern)
    for column, pattern in {
        "number": r"stt|so tt|tt|so thu tu|thu tu|no",
        # Before the parent: "đơn vị quản lý chuyên môn" is the second line, "đơn vị quản lý" the first.
        "viewer": r"((ma|ten) )?((don vi|co quan|cap) )?((cung )?(theo doi|phoi hop|giam sat)( .*)?"
        r"|cung quan ly|quan ly (thu hai|song song)|viewer"
        r"|(quan ly|chi dao|huong dan|phu trach) (ve )?chuyen mon( .*)?)",
        "parent_code": r"ma (don vi )?(cap tren|cha|quan ly|truc thuoc|phong|pgd)( .*)?|parent code",
        "code": r"ma|ma (so|truong|don vi|dv|co so|co quan|dinh danh|truong don vi|lop)( .*)?|code",
        "parent": r"(ten )?(don vi|co quan|cap) (cap tren|quan ly|chu quan|truc thuoc)( .*)?|truc thuoc( .*)?"
        r"|thuoc( .*)?|(ten )?(phong|phong gd|phong gd dt|phong giao duc( va dao tao)?|pgd|pgddt)|parent",
        "level": r"cap (hoc|truong)( .*)?|loai hinh( .*)?|bac hoc|level|cap hoc loai hinh",
        # Where no column names the unit above, the place does.
        "place": r"(ten )?(ubnd )?((xa|phuong|dac khu|thi tran|huyen|quan|thi xa|thanh pho|tp) ?)+",
        "kind": r"loai|loai (don vi|co quan)|kind",
        "valid_from": r"(hieu luc )?tu ngay|ngay (thanh lap|hieu luc|bat dau)|valid from",
        "valid_to": r"(hieu luc )?den( het)? ngay|ngay (giai the|ket thuc|het hieu luc)|valid to",
        "name": r"ten|name|ten (truong|don vi|co so|co quan|lop)( .*)?|truong( hoc| don vi)?"
        r"|don vi( truong)?|co quan|lop|co so( giao duc)?",
    }.items()
}
#: How a unit's name begins → its kind. Officials write both the long and the short forms.
_KINDS = (
    ("ministry", re.compile(r"bo\b.*")),
    ("department", re.compile(r"so (gd|giao duc).*")),
    ("district", re.compile(r"(phong|p) ?(gd|giao duc).*|pgd.*")),
    ("commune", re.compile(r"(ubnd|uy ban nhan dan) (xa|phuong|dac khu|thi tran)\b.*")),
    ("province", re.compile(r"((ubnd|uy ban nhan dan) )?(tinh|thanh pho)\b.*")),
    (CLASS, re.compile(r"lop\b(?!.*\bdoc lap\b).*")),
    (
        SCHOOL,
        re.compile(
            r"(truong|trung tam|tt ?gd|nhom tre|lop (mam non|mau giao) doc lap|mn|mg|mam non|mau giao|nha tre"
            r"|th|thcs|thpt|tieu hoc|ptdt|pho thong|trung hoc)\b.*"
        ),
    ),
)
KIND_WORDS = {
    "bo": "ministry",
    "tinh": "province",
    "so": "department",
    "phong": "district",
    "huyen": "district",
    "xa": "commune",
    "phuong": "commune",
    "truong": SCHOOL,
    "trung tam": SCHOOL,
    "lop": CLASS,
}
#: Levels as schools abbreviate them, found in a name where the list has no column for them.
_LEVELS = (
    ("TH&THCS", re.compile(r".*\b(th|tieu hoc) (va |& )?(thcs|trung hoc co so)\b.*")),
    ("THCS&THPT", re.compile(r".*\b(thcs|trung hoc co so) (va )?(thpt|trung hoc pho thong)\b.*")),
    ("GDTX", re.compile(r".*\b(gdtx|giao duc thuong xuyen|gdnn|ttgdtx)\b.*")),
    ("PTDTNT", re.compile(r".*\b(ptdt|ptdtnt|dan toc noi tru)\b.*")),
    ("THPT", re.compile(r".*\b(thpt|trung hoc pho thong)\b.*")),
    ("THCS", re.compile(r".*\b(thcs|trung hoc co so)\b.*")),
    ("TH", re.compile(r".*\b(th|tieu hoc)\b.*")),
    ("MN", re.compile(r".*\b(mn|mg|mam non|mau giao|nha tre|nhom tre)\b.*")),
)


def names_units(columns: Mapping[str, int]) -> bool:
    """Whether these columns are enough for a list of units."""
    return {"code", "name"} <= columns.keys()


def kind_of(name: str) -> str | None:
    """The kind that a unit's name tells, or None: "Phòng GD&ĐT huyện Vị Thủy" → "district"."""
    key = search_key(name)
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(key)), None)


def level_of(name: str) -> str:
    """The school level that a name tells: "Trường TH&THCS Vị Tân" → "TH&THCS"; "" for none."""
    key = search_key(name)
    return next((level for level, pattern in _LEVELS if pattern.fullmatch(key)), "")
