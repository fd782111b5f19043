"""School years: which one a day belongs to, and what a class is called in the next one.

A school year runs from September to May (Luật Giáo dục 2019; the ministry's yearly framework plan); the
summer belongs to the year that has just ended. Classes go up by name: "8A" is "9A" the year after.
"""

import re
from collections.abc import Iterable
from datetime import date

from bot.domain.names import search_key

#: The last grade of a primary, lower secondary and upper secondary school.
LAST_GRADES = (5, 9, 12)
#: Words of a level, or of a school's name, and the last grade they mean; the highest level first. A "phổ
#: thông" that names no level ends with grade 12, one of "dân tộc bán trú THCS" with 9.
_LEVELS = (
    ("thpt", 12), ("trung hoc pho thong", 12), ("gdtx", 12), ("giao duc thuong xuyen", 12),
    ("thcs", 9), ("trung hoc co so", 9), ("th", 5), ("tieu hoc", 5), ("pho thong", 12),
)  # fmt: skip
#: The three years of a kindergarten, as its classes are named.
_KINDERGARTEN = ("Mầm", "Chồi", "Lá")
_NAME = re.compile(r"(?P<before>(?:lớp|Lớp|LỚP)?\s*)(?P<grade>\d{1,2})(?P<after>(?:\D.*)?)", re.DOTALL)
#: The first month in which a year's end can be declared.
_ENDS_FROM = 5


def ending_year(day: date) -> str | None:
    """The school year whose end a day of May or later can mean, "2019–2020"; None before May."""
    return f"{day.year - 1}–{day.year}" if day.month >= _ENDS_FROM else None


def grade_of(name: str) -> int | None:
    """The grade in a class's name, 1 to 12; None where it names none ("Lá 1", "Nhóm trẻ")."""
    found = _NAME.fullmatch(name.strip())
    grade = int(found["grade"]) if found else 0
    return grade if 1 <= grade <= LAST_GRADES[-1] else None


def last_grade(level: str, classes: Iterable[str]) -> int:
    """The grade after which pupils leave a school: by its level where it is known, else by its classes.

    `level` is as printed, or the school's name: "THPT", "TH&THCS", "Trường Tiểu học Lê Lợi". Classes of
    a higher grade than it says are believed.
    """
    words = f" {search_key(level)} "
    by_level = next((grade for phrase, grade in _LEVELS if f" {phrase} " in words), 0)
    grades = [grade for name in classes if (grade := grade_of(name)) is not None]
    return next(last for last in LAST_GRADES if last >= max([by_level, *grades], default=0))


def next_name(name: str, last: int) -> str | None:
    """What a class is called in the next school year; None where its pupils leave.

    Raises ValueError for a name that tells no grade: whoever leads the school must say what becomes of it.
    """
    first, _, rest = name.strip().partition(" ")
    for place, stage in enumerate(_KINDERGARTEN):
        if search_key(first) == search_key(stage):
            return None if stage == _KINDERGARTEN[-1] else f"{_KINDERGARTEN[place + 1]} {rest}".strip()
    grade, found = grade_of(name), _NAME.fullmatch(name.strip())
    if grade is None or found is None:
        raise ValueError("no grade in this name")
    return None if grade >= last else f"{found['before']}{grade + 1}{found['after']}"


def next_code(code: str, name: str, new_name: str) -> str:
    """A class's code in the next school year: it follows the name where it was made of it.

    "THCS-8A" of class 8A is "THCS-9A" afterwards, so that next year's 8A finds its own code free; any other
    code stays.
    """
    old, new = _short(name), _short(new_name)
    return code[: len(code) - len(old)] + new if old and code.upper().endswith(old) else code


def _short(name: str) -> str:
    return search_key(name).removeprefix("lop ").replace(" ", "").upper()
