"""From statements to a household: one after the other, and what of them books nothing."""

from collections.abc import Sequence

from bot.domain.forms import Slot
from bot.domain.readings import Doubt, Intent
from bot.language.hanging import hang_together, is_heading, is_listed, is_other_heading
from bot.language.having import done, nobody
from bot.language.household import LARGEST, Household
from bot.language.lacking import not_done
from bot.language.naming import only_named, total
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.uncertain import TURNED_OUT, is_plain, is_uncertain

_DOUBTFUL = {
    Tag.VAGUE: Doubt.VAGUE,
    Tag.RANGE: Doubt.OUT_OF_RANGE,
    Tag.EXCEPT: Doubt.EXCEPT,
    Tag.DEVICES: Doubt.WHICH_SLOT,
}


#: A clause without a number and without these has nothing that could keep it from being counted.
_ODD = _DOUBTFUL.keys() | {Tag.LESS, Tag.SOME, Tag.ALSO, Tag.ABSENT}


def household_of(statements: Sequence[Statement], asked: Slot | None, *, corrects: bool = False) -> Household:
    """Read the statements one after the other. `corrects`: they take back what was said before."""
    home = Household(asked=asked, corrects=corrects)
    ended = False
    for said in statements:
        if ended and asked is not Slot.FAMILY_TOTAL and not _lists_on(home, said):
            if (
                asked is Slot.FAMILY_DONE
                and home.done is None
                and home.loose is None
                and said.state is not None
            ):
                home.end_answer()
            home.end_list()
        if is_heading(said) or (home.heading is not None and is_other_heading(said)):
            home.heading, ended = said.state, False
            continue
        ended = said.ends_sentence and not (said.clause.after == "\n" and is_listed(said))
        if home.supposed:
            home.supposed = False
            if said.state is None or said.question or said.clause.before not in TURNED_OUT:
                home.doubt(Doubt.HEARSAY)
        if not _is_about_others(home, said) and (is_plain(said) or not is_uncertain(home, said)):
            hang_together(home, said)
            _read(home, said)
            home.tried = said.state is State.DONE and not said.has(Tag.DID, Tag.KIN, Tag.PEOPLE)
            home.last = said.state or home.last
            home.loaded = said.loads and said.state is State.DONE
        if said.names_someone:
            home.topic = said
    if home.supposed:
        home.doubt(Doubt.HEARSAY)
    _speaker_from_context(home, statements)
    home.conclude()
    return home


def _lists_on(home: Household, said: Statement) -> bool:
    """Whether line after line names the household: "nhà em có:", "- ba", "- má"."""
    return home.lists and said.state is None and bool(said.kin or said.me) and not said.has(Tag.FAMILY)


def _speaker_from_context(home: Household, statements: Sequence[Statement]) -> None:
    """What a message that never says so tells of the speaker."""
    if home.me is not None or home.asked not in (None, Slot.SELF_DONE):
        return
    at_first = any(span.value == "first" for said in statements for span in said.clause.spans)
    silent = not at_first and not any(said.kin or said.question or said.state for said in statements)
    if home.asked is not Slot.SELF_DONE or home.doubts:
        return
    if silent and not _HINDERING.isdisjoint(home.reasons):
        home.me = State.NOT  # "máy em hết dung lượng rồi cô", asked whether it is done
    elif any(map(_forbids, statements)) and all(
        _forbids(said) or not (said.state or said.question) for said in statements
    ):
        home.me = State.NOT  # "dạ mẹ con chưa cho ạ"


_HINDERING = frozenset({"trouble", "other"})


def _forbids(said: Statement) -> bool:
    """As in "mẹ con chưa cho", with nothing else that could be meant."""
    return said.has(Tag.FORBID) and not said.has(Tag.VERB, Tag.UNKNOWN, Tag.DID) and said.count is None


def _read(home: Household, said: Statement) -> None:
    home.reasons += said.reasons
    if said.group and "together" not in said.kin:
        home.unclear.append(Doubt.VAGUE)  # "mẹ con tôi rồi, ông bà cũng rồi": how many children?
    if said.state is State.PROMISE:
        home.reasons.append("later")
    if _describes_one_of_many(said):
        said.state = None
    if said.has(Tag.PLUS) and said.kin and not said.has(Tag.VERB, Tag.DID, Tag.NOT):
        _count_in(home, said)
    odd = said.count is not None or said.devices is not None or not said.tags.isdisjoint(_ODD)
    odd = odd or Tag.ABSENT in said.all_tags or Doubt.OUT_OF_RANGE in home.doubts
    if odd and _has_no_number(home, said):
        return
    total(home, said)
    if said.state is None and said.has(Tag.NOBODY):
        nobody(home, said)
    elif said.state is None:
        only_named(home, said)
    elif said.state is State.DONE:
        done(home, said)
    else:
        not_done(home, said)


# --- statements that book nothing ---------------------------------------------------------------------


def _is_about_others(home: Household, said: Statement) -> bool:
    """A class, friends, neighbours: theirs is not the speaker's household, nor are "5 em" behind them."""
    numbers = said.count is not None or said.fraction is not None
    if Tag.INTENT in said.tags and _is_for_others(said):
        home.others = home.proxy = True
        home.doubt(Doubt.OTHER_PEOPLE)
    of_all = said.has(Tag.EVERY) and not said.me and not said.kin
    class_report = (numbers or of_all) and any(span.value == "class" for span in said.clause.spans)
    # "em là Hoa, giáo viên trường Hòa Bình 2, …" counts nobody.
    introduction = home.introduced and said.has(Tag.OTHERS) and said.state is None
    of_the_speaker = home.introduced and _is_plain_report(said)
    home.introduced = said.has(Tag.INTRO) or introduction or _is_name(said)
    if said.has(Tag.OTHERS) or class_report:
        home.others = True
        if not introduction and (numbers or class_report):
            home.doubt(Doubt.OTHER_PEOPLE)
        elif not introduction and said.state is not None:
            home.unclear.append(Doubt.OTHER_PEOPLE)  # "bạn em cài rồi, còn em thì chưa"
    elif said.me or of_the_speaker or said.has(Tag.FAMILY, Tag.WHOLE):
        home.others = False
    return home.others


def _is_for_others(said: Statement) -> bool:
    """As in "khai giùm bạn"; not "chỉ khai cho em thôi"."""
    spans = said.clause.spans
    return any(
        span.value is Intent.FOR_OTHERS
        and not (said.has(Tag.ONLY) and [later.tag for later in spans[at + 1 : at + 2]] == [Tag.SELF])
        for at, span in enumerate(spans)
    )


def _is_name(said: Statement) -> bool:
    """As in "Em Nguyễn Thị Gấm, …", "Tôi, Nguyễn Văn Phước, …": words that only the pronoun explains."""
    return (
        said.state is None and not said.kin and said.tags <= {Tag.SELF, Tag.UNKNOWN, Tag.RESPECT, Tag.NUMBER}
    )


def _is_plain_report(said: Statement) -> bool:
    """As in "…, kế toán trường Vị Thủy, đã cài rồi": who introduced herself goes on, and counts nobody."""
    return said.state is State.DONE and said.tags <= {Tag.DID, Tag.VERB, Tag.APP, Tag.PAST, Tag.NOW}


def _has_no_number(home: Household, said: Statement) -> bool:
    """Vague or impossible numbers, exceptions, and relatives who live elsewhere: nothing is counted."""
    if said.count is not None and said.count > LARGEST + 1:
        home.doubt(Doubt.OUT_OF_RANGE, said.count)
    _count_telephones(home, said)
    if said.devices == said.count:
        said.tags = said.tags - {Tag.DEVICES}  # "4 người 4 máy cài đủ"
    doubtful = not said.tags.isdisjoint(_DOUBTFUL)
    if doubtful and said.state in _NOT_YET and _is_a_vague_plural(said):
        return True  # "mới được vợ tôi, còn các cụ dùng máy bàn phím": how many have not, nobody counts
    if doubtful:
        _doubt_numbers(home, said)
    if said.has(Tag.LESS) and said.kin and _leaves_out(home, said):
        return True
    asked_how_many = home.asked in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE)
    if said.has(Tag.SOME) and asked_how_many and said.state is None:
        home.doubt(Doubt.VAGUE)
    if _is_of_another_register(home, said):
        home.doubt(Doubt.CONTRADICTION, said.count)
        return True
    if said.second is not None and (said.second != said.count or said.has(Tag.FAMILY, Tag.WHOLE)):
        _two_numbers(home, said)
        return True
    if said.clause.before == "con" and said.has(Tag.ALSO) and said.state is None and home.done is not None:
        _one_more_or_left(home, said)
        return True
    if Tag.ABSENT in said.all_tags and any(span.value == "apart" for span in said.clause.spans):
        _lives_apart(home, said)
    if said.has(Tag.ABSENT) and _is_away(home, said):
        return True
    return Doubt.OUT_OF_RANGE in home.doubts or (doubtful and not said.me)


def _one_more_or_left(home: Household, said: Statement) -> None:
    """As in "2 rồi, còn 1 nữa"; not "được 2 rồi, còn 1 người nữa tối em dụ", who is left."""
    if not said.has(Tag.SOON) or said.kin or home.asked is not Slot.FAMILY_DONE:
        home.doubt(Doubt.WHICH_SLOT, said.count)


def _leaves_out(home: Household, said: Statement) -> bool:
    """As in "không có ai ngoài mẹ", "4, chưa kể em bé mới sinh": who is left out may have been counted."""
    if said.has(Tag.EVERY, Tag.NOBODY, Tag.WHOLE, Tag.REST):
        home.doubt(Doubt.EXCEPT)
    elif home.asked is Slot.FAMILY_TOTAL and home.loose:
        home.doubt(Doubt.WHICH_SLOT, home.loose)
    else:
        return False
    return True


def _doubt_numbers(home: Household, said: Statement) -> None:
    """Whatever makes the numbers of a statement doubtful."""
    for tag in said.tags & _DOUBTFUL.keys():
        if tag is Tag.EXCEPT and _is_the_difference(home, said):
            continue
        if tag is Tag.DEVICES and home.asked is Slot.SELF_DONE and home.me is State.DONE:
            continue  # "rồi, 2 máy luôn"
        if tag is Tag.VAGUE and not said.me and said.count is None:
            home.unclear.append(_DOUBTFUL[tag])
        else:
            home.doubt(_DOUBTFUL[tag], said.count)


_NOT_YET = (State.NOT, State.PROMISE, State.ONGOING)
_PLURALS = frozenset({"cac", "may", "tui", "bon", "dam", "lu", "sap"})


def _is_a_vague_plural(said: Statement) -> bool:
    """Whether all that is vague is how many "các cụ", "mấy đứa" are."""
    vague = [span for span in said.clause.spans if span.tag in _DOUBTFUL]
    return not said.has(Tag.FAMILY, Tag.WHOLE, Tag.EVERY) and all(
        span.tag is Tag.VAGUE and span.value == "plural" for span in vague
    )


def _is_away(home: Household, said: Statement) -> bool:
    """As in "bố em mất rồi", "3 đứa con, lớn lấy chồng rồi": whoever is named is not at home."""
    of_somebody = bool(said.kin) or not said.me
    home.absent = home.absent or (of_somebody and home.asked is Slot.FAMILY_TOTAL)
    home.away |= said.kin.keys()
    home.dead = any(span.value == "dead" for span in said.clause.spans)
    if said.count is not None and said.kin and not said.has(Tag.VERB):
        home.doubt(Doubt.WHICH_SLOT, said.count)  # "má chồng ở quê mới lên nữa là 3"
    return not said.has(Tag.VERB) and (bool(said.kin) or said.has(Tag.FAMILY))


def _is_the_difference(home: Household, said: Statement) -> bool:
    """As in "4/5, thiếu bà ngoại": who has not was counted already."""
    missing = sum(said.kin.values())
    if (
        home.asked is Slot.FAMILY_DONE
        and home.loose
        and missing
        and said.state is None
        and said.count is None
    ):
        return True  # "ba người, trừ đứa út", asked how many have it
    return home.done is not None and home.total is not None and 0 < missing == home.total - home.done


def _count_telephones(home: Household, said: Statement) -> None:
    """As in "cài được 2 máy", asked how many have it: a telephone for each."""
    named = said.me or said.kin or said.count is not None or said.has(Tag.FAMILY, Tag.WHOLE)
    if home.asked is Slot.FAMILY_DONE and said.state is State.DONE and said.devices and not named:
        said.count, said.tags = said.devices, said.tags - {Tag.DEVICES}


def _is_of_another_register(home: Household, said: Statement) -> bool:
    """As in "hộ khẩu 7 mà ở thực tế 4": which of them are the household?"""
    if said.count is None or home.total is None:
        return False
    return home.registered or any(span.value == "register" for span in said.clause.spans)


def _lives_apart(home: Household, said: Statement) -> None:
    """As in "anh Hai cài rồi, nhưng ảnh ở riêng": those who have a household of their own are no members."""
    counted = any(home.members.get(name) for name in said.kin) or not said.kin
    spoken_of = said.state is not None and bool(said.kin)
    if (home.done and counted) or spoken_of or home.done:
        home.doubt(Doubt.OTHER_PEOPLE if said.kin and not home.done else Doubt.WHICH_SLOT)


def _is_part_of_all(said: Statement) -> bool:
    """As in "trong 4 người thì 3 người cài", "5 người cài được 3"; "3 rồi 2" is anything."""
    tags = [span.tag for span in said.clause.spans]
    numbers = [at for at, tag in enumerate(tags) if tag in (Tag.NUMBER, Tag.PEOPLE)]
    between = tags[numbers[0] + 1 : numbers[1]] if len(numbers) == 2 else []
    smaller = (said.count or 0) >= (said.second or 0)
    return smaller and len(numbers) == 2 and (Tag.VERB in between or Tag.OF in tags[: numbers[0]])


def _two_numbers(home: Household, said: Statement) -> None:
    """As in "nhà em 5 người cài 3": the first is the household; is the speaker among the second?"""
    if said.second == said.count and said.state is State.DONE and said.has(Tag.FAMILY, Tag.WHOLE):
        total(home, said)  # "nhà em 4 người thì cài 4"
        home.me, home.done = home.me or State.DONE, home.total
    elif home.asked is Slot.FAMILY_DONE and said.state is State.DONE and _is_part_of_all(said):
        home.total, home.done = said.count, said.second  # "trong 4 người thì 3 người cài", asked how many
    elif said.has(Tag.FAMILY, Tag.WHOLE):
        total(home, said)
        home.doubt(Doubt.INCLUSIVE, said.second)
    else:
        home.doubt(Doubt.WHICH_SLOT)


def _count_in(home: Household, said: Statement) -> None:
    """As in "4 người, tính thêm bé mới sinh là 5": who is counted in is nobody besides."""
    said.kin, said.state = {}, None
    home.reasons = [reason for reason in home.reasons if reason not in said.reasons]
    if said.count is not None:
        home.loose = None


def _describes_one_of_many(said: Statement) -> bool:
    """As in "chồng với 1 con nhỏ mới sinh": the newborn only, and nothing about having it."""
    if said.rule != "prevented" or len(said.kin) < 2:
        return False
    return set(said.reasons) <= {"too_young", "too_old"} and not said.has(Tag.NOT, Tag.VERB)
