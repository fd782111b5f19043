"""Statements that name people or numbers and say nothing of them: the household, or the answer asked for."""

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.having import done, says_only_me
from bot.language.household import Household
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag

_HOUSEHOLD = (Tag.FAMILY, Tag.WHOLE, Tag.EXCLUDING, Tag.INCLUDING)


def total(home: Household, said: Statement) -> None:
    """As in "nhà em 5 người" has the speaker in it; "ngoài em còn 4", "nhà còn 4 người nữa" have not."""
    if (
        said.has(Tag.ALONE) and not said.kin and not home.members
    ):  # not "tía má cài rồi, còn mình ên tui chưa"
        lives = any(span.value == "lives" for span in said.clause.spans)  # and not only installs alone
        if (lives or not said.has(Tag.VERB)) and said.state in (None, State.DONE, State.NOT):
            home.total = home.done = 0
        return
    _list_begins(home, said)
    if said.count is None:
        if _leaves_only_me(home, said):
            return
        counts_again = said.state is None or (said.state is State.DONE and not said.has(Tag.VERB))
        if said.has(Tag.EXCLUDING, Tag.INCLUDING) and counts_again and not said.kin:
            _recount(home, said)
    elif said.has(Tag.INCLUDING) and _counts_those_done(home, said):
        home.me, home.done = State.DONE, said.count - 1  # "3 người, tính cả em", asked how many have it
        said.count = said.state = None
    elif said.unclear:
        home.doubt(Doubt.INCLUSIVE, said.count)
    elif said.has(*_HOUSEHOLD):
        known = home.total
        if home.asked is Slot.CONFIRM and said.has(Tag.WRONG) and said.has(Tag.UNKNOWN):
            home.doubt(
                Doubt.INCLUSIVE, said.count
            )  # "số gia đình sửa thành 3": the figure, or the household?
        home.inclusive = _holds_speaker(said) and home.announced != "out"
        home.total = said.count - home.inclusive
        home.apart = said.has(Tag.EXCLUDING) or home.announced == "out"
        home.registered = any(span.value == "register" for span in said.clause.spans)
        if known not in (None, home.total):
            home.doubt(Doubt.CONTRADICTION)  # "hộ khẩu 6 người nhưng ở nhà thực tế 4"


def _counts_those_done(home: Household, said: Statement) -> bool:
    """As in "nhà em 7 người, cài được 5 tính cả em"."""
    done_of_total = said.state is State.DONE and home.total is not None
    return not said.has(Tag.FAMILY, Tag.WHOLE) and (home.asked is Slot.FAMILY_DONE or done_of_total)


def _list_begins(home: Household, said: Statement) -> None:
    """As in "nhà em có ba má và em", "ngoài em ra còn bà nội với chú Út", "nhà chỉ có hai mẹ con"."""
    if said.state is not None or not (said.kin or said.me) or said.count is not None:
        return
    of_home = said.has(Tag.FAMILY) and said.has(Tag.HAVE, Tag.ONLY, Tag.BUT)
    of_home = of_home or (said.has(Tag.FAMILY) and said.has(Tag.TOGETHER) and not said.elsewhere)
    besides = said.has(Tag.EXCLUDING) and said.has(Tag.HAVE, Tag.BUT, Tag.ONLY)
    if of_home and said.has(Tag.ALSO) and home.asked is not Slot.FAMILY_TOTAL:
        home.doubt(Doubt.WHICH_SLOT)  # "nhà tôi còn má tôi nữa": besides whom?
    elif of_home or besides:
        home.lists = True


def _holds_speaker(said: Statement) -> bool:
    if said.has(Tag.EXCLUDING):
        return False
    if said.kin and not said.me and sum(said.kin.values()) == said.count:
        return False  # "ba má chồng, chồng em với hai đứa con là năm người": she counted the others
    if said.has(Tag.INCLUDING):
        return True
    if said.has(Tag.REST):
        return False
    remainder = said.has(Tag.ALSO) and said.state is None and not said.has(Tag.WHOLE)
    return not (said.has(Tag.BUT) or remainder or (said.outside and not said.has(Tag.WHOLE)))


def _recount(home: Household, said: Statement) -> None:
    """As in "4 người, không tính em", "5, trong đó có em": what the number before means."""
    includes = said.has(Tag.INCLUDING)
    if home.asked is Slot.FAMILY_DONE and home.loose is not None:
        home.me = State.DONE if includes else home.me
        home.done, home.loose = home.loose - includes, None
        said.state = None
        return
    number = home.loose if home.total is None else home.total + home.inclusive
    all_of_them = home.topic is not None and home.topic.state is State.DONE and home.topic.has(Tag.EVERY)
    if Doubt.INCLUSIVE in home.doubts and includes and home.number and home.done is None and not said.kin:
        home.doubts.remove(Doubt.INCLUSIVE)  # "5 người đã cài hết, bao gồm tôi"
        home.me, home.done, home.number = State.DONE, home.number - 1, None
        if home.total is None and all_of_them:
            home.total, home.inclusive = home.done, True
    elif number is not None:
        home.total, home.inclusive, home.loose = number - includes, includes, None
    elif home.done and includes:
        home.me, home.done = State.DONE, home.done - 1
    elif home.loose is None and home.total is None and not said.has(Tag.FAMILY):
        home.announced = "in" if includes else "out"  # "không tính bản thân tôi, gia đình có 6 người"


def only_named(home: Household, said: Statement) -> None:
    """People or a number without a word about them: the question says what they are."""
    asked_done = home.asked is Slot.FAMILY_DONE
    if said.fraction is not None:
        _fraction(home, said.fraction)
    elif said.has(Tag.HAVE) and home.asked is Slot.SELF_DONE and _is_a_yes(said):
        home.me = None if said.has(Tag.UNKNOWN) else State.DONE
    elif said.count is None and asked_done and said.has(Tag.EVERY, Tag.WHOLE, Tag.PERCENT):
        if not home.all and _says_none_is_missing(said):
            home.doubt(Doubt.DOUBLE_NEGATION)
        home.all = True
    elif said.count and home.all and home.implied and not asked_done:  # "cả nhà cài rồi, 6 người tất cả"
        home.inclusive = not said.outside
        home.total = home.done = said.count - home.inclusive
    elif said.count is not None and said.has(Tag.EVERY) and (asked_done or home.me is State.DONE):
        said.state = State.DONE
        done(home, said)
    elif _is_of_only_me(home, said):
        _only_me(home, said)
    elif said.count is not None and home.asked is Slot.CONFIRM and home.corrects and _is_all(said):
        home.done = said.count  # "sai, 3 người thôi"
    elif said.count is not None and not said.has(*_HOUSEHOLD):
        _loose_number(home, said, said.count)
    elif said.kin and home.all and _leaves_some(said):
        home.doubt(Doubt.EXCEPT)
    elif (said.kin or (said.me and not said.has(Tag.WRONG))) and (asked_done or not said.has(Tag.ALONE)):
        _wait(home, said)


def _is_a_yes(said: Statement) -> bool:
    """As in "có ạ"; without its marks "roi ma co" closes with "mà cô"."""
    return not said.names_someone and said.clause.before != "ma"


def _is_of_only_me(home: Household, said: Statement) -> bool:
    if home.asked is Slot.CONFIRM:
        return False
    return _leaves_only_me(home, said) or (said.me and says_only_me(said))


def _leaves_only_me(home: Household, said: Statement) -> bool:
    """As in "cả nhà cài hết rồi, còn mỗi em", "…, sót mỗi em": she is the one who has not."""
    if not said.me and not said.has(Tag.EXCLUDING):
        return False
    but_me = any(span.tag is Tag.EXCLUDING and span.value == "but me" for span in said.clause.spans)
    left = but_me or said.clause.before == "con" or any(span.value == "left" for span in said.clause.spans)
    nobody_else = not said.kin and said.count is None and said.tags <= _ONLY_ME
    all_done = home.all or (home.done is not None and home.done == home.total and home.inclusive)
    return left and nobody_else and all_done and home.asked is not Slot.CONFIRM


_ONLY_ME = frozenset({Tag.SELF, Tag.ONLY, Tag.EXCLUDING, Tag.RESPECT, Tag.HAVE, Tag.ALSO, Tag.REST})


def _wait(home: Household, said: Statement) -> None:
    """Keep who was named until something is said of them, or the question says what they are."""
    if said.clause.before == "con" and home.asked is Slot.FAMILY_DONE and home.loose and _ends_in_only(said):
        home.missing += sum(said.kin.values())  # "được ba người, còn đứa út nữa thôi"
        return
    if home.asked is Slot.FAMILY_DONE and said.kin and home.done is None:
        first = said.clause.before == "con" and not (home.all or home.missing)
        first = first and not (home.waiting and said.has(Tag.ALSO, Tag.HAVE))  # "vợ, còn mẹ vợ nữa"
        if (_is_left(said) or first) and not home.loose:
            home.doubt(Doubt.EXCEPT)  # "còn ông nội thôi": who is left has not, most likely
        if said.reasons and home.waiting and not said.me:
            home.missing += sum(said.kin.values())  # "chồng em thôi, mẹ chồng không biết chữ"
            return
    counts = home.asked is Slot.FAMILY_TOTAL or (home.asked is Slot.FAMILY_DONE and home.done is None)
    if said.kin and said.elsewhere and counts:
        home.doubt(Doubt.WHICH_SLOT)  # "ông ngoại nghỉ hưu rồi": is he one of them?
    home.waiting.append(said)


def _is_left(said: Statement) -> bool:
    """As in "chỉ còn bà ngoại", "còn mỗi bé út", and no verdict: who is left has not, most likely."""
    return said.clause.spans[0].tag is Tag.REST or any(span.value == "left" for span in said.clause.spans)


def _ends_in_only(said: Statement) -> bool:
    return said.clause.spans[-1].tag is Tag.ONLY and bool(said.kin)


def _is_topic(said: Statement) -> bool:
    """As in "nhà tôi có hai thế hệ, …": a household of which nothing was counted yet."""
    named = bool(said.kin) or said.me or said.count is not None
    return said.has(Tag.FAMILY) and said.state is None and not named and said.clause.after in (",", "(")


def _says_none_is_missing(said: Statement) -> bool:
    """As in "không thiếu ai đâu": twice denied, and nothing else says so."""
    every = [span for span in said.clause.spans if span.tag is Tag.EVERY]
    return (
        len(every) == 1 and every[0].last - every[0].first == 3 and said.clause.spans[-1].tag is Tag.UNKNOWN
    )


def _leaves_some(said: Statement) -> bool:
    """As in "tất cả đã cài, chỉ còn ông nội"."""
    return said.clause.before == "con" or any(span.value == "left" for span in said.clause.spans)


def _is_all(said: Statement) -> bool:
    """As in "3 người thôi": under a summary, of those who have it."""
    return said.has(Tag.ONLY) and not said.has(*_HOUSEHOLD)


def _fraction(home: Household, fraction: tuple[int, int]) -> None:
    if home.asked is Slot.FAMILY_DONE:
        home.done, home.total = fraction
    elif home.inclusive and home.total is not None and fraction == (home.total + 1, home.total + 1):
        home.me, home.done = home.me or State.DONE, home.total  # "nhà 4 người, full 4/4"
    else:
        home.doubt(Doubt.WHICH_SLOT)


def _only_me(home: Household, said: Statement) -> None:
    """As in "mới có mình em": the others have not — or there are none. "còn mỗi em" is the contrary."""
    if _leaves_only_me(home, said):
        home.me, home.implied = State.NOT, False
        return
    left = said.clause.before == "con" or any(span.value == "left" for span in said.clause.spans)
    if left and home.asked is not Slot.FAMILY_TOTAL and not said.has(Tag.ALONE):
        home.doubt(Doubt.EXCEPT)
        return
    if home.asked is Slot.FAMILY_TOTAL or any(span.value == "lives" for span in said.clause.spans):
        home.total = home.done = 0
    elif home.asked is Slot.FAMILY_DONE or not said.has(Tag.ALONE):
        home.me, home.done = State.DONE, 0


def _loose_number(home: Household, said: Statement, count: int) -> None:
    if home.announced and home.asked is Slot.FAMILY_TOTAL and home.total is None:
        home.inclusive = home.announced == "in"  # "tính cả em, 5 người"
        home.total = count - home.inclusive
        return
    topic = home.topic
    if home.asked is not Slot.FAMILY_DONE and home.total is None and topic is not None and _is_topic(topic):
        home.inclusive, home.total = True, count - 1  # "nhà tôi có 2 thế hệ, 5 khẩu"
        said.tags = said.tags | {Tag.FAMILY}
        return
    if said.clause.before == "con" and home.asked is Slot.FAMILY_TOTAL and home.loose and home.absent:
        home.loose, home.absent = count, False  # "5, à mà chị em đi học xa thì còn 4"
        return
    if said.added:  # "hôm qua hai, hôm nay thêm cậu út nữa là ba"
        if home.loose is None and home.done is not None:  # "em cài rồi, mẹ cài rồi, thêm bố nữa là ba"
            home.doubt(Doubt.WHICH_SLOT, count)
            home.done = None
            return
        if home.listed() == count - said.added:
            home.waiting.clear()  # "ba má, chị hai, thêm bà vú là bốn"
        if home.loose not in (None, count - said.added):
            home.doubt(Doubt.WHICH_SLOT, count)
        home.loose = count
        return
    left = said.clause.before == "con" or any(span.value == "left" for span in said.clause.spans)
    left = left and home.asked is Slot.FAMILY_DONE  # "còn 2 người", "chỉ còn 1 người"
    numbers = [span for span in said.clause.spans if span.tag in (Tag.NUMBER, Tag.PEOPLE)]
    more = said.clause.spans[0].tag is Tag.WITH and len(numbers) == 1  # "thêm 1 đứa"
    if said.elsewhere or left or more:
        home.doubt(Doubt.WHICH_SLOT, count)  # "khu trọ 12 phòng", "họp 4 người": another matter
    added = len(numbers) == 2 and home.loose is not None and home.loose + numbers[0].value == count
    if home.loose not in (None, count) and not added:  # "hôm qua 2, nay thêm 1 nữa là 3"
        home.doubt(Doubt.WHICH_SLOT)
    home.loose = count
    if said.kin:
        home.waiting.append(said)
