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
    {Tag.WITH, Tag.FOR, Tag.SAYS, Tag.ONLY, Tag.EXCEPT, Tag.NOT, Tag.HAVE, Tag.CAN, Tag.VERB, Tag.EVERY}
)
#: "nhà còn 4 người": behind these "còn" is "there are", not "but".
_BEFORE_REMAINDER = frozenset({Tag.FAMILY, Tag.EXCLUDING, Tag.WHOLE})
_COUNTS = (Tag.NUMBER, Tag.PEOPLE)
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
    for span in spans:
        if span.tag not in _SEPARATORS or _is_remainder(run, span, words):
            run.append(span)
            continue
        word = words[span.first].folded
        if run or span.tag is Tag.MARK:
            yield Clause(run, before, word)
        run, before = [], word
    yield Clause(run, before, "")


def _is_remainder(run: Sequence[Span], span: Span, words: Sequence[Word]) -> bool:
    return bool(run) and run[-1].tag in _BEFORE_REMAINDER and words[span.first].folded == "con"


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
            cut = said and span.tag in SUBJECTS and piece[-1].tag not in _JOINERS
            cut = cut and any(later.tag in PREDICATES for later in run[at + 1 :])
            cut = cut or _next_number(run, at)
        if cut:
            pieces.append(piece)
            piece, said = [], False
        piece.append(span)
        said = said or _says_something(piece)
    return [*pieces, piece] if piece else pieces


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
