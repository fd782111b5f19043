"""Statements that name people or numbers and say nothing of them: the household, or the answer asked for."""

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.having import done, says_only_me
from bot.language.household import Household
from bot.language.statements import Statement
from bot.language.states import State
from bot.language.tags import Tag

_HOUSEHOLD = (Tag.FAMILY, Tag.WHOLE, Tag.EXCLUDING, Tag.INCLUDING)


def total(home: Household, said: Statement) -> None:
    """As in "nhà em 5 người" has the speaker in it; "ngoài em còn 4", "nhà còn 4 người nữa" have not."""
    if said.has(Tag.ALONE) and not said.kin:
        lives = any(span.value == "lives" for span in said.clause.spans)  # and not only installs alone
        if (lives or not said.has(Tag.VERB)) and said.state in (None, State.DONE, State.NOT):
            home.total = home.done = 0
        return
    if said.state is None and said.kin and said.has(Tag.FAMILY) and said.has(Tag.HAVE, Tag.ONLY, Tag.BUT):
        home.lists = True
    if said.count is None:
        if said.has(Tag.EXCLUDING, Tag.INCLUDING) and said.state is None and not said.kin:
            _recount(home, said)
    elif said.unclear:
        home.doubt(Doubt.INCLUSIVE, said.count)
    elif said.has(*_HOUSEHOLD):
        home.inclusive = _holds_speaker(said)
        home.total = said.count - home.inclusive


def _holds_speaker(said: Statement) -> bool:
    if said.has(Tag.EXCLUDING):
        return False
    if said.kin and not said.me and sum(said.kin.values()) == said.count:
        return False  # "ba má chồng, chồng em với hai đứa con là năm người": she counted the others
    if said.has(Tag.INCLUDING):
        return True
    remainder = said.has(Tag.ALSO) and said.state is None and not said.has(Tag.WHOLE)
    return not (said.has(Tag.BUT) or remainder or (said.outside and not said.has(Tag.WHOLE)))


def _recount(home: Household, said: Statement) -> None:
    """As in "4 người, không tính em", "5, trong đó có em": what the number before means."""
    includes = said.has(Tag.INCLUDING)
    number = home.loose if home.total is None else home.total + home.inclusive
    if number is not None:
        home.total, home.inclusive, home.loose = number - includes, includes, None
    elif home.done and includes:
        home.me, home.done = State.DONE, home.done - 1


def only_named(home: Household, said: Statement) -> None:
    """People or a number without a word about them: the question says what they are."""
    asked_done = home.asked is Slot.FAMILY_DONE
    if said.fraction is not None:
        _fraction(home, said.fraction)
    elif said.has(Tag.HAVE) and home.asked is Slot.SELF_DONE and not said.names_someone:
        home.me = None if said.has(Tag.UNKNOWN) else State.DONE
    elif said.count is None and asked_done and said.has(Tag.EVERY, Tag.WHOLE, Tag.PERCENT):
        home.all = True
    elif said.count and home.all and home.implied and not asked_done:  # "cả nhà cài rồi, 6 người tất cả"
        home.inclusive = not said.outside
        home.total = home.done = said.count - home.inclusive
    elif said.count is not None and said.has(Tag.EVERY) and (asked_done or home.me is State.DONE):
        said.state = State.DONE
        done(home, said)
    elif said.me and says_only_me(said) and home.asked is not Slot.CONFIRM:
        _only_me(home, said)
    elif said.count is not None and not said.has(*_HOUSEHOLD):
        _loose_number(home, said, said.count)
    elif (said.kin or said.me) and (asked_done or not said.has(Tag.ALONE)):
        home.waiting.append(said)


def _fraction(home: Household, fraction: tuple[int, int]) -> None:
    if home.asked is Slot.FAMILY_DONE:
        home.done, home.total = fraction
    else:
        home.doubt(Doubt.WHICH_SLOT)


def _only_me(home: Household, said: Statement) -> None:
    """As in "mới có mình em": the others have not — or there are none."""
    if home.asked is Slot.FAMILY_TOTAL:
        home.total = home.done = 0
    elif home.asked is Slot.FAMILY_DONE or not said.has(Tag.ALONE):
        home.me, home.done = State.DONE, 0


def _loose_number(home: Household, said: Statement, count: int) -> None:
    if home.loose not in (None, count):
        home.doubt(Doubt.WHICH_SLOT)
    home.loose = count
    if said.kin:
        home.waiting.append(said)
