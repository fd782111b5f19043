"""What is told of: ours or another thing, by whom, and is a word for "done" one at all?"""

import re
from itertools import pairwise

from bot.domain.forms import Slot
from bot.language.doubts.seen import COUNTS, Seen, clause_has
from bot.language.predicates import State
from bot.language.spelling import key
from bot.language.statements import Statement
from bot.language.tags import Tag
from bot.language.text import LABEL


def left_out_and_done(seen: Seen) -> bool:
    """As in "nhà 4 người ngoài em ra thì mọi người cài hết rồi": she has not, or she is not counted?"""
    for at, said in enumerate(seen.told):
        out = [span for span in said.clause.spans if span.tag is Tag.EXCLUDING]
        if not out:
            continue
        first = not any(clause_has(before, *_ALL_OR_NONE) for before in seen.told[:at])
        alone = first and len(said.clause.spans) == 1  # "trừ em ra, nhà 4 người ai cũng cài"
        tags = seen.tags if alone else said.all_tags
        counted = not tags.isdisjoint(COUNTS) and not tags.isdisjoint(_ALL_OR_NONE)
        verdict = not tags.isdisjoint({*_ALL_OR_NONE, Tag.REST, Tag.VERB})
        told = seen.me is not False or counted or clause_has(said, Tag.NOBODY)
        if out[0].value == "but me" and verdict and told:
            return True
        done = clause_has(said, Tag.VERB, Tag.HAVE, Tag.DID) and not clause_has(said, Tag.ALSO, Tag.BUT)
        if counted and done and seen.me is not None:
            return True
    return False


_ALL_OR_NONE = frozenset({Tag.EVERY, Tag.NOBODY})


def reports_a_class(seen: Seen) -> bool:
    """As in "lớp 8A2: 38 em có máy cài rồi": pupils of a class are nobody's family."""
    words = seen.words
    label = next((at for at, word in enumerate(words[:_HEADING]) if word.folded == LABEL), None)
    if label is None:
        return False
    return any(one.value is not None and two.folded in _PUPILS for one, two in pairwise(words[label + 1 :]))


#: Words in which a message says what it is about, and how pupils are counted.
_HEADING, _PUPILS = 5, frozenset({"em", "hs", "hoc", "ban", "chau"})


def total_or_done(seen: Seen) -> bool:
    """As in "sai, tổng cộng 3 thôi" under a summary: so many are they, or so many have it?"""
    if seen.asked is not Slot.CONFIRM or seen.done is None or seen.has(Tag.VERB):
        return False
    return any(word.folded in ("tong", "total") for word in seen.words)


def left_over(seen: Seen) -> bool:
    """As in "còn bé út nữa", asked how many have it: and she has not?"""
    if seen.asked is not Slot.FAMILY_DONE or seen.words[0].key != _LEFT:
        return False
    return seen.done is not None and not any(said.state is State.DONE for said in seen.told)


_LEFT = key("còn")


def deleted_something_else(seen: Seen) -> bool:
    """As in "cho em xin lại file, em lỡ xóa mất rồi": a file, a message, a link is gone, and not ours."""
    if seen.has(Tag.VERB, Tag.APP) or not any(said.state is State.GONE for said in seen.told):
        return False
    return _PAPERS.search(" ".join([word.folded for word in seen.words])) is not None


_PAPERS = re.compile(
    r"\b(?:file|link|ds|excel|form|clip|video|phieu|danh sach|tin nhan|cong van|hinh anh|tai lieu|bao cao"
    r"|duong dan|ma moi|cai ma|minh chung|huong dan|thong bao|man hinh|duong link|van ban|mau don|cai mau"
    r"|tam hinh|tam anh|nhom|group|doan chat|so dien thoai|mat khau|tro chuyen|du lieu|giay)\b"
)


def presents_himself(seen: Seen) -> bool:
    """As in "ba ngoai day co oi, chau Bao cai roi": who writes named himself first, and is nobody besides."""
    if not (seen.done or seen.exempt or seen.total) or (
        seen.has(*COUNTS) and seen.done in (None, seen.total)
    ):
        return False  # he was not counted
    return any(_presents(seen, said) for said in seen.said[:2])


def _presents(seen: Seen, said: Statement) -> bool:
    """Whether a clause begins as "mẹ bé Na đây cô", "chu bao ve day" do."""
    first = next((span for span in said.clause.spans if span.tag not in _COURTESY), None)
    if first is None:
        return False
    start = first.first
    if start and seen.words[start - 1].folded in ("chu", "co"):  # without marks they are "chứ" and "có"
        start -= 1
    title = seen.words[start].folded
    if title not in _TITLES or (first.tag is Tag.SELF and title not in _PARENTS):
        return False
    for at, word in enumerate(seen.words[start + 1 : start + 7], start + 1):
        if not word.folded.isalnum() or word.folded in _VERDICTS:
            return False
        if word.key in ("đây", "day", "ne2", "ne"):
            behind = seen.words[at + 1].folded if at + 1 < len(seen.words) else "."
            return not behind.isalnum() or behind in _CALLED
    return False


_COURTESY = frozenset({Tag.RESPECT, Tag.INTENT, Tag.POLITE})
_TITLES = frozenset(
    {"ong", "ba", "bo", "me", "ma", "cha", "tia", "chu", "bac", "co", "di", "cau", "mo", "thim", "anh", "chi",
     "noi", "ngoai", "duong", "cu", "thay", "con", "vo", "chong"}
)  # fmt: skip
_VERDICTS = frozenset({"cai", "roi", "da", "chua", "khong", "xong", "la", "tai", "o", "co"})
_CALLED = frozenset(
    {"co", "thay", "em", "chi", "anh", "con", "chau", "a", "nha", "nhe", "ne", "oi", "ban", "nghen", "bac"}
)


def it_or_somebody(seen: Seen) -> bool:
    """As in "báo cáo giùm nhỏ Trâm, nó cài rồi": for whom she reports, and of whom?"""
    return any(
        said.state is State.DONE
        and _begins_with_they(seen, said)
        and (clause_has(before, Tag.FOR, Tag.OTHERS, Tag.SAYS) or _is_for_another(seen, before))
        and not clause_has(before, Tag.VERB)
        for before, said in pairwise(seen.said)
    )


def _is_for_another(seen: Seen, said: Statement) -> bool:
    spans = said.clause.spans
    return any(word.folded in _INSTEAD for word in seen.words[spans[0].first : spans[-1].last])


_INSTEAD = frozenset({"ho", "gium", "dum", "giup", "thay", "the"})


def _begins_with_they(seen: Seen, said: Statement) -> bool:
    tags = [span.tag for span in said.clause.spans]
    return Tag.THEY in tags[:2] and tags[tags.index(Tag.THEY) + 1 :][:1] in ([Tag.VERB], [Tag.DID])


def child_and_whose_parents(seen: Seen) -> bool:
    """As in "con gái mình lớp 8C đã cài, bố mẹ cũng cài": who declares, the child or "bố"?"""
    if seen.asked not in (None, Slot.SELF_DONE) or seen.me is not None:
        return False
    pupil = any(
        said.state is State.DONE and clause_has(said, Tag.LABEL) and _names(seen, said, _CHILDREN)
        for said in seen.told
    )
    return pupil and any(_names(seen, said, _PARENTS) for said in seen.told)


_CHILDREN = frozenset({"con", "chau", "be", "thang", "nhoc", "cu"})
_PARENTS = frozenset({"bo", "me", "ma", "ba", "cha", "tia", "ong", "noi", "ngoai"})


def _names(seen: Seen, said: Statement, first: frozenset[str]) -> bool:
    return any(span.tag is Tag.KIN and seen.folded(span)[0] in first for span in said.clause.spans)


def shy_of_it(seen: Seen) -> bool:
    """As in "app có theo dõi không cô? Nhà em ngại lắm": who is afraid has not refused yet."""
    asks = any(said.question for said in seen.said)
    if (seen.asked is Slot.SELF_DONE and not asks) or seen.has(Tag.NOBODY, Tag.DENY, Tag.UNABLE):
        return False
    told = [said for said in seen.told if said.state is not None]
    return bool(told) and all(
        said.rule == "prevented"
        and set(said.reasons) == {"refused"}
        and not clause_has(said, Tag.VERB, Tag.NOT, Tag.UNABLE, Tag.NOBODY)
        and any(seen.folded(span)[0] in _SHY for span in said.clause.spans if span.tag is Tag.REASON)
        for said in told
    )


_SHY = frozenset({"ngai", "so", "con", "e", "lo"})


def old_or_done(seen: Seen) -> bool:
    """As in "nhà 7 người, ông bà già hết rồi": they are all old by now, or all have it?"""
    return any(
        said.state is State.DONE
        and not clause_has(said, Tag.VERB)
        and not said.me
        and any(_is_of_an_age(seen, said, at) for at in range(len(said.clause.spans) - 1))
        for said in seen.told
    )


def _is_of_an_age(seen: Seen, said: Statement, at: int) -> bool:
    kin, behind = said.clause.spans[at : at + 2]
    old = kin.tag in (Tag.KIN, *COUNTS) and seen.folded(kin)[-1] in _AGES
    verdicts = (Tag.EVERY, Tag.DID) if seen.asked is Slot.FAMILY_TOTAL else (Tag.EVERY,)
    return old and behind.tag in verdicts and kin.last == behind.first


_AGES = frozenset({"gia", "nho", "lon", "be", "yeu"})


def old_telephone(seen: Seen) -> bool:
    """As in "may em cu lam roi", without marks: an old telephone, or grandfather has done it?"""
    return not seen.marked and any(
        span.tag is Tag.KIN and seen.folded(span) == ["cu"] and _is_no_grandfather(seen, span.first)
        for span in seen.spans
    )


_OLD = frozenset({"lam", "qua", "roi", "xi", "ki", "ky", "mem", "rich", "ghe", "nat", "hon", "nen"})
_MACHINES = frozenset({"may", "thoai", "iphone", "phone", "samsung", "oppo"})


def _is_no_grandfather(seen: Seen, at: int) -> bool:
    behind = seen.words[at + 1].folded if at + 1 < len(seen.words) else "."
    machine = any(word.folded in _MACHINES for word in seen.words[:at])
    return machine and (behind in _OLD or not behind.isalnum())
