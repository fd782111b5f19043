"""Words around our verb for which it was not done: only on a condition, only tried, of whoever it may be."""

from collections.abc import Sequence

from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word


def is_conditional(spans: Sequence[Span], words: Sequence[Word], verb: int) -> bool:
    """Whether the verb at this place is told as what comes only then, or was only tried."""
    return _only_then(spans, words, verb) or _only_if_so(spans, words, verb) or _was_tried(spans, words, verb)


def is_of_nobody(spans: Sequence[Span], words: Sequence[Word], verb: int) -> bool:
    """Whether the verb at this place is said of nobody in particular, or is warned of."""
    return _is_of_whoever(spans, words, verb) or _is_warned_of(spans, words)


def _only_then(spans: Sequence[Span], words: Sequence[Word], verb: int) -> bool:
    """As in "bắt buộc thì tui mới cài", "phải có wifi mới cài được": not before, and perhaps never."""
    if words[spans[verb - 1].first].folded != "moi":
        return False
    start = spans[0].first
    before = [word.folded for word in words[start : spans[verb].first]]
    if "phai" in before:
        return True
    me = next((span.first - start for span in spans if span.tag is Tag.SELF), 0)
    return "thi" in before[:me] and before.index("thi") > 0


def _only_if_so(spans: Sequence[Span], words: Sequence[Word], verb: int) -> bool:
    """As in "ai cài giùm thì tui mới có": what stands before "thì" has not come to be."""
    behind = [word.folded for word in words[spans[verb].last : spans[-1].last]]
    return "thi" in behind and "moi" in behind[behind.index("thi") :]


def _was_tried(spans: Sequence[Span], words: Sequence[Word], verb: int) -> bool:
    """As in "em có thử tải mà nó báo lỗi": tried, and no word that it came to an end."""
    return verb > 0 and words[spans[verb].first - 1].key in ("thư3", "thu")


def _is_of_whoever(spans: Sequence[Span], words: Sequence[Word], verb: int) -> bool:
    """As in "ai cài rồi thì thôi": whoever has."""
    if verb < 1 or words[spans[verb].first - 1].key != "ai":
        return False
    return any(word.folded == "thi" for word in words[spans[verb].last : spans[-1].last])


def _is_warned_of(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "đừng ghi em vô danh sách cài rồi"."""
    return any(word.key == "đưng2" for word in words[spans[0].first : spans[-1].first])
