"""From groups to clauses: where one statement ends and the next begins.

A clause ends at a mark ("," "." …) or a contrast ("nhưng", "còn", "mà"); a clause that says two things of
two subjects ("mẹ rồi ba chưa") is two. Courtesy never reaches this stage.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word

SUBJECTS = frozenset(
    {
        Tag.SELF,
        Tag.KIN,
        Tag.PEOPLE,
        Tag.TOGETHER,
        Tag.WHOLE,
        Tag.FAMILY,
        Tag.NOBODY,
        Tag.OTHERS,
        Tag.REST,
        Tag.FRACTION,
    }
)
PREDICATES = frozenset(
    {Tag.VERB, Tag.DID, Tag.NOT, Tag.DENY, Tag.REASON, Tag.ONGOING, Tag.GONE, Tag.FORBID, Tag.UNABLE}
)
#: Behind these a subject belongs to what was said before it.
_JOINERS = frozenset(
    {
        Tag.WITH,
        Tag.FOR,
        Tag.SAYS,
        Tag.ONLY,
        Tag.EXCEPT,
        Tag.NOT,
        Tag.HAVE,
        Tag.CAN,
        Tag.VERB,
        Tag.EVERY,
        Tag.FORBID,
    }
)
#: "nhà còn 4 người": behind these "còn" is "there are", not "but".
_BEFORE_REMAINDER = frozenset({Tag.FAMILY, Tag.EXCLUDING, Tag.WHOLE})
_COUNTS = (Tag.NUMBER, Tag.PEOPLE)
#: What a form has before a colon and the number that was asked for.
_BEFORE_NUMBER = (Tag.VERB, Tag.FAMILY, Tag.REST, Tag.WHOLE)
_SEPARATORS = (Tag.MARK, Tag.BUT)


class Clause(NamedTuple):
    """A run of spans that says one thing, and the folded marks or connectives around it."""

    spans: list[Span]
    before: str
    after: str


def clauses_of(spans: Sequence[Span], words: Sequence[Word]) -> list[Clause]:
    """The clauses of a message, in order."""
    found: list[Clause] = []
    for clause in _between_marks(spans, words):
        pieces = _one_thing_each(clause.spans)
        for at, piece in enumerate(pieces):
            before = clause.before if at == 0 else ""
            after = clause.after if at == len(pieces) - 1 else ""
            found.append(Clause(piece, before, after))
    return found


def _between_marks(spans: Sequence[Span], words: Sequence[Word]) -> Iterator[Clause]:
    run: list[Span] = []
    before = ""
    for at, span in enumerate(spans):
        if span.tag not in _SEPARATORS or _is_remainder(run, span, words):
            run.append(span)
            continue
        if span.value == ":" and _introduces_number(run, spans[at + 1 : at + 3]):
            continue
        word = words[span.first].folded
        if run or span.tag is Tag.MARK:
            yield Clause(run, before, word)
        run, before = [], word
    yield Clause(run, before, "")


def _is_remainder(run: Sequence[Span], span: Span, words: Sequence[Word]) -> bool:
    return bool(run) and run[-1].tag in _BEFORE_REMAINDER and words[span.first].folded == "con"


def _introduces_number(run: Sequence[Span], behind: Sequence[Span]) -> bool:
    """As in "Số đã cài: 02", "Gia đình: 4 người": the number is part of what stands before the colon."""
    if not run or run[-1].tag not in _BEFORE_NUMBER or not behind or behind[0].tag not in _COUNTS:
        return False
    return len(behind) < 2 or behind[1].tag in (Tag.MARK, Tag.BUT)


def _one_thing_each(run: list[Span]) -> list[list[Span]]:
    """Cut before a subject if something was said already and something else is said after it."""
    pieces: list[list[Span]] = []
    piece: list[Span] = []
    said = False
    for at, span in enumerate(run):
        if span.tag is Tag.WRONG:  # "4 à nhầm 5": what stands behind it replaces what stands before
            cut = any(before.tag in _COUNTS for before in piece)
            cut = cut and any(later.tag in _COUNTS for later in run[at + 1 :])
        else:
            joined = bool(piece) and piece[-1].tag in _JOINERS and not _is_verdict(piece)
            cut = said and span.tag in SUBJECTS and not joined
            cut = cut and any(later.tag in PREDICATES for later in run[at + 1 :])
            cut = cut or (said and _another_deed(run, at)) or _a_plan_follows(piece, run[at:])
            cut = cut or (span.tag is Tag.SELF and _closed_a_list(piece, run[at + 1 :]))
            cut = cut or _next_number(run, at) or (said and span.value == "left")
        if cut:
            pieces.append(piece)
            piece, said = [], False
        piece.append(span)
        said = said or _says_something(piece)
    return [*pieces, piece] if piece else pieces


def _a_plan_follows(piece: Sequence[Span], rest: Sequence[Span]) -> bool:
    """As in "em cài cho em rồi để tối em cài cho ba má", without its comma."""
    done = bool(piece) and piece[-1].tag is Tag.DID and any(span.tag is Tag.VERB for span in piece)
    return done and rest[0].tag is Tag.WILL and any(span.tag is Tag.VERB for span in rest)


def _closed_a_list(piece: Sequence[Span], rest: Sequence[Span]) -> bool:
    """As in "có em với bà ngoại thôi em cài rồi": behind "thôi" somebody is spoken of again."""
    closed = (
        len(piece) > 2 and piece[-1].tag is Tag.ONLY and piece[-2].tag in (Tag.KIN, Tag.TOGETHER, Tag.SELF)
    )
    return closed and bool(rest) and rest[0].tag in (Tag.VERB, Tag.DID, Tag.NOT)


def _another_deed(run: Sequence[Span], at: int) -> bool:
    """As in "cài xong và đã hướng dẫn ba mẹ": what follows "và" is done to the parents, not by them."""
    following = [span for span in run[at + 1 : at + 4] if span.tag is not Tag.RESPECT]
    if run[at].tag is not Tag.WITH or len(following) < 2:
        return False
    deed = following[1] if following[0].tag is Tag.DID else following[0]
    known = (Tag.INTENT, Tag.RIGHT, Tag.SAYS)
    return deed.tag in known or (following[0].tag is Tag.DID and deed.tag is Tag.UNKNOWN)


def _is_verdict(piece: Sequence[Span]) -> bool:
    """As in "bố chưa ông bà không có máy": behind its subject the "chưa" was all that was said."""
    denied = (
        len(piece) > 1 and piece[-1].tag is Tag.NOT and piece[-2].tag in (Tag.SELF, Tag.KIN, Tag.TOGETHER)
    )
    return denied and piece[-1].last - piece[-1].first == 1


def _next_number(run: Sequence[Span], at: int) -> bool:
    """As in "2 cài 2 chưa", "3 rồi 1 chưa": a number with what is said of it, and another one."""
    if at < 2 or at + 1 >= len(run) or run[at].tag is not Tag.NUMBER or run[at - 2].tag is not Tag.NUMBER:
        return False
    return run[at - 1].tag in (Tag.VERB, Tag.DID) and run[at + 1].tag in (Tag.NOT, Tag.REASON)


def _says_something(piece: Sequence[Span]) -> bool:
    """A predicate; "rồi" and "xong" only behind a subject or a verb."""
    if piece[-1].tag is not Tag.DID:
        return piece[-1].tag in PREDICATES
    return any(span.tag in SUBJECTS or span.tag is Tag.VERB for span in piece)
