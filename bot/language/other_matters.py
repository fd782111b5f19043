"""What a clause is about when it is not about ours: other deeds, other people, or only a part of them.

Nobody is counted by such a clause: "ông ngoại nghỉ hưu rồi", "phòng 8 người", "người lớn cài hết rồi".
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.readings import Intent
from bot.language.residue import dropped_deed
from bot.language.spans import Span
from bot.language.spelling import key
from bot.language.tags import Tag
from bot.language.text import LABEL, Word
from bot.language.words.familiar import in_lists, names


def is_busy(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """Whether what was said of a relative is complete: he is away, at work, or not back yet."""
    kin = next((at for at, span in enumerate(spans) if span.tag is Tag.KIN), len(spans))
    said = [span for span in spans[kin + 1 :] if not words[span.first].capital]
    away = any(span.tag is Tag.NOT for span in said)
    return away or any(
        span.tag is Tag.UNKNOWN and words[span.first].folded in ("dang", "di", "ban") for span in said
    )


#: With these something is asked, told or put off; nobody is counted by it.
_OTHER_MATTERS = (Tag.SAYS, Tag.WILL, Tag.BY, Tag.THEN, Tag.GONE, Tag.ONGOING, Tag.ABSENT)


def does_something_else(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "ông ngoại nghỉ hưu rồi", "để em gọi hỏi mẹ đã": another deed than ours is told of."""
    if any(span.tag is Tag.VERB and words[span.first].folded != "lam" for span in spans):
        return False
    if spans[-1].tag is Tag.DID and dropped_deed(spans, words):
        return True
    return any(
        span.tag in _OTHER_MATTERS
        or (span.tag is Tag.INTENT and span.value is Intent.HELP)
        or (span.tag is Tag.UNKNOWN and not _may_stand_in_a_list(spans, at, words))
        for at, span in enumerate(spans)
    )


def _may_stand_in_a_list(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "ở chung với má", "bé Na học lớp 2": a name, or a word that says nothing of anybody."""
    word = words[spans[at].first]
    school = word.folded == "hoc" and at + 1 < len(spans) and spans[at + 1].tag is Tag.LABEL
    return school or word.capital or word.key in in_lists()


#: Parts of a summary, and of what is said of it; "không có chỗ nào sai" is a phrase of its own.
_PARTS = frozenset({"phân2", "chô4", "muc5", "khuc1", "đoan5", "dong2"})


def is_about_a_part(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "đúng phần em thôi", "đúng chỗ tên": of the rest nothing is said."""
    if not any(span.tag is Tag.RIGHT for span in spans):
        return False
    return any(
        words[at].key in _PARTS or words[at].key == "phan"
        for span in spans
        if span.tag is not Tag.RIGHT
        for at in range(span.first, span.last)
    )


#: "người lớn cài hết", "mấy đứa lớn": some of the household, and how many are they?
_OF_AN_AGE = frozenset({"lon", "nho", "gia", "tre", "nit"})


def is_of_some_only(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "người lớn cài hết rồi": a word for all that stands beside a part of them without a number."""
    return any(
        span.tag in (Tag.COUNTED, Tag.SOME)
        and not _OF_AN_AGE.isdisjoint(word.folded for word in words[span.first : span.last])
        for span in spans
    )


_ROOMS = frozenset({"phong2", "phong", "ktx", "tro5", "xương3", "day4"})


def is_of_a_room(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "phòng trọ em ở 3 đứa", "ở nội trú, phòng 8 người": those in a room are no household."""
    if any(span.tag in (Tag.FAMILY, Tag.WHOLE) for span in spans):
        return False
    number = next((span.first for span in spans if span.tag in (Tag.NUMBER, Tag.PEOPLE)), 0)
    return any(words[at].key in _ROOMS for at in range(spans[0].first, number))


#: Elders and colleagues are called alike: "chị Ba" is one or the other.
_CALLED_BY_AGE = frozenset({"anh", "chi", "co", "chu", "bac", "di", "thay", "em"})


#: "anh Hai em" is a brother.
_OWNERS = frozenset({"em", "toi", "tui", "minh", "con", "chau"})
_WORKPLACE = frozenset(
    {"nha bep", "van phong", "cap duong", "tap vu", "bao ve", "ke toan", "thu vien", "thu thu", "giam thi",
     "y te", "hieu pho", "cung phong", "cung to", "cung truong", "cung lop", "cung khoi", "co quan",
     "cung xom", "phong hanh", "to van", "to toan", "doi xe", "can tin", "cang tin", "thu quy"}
)  # fmt: skip


def is_a_colleague(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "chị Ba nhà bếp cài rồi"; "anh Hai em" and "chú làm bảo vệ" are relatives."""
    called = [span for span in spans if span.tag is Tag.KIN and _is_called_by_age(span, words)]
    if not called or len(called) < sum(span.tag is Tag.KIN for span in spans):
        return False
    folded = [word.folded for word in words[spans[0].first : spans[-1].last]]
    at = next((at for at in range(len(folded) - 1) if " ".join(folded[at : at + 2]) in _WORKPLACE), None)
    return at is not None and "lam" not in folded[max(at - 2, 0) : at]


_THINGS = frozenset(map(key, (
    "wifi", "mạng", "net", "internet", "sóng", "máy", "thoại", "điện", "xe", "cửa", "chỗ", "khu", "vùng",
    "xóm", "ấp", "thôn", "gần", "cạnh", "trước", "sau", "quanh", "ở", "tại", "về", "tới", "bên", "ngoài",
)))  # fmt: skip


def is_only_a_place(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "wifi nhà em hư", "em ở nhà": the house, and nothing of who lives in it."""
    houses = [span for span in spans if span.tag is Tag.FAMILY]
    return bool(houses) and all(
        span.first and words[span.first - 1].key in _THINGS and words[span.last - 1].folded != "dinh"
        for span in houses
    )


def tells_whose_telephone(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "máy này của ba em, em chưa có": whose it is, and nothing of what he has."""
    folded = [word.folded for word in words[spans[0].first : spans[-1].last]]
    return "nay" in folded and "cua" in folded and not _TELEPHONES.isdisjoint(folded)


_TELEPHONES = frozenset({"may", "thoai", "sim"})


def is_a_pupil(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "thằng Hùng 11B5": a name with the class right behind it is one of the school's."""
    return any(
        one.tag is Tag.KIN
        and (words[one.last - 1].capital or words[one.last - 1].key in names())
        and two.tag is Tag.LABEL
        and two.first == one.last
        and words[two.first].folded == LABEL
        for one, two in pairwise(spans)
    )


def _is_called_by_age(span: Span, words: Sequence[Word]) -> bool:
    named = [word.folded for word in words[span.first : span.last]]
    return not _CALLED_BY_AGE.isdisjoint(named[:2]) and named[-1] not in _OWNERS
