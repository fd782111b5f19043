"""What a clause says of its people: done, not done, promised, in progress, undone.

Each rule looks for one way of saying it; `STATE_RULES` lists them, strongest first.
"""

from collections.abc import Callable, Sequence

from bot.language.finishing import did, finished
from bot.language.predicates import Predicate, State
from bot.language.promising import promised
from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word

#: Reasons that say "has not" by themselves; the others may stand beside "has".
_DECISIVE = frozenset({"no_smartphone", "incompatible", "too_young", "refused"})
#: What may stand in a clause whose only predicate is "chưa" or "không": nothing else is being denied.
_PLAIN = frozenset(
    {Tag.SELF, Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.TOGETHER, Tag.WHOLE, Tag.FAMILY, Tag.RESPECT, Tag.REST,
     Tag.WITH, Tag.ONLY, Tag.NOW, Tag.ALSO, Tag.EVERY, Tag.YES, Tag.AGE, Tag.HAVE, Tag.REASON, Tag.APP,
     Tag.COUNTED, Tag.THEY, Tag.NOT, Tag.CAN, Tag.PAST, Tag.INTENT, Tag.UNSURE, Tag.FOR, Tag.DID, Tag.MARK}
)  # fmt: skip
_ASSERTING = frozenset({Tag.HAVE, Tag.DID, Tag.NOT})


def denied(said: Predicate) -> State | None:
    """As in "có cài đâu", "làm gì có", "cài gì nổi": the words of a yes, meant as a no."""
    if said.has(Tag.GONE) and said.verb < 0:
        return None  # "đâu có gỡ đâu": what is denied is something else
    if said.has(Tag.DENY):
        return State.NOT
    for at, span in enumerate(said.spans):
        if span.tag in (Tag.UNKNOWN, Tag.QUESTION) and _is_not(said.words, span.last - 1):
            asserted = not _ASSERTING.isdisjoint(said.tags[:at])
            where = any(word.folded == "o" for word in said.words[span.first : span.last])
            told = {Tag.UNKNOWN, Tag.SAYS, Tag.INTENT}  # "có mở đâu", "có thấy gì đâu", "có nói vậy đâu"
            another = said.verb < 0 and not told.isdisjoint(said.tags[:at])
            return State.NOT if asserted and not where and not another else None
    return None


def _is_not(words: Sequence[Word], at: int) -> bool:
    """As in "có cài đâu"; "từ ngày đầu tiên" is another word, with and without its marks."""
    first = words[at + 1 : at + 2]
    after_a_day = at > 0 and words[at - 1].folded in (
        "ngay",
        "tuan",
        "thang",
        "lan",
        "luc",
        "hoi",
        "ban",
        "buoi",
    )
    beginning = words[at].key == "dau" and after_a_day  # "tu ngay dau"
    return words[at].key in ("đâu", "dau") and not beginning and not (first and first[0].folded == "tien")


def undone(said: Predicate) -> State | None:
    """As in "gỡ rồi", "đổi máy nên mất rồi"; but "cài lại rồi" behind it is done again."""
    if not said.has(Tag.GONE) or said.first(Tag.NOT) < said.first(Tag.GONE):
        return None
    at = said.first(Tag.GONE)
    behind = said.tags[at + 1 : at + 3]
    beside = at + 1 < len(said.spans) and said.spans[at].last == said.spans[at + 1].first
    if (beside and behind[:1] == [Tag.UNKNOWN]) or behind == [Tag.EVERY, Tag.UNKNOWN]:
        return None  # "gỡ facebook", "xóa bớt hình", "mất hết danh bạ"; not "gỡ đi tốn pin"
    if (
        said.spans[at].last - said.spans[at].first == 1
        and said.head(at) == "mat"
        and behind[:1] in _TAKES_TIME
    ):
        return None  # "mất có 2 phút"
    return _unless_redone(said)


_TAKES_TIME = (
    [Tag.HAVE],
    [Tag.LABEL],
    [Tag.NUMBER],
    [Tag.ABOUT],
    [Tag.CLOCK],
    [Tag.SOME],
    [Tag.VAGUE],
    [Tag.DEVICES],
)


def _unless_redone(said: Predicate) -> State | None:
    """As in "gỡ rồi cài lại rồi": done again."""
    last_gone, last_verb = (_last(said, tag) for tag in (Tag.GONE, Tag.VERB))
    return None if last_verb > last_gone and finished(said) else State.GONE


def _last(said: Predicate, tag: Tag) -> int:
    return max((at for at, known in enumerate(said.tags) if known is tag), default=-1)


def in_progress(said: Predicate) -> State | None:
    """As in "đang tải", "cài dở", "được 60% rồi"."""
    part = any(span.tag is Tag.PERCENT and span.value < 100 for span in said.spans)
    ongoing = any(
        span.tag is Tag.ONGOING and (span.value != "since" or _is_still_at_it(said)) for span in said.spans
    )
    return State.ONGOING if ongoing or part else None


def _is_still_at_it(said: Predicate) -> bool:
    """As in "nãy giờ tải mà nó cứ quay"; not "sáng giờ mới mở máy", "sáng giờ cài được 3 người rồi"."""
    return said.verb >= 0 and not said.has(Tag.DID, Tag.CAN, Tag.NOT, Tag.ONLY)


def forbidden(said: Predicate) -> State | None:
    """As in "ba má không cho cài", "chưa cho xài điện thoại"."""
    return State.NOT if said.has(Tag.FORBID) and (said.verb >= 0 or said.reasons) else None


def prevented(said: Predicate) -> State | None:
    """A reason that cannot stand beside "has": no telephone, one that is too old, a refusal."""
    if not any(reason in _DECISIVE for reason in said.reasons):
        return None
    return None if did(said) else State.NOT


def not_yet(said: Predicate) -> State | None:
    """As in "chưa cài", "không cài được", or "mẹ thì chưa" with nothing else denied."""
    if not said.has(Tag.NOT):
        return None
    at = said.first(Tag.NOT)
    if _with_verb_as_topic(said, at):
        return State.NOT
    if said.verb >= 0:
        follows = Tag.VERB in said.tags[at:] and not (said.verb < at and said.has(Tag.DID))
        verb = said.tags.index(Tag.VERB, at) if follows else said.verb  # "bận làm nên chưa cài"
        near = at < verb and said.tags[at + 1 : verb].count(Tag.UNKNOWN) <= 2
        unable = said.verb < at and (
            _is_short_of(said, at) or said.tags[at + 1 : at + 2] in ([Tag.CAN], [Tag.DID], [Tag.UNKNOWN])
        )
        return State.NOT if near or unable else None
    if said.has(Tag.DID) and said.first(Tag.DID) < at:
        return None
    return State.NOT if all(tag in _PLAIN for tag in said.tags) else None


def _is_short_of(said: Predicate, at: int) -> bool:
    """As in "tải nãy giờ chưa xong", "cài hoài chưa được"."""
    span = said.spans[at]
    return span.last - span.first == 2 and said.words[span.last - 1].folded in ("xong", "duoc", "thanh")


def _with_verb_as_topic(said: Predicate, at: int) -> bool:
    """As in "cài thì chưa", "cài thì em chưa": as for that, no — and no question."""
    if not 0 <= said.verb < at or said.tags[said.verb + 1 : at] not in ([], [Tag.SELF]):
        return False
    behind = said.spans[said.verb].last
    return said.words[behind].folded == "thi" and said.tags[at + 1 :] in ([], [Tag.DID])


def failed(said: Predicate) -> State | None:
    """As in "không cài được", "cài hoài không được", "không muốn cài"."""
    if said.has(Tag.UNABLE):
        return State.NOT
    behind = said.spans[said.verb + 1 : said.verb + 2] if said.verb >= 0 else []
    trouble = bool(behind) and behind[0].tag is Tag.REASON and behind[0].value == "trouble"
    return State.NOT if trouble and not said.has(Tag.DID, Tag.CAN, Tag.HAVE) else None  # "cài bị lỗi"


_REASONS = (Tag.REASON, Tag.FORBID, Tag.UNABLE)
#: Each with the tags of which a clause must have one; a clause without them need not be asked.
STATE_RULES: tuple[tuple[frozenset[Tag], Callable[[Predicate], State | None]], ...] = (
    (frozenset({Tag.DENY, Tag.UNKNOWN, Tag.QUESTION}), denied),
    (frozenset({Tag.GONE}), undone),
    (frozenset({Tag.ONGOING, Tag.PERCENT}), in_progress),
    (frozenset({Tag.FORBID}), forbidden),
    (frozenset(_REASONS), prevented),
    (frozenset({Tag.UNABLE, Tag.REASON}), failed),
    (frozenset({Tag.NOT}), not_yet),
    (frozenset({Tag.SOON, Tag.WILL, Tag.BY, Tag.THEN, Tag.CLOCK, Tag.IF, *_REASONS}), promised),
    (frozenset({Tag.VERB, Tag.DID, Tag.HAVE, Tag.CAN}), finished),
)


def state_of(spans: Sequence[Span], words: Sequence[Word]) -> tuple[State | None, str]:
    """The state a clause gives to its people, and the name of the rule that read it."""
    said = Predicate(spans, words)
    for tags, rule in STATE_RULES:
        if not tags.isdisjoint(said.kinds):
            state = rule(said)
            if state is not None:
                return state, rule.__name__
    return None, ""
