"""Single cells of people's lists → values."""

import re
from datetime import date, timedelta

from bot.domain.names import search_key
from bot.domain.people import AgeBand, Gender
from bot.rosters.legacy_fonts import looks_legacy

#: Learners of continuing education are grown-ups well beyond school age; an 18-year-old in class 12,
#: or one who repeated a year, is still a pupil.
ADULT_LEARNER_AGE = 20

LONGEST_NAME = 80

_TICKS = frozenset({"x", "v", "co", "1", "true", "yes", "roi"})
_MARKS = frozenset({"✓", "✔", "☑", "+"})
_NOS = frozenset({"khong", "ko", "k", "0", "false", "no", "chua", "khong co"})
_MALE = frozenset({"nam", "trai", "male", "m", "ong"})
_FEMALE = frozenset({"nu", "gai", "female", "f", "ba"})

_REMARK = re.compile(r"\s*\([^)]*\)?")
_WORD = re.compile(r"\w+")
#: Letters that were lost when a file was saved in an encoding without Vietnamese: "Nguy?n".
_LOST = re.compile("[?\ufffd]")

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})")
_SERIAL = re.compile(r"\d{5}")
_YEAR = re.compile(r"(?:19|20)\d\d")
#: Day 0 of spreadsheet dates, for days after February 1900.
_SPREADSHEET_EPOCH = date(1899, 12, 30)


def tidy_name(printed: str) -> str:
    """A name as it is written in a sentence: "NGUYỄN VĂN AN (tổ Toán)" → "Nguyễn Văn An"."""
    name = _REMARK.sub("", printed).strip(" .,;:*-–_")
    if name.isupper() or name.islower():
        return _WORD.sub(lambda word: word[0].capitalize(), name)
    return name


def name_fault(name: str) -> str | None:
    """The key of the problem with a tidied name, if it is none."""
    if not any(letter.isalpha() for letter in name) and not any(letter.isdigit() for letter in name):
        return "problem-missing-name"
    if any(letter.isdigit() for letter in name):
        return "problem-name-digits"
    if _LOST.search(name) or looks_legacy(name):
        return "problem-name-garbled"
    return "problem-name-too-long" if len(name) > LONGEST_NAME else None


def yes_or_no(cell: str) -> bool | None:
    """Ticks, "có", "không"; None for anything else."""
    if cell in _MARKS:
        return True
    key = search_key(cell)
    if key in _TICKS:
        return True
    return False if key in _NOS or cell in {"-", "–"} else None


def gender_of(cell: str) -> Gender | None:
    """What "Nam" or "Nữ" mean, as schools write them; None for anything else."""
    key = search_key(cell)
    if key in _MALE:
        return Gender.MALE
    return Gender.FEMALE if key in _FEMALE else None


def birthday_of(cell: str) -> date | None:
    """The day somebody was born; of a bare year its last day. None for what is no day.

    Taking the last day makes a child of a bare year rather too young than too old: then a parent is
    asked once more than needed, never once less.
    """
    try:
        if match := _DAY_FIRST.fullmatch(cell):
            day, month, year = map(int, match.groups())
            return date(year, month, day)
        if match := _YEAR_FIRST.fullmatch(cell):
            year, month, day = map(int, match.groups())
            return date(year, month, day)
    except ValueError:
        return None
    if _YEAR.fullmatch(cell):
        return date(int(cell), 12, 31)
    if _SERIAL.fullmatch(cell):  # a date whose cell lost its format
        return _SPREADSHEET_EPOCH + timedelta(days=int(cell))
    return None


def age_band_of(born: date, today: date) -> AgeBand | None:
    """The band of a learner's age on a day; None for days no learner can be born on."""
    if not today.year - 100 <= born.year <= today.year:
        return None
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if age < 7:
        return AgeBand.UNDER_7
    if age < 16:
        return AgeBand.FROM_7_TO_15
    return AgeBand.FROM_16 if age < ADULT_LEARNER_AGE else AgeBand.ADULT
