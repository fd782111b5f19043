"""Whether a clause says that it is done: "đã cài", "cài rồi", "mẹ rồi", "hai người cài"."""

from bot.language.conditions import is_conditional, is_of_nobody
from bot.language.predicates import Predicate, State
from bot.language.residue import dropped_deed
from bot.language.tags import Tag

#: With one of these a bare verb is a report ("hai người cài", "mỗi em cài"), not a plan ("em cài").
_REPORTING = frozenset(
    {Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.FRACTION, Tag.ONLY, Tag.EVERY, Tag.WHOLE, Tag.NOBODY, Tag.ALSO,
     Tag.CAN, Tag.PAST, Tag.TOGETHER, Tag.REST, Tag.YES}
)  # fmt: skip
#: "đã cài", "vừa cài"; "rồi" and "xong" come behind.
_BEFORE_VERB = ("da", "vua", "already")
_BEFORE_DID = frozenset(
    {Tag.UNKNOWN, Tag.QUESTION, Tag.ABSENT, Tag.INTENT, Tag.WRONG, Tag.RIGHT, Tag.SOON, Tag.SAYS}
)


def at_once(said: Predicate) -> bool:
    """As in "hôm cô gửi là em cài liền": done at once, then."""
    at = said.first(Tag.WILL)
    return (
        said.has(Tag.PAST)
        and not said.has(Tag.SOON)
        and said.tags.count(Tag.WILL) == 1
        and (said.head(at) == "lien" and 0 <= said.verb < at)
    )


def finished(said: Predicate) -> State | None:
    """As in "đã cài", "cài rồi", "mẹ rồi", "hai người cài"."""
    if said.verb >= 0 and is_of_nobody(said.spans, said.words, said.verb):
        return None
    if did(said):
        return State.DONE
    if said.verb < 0:  # "ông bà thì không, bố mẹ thì có"
        has = said.tags in ([Tag.KIN, Tag.HAVE], [Tag.SELF, Tag.HAVE], [Tag.KIN, Tag.CAN])
        return State.DONE if has else None
    if said.reasons or (said.has(Tag.WILL) and not at_once(said)) or said.head(0) == "het":
        return None  # "hết mưa em cài"
    if said.tags[-1] is Tag.ABSENT:
        return None  # "tai con gai lay chong roi": because, not loaded
    if Tag.ABSENT in said.tags[: said.verb] and said.head(said.verb) == "lam":
        return None  # "cha mẹ nó đi Bình Dương làm"
    if said.head(said.verb - 1) == "moi" and said.has(Tag.GONE, Tag.SOON, Tag.IF):
        return None  # "đổi máy mới cài": not before
    if is_conditional(said.spans, said.words, said.verb):
        return None
    if said.has(Tag.ONLY, Tag.EVERY, Tag.ALSO, Tag.CAN, Tag.PAST) or said.tags[said.verb - 1] is Tag.HAVE:
        return State.DONE
    return State.DONE if said.has(*_REPORTING) and not said.has(Tag.UNKNOWN) else None


def did(said: Predicate) -> bool:
    """Whether a word for "done" belongs to our verb, and not to something else that is done."""
    if Tag.DID not in said.kinds or _only_then(said):
        return False
    then = max((at for at, tag in enumerate(said.tags) if tag is Tag.THEN), default=-1)
    verdicts = (_done_by(said, at) for at in range(then + 1, len(said.tags)) if said.tags[at] is Tag.DID)
    return next((verdict for verdict in verdicts if verdict is not None), False)


#: With these a plan is told, too: "mai xong nha cô". Not with "rồi", "đã".
_COMPLETED = frozenset({"xong", "hoan", "thanh"})


_FUTURE = frozenset({"se", "sap", "chuan", "dinh", "du", "rang", "co", "tranh", "nhat"})


def _only_then(said: Predicate) -> bool:
    """As in "5 phút nữa em cài xong", "mai là xong", "chút nữa là xong rồi": done, but not yet."""
    about_to = said.has(Tag.WILL) and said.head(said.first(Tag.WILL)) in ("sap", "chuan", "dinh")
    if about_to and said.first(Tag.WILL) < said.verb < said.first(Tag.DID):
        return True  # "sắp cài rồi"
    if said.has(Tag.WILL) and said.head(said.first(Tag.WILL)) in _FUTURE and said.verb < 0:
        return said.first(Tag.WILL) < said.first(Tag.DID)  # "gia đình sẽ hoàn thành"
    if not said.has(Tag.SOON) or said.has(Tag.PAST):
        return False
    soon = said.spans[said.first(Tag.SOON)]
    if said.words[soon.first].folded == "co" and said.words[soon.last].folded in ("la", "thi"):
        return True  # "có máy là em cài rồi": if there were one
    if soon.first > said.spans[said.first(Tag.DID)].first:
        return False  # "cài xong rồi, mai …" without its comma
    if said.words[soon.last - 1].folded == "nua":
        return True
    done = [
        said.words[at] for span in said.spans if span.tag is Tag.DID for at in range(span.first, span.last)
    ]
    return done[0].folded in _COMPLETED and all(word.folded not in ("roi", "da") for word in done)


def _done_by(said: Predicate, at: int) -> bool | None:
    """Whether this word for "done" does it; None if it says nothing of our verb."""
    before = said.tags[:at]
    if said.verb > at and said.head(at) in _BEFORE_VERB:
        return said.tags[at + 1 : said.verb].count(Tag.UNKNOWN) <= 1
    if said.head(at) in _BEFORE_VERB and said.spans[at].last - said.spans[at].first == 1:
        return True if _is_a_whole_answer(said, at) else None  # "đã" of another verb
    if said.verb > at and said.head(at) == "roi":
        return None  # "rồi em cài": then
    if 0 <= said.verb < at:
        if not {Tag.REASON, Tag.ABSENT}.isdisjoint(said.tags[said.verb : at]):
            return None  # "mai em cài, bữa nay hết dung lượng rồi" without its comma
        return Tag.NOT not in before
    alone = not said.reasons and Tag.NOT not in before and _BEFORE_DID.isdisjoint(before)
    if alone and (
        Tag.WILL in said.tags[at:]
        or _finishes_something(said, at)
        or dropped_deed(said.spans[: at + 1], said.words)
    ):
        return None  # "được rồi để em cài"; "mẹ đi rồi"
    return True if alone else None


def _is_a_whole_answer(said: Predicate, at: int) -> bool:
    """As in "Đã.", "Dạ đã ạ"; without its marks it is a "dạ"."""
    return said.kinds <= {Tag.DID, Tag.RESPECT} and said.words[said.spans[at].first].key == "đa4"


def _finishes_something(said: Predicate, at: int) -> bool:
    """As in "con xong bài rồi": what stands right behind "xong" was finished, not ours."""
    behind = said.spans[at + 1 : at + 2]
    thing = bool(behind) and behind[0].tag is Tag.UNKNOWN and not said.words[behind[0].first].capital
    return (
        thing and behind[0].first == said.spans[at].last and said.words[behind[0].first - 1].folded == "xong"
    )
