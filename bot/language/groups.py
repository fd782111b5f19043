"""From spans to groups: neighbours that belong together become one span, left to right.

A group can grow again: (4 + người) + con = four children. Before that courtesy is dropped, with whoever is
only called, and every pronoun given to whom it means.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from bot.language.apps import with_app_had
from bot.language.elders import with_elder
from bot.language.near import Near
from bot.language.pairs import PAIR_RULES
from bot.language.spans import Span
from bot.language.speaker import one_speaker
from bot.language.sums import with_parts
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.triples import TRIPLES
from bot.language.verdicts import with_verdicts
from bot.language.words.familiar import names

_CALLED = (Tag.KIN, Tag.SELF, Tag.FAMILY)
_INFANTS = frozenset(
    {"con", "chau", "be", "em", "nhoc", "cu", "moi", "duoc", "nho", "ut", "gai", "trai", "sinh"}
)
_GROWN_UP = frozenset({"vo", "chong", "me", "ma", "ba", "bo", "ong"})
_RECURRING = frozenset({"ve", "truoc", "sau", "nua", "nay", "roi", "moi", "lan"})
_CALLS = frozenset({"oi", "ui", "a", "anh", "nha", "nhe", "ha", "hen"})


def grouped(spans: Sequence[Span], words: Sequence[Word]) -> list[Span]:
    """The spans with neighbours that belong together joined, left to right."""
    groups: list[Span] = []
    kinds = {span.tag for span in spans}
    if Tag.REASON in kinds:
        spans = _months_as_ages(spans, words)
    if Tag.POLITE in kinds and Tag.UNKNOWN in kinds:
        spans = _outsiders_by_name(spans, words)
    spans = one_speaker(_without_vocatives(with_elder(spans, words), words), words)
    for span in _with_then(spans, words) if Tag.DID in kinds else spans:
        groups.append(span)
        while _join_last(groups, words):
            pass
    # Without a number, "người nhà" is all of them: "người nhà chưa cài".
    if Tag.COUNTED in kinds:
        groups = [
            group._replace(tag=Tag.REST, value=None)
            if group.tag is Tag.COUNTED and group.value == "rest"
            else group
            for group in groups
        ]
    if Tag.COUNTED in kinds and Tag.WITH in kinds:
        groups = _children_beside_parents(groups, words)
    if Tag.APP in kinds:
        groups = with_app_had(groups, words)
    return with_verdicts(with_parts(groups, words), words)


def _children_beside_parents(groups: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "vợ chồng em với 3 đứa": the children of whom was named before."""
    return [
        group._replace(tag=Tag.KIN)
        if group.tag is Tag.PEOPLE
        and at > 1
        and groups[at - 1].tag is Tag.WITH
        and groups[at - 2].tag in (Tag.TOGETHER, Tag.KIN, Tag.SELF)
        and words[group.last - 1].folded in ("dua", "nhoc")
        else group
        for at, group in enumerate(groups)
    ]


def _join_last(groups: list[Span], words: Sequence[Word]) -> bool:
    """Join the last three or two groups if a rule fits them; whether one did."""
    if len(groups) >= 3 and (rules := TRIPLES.get(groups[-1].tag)) is not None:
        near = Near(groups[-3:], words)
        for rule in rules:
            if (joined := rule(near)) is not None:
                _replace(groups, 3, joined)
                return True
    if len(groups) >= 2 and (pair := PAIR_RULES.get((groups[-2].tag, groups[-1].tag))) is not None:
        joined = pair(Near(groups[-2:], words))
        if joined is not None:
            _replace(groups, 2, joined)
            return True
    return False


def _replace(groups: list[Span], size: int, joined: tuple[Tag, Any]) -> None:
    tail = groups[-size:]
    groups[-size:] = [Span(joined[0], joined[1], tail[0].first, tail[-1].last)]


def _without_vocatives(spans: Sequence[Span], words: Sequence[Word]) -> list[Span]:
    """Courtesy dropped, and with it whoever is only called: "cài rồi bà ơi", "cài rồi chú ạ"."""
    kept: list[Span] = []
    for at, span in enumerate(spans):
        if span.tag is Tag.POLITE:
            continue
        if span.tag is Tag.UNKNOWN and span.value is None and _is_all_of(spans, at, words):
            continue
        if span.tag in _CALLED:
            following = spans[at + 1] if at + 1 < len(spans) else None
            if at and span.tag is not Tag.FAMILY and _closes_with_courtesy(spans, at, words):
                continue  # "cài rồi nhé em", "ba mẹ với em gái nghen chú"
            if _is_bare_particle(kept, span, spans[at + 1 :], words):
                continue
            if span.tag is Tag.SELF and kept and _is_talked_to(kept, span, spans[at + 1 :], words):
                continue
            if _is_called(kept, span, following, words):
                continue
        kept.append(span)
    return kept


_PARTICLES = frozenset(
    {"nhe", "nha", "nhen", "nghen", "nghe", "hen", "heng", "hi", "ne", "nhi", "do", "day", "ha", "luon"}
)
_PEOPLE_CALLED = frozenset(
    {
        "em",
        "con",
        "chau",
        "chi",
        "anh",
        "chu",
        "bac",
        "di",
        "co",
        "thay",
        "ong",
        "ba",
        "cau",
        "mo",
        "thim",
        "ban",
    }
)


def _is_all_of(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "cả 3 đứa con", "cả bố mẹ": a word that says nothing of its own."""
    both = at + 1 < len(spans) and spans[at + 1].tag in (Tag.NUMBER, Tag.KIN)
    return both and words[spans[at].first].folded == "ca"


def _closes_with_courtesy(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """Whether behind a particle somebody is called, and the sentence ends."""
    span, before = spans[at], spans[at - 1]
    called = span.last - span.first == 1 and words[span.first].folded in _PEOPLE_CALLED
    if not called or before.tag is not Tag.POLITE or words[before.last - 1].folded not in _PARTICLES:
        return False
    rest = takewhile(lambda later: later.tag is not Tag.MARK, spans[at + 1 :])
    return all(later.tag is Tag.POLITE for later in rest)


#: Who calls the other "cháu", "em": "ông cài rồi cháu".
_ELDERS = frozenset({"ong", "bac", "chu", "co", "thay", "di", "anh", "chi"})


def _is_bare_particle(
    kept: Sequence[Span], span: Span, following: Sequence[Span], words: Sequence[Word]
) -> bool:
    """As in "cai roi nha con" without marks: "nhà con", or the particle and who is talked to?"""
    named = [word.key for word in words[span.first : span.last]]
    closes = all(later.tag in (Tag.POLITE, Tag.MARK) for later in following)
    house = named in (["nha", "con"], ["nha", "em"], ["nha", "chau"])
    if not (house and closes and kept):
        return False
    return kept[-1].tag in _BEFORE_PARTICLE or (
        kept[-1].tag is Tag.UNKNOWN and words[kept[-1].last - 1].folded not in _WHERE
    )


_BEFORE_PARTICLE = frozenset(
    {Tag.DID, Tag.NOT, Tag.VERB, Tag.CAN, Tag.APP, Tag.ALSO, Tag.ONLY, Tag.EVERY, Tag.UNABLE, Tag.REASON,
     Tag.PAST, Tag.GONE, Tag.YES, Tag.RIGHT, Tag.ABSENT, Tag.LABEL, Tag.DENY, Tag.SOON, Tag.WILL, Tag.ONGOING}
)  # fmt: skip
_WHERE = frozenset({"o", "trong", "ve", "tai", "qua", "den", "ben", "gan", "cua", "cho", "ca", "khap"})


def _is_talked_to(kept: Sequence[Span], span: Span, following: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "cả nhà cài rồi em ạ": an older person closes with whom he talks to."""
    young = words[span.first].folded in ("em", "con", "chau") and span.last - span.first == 1
    closes = bool(following) and words[following[0].first].folded in _BEHIND_CALLED
    closes = closes or (
        not following
        and any(old.tag in (Tag.KIN, Tag.POLITE) and words[old.first].folded in _ELDERS for old in kept)
    )
    closes = closes and all(
        later.tag is Tag.POLITE for later in takewhile(lambda later: later.tag is not Tag.MARK, following)
    )
    before = words[span.first - 1].folded
    only = kept[-1].tag is Tag.ONLY and before not in ("thoi", "ha")
    held = before in _HOLDING or only or (before == "minh" and words[span.first - 2].folded != "thong")
    said = kept[-1].tag not in _HOLDS_ON and not held
    said = said or (bool(following) and _is_counted_apart(kept, words[span.first].folded, words))
    return young and ((closes and said) or _closes_an_answer(kept, following, words))


#: Behind these "em nhé" may be one of those who are told of: "mẹ với em nhé", "trừ em ạ", "2 em nha".
_HOLDS_ON = frozenset(
    {Tag.WITH, Tag.KIN, Tag.NUMBER, Tag.FAMILY, Tag.WHOLE, Tag.FOR, Tag.EXCEPT, Tag.LESS, Tag.PLUS, Tag.SELF,
     Tag.HAVE, Tag.TOGETHER, Tag.SOME, Tag.BUT, Tag.BY, Tag.REST, Tag.OF, Tag.MARK, Tag.SAYS, Tag.INTRO}
)  # fmt: skip
_HOLDING = frozenset({"ca", "them", "rieng", "moi", "cua", "tru", "la", "cung", "chi", "co", "bang"})


_BEHIND_CALLED = frozenset({"a", "oi", "nhe", "nha", "nghen", "anh", "nhen", "ha", "hen"})
_OWN = frozenset({"toi", "tui", "minh", "tao"})


def _is_counted_apart(kept: Sequence[Span], called: str, words: Sequence[Word]) -> bool:
    """As in "là năm em nhé", "đã cài 4 em ạ", "mỗi má tui em nhé": a number, or hers, and who is called.

    Not "ba mẹ với 2 em nhé", where the two may be her brothers.
    """
    own = any(
        each.tag is Tag.SELF and words[each.last - 1].folded in _OWN | ({"con", "chau"} - {called})
        for each in kept
    )
    last, before = kept[-1].tag, kept[-2] if len(kept) > 1 else None
    if last in (Tag.KIN, Tag.SELF):
        return own
    listed = before is not None and before.tag in (Tag.WITH, Tag.KIN, Tag.MARK, Tag.TOGETHER)
    listed = listed and words[kept[-1].first - 1].folded not in ("la", "tong", "du", "thanh", "duoc")
    return last is Tag.NUMBER and before is not None and (own or not listed)


def _closes_an_answer(kept: Sequence[Span], following: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "hết rồi em", "ừ em", "ba mẹ cài rồi em"; but "ba mẹ rồi em" may list her, too."""
    if kept[-1].tag not in _ANSWERS or not words[kept[-1].first].folded.isalnum():  # "✅ em"
        return False
    ends = all(span.tag is Tag.POLITE for span in takewhile(lambda span: span.tag is not Tag.MARK, following))
    since = max((at for at, span in enumerate(kept) if span.tag is Tag.MARK), default=-1)
    said = {span.tag for span in kept[since + 1 :]}
    return ends and (said.isdisjoint(_PERSONS) or Tag.VERB in said)


_ANSWERS = frozenset({Tag.DID, Tag.YES, Tag.RIGHT})
_PERSONS = frozenset({Tag.KIN, Tag.SELF, Tag.TOGETHER, Tag.FAMILY, Tag.HAVE, Tag.NUMBER, Tag.PEOPLE, Tag.FOR})


def _is_called(kept: Sequence[Span], span: Span, following: Span | None, words: Sequence[Word]) -> bool:
    next_word = words[following.first].folded if following is not None else ""
    if following is not None and following.tag is Tag.POLITE and next_word in ("oi", "ui"):
        return True
    closing = following is None or following.tag is Tag.MARK or next_word in _CALLS
    behind = bool(kept) and kept[-1].tag in (Tag.DID, Tag.NOT, Tag.VERB)
    return span.tag is Tag.KIN and closing and behind and span.last - span.first == 1


def _months_as_ages(spans: Sequence[Span], words: Sequence[Word]) -> Sequence[Span]:
    """As in "bé út 8 tháng"; "2 tháng về 1 lần" is nobody's age."""
    return [
        span._replace(tag=Tag.LABEL, value=None)
        if span.tag is Tag.REASON and _is_in_months(span, words) and not _is_an_age(spans, at, words)
        else span
        for at, span in enumerate(spans)
    ]


def _outsiders_by_name(spans: Sequence[Span], words: Sequence[Word]) -> Sequence[Span]:
    """As in "Thầy Tùng với cô Hạnh cài rồi": called by title and name, they are no relatives."""
    return [
        span._replace(tag=Tag.OTHERS)
        if span.tag is Tag.POLITE
        and words[span.first].folded in ("thay", "co")
        and _is_name_of_subject(spans[at + 1 : at + 4], words)
        and (at == 0 or spans[at - 1].tag in (Tag.MARK, Tag.WITH, Tag.FAMILY, Tag.KIN))
        else span
        for at, span in enumerate(spans)
    ]


def _is_name_of_subject(following: Sequence[Span], words: Sequence[Word]) -> bool:
    """A name, and behind it what is said of its bearer, with nobody else in between."""
    if not following or following[0].tag is not Tag.UNKNOWN:
        return False
    word = words[following[0].first]
    if not word.capital and word.key not in names():
        return False
    behind = next((span.tag for span in following[1:] if span.tag is not Tag.UNKNOWN), None)
    return behind in (Tag.VERB, Tag.DID, Tag.NOT, Tag.WITH)


def _is_in_months(span: Span, words: Sequence[Word]) -> bool:
    last = words[span.last - 1].folded
    return span.value == "too_young" and last == "thang"


def _is_an_age(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """Behind a child, and nothing happens every so many months."""
    before = words[spans[at].first - 1].folded if at else "be"
    following = words[spans[at].last].folded if spans[at].last < len(words) else ""
    whose = next((span for span in reversed(spans[:at]) if span.tag in (Tag.KIN, Tag.MARK)), None)
    adult = whose is not None and whose.tag is Tag.KIN and words[whose.first].folded in _GROWN_UP
    child = before in _INFANTS or spans[at - 1].tag is Tag.KIN
    return child and not adult and following not in _RECURRING


def _with_then(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "mua máy rồi em cài", "sạc xong em cài": before the speaker and the verb "rồi" is "then"."""
    then = [Tag.SELF, Tag.VERB]
    return [
        span._replace(tag=Tag.THEN)
        if span.tag is Tag.DID
        and words[span.first].folded in ("roi", "xong")
        and [later.tag for later in spans[at + 1 : at + 3]] == then
        else span
        for at, span in enumerate(spans)
    ]
