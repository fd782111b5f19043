"""Reading what an officer asks for at once: "trước 14h: số học sinh nghỉ do sốt", "trong 2 giờ: …".

A deadline and what is asked for, in either order. The hour named is the first that is late, whether it
was "trước" or "chậm nhất": a minute more or less matters to nobody here.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.forms import QuestionKind
from bot.domain.names import normalise, strip_marks
from bot.language.dates import read_deadline

#: A request is one line; what is longer belongs into a letter.
LONGEST = 300

_HOUR = r"\d{1,2} ?(?:(?:h|g|gio)(?: ?\d{2}(?!\d)| ?ruoi)?|:\d{2})(?: phut)?(?: (?:sang|trua|chieu|toi)\b)?"
_DATED = r"(?:ngay )?\d{1,2} ?(?:[/.-]|thang) ?\d{1,2}(?: ?(?:[/.-]|nam) ?\d{4})?"
_DAY = (
    rf"(?:{_DATED}|(?:sang |chieu |toi |trua )?(?:hom nay|nay|ngay mai|mai|ngay kia|mot)"
    r"|(?:sang |chieu )?(?:thu ?(?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)(?: tuan (?:sau|toi)| nay)?)"
)
_WORD = re.compile(r"^(?:truoc|cham nhat|muon nhat|han chot|han|den het|het)(?: luc| vao| la)?:? ")
#: "trước 14h", "chậm nhất 16h30 ngày mai", "trước thứ Sáu", "trước ngày 30/8".
_BY = re.compile(
    rf"\b{_WORD.pattern[1:]}"
    rf"(?:{_HOUR}(?:,? {_DAY})?|{_DAY}(?:,? (?:luc )?{_HOUR})?)(?!\w)"
)
#: "trong 2 giờ", "trong vòng 30 phút", "trong 1 tiếng rưỡi".
_WITHIN = re.compile(
    r"\btrong(?: vong)? (?P<number>\d{1,3}|nua|mot|hai|ba) ?(?P<unit>gio|tieng|h|phut|p)\b"
    r"(?: (?P<half>ruoi)\b)?(?: (?P<more>\d{1,2}) ?(?:phut|p)\b)?(?: (?:toi|nua)\b)?"
)
_SPELT = {"mot": 1, "hai": 2, "ba": 3}
#: Hours of the small night: "trước 2h" asked in a day's work is 14:00.
_SMALL_HOUR = re.compile(r"(?<!\d)0?([1-6])(?= ?(?:h|g|gio|:)(?![a-z]))")
_MORNING = re.compile(r"\bsang\b")
_AFTERNOON = re.compile(r"\b(?:chieu|toi)\b")
_EDGES = " \t\n:;,.–—-"

#: Asks for a number: "số học sinh", "bao nhiêu lớp". With its marks "số" is not "sở"; typed without them it
#: is no "cơ sở", no "Sở GDĐT" and no "so với".
_NUMBER = re.compile(r"\b(?:(?:tổng |sĩ |con )?số(?: lượng)?|tổng|bao nhiêu|mấy(?! giờ))\b")
_NUMBER_BARE = re.compile(
    r"(?<!\bco )\b(?:(?:tong |si |con )?so(?: luong)?(?! (?:voi|gd|giao duc|vat chat))|tong|bao nhieu"
    r"|may(?! gio))\b"
)
#: A number by name only.
_NAMED = re.compile(
    r"\b(?:số|so) (?:điện thoại|dien thoai|đt|dt|tài khoản|tai khoan|công văn|cong van|hiệu|hieu)\b"
)
_WHETHER = re.compile(r"\b(?:khong|chua|ko|hay chua)\W*$|^(?:co|da)\b.*\b(?:khong|chua)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for. `before` and `after` are the words on each side of the deadline."""

    due_before: datetime | None  #: UTC, the first late instant; None where none was read
    before: str = ""
    after: str = ""

    @property
    def asked(self) -> str:
        """What is asked for, in the officer's words; empty where only a deadline is named."""
        return " ".join(part for part in (self.before, self.after) if part)


def read_request(text: str, now: datetime) -> Request:
    """The deadline in a request, and the words around it. `now` is aware UTC."""
    said = normalise(text[:LONGEST])
    plain = strip_marks(said).lower()
    if len(plain) != len(said):  # a letter that is two without its marks: positions would not agree
        said = plain
    within, by = _WITHIN.search(plain), _BY.search(plain)
    if within is not None:
        return _request(said, within, _from_now(within, now))
    if by is not None:
        return _request(said, by, _at(by[0], now))
    return Request(due_before=None, before=said.strip(_EDGES))


def _request(said: str, found: re.Match[str], due_before: datetime | None) -> Request:
    return Request(
        due_before=due_before,
        before=said[: found.start()].strip(_EDGES),
        after=said[found.end() :].strip(_EDGES),
    )


def _from_now(found: re.Match[str], now: datetime) -> datetime:
    number, is_minutes = found["number"], found["unit"] in ("phut", "p")
    unit = timedelta(minutes=1) if is_minutes else timedelta(hours=1)
    amount = unit / 2 if number == "nua" else unit * (_SPELT.get(number) or int(number))
    amount += unit / 2 if found["half"] else timedelta(0)
    return now + amount + timedelta(minutes=int(found["more"] or 0))


def _at(words: str, now: datetime) -> datetime | None:
    """The first late instant of "truoc 16h30 ngay mai"; today's hour may be past, and is said to be."""
    words = re.sub(r"(\d) ?g(?=\W|\d|$)", r"\1h", words)
    if not _MORNING.search(words) and not _AFTERNOON.search(words):
        words = _SMALL_HOUR.sub(lambda found: str(int(found[1]) + 12), words, count=1)
    if re.search(_HOUR, words):
        words = f"truoc {_WORD.sub('', words)}"
    return read_deadline(words, now)


def kind_of(asked: str) -> QuestionKind:
    """How a request is answered: by a number, by yes or no, else in words.

    Two numbers in one request are answered in words: one number could be either.
    """
    said = _NAMED.sub(" ", normalise(asked).lower())
    plain = strip_marks(said)
    numbers = (_NUMBER_BARE if said.isascii() else _NUMBER).findall(said)
    if _WHETHER.search(plain) and "bao nhieu" not in plain:
        return QuestionKind.YES_NO
    return QuestionKind.AMOUNT if len(numbers) == 1 else QuestionKind.TEXT
