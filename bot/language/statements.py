"""From clauses to statements: who, how many, and what about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.language.agents import AGENCY, without_agents
from bot.language.clauses import SUBJECTS, Clause
from bot.language.spans import Span
from bot.language.states import State, state_of
from bot.language.tags import Tag
from bot.language.text import Word

_SOMEONE = SUBJECTS | {Tag.EVERY}


@dataclass(slots=True)
class Statement:
    """One clause, read."""

    clause: Clause
    tags: frozenset[Tag]
    state: State | None = None
    rule: str = ""
    me: bool = False
    kin: dict[str, int] = field(default_factory=dict)  #: how they were named → how many persons
    count: int | None = None  #: a number of people
    bare: bool = False  #: … without a noun
    unclear: bool = False  #: "nha con 4 nguoi": nhà con (4 with the speaker) or nhà còn (4 others)
    second: int | None = None  #: another number in the same clause
    outside: bool = False  #: … that cannot have the speaker in it: "4 người nhà", "3 người còn lại"
    fraction: tuple[int, int] | None = None
    reasons: list[str] = field(default_factory=list)
    question: bool = False

    def has(self, *tags: Tag) -> bool:
        return not self.tags.isdisjoint(tags)

    @property
    def names_someone(self) -> bool:
        return self.me or bool(self.kin) or self.count is not None or not self.tags.isdisjoint(_SOMEONE)

    @property
    def ends_sentence(self) -> bool:
        return self.clause.after in (".", "!", "?", "\n", ";")


def statement_of(clause: Clause, words: Sequence[Word]) -> Statement:
    """Read one clause."""
    spans = clause.spans
    tags = [span.tag for span in spans]
    asks = clause.after == "?" or Tag.QUESTION in tags
    if not AGENCY.isdisjoint(tags):
        spans = without_agents(spans, words)
        tags = [span.tag for span in spans]
    said = Statement(clause=clause, tags=frozenset(tags))
    for span in spans:
        if span.tag in _NOTED:
            _note(said, span, words)
    said.state, said.rule = state_of(spans, words)
    said.question = (asks and said.rule != "denied") or _ends_in_tag(tags)
    return said


#: Tags of who and how many.
_NOTED = frozenset(
    {Tag.SELF, Tag.KIN, Tag.TOGETHER, Tag.PEOPLE, Tag.NUMBER, Tag.FAMILY, Tag.FRACTION, Tag.REASON,
     Tag.FORBID, Tag.UNABLE, Tag.NOBODY}
)  # fmt: skip


def _note(said: Statement, span: Span, words: Sequence[Word]) -> None:
    """Add who or how many a span names."""
    if span.tag is Tag.SELF:
        said.me = True
    elif span.tag is Tag.KIN:
        name = _name([word.folded for word in words[span.first : span.last]], span.value)
        if name not in said.kin:
            said.kin[name] = span.value
        elif name not in _UNIQUE:
            said.kin[f"{name} {span.first}"] = span.value
    elif span.tag is Tag.TOGETHER:
        said.me = True
        if span.value > 1:
            said.kin["together"] = span.value - 1
    elif span.tag in (Tag.PEOPLE, Tag.NUMBER):
        if any(word.folded in ("luon", "ca") for word in words[span.first : span.last]):
            said.tags |= {Tag.INCLUDING}
        said.outside = said.outside or any(w.folded in _OUTSIDE for w in words[span.first + 1 : span.last])
        said.count = _count(said, span, words)
        said.bare = span.tag is Tag.NUMBER
    elif span.tag is Tag.FAMILY:
        said.unclear = said.unclear or [word.key for word in words[span.first : span.last]] == ["nha", "con"]
    elif span.tag is Tag.FRACTION:
        said.fraction = span.value
    elif span.tag in (Tag.REASON, Tag.FORBID, Tag.UNABLE, Tag.NOBODY) and span.value:
        said.reasons.append(span.value)


#: Named twice they are still one person: "mẹ, dượng và em gái của mẹ". Not "ba": it is bà, too.
_UNIQUE = frozenset({"me", "ma", "bo", "cha", "tia", "vo", "chong"})
_POSSESSIVE = frozenset({"em", "toi", "tui", "minh", "con", "chau", "nha"})


def _name(folded: list[str], persons: int) -> str:
    """How a relative is called, whosever: "mẹ em" and "mẹ" are one mother."""
    while len(folded) > min(persons, 2) and folded[-1] in _POSSESSIVE:
        folded = folded[:-1]
    return " ".join(folded[:3])


#: "2 người lớn 3 trẻ em" are five.
_AGES = frozenset({"lon", "tre", "nho", "gia", "con", "em"})


def _count(said: Statement, span: Span, words: Sequence[Word]) -> int | None:
    """The number of people, grown-ups and children taken together."""
    if said.count is None or said.bare:
        return int(span.value) if said.count is None or span.tag is Tag.PEOPLE else said.count
    if span.tag is Tag.NUMBER:
        said.second = span.value
        return said.count
    if any(word.folded in _AGES for word in words[span.first + 1 : span.last]):
        return said.count + int(span.value)
    said.tags |= {Tag.DEVICES}
    return said.count


#: "4 người nhà", "3 người thân", "2 người còn lại": the speaker is not one of them.
_OUTSIDE = frozenset({"nha", "than", "lai", "khac"})


#: What a closing "không" or "chưa" does not turn into a question: "mẹ em không", "dạ chưa".
_ANSWERING = frozenset(
    {Tag.SELF, Tag.KIN, Tag.PEOPLE, Tag.NUMBER, Tag.TOGETHER, Tag.WHOLE, Tag.FAMILY, Tag.RESPECT, Tag.OTHERS,
     Tag.REST, Tag.WITH, Tag.ONLY, Tag.NOW, Tag.ALSO, Tag.YES, Tag.AGE, Tag.ALONE, Tag.REASON, Tag.NOT,
     Tag.INTENT, Tag.THEY}
)  # fmt: skip
#: Behind these words "chưa" and "không" still deny: "cài chưa được", "cài không xong".
_COMPLETING = (Tag.CAN, Tag.DID, Tag.VERB, Tag.REASON, Tag.EVERY)


def _ends_in_tag(tags: Sequence[Tag]) -> bool:
    """As in "cài chưa ạ", "bắt buộc không": a "chưa" or "không" behind what can be asked about."""
    if Tag.NOT not in tags:
        return False
    at = tags.index(Tag.NOT)
    behind_verb = Tag.VERB in tags[:at] and Tag.DENY not in tags
    if behind_verb and not (tags[at + 1 :] and tags[at + 1] in _COMPLETING):
        return True
    return 0 < at == len(tags) - 1 and any(tag not in _ANSWERING for tag in tags[:-1])
