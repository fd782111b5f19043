"""Lists with a verdict beside every name: "Vợ: có. Con út: không", "mẹ ✅ ba ❌", "chồng (đã cài)".

The mark between a name and its verdict separates nothing, and a tick is a word for "has".
"""

from collections.abc import Sequence

from bot.language.spans import Span
from bot.language.tags import Tag
from bot.language.text import Word
from bot.language.words.familiar import everyday

_TICKS = frozenset({"✅", "✔", "☑"})
_CROSSES = frozenset({"❌", "✖"})
_SIGNS = _TICKS | _CROSSES
#: Who may have a verdict beside the name; not a household, whose verdict is no single person's.
_NAMED = frozenset({Tag.SELF, Tag.KIN, Tag.TOGETHER})
#: Of what else the part before the mark may consist: "bé lớn 17t", "mk + ck".
_BESIDE = _NAMED | {Tag.WITH, Tag.AGE, Tag.RESPECT}
_VERDICT = frozenset({Tag.HAVE, Tag.YES, Tag.DID, Tag.NOT, Tag.VERB, Tag.ALSO, Tag.EVERY, Tag.APP})
_ASIDES = frozenset({Tag.AGE, Tag.LABEL, Tag.OTHERS})
_BETWEEN = frozenset(":-–(=*")
_WORDS_FOR_YES = (Tag.HAVE, Tag.YES)


def with_verdicts(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """The spans with every verdict next to whom it is about."""
    if any(span.tag is Tag.MARK and span.value in _BETWEEN for span in spans):
        spans = _without_marks_between(_without_asides(spans, words), words)
    if _SIGNS.isdisjoint([word.key for word in words]):
        return spans
    signs = [words[span.first].key in _SIGNS for span in spans]
    return _with_ticks(spans, words, signs) if any(signs) else spans


def _without_asides(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "vợ tôi (giáo viên trường bên) cài rồi", "con (4 tuổi): chưa": who somebody is."""
    opened = next((at for at, span in enumerate(spans) if span.tag is Tag.MARK and span.value == "("), None)
    if not opened:
        return spans
    closed = next((at for at in range(opened, len(spans)) if spans[at].value == ")"), None)
    if closed is None or spans[opened - 1].tag not in _NAMED:
        return spans
    harmless = all(
        span.tag in _ASIDES or (span.tag is Tag.UNKNOWN and words[span.first].key in everyday())
        for span in spans[opened + 1 : closed]
    )
    return spans[:opened] + spans[closed + 1 :] if harmless else spans


def _without_marks_between(spans: list[Span], words: Sequence[Word]) -> list[Span]:
    """As in "Vợ: có", "mẹ - rồi", "ba (chưa cài)": the verdict goes on from the name."""
    kept: list[Span] = []
    for at, span in enumerate(spans):
        if span.tag is Tag.MARK and span.value in _BETWEEN:
            verdict = _up_to_mark(spans[at + 1 :])
            named = _back_to_mark(kept)
            if verdict and _is_verdict(verdict, words) and named and _is_named(named):
                continue
        elif span.tag in _WORDS_FOR_YES and at and _stands_alone(spans, at):
            named = _back_to_mark(kept)
            if named and _is_named(named) and spans[at - 1].tag is Tag.MARK:
                span = span._replace(tag=Tag.DID, value="verdict")
        kept.append(span)
    return kept


def _up_to_mark(spans: Sequence[Span]) -> list[Span]:
    return list(spans[: next((at for at, span in enumerate(spans) if span.tag is Tag.MARK), len(spans))])


def _back_to_mark(spans: Sequence[Span]) -> list[Span]:
    marks = [at for at, span in enumerate(spans) if span.tag is Tag.MARK]
    return list(spans[marks[-1] + 1 :] if marks else spans)


def _is_verdict(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    said = (span.tag in _VERDICT or words[span.first].key in _CROSSES for span in spans)
    return len(spans) <= 4 and all(said)


def _is_named(spans: Sequence[Span]) -> bool:
    tags = [span.tag for span in spans]
    return not _NAMED.isdisjoint(tags) and _BESIDE.issuperset(tags)


def _stands_alone(spans: Sequence[Span], at: int) -> bool:
    """Whether the verdict is this one word."""
    return at + 1 == len(spans) or spans[at + 1].tag is Tag.MARK


def _with_ticks(spans: list[Span], words: Sequence[Word], signs: Sequence[bool]) -> list[Span]:
    """Ticks and crosses beside names, before all of them or behind all of them."""
    named = [span.tag in _NAMED for span in spans]
    if not any(named):
        return spans
    leading = signs.index(True) < named.index(True)
    changed: list[Span] = []
    for at, span in enumerate(spans):
        beside = spans[at + 1 : at + 2] if leading else changed[-1:]
        if not signs[at] or not beside or beside[0].tag not in _BESIDE:
            changed.append(span)
            continue
        tag = Tag.DID if words[span.first].key in _TICKS else Tag.NOT
        line = Span(Tag.MARK, "\n", span.first, span.first)
        changed += [line] * leading + [span._replace(tag=tag, value="verdict")] + [line] * (not leading)
    return changed
