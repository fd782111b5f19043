"""Persons: each is counted once, by the verdict that was said of her."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from bot.language.doubts.recount import fewest_and_most, named_in
from bot.language.doubts.seen import COUNTS, PERSONS, Seen, clause_has, persons_of
from bot.language.numbers import NUMBER_WORDS
from bot.language.predicates import State
from bot.language.spans import Span
from bot.language.statements import Statement
from bot.language.tags import Tag


def recounted_otherwise(seen: Seen) -> bool:
    """Counting by name comes to other numbers; where numbers are typed, they count."""
    if seen.all or seen.has(Tag.FRACTION, Tag.DEVICES, *COUNTS):
        return False
    if sum(span.tag in (Tag.KIN, Tag.TOGETHER) for span in seen.spans) < 2:
        return False
    told = [
        (said.state, named_in(said, at, seen.words))
        for at, said in enumerate(seen.told)
        if said.rule != "none" and not clause_has(said, Tag.OTHERS, Tag.ABSENT)
    ]
    everybody = [named for _, names in told for named in names]
    done = [named for state, names in told if state is State.DONE for named in names]
    unsaid = [named for state, names in told if state is None for named in names]
    by_name = not seen.has(Tag.WHOLE, Tag.EVERY, Tag.REST)
    fewest, most = fewest_and_most(done)[0], fewest_and_most(done + unsaid)[1]
    if seen.done and by_name and not fewest <= seen.done <= most:
        return True
    fewest, most = fewest_and_most(everybody)
    return bool(seen.total) and not fewest <= (seen.total or 0) <= most


def side_by_side(seen: Seen) -> bool:
    """As in "4 đứa cháu nội ngoại", "ba cu" without marks: nothing stands between them, and are they two?"""
    return any(
        one.tag is two.tag is Tag.KIN
        and one.last == two.first
        and seen.words[two.first].value is None
        and seen.words[two.first].key not in NUMBER_WORDS
        and (not seen.marked or seen.folded(two) in _SIDES)
        for one, two in pairwise(seen.spans)
    )


_SIDES = (["noi", "ngoai"], ["noi"], ["ngoai"])


def child_named_twice(seen: Seen) -> bool:
    """As in "mình với con bé con, cháu mới 20 tháng": two were counted that may be one."""
    if not seen.total or seen.has(*COUNTS):
        return False
    named = [mention for at, said in enumerate(seen.told) for mention in named_in(said, at, seen.words)]
    children = [mention for mention in named if mention.role == "child"]
    again = any(one.may_be(two) for one, two in combinations(children, 2))
    return again and seen.total == fewest_and_most(named)[1]


def named_twice_at_once(seen: Seen) -> bool:
    """As in "em ở với cậu mợ cậu cài rồi", without its comma: a list, and one of those listed."""
    return any(_names_twice(seen, said) for said in seen.told if said.state in (State.DONE, None))


def _names_twice(seen: Seen, said: Statement) -> bool:
    names = [seen.folded(span) for span in said.clause.spans if span.tag in (Tag.KIN, Tag.TOGETHER)]
    for one, two in combinations(names, 2):
        shorter, longer = sorted((one, two), key=len)
        if one == two or (
            len(longer) > 1 and shorter in ([longer[0]], [longer[1]]) and shorter[0] in _IN_PAIRS
        ):
            return True
    return False


_IN_PAIRS = frozenset(
    {"me", "ma", "bo", "cha", "tia", "cau", "mo", "chu", "thim", "duong", "co", "ong", "chau"}
)


def member_of_a_group(seen: Seen) -> bool:
    """As in "nhà chỉ có hai bà cháu em cài rồi bà em …": she is one of the two."""
    groups = [span for span in seen.spans if span.tag is Tag.TOGETHER]
    names = {tuple(seen.folded(span)[:1]) for span in seen.spans if span.tag is Tag.KIN and span.value == 1}
    if any(_is_of_the_group(seen, group) for group in groups):
        return True
    return any(
        any((word,) in names for word in seen.folded(group) if word.isalpha())
        and (_only_total(seen) or (seen.done or 0) + (seen.exempt or 0)) > group.value - 1
        for group in groups
    )


def _only_total(seen: Seen) -> int:
    """As in "em với mẹ và chị, 3 mẹ con": how many live there, and nothing else."""
    return seen.total or 0 if seen.done is None and not seen.exempt and seen.me is None else 0


def _is_of_the_group(seen: Seen, group: Span) -> bool:
    """As in "nhà có ba bà cháu cháu cài rồi còn bà thì chưa": the group has it, and one of them has not?"""
    if group.value < 2 or seen.done is None or seen.done < group.value - 1:
        return False
    words = set(seen.folded(group)) & _IN_GROUPS
    return any(
        said.state not in (State.DONE, None) and any(name in words for name in said.kin) for said in seen.told
    )


_IN_GROUPS = frozenset({"ba", "me", "ma", "ong", "bo", "cha", "di", "chu", "cau"})


def named_behind_verdict(seen: Seen) -> bool:
    """As in "con trai lớn cài rồi con gái nhỏ mới 9 tuổi", without its comma: does the verdict reach back?"""
    return any(said.state is State.DONE and _names_behind_verdict(said.clause.spans) for said in seen.told)


def _names_behind_verdict(spans: Sequence[Span]) -> bool:
    verbs = [
        at for at, span in enumerate(spans[:-1]) if span.tag is Tag.VERB and spans[at + 1].tag is Tag.KIN
    ]
    if any(
        {Tag.DID, Tag.ALSO} & {span.tag for span in spans[:at]} and _is_subject(spans[:at]) for at in verbs
    ):
        return True  # "chồng cũng đã cài con gái út mới 6 tuổi"
    did = [at for at, span in enumerate(spans) if span.tag is Tag.DID]
    if not did or not any(span.tag in PERSONS for span in spans[: did[-1]]):
        return False
    behind = spans[did[-1] :]
    return any(two.tag is Tag.KIN and one.tag not in _LEADING for one, two in pairwise(behind)) and not any(
        span.tag in (Tag.VERB, Tag.ALSO) for span in behind
    )


def _is_subject(spans: Sequence[Span]) -> bool:
    return any(span.tag is Tag.KIN for span in spans)


_LEADING = frozenset({Tag.FOR, Tag.WITH, Tag.ONLY, Tag.VERB, Tag.PLUS, Tag.EVERY, Tag.KIN, Tag.BY})


def verdict_not_read(seen: Seen) -> bool:
    """As in "ông nội mò mẫm cả tiếng mới nhập xong": something is said of him, and he was left out."""
    return any(
        said.state is None
        and persons_of(said)
        and clause_has(said, Tag.DID, Tag.NOT, Tag.GONE)
        and not clause_has(said, Tag.ABSENT)
        for said in seen.told
        if said.rule != "none"
    )
