"""Answers to a summary: right or wrong, and what is stated besides."""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Doubt, Intent
from bot.language.approval import guesses, verdict, without_asides
from bot.language.household import LARGEST, Household
from bot.language.predicates import State
from bot.language.settling import household_of
from bot.language.spelling import key
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import Word

_NUMBERS = {Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT, Slot.FAMILY_ALL}
#: "dạ", "dạ vâng": under a summary, and only there, an assent.
_HEARD = frozenset({Tag.RESPECT, Tag.INTENT})


def confirmation(
    statements: Sequence[Statement], words: Sequence[Word]
) -> tuple[dict[Slot, Answer], list[Doubt], int | None]:
    """Slots, doubts, and the number in doubt."""
    asks = any(said.question for said in statements)
    if any(verdict(said) for said in statements):
        statements = without_asides(statements, words)
    facts = _facts(statements)
    verdicts = _verdicts(statements)
    taken_back = True in verdicts and _takes_back(facts)
    doubt = _no_verdict(statements, facts)
    if doubt is None and ((taken_back and asks) or (not facts and _turns_round(verdicts))):
        doubt = Doubt.CONTRADICTION  # "đúng rồi, nhưng con chưa cài lại, chị xem ghi thế nào"
    if doubt is not None:
        return {}, [doubt], None
    wrong = False in verdicts or taken_back
    if True in verdicts and not wrong:
        if any(said.has(Tag.VAGUE) and said.state is not None for said in facts):
            return {}, [Doubt.CONTRADICTION], None  # "da dung, ma em chua cai": but I, or my mother?
        return {Slot.CONFIRM: True}, [], None
    if not facts and not wrong:
        heard = _is_heard(statements, words)
        return ({Slot.CONFIRM: True}, [], None) if heard else ({}, [Doubt.NOT_AN_ANSWER], None)
    return _amended(facts, words, wrong=wrong)


def _amended(
    facts: Sequence[Statement], words: Sequence[Word], *, wrong: bool
) -> tuple[dict[Slot, Answer], list[Doubt], int | None]:
    """What is stated instead. `wrong`: it was said that the summary is not right."""
    totals = [said for said in facts if _is_a_total(said, words)]
    if not totals and len(facts) == 2 and _lives_with(facts[0], words) and _counts_them(facts[0], facts[1]):
        totals, facts = [facts[1]], [facts[1]]  # "em ở với bà thôi, một người thôi ạ"
    told = [said for said in facts if said not in totals] if len(totals) == 1 else facts
    home = household_of(told, Slot.CONFIRM, corrects=wrong)
    slots, doubts = home.slots(), home.doubts
    if len(totals) == 1 and home.total is None:
        slots[Slot.FAMILY_TOTAL] = total = totals[0].count or 0
        if total > LARGEST or (home.done or 0) + home.exempt > total:
            doubts.append(Doubt.CONTRADICTION)
    if not totals and home.total is not None and _speaks_of_the_others(facts, words):
        doubts.append(Doubt.WHICH_SLOT)  # "sai so nguoi nha roi, 6 chu khong phai 5": is she one of the six?
    if not wrong and home.me in (None, State.DONE) and not _NUMBERS & set(slots):
        return slots, doubts or [Doubt.WHICH_SLOT], home.number  # "em cài rồi mà", "4": of which figure?
    if State.DONE in home.members.values() and home.total is None and not _tells_all(home, facts):
        doubts.append(Doubt.WHICH_SLOT)  # "không, ông xã cài rồi": he too, and how many are they now?
    if any(_adds(said) for said in facts):
        doubts.append(Doubt.WHICH_SLOT)
    if home.missing and not _NUMBERS & set(slots):
        doubts.append(Doubt.WHICH_SLOT)
    return {**slots, Slot.CONFIRM: False}, doubts, home.number


def _facts(statements: Sequence[Statement]) -> list[Statement]:
    """The statements that say something about people, and what is so now."""
    facts = [said for said in statements if _states_a_fact(said)]
    if len(facts) > 1:
        facts = [said for said in facts if not _was_declared(said)]
    for said in facts:
        if _is_of_those_done(said):
            said.tags -= {Tag.FAMILY}
            said.all_tags -= {Tag.FAMILY}
    return facts


def _verdicts(statements: Sequence[Statement]) -> list[bool | None]:
    """What every statement makes of the summary; beside a yes a slip of the past is none of it."""
    verdicts = [verdict(said) for said in statements]
    if True not in verdicts:
        return verdicts
    return [  # "con xin lỗi, hôm bữa con khai bậy, giờ cô ghi vậy là trúng rồi"
        None if judged is False and said.has(Tag.PAST) else judged
        for judged, said in zip(verdicts, statements, strict=True)
    ]


def _is_heard(statements: Sequence[Statement], words: Sequence[Word]) -> bool:
    """As in "dạ vâng ạ"; not "em xin lỗi cô"."""
    sorry = any(word.folded == "loi" for word in words)
    return (
        bool(statements)
        and not sorry
        and all(said.tags <= _HEARD and not _wishes(said) for said in statements)
    )


def _no_verdict(statements: Sequence[Statement], facts: Sequence[Statement]) -> Doubt | None:
    """Why nothing may be read from it at all: a question, a "wait", a guess."""
    if any(said.question for said in statements) and not facts:
        return Doubt.NOT_AN_ANSWER
    if any(said.has(Tag.WILL, Tag.SOON) and not said.has(Tag.VERB) for said in statements):
        return Doubt.NOT_AN_ANSWER
    if any(span.value == "wait" for said in statements for span in said.clause.spans):
        return Doubt.NOT_AN_ANSWER  # "đúng rồi, à mà khoan"
    if any(said.obscure for said in statements):
        return Doubt.NOT_UNDERSTOOD
    return Doubt.HEARSAY if any(guesses(said) for said in statements) else None


def _turns_round(verdicts: Sequence[bool | None]) -> bool:
    """As in "lộn, đúng rồi": of a slip that went before nobody knows what it was."""
    judged = [judged for judged in verdicts if judged is not None]
    return False in judged and judged[-1] is True


def _tells_all(home: Household, facts: Sequence[Statement]) -> bool:
    """As in "bố mẹ em cài rồi nhưng ông bà thì chưa", "mới cài cho má em thôi": and nobody besides."""
    return bool(home.missing) or any(said.has(Tag.ONLY) and said.kin for said in facts)


def _takes_back(facts: Sequence[Statement]) -> bool:
    """As in "đúng nhưng mẹ em cài rồi": right, but."""
    turned = (said for said in facts if said.clause.before in ("nhung", "ma"))
    called = ({Tag.KIN}, {Tag.KIN, Tag.RESPECT})  # "đúng mà má"
    return any(said.tags not in called for said in turned)


def _speaks_of_the_others(facts: Sequence[Statement], words: Sequence[Word]) -> bool:
    bare = not any(said.has(Tag.REST) for said in facts)
    return bare and ("nguoi", "nha") in pairwise(word.folded for word in words)


def _was_declared(said: Statement) -> bool:
    """As in "em khai 3 nhưng có mỗi 2 người cài thôi": what stands in the summary, and is not so."""
    declared = any(span.value is Intent.DECLARE for span in said.clause.spans)
    return declared and said.count is not None and said.state is None


def _is_a_total(said: Statement, words: Sequence[Word]) -> bool:
    """As in "tổng số người còn lại là 5, không phải 6": the others, as the summary calls them."""
    if said.count is None or said.state is not None or said.kin or said.me:
        return False
    spans = said.clause.spans
    folded = [word.folded for word in words[spans[0].first : spans[-1].last]]
    others = said.has(Tag.REST) or ("nguoi", "nha") in pairwise(folded)
    return others and not {"so", "tong"}.isdisjoint(folded)


def _lives_with(said: Statement, words: Sequence[Word]) -> bool:
    """As in "em ở với bà thôi": who is at home, and so is the number behind it."""
    spans = said.clause.spans
    return (
        said.state is None
        and bool(said.kin)
        and said.has(Tag.WITH)
        and any(words[at].key in _LIVING for at in range(spans[0].first, spans[-1].last))
    )


def _counts_them(named: Statement, said: Statement) -> bool:
    """Whether this number is of those just named, the speaker left out."""
    plain = said.state is None and said.count is not None and not said.kin and not said.me
    return plain and said.count == sum(named.kin.values())


_LIVING = frozenset(map(key, ("ở", "sống", "o", "song")))


def _is_of_those_done(said: Statement) -> bool:
    """As in "gia đình đã cài 3": not how many they are."""
    tags = [span.tag for span in said.clause.spans]
    bare = said.bare and said.second is None and Tag.VERB in tags and Tag.NUMBER in tags
    return (
        bare
        and said.has(Tag.FAMILY)
        and said.state is State.DONE
        and tags.index(Tag.VERB) < tags.index(Tag.NUMBER)
    )


def _adds(said: Statement) -> bool:
    """As in "ba em mới cài thêm": one more than the summary said, and how many are they now?"""
    return any(span.value == "more" for span in said.clause.spans)


def _wishes(said: Statement) -> bool:
    """A greeting or a command, not thanks."""
    return any(span.tag is Tag.INTENT and span.value is not Intent.UNKNOWN for span in said.clause.spans)


def _states_a_fact(said: Statement) -> bool:
    """Whether it says something about people, and does not only judge."""
    if said.has(Tag.RIGHT) and said.state is not State.DONE and not said.ought:
        return False
    if said.has(Tag.WRONG) and not said.names_someone:
        return False
    only_the_speaker = said.me and said.state is None and not said.kin and said.count is None
    return (said.names_someone or said.has(Tag.VERB)) and not only_the_speaker
