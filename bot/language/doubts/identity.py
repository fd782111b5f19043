"""Who is meant: a relative, who writes, who is written to, or no person at all?"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.domain.forms import Slot
from bot.language.doubts.seen import Seen
from bot.language.hanging import PARENTS
from bot.language.predicates import State
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.words.familiar import names


def perhaps_addressed(seen: Seen) -> bool:
    """As in "em cài đầu tiên luôn đó chị khỏi lo": behind what she did, a bare title may be a call."""
    if seen.done is None:
        return False
    return _is_called_or_tells(seen) or any(
        two.tag is Tag.KIN
        and one.tag in (Tag.DID, Tag.ALSO, Tag.UNKNOWN)
        and seen.folded(two) in _TITLES
        and any(span.tag is Tag.SELF for span in said.clause.spans[:at])
        for said in seen.told
        for at, (one, two) in enumerate(pairwise(said.clause.spans))
    )


def _is_called_or_tells(seen: Seen) -> bool:
    """As in "e cài r c cài hồi trưa": her sister, or whoever is written to, and the speaker goes on?"""
    return any(
        two.clause.before == ""
        and one.state is State.DONE
        and one.clause.spans[-1].tag is Tag.DID
        and two.clause.spans[0].tag is Tag.KIN
        and seen.folded(two.clause.spans[0]) in _TITLES
        and two.clause.spans[1:2]
        and two.clause.spans[1].tag is Tag.VERB
        for one, two in pairwise(seen.said)
        if one.me or not one.kin
    )


_TITLES = (["anh"], ["chi"], ["co"], ["chu"], ["bac"])


def child_or_but(seen: Seen) -> bool:
    """As in "ba me vo con day du", without marks: a child, several, or "còn"?"""
    return not seen.marked and any(
        span.tag is Tag.KIN
        and span.value == 1
        and seen.folded(span) in (["con"], ["chau"], ["em"])
        and not (span.first and seen.words[span.first - 1].folded in ("voi", "va"))
        for said in seen.told
        for span in said.clause.spans
    )


def child_or_left(seen: Seen) -> bool:
    """As in "ca nha cai roi con minh toi", without marks: con mình, or còn mình tôi, who has not?"""
    if seen.marked:
        return False
    folded = [word.folded for word in seen.words]
    return "minh" in folded and any(
        folded[at : at + 2] == ["con", "minh"] and folded[at + 2] in _LEFT for at in range(len(folded) - 2)
    )


_LEFT = frozenset(
    {"em", "toi", "tui", "con", "chau", "me", "ma", "bo", "ba", "ong", "vo", "chong", "anh", "chi"}
)


def relative_without_marks(seen: Seen) -> bool:
    """As in "bo, di va 2 em", "em nho con gai cai roi", "ngoai em thi me em": dì, nhờ, ngoài?"""
    if seen.marked:
        return False
    folded = [",", *(word.folded for word in seen.words), "."]
    kin = {span.first for span in seen.spans if span.tag is Tag.KIN}
    named = {place for span in seen.spans if span.tag is Tag.KIN for place in range(span.first, span.last)}
    return any(
        (word in _LISTED and {folded[at], folded[at + 2]} <= _BETWEEN and at not in named)
        or (word == "nho" and at not in named and at + 1 in kin)
        or (word == "nho" and at in kin and folded[at] in _PRONOUNS)
        or (
            word == "ngoai"
            and at in kin
            and folded[at] == ","
            and folded[at + 2] in _PRONOUNS
            and len(kin) > 1
        )
        for at, word in enumerate(folded[1:-1])
    )


_LISTED = frozenset({"ma", "di", "mo", "chu", "cau", "co", "noi", "u"})

_BETWEEN = frozenset({",", "va", "voi", "+", "\n"})

_PRONOUNS = frozenset({"em", "toi", "minh", "tui", "con", "chau"})


def pieces_or_installed(seen: Seen) -> bool:
    """As in "ba cai roi", without marks: three things, or the father has it?"""
    return not seen.marked and any(
        span.tag is Tag.LABEL and seen.folded(span)[-1] == "cai" and seen.words[span.first].value is None
        for span in seen.spans
    )


def mother_or_but(seen: Seen) -> bool:
    """As in "ba cai roi ma chua", without marks: mẹ chưa, or "mà", and he has not?"""
    return not seen.marked and any(
        two.clause.before == "ma"
        and one.state is not None
        and two.clause.spans[0].tag in (Tag.NOT, Tag.DID, Tag.VERB)
        and {span.tag for span in two.clause.spans} <= _BARE_VERDICT
        for one, two in pairwise(seen.said)
        if one.kin
    )


_BARE_VERDICT = frozenset({Tag.NOT, Tag.VERB, Tag.DID, Tag.RESPECT})


def lives_away(seen: Seen) -> bool:
    """As in "em ở ktx, bố mẹ dưới quê cài rồi": is theirs her household?"""
    if not any(said.state is State.DONE and said.kin for said in seen.told):
        return False
    return any(
        _AWAY.search(" ".join(word.folded for word in seen.words[spans[0].first : _end(seen, said)]))
        for said in seen.said
        if (spans := said.clause.spans)[0].tag is Tag.SELF
    )


_AWAY = re.compile(
    r"\b(?:o|ngoai|trong|len|ra) (?:ktx|ky tuc xa|tro|noi tru|nha tro|phong tro)\b|\bdi hoc xa\b"
)


def _end(seen: Seen, said: Statement) -> int:
    """Where the clause ends, its silent words included."""
    at = said.clause.spans[-1].last
    while at < len(seen.words) and seen.words[at].folded.isalnum():
        at += 1
    return at


def too_small_to_write(seen: Seen) -> bool:
    """As in "ngoài mình ra còn đứa con, cháu 3 tuổi": whoever is so young does not write."""
    return any(
        one.tag is Tag.SELF and two.tag is Tag.AGE and isinstance(two.value, int) and two.value < _WRITES
        for said in seen.said
        for one, two in pairwise(said.clause.spans)
    )


_WRITES = 6  #: years


def parent_by_another_word(seen: Seen) -> bool:
    """As in "nhà em còn mẹ, bà cài rồi": the mother, or a grandmother besides?"""
    parents: set[str] = set()
    grandparents = False
    for said in seen.said:
        named = said.elder in parents and not grandparents and not said.kin.keys().isdisjoint(_ELDER_NAMES)
        if named and not _is_told_apart(seen, said):
            return True
        if (
            said.elder
            and said.has(Tag.AGE, Tag.REASON)
            and not said.has(Tag.WITH)
            and not said.kin.keys().isdisjoint(_PARENTS_BY_SEX[said.elder])
        ):
            return True  # "còn mẹ già 82 tuổi bà không biết chữ"
        for name in said.kin if not said.elder else ():
            parents |= {
                sex for sex, words in PARENTS.items() if name.split()[0] in words and name != "ba noi"
            }
            grandparents = grandparents or "noi" in name or "ngoai" in name or name == "ong ba"
    return False


def _are_two_old(seen: Seen) -> bool:
    """As in "hai ông bà già này thôi", "nhà bác có 2 ông bà già": nobody else, and no "em" writes."""
    named = [span for span in seen.spans if span.tag is Tag.KIN]
    if len(named) != 1 or seen.asked is Slot.FAMILY_DONE or seen.total != 2:
        return False
    two = seen.words[named[0].first]
    young = any(
        span.tag is Tag.SELF and seen.folded(span)[-1] in ("em", "con", "chau", "minh", "toi")
        for span in seen.spans
    )
    return not young and (two.value == 2 or two.key == "hai") and "gia" in _with_next(seen, named[0])


def _with_next(seen: Seen, span: Span) -> list[str]:
    return [word.folded for word in seen.words[span.first : span.last + 1]]


def _is_told_apart(seen: Seen, said: Statement) -> bool:
    """As in "bố, mẹ, bà và em", "mẹ rồi, bà thì chưa": one of a list, or another verdict than hers."""
    before = [each for each in seen.said if each.kin and each is not said]
    if said.state is None:
        return all(each.state is None for each in before) and not said.has(Tag.FAMILY, Tag.AGE, Tag.UNKNOWN)
    parents = [
        each.state for each in before if each.state and any(name in _PARENT_NAMES for name in each.kin)
    ]
    return bool(parents) and said.state not in parents


_PARENTS_BY_SEX = {
    "she": frozenset({"me", "ma", "me gia", "ma gia"}),
    "he": frozenset({"bo", "cha", "tia", "bo gia", "cha gia"}),
}
_PARENT_NAMES = frozenset({"me", "ma", "bo", "cha", "tia", "bo me", "ba me", "ba ma", "cha me"})
_ELDER_NAMES = frozenset({"ba", "ong", "cu", "ba cu", "ong cu"})


def child_or_speaker(seen: Seen) -> bool:
    """As in "con cài rồi, chồng với 2 đứa nhỏ cũng cài": who begins so may speak of herself."""
    if seen.has(Tag.SELF) or not seen.told:
        return False
    first = [span for span in seen.told[0].clause.spans if span.tag in (Tag.KIN, Tag.FAMILY)]
    return len(seen.told) > 1 and len(first) == 1 and seen.folded(first[0]) in (["con"], ["chau"])


def couple_of_whom(seen: Seen) -> bool:
    """As in "hai vợ chồng con cài rồi ạ": her child's marriage, or who writes is "con"?"""
    return not seen.has(Tag.SELF) and any(
        span.tag is Tag.KIN and span.value == 2 and seen.folded(span)[-3:] in _COUPLES for span in seen.spans
    )


_COUPLES = (["vo", "chong", "con"], ["vo", "chong", "chau"])


def nobody_named_before(seen: Seen) -> bool:
    """As in "anh ấy cài rồi" at the start: who?"""
    for said in seen.told:
        spans = said.clause.spans
        if any(span.tag is Tag.KIN for span in spans):
            return False
        if said.state is not None and any(
            span.tag is Tag.THEY and span.value is None and seen.folded(span)[0] in _CALLED for span in spans
        ):
            return True
    return False


#: "nó" is the app as often as a person, and "cháu nó" the pupil whose parent writes.
_CALLED = frozenset({"anh", "chi", "ong", "ba", "co", "cau", "bac", "cu"})


def called_by_name(seen: Seen) -> bool:
    """As in "Hạnh cài rồi", "Nam nhà em cài rồi": somebody, but a relative, a colleague, or who writes?"""
    return any(said.state is not None and _begins_with_name(seen, said.clause.spans) for said in seen.told)


def _begins_with_name(seen: Seen, spans: Sequence[Span]) -> bool:
    if len(spans) < 2 or spans[0].tag is not Tag.UNKNOWN or spans[0].last != spans[1].first:
        return False
    word = seen.words[spans[0].first]
    return word.key in names() and spans[1].tag in (Tag.VERB, Tag.DID, Tag.FAMILY, Tag.ALSO, Tag.NOT)


def speaks_of_herself(seen: Seen) -> bool:
    """As in "chị cài rồi cô", "chị Ba cài rồi": a sister, a colleague, or who writes?"""
    if not (seen.done or seen.exempt) or any(said.me for said in seen.said):
        return False
    names = {name.split()[0] for said in seen.said for name in said.kin}
    if seen.asked is Slot.SELF_DONE and names and names <= _ELDERS:
        return True  # "bác cài rồi cháu ạ", "cô Ba cài rồi nha con"
    alone = any(set(said.kin) in ({"chi"}, {"anh"}) and said.state is State.DONE for said in seen.said)
    return seen.asked in (None, Slot.SELF_DONE) and (alone or names in ({"chi"}, {"anh"}))


#: Who may speak of themselves so to somebody younger.
_ELDERS = frozenset({"bac", "ong", "chu", "co", "thay", "di", "anh", "chi"})


def parent_or_child(seen: Seen) -> bool:
    """As in "em là phụ huynh bé Na, hai vợ chồng em cài rồi": is the child or the parent "em"?"""
    parent = any(span.tag is Tag.INTRO and span.value == "parent" for span in seen.spans)
    return parent and seen.has(Tag.TOGETHER)


def old_couple(seen: Seen) -> bool:
    """As in "nhà giờ còn hai ông bà già, cài rồi": her parents, or the two who write?"""
    if _are_two_old(seen):
        return True
    if seen.me is not None or seen.done is None or not seen.has(Tag.FAMILY) or seen.asked is Slot.FAMILY_DONE:
        return False
    old = [name.split()[-2:] for said in seen.said if "too_old" in said.reasons for name in said.kin]
    return ["ong", "ba"] in old and sum(bool(said.kin) for said in seen.told if said.state) <= 1
