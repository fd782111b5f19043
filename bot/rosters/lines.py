"""Rows under the headings that are no entries: totals, signatures, headings of a group or class."""

import re
from typing import NamedTuple

from bot.domain.names import search_key
from bot.rosters.headings import Line
from bot.rosters.positions import class_name

#: With its marks, because "Tống" is a surname and "Tổng cộng" is not.
_TOTAL = re.compile(r"(tổng( cộng| số| hợp)?|cộng|tong (cong|so)|cong)\b(?!.*\bthị\b).*", re.IGNORECASE)
_COUNTED = re.compile(r"(danh sach|lop)? ?(nay )?(gom|co)( tat ca)? \d+ .*|an dinh danh sach .*")
_SIGNATURE = re.compile(
    r"(kt |tl |tm |q )?(nguoi lap|hieu truong|pho hieu truong|thu truong|giam doc|pho giam doc|chu tich"
    r"|truong phong|ke toan|thu ky|xac nhan|noi nhan|ky (va )?ghi|ky ten|gvcn|giao vien chu nhiem)\b.*"
    r"|(.* )?ngay ?\d* thang ?\d* nam ?\d*"
)
_NUMBER = re.compile(r"\(?\d+[.)]?")
_ROMAN = re.compile(r"([IVX]+|[A-Z])[.)]?")
_SECTION = re.compile(
    r"(?:(?:[IVX]+|\d+|[A-Z])\s*[.)/\-:]\s*)?"
    r"((?:tổ|ban|khối|lớp|bộ phận|nhóm|hội đồng|văn phòng|hành chính|công đoàn)\b.*|BGH\b.*)",
    re.IGNORECASE,
)
#: Remarks after a section's name: "Tổ Toán (8 người)", "Tổ Toán: 8".
_SECTION_COUNT = re.compile(r"\s*(\(.*\)|:.*)$")


class Section(NamedTuple):
    """A line that says where the following entries belong: to a group or to a class."""

    group: str = ""
    class_name: str = ""


def is_list_number(cell: str) -> bool:
    """Whether this is a running number: "7", "7.", "(7)"."""
    return bool(_NUMBER.fullmatch(cell))


def is_total(line: Line) -> bool:
    """A sum or a count of the list: "Tổng cộng: 52", "Danh sách này có 52 người"."""
    first = line.first()
    return bool(_TOTAL.fullmatch(first) or _COUNTED.fullmatch(search_key(first)))


def is_signature(line: Line, name: str) -> bool:
    """Place and date, or who signs: below it come names of signers, who are no entries.

    `name` is what stands in the column of names; an entry may well hold "Hiệu trưởng" beside a name.
    """
    cells = (name,) if name else line.cells
    return any(_SIGNATURE.fullmatch(search_key(cell)) for cell in cells if cell)


def section_of(line: Line) -> Section | None:
    """The group or class that this line opens, where it is a line of that kind."""
    filled = [cell for cell in line.cells if cell]
    # "I | Tổ Toán": a Roman number of its own may precede; more cells make it an entry.
    if len(filled) == 2 and _ROMAN.fullmatch(filled[0]):
        del filled[0]
    if len(filled) != 1:
        return None
    match = _SECTION.fullmatch(filled[0])
    if match is None:
        return None
    name = _SECTION_COUNT.sub("", match[1])
    if search_key(name).startswith("lop "):
        return Section(class_name=class_name(name))
    return Section(group=name)
