"""Who a clause is not about: who introduces himself, forbids, reports, helps, or does it for another.

Every rule takes the spans of a clause and gives them back without the people it is not about.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.language.clauses import SUBJECTS
from bot.language.spans import Span
from bot.language.spelling import key
from bot.language.tags import Tag
from bot.language.text import Word

#: Verbs whose subject vouches for what follows: "mẹ nói cài rồi".
_REPORTS = frozenset({"noi", "bao", "said"})
#: Without one of these a clause is about everybody in it.
AGENCY = frozenset({Tag.FORBID, Tag.SAYS, Tag.BY, Tag.FOR, Tag.INTRO})
_OTHER_PERSONS = frozenset({Tag.KIN, Tag.OTHERS})
_CLOSING = frozenset({Tag.DID, Tag.EVERY, Tag.ALSO, Tag.PAST, Tag.NOW, Tag.SOON, Tag.MARK})
_SERVED = (Tag.SELF, Tag.KIN, Tag.WHOLE, Tag.PEOPLE, Tag.TOGETHER, Tag.SOME, Tag.VAGUE, Tag.OTHERS)


def has_agents(tags: frozenset[Tag]) -> bool:
    """Whether somebody in a clause with these tags may be one whom it is not about."""
    if not AGENCY.isdisjoint(tags):
        return True
    return Tag.SELF in tags and (Tag.CAN in tags or Tag.GONE in tags) and not _OTHER_PERSONS.isdisjoint(tags)


def without_agents(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """The spans of a clause with `AGENCY`, left with the people it is about."""
    for rule in _RULES:
        spans = rule(spans, words)
    return spans


def _find(spans: Sequence[Span], *tags: Tag) -> int:
    """Where the first span with one of these tags is; -1 if there is none."""
    return next((at for at, span in enumerate(spans) if span.tag in tags), -1)


def _forbids(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "ba má không cho cài": the parents are not those who have not."""
    at = _find(spans, Tag.FORBID)
    if at < 0 or (spans[at].value == "no_smartphone" and _are_children(spans[:at], words)):
        return spans
    return [span for span in spans[:at] if span.tag not in SUBJECTS] + spans[at:]


def _are_children(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "hai đứa nhỏ chưa cho dùng điện thoại": to whom it is not allowed."""
    subjects = [span for span in spans if span.tag in SUBJECTS]
    return bool(subjects) and all(
        span.tag is Tag.KIN
        and not _SMALL.isdisjoint(word.folded for word in words[span.first : span.last])
        and _ADULTS.isdisjoint(word.folded for word in words[span.first : span.last])
        for span in subjects
    )


_SMALL = frozenset({"con", "dua", "be", "nhoc", "chau"})
_ADULTS = frozenset({"me", "ma", "ba", "bo", "vo", "chong", "ong", "cha", "tia", "anh", "chi", "chu", "co"})


def _reports(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "mẹ bảo em cài rồi"; and "mẹ nói cài rồi", where somebody else is the only witness."""
    at = _find(spans, Tag.SAYS)
    if at < 0:
        return spans
    speaks = [span for span in spans[:at] if span.tag not in SUBJECTS or span.tag is Tag.SELF]
    if not _find(spans[at + 1 : at + 2], Tag.UNABLE, Tag.REASON) and spans[at + 1].value == "refused":
        return speaks + spans[at:]  # "má con nói không cần cài": and so it was not done
    told = words[spans[at].first].folded in _REPORTS and _find(spans[:at], Tag.KIN, Tag.OTHERS) >= 0
    served = _find(spans[at:], Tag.FOR)  # "nó nói cài hết cho cả nhà rồi": for whom is not who
    behind = spans[at : at + served] if served > 0 else spans[at:]
    if told and [span.tag for span in behind[1:3]] == [Tag.NOT, Tag.VERB] and spans[at - 1].tag is Tag.KIN:
        return spans[:at] + spans[at + 1 :]  # "bố vợ em bảo không cài": he has not, whatever he says
    if told and _find(behind, *SUBJECTS) < 0:
        return [*speaks, *spans[at:], spans[at]._replace(tag=Tag.UNSURE)]
    return speaks + spans[at:]


def _is_asked_to(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "nhờ con gái cài": whoever is asked to do it."""
    at = _find(spans, Tag.BY)
    if at < 0:
        return spans
    if not _find(spans[at + 1 : at + 2], Tag.UNABLE) and spans[at + 1].value == "refused":
        return [span for span in spans[:at] if span.tag not in SUBJECTS or span.tag is Tag.SELF] + spans[at:]
    behind = at + 1
    if [span.tag for span in spans[behind : behind + 2]] == [Tag.SELF, Tag.OTHERS]:
        return spans[:behind] + spans[behind + 2 :]  # "nhờ cháu hàng xóm"
    while behind < len(spans) and spans[behind].tag in _HELPERS:
        behind += 1
    helpers = [span.tag for span in spans[at + 1 : behind]]
    named = Tag.KIN in helpers or Tag.OTHERS in helpers
    one = helpers[:1] in ([Tag.KIN], [Tag.OTHERS]) and Tag.OTHERS not in helpers[1:]
    return spans[: at + 1] + spans[at + 2 if one else behind :] if named else spans


#: "nhờ cháu hàng xóm", "nhờ mấy đứa học trò".
_HELPERS = (Tag.KIN, Tag.OTHERS, Tag.VAGUE, Tag.PEOPLE)


def _does_it_for(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "con cài cho em", "em cài cho mẹ", "ba mẹ thì để em cài cho": those served are meant."""
    at = _find(spans, Tag.FOR)
    if at < 0:
        return spans
    if words[spans[at].first].folded == "cho" and _serves_otherwise(spans, at):
        return [span for span in spans if span.tag not in SUBJECTS]
    written = at and words[spans[at].first - 1].folded in _WRITTEN and words[spans[at].first].folded != "cho"
    if at and (spans[at - 1].tag is Tag.WRONG or written):  # "sửa giúp em số người cài": a favour asked
        return spans[:at] + [span for span in spans[at + 1 :] if span.tag is not Tag.SELF]
    served = [span for span in spans[at + 1 :] if span.tag in _SERVED]
    by_relative = _find(spans[:at], Tag.KIN, Tag.OTHERS) >= 0
    if not served and _is_a_favour(spans, at, words):
        helper = next(span.tag for span in reversed(spans[:at]) if span.tag in (Tag.SELF, Tag.KIN))
        dropped = (Tag.SELF,) if helper is Tag.SELF else (Tag.SELF, Tag.KIN)
        return [span for span in spans if span.tag not in dropped]  # "ba mẹ thì để em cài cho"
    if served and (by_relative or not any(span.tag is Tag.SELF for span in served)):
        return [span for span in spans[:at] if span.tag not in SUBJECTS] + spans[at:]
    return spans


_WRITTEN = frozenset({"ghi", "bao", "nhap", "khai", "dien", "note", "luu", "tinh", "dem", "tick", "nhan"})


def _serves_otherwise(spans: Sequence[Span], at: int) -> bool:
    """As in "gửi link cho ba mẹ", "còn chỉ cho bà nội nữa": they get something else than ours."""
    shown = at > 0 and spans[at - 1].tag is Tag.ONLY  # "chỉ cho bà nội"
    another = shown or _find(spans[:at], Tag.UNKNOWN, Tag.RIGHT, Tag.INTENT) >= 0
    return another and _find(spans, Tag.VERB) < 0 and _find(spans[:at], Tag.NUMBER, Tag.PEOPLE, Tag.WRONG) < 0


def _is_a_favour(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "mẹ cháu cài hộ", "chồng cài cho rồi", "mẹ trả lời giúp"; but "cài cho chắc" serves nobody."""
    if _find(spans[:at], Tag.SELF, Tag.KIN) < 0:
        return False
    if words[spans[at].first].folded == "cho":
        return (
            at > 0 and spans[at - 1].tag is Tag.VERB and all(span.tag in _CLOSING for span in spans[at + 1 :])
        )
    return all(span.tag in _CLOSING for span in spans[at + 1 :])


def _suffers(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "em được bạn cài hộ rồi", "em bị con xóa mất": by whom it was done to the speaker."""
    at = next(
        (
            at
            for at, (one, two) in enumerate(pairwise(spans))
            if at
            and spans[at - 1].tag is Tag.SELF
            and words[one.first].key in _SUFFERING
            and one.last - one.first == 1
            and two.tag in (Tag.KIN, Tag.OTHERS)
        ),
        -1,
    )
    done_to = at >= 0 and _find(spans[at + 2 : at + 3], Tag.VERB, Tag.GONE, Tag.FOR) == 0
    return spans[: at + 1] + spans[at + 2 :] if done_to else spans


_SUFFERING = frozenset(map(key, ("được", "bị", "nhờ")))


def _introduces(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "em là Nam, …": the name is nobody to count, up to the next pronoun.

    Without another pronoun what is reported is the speaker's: "em là Nam đã cài rồi".
    """
    at = _find(spans, Tag.INTRO)
    if at < 0 or _find(spans[at + 1 : at + 2], Tag.NUMBER, Tag.PEOPLE) == 0:  # "bố mẹ với em là 3"
        named = at > 0 and spans[at - 1].tag is Tag.WITH and spans[at].value is None
        if named and _find(spans[:at], Tag.KIN) >= 0 and words[spans[at].last - 1].folded == "la":
            return [*spans[:at], spans[at]._replace(tag=Tag.SELF), *spans[at + 1 :]]
        return spans
    rest = _find(spans[at + 1 :], Tag.SELF)
    if rest >= 0:
        return spans[: at + 1] + spans[at + 1 + rest :]
    report = _find(spans[at + 1 :], Tag.DID, Tag.VERB, Tag.NOT)
    if at or report < 0 or _find(spans[at + 1 :], Tag.VERB) < 0:  # not "chỉ có ba em là chưa cài"
        return spans[: at + 1]
    return [*spans[:at], spans[at]._replace(tag=Tag.SELF, value=None), *spans[at + 1 + report :]]


_RULES: tuple[Callable[[list[Span], Sequence[Word]], list[Span]], ...] = (
    _suffers, _forbids, _reports, _is_asked_to, _does_it_for, _introduces,
)  # fmt: skip
