"""From clauses to statements: who, how many, and what about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.language.agents import has_agents, without_agents
from bot.language.clauses import PREDICATES, SUBJECTS, Clause
from bot.language.other_matters import (
    does_something_else,
    is_a_colleague,
    is_a_pupil,
    is_about_a_part,
    is_busy,
    is_of_a_room,
    is_of_some_only,
    is_only_a_place,
    tells_whose_telephone,
)
from bot.language.predicates import State
from bot.language.residue import is_unread
from bot.language.spans import Span
from bot.language.spelling import key
from bot.language.states import state_of
from bot.language.sums import adds_up
from bot.language.tags import Tag
from bot.language.text import Word

#: With more words than these that are in no table, a clause that says nothing of anybody is chatter.
_FEW = 3
#: Behind these comes what turns a statement round: "em cài rồi mà bị …".
_TURNS = ("ma", "nhung")
_SOMEONE = SUBJECTS | {Tag.EVERY}


@dataclass(slots=True)
class Statement:
    """One clause, read."""

    clause: Clause
    tags: frozenset[Tag]  #: without those of helpers: "con cài cho em"
    all_tags: frozenset[Tag]
    state: State | None = None
    rule: str = ""
    me: bool = False
    kin: dict[str, int] = field(default_factory=dict)  #: how they were named → how many persons
    group: frozenset[str] = frozenset()  #: the words of "hai bà cháu", who are the speaker and others
    count: int | None = None  #: a number of people
    bare: bool = False  #: … without a noun
    unclear: bool = False  #: "nha con 4 nguoi": nhà con (4 with the speaker) or nhà còn (4 others)
    second: int | None = None  #: another number in the same clause
    elder: str = ""  #: "he" or "she": whom it calls "ông", "bà", "cụ" may have been named before
    added: int = 0  #: so many are in the number besides those told of before: "thêm cậu út nữa là ba"
    outside: bool = False  #: … that cannot have the speaker in it: "4 người nhà", "3 người còn lại"
    fraction: tuple[int, int] | None = None
    reasons: list[str] = field(default_factory=list)
    question: bool = False
    devices: int | None = None  #: a number of telephones
    busy: bool = False  #: something else is said of whom it names: "má đi bán chưa về"
    elsewhere: bool = False  #: it tells of another deed than ours: nobody is counted by it
    partial: bool = False  #: it speaks of a part of something: "phần em", "đúng chỗ tên"
    forgets: bool = False  #: "à quên bà nội": somebody left out before
    slipped: bool = False  #: "hôm qua em ghi 4 là nhầm": its number was a slip
    ought: bool = False  #: "phải 3 chứ": so it should be
    loads: bool = False  #: its verb is "tải", which some tell from "cài"
    unread: bool = False  #: a word stands in it that nobody taught the reader

    def has(self, *tags: Tag) -> bool:
        return not self.tags.isdisjoint(tags)

    @property
    def names_someone(self) -> bool:
        return self.me or bool(self.kin) or self.count is not None or not self.tags.isdisjoint(_SOMEONE)

    @property
    def obscure(self) -> bool:
        """Unread, and it says something, or is short enough to be one of a list; more words are chatter."""
        if not self.unread or self._asks_about_something_else:
            return False
        few = sum(span.tag is Tag.UNKNOWN for span in self.clause.spans) <= _FEW
        telling = self.names_someone or not PREDICATES.isdisjoint(self.tags)
        return few or telling or self.state is not None or self.clause.before in _TURNS

    @property
    def _asks_about_something_else(self) -> bool:
        """As in "rồi, mà sao phải bật bluetooth hoài vậy": what nobody can read books nothing."""
        turns = self.clause.before in _TURNS and self.rule != "why"
        return self.question and not turns and not self.names_someone and self.state is None

    @property
    def ends_sentence(self) -> bool:
        return self.clause.after in (".", "!", "?", "\n", ";")


def statement_of(clause: Clause, words: Sequence[Word]) -> Statement:
    """Read one clause."""
    spans = clause.spans
    tags = [span.tag for span in spans]
    # "sao trời mưa vậy ạ"
    why = bool(spans) and spans[0].tag is Tag.UNKNOWN and words[spans[0].first].folded == "sao"
    all_tags = kept = frozenset(tags)
    if has_agents(all_tags):
        spans = without_agents(spans, words)
        tags = [span.tag for span in spans]
        kept = frozenset(tags)
    said = Statement(clause=clause, tags=kept, all_tags=all_tags)
    for span in spans:
        if span.tag in _NOTED:
            _note(said, span, words)
    if said.count is not None and said.kin:
        _count_children_in(said, spans, words)
    said.state, said.rule = state_of(spans, words)
    _weigh(said, spans, words)
    if why and not said.rule:
        said.rule = "why"
    if said.kin and Tag.NOT in kept and _says_there_is_none(spans, words):
        said.kin, said.state, said.rule = {}, None, "none"
    if said.second is not None and _sums_up(spans, words):
        said.count, said.second = said.second, None
    if (said.kin or said.second) and (more := adds_up(spans, words)) is not None:
        said.added, said.count = more
        said.second, said.kin, said.state, said.me = None, {}, None, False
    said.question = (
        ((why or clause.after == "?" or Tag.QUESTION in all_tags) and said.rule != "denied")
        or (Tag.NOT in kept and _ends_in_tag(tags, spans, words) and not _denies_topic(said, words))
        or (Tag.WITH in kept and _offers_a_choice(spans, words))
    )
    said.busy = said.state is None and bool(said.kin) and is_busy(spans, words)
    said.elsewhere = said.state is None and said.names_someone and does_something_else(clause.spans, words)
    said.forgets = bool(said.kin) and any(
        word.folded == "quen" for word in words[spans[0].first : spans[-1].last]
    )
    said.partial = Tag.RIGHT in said.tags and is_about_a_part(clause.spans, words)
    _place(said, spans, words)
    said.unread = Tag.UNKNOWN in said.tags and not _thanks(spans, words) and is_unread(clause.spans, words)
    return said


def _weigh(said: Statement, spans: Sequence[Span], words: Sequence[Word]) -> None:
    """What takes something away from a verdict: a concession, another verb, a wish that it were so."""
    if said.state is State.NOT and said.rule == "prevented" and _concedes(spans, words):
        said.state, said.rule = None, ""
        said.reasons.clear()  # "mặc dù máy cũ nhưng vẫn cài được"
    if said.count is not None and Tag.RIGHT in said.tags:
        said.ought = any(
            one.tag is Tag.RIGHT
            and words[one.last - 1].key in ("phai3", "phai")
            and two.tag in (Tag.NUMBER, Tag.PEOPLE)
            for one, two in pairwise(spans)
        )
    if said.count is not None and said.second is None and spans[-1].tag is Tag.WRONG:
        said.slipped = words[spans[-1].first - 1].folded in ("la", "bi")
    if Tag.VERB in said.tags:
        said.loads = any(span.tag is Tag.VERB and words[span.first].key in _LOADING for span in spans)


def _place(said: Statement, spans: Sequence[Span], words: Sequence[Word]) -> None:
    """Whose telephone, house or people it tells of."""
    if said.kin and said.me and _is_on_my_telephone(spans, words):
        said.tags |= {Tag.SHARED}
    if (said.kin and is_a_colleague(spans, words)) or (
        Tag.LABEL in said.all_tags and is_a_pupil(said.clause.spans, words)
    ):
        said.tags |= {Tag.OTHERS}
    if said.kin and said.state is None and tells_whose_telephone(spans, words):
        said.elsewhere = True
    if said.has(Tag.COUNTED, Tag.SOME) and is_of_some_only(spans, words):
        said.tags |= {Tag.VAGUE}
    if Tag.FAMILY in said.tags and said.count is None and not said.kin and is_only_a_place(spans, words):
        said.tags -= {Tag.FAMILY}
    if said.count is not None and is_of_a_room(spans, words):
        said.tags |= {Tag.OTHERS}


_LOADING = frozenset({"tai3", "tai", "down", "load", "keo1"})
_CONCEDING = frozenset(map(key, ("tuy", "dù", "dẫu")))


def _concedes(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "tuy máy cũ nhưng …", "mặc dù chưa rành": in spite of it."""
    return any(
        words[at].key in _CONCEDING for at in range(spans[0].first, min(spans[0].first + 2, len(words)))
    )


def _count_children_in(said: Statement, spans: Sequence[Span], words: Sequence[Word]) -> None:
    """As in "3 người lớn và 2 bé": grown-ups and children taken together."""
    counts = [span for span in spans if span.tag in (Tag.PEOPLE, Tag.NUMBER, Tag.KIN)]
    if [span.tag for span in counts] != [Tag.PEOPLE, Tag.KIN]:
        return
    grown, small = ([word.folded for word in words[span.first : span.last]] for span in counts)
    if grown[-1] == "lon" and not _SMALL.isdisjoint(small):
        said.count, said.kin = int(counts[0].value) + int(counts[1].value), {}


_SMALL = frozenset({"be", "chau", "nhoc", "dua"})


def _says_there_is_none(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "chưa có con", "không có em gái": nobody who could have it or not."""
    told = [span for span in spans if span.tag not in (Tag.RESPECT, Tag.SELF, Tag.TOGETHER)]
    if len(told) != 2 or told[0].tag is not Tag.NOT or told[1].tag is not Tag.KIN:
        return False
    return words[told[0].last - 1].folded == "co"


def _is_on_my_telephone(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "hai con cài trên máy tôi"."""
    tags = [span.tag for span in spans]
    if Tag.VERB not in tags or Tag.KIN not in tags or Tag.SELF not in tags:
        return False
    at = tags.index(Tag.VERB)
    on_telephone = words[spans[at].last - 1].folded == "may" and spans[at].last - spans[at].first == 3
    return (
        on_telephone
        and Tag.KIN in tags[:at]
        and Tag.SELF not in tags[:at]
        and tags[at + 1 :][:1] == [Tag.SELF]
    )


def _sums_up(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "thêm 1 nữa là 3": the last number is what it comes to."""
    numbers = [at for at, span in enumerate(spans) if span.tag in (Tag.NUMBER, Tag.PEOPLE)]
    if len(numbers) != 2 or not {Tag.KIN, Tag.SELF, Tag.FAMILY, Tag.WHOLE}.isdisjoint([s.tag for s in spans]):
        return False
    one, two = (spans[at] for at in numbers)
    more = spans[numbers[1] - 1].tag is Tag.ALSO and one.value < two.value
    return more and words[two.first - 1].folded == "la"


def _offers_a_choice(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "bên nội hay bên ngoại": one of two, and which?"""
    return any(span.tag is Tag.WITH and words[span.first].folded == "hay" for span in spans[1:-1]) and any(
        span.tag in SUBJECTS for span in spans
    )


def _denies_topic(said: Statement, words: Sequence[Word]) -> bool:
    """As in "cài thì chưa": behind "thì" the "chưa" is an answer."""
    if said.rule != "not_yet" or not said.clause.spans:
        return False
    last = next((span for span in reversed(said.clause.spans) if span.tag is Tag.NOT), None)
    return last is not None and "thi" in [word.folded for word in words[max(last.first - 2, 0) : last.first]]


#: Thanks that say one of these say more than thanks.
_TELLING = frozenset({Tag.VERB, Tag.NOT, Tag.KIN, Tag.GONE, Tag.BUT, Tag.UNSURE, Tag.HAVE, Tag.SOON})


def _thanks(spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "xin cảm ơn bộ phận kỹ thuật đã hướng dẫn": for what, nobody need read."""
    thanks = spans[0].tag is Tag.INTENT and not {"on", "thank", "thanks"}.isdisjoint(
        word.folded for word in words[spans[0].first : spans[0].last]
    )
    return thanks and _TELLING.isdisjoint(span.tag for span in spans)


#: Tags of who and how many.
_NOTED = frozenset(
    {Tag.SELF, Tag.KIN, Tag.TOGETHER, Tag.PEOPLE, Tag.NUMBER, Tag.FAMILY, Tag.FRACTION, Tag.REASON,
     Tag.DEVICES, Tag.FORBID, Tag.UNABLE, Tag.NOBODY}
)  # fmt: skip


def _note(said: Statement, span: Span, words: Sequence[Word]) -> None:
    """Add who or how many a span names."""
    if span.tag is Tag.SELF:
        said.me = True
    elif span.tag is Tag.KIN:
        _note_relatives(said, span, words)
    elif span.tag is Tag.TOGETHER:
        said.me = True
        said.group = frozenset([word.folded for word in words[span.first : span.last]])
        if span.value > 1:
            said.kin["together"] = span.value - 1
    elif span.tag in (Tag.PEOPLE, Tag.NUMBER):
        _note_number(said, span, words)
    elif span.tag is Tag.FAMILY:
        said.unclear = said.unclear or [word.key for word in words[span.first : span.last]] in _HOME_OR_LEFT
    elif span.tag is Tag.FRACTION:
        said.fraction = span.value
    elif span.tag is Tag.DEVICES:
        said.devices = span.value
    elif span.tag in (Tag.REASON, Tag.FORBID, Tag.UNABLE, Tag.NOBODY) and span.value:
        said.reasons.append(span.value)


_HOME_OR_LEFT = (["nha", "con"], ["gia", "dinh", "con"])
_ELDERS = {"ba2": "she", "ba2 cu5": "she", "ông": "he", "ông cu5": "he"}


def _note_relatives(said: Statement, span: Span, words: Sequence[Word]) -> None:
    """Add relatives by name, each once."""
    folded = [word.folded for word in words[span.first : span.last]]
    if folded[-1] == "tuoi":  # "con 16 tuổi"
        said.tags |= {Tag.AGE}
        folded = folded[:-2]
    key = " ".join(word.key for word in words[span.first : span.last])
    said.elder = _ELDERS.get(key, said.elder)
    name = _name(folded, span.value)
    if name not in said.kin:
        said.kin[name] = span.value
    elif name not in _UNIQUE:
        said.kin[f"{name} {span.first}"] = span.value


def _note_number(said: Statement, span: Span, words: Sequence[Word]) -> None:
    """Add a number of people, and what the words in and around it say of them."""
    folded = [word.folded for word in words[span.first : span.last]]
    if "luon" in folded or "ca" in folded:
        said.tags |= {Tag.INCLUDING}
    if span.first and words[span.first - 1].folded == "ca":  # "cài cả 3"
        said.tags |= {Tag.EVERY}
    next_word = words[span.last].folded if span.last < len(words) else ""
    remainder = next_word == "nua" and Tag.ALSO in said.tags  # "3 người nữa"
    at_home = "trong" in folded  # "4 người trong nhà" have the speaker among them, "4 người nhà" have not
    said.outside = said.outside or remainder or not (at_home or _OUTSIDE.isdisjoint(folded[1:]))
    said.count = _count(said, span, words)
    said.bare = span.tag is Tag.NUMBER


#: Named twice they are still one person: "mẹ, dượng và em gái của mẹ". Not "ba": it is bà, too.
_UNIQUE = frozenset({"me", "ma", "bo", "cha", "tia", "vo", "chong"})
_POSSESSIVE = frozenset({"em", "toi", "tui", "minh", "con", "chau", "nha"})


def _name(folded: list[str], persons: int) -> str:
    """How a relative is called, whosever: "mẹ em" and "mẹ" are one mother."""
    if folded[:2] == ["may", "cua"]:  # "máy của mẹ" is the mother
        folded = folded[2:]
    if "co" in folded[1:]:  # "chị Hai có chồng"
        folded = folded[: folded.index("co")]
    while len(folded) > min(persons, 2) and folded[-1] in _POSSESSIVE:
        folded = folded[:-1]
    return " ".join(folded[:3])


#: "2 người lớn 3 trẻ em" are five.
_AGES = frozenset({"lon", "tre", "nho", "gia", "con", "em"})


def _count(said: Statement, span: Span, words: Sequence[Word]) -> int | None:
    """The number of people, grown-ups and children taken together."""
    if said.count is None or (said.bare and span.tag is Tag.PEOPLE):
        return int(span.value)
    if span.tag is Tag.NUMBER:
        said.second = span.value
        return said.count
    if any(word.folded in _AGES for word in words[span.first + 1 : span.last]):
        return said.count + int(span.value)
    said.second = int(span.value)
    return said.count


#: "4 người nhà", "3 người thân", "2 người còn lại": the speaker is not one of them.
_OUTSIDE = frozenset({"nha", "than", "lai", "khac", "kia"})


#: What a closing "không" or "chưa" does not turn into a question: "mẹ em không", "dạ chưa".
_ANSWERING = frozenset(
    {Tag.SELF, Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.TOGETHER, Tag.WHOLE, Tag.FAMILY, Tag.RESPECT, Tag.OTHERS,
     Tag.REST, Tag.WITH, Tag.ONLY, Tag.NOW, Tag.ALSO, Tag.YES, Tag.AGE, Tag.ALONE, Tag.REASON, Tag.NOT,
     Tag.INTENT, Tag.THEY}
)  # fmt: skip
#: Behind these words "chưa" and "không" still deny: "cài chưa được", "cài không xong".
_COMPLETING = (Tag.CAN, Tag.DID, Tag.VERB, Tag.REASON, Tag.EVERY)


def _is_asked_about(tags: Sequence[Tag]) -> bool:
    """As in "không cài có bị phạt không": "có … không" around something, and nobody else in between."""
    if Tag.HAVE not in tags:
        return False
    between = tags[tags.index(Tag.HAVE) + 1 : -1]
    return Tag.UNKNOWN in between and SUBJECTS.isdisjoint(between)


#: Behind these "chưa" is the answer: "em nhớ là chưa", "tất cả đều chưa".
_BEFORE_ANSWERS = ("la", "deu", "cung")


def _ends_in_tag(tags: Sequence[Tag], spans: Sequence[Span], words: Sequence[Word]) -> bool:
    """As in "cài chưa ạ", "bắt buộc không": a "chưa" or "không" behind what can be asked about.

    Nobody asks with "chưa xong", nor behind "là": "em nhớ là chưa".
    """
    at = tags.index(Tag.NOT)
    first, last = spans[at].first, spans[at].last
    if last - first > 1 or (first and words[first - 1].folded in _BEFORE_ANSWERS):
        return False
    behind_verb = Tag.VERB in tags[:at] and Tag.DENY not in tags
    if behind_verb and not (tags[at + 1 :] and tags[at + 1] in _COMPLETING):
        return True
    if tags[-1] is Tag.NOT and _is_asked_about(tags):
        return True
    return 0 < at == len(tags) - 1 and any(tag not in _ANSWERING for tag in tags[:-1])
