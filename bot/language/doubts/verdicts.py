"""Verdicts: how far one reaches, what denies it, and when it holds."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.forms import Slot
from bot.language.approval import verdict
from bot.language.doubts.seen import COUNTS, PERSONS, Seen, clause_has, numbers_of, persons_of
from bot.language.lacking import EXEMPTING
from bot.language.predicates import State
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag


def exempt_without_reason(seen: Seen) -> bool:
    """As in "3 người: vợ, con trai, con gái. Con gái chưa có máy": a reason is hers beside whom it stands."""
    if not seen.exempt or seen.has(Tag.THEY):
        return False
    beside = [
        said if persons_of(said) or numbers_of(said) or not at else seen.said[at - 1]
        for at, said in enumerate(seen.said)
        if not EXEMPTING.isdisjoint(said.reasons) or clause_has(said, Tag.NOBODY)
    ]
    named, counted = sum(map(persons_of, beside)), sum(sum(numbers_of(said)) for said in beside)
    return seen.exempt not in (named, counted, named + counted)


def too_young_for_it(seen: Seen) -> bool:
    """As in "3 người lớn 1 em bé 2 tháng": an age that does not fit whom it was read of."""
    if not seen.exempt and seen.me is not False:
        return False
    return any("too_young" in said.reasons and _is_grown_up(seen, said) for said in seen.told)


_CHILDISH = frozenset(
    {"con", "chau", "be", "nhoc", "cu", "ut", "nho", "gai", "trai", "em", "dua", "thang", "ti", "tre"}
)

_GROWN_UP = frozenset({"vo", "chong", "toi", "lon", "xa"})


def _is_grown_up(seen: Seen, said: Statement) -> bool:
    numbers = numbers_of(said)
    names = {name for span in said.clause.spans if span.tag in PERSONS for name in seen.folded(span)}
    unfit = bool(names) and (_CHILDISH.isdisjoint(names) or not _GROWN_UP.isdisjoint(names))
    return unfit or (bool(numbers) and numbers != [seen.exempt])


def two_verdicts_in_one_clause(seen: Seen) -> bool:
    """As in "bố mẹ đã cài ông nội già yếu không biết dùng", without its comma: where does the first end?"""
    return any(_turns_within(said) for said in seen.told)


BAD = frozenset({Tag.NOT, Tag.DENY, Tag.REASON, Tag.UNABLE, Tag.GONE, Tag.FORBID, Tag.ONGOING})

COMING = frozenset({Tag.SOON, Tag.WILL})

_SUBJECTS = frozenset({Tag.KIN, Tag.SELF, Tag.TOGETHER, Tag.PEOPLE, Tag.WHOLE, Tag.FAMILY})


def _turns_within(said: Statement) -> bool:
    verdict_before: object = None
    somebody_since = served = False
    for span in said.clause.spans:
        if span.tag in _SUBJECTS:
            somebody_since = somebody_since or not served
        sign = "good" if span.tag is Tag.DID else "bad" if span.tag in BAD else None
        sign = sign or ("coming" if span.tag in COMING else None)
        if sign is not None and not (sign == "good" and verdict_before and not somebody_since):
            if verdict_before not in (None, sign, "coming") and somebody_since:
                return True
            verdict_before, somebody_since = sign, False
        served = span.tag is Tag.FOR
    return False


def two_negations(seen: Seen) -> bool:
    """As in "không thể không cài được"; a closing "không" or "chưa" only asks."""
    twice = any(
        len({tuple(seen.folded(span)) for span in _before_tag(said) if span.tag in NEGATIONS}) > 1
        for said in seen.said
        if said.state is not None
    )
    return twice or any(  # "có bao giờ mà tôi chưa cài"
        {span.tag for span in one.clause.spans} == {Tag.DENY}
        and not two.clause.before
        and clause_has(two, Tag.NOT)
        for one, two in pairwise(seen.said)
    )


NEGATIONS = frozenset({Tag.NOT, Tag.DENY, Tag.UNABLE, Tag.EXCEPT, Tag.NOBODY})


def _before_tag(said: Statement) -> Sequence[Span]:
    spans = said.clause.spans
    return spans[:-1] if spans[-1].tag is Tag.NOT else spans


def done_and_to_come(seen: Seen) -> bool:
    """As in "gia đình sẽ hoàn thành", "5 phút nữa em cài xong": with "rồi" or "đã" it would be done."""
    return any(
        said.state is State.DONE
        and clause_has(said, *TO_COME)
        and not clause_has(said, Tag.PAST)
        and not any(
            span.tag is Tag.DID and not _PERFECT.isdisjoint(seen.folded(span)) for span in said.clause.spans
        )
        for said in seen.told
    )


TO_COME = frozenset({Tag.SOON, Tag.WILL, Tag.THEN, Tag.IF})

_PERFECT = frozenset({"roi", "da"})


def nobody_who_has_not(seen: Seen) -> bool:
    """As in "đâu có ai mà không cài", without its marks: nobody who has not is everybody."""
    spans = [(span, said.clause.before) for said in seen.said for span in said.clause.spans]
    return any(
        _denies_everybody(seen, one) and two.tag in (Tag.NOT, Tag.UNABLE)
        for (one, _), (two, before) in pairwise(spans)
        if before in ("", "ma", "la")
    )


def _denies_everybody(seen: Seen, span: Span) -> bool:
    return span.tag is Tag.NOBODY or (span.tag in (Tag.DENY, Tag.QUESTION) and seen.folded(span)[-1] == "ai")


def only_if(seen: Seen) -> bool:
    """As in "nó bắt iOS mới hơn mới cho tải": what something demands first was perhaps not done."""
    return any(
        (said.state is State.DONE and _demands(seen, said))
        or (  # "doi android 8 moi cho cai" without its marks: đòi, not đợi
            not seen.marked
            and said.state is State.PROMISE
            and not clause_has(said, Tag.SOON)
            and _demands(seen, said)
        )
        or (said.state in (State.GONE, State.PROMISE) and _only_then_could(seen, said))
        for said in seen.told
    )


def _only_then_could(seen: Seen, said: Statement) -> bool:
    """As in "em đổi máy mới tải được", "nhờ con chỉ mới cài được": it may have come to that."""
    spans = said.clause.spans
    return not clause_has(said, Tag.SOON, Tag.WILL, Tag.CLOCK, Tag.IF) and any(
        one.tag is Tag.ONLY and seen.folded(one)[-1] == "moi" and two.tag is Tag.VERB and three.tag is Tag.CAN
        for one, two, three in zip(spans, spans[1:], spans[2:], strict=False)
    )


_DEMANDING = frozenset({"bat", "doi", "keu", "buoc", "cau", "can", "phai"})
_GRANTING = frozenset({Tag.FOR, Tag.VERB, Tag.CAN})


def _demands(seen: Seen, said: Statement) -> bool:
    spans = said.clause.spans
    first = spans[0].first
    return any(
        one.tag is Tag.ONLY
        and seen.folded(one)[-1] == "moi"
        and two.tag in _GRANTING
        and not _DEMANDING.isdisjoint(word.folded for word in seen.words[first : one.first])
        for one, two in pairwise(spans)
    )


def just_now_or_today(seen: Seen) -> bool:
    """As in "nay em cai": nãy, which has gone by, or nay, which is not over?"""
    return (
        any(
            said.state is State.DONE
            and not clause_has(said, Tag.DID, Tag.HAVE)
            and any(
                span.tag in (Tag.PAST, Tag.NOW) and seen.folded(span) == ["nay"] for span in said.clause.spans
            )
            and not any(span.tag is Tag.ONLY for span in said.clause.spans)
            for said in seen.told
        )
        and not seen.marked
    )


def promised_for_the_past(seen: Seen) -> bool:
    """As in "em cài sáng nay 7h30": an hour of today is to come, or has gone by."""
    return any(
        said.state is State.PROMISE
        and clause_has(said, Tag.PAST, Tag.NOW)
        and clause_has(said, Tag.CLOCK)
        and not clause_has(said, Tag.WILL)
        for said in seen.told
    )


def then_or_done(seen: Seen) -> bool:
    """As in "em cài rồi gửi cô hình": done, and sent; or then she will send?"""
    coming = [clause_has(said, Tag.SOON) and not clause_has(said, Tag.PAST, Tag.DID) for said in seen.told]
    return any(
        said.state is State.PROMISE
        and not clause_has(said, Tag.SOON, Tag.WILL, Tag.BY)
        and not any(coming)  # "ngoài giờ trực em mới rảnh, cài xong em báo"
        and (Tag.VERB, Tag.THEN) in pairwise(span.tag for span in said.clause.spans)
        for said in seen.told
    )


def only_or_tomorrow(seen: Seen) -> bool:
    """As in "moi em cai nghen", without marks: mới, mỗi, or mơi, which is tomorrow?"""
    return not seen.marked and any(
        said.state is State.DONE
        and not clause_has(said, Tag.DID, Tag.HAVE, Tag.PAST)
        and any(span.tag is Tag.ONLY and seen.folded(span) == ["moi"] for span in said.clause.spans)
        for said in seen.told
    )


def all_but_some(seen: Seen) -> bool:
    """As in "cả nhà cài rồi mà con em lỡ gỡ mất": all, and somebody has not."""
    lacking = (Tag.EXCEPT, Tag.NOT, Tag.NOBODY, Tag.SOON, Tag.WILL, Tag.GONE, Tag.SOME)
    return seen.all and any(
        clause_has(said, *lacking) or any(span.value == "left" for span in said.clause.spans)
        for said in seen.said
        if seen.me is not False
        or not clause_has(said, Tag.SELF)
        or persons_of(said)  # "cả nhà cài rồi, mà em thì chưa"
    )


def none_or_some(seen: Seen) -> bool:
    """As in "được một nửa", asked how many have it: somebody is at it, and nobody was said to have not."""
    denied = BAD - {Tag.ONGOING} | {Tag.NOBODY, Tag.ONLY, Tag.ALONE, Tag.SOON, Tag.WILL}
    return seen.done == 0 and seen.asked is Slot.FAMILY_DONE and not seen.has(*denied)


def asks_whether_to(seen: Seen) -> bool:
    """As in "em mới sinh, có phải cài không": a reason, and a question that takes the verdict back."""
    stated = [said for said in seen.told if said.state is not None]
    reasons = bool(stated) and all(said.rule == "prevented" for said in stated)
    return reasons and any(
        said.question
        and not _DUTY.isdisjoint(word for span in said.clause.spans for word in seen.folded(span))
        for said in seen.said
    )


_DUTY = frozenset({"phai", "can", "bat", "nen"})


def approved_and_amended(seen: Seen) -> bool:
    """As in "đúng phần em thôi, vợ em mới cài thêm nên là 2": right, and somebody was told of."""
    if Slot.CONFIRM not in seen.slots:
        return False
    told = [said for said in seen.told if said.state is not State.PROMISE]
    if {True, False} <= {verdict(said) for said in told} and not seen.has(*PERSONS, *COUNTS):
        return True  # "gửi đi, sai đâu sửa sau"
    return seen.slots[Slot.CONFIRM] is True and any(
        said.state is not None and (persons_of(said) or said.clause.before in _TURNS) for said in told
    )


_TURNS = ("nhung", "ma")
