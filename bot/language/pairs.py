"""What two neighbours are together: a number and its noun, a relative and whose, a guess.

`PAIRS` is a table of named rules, each of which says what they are together, or leaves them alone.
"""

from collections.abc import Callable
from typing import NamedTuple

from bot.language.near import Joined, Near
from bot.language.spelling import key
from bot.language.tags import Tag

_CHILD = frozenset({"con", "chau", "em"})
_PARENTS = frozenset({"ba", "bo", "cha", "tia", "me", "ma", "ong", "noi", "ngoai"})
_CHILDREN = frozenset({"con", "chau", "em", "be", "cu", "nhoc", "trai", "gai", "dua", "thang"})
_WHICH = frozenset(map(key, ("lớn", "nhỏ", "út", "đầu", "giữa", "trai", "gái", "cả", "kế", "trưởng")))
_BEFORE_NAMES = frozenset(
    {"be", "con", "thang", "cu", "dua", "nhoc", "anh", "chi", "di", "chu", "bac", "cau", "mo", "thim"}
)
_SPOUSES = frozenset({"vo", "chong"})
_SINGLE = frozenset({"vo", "chong", "me", "bo", "cha", "tia"})
_GUESSES = (Tag.VAGUE, Tag.ABOUT)
_PERSONS = (Tag.NUMBER, Tag.COUNTED, Tag.PEOPLE, Tag.KIN)


class Pair(NamedTuple):
    """A rule for two neighbours."""

    left: tuple[Tag, ...]
    right: tuple[Tag, ...]
    join: Callable[[Near], Joined]


def _as(tag: Tag, *, adjacent: bool = False) -> Callable[[Near], Joined]:
    """Together they are this, with the value of the first."""
    return lambda near: None if adjacent and not near.adjacent else (tag, near.spans[0].value)


def _glued_number(near: Near) -> Joined:
    """The 8 of "/8" counts nobody, and −2 is no number of people."""
    if near.folded(0) == "/":
        return Tag.LABEL, None
    return (Tag.RANGE, None) if near.folded(0) in "-–" and near.touching else None


def _number_of_kin(near: Near) -> Joined:
    """As in "2 con", "3 người con", "2 ông bà": the number, unless the word names a pair; 0 is nobody."""
    number, kin = (span.value for span in near.spans)
    if number == 0:
        return Tag.NUMBER, 0
    if not near.adjacent:
        return None  # "dạ 3 ạ, ba má …"
    if number > kin == 1 and near.folded(1) in _SINGLE:
        return Tag.VAGUE, None  # "3 người: mẹ già, …" without its marks
    return Tag.KIN, max(near.spans[0].value, near.spans[1].value)


def _people_of_a_kind(near: Near) -> Joined:
    """As in "3 người con"; "3 người ba mẹ em trai" are a number and who they are."""
    return _number_of_kin(near) if near.adjacent and near.folded(1) in _CHILDREN | {"anh", "chi"} else None


def _number_of_pronoun(near: Near) -> Joined:
    """As in "2 em", "3 cháu"; "1 mình" is alone."""
    number, pronoun = near.spans[0].value, near.folded(1)
    if pronoun == "minh" and number == 1:
        return Tag.ALONE, None
    before = near.words[near.spans[0].first - 1].folded if near.spans[0].first else ""
    if before in _NUMBERED and near.adjacent:
        return Tag.LABEL, None  # "hết tiết 4 em mở máy"
    return (Tag.KIN, number) if pronoun in _CHILD else None


_NUMBERED = frozenset({"tiet", "lop", "khoi", "to", "ap", "ngay", "thang", "hom", "thu", "luc", "khu", "so"})


def _number_of_things(near: Near) -> Joined:
    """As in "2 xe": a number with a noun that is no person."""
    here = near.words[near.spans[1].first].key in _HERE  # "em Hạnh tổ 2 đây"
    return (Tag.DEVICES, None) if near.adjacent and not here else None


_HERE = frozenset(map(key, ("đây", "này", "kia", "ấy", "đấy", "nọ")))


def _fraction_of_pupils(near: Near) -> Joined:
    """As in "35/40 em": a class."""
    return (Tag.OTHERS, None) if near.folded(1) in ("em", "chau") else None


def _whose_child(near: Near) -> Joined:
    """As in "cháu nhà tôi": the child that the parent declares for."""
    return (Tag.SELF, None) if near.folded(0) in _CHILD and near.adjacent else None


def _couple(near: Near) -> Joined:
    """As in "vợ chồng con trai": the son's marriage, not the speaker's."""
    kin = near.spans[1]
    counted = near.words[kin.first].value is not None or near.words[kin.first].key in _ONE
    return (Tag.KIN, near.spans[0].value) if near.adjacent and kin.value == 1 and not counted else None


_ONE = frozenset({"môt5", "mot"})


def _theirs(near: Near) -> Joined:
    """As in "hai cha con ổng", "bà nội hắn", "chồng em thì hắn": his and hers, or the same person again."""
    between = near.words[near.spans[0].last : near.spans[1].first]
    one = near.spans[1].value is not None or near.folded(1) in _ONE_OF_THEM
    return (Tag.KIN, near.spans[0].value) if one and all(word.folded == "thi" for word in between) else None


_ONE_OF_THEM = frozenset({"han", "no"})


def _people_for_short(near: Near) -> Joined:
    """As in "4 mng", where the short form of "mọi người" stands for "người"."""
    people = near.adjacent and near.folded(1) == "moi"
    return (Tag.PEOPLE, near.spans[0].value) if people else None


def _of_a_room(near: Near) -> Joined:
    """As in "phòng 8 người", "tổ 3 người": so many share a room or a job, and no household."""
    counted = near.words[near.spans[0].last - 1].value is not None
    return (Tag.OTHERS, None) if counted and near.adjacent and near.folded(0) in _ROOMS else None


_ROOMS = frozenset({"phong", "to", "lop", "doi", "nhom", "khoi", "ktx"})
_OWNED_BY_EM = frozenset({"chong", "vo", "xa"})
_OWNED_BY_CHILD = frozenset({"trai", "gai", "noi", "ngoai", "ruot"})
_CHILD_OWNERS = frozenset({key("cháu")})
_GRANDCHILDREN = frozenset({"chau", "dua", "nhoc"})


def _of_whom(near: Near) -> Joined:
    """As in "chồng chị" by a woman who calls herself so, "2 đứa con cậu": whose it is.

    "ba cháu" by who is no child: three grandchildren, or their father?
    """
    last = near.words[near.spans[0].last - 1].folded
    if last == "ba" and near.adjacent and near.folded(1) in ("con", "chau"):
        return Tag.VAGUE, None
    owner = near.words[near.spans[1].last - 1]
    if near.adjacent and near.spans[1].value == 1 and near.spans[1].last - near.spans[1].first == 1:
        if last in _OWNED_BY_EM and owner.folded == "em":
            return Tag.KIN, near.spans[0].value  # "chồng em" by who called herself otherwise before
        if last in _OWNED_BY_CHILD and owner.key in _CHILD_OWNERS:
            return Tag.KIN, near.spans[0].value  # "em trai cháu", "ông bà nội cháu"
    side = {word.folded for word in near.words[near.spans[1].first : near.spans[1].last]}
    if near.adjacent and side <= {"noi", "ngoai"} and last in _GRANDCHILDREN:
        return Tag.KIN, near.spans[0].value  # "4 đứa cháu nội ngoại"
    spouse = last in ("chong", "vo", "xa") and near.folded(1) in ("chi", "anh")
    child = last == "con" and near.folded(1) in ("cau", "di", "chu", "bac", "duong")
    single = near.spans[1].last - near.spans[1].first == 1
    return (Tag.KIN, near.spans[0].value) if near.adjacent and single and (spouse or child) else None


def _with_speaker(near: Near) -> Joined:
    """As in "ngoài em", "tính cả em", "kể cả em là"."""
    if not near.adjacent:
        return None
    introduction = near.spans[1].tag is Tag.INTRO
    if introduction and near.words[near.spans[1].last - 1].folded != "la":
        return None
    tag = Tag.INCLUDING if near.spans[0].tag is Tag.PLUS else Tag.EXCLUDING
    return tag, "but me" if near.spans[0].tag is Tag.EXCEPT else None


def _over(near: Near) -> Joined:
    """As in "trên 5 người"."""
    return (Tag.VAGUE, None) if near.folded(0) == "tren" else None


def _some_children(near: Near) -> Joined:
    """As in "mấy em"."""
    return (Tag.VAGUE, None) if near.folded(1) in _CHILD else None


def _some(near: Near) -> Joined:
    """As in "mấy người", "các chị"; but "may vo" without its marks is her telephone: nobody has several."""
    one = near.spans[1].tag is Tag.KIN and near.spans[1].value == 1 and near.folded(1) in _PARENTS | _SPOUSES
    bare = near.words[near.spans[0].first].key == "may"
    plural = near.folded(0) in ("may", "cac") and near.spans[1].tag is not Tag.NUMBER
    return (Tag.KIN, 1) if bare and one else (Tag.VAGUE, "plural" if plural else None)


def _telephone_of(near: Near) -> Joined:
    """As in "máy ông xã": hers or his."""
    telephone = near.adjacent and near.words[near.spans[0].last - 1].folded in ("may", "thoai")
    return (Tag.KIN, near.spans[1].value) if telephone else None


def _named_child(near: Near) -> Joined:
    """As in "thằng cu lớn", "bé Na", "anh Tuấn": which of them it is."""
    kin, word = near.spans[0], near.words[near.spans[1].first]
    if not near.adjacent or near.spans[1].value is None:
        return None
    child = near.words[kin.last - 1].folded in _CHILDREN and word.key in _WHICH
    named = (
        kin.value == 1
        and word.capital
        and kin.last - kin.first <= 2
        and near.words[kin.first].folded in _BEFORE_NAMES
    )
    return (Tag.KIN, kin.value) if child or named else None


def _parent_of_children(near: Near) -> Joined:
    """As in "ba sắp nhỏ", "bà nội các cháu": a parent or a spouse, and none of the children."""
    parent = near.words[near.spans[0].last - 1].folded in _PARENTS
    several = near.spans[1].last - near.spans[1].first == 2 and near.spans[1].value in (None, "plural")
    of_children = near.spans[1].tag is Tag.SOME or near.words[near.spans[1].last - 1].folded in _CHILD
    return (Tag.KIN, near.spans[0].value) if near.adjacent and parent and several and of_children else None


def _child_of_age(near: Near) -> Joined:
    """As in "vợ, con 16 tuổi": never "còn"; who begins with it may speak of himself."""
    child = near.folded(0) == "con" and near.adjacent and near.spans[0].first > 0
    return (Tag.KIN, 1) if child else None


def _wife_and_children(near: Near) -> Joined:
    """As in "vợ con tui": whose they are."""
    span = near.spans[0]
    last = near.words[span.last - 1].folded
    named = span.last - span.first == 2 and near.folded(0) in ("vo", "con") and last in ("con", "cai", "chau")
    adult = near.folded(1) in ("toi", "tui", "minh", "em")
    return (
        (Tag.VAGUE, span.value)
        if near.adjacent and named and adult and near.words[span.first].key != "con"
        else None
    )


def _small_people(near: Near) -> Joined:
    """As in "3 người lớn 2 con nít"."""
    return (Tag.PEOPLE, near.spans[0].value) if near.folded(1) == "con" and near.adjacent else None


def _of_the_rest(near: Near) -> Joined:
    """As in "3 người kia"."""
    return (Tag.PEOPLE, near.spans[0].value) if near.adjacent else None


_THINGS = frozenset(
    {"android", "ios", "iphone", "samsung", "oppo", "zalo", "facebook", "face", "messenger", "viber", "wifi",
     "mail", "email", "app", "icloud", "google", "tiktok"}
)  # fmt: skip


def _uses_another_thing(near: Near) -> Joined:
    """As in "không xài Android", "không dùng facebook": another thing than a telephone."""
    use = near.words[near.spans[0].last - 1].folded in ("xai", "dung")
    thing = near.words[near.spans[1].first].key in _THINGS
    return (Tag.UNKNOWN, None) if use and thing and near.adjacent else None


def _second(near: Near) -> Joined:
    return near.spans[1].tag, near.spans[1].value


PAIRS: tuple[Pair, ...] = (
    Pair((Tag.MARK,), (Tag.NUMBER,), _glued_number),
    Pair((Tag.FRACTION,), (Tag.SELF,), _fraction_of_pupils),
    Pair((Tag.NUMBER,), (Tag.NUMBER, Tag.SOME, Tag.VAGUE), _as(Tag.VAGUE)),
    Pair((Tag.NUMBER,), (Tag.COUNTED,), _as(Tag.PEOPLE)),
    Pair((Tag.NUMBER,), (Tag.KIN,), _number_of_kin),
    Pair((Tag.NUMBER,), (Tag.SELF,), _number_of_pronoun),
    Pair((Tag.NUMBER,), (Tag.TOGETHER,), _as(Tag.TOGETHER)),
    Pair((Tag.NUMBER,), (Tag.UNKNOWN, Tag.FAMILY), _number_of_things),
    Pair((Tag.FAMILY, Tag.WHOLE), (Tag.SELF,), lambda near: _as(near.spans[0].tag, adjacent=True)(near)),
    Pair(_GUESSES, _PERSONS, _as(Tag.VAGUE)),
    Pair((Tag.SOME,), (Tag.NUMBER, Tag.COUNTED, Tag.KIN), _some),
    Pair((Tag.UNKNOWN,), (Tag.KIN,), _telephone_of),
    Pair((Tag.KIN,), (Tag.SOME, Tag.VAGUE), _parent_of_children),
    Pair((Tag.KIN,), (Tag.UNKNOWN,), _named_child),
    Pair((Tag.BUT,), (Tag.AGE,), _child_of_age),
    Pair((Tag.NUMBER, Tag.PEOPLE), (Tag.REASON,), _small_people),
    Pair((Tag.NUMBER,), (Tag.REST,), _of_the_rest),
    Pair((Tag.SOME,), (Tag.SELF,), _some_children),
    Pair((Tag.LESS, Tag.EXCEPT, Tag.PLUS), (Tag.SELF,), _with_speaker),
    Pair((Tag.LESS, Tag.PLUS), (Tag.INTRO,), _with_speaker),
    Pair((Tag.EXCEPT,), (Tag.ONLY,), _as(Tag.EXCEPT, adjacent=True)),
    Pair((Tag.OF,), (Tag.NUMBER, Tag.PEOPLE), _over),
    Pair((Tag.ABOUT,), (Tag.LABEL, Tag.AGE), _second),
    Pair((Tag.INSTEAD,), (Tag.NUMBER, Tag.PEOPLE, Tag.FRACTION), _as(Tag.INSTEAD)),
    Pair((Tag.VAGUE,), (Tag.SELF,), _wife_and_children),
    Pair((Tag.PEOPLE,), (Tag.KIN,), _people_of_a_kind),
    Pair((Tag.PEOPLE,), (Tag.SELF,), lambda near: _number_of_pronoun(near) if near.adjacent else None),
    Pair((Tag.PEOPLE,), (Tag.FAMILY,), _as(Tag.PEOPLE, adjacent=True)),
    Pair((Tag.KIN,), (Tag.SELF, Tag.FAMILY), _as(Tag.KIN, adjacent=True)),
    Pair((Tag.SELF,), (Tag.FAMILY,), _whose_child),
    Pair((Tag.TOGETHER,), (Tag.KIN,), _couple),
    Pair((Tag.TOGETHER,), (Tag.THEY,), _theirs),
    Pair((Tag.KIN,), (Tag.THEY,), _theirs),
    Pair((Tag.NUMBER,), (Tag.EVERY,), _people_for_short),
    Pair((Tag.KIN,), (Tag.KIN,), _of_whom),
    Pair((Tag.LABEL,), (Tag.COUNTED,), _of_a_room),
    Pair((Tag.REASON,), (Tag.UNKNOWN,), _uses_another_thing),
)
#: The rule for two neighbours, by their tags.
PAIR_RULES = {
    (left, right): pair.join for pair in reversed(PAIRS) for left in pair.left for right in pair.right
}
