"""Reading one answer to a numbered list of yes/no questions: "1,2,3,5-15 đạt, 4 chưa", "đạt hết, trừ 4".

Only a message that is understood to its last word is read: a wrong tick is worse than one more question.
A count ("12/15", "đạt 12 tiêu chí") does not say which, and is not read.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.domain.names import normalise, strip_marks
from bot.domain.readings import Ticks

#: A longer message is no list of numbers.
LONGEST = 300
_TOKEN = re.compile(r"\d+|[a-z]+|[^\w\s]")


class _Tag(Enum):
    NUMBERS = auto()
    YES = auto()
    NO = auto()
    ALL = auto()
    NONE = auto()  #: "tiêu chí nào": with a no, none of them
    EXCEPT = auto()
    REST = auto()
    ITEM = auto()  #: the word for one line: "tiêu chí", "câu", "số"
    TO = auto()
    OVER = auto()


_WORDS: dict[_Tag, str] = {
    _Tag.YES: "dat co roi r ok oke du xong tot duoc dc dung",
    _Tag.NO: "chua khong ko k kg hong thieu",
    _Tag.ALL: "het ca toan full",
    _Tag.NONE: "nao",
    _Tag.EXCEPT: "tru ngoai",
    _Tag.REST: "lai",
    _Tag.ITEM: "chi so cau muc y tc c khoan diem",
    _Tag.TO: "den toi",
}
_MEANING = {word: tag for tag, words in _WORDS.items() for word in words.split()}
#: Words that change nothing here.
_COURTESIES = (
    "tieu cac nhung deu da thi la va voi tu a vang em minh truong chung nha nhe con ra bo tat luon thay nay "
    "gom nhu sau hien dap ung xin sr sua doi"
)
_SILENT = frozenset(_COURTESIES.split())
#: "nhầm rồi, 4 đạt": what follows counts.
_CORRECTION = re.compile(r"\b(?:nham|lon|xin loi|sorry)(?: roi| r)?\b")
_DASHES = frozenset("-–—→>~")
_LINES = tuple[int, ...]


def read_ticks(text: str, count: int) -> Ticks | None:
    """What a message says of the lines 1 to `count`; None where that is not certain."""
    tokens = _tokens(text[: LONGEST + 1], count)
    if tokens is None or not tokens or len(text) > LONGEST:
        return None
    tags = [tag for tag, _ in tokens]
    numbers = [lines for tag, lines in tokens if tag is _Tag.NUMBERS]
    if _is_a_count(tokens):
        return None
    if not {_Tag.YES, _Tag.NO, _Tag.ALL, _Tag.EXCEPT} & set(tags):  # bare numbers: those that hold
        named = frozenset(line for lines in numbers for line in lines)
        return Ticks(yes=named, rest=False, worded=False) if len(named) > 1 else None
    said = _gather(tokens)
    if said is None or said.yes & said.no or not (said.yes or said.no or said.rest is not None):
        return None
    rest = said.rest
    if rest is None and said.no and not said.yes:
        rest = True  # "4 chưa": the others have
    elif rest is None and len(said.yes) > 1 and not said.no:
        rest = False  # "1-14 đạt": 15 has not; "4 đạt" says nothing of the others
    return Ticks(yes=frozenset(said.yes), no=frozenset(said.no), rest=rest)


def _tokens(text: str, count: int) -> list[tuple[_Tag, _LINES]] | None:
    """Tags of the message, runs of numbers joined; None where a word or a number is not understood."""
    found: list[tuple[_Tag, _LINES]] = []
    dash = False
    plain = _CORRECTION.sub(" ", strip_marks(normalise(text)).lower())
    for token in _TOKEN.findall(plain):
        if token.isdecimal():
            if len(token) > 3 or not 1 <= int(token) <= count:
                return None
            if not _add_number(found, int(token), dash=dash):
                return None
        elif token in _DASHES:
            dash = True
            continue
        elif token == "/":  # nosec B105 - a stroke between two numbers
            found.append((_Tag.OVER, ()))
        elif (tag := _MEANING.get(token)) is not None:
            if not (found and found[-1][0] is tag):  # "đạt rồi", "tất cả hết" say it twice
                found.append((tag, ()))
        elif token.isalpha() and token not in _SILENT:
            return None
        dash = False
    return _shares(found, count)


def _add_number(found: list[tuple[_Tag, _LINES]], number: int, *, dash: bool) -> bool:
    """A number goes to the run before it, as the end of a range after a dash or "đến"."""
    span = dash
    if found and found[-1][0] is _Tag.TO:
        found.pop()
        span = True
    if not found or found[-1][0] is not _Tag.NUMBERS:
        found.append((_Tag.NUMBERS, (number,)))
        return not span
    tag, run = found.pop()
    more = range(run[-1] + 1, number + 1) if span else (number,)
    found.append((tag, (*run, *more)))
    return bool(more)


def _shares(found: list[tuple[_Tag, _LINES]], count: int) -> list[tuple[_Tag, _LINES]] | None:
    """ "15/15" is all of them, any other share a count; "đủ 15" and "cả 15" are all of them too."""
    tags: list[tuple[_Tag, _LINES]] = []
    place = 0
    while place < len(found):
        tag, run = found[place]
        if tag is _Tag.OVER or (place + 1 < len(found) and found[place + 1][0] is _Tag.OVER):
            whole = (_Tag.NUMBERS, (count,))
            if found[place : place + 3] != [whole, (_Tag.OVER, ()), whole]:
                return None
            tags.append((_Tag.ALL, ()))
            place += 3
            continue
        before = tags[-1][0] if tags else None
        if tag is _Tag.NUMBERS and run == (count,) and before in (_Tag.ALL, _Tag.YES) and len(found) <= 4:
            tags.append((_Tag.ALL, ()))
        else:
            tags.append((tag, run))
        place += 1
    return [part for at, part in enumerate(tags) if at == 0 or part != tags[at - 1]]


def _is_a_count(tokens: list[tuple[_Tag, _LINES]]) -> bool:
    """One number alone after a word ("đạt 12") or before "tiêu chí" ("12 tiêu chí") may count lines."""
    at = [place for place, (tag, _) in enumerate(tokens) if tag is _Tag.NUMBERS]
    if len(at) != 1 or len(tokens[at[0]][1]) != 1:
        return False
    [place] = at
    before = tokens[place - 1][0] if place else None
    after = tokens[place + 1][0] if place + 1 < len(tokens) else None
    if before in (_Tag.EXCEPT, _Tag.ITEM):
        return False
    return after is _Tag.ITEM or after not in (_Tag.YES, _Tag.NO)


def _gather(tokens: list[tuple[_Tag, _LINES]]) -> "_Said | None":
    """Join runs of numbers with the yes or the no that is said of them; None where one is left over."""
    meant = [part for part in tokens if part[0] is not _Tag.ITEM]
    tags = [tag for tag, _ in meant]
    said = _Said(words_first=tags[0] in (_Tag.YES, _Tag.NO))
    for place, (tag, run) in enumerate(meant):
        before = tags[place - 1] if place else None
        following = tags[place + 1] if place + 1 < len(tags) else None
        if tag is _Tag.NO and following is _Tag.YES:
            continue  # "chưa đạt": the yes that follows is the no
        if tag in (_Tag.YES, _Tag.NO):
            said.hear(tag is _Tag.YES and before is not _Tag.NO)
        elif tag is _Tag.NUMBERS:
            said.count(run)
        elif not said.sweep(tag):
            return None
    return said if said.is_whole() else None


@dataclass(slots=True)
class _Said:
    """What was gathered so far."""

    words_first: bool  #: "đạt 1-3": the word stands before its numbers
    yes: set[int] = field(default_factory=set)
    no: set[int] = field(default_factory=set)
    rest: bool | None = None
    holds: bool | None = None  #: a yes or a no that was said, and not yet of what
    waiting: set[int] = field(default_factory=set)  #: numbers of which nothing is said yet
    everything: bool = False  #: "hết", "còn lại": nothing is said of it yet
    excepted: bool = False  #: "trừ": the numbers are still to come

    def hear(self, holds: bool) -> None:
        """A yes or a no."""
        if self.waiting and not self.words_first:
            (self.yes if holds else self.no).update(self.waiting)
            self.waiting = set()
        elif self.everything:
            self.rest, self.everything = holds, False
        else:
            self.holds = holds

    def count(self, run: _LINES) -> None:
        """Numbers."""
        if self.excepted:
            self.no.update(run)
            self.rest, self.excepted = True, False
        elif self.holds is not None:
            (self.yes if self.holds else self.no).update(run)
            self.holds = None
        else:
            self.waiting.update(run)

    def sweep(self, tag: _Tag) -> bool:
        """A word for many lines; False where it leaves open which."""
        match tag:
            case _Tag.EXCEPT:
                self.excepted = True
            case _Tag.NONE if self.holds is False:
                self.rest, self.holds = False, None
            case _Tag.ALL if self.holds is False:
                return False  # "chưa đạt hết": some have, and nobody knows which
            case _Tag.ALL | _Tag.REST:
                if self.holds is None:
                    self.everything = True
                else:
                    self.rest, self.holds = self.holds, None
            case _:
                return False
        return True

    def is_whole(self) -> bool:
        """Whether every word found what it was said of; "hết" alone is a yes to all."""
        if self.everything and self.rest is None:
            self.rest = True
        return not (self.waiting or self.excepted) and self.holds is None
