"""Words that only their neighbours tell apart: names, titles, numbers in words, and what looks like them."""

from collections.abc import Sequence

from bot.language.lexicon import Entry
from bot.language.numbers import NUMBER_WORDS, Spelt, spelt_number
from bot.language.spelling import key
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.words.familiar import names
from bot.language.words.senses import AFTER_FATHER, AFTER_NUMBER, BEFORE_NUMBER, COUNTABLE

#: Without marks, and not at the start: "con em" (my child) or "còn em" (but I), "má em" or "mà em"?
_CHILD_OR_BUT = (["con", "em"], ["con", "toi"], ["con", "minh"], ["con", "tui"])
#: With their marks left out six, five, seven and ten; as they stand words of their own.
_OTHER_WORDS = frozenset({"sau", "nam", "bay", "tam"})
_BEFORE_NAMES = frozenset({"la", "ten"})
_ONE_OR_TWO = frozenset(map(key, ("một", "hai", "bốn")))
#: "một bà má", "hai cô con gái": titles that a number may stand before; without marks "ba", "co" are others.
_TITLES = frozenset(
    map(key, ("bà", "ông", "cô", "cậu", "dì", "chú", "bác", "cụ", "mợ", "anh", "chị", "nàng"))
)
_BEFORE_LATER = frozenset({"thanh", "cai", "tai", "lam", "xong", "khai", "bao"})
_PLACES = frozenset(map(key, ("hai", "ba", "tư", "sáu", "bảy", "tám", "chín", "út")))
_COUNTED_OR_TENS = frozenset({"nguoi", "dua", "mang", "thanh", "nhan", "khau", "muoi", "chuc", "tuoi"})
MARKS = frozenset(',.;:!?\n()-–…/"“”*')


def is_called_by_place(words: Sequence[Word], at: int) -> bool:
    """As in "con Hai", a southern child, "o Lan", an aunt of the centre; without marks, "còn hai"."""
    if at + 1 == len(words):
        return False
    name = words[at + 1]
    if words[at].key == "o":
        return name.capital or name.key in names()
    counts = at + 2 < len(words) and (words[at + 2].folded in COUNTABLE or words[at + 2].value is not None)
    fifth = name.capital and words[at].key == "con" and name.key == "năm"  # else a year, or five
    return (name.key in _PLACES or fifth) and not counts


def is_an_aunt(words: Sequence[Word], at: int) -> bool:
    """As in "em ở với o với dượng", "o, dượng, mệ": behind "với", or in a list, "o" is no "ở"."""
    if words[at].key != "o":
        return False
    left, right = (words[place].folded if 0 <= place < len(words) else "" for place in (at - 1, at + 1))
    listed = {words[place].key for place in range(len(words))} & _OF_THE_CENTRE
    return right in _LISTING and (left in ("voi", "va", "cung") or (left in ("", ",") and bool(listed)))


_LISTING = frozenset({"", ",", ".", "voi", "va", "cung"})
_OF_THE_CENTRE = frozenset(
    map(key, ("dượng", "mệ", "ôn", "mự", "mạ", "bọ", "chú", "thím", "bác", "dì", "cậu"))
)


def child_or_but(words: Sequence[Word], at: int) -> bool:
    if words[at].folded not in ("con", "ma"):
        return False
    if at > 0 and (words[at - 1].value is not None or words[at - 1].key in NUMBER_WORDS):
        return False  # "hai con toi"
    if at > 0 and words[at - 1].folded in ("voi", "va"):
        return False  # "ba ma voi con em"
    pair = [word.folded for word in words[at : at + 2]]
    new_clause = at > 0 and words[at - 1].key in MARKS
    return (at > 0 and pair in _CHILD_OR_BUT) or (new_clause and pair == ["ma", "em"])


def counts_people(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "anh 5 người", "cô năm người": before a counted noun a number is no birth-order name."""
    if entry.tag is not Tag.KIN or len(entry.keys) != 2:
        return False
    last, right = words[at + 1], folded_at(words, at + 2, "$")
    return last.value == 1 or (
        right in _COUNTED_OR_TENS and (last.value is not None or spelt_number(words, at + 1) is not None)
    )


def loads_it(words: Sequence[Word], at: int) -> bool:
    """As in "da co con cai roi", "con cai hoi hom qua": a child who writes, and not "con cái"."""
    left, right = folded_at(words, at - 1, "^"), folded_at(words, at + 2, "$")
    cai = at + 1 < len(words) and words[at + 1].key == "cai"
    return cai and left in _BEFORE_WRITER and right in _AFTER_LOADING


def calls_before_home(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "em cài rồi nghe chị nhà em …", "dạ anh nhà em 4 người": no spouse, but who is written to."""
    home = len(entry.keys) == 3 and words[at + 1].folded == "nha" and entry.tag is Tag.KIN
    return home and folded_at(words, at - 1, "^") in _BEFORE_CALLED


def is_addressed(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "dạ thưa cô vợ chồng em đã cài": the title, and what follows it is another word."""
    titled = entry.tag is Tag.KIN and len(entry.keys) > 1 and words[at].key in _TITLES
    return titled and at > 0 and words[at - 1].key in _BEFORE_ADDRESSED and not words[at + 1].capital


def only_denies(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "à không cài được": no slip is taken back, but "à không, 4 người" takes one back."""
    if entry.tag is not Tag.WRONG or len(entry.keys) != 2 or entry.keys[1] != "không":
        return False
    following = words[at + 2] if at + 2 < len(words) else None
    if following is None or not following.folded[0].isalpha():
        return False
    return following.key not in NUMBER_WORDS and following.key not in _AFTER_SLIP


def is_a_name(words: Sequence[Word], at: int, matches: Sequence[Entry]) -> bool:
    """As in "thằng Tí", "bé Mai", "cu Tèo": behind such a word a capital is a name."""
    if words[at - 1].key not in _CHILDREN:
        return False
    known = bool(matches) and len(matches[0].keys) == 1 and matches[0].tag in _SOUNDS_LIKE_NAMES
    boy = words[at - 1].key in _BOYS_ONLY and words[at].key in names()
    return known and (boy or (words[at].capital and words[at - 1].key in _CHILDREN))


def is_a_school(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "em Nhung mầm non Hoa Sen": where she works, and no child that goes there."""
    end = at + len(entry.keys)
    named = end < len(words) and words[end].capital and words[end - 1].key in ("non", "giao1")
    return named and entry.tag is Tag.REASON and words[at].folded in ("mam", "mau", "truong")


def is_still_a_child(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "chị ba cũng rồi còn bé tư chưa": but the child, and not "still small"."""
    small = entry.tag is Tag.REASON and len(entry.keys) == 2 and entry.keys[0].startswith("con2")
    name = words[at + 2] if at + 2 < len(words) else None
    return small and name is not None and (name.capital or name.key in _PLACES)


def is_old(words: Sequence[Word], at: int, entry: Entry) -> bool:
    """As in "ông già rồi", "cháu bé thế": what is said of somebody, and not who it is."""
    end = at + len(entry.keys)
    old = entry.tag is Tag.KIN and len(entry.keys) > 1 and words[end - 1].folded == "gia"
    if old and folded_at(words, end, "$") == "roi":
        return folded_at(words, end + 1, "$") not in _BEFORE_SAID
    small = entry.tag is Tag.KIN and len(entry.keys) > 1 and words[end - 1].folded in ("be", "nho")
    return small and folded_at(words, end, "$") in _SO_MUCH


def folded_at(words: Sequence[Word], at: int, edge: str) -> str:
    """The folded neighbour, or the edge where a clause begins or ends."""
    if not 0 <= at < len(words) or words[at].key in MARKS:
        return edge
    return words[at].folded


def number_word(words: Sequence[Word], at: int, bare: int) -> Spelt | None:
    """A number in words, where its neighbours show that it is one."""
    number = spelt_number(words, at)
    if number is None or number.length > 1:
        return number
    word, left, right = words[at], folded_at(words, at - 1, "^"), folded_at(words, at + 1, "$")
    if bare == 2 and word.capital and left in _BEFORE_NAMES:
        return None  # "con la Nam"
    if word.key in _ONE_OR_TWO and at + 1 < len(words) and words[at + 1].key in _TITLES:
        return number
    if at + 1 < len(words) and words[at + 1].key == "nhơ2":
        return None  # "sau nhờ thầy chỉ"
    if right in COUNTABLE:
        if word.key in ("ba", "mot", "bon") and right in AFTER_FATHER:
            return None
        return number
    if (bare == 1 and word.key in _OTHER_WORDS) or (word.key == "sau" and left in _BEFORE_LATER):
        return None  # "sẽ cài sau" by who types diacritics, "se cai sau"
    if word.folded == "ba" and _are_three(words, at, left, right):
        return number
    alone = left in BEFORE_NUMBER and right in AFTER_NUMBER
    if word.folded == "ba" and len(words) > 3 and right != "trong":
        return None  # in a list "ba" is the father
    return number if alone else None


def _are_three(words: Sequence[Word], at: int, left: str, right: str) -> bool:
    """As in "không tính em thì ba", "cả ba đều cài": as the father "ba" would not stand there."""
    if left == "ca":
        counted = any(
            word.value == 3 or (word.key == "ba" and folded_at(words, place + 1, "$") in _COUNTED_OR_TENS)
            for place, word in enumerate(words[: at - 1])
        )
        return right == "deu" or (counted and right in AFTER_NUMBER)
    without = {word.folded for word in words[:at]}
    return (
        left == "thi"
        and right in _ENDS
        and not without.isdisjoint(_LEAVES_OUT)
        and without.isdisjoint(_PARENTS)
    )


def three_or_father(words: Sequence[Word], at: int) -> bool:
    """As in "cả ba cài rồi": all three, or the father, too? "có cả ba", "cả ba lẫn mẹ" are about him."""
    before, left, right = (
        folded_at(words, place, edge) for place, edge in ((at - 2, "^"), (at - 1, "^"), (at + 1, "$"))
    )
    asserted = right in ("cai", "roi", "da", "xong", "chua", "luon") and before not in (
        "co",
        "luon",
        "va",
        "voi",
    )
    return left == "ca" and asserted and not _are_three(words, at, left, right)


_BEFORE_WRITER = frozenset({"^", "§", "co", "thay", "roi", "la", "da", "thua", "mot", "mai", "nay"})
_AFTER_LOADING = frozenset(
    {"roi", "xong", "hoi", "tu", "duoc", "lau", "dat", "hom", "$", "luon", "app", "a", "nha"}
)


#: Behind these words somebody is called: "nghe chị, nhà em …", "chào anh, nhà em …".
_BEFORE_CALLED = frozenset({"nghe", "nha", "nhe", "da", "chao", "thua", "a", "roi"})


#: Behind these comes who is written to: "thưa cô vợ chồng em …", "chào anh hai mẹ con em …".
_BEFORE_ADDRESSED = frozenset(map(key, ("thưa", "chào", "kính", "gửi", "thua", "chao", "kinh")))


_AFTER_SLIP = frozenset(
    map(
        key,
        (
            "em",
            "tôi",
            "tui",
            "mình",
            "con",
            "cháu",
            "là",
            "mới",
            "chỉ",
            "nhầm",
            "nha",
            "ạ",
            "cô",
            "thầy",
            "phải",
            "cả",
            "anh",
            "bác",
            "chú",
            "chị",
        ),
    )
) | {"toi", "minh", "chau", "la", "moi", "chi", "nham", "a", "thay", "phai", "ca", "bac"}


_CHILDREN = frozenset(map(key, ("thằng", "bé", "cu", "con", "nhóc", "đứa", "em", "cháu", "thang", "be")))
_BOYS_ONLY = frozenset(map(key, ("thằng", "cu")))  # "bé tí" is tiny
_SOUNDS_LIKE_NAMES = (
    Tag.SOON,
    Tag.NOW,
    Tag.POLITE,
    Tag.WITH,
    Tag.YES,
    Tag.CAN,
    Tag.EVERY,
    Tag.REASON,
    Tag.INTENT,
)


#: "ông già rồi nha" may be either; "ông già rồi cũng cài" tells of him.
_BEFORE_SAID = frozenset({"cung"})
_SO_MUCH = frozenset({"the", "qua", "lam", "xiu", "vay", "rua"})


_ENDS = frozenset({"$", "a", "thoi", "nha", "nhe", "nghen"})
_LEAVES_OUT = frozenset({"tinh", "ke", "ngoai", "tru", "dem"})
_PARENTS = frozenset({"me", "ma", "vo", "noi", "ba"})
