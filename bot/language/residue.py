"""Words nobody taught the reader, and the clauses they forbid to book.

A word that is skipped may be what matters: a relative ("mẹ và bá"), a negation, another app, a guess. So a
clause is *unread* if a word stands in it that is in no table, is none of the everyday words of
`words/familiar.py`, and is no name where names stand.
"""

from collections.abc import Sequence

from bot.language.numbers import NUMBER_WORDS
from bot.language.spans import Span
from bot.language.spelling import key
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.words.familiar import before_places, deeds, everyday, names

#: Behind these a word may be a name: "chị Lan", "bé Bảo", "trường Hòa Bình", "em là Hoa".
_NAMED = frozenset({Tag.KIN, Tag.SELF, Tag.OTHERS, Tag.INTRO, Tag.LABEL, Tag.TOGETHER, Tag.ABSENT})


#: Dropped as courtesy, but "cô Thủy" is somebody.
_TITLES = frozenset({"co", "thay", "chi", "anh"})


def is_unread(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """Whether a word in these spans is neither known, nor familiar, nor a name."""
    names_follow, in_list = _is_full_name(spans, words), False
    for span in spans:
        named = False
        if span.tag is Tag.UNKNOWN and span.value is not None:
            word = words[span.first]
            behind_title = span.first > 0 and words[span.first - 1].folded in _TITLES
            named = (names_follow or behind_title) and (word.capital or word.key in names())
            bare_in_list = in_list and word.key == word.folded  # "em với me": mẹ?
            known = word.key in everyday() or _counts_things(words, span.last)
            if not named and (bare_in_list or not known):
                return True
        names_follow = named or span.tag in _NAMED or words[span.last - 1].key in before_places()
        in_list = span.tag is Tag.WITH
    return False


_LARGE = frozenset(map(key, ("mươi", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ")))


def _counts_things(words: Sequence[Word], at: int) -> bool:
    """As in "dạy bốn tiết", "làm một lượt": the word before counts what is nobody; not "một bà má"."""
    if words[at - 1].key not in NUMBER_WORDS and words[at - 1].key not in _LARGE:
        return False
    return at < len(words) and (words[at].key in everyday() or words[at].key in _LARGE)


def _is_full_name(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "Tôi, Nguyễn Hữu Phước, …": a clause that begins with two capitals."""
    starts = spans[:2]
    return len(starts) == 2 and all(span.tag is Tag.UNKNOWN and words[span.first].capital for span in starts)


def dropped_deed(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "mẹ đi rồi", "nghe rồi": a deed that looks like courtesy ("coi đi", "nha nghe") was dropped.

    Whatever is done behind it is the deed, and nothing of ours. Without marks "thi" is "thì".
    """
    if not spans:
        return False
    covered = {place for span in spans for place in range(span.first, span.last)}
    return any(
        place not in covered and words[place].key in deeds() and words[place].key != "thi"
        for place in range(max(spans[0].first - 1, 0), spans[-1].first)
    )
