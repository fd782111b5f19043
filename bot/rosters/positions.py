"""What a printed position ("Bí thư chi bộ, Hiệu trưởng") means for the bot: a role, perhaps a class.

Positions open doors: a principal sees names. So only plain wordings of a head count as one, and
anything unknown is a member of staff.
"""

import re
from typing import NamedTuple

from bot.domain.names import search_key
from bot.domain.people import Role

_PARTS = re.compile(r"[,;/+&\n–]| - | kiêm | và ", re.IGNORECASE)
_PRINCIPAL = re.compile(
    r"(q |quyen )?(hieu truong|ht|giam doc|gd|chu truong)( (nha )?truong.*| trung tam.*| ttgd.*)?"
    r"|phu trach truong"
)
_DEPUTY = re.compile(r"(pho|p) ?(hieu truong|ht|giam doc|gd)( .*)?|hieu pho( .*)?")
_CLERK = re.compile(r".*\bvan thu\b.*")
_HOMEROOM = re.compile(
    r".*\bgvcn\b.*|.*\bgiao vien chu nhiem\b.*|.*\bchu nhiem (lop|\d).*|cn lop .*|chu nhiem"
)
_STAFF = re.compile(
    r".*\b(giao vien|gv|gvbm|nhan vien|nv|vien chuc|can bo|cong chuc|chuyen vien|ke toan|thu quy|thu vien"
    r"|thiet bi|thi nghiem|y te|bao ve|tap vu|phuc vu|cap duong|nau an|dau bep|lao cong|giao vu|giam thi"
    r"|bao mau|lai xe|ky thuat|hop dong|tu van|thu ky|to truong|to pho|ttcm|tpcm|tt|tp|khoi truong|khoi pho"
    r"|tong phu trach|tpt|doi|bi thu|chu tich|cong doan|doan|chi bo|truong phong|pho phong|pho truong phong"
    r"|truong ban|quan ly|cong nghe thong tin|cntt|hanh chinh|ho tro|tro giang|giao duc)\b.*"
)
#: "10A1", "8/2", "6.3", "12 C".
_GRADED = re.compile(r"(1[0-2]|[1-9])\s?[A-Za-zĐđ]{0,2}\d{0,2}([/.]\d{1,2})?")
#: What follows in "GVCN lớp 10A1, tổ trưởng".
_HOMEROOM_OF = re.compile(
    r"(?:gvcn|chủ nhiệm|\bcn\b)\s*:?\s*\(?\s*(?:lớp\s+)?([^,;()+–-]{1,15})", re.IGNORECASE
)
#: What follows in "DANH SÁCH HỌC SINH LỚP 10A1 NĂM HỌC 2020-2021"; "LỚP LÁ 1".
_CLASS_OF_TITLE = re.compile(r"\blớp:?\s+(\S*\d\S*|\w+\s\d+)", re.IGNORECASE)


class Position(NamedTuple):
    """A printed position, read."""

    role: Role
    class_name: str = ""  #: of a homeroom teacher, where the position names it
    known: bool = True


def read_position(printed: str) -> Position:
    """The role a position means. Blank means staff; wording nobody knows is staff and not `known`."""
    if not printed:
        return Position(Role.STAFF)
    parts = [search_key(part) for part in _PARTS.split(printed)]
    for pattern, role in ((_DEPUTY, Role.DEPUTY), (_PRINCIPAL, Role.PRINCIPAL), (_CLERK, Role.CLERK)):
        if any(pattern.fullmatch(part) for part in parts):
            return Position(role)
    if any(_HOMEROOM.fullmatch(part) for part in parts):
        named = _HOMEROOM_OF.search(printed)
        return Position(Role.HOMEROOM, class_name=class_name(named[1].strip()) if named else "")
    return Position(Role.STAFF, known=any(_STAFF.fullmatch(part) for part in parts))


def class_in_title(title: str) -> str:
    """The class a title names, "10A1"; "" where it names none."""
    match = _CLASS_OF_TITLE.search(title)
    return class_name(match[1]) if match else ""


def class_name(printed: str) -> str:
    """A class as it is called: "Lớp 10a1" → "10A1", "lớp Lá 1" → "Lá 1"."""
    name = re.sub(r"^\s*lớp\s+", "", printed, flags=re.IGNORECASE)
    return name.upper().replace(" ", "") if _GRADED.fullmatch(name) else name


def is_class_name(text: str) -> bool:
    """Whether this is certainly the name of a class: "10A1", "Lớp 8/2"."""
    return bool(_GRADED.fullmatch(class_name(text)))
