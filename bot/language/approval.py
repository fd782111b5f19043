"""What a statement makes of the summary it answers: right, wrong, or nothing at all.

What stands behind a negation is meant the other way round ("đâu có đúng đâu", "không thấy sai"). What has
nothing to do with the summary — plans, other questions, the name below a letter — is left aside.
"""

from collections.abc import Sequence

from bot.language.predicates import State
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.words.familiar import names

#: A statement of nothing but these judges the summary: "dạ", "rồi ạ", "không".
_WORDLESS = frozenset(
    {Tag.RESPECT, Tag.DID, Tag.NOT, Tag.YES, Tag.RIGHT, Tag.WRONG, Tag.INTENT, Tag.NOW, Tag.DENY, Tag.ALSO,
     Tag.INSTEAD, Tag.HAVE, Tag.CAN, Tag.EVERY, Tag.ONLY}
)  # fmt: skip
_JUDGING = (Tag.RIGHT, Tag.WRONG)
#: What these words for "wrong" are about follows, or nothing does: "xin lỗi", "khoan đã".
_NO_JUDGEMENT = ("sorry", "wait")
#: Between a negation and what it denies: never somebody, nor our verb.
_BETWEEN = frozenset(
    {Tag.HAVE, Tag.CAN, Tag.QUESTION, Tag.EVERY, Tag.UNKNOWN, Tag.ALSO, Tag.WRONG, Tag.RIGHT}
)
#: A signature has none of these.
_SAYS_SOMETHING = (
    Tag.VERB, Tag.NOT, Tag.DENY, Tag.WRONG, Tag.RIGHT, Tag.INSTEAD, Tag.EXCEPT, Tag.HAVE, Tag.SOON, Tag.WILL,
    Tag.QUESTION, Tag.UNSURE, Tag.PEOPLE, Tag.FRACTION, Tag.ONLY, Tag.ALSO, Tag.GONE, Tag.REASON, Tag.FAMILY,
    Tag.WHOLE, Tag.EVERY, Tag.ABSENT, Tag.REST, Tag.DID,
)  # fmt: skip
_TURNS = ("nhung", "ma", "con")


def verdict(said: Statement) -> bool | None:
    """Whether one statement calls the summary right; None if it says neither."""
    if said.question or guesses(said):
        return None
    judged = _judged(said)
    if judged is False or said.has(Tag.INSTEAD, Tag.EXCEPT) or (judged and said.ought):
        return False  # "phải 3 chứ"
    if judged and said.partial:
        return None  # "đúng phần em thôi": and the rest?
    if judged:
        return not said.has(Tag.VAGUE, Tag.ABOUT)
    if "refused" in said.reasons and not said.names_someone and not said.has(Tag.VERB):
        return False  # "không đồng ý"
    if not said.tags <= _WORDLESS or not said.tags or said.has(*_JUDGING):
        return None
    if said.has(Tag.NOT, Tag.DENY):
        return False
    return True if said.has(Tag.YES, Tag.DID) else None


def _judged(said: Statement) -> bool | None:
    """What its words for right and wrong come to; the least favourable of them holds."""
    spans = said.clause.spans
    found = [
        _meant(said, at)
        for at, span in enumerate(spans)
        if span.tag in _JUDGING and span.value not in _NO_JUDGEMENT
    ]
    if False in found:
        return False
    return True if True in found else None


def _meant(said: Statement, at: int) -> bool | None:
    """As in "chưa khớp", "có đúng đâu": no; "không có chỗ nào sai": yes."""
    span = said.clause.spans[at]
    right = span.tag is Tag.RIGHT
    closed = said.rule == "denied" and not said.has(Tag.DENY)  # "có đúng đâu"; not "sai, em chưa cài mô"
    if not (closed or _is_denied(said.clause.spans[:at])):
        return right
    if right:
        return False
    return True if span.value == "error" else None


def _is_denied(before: Sequence[Span]) -> bool:
    for span in reversed(before):
        if span.tag in (Tag.NOT, Tag.DENY):
            return True
        if span.tag not in _BETWEEN:
            return False
    return False


def guesses(said: Statement) -> bool:
    """As in "chắc đúng"; who thinks that it is wrong has not agreed."""
    return said.has(Tag.UNSURE) and not said.has(Tag.WRONG)


def without_asides(statements: Sequence[Statement], words: Sequence[Word]) -> list[Statement]:
    """The statements that can change what was approved of."""
    kept: list[Statement] = []
    signed = False
    for said in statements:
        closes = bool(kept) and kept[-1].ends_sentence and said.clause.before not in _TURNS
        signed = (signed or closes) and _is_signature(said, words)
        if not (signed or _asks_something_else(said) or _is_a_plan(said) or _asks_if_that_is_all(kept, said)):
            kept.append(said)
    return kept


def _asks_something_else(said: Statement) -> bool:
    """As in "đúng rồi cô, mai họp mấy giờ vậy?", "mà chừng nào hết dịch vậy"."""
    asks = said.question or (said.has(Tag.IF) and not said.has(Tag.VERB))
    about_people = said.me or said.kin or said.count is not None
    tags = said.tags
    if said.has(Tag.UNKNOWN) and said.clause.spans[-1].tag is Tag.NOT:
        tags = tags - {Tag.NOT}  # "cô khỏe không"
    return asks and not about_people and tags.isdisjoint((Tag.VERB, Tag.NOT, Tag.DID, *_JUDGING))


def _asks_if_that_is_all(kept: Sequence[Statement], said: Statement) -> bool:
    """As in "Đúng. Xong chưa?", "chuẩn rồi cô. Được chưa ạ?"."""
    approved = bool(kept) and kept[-1].ends_sentence and verdict(kept[-1]) is True
    plain = (
        said.has(Tag.DID, Tag.CAN)
        and said.tags <= {Tag.DID, Tag.NOT, Tag.CAN, Tag.RESPECT}
        and said.clause.spans[-1].tag is Tag.NOT
    )
    return approved and plain and said.clause.after == "?"


def _is_a_plan(said: Statement) -> bool:
    """As in "nhưng tối nay má em cài": what relatives will do changes nothing today."""
    return said.state is State.PROMISE and bool(said.kin) and not said.me and said.has(Tag.SOON)


def _is_signature(said: Statement, words: Sequence[Word]) -> bool:
    """As in "Xác nhận. Tổ trưởng tổ Toán: Nguyễn Thị Ba": a relative in a name stands behind another name."""
    if said.state is not None or said.has(*_SAYS_SOMETHING):
        return False
    spans = said.clause.spans
    return not any(
        span.tag in (Tag.KIN, Tag.NUMBER, Tag.SELF) and not _behind_a_name(spans[:at], words)
        for at, span in enumerate(spans)
    )


def _behind_a_name(before: Sequence[Span], words: Sequence[Word]) -> bool:
    if not before or before[-1].tag is not Tag.UNKNOWN:
        return False
    word = words[before[-1].first]
    return word.capital or word.key in names()
