"""Numbers: each has one role, and says whether the speaker is in it."""

from itertools import pairwise

from bot.domain.forms import Slot
from bot.language.doubts.seen import COUNTS, Seen, clause_has, numbers_of, persons_of
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag


def number_without_role(seen: Seen) -> bool:
    """Every number is a slot, with or without the speaker, or the sum of the numbers is."""
    if seen.all or seen.asked is Slot.CONFIRM or seen.has(Tag.WRONG, Tag.INSTEAD, Tag.PLUS):
        return False
    if any(said.added for said in seen.told):
        return False  # "hôm qua hai, hôm nay thêm cậu út nữa là ba"
    numbers = [
        number for said in seen.told if said.state in (State.DONE, None) for number in _taken_together(said)
    ]
    roles = {
        value + me for value in (seen.total, seen.done, seen.exempt) if value is not None for me in (0, 1)
    }
    if seen.total is not None and seen.done is not None:
        roles.add(seen.total - seen.done)
    added_up = sum(numbers) in roles or (bool(numbers) and sum(numbers[:-1]) == numbers[-1] in roles)
    return not roles.issuperset(numbers) and not added_up


def _taken_together(said: Statement) -> list[int]:
    """The numbers of a clause; as one, where it has children beside grown-ups."""
    numbers = numbers_of(said)
    together = len(numbers) == 1 and said.count is not None and not said.kin
    return [said.count] if together and said.count is not None else numbers


def two_roles_for_a_number(seen: Seen) -> bool:
    """As in "phần gia đình là 2 người cài", correcting a summary: of the household, or of those done?"""
    return seen.asked is Slot.CONFIRM and any(
        clause_has(said, Tag.FAMILY, Tag.WHOLE)
        and numbers_of(said)
        and (
            (clause_has(said, Tag.VERB) and not clause_has(said, Tag.EVERY))
            or (clause_has(said, Tag.INSTEAD) and not clause_has(said, Tag.HAVE, Tag.PEOPLE))
        )
        for said in seen.told
    )


def speaker_not_taken_off(seen: Seen) -> bool:
    """As in "cài được 3 tính cả mình", "2 vợ chồng": the number has the speaker in it."""
    booked = {value for value in (seen.total, seen.done) if value is not None}
    numbers = {span.value for span in seen.spans if span.tag in COUNTS}
    with_me = any(
        clause_has(said, Tag.INCLUDING) or clause_has(said, Tag.PLUS) > clause_has(said, Tag.KIN)
        for said in seen.told
    )
    with_me = with_me and not seen.has(Tag.EXCLUDING, Tag.WRONG)
    if with_me and any(value in numbers and value + 1 not in numbers for value in booked):
        return True
    groups = {span.value for span in seen.spans if span.tag is Tag.TOGETHER}
    return not seen.has(Tag.KIN, Tag.PEOPLE, Tag.FRACTION) and bool(groups & booked)


def counted_both_ways(seen: Seen) -> bool:
    """As in "không tính em thì 2, tính em là 3": two numbers for the same people."""
    numbers = {span.value for span in seen.spans if span.tag in COUNTS}
    return len(numbers) > 1 and seen.has(Tag.INCLUDING) and seen.has(Tag.EXCLUDING)


def part_beside_whole(seen: Seen) -> bool:
    """As in "2 trong số 3 con, còn vợ thì đã cài": who else is in the whole?"""
    of_whole = seen.has(Tag.FRACTION) or any(
        one.tag is Tag.OF and (two.tag in COUNTS or (two.tag is Tag.KIN and two.value > 1))
        for one, two in pairwise(seen.spans)
    )
    return of_whole and any(persons_of(said) and said.state is State.DONE for said in seen.told)


def number_beside_names(seen: Seen) -> bool:
    """As in "tui cài cho 3 người, đứa con gái tự cài": is she one of the three?"""
    done = [said for said in seen.told if said.state is State.DONE]
    numbered = any(
        clause_has(said, *COUNTS) and not clause_has(said, Tag.FAMILY, Tag.WHOLE) and not persons_of(said)
        for said in done
    )
    return (
        seen.done is not None and numbered and any(persons_of(said) and not numbers_of(said) for said in done)
    )


def telephones_counted(seen: Seen) -> bool:
    """As in "3 cái máy cài rồi": whose are they?"""
    if seen.asked is Slot.SELF_DONE and any(
        said.state is State.DONE and not clause_has(said, Tag.DEVICES) for said in seen.told[:1]
    ):
        return False  # "rồi, 2 máy luôn"
    return seen.asked is not Slot.FAMILY_DONE and any(clause_has(said, Tag.DEVICES) for said in seen.told)


def more_ages_than_persons(seen: Seen) -> bool:
    """As in "con em lớp 3 và lớp 5": two classes are two children."""
    return any(
        1 < _ages(said) > persons_of(said) > 0 for said in seen.told if clause_has(said, Tag.AGE, Tag.LABEL)
    )


def _ages(said: Statement) -> int:
    return sum(
        span.tag is Tag.AGE or (span.tag is Tag.LABEL and span.value == "class") for span in said.clause.spans
    )


def answers_another_question(seen: Seen) -> bool:
    """As in "vợ chồng em ở với má, chưa có con": asked how many, and none of it is about that."""
    if seen.asked not in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE) or seen.asked in seen.slots or seen.all:
        return False
    exempt = seen.asked is Slot.FAMILY_DONE and bool(seen.exempt)
    ours = seen.has(Tag.VERB, Tag.DID, Tag.FAMILY, Tag.WHOLE, Tag.WRONG, Tag.SOON, Tag.WILL)
    return not (exempt or ours)


def number_or_name(seen: Seen) -> bool:
    """As in "nhà em 5 người em với mẹ cài rồi", without its comma: five younger ones, or five at home?"""
    return any(
        span.tag is Tag.KIN and "nguoi" in seen.folded(span)
        for said in seen.told
        if clause_has(said, Tag.FAMILY, Tag.WHOLE)
        for span in said.clause.spans
    )


def father_or_three(seen: Seen) -> bool:
    """As in "hom qua hai, nay them ma em nua la ba": at the end of a sum "ba" may be three."""
    if any(said.added for said in seen.told):
        return False
    last = seen.spans[-1]
    alone = last.tag is Tag.KIN and last.last - last.first == 1 and seen.words[last.first].key == "ba"
    summed = last.first > 0 and seen.words[last.first - 1].folded in ("la", "thanh")
    return alone and summed and any(word.folded in ("them", "cong", "nua") for word in seen.words)
