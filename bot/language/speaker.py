"""Which pronoun is the speaker's: "em", "con" and "cháu" are also relatives."""

from collections.abc import Sequence, Set
from itertools import pairwise

from bot.language.spans import Span
from bot.language.spelling import key
from bot.language.tags import Tag
from bot.language.text import Word

_CHILD = frozenset({"con", "chau", "em"})
_ADULT = frozenset({"toi", "tui", "minh"})
#: Pronouns of the older of two who talk, and what they say is theirs: "vợ anh", "nhà chị".
_OLDER = ("anh", "chi", "chu", "bac")
_SPOUSE = frozenset({"vo", "chong", "xa"})
_OWNED = frozenset({"vo", "chong", "xa"})


def _is_girl_by_name(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "thằng Tí với con Mai", "má, con Na": a southern "con", and not who writes."""
    if spans[at].tag is not Tag.SELF or not _is_word(spans[at], "con", words) or not 0 < at < len(spans) - 1:
        return False
    name = words[spans[at + 1].first]
    listed = spans[at - 1].tag is Tag.WITH or (spans[at - 1].tag is Tag.MARK and at > 1)
    listed = listed and (at < 2 or spans[at - 2].tag in (Tag.KIN, Tag.UNKNOWN, Tag.SELF, Tag.TOGETHER))
    beside = spans[at].last == spans[at + 1].first
    return listed and beside and spans[at + 1].tag is Tag.UNKNOWN and name.capital


def _as_owners(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "anh trai con học lớp 10", "hai cháu học ở xa": whose brother; the children."""
    changed: list[Span] = []
    for span in spans:
        owned = changed and changed[-1].tag in (Tag.KIN, Tag.NUMBER) and changed[-1].last == span.first
        pupils = any(word.folded == "sinh" for word in words[span.last : span.last + 1])
        if owned and span.tag is Tag.INTRO and words[span.last - 1].folded == "hoc" and not pupils:
            changed.append(Span(Tag.SELF, None, span.first, span.last - 1))
            changed.append(Span(Tag.UNKNOWN, words[span.last - 1].key, span.last - 1, span.last))
        elif span.tag is Tag.OTHERS and [word.key for word in words[span.first : span.last]] == _GRANDMA:
            mine = any(
                one.tag is Tag.KIN and words[two.first].folded == "con" and one.last == two.first
                for one, two in pairwise(spans)
            )
            changed.append(span._replace(tag=Tag.KIN, value=1) if mine else span)  # beside "mẹ con", "bố con"
        else:
            changed.append(span)
    return changed


_GRANDMA = [key("bà"), "con"]


def one_speaker(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """The spans with every pronoun that is not the speaker's turned into a relative.

    A parent who introduces himself ("phụ huynh em Thảo") declares for the child: the child is the speaker,
    and the parent beside it ("cháu cài rồi, tôi cũng cài rồi") a relative.
    """
    if any(span.tag in (Tag.INTRO, Tag.OTHERS) for span in spans):
        spans = _as_owners(spans, words)
    pronouns = [words[span.last - 1].folded for span in spans if span.tag is Tag.SELF]
    if "con" in pronouns:
        spans = [
            span._replace(tag=Tag.KIN, value=1) if _is_girl_by_name(spans, at, words) else span
            for at, span in enumerate(spans)
        ]
        pronouns = [words[span.last - 1].folded for span in spans if span.tag is Tag.SELF]
    if not pronouns and (own := _called_as_relative(spans, words)) is not None:
        return [
            span._replace(tag=Tag.SELF, value=None) if _is_word(span, own, words) else span for span in spans
        ]
    apart = next((span for span in spans if span.tag is Tag.EXCLUDING), None)
    if apart is not None and words[apart.last - 1].folded == "ra":
        pronouns.insert(0, words[apart.last - 2].folded)  # "ngoài mình ra": hers
    parent = next((span for span in spans if span.tag is Tag.INTRO and span.value == "parent"), None)
    if parent is not None:
        spans = _with_both_parents(spans, words)
    if "minh" in pronouns:
        spans = _with_only_relative(spans, words)
    if not pronouns or (len(pronouns) == 1 and pronouns[0] not in ("con", "chau")):
        return spans  # nobody to tell apart
    if parent is not None:
        if _CHILD.isdisjoint(pronouns):
            return spans
        theirs = words[parent.first].folded
        return _as_relatives(spans, words, {theirs} if theirs in pronouns else _ADULT)
    spans = _with_only(spans, words)
    own = pronouns[0] if apart is not None and pronouns[0] in _ADULT else _own_pronoun(spans, words)
    if own is None:
        return spans
    return _as_relatives(spans, words, _relatives_beside(own))


def _with_both_parents(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "tôi là ba bé Na, … vợ chồng tôi chưa cài": the child is the speaker, they two relatives."""
    changed: list[Span] = []
    for span in spans:
        couple = span.tag is Tag.TOGETHER and "chong" in [w.folded for w in words[span.first : span.last]]
        if span.tag is Tag.SELF and changed and changed[-1].value == 2 and changed[-1].last == span.first:
            continue  # "vợ chồng *tôi*"
        told = [word.key for word in words[span.first : span.last]] == ["chau", "noi"]  # "cháu nói"
        changed.append(span._replace(tag=Tag.SELF if told else Tag.KIN) if couple or told else span)
    return changed


def _called_as_relative(spans: Sequence[Span], words: Sequence[Word]) -> str | None:
    """As in "anh cài rồi, vợ anh cũng xong": who has no other pronoun calls himself as the bot would."""
    for span, following in pairwise(spans):
        owned = span.tag is Tag.FAMILY or words[span.last - 1].folded in _OWNED
        if owned and span.last == following.first:
            for own in _OLDER:
                if _is_word(following, own, words):
                    return own
    return None


def _is_word(span: Span, word: str, words: Sequence[Word]) -> bool:
    return span.last - span.first == 1 and words[span.first].folded == word


def _as_relatives(spans: list[Span], words: Sequence[Word], pronouns: Set[str]) -> list[Span]:
    return [
        span._replace(tag=Tag.KIN, value=1)
        if span.tag is Tag.SELF
        and (span.last - span.first == 1 or words[span.first].folded in ("may", "dien"))
        and words[span.last - 1].folded in pronouns
        else span
        for span in spans
    ]


def _with_only(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "mình em cài": before another pronoun "mình" is "only"; in "1 mình em" it is "alone"."""
    changed = list(spans)
    for at in range(len(spans) - 1):
        here, before = spans[at], spans[at - 1] if at else None
        numbered = before is not None and before.tag is Tag.NUMBER
        if here.tag is spans[at + 1].tag is Tag.SELF and words[here.first].folded == "minh" and not numbered:
            left = before is not None and before.tag is Tag.REST  # "còn lại mình em"
            changed[at] = here._replace(tag=Tag.ONLY, value="left" if left else here.value)
    return changed


def _with_only_relative(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "còn mình bà ngoại chưa cài", "mới có mình ba": before a relative "mình" may be "only"."""
    return [
        span._replace(tag=Tag.ONLY, value="left" if words[span.first - 1].folded == "con" else None)
        if span.tag is Tag.SELF
        and words[span.first].folded == "minh"
        and span.last - span.first == 1
        and span.first
        and words[span.first - 1].folded in _BEFORE_ONLY
        and following.tag is Tag.KIN
        and following.first == span.last
        else span
        for span, following in zip(spans, [*spans[1:], spans[-1]], strict=True)
    ]


_BEFORE_ONLY = frozenset({"con", "co", "chi", "moi", "duoc", "sot", "tru", "thieu"})


def _own_pronoun(spans: Sequence[Span], words: Sequence[Word]) -> str | None:
    """An adult's pronoun before a child's; else the first. Who has a spouse is no "con"."""
    pronouns = [
        words[span.last - 1].folded
        for at, span in enumerate(spans)
        if span.tag is Tag.SELF and not (at and spans[at - 1].tag in (Tag.NUMBER, Tag.COUNTED))
    ]
    owners = {
        words[span.first].folded
        for before, span in pairwise(spans)
        if span.tag is Tag.SELF and before.last == span.first and _is_spouse(before, words)
    }
    wife_and_child = owners == {"con"} and len(pronouns) == 1  # "vợ con"
    if len(owners) == 1 and set(pronouns) == owners and not wife_and_child:
        return owners.pop()  # "cháu cài rồi, chồng cháu cũng cài rồi"
    married = any(_is_spouse(span, words) for span in spans)
    if married and set(pronouns) <= {"con", "chau"}:
        return "toi"
    return next((pronoun for pronoun in pronouns if pronoun in _ADULT), pronouns[0] if pronouns else None)


def _is_spouse(span: Span, words: Sequence[Word]) -> bool:
    """As in "chồng", "bà xã", "hai vợ chồng"."""
    spouse = not _SPOUSE.isdisjoint(word.folded for word in words[span.first : span.last])
    return spouse and span.tag in (Tag.KIN, Tag.TOGETHER)


def _relatives_beside(own: str) -> frozenset[str]:
    """What the other child's pronouns are, beside the speaker's own."""
    if own in _ADULT:
        return _CHILD
    if own == "em":
        return frozenset({"con", "chau"})
    return frozenset({"em"}) if own in _CHILD else frozenset()
