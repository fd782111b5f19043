"""Whether a clause says that it is still to come: "tối nay em cài", "mai", "để em cài"."""

from bot.language.finishing import at_once, did
from bot.language.predicates import Predicate, State
from bot.language.tags import Tag


def promised(said: Predicate) -> State | None:
    """As in "tối nay em cài", "mai", "để em cài": a moment to come, and nothing that says it is done."""
    coming = said.has(Tag.SOON, Tag.WILL, Tag.BY, Tag.THEN, Tag.CLOCK) or "later" in said.reasons
    coming = coming or _when_it_comes(said)
    if _was_at(said) or _has_ended(said):
        return None
    if not coming or did(said) or at_once(said) or _asked_somebody_then(said):
        return None
    if said.verb >= 0 or "later" in said.reasons or _is_for_it(said) or _is_asked_for(said):
        return State.PROMISE
    only_a_time = said.has(Tag.SOON) and not said.has(
        Tag.UNKNOWN, Tag.REASON, Tag.FAMILY, Tag.PEOPLE, Tag.INTENT, Tag.ABSENT, Tag.SAYS
    )
    return State.PROMISE if only_a_time else None


def _when_it_comes(said: Predicate) -> bool:
    """As in "bao giờ hết cách ly em cài"."""
    at = said.first(Tag.IF)
    if not at < said.first(Tag.SELF) < said.verb:
        return False
    return said.head(at) in ("bao", "chung") or said.words[said.spans[at].last - 1].folded in ("nao", "mo")


def _is_asked_for(said: Predicate) -> bool:
    """As in "mai con lên trường nhờ thầy chỉ", "cho em khất tới thứ 7": help to come, a delay."""
    if not said.has(Tag.SOON) or said.has(Tag.SAYS):
        return False
    delays = said.has(Tag.WILL) and any(
        said.words[at].folded in ("khat", "hoan")
        for span in said.spans
        if span.tag is Tag.WILL
        for at in range(span.first, span.last)
    )
    return delays or (said.has(Tag.BY) and said.has(Tag.SELF))


def _is_for_it(said: Predicate) -> bool:
    """As in "cuối tuần em mới rảnh để cài"."""
    return any(
        span.tag is Tag.UNKNOWN and span.last - span.first > 1 and said.words[span.first].folded == "de"
        for span in said.spans
    )


def _asked_somebody_then(said: Predicate) -> bool:
    """As in "hôm nay tôi nhờ nó cài luôn": help was asked for; did it come?"""
    to_come = said.has(Tag.SOON, Tag.WILL, Tag.THEN, Tag.CLOCK)
    return said.has(Tag.BY) and not to_come and said.has(Tag.NOW, Tag.PAST, Tag.ALSO)


def _was_at(said: Predicate) -> bool:
    """As in "em cài lúc 8h tối qua": an hour of a day gone by."""
    return said.has(Tag.PAST) and said.has(Tag.CLOCK) and not said.has(Tag.SOON, Tag.WILL, Tag.BY, Tag.THEN)


def _has_ended(said: Predicate) -> bool:
    """As in "hết dịch rồi": over, and no moment to come."""
    at = said.first(Tag.SOON)
    return said.has(Tag.SOON) and said.head(at) == "het" and said.tags[at + 1 : at + 2] == [Tag.DID]
