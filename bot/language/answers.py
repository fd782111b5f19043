"""Answers to questions of any form: yes or no, an amount, a choice, a link, a date, free text."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from bot.domain.forms import Answer, Option, QuestionKind
from bot.domain.names import search_key
from bot.domain.readings import Asked, Doubt
from bot.language.predicates import State
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.times import VIETNAM

_LINK = re.compile(r"https?://[^\s<>\"]+|\bwww\.[^\s<>\"]+", re.IGNORECASE)
_DATE = re.compile(r"\b(\d{1,2})\s*(?:/|-|\.|tháng|thang)\s*(\d{1,2})(?:\s*(?:/|-|\.|năm|nam)\s*(\d{4}))?\b")
_NEGATIVE = re.compile(r"(?:^|\s)[-–]\s*\d|\d\s*[-–~]\s*\d")
_GROUPED = re.compile(r"^\d{1,3}(?:[.,]\d{3})+$")
_NUMERAL = re.compile(r"\d[\d.,]*")
_DAYS = {"hom nay": 0, "hom qua": -1, "hom kia": -2, "ngay mai": 1, "mai": 1}
#: What may stand around the number of a choice: "dạ số 2 ạ", "chọn 3".
_CHOOSING = frozenset(
    {"da", "a", "so", "chon", "y", "cau", "muc", "thu", "nha", "nhe", "co", "thay", ".", ")"}
)
_NEGATIONS = (["khong"], ["chua"], ["chang"], ["k"], ["ko"])


class Message(NamedTuple):
    """Everything the readers of answers may look at."""

    text: str
    words: Sequence[Word]
    spans: Sequence[Span]
    statements: Sequence[Statement]
    asked: Asked
    now: datetime


Read = tuple[Answer | None, Doubt | None]


def answer(message: Message) -> Read:
    """The value of the question asked, or why there is none."""
    kind = message.asked.kind
    if message.asked.options:
        return _choice(message)
    return _READERS[kind](message) if kind in _READERS else (None, Doubt.NOT_UNDERSTOOD)


def _yes_no(message: Message) -> Read:
    if any(said.has(Tag.UNSURE) for said in message.statements):
        return None, Doubt.HEARSAY
    if any(said.question for said in message.statements):
        return None, Doubt.NOT_AN_ANSWER
    if any(said.obscure for said in message.statements):
        return None, Doubt.NOT_UNDERSTOOD
    verdicts = {verdict for verdict in map(_verdict, message.statements) if verdict is not None}
    if len(verdicts) == 1:
        return verdicts.pop(), None
    return None, Doubt.CONTRADICTION if verdicts else Doubt.NOT_UNDERSTOOD


def _verdict(said: Statement) -> bool | None:
    if said.state is not None:
        return said.state is State.DONE
    if said.has(Tag.WRONG, Tag.NOT, Tag.DENY, Tag.INSTEAD, Tag.REASON, Tag.UNABLE):
        return False
    return True if said.has(Tag.YES, Tag.RIGHT, Tag.HAVE, Tag.DID) else None


def _amount(message: Message) -> Read:
    """One number and nothing that blurs it: 35, "ba mươi lăm em", "1.250"."""
    if any(span.tag in (Tag.VAGUE, Tag.SOME, Tag.ABOUT) for span in message.spans):
        return None, Doubt.VAGUE
    if any(said.question for said in message.statements):
        return None, Doubt.NOT_AN_ANSWER
    if _NEGATIVE.search(message.text):
        return None, Doubt.OUT_OF_RANGE
    numerals = [numeral.rstrip(".,") for numeral in _NUMERAL.findall(message.text)]
    if len(numerals) == 1 and (numerals[0].isdecimal() or _GROUPED.match(numerals[0])):
        return int(re.sub("[.,]", "", numerals[0])), None
    if numerals:
        return None, Doubt.OUT_OF_RANGE if len(numerals) == 1 else Doubt.WHICH_SLOT
    spelt = [span.value for span in message.spans if span.tag in (Tag.NUMBER, Tag.PEOPLE)]
    if len(spelt) == 1:
        return spelt[0], None
    none = any(said.has(Tag.NOT, Tag.NOBODY) for said in message.statements)
    if none and not any(said.has(Tag.UNSURE) for said in message.statements):
        return 0, None
    return None, Doubt.NOT_UNDERSTOOD


def _choice(message: Message) -> Read:
    """By number in the list, else by the longest label, id or phrase that the message contains."""
    options = message.asked.options
    numbers = [word.value for word in message.words if word.value is not None]
    if len(numbers) == 1 and all(w.value is not None or w.folded in _CHOOSING for w in message.words):
        chosen = options[numbers[0] - 1 : numbers[0]] if numbers[0] else ()
        return (chosen[0].id, None) if chosen else (None, Doubt.OUT_OF_RANGE)
    if any(said.question for said in message.statements):
        return None, Doubt.NOT_AN_ANSWER
    found = _named_options(f" {search_key(message.text)} ", options) or _meant_options(message, options)
    if len(found) == 1:
        return found.pop(), None
    return None, Doubt.CONTRADICTION if found else Doubt.NOT_UNDERSTOOD


def _named_options(typed: str, options: Sequence[Option]) -> set[str]:
    """Options whose words stand in the message; a longer one hides a shorter one inside it."""
    named: list[tuple[int, int, str]] = []
    for option in options:
        for phrase in (option.label, option.id.replace("_", " "), *option.phrases):
            wanted = search_key(phrase)
            at = typed.find(f" {wanted} ") if wanted else -1
            denied = typed[:at].rsplit(maxsplit=1)[-1:] in _NEGATIONS
            if at >= 0 and not denied:
                named.append((at, at + len(wanted), option.id))
    return {
        option
        for start, end, option in named
        if not any(s <= start and end <= e and e - s > end - start for s, e, _ in named)
    }


def _meant_options(message: Message, options: Sequence[Option]) -> set[str]:
    """Options that are reasons the reader knows by other words ("cục gạch" is no_smartphone)."""
    reasons = {reason for said in message.statements for reason in said.reasons}
    if any(said.state is State.PROMISE for said in message.statements):
        reasons.add("later")
    return reasons & {option.id for option in options}


def _link(message: Message) -> Read:
    links = [link.rstrip(".,;)") for link in _LINK.findall(message.text)]
    if len(links) != 1:
        return None, Doubt.WHICH_SLOT if links else Doubt.NOT_UNDERSTOOD
    return (links[0] if links[0].lower().startswith("http") else f"https://{links[0]}"), None


def _date(message: Message) -> Read:
    """20/8, 20-8-2020, "ngày 20 tháng 8", "hôm qua". Without a year: the nearest such day."""
    today = message.now.astimezone(VIETNAM).date()
    dates = _DATE.findall(message.text)
    if len(dates) == 1:
        day, month, year = dates[0]
        try:
            return _with_year(int(day), int(month), year, today), None
        except ValueError:
            return None, Doubt.OUT_OF_RANGE
    typed = f" {search_key(message.text)} "
    named = [days for phrase, days in _DAYS.items() if f" {phrase} " in typed]
    if len(set(named)) == 1 and not dates:
        return today + timedelta(days=named[0]), None
    return None, Doubt.WHICH_SLOT if dates else Doubt.NOT_UNDERSTOOD


def _with_year(day: int, month: int, year: str, today: date) -> date:
    if year:
        return date(int(year), month, day)
    near = [date(today.year + years, month, day) for years in (-1, 0, 1)]
    return min(near, key=lambda candidate: abs(candidate - today))


def _text(message: Message) -> Read:
    stripped = message.text.strip()
    return (stripped, None) if stripped else (None, Doubt.NOT_UNDERSTOOD)


_READERS: dict[QuestionKind | None, Callable[[Message], Read]] = {
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.AMOUNT: _amount,
    QuestionKind.CHOICE: _choice,
    QuestionKind.LINK: _link,
    QuestionKind.DATE: _date,
    QuestionKind.TEXT: _text,
}
