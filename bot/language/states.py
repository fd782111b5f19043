"""What a clause says of its people: done, not done, promised, in progress, undone.

Each rule looks for one way of saying it; `STATE_RULES` lists them, strongest first.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum

from bot.language.conditions import is_conditional, is_of_nobody
from bot.language.residue import dropped_deed
from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word


class State(StrEnum):
    """What is said of somebody."""

    DONE = "done"
    NOT = "not"
    PROMISE = "promise"
    ONGOING = "ongoing"
    GONE = "gone"  #: done once, no longer


#: Reasons that say "has not" by themselves; the others may stand beside "has".
_DECISIVE = frozenset({"no_smartphone", "incompatible", "too_young", "refused"})
#: What may stand in a clause whose only predicate is "chưa" or "không": nothing else is being denied.
_PLAIN = frozenset(
    {Tag.SELF, Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.TOGETHER, Tag.WHOLE, Tag.FAMILY, Tag.RESPECT, Tag.REST,
     Tag.WITH, Tag.ONLY, Tag.NOW, Tag.ALSO, Tag.EVERY, Tag.YES, Tag.AGE, Tag.HAVE, Tag.REASON, Tag.APP,
     Tag.COUNTED, Tag.THEY, Tag.NOT, Tag.CAN, Tag.PAST, Tag.INTENT, Tag.UNSURE, Tag.FOR, Tag.DID, Tag.MARK}
)  # fmt: skip
#: With one of these a bare verb is a report ("hai người cài", "mỗi em cài"), not a plan ("em cài").
_REPORTING = frozenset(
    {Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.FRACTION, Tag.ONLY, Tag.EVERY, Tag.WHOLE, Tag.NOBODY, Tag.ALSO,
     Tag.CAN, Tag.PAST, Tag.TOGETHER, Tag.REST, Tag.YES}
)  # fmt: skip
_ASSERTING = frozenset({Tag.HAVE, Tag.DID, Tag.NOT})
#: "đã cài", "vừa cài"; "rồi" and "xong" come behind.
_BEFORE_VERB = ("da", "vua", "already")
_BEFORE_DID = frozenset(
    {Tag.UNKNOWN, Tag.QUESTION, Tag.ABSENT, Tag.INTENT, Tag.WRONG, Tag.RIGHT, Tag.SOON, Tag.SAYS}
)


class Predicate:
    """The spans of a clause as the rules ask for them."""

    def __init__(self, spans: Sequence[Span], words: Sequence[Word]) -> None:
        self.spans = spans
        self.words = words
        self.tags = [span.tag for span in spans]
        self.kinds = frozenset(self.tags)
        self.verb = self.tags.index(Tag.VERB) if Tag.VERB in self.kinds else -1
        self.reasons = [
            span.value for span in spans if span.tag in (Tag.REASON, Tag.FORBID, Tag.UNABLE) and span.value
        ]

    def has(self, *tags: Tag) -> bool:
        return not self.kinds.isdisjoint(tags)

    def first(self, tag: Tag) -> int:
        """Where the first span of this tag is, or behind the last span."""
        return self.tags.index(tag) if tag in self.kinds else len(self.tags)

    def head(self, at: int) -> str:
        """The first word of a span, folded."""
        return self.words[self.spans[at].first].folded


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
    return None if _did(said) else State.NOT


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


def promised(said: Predicate) -> State | None:
    """As in "tối nay em cài", "mai", "để em cài": a moment to come, and nothing that says it is done."""
    coming = said.has(Tag.SOON, Tag.WILL, Tag.BY, Tag.THEN, Tag.CLOCK) or "later" in said.reasons
    coming = coming or _when_it_comes(said)
    if _was_at(said) or _has_ended(said):
        return None
    if not coming or _did(said) or _at_once(said) or _asked_somebody_then(said):
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


def _at_once(said: Predicate) -> bool:
    """As in "hôm cô gửi là em cài liền": done at once, then."""
    at = said.first(Tag.WILL)
    return (
        said.has(Tag.PAST)
        and not said.has(Tag.SOON)
        and said.tags.count(Tag.WILL) == 1
        and (said.head(at) == "lien" and 0 <= said.verb < at)
    )


def finished(said: Predicate) -> State | None:
    """As in "đã cài", "cài rồi", "mẹ rồi", "hai người cài"."""
    if said.verb >= 0 and is_of_nobody(said.spans, said.words, said.verb):
        return None
    if _did(said):
        return State.DONE
    if said.verb < 0:  # "ông bà thì không, bố mẹ thì có"
        has = said.tags in ([Tag.KIN, Tag.HAVE], [Tag.SELF, Tag.HAVE], [Tag.KIN, Tag.CAN])
        return State.DONE if has else None
    if said.reasons or (said.has(Tag.WILL) and not _at_once(said)) or said.head(0) == "het":
        return None  # "hết mưa em cài"
    if said.tags[-1] is Tag.ABSENT:
        return None  # "tai con gai lay chong roi": because, not loaded
    if Tag.ABSENT in said.tags[: said.verb] and said.head(said.verb) == "lam":
        return None  # "cha mẹ nó đi Bình Dương làm"
    if said.head(said.verb - 1) == "moi" and said.has(Tag.GONE, Tag.SOON, Tag.IF):
        return None  # "đổi máy mới cài": not before
    if is_conditional(said.spans, said.words, said.verb):
        return None
    if said.has(Tag.ONLY, Tag.EVERY, Tag.ALSO, Tag.CAN, Tag.PAST) or said.tags[said.verb - 1] is Tag.HAVE:
        return State.DONE
    return State.DONE if said.has(*_REPORTING) and not said.has(Tag.UNKNOWN) else None


def _did(said: Predicate) -> bool:
    """Whether a word for "done" belongs to our verb, and not to something else that is done."""
    if Tag.DID not in said.kinds or _only_then(said):
        return False
    then = max((at for at, tag in enumerate(said.tags) if tag is Tag.THEN), default=-1)
    verdicts = (_done_by(said, at) for at in range(then + 1, len(said.tags)) if said.tags[at] is Tag.DID)
    return next((verdict for verdict in verdicts if verdict is not None), False)


#: With these a plan is told, too: "mai xong nha cô". Not with "rồi", "đã".
_COMPLETED = frozenset({"xong", "hoan", "thanh"})


_FUTURE = frozenset({"se", "sap", "chuan", "dinh", "du", "rang", "co", "tranh", "nhat"})


def _only_then(said: Predicate) -> bool:
    """As in "5 phút nữa em cài xong", "mai là xong", "chút nữa là xong rồi": done, but not yet."""
    about_to = said.has(Tag.WILL) and said.head(said.first(Tag.WILL)) in ("sap", "chuan", "dinh")
    if about_to and said.first(Tag.WILL) < said.verb < said.first(Tag.DID):
        return True  # "sắp cài rồi"
    if said.has(Tag.WILL) and said.head(said.first(Tag.WILL)) in _FUTURE and said.verb < 0:
        return said.first(Tag.WILL) < said.first(Tag.DID)  # "gia đình sẽ hoàn thành"
    if not said.has(Tag.SOON) or said.has(Tag.PAST):
        return False
    soon = said.spans[said.first(Tag.SOON)]
    if said.words[soon.first].folded == "co" and said.words[soon.last].folded in ("la", "thi"):
        return True  # "có máy là em cài rồi": if there were one
    if soon.first > said.spans[said.first(Tag.DID)].first:
        return False  # "cài xong rồi, mai …" without its comma
    if said.words[soon.last - 1].folded == "nua":
        return True
    done = [
        said.words[at] for span in said.spans if span.tag is Tag.DID for at in range(span.first, span.last)
    ]
    return done[0].folded in _COMPLETED and all(word.folded not in ("roi", "da") for word in done)


def _done_by(said: Predicate, at: int) -> bool | None:
    """Whether this word for "done" does it; None if it says nothing of our verb."""
    before = said.tags[:at]
    if said.verb > at and said.head(at) in _BEFORE_VERB:
        return said.tags[at + 1 : said.verb].count(Tag.UNKNOWN) <= 1
    if said.head(at) in _BEFORE_VERB and said.spans[at].last - said.spans[at].first == 1:
        return True if _is_a_whole_answer(said, at) else None  # "đã" of another verb
    if said.verb > at and said.head(at) == "roi":
        return None  # "rồi em cài": then
    if 0 <= said.verb < at:
        if not {Tag.REASON, Tag.ABSENT}.isdisjoint(said.tags[said.verb : at]):
            return None  # "mai em cài, bữa nay hết dung lượng rồi" without its comma
        return Tag.NOT not in before
    alone = not said.reasons and Tag.NOT not in before and _BEFORE_DID.isdisjoint(before)
    if alone and (
        Tag.WILL in said.tags[at:]
        or _finishes_something(said, at)
        or dropped_deed(said.spans[: at + 1], said.words)
    ):
        return None  # "được rồi để em cài"; "mẹ đi rồi"
    return True if alone else None


def _is_a_whole_answer(said: Predicate, at: int) -> bool:
    """As in "Đã.", "Dạ đã ạ"; without its marks it is a "dạ"."""
    return said.kinds <= {Tag.DID, Tag.RESPECT} and said.words[said.spans[at].first].key == "đa4"


def _finishes_something(said: Predicate, at: int) -> bool:
    """As in "con xong bài rồi": what stands right behind "xong" was finished, not ours."""
    behind = said.spans[at + 1 : at + 2]
    thing = bool(behind) and behind[0].tag is Tag.UNKNOWN and not said.words[behind[0].first].capital
    return (
        thing and behind[0].first == said.spans[at].last and said.words[behind[0].first - 1].folded == "xong"
    )


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
