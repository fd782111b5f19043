"""To have the app is to have installed it: "ai cũng có Bluezone hết", "nhà em đang dùng Bluezone"."""

from collections.abc import Sequence

from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word

#: Whoever uses it has it; who does not may have it all the same.
_USES = frozenset({"bât5", "bat", "dung2", "dung", "xai2", "xai", "dung5", "hoat5"})
_SEPARATES = (Tag.MARK, Tag.BUT)


def with_app_had(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """The spans with an app that somebody has or uses as a verb of the campaign."""
    return [
        span._replace(tag=Tag.VERB, value=None)
        if span.tag is Tag.APP and at and _is_had(spans, at, words)
        else span
        for at, span in enumerate(spans)
    ]


def _is_had(spans: Sequence[Span], at: int, words: Sequence[Word]) -> bool:
    before = spans[at - 1]
    if at + 1 < len(spans) and spans[at + 1].tag in (Tag.QUESTION, Tag.UNKNOWN, Tag.NUMBER):
        return False  # "có app nào khác", "dùng app điểm danh"
    if before.tag is Tag.HAVE or (before.tag is Tag.NOT and words[before.last - 1].folded == "co"):
        return True
    if before.tag is not Tag.UNKNOWN or words[before.last - 1].key not in _USES:
        return False
    start = max((place for place in range(at) if spans[place].tag in _SEPARATES), default=-1)
    return all(span.tag is not Tag.NOT for span in spans[start + 1 : at])
