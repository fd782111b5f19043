"""What a statement leaves uncertain: guesses, hearsay, conditions and questions book nothing."""

from bot.domain.forms import Slot
from bot.domain.readings import Doubt
from bot.language.household import Household
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag

#: A clause without one of these has nothing uncertain.
_UNCERTAIN = frozenset({Tag.SAYS, Tag.UNSURE, Tag.SHARED, Tag.INSTEAD, Tag.IF})


def is_plain(said: Statement) -> bool:
    """Whether nothing in it can be uncertain; most statements are so, and need not be looked at."""
    if said.question or said.unread or said.clause.before in ("nhung", "ma"):
        return False
    return _UNCERTAIN.isdisjoint(said.tags) and Tag.INSTEAD not in said.all_tags


def is_uncertain(home: Household, said: Statement) -> bool:
    """Questions, conditions and hearsay book nothing; numbers in them are asked for again."""
    if said.has(Tag.SAYS) and not said.has(Tag.DID, Tag.HAVE, Tag.NOT) and _is_a_plan(said):
        return True
    if said.has(Tag.UNSURE) and said.state is State.PROMISE and not said.kin and said.count is None:
        return False  # "chắc mai em cài": perhaps then, and not yet
    if said.has(Tag.UNSURE):
        _doubt_guess(home, said)
        return True
    if said.has(Tag.SHARED) and home.me is State.NOT and "no_smartphone" in home.reasons:
        return True  # "con chưa có điện thoại, ba con cho mượn thôi"
    if said.has(Tag.SHARED):
        home.doubt(Doubt.SHARED)
    if said.state is State.DONE and any(span.value == "who" for span in said.clause.spans):
        return True  # "ai nói em cài rồi": nobody did
    if said.has(Tag.INSTEAD) and said.state is State.NOT and not _denies_first(said):
        if said.has(Tag.VERB):
            home.doubt(Doubt.DOUBLE_NEGATION)
            home.me = State.DONE
        return True
    if said.obscure:
        home.doubt(Doubt.NOT_UNDERSTOOD)
        return True
    if home.me is State.DONE and _may_be_undone(said):
        home.doubt(Doubt.CONTRADICTION)
        home.me = None
        return True
    return _is_no_report(home, said)


def _is_no_report(home: Household, said: Statement) -> bool:
    """Questions and conditions; numbers in them are asked for again."""
    conditional = said.has(Tag.IF) and said.state is not State.PROMISE
    if said.question and _asks_whom_to_count(said):
        home.questioned = True
    if conditional and home.asked is Slot.FAMILY_TOTAL and _counts_otherwise(home, said):
        return True
    if said.question or conditional:
        if said.count is not None or said.fraction or said.has(Tag.ALONE, Tag.INCLUDING, Tag.EXCLUDING):
            home.doubt(Doubt.NOT_AN_ANSWER, said.count)
        return True
    return False


def _doubt_guess(home: Household, said: Statement) -> None:
    """Of whom a guess makes the reader unsure; who has told of herself before is sure of that."""
    if _is_supposed(said):
        home.supposed = home.me is None or said.has(Tag.VERB, Tag.DID)  # "dạ chưa, em tưởng không bắt buộc"
    elif home.me is not None and (_is_of_relatives_only(said) or _is_of_another_deed(said)):
        home.unclear.append(Doubt.HEARSAY)
    else:
        home.doubt(Doubt.HEARSAY, said.count)


def _is_supposed(said: Statement) -> bool:
    """As in "em tưởng cài rồi mà coi lại thì chưa": what comes next holds."""
    tags = said.clause.spans
    return said.count is None and not said.kin and any(span.value == "supposed" for span in tags)


#: Behind these comes what turned out.
TURNED_OUT = frozenset({"ma", "nhung", "hoa", "te", "thi", "ai", "de", "ngo"})


def _is_of_another_deed(said: Statement) -> bool:
    """As in "rồi mà hình như chưa bật": that it is there was said."""
    return said.has(Tag.UNKNOWN) and said.count is None and not said.me and not said.has(*_OURS)


_OURS = (Tag.VERB, Tag.APP, Tag.CAN, Tag.DID, Tag.HAVE, Tag.GONE, Tag.REASON, Tag.UNABLE, Tag.RIGHT, Tag.SAYS)


def _is_of_relatives_only(said: Statement) -> bool:
    """As in "cài rồi, mà ba má ở quê em không rõ"."""
    relatives = bool(said.kin) or said.has(Tag.REST)
    first = next((span.tag for span in said.clause.spans if span.tag in (Tag.SELF, Tag.KIN, Tag.REST)), None)
    return relatives and first is not Tag.SELF and said.count is None


def _denies_first(said: Statement) -> bool:
    """As in "em chưa cài chứ không phải rồi": what stands behind "chứ không phải" is not so."""
    tags = [span.tag for span in said.clause.spans]
    before = tags[: tags.index(Tag.INSTEAD)] if Tag.INSTEAD in tags else []
    return Tag.NOT in before and Tag.VERB in before


def _is_a_plan(said: Statement) -> bool:
    """As in "mẹ bảo lên cấp 3 mới mua", "vợ em nói từ từ bả cài": what others intend vouches for nothing."""
    return said.state is State.PROMISE or (said.state is None and not said.has(Tag.VERB))


def _counts_otherwise(home: Household, said: Statement) -> bool:
    """As in "4 người, 5 nếu kể cả em", "5 người, 4 nếu không tính em": with and without her."""
    if home.loose is None or said.count is None:
        return False
    if said.has(Tag.INCLUDING) and said.count == home.loose + 1:
        return True
    if said.has(Tag.EXCLUDING) and said.count == home.loose - 1:
        home.loose = said.count
        return True
    return False


def _asks_whom_to_count(said: Statement) -> bool:
    """As in "phòng em 3 đứa, có tính không": whatever number was given is in question."""
    return any(span.value == "count" for span in said.clause.spans if span.tag is Tag.QUESTION)


def _may_be_undone(said: Statement) -> bool:
    """As in "cài rồi nhưng khi cập nhật thì tự mất", "cài rồi mà ba không cho giữ": is it still there?"""
    lost = said.state is State.GONE and said.has(Tag.IF, Tag.VAGUE)  # "con em no xoa mat"
    forbidden = said.has(Tag.FORBID) and said.state is None
    by_another = said.has(Tag.GONE) and said.state is None and bool(said.kin) and not said.has(Tag.NOT)
    return said.clause.before in ("nhung", "ma") and not said.question and (lost or forbidden or by_another)
