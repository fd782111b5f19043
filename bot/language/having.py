"""Statements that somebody has done it: the speaker, relatives, a number, everyone, nobody."""

from collections.abc import Callable

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.household import Household
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag

Rule = Callable[[Household, Statement], None]


def done(home: Household, said: Statement) -> None:
    """Book what is said to be done, by whom it is said of."""
    if said.me and _none_of_us(said):
        nobody(home, said)
        return
    if said.me:
        if home.implied and home.all and said.has(Tag.ALSO) and home.topic and not home.topic.has(Tag.WHOLE):
            home.doubt(Doubt.WHICH_SLOT)  # "nhà tôi cài rồi, tôi cũng rồi": her husband
        takes_back = home.me is State.NOT and said.clause.before in ("ma", "nhung") and not home.hindered
        if takes_back and not _comes_later(home, said):
            home.doubt(Doubt.CONTRADICTION)  # "cài thì chưa mà em có tải về sẵn"
            home.me = None
            return
        home.me = State.DONE
    if said.me and said.has(Tag.FAMILY) and _with_spouse_or_home(said):
        home.doubt(Doubt.WHICH_SLOT)  # "mới có tôi và nhà tôi cài": his wife, or all at home?
        return
    rule = _rule_for(said)
    if rule is not None:
        rule(home, said)


def _none_of_us(said: Statement) -> bool:
    """As in "hai bà cháu chưa ai cài", "em với mẹ chưa ai cài": the speaker has not, either."""
    tags = [span.tag for span in said.clause.spans]
    if Tag.NOBODY not in tags or Tag.EXCEPT in tags or Tag.EXCLUDING in tags:
        return False
    before = tags[: tags.index(Tag.NOBODY)]
    return (Tag.TOGETHER in before or Tag.SELF in before) and not {Tag.VERB, Tag.DID} & set(before)


def _with_spouse_or_home(said: Statement) -> bool:
    """As in "tôi và nhà tôi", "nhà tôi với tôi"; "em và gia đình" is plain."""
    spans = said.clause.spans
    return any(
        with_.tag is Tag.WITH
        and {one.tag, two.tag} == {Tag.SELF, Tag.FAMILY}
        and all(each.last - each.first <= 2 and each.value is None for each in (one, two))
        and not said.all_tags & {Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.TOGETHER}
        and (said.has(Tag.ONLY) or one.tag is Tag.FAMILY)
        for one, with_, two in zip(spans, spans[1:], spans[2:], strict=False)
    )


def _comes_later(home: Household, said: Statement) -> bool:
    """As in "hôm qua chưa cài mà giờ cài rồi": a moment says which of the two holds now."""
    return home.corrects or said.has(Tag.NOW, Tag.PAST, Tag.ONLY, Tag.WRONG)


def _rule_for(said: Statement) -> Rule | None:
    """Whom the statement is about decides how it counts."""
    about_home = said.has(Tag.FAMILY) and (said.has(Tag.EVERY) or said.count is None) and not said.kin
    about_home = about_home and (
        not said.me or said.has(Tag.EVERY, Tag.WITH, Tag.FOR)
    )  # not "em ở nhà cài rồi"
    if Tag.NOBODY in said.tags:
        return nobody
    if said.fraction is not None:
        return _fraction
    if said.me and says_only_me(said):
        return _only_me
    if Tag.WHOLE in said.tags or about_home:
        return _everyone
    if said.kin:
        return _relatives
    if said.count is not None:
        return _number
    if said.me:
        return None
    all_of_them = said.has(Tag.EVERY, Tag.REST) or (said.has(Tag.PERCENT) and not said.has(Tag.VERB))
    return _the_rest if all_of_them else _someone


def says_only_me(said: Statement) -> bool:
    """As in "mới có mình em cài", "mỗi em cài"; "em mới cài" is no such thing."""
    if said.kin or said.has(Tag.EVERY) or (said.count is not None and not said.has(Tag.FAMILY, Tag.WHOLE)):
        return False
    if not said.has(Tag.ONLY, Tag.ALONE):
        return False
    tags = [span.tag for span in said.clause.spans]
    at = tags.index(Tag.SELF) if Tag.SELF in tags else 0
    next_to_it = tags[at - 1] in (Tag.ONLY, Tag.FOR, Tag.HAVE, Tag.DID)
    return Tag.ALONE in tags or (Tag.ONLY in tags[:at] and next_to_it)


def nobody(home: Household, said: Statement) -> None:
    """As in "chưa ai cài"; "không có ai" as an answer about who lives there; "không ai chưa cài"."""
    if said.has(Tag.NOT):
        home.doubt(Doubt.DOUBLE_NEGATION)
        home.all = True
        home.me = home.me if home.asked is Slot.FAMILY_DONE else State.DONE
    elif _nobody_else(home):
        return
    elif home.asked is Slot.FAMILY_TOTAL and said.kin and not said.has(Tag.VERB):
        home.waiting.append(said)  # "chồng em với đứa con chớ không có ai nữa"
    elif home.asked is Slot.FAMILY_TOTAL and not said.has(Tag.VERB):
        home.total = home.done = 0
    else:
        home.done = 0
        if home.me is None and home.asked is not Slot.FAMILY_DONE and not said.has(Tag.EXCLUDING):
            home.me = State.NOT  # not "không ai ngoài em cài"


def _nobody_else(home: Household) -> bool:
    """As in "chồng em với đứa con, không có ai nữa", "mẹ cài rồi, ngoài ra chưa ai": somebody was told of."""
    if home.corrects:
        return False
    if home.asked is Slot.FAMILY_TOTAL:
        return bool(home.loose or home.total or home.listed())
    return bool(home.done or (home.asked is Slot.FAMILY_DONE and (home.loose or home.listed())))


def _fraction(home: Household, said: Statement) -> None:
    if said.fraction is not None and home.inclusive and home.total is not None:
        part, whole = said.fraction
        if part == whole == home.total + 1:
            home.me, home.done = home.me or State.DONE, home.total  # "nhà 6 người, 6/6 đã cài"
        else:
            home.doubt(Doubt.INCLUSIVE if whole == home.total + 1 else Doubt.CONTRADICTION, part)
        return
    if said.fraction is not None:
        home.done, home.total = said.fraction
    if home.done == home.total and home.done and said.has(Tag.FAMILY, Tag.WHOLE):
        home.inclusive, home.total = True, home.done - 1  # "gia đình em 5/5 đã cài"
        home.me, home.done = home.me or State.DONE, home.total
        return
    if home.asked is not Slot.FAMILY_DONE:
        home.doubt(Doubt.INCLUSIVE, home.done)


def _only_me(home: Household, said: Statement) -> None:
    if home.done:
        home.doubt(Doubt.CONTRADICTION)  # "con gái cài rồi, nó còn chỉ tôi cài luôn"
    home.done = 0


def _everyone(home: Household, said: Statement) -> None:
    """As in "cả nhà cài rồi", "nhà em 5 người đều cài": the speaker is one of them."""
    if _all_but_me(home, said):
        return
    apart = said.has(Tag.EXCLUDING) and said.count is None  # "nhà em ngoài em ra đều cài rồi": and she?
    home.implied = home.me is None and not apart
    home.me = home.me if apart else home.me or State.DONE
    home.done = home.total
    home.all = home.total is None


def _all_but_me(home: Household, said: Statement) -> bool:
    """As in "cả nhà cài rồi trừ em ra": she has not; "ngoài em" may only leave her out of a number."""
    but_me = any(span.tag is Tag.EXCLUDING and span.value == "but me" for span in said.clause.spans)
    if but_me:
        home.me, home.done, home.all = State.NOT, home.total, home.total is None
    return but_me


def _but_me_told_first(home: Household, said: Statement) -> bool:
    """As in "nhà em 5 người, trừ em ra ai cũng cài rồi"; "ngoài em ra" may tell nothing of her."""
    if _all_but_me(home, said):
        return True
    if home.inclusive and said.has(Tag.EXCLUDING) and said.has(Tag.VERB):
        home.done = home.total
        if home.me is None:
            home.doubt(Doubt.EXCEPT)
        return True
    return False


def _relatives(home: Household, said: Statement) -> None:
    persons = sum(said.kin.values())
    if not said.has(Tag.FAMILY, Tag.WHOLE) and said.count not in (None, persons, persons + said.me):
        home.doubt(Doubt.CONTRADICTION, said.count)  # "thêm ba em nữa là 3 người cài"
    home.place(said.kin, State.DONE)


def _number(home: Household, said: Statement) -> None:
    """As in "3 người cài rồi": is the speaker one of them? Clear only where the speaker was named apart."""
    if (
        home.inclusive
        and home.total is not None
        and said.count == home.total + 1
        and not said.has(Tag.FAMILY)
    ):
        home.me, home.done = home.me or State.DONE, home.total  # "nhà em 5 khẩu, cả 5 khẩu đã cài"
        return
    if said.has(Tag.EVERY) and not said.me and home.inclusive and home.total is not None:
        home.me, home.done = home.me or State.DONE, home.total
        if said.count != home.total + 1:
            home.doubt(Doubt.CONTRADICTION, said.count)
        return
    of_others = home.asked in (Slot.FAMILY_DONE, Slot.CONFIRM)
    of_others = of_others or (home.asked is Slot.FAMILY_TOTAL and home.loose is not None)
    named_apart = said.me and said.has(Tag.WITH, Tag.FOR)  # not "1 người cài là em"
    of_the_total = (
        home.apart and home.total is not None and (said.count or 0) <= home.total
    )  # "ngoài em 3, cài 2"
    by_me = any(span.tag is Tag.SELF for span in said.clause.spans)
    served = (
        by_me and said.has(Tag.FOR) and not said.me and not said.has(Tag.INCLUDING)
    )  # "em cài cho 3 người"
    apart = said.outside or named_apart or of_others or of_the_total or served
    if of_the_total and not said.me:
        home.done = said.count
    elif not apart and (home.inclusive or said.me or home.me is None):
        home.doubt(Doubt.INCLUSIVE, said.count)
    else:
        home.done = (said.count or 0) + (home.done or 0)


def _the_rest(home: Household, said: Statement) -> None:
    """As in "cài hết rồi": all of those just spoken of, or of those asked about."""
    if home.total is not None and _but_me_told_first(home, said):
        return
    if home.total is not None:
        home.done = home.total
        if home.inclusive:
            home.me = home.me or State.DONE
        return
    if home.asked is Slot.FAMILY_TOTAL and home.loose is not None:  # "bốn người, cài hết rồi"
        home.done = home.loose
        return
    if _all_but_me(home, said):
        return
    home.all = True
    if said.has(Tag.EXCLUDING):
        home.doubt(Doubt.EXCEPT)
    elif home.asked is not Slot.FAMILY_DONE and home.me is None and not said.has(Tag.REST):
        home.me = State.DONE
        home.doubt(Doubt.WHICH_SLOT)


def _someone(home: Household, said: Statement) -> None:
    """As in "cài rồi" without a subject: of whom the talk is, else of whom the question asked."""
    topic = home.topic
    if said.clause.before == ")" and home.total is not None and home.done is None and not home.waiting:
        home.done = home.total  # "tất cả thành viên (05 người, kể cả bản thân) đã hoàn thành"
        home.me = home.me or (State.DONE if home.inclusive else None)
        return
    if said.has(Tag.THEY) and topic is not None and topic.kin and not topic.me:
        home.place(topic.kin, State.DONE)  # "chồng em làm xa. Anh ấy cài rồi"
    elif topic is not None and topic.state is None and topic.has(Tag.FAMILY, Tag.WHOLE):
        home.doubt(Doubt.WHICH_SLOT)
    elif home.asked in (Slot.FAMILY_DONE, Slot.FAMILY_TOTAL):
        home.of_whom = True
    elif home.me is None or said.has(Tag.NOW, Tag.WRONG, Tag.DID) or _again(home, said):
        home.me = State.DONE


def _again(home: Household, said: Statement) -> bool:
    """As in "lỡ xóa mất, mới cài lại hồi trưa"."""
    return home.me is State.GONE and said.has(Tag.ONLY, Tag.PAST)
