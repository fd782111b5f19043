"""An older person who writes to a younger one: "chị cài rồi em", "ông xã bác chưa, bác thì rồi con ạ".

He calls himself as the other would call him, and "em", "con", "cháu" are then not the speaker but whom he
talks to. Believed only where the words leave no choice: he says of himself what was asked, or calls something
his own, and nobody younger does.
"""

from collections.abc import Sequence

from bot.language.spans import Span
from bot.language.spelling import fold, key
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.words.familiar import deeds

_OLDER = frozenset(
    map(key, ("anh", "chị", "bác", "chú", "cô", "thầy", "dì", "ông", "bà", "cậu", "mợ", "thím"))
)
#: Of these no other word looks the same without its marks, or not where they are looked for.
_BARE = frozenset({"anh", "chi", "bac", "thay"})
_TITLES = _OLDER | _BARE
_TEACHERS = frozenset(map(key, ("thầy", "thay")))
_ADULT = frozenset({"toi", "tui", "minh", "tao"})
_YOUNG = frozenset({"em", "con", "chau"})
_BARE_CALL = (Tag.KIN, Tag.POLITE, Tag.ONLY)
#: What is said of somebody right behind his name.
_SAID = frozenset(
    {
        Tag.ALONE,
        Tag.VERB,
        Tag.DID,
        Tag.NOT,
        Tag.GONE,
        Tag.UNABLE,
        Tag.ONGOING,
        Tag.WILL,
        Tag.DENY,
        Tag.REASON,
        Tag.HAVE,
    }
)
_BETWEEN = frozenset({"thi", "moi", "cung", "vua", "van", "lai", "con", "du", "mat"})
_BEFORE = (Tag.MARK, Tag.BUT, Tag.NOW, Tag.SOON, Tag.PAST, Tag.ONLY, Tag.ALSO, Tag.APP, Tag.WITH)
_APART = (Tag.EXCEPT, Tag.LESS, Tag.PLUS)
_OWNED = frozenset({"vo", "chong", "xa"})
_CHILDREN = frozenset({"trai", "gai", "lon", "nho", "ut", "dau", "re", "con", "be", "nhoc"})
_ADDRESSED = frozenset({"em", "con", "chau", "dua", "ban"})
#: What the younger one does for the older, or is asked to do.
_WRITES = frozenset(
    {
        "nhac",
        "nhan",
        "hoi",
        "ghi",
        "gui",
        "goi",
        "bao",
        "noi",
        "keu",
        "dan",
        "dua",
        "coi",
        "xem",
        "kiem",
        "check",
        "note",
        "sua",
        "chinh",
        "tong",
        "thong",
        "khoi",
        "yen",
        "dung",
        "cu",
        "doc",
        "bo",
        "cap",
        "nhap",
        "dien",
        "giup",
    }
)
_TOLD = frozenset(
    {"nhac", "nhan", "bao", "hoi", "noi", "keu", "tin", "on", "chao", "giup", "gium", "may", "cac", "tui"}
)
_PARTICLES = (Tag.POLITE, Tag.MARK)
#: Behind these "em" is one of those who are told of: "mẹ với em", "trừ em", "2 em", "nhà em".
_HOLDS_ON = frozenset(
    {Tag.WITH, Tag.KIN, Tag.NUMBER, Tag.COUNTED, Tag.FAMILY, Tag.WHOLE, Tag.FOR, Tag.EXCEPT, Tag.LESS,
     Tag.PLUS, Tag.SELF, Tag.HAVE, Tag.TOGETHER, Tag.SOME, Tag.BUT, Tag.BY, Tag.REST, Tag.OF}
)  # fmt: skip


def with_elder(spans: Sequence[Span], words: Sequence[Word]) -> Sequence[Span]:
    """The spans with the older speaker as the speaker, and the younger one as merely called."""
    if not spans:
        return spans
    spans = _presented_by_birth(spans, words)
    places = [
        at for at, span in enumerate(spans) if span.tag in _BARE_CALL and _title(span, words) is not None
    ]
    if not places or any(_names_herself(span, words) for span in spans):
        return spans  # "ngoài tôi ra còn mẹ già, bà không biết chữ"
    young = [
        at
        for at, span in enumerate(spans)
        if span.tag is Tag.SELF and not (at and spans[at - 1].tag in (Tag.NUMBER, Tag.COUNTED, Tag.SOME))
    ]
    if not all(_is_young(spans[at], words) and _is_called(spans, at, words) for at in young):
        return spans
    young += [at for at in range(len(spans)) if _are_called(spans, at, words)]
    me = _own_title(spans, words, places, talked_to=bool(young))
    if me is None:
        young = [at for at in young if _closes(spans, at, words)]
    return _given_roles(spans, words, me, young)


def _own_title(
    spans: Sequence[Span], words: Sequence[Word], places: Sequence[int], *, talked_to: bool
) -> str | None:
    """What the older speaker calls himself, if the message leaves no choice."""
    called = (
        talked_to or any(_calls_by_word(span, words) for span in spans) or _calls_at_the_end(spans, words)
    )
    own = {
        fold(words[spans[at].first].key)
        for at in places
        if _speaks(spans, at, words, talked_to=called) or _is_presented(spans, at, words)
    }
    if not own and not talked_to and (alone := _only_one(spans, places, words)):
        return alone  # "anh chưa, tối anh làm"
    if not own and any(_is_his_wife(spans, at, words) for at in places):
        own = {_title(spans[at], words) or "" for at in places} & {"thay"}  # "cô nhà rồi, … thầy chưa hỏi"
    return own.pop() if len(own) == 1 else None


def _given_roles(
    spans: Sequence[Span], words: Sequence[Word], me: str | None, young: Sequence[int]
) -> list[Span]:
    changed: list[Span] = []
    for at, span in enumerate(spans):
        if me == "thay" and _is_his_wife(spans, at, words):
            changed.append(Span(Tag.KIN, 1, span.first, span.last))
        elif me == "thay" and at and _is_his_wife(spans, at - 1, words):
            changed[-1] = changed[-1]._replace(last=span.last)
        elif at in young:
            changed.append(span._replace(tag=Tag.POLITE))
        elif me is not None and _title(span, words) == me and not _is_vocative(spans, at, words):
            changed.append(span._replace(tag=Tag.SELF, value=None))
        elif span.tag is Tag.VAGUE and [word.folded for word in words[span.first : span.last]] == ["con", me]:
            changed.append(span._replace(tag=Tag.KIN, value=1))  # "con chị"
        else:
            changed.append(span)
    return changed


def _only_one(spans: Sequence[Span], places: Sequence[int], words: Sequence[Word]) -> str | None:
    """The only title of a message that speaks of nobody else, if it stands there twice."""
    called = [at for at in places if spans[at].tag is not Tag.ONLY and not _is_vocative(spans, at, words)]
    titles = {_title(spans[at], words) for at in called}
    others = any(span.tag in (Tag.KIN, Tag.TOGETHER) and at not in called for at, span in enumerate(spans))
    if len(called) < 2 or len(titles) != 1 or others:
        return None
    spoken = any(
        (at == 0 or spans[at - 1].tag in _BEFORE) and _is_told(spans, at, words)
        for at in called
        if spans[at].tag is Tag.KIN
    )
    return titles.pop() if spoken else None


def _is_his_wife(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "cô nhà cũng cài", as a teacher calls his wife."""
    wife = [words[place].key for span in spans[at : at + 2] for place in range(span.first, span.last)]
    bare = wife == ["co", "nha"] and any(span.tag in (Tag.WITH, Tag.ALSO) for span in spans[at + 2 : at + 4])
    return (spans[at].tag is Tag.POLITE and wife == _WIFE) or bare


_WIFE = [key("cô"), key("nhà")]


def _title(span: Span, words: Sequence[Word]) -> str | None:
    """How an older person is called, if this is nothing else: "chị", and not "chị Ba"."""
    if span.last - span.first != 1 or span.tag not in _BARE_CALL:
        return None
    word = words[span.first]
    return word.folded if word.key in _TITLES else None


def _names_herself(span: Span, words: Sequence[Word]) -> bool:
    """As in "tôi", "nhà tui", "ngoài mình ra"; not "tối", "một mình"."""
    return span.tag not in _NOBODYS and any(
        words[place].folded in _ADULT for place in range(span.first, span.last)
    )


_NOBODYS = frozenset(
    {Tag.SOON, Tag.ALONE, Tag.ONLY, Tag.PAST, Tag.NOW, Tag.CLOCK, Tag.UNKNOWN, Tag.POLITE, Tag.REASON}
)


def _is_parent(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """A parent whom nothing calls the older speaker's own: "ba mẹ", and not "ba mẹ anh", "mẹ vợ"."""
    span = spans[at]
    named = [word.folded for word in words[span.first : span.last]]
    if span.tag is not Tag.KIN or named[0] not in _PARENTS or not set(named[1:]) <= _PARENTS:
        return False
    return at + 1 == len(spans) or spans[at + 1].last == span.last or _title(spans[at + 1], words) is None


_PARENTS = frozenset({"bo", "me", "ma", "cha", "tia", "ba"})


def _is_young(span: Span, words: Sequence[Word]) -> bool:
    return span.last - span.first == 1 and words[span.first].folded in _YOUNG


def _is_called(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "rồi em", "em nhắc chị mới nhớ", "báo em biết": whoever is talked to."""
    before = spans[at - 1] if at else None
    after = spans[at + 1] if at + 1 < len(spans) else None
    if after is not None and words[after.first].folded in _WRITES and after.tag is not Tag.NOT:
        return True
    if before is not None and words[before.last - 1].folded in _TOLD:
        return True
    if after is not None and after.tag is Tag.POLITE and words[after.first].folded in ("oi", "ui"):
        return True
    return _closes(spans, at, words)


def _closes(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """Whether nothing but courtesy follows, and what stands before does not take it in."""
    before = spans[at - 1] if at else None
    plural = before is not None and before.tag is Tag.SOME and before.last == spans[at].first
    held = before is None or before.tag is Tag.MARK or (before.tag in _HOLDS_ON and not plural)
    particle = at + 1 < len(spans) and spans[at + 1].tag is Tag.POLITE
    after_title = (
        particle and before is not None and before.tag is Tag.KIN and before.last - before.first == 1
    )
    after_done = particle and at > 1 and spans[at - 1].tag is Tag.BUT and spans[at - 2].tag is Tag.DID
    only = (
        before is not None and before.tag is Tag.ONLY and words[before.last - 1].folded not in ("thoi", "ha")
    )
    having = before is not None and words[before.last - 1].folded in _HOLDING
    held = held or only or having
    held = held and not (after_title and at > 1) and not after_done
    return not held and all(span.tag in _PARTICLES for span in _to_mark(spans, at))


_HOLDING = frozenset({"co", "them", "rieng", "moi", "cua", "tru", "la", "chi", "bang"})


def _are_called(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "cài rồi nha các em", "báo các em yên tâm", "rồi nghen mấy đứa"."""
    span = spans[at]
    if at and words[spans[at - 1].first].folded in ("may", "tui") and span.tag in (Tag.COUNTED, Tag.SELF):
        at -= 1  # the second word of "mấy đứa"
    several = spans[at].first
    if words[several].folded not in ("cac", "may", "tui") or several + 1 == len(words):
        return False
    if words[several + 1].folded not in _ADDRESSED:
        return False
    if spans[at].last == several + 1 and at + 1 < len(spans):
        return at > 0 and spans[at - 1].tag not in _HOLDS_ON and _closes(spans, at + 1, words)
    told = at > 0 and words[spans[at - 1].last - 1].folded in _TOLD
    return told or (at > 0 and _closes(spans, at, words))


_HERS = frozenset({"may", "thoai", "than", "ca", "rieng", "phan", "minh"})
_GRANDPARENTS = frozenset({"ong", "ba"})


def _calls_at_the_end(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "nha em", "nghen con", which look like "nhà em" and "nghen", with the one who is called."""
    last = next((span for span in reversed(spans) if span.tag not in _PARTICLES), None)
    if last is None or last.last - last.first != 2:
        return False
    typed = [word.key for word in words[last.first : last.last]]
    return typed[0] in ("nha", "nhe", "nghen") and typed[1] in ("em", "con", "chau1", "chau")


def _calls_by_word(span: Span, words: Sequence[Word]) -> bool:
    """As in "em ơi", "cảm ơn cháu", which are phrases of the tables."""
    if span.tag not in (Tag.POLITE, Tag.INTENT) or span.last - span.first == 1:
        return False
    first, last = words[span.first].folded, words[span.last - 1].folded
    return last in _YOUNG or (first in _YOUNG and last in ("oi", "ui", "a"))


def _to_mark(spans: Sequence[Span], at: int) -> Sequence[Span]:
    """What stands behind a span up to the next mark."""
    end = next((to for to in range(at + 1, len(spans)) if spans[to].tag is Tag.MARK), len(spans))
    return spans[at + 1 : end]


def _is_vocative(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    after = spans[at + 1] if at + 1 < len(spans) else None
    return after is not None and words[after.first].folded in ("oi", "ui")


def _speaks(spans: Sequence[Span], at: int, words: Sequence[Word], *, talked_to: bool) -> bool:
    """Whether this title is who speaks: of himself, of what is his, of who is left when he is taken out."""
    if _is_vocative(spans, at, words):
        return False
    before = spans[at - 1] if at else None
    if before is not None and before.last == spans[at].first:
        last = words[before.last - 1].folded
        named = before.tag in (Tag.KIN, Tag.TOGETHER)
        if talked_to and (named or last in _HERS) and words[spans[at].first].folded not in _GRANDPARENTS:
            return True
        if named and last in _OWNED and words[spans[at].first].key not in _TEACHERS:
            return True
        parent = (
            named and last in _CHILDREN and (talked_to or words[spans[at].first].folded in ("anh", "chi"))
        )
        if parent or (talked_to and before.tag is Tag.FAMILY):
            return True
        grand = words[spans[at].first].folded in _GRANDPARENTS and not talked_to  # "bốn, có cả bà"
        if before.tag in _APART and words[before.last - 1].folded != "co" and not grand:
            return True
    if before is not None and before.tag is Tag.WITH and at > 1 and spans[at - 2].tag is Tag.THEY:
        return bool(spans[at - 2].value)  # "bả với bác"
    teacher = words[spans[at].first].key in _TEACHERS
    if talked_to and words[spans[at].first].folded in _GRANDPARENTS:
        return not any(_is_parent(spans, place, words) for place in range(len(spans))) and (
            (before is None or before.tag in _BEFORE) and _is_told(spans, at, words)
        )  # "bố rồi, mẹ rồi, bà thì chưa nghen con" is of the grandmother
    if (
        talked_to
        and before is not None
        and before.tag is Tag.WITH
        and at > 1
        and spans[at - 2].tag is Tag.KIN
    ):
        return True  # "thằng Út với bác nha cháu"
    if not talked_to and not (teacher and at == 0):
        return False
    return (before is None or before.tag in _BEFORE) and _is_told(spans, at, words)


def _is_told(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """Whether right behind somebody's name it is told what he did or does."""
    for span in spans[at + 1 : at + 5]:
        word = words[span.first]
        if span.tag in _SAID or word.key in deeds():
            return True
        if span.tag is Tag.WITH:
            return words[span.first].folded in ("voi", "va", "cung")
        if word.folded not in _BETWEEN:
            return False
    return False


def _presented_by_birth(spans: Sequence[Span], words: Sequence[Word]) -> Sequence[Span]:
    """As in "chú Bảy bảo vệ đây": a title and the place among brothers and sisters."""
    first = spans[0]
    if first.tag is not Tag.KIN or first.last - first.first != 2 or words[first.first].key not in _TITLES:
        return spans
    behind = [word.folded for word in words[first.last : first.last + 4]]
    if "day" not in behind:
        return spans
    return [
        first._replace(last=first.first + 1),
        Span(Tag.UNKNOWN, None, first.first + 1, first.last),
        *spans[1:],
    ]


def _is_presented(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    """As in "chị Hương đây": who presents himself so goes on about himself."""
    behind = [words[place].folded for place in range(spans[at].last, min(spans[at].last + 4, len(words)))]
    name = len(behind) > 1 and words[spans[at].last].capital and "day" in behind[1:]
    born = len(behind) > 1 and at + 1 < len(spans) and spans[at + 1].value is None and "day" in behind[1:]
    return at == 0 and (name or born or behind[:1] == ["day"])
