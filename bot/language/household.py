"""The household a message speaks of: what has been read so far, and what it comes to in the end.

"Done" is whatever the campaign asks for: installed, activated, registered, vaccinated.
"""

from dataclasses import dataclass, field

from bot.domain.forms import Answer, Slot
from bot.domain.readings import Doubt
from bot.language.predicates import State
from bot.language.statements import Statement
from bot.language.tags import Tag

#: More people than this live in no household (the dialogue confirms anything above a dozen).
LARGEST = 50
#: Said beside a better reason, these explain nothing.
_UNSPECIFIC = frozenset({"trouble", "later", "other"})
#: "2 con, đứa lớn lớp 7, đứa nhỏ lớp 2": the big one and the small one are the two.
_PARTS = frozenset({"lon", "nho", "dau", "ut", "ca", "thu"})
_CHILDREN = frozenset({"con", "chau", "dua", "be", "nhoc", "gai", "trai"})


_SOME_OF_THEM = frozenset({Tag.HAVE, Tag.KIN, Tag.RESPECT, Tag.ALSO, Tag.UNKNOWN, Tag.AGE})
_LISTED = frozenset({Tag.KIN, Tag.SELF, Tag.TOGETHER, Tag.WITH, Tag.RESPECT, Tag.ONLY})
_NAMES_ONLY = frozenset({Tag.KIN, Tag.WITH, Tag.RESPECT})


@dataclass(slots=True)
class Household:
    """What has been said so far."""

    asked: Slot | None
    me: State | None = None
    implied: bool = False  #: … as one of "cả nhà", which "mà em chưa" takes back
    total: int | None = None
    inclusive: bool = False  #: the total was said of a household with the speaker in it
    apart: bool = False  #: the total was said of those besides the speaker: "ngoài em còn 3"
    announced: str = ""  #: "in" or "out": "không tính em, …" was said before the number
    registered: bool = False  #: the total was that of a register: "trong sổ hộ khẩu 7"
    done: int | None = None
    missing: int = 0
    exempt: int = 0
    all: bool = False
    loose: int | None = None  #: a number of people that only the question gives a meaning
    number: int | None = None  #: the number in doubt
    part: int | None = None  #: so many of the household: is the speaker one of them?
    reasons: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    hindered: bool = False  #: "mẹ không cho em cài": and did she all the same?
    loaded: bool = False  #: "tải về rồi": and was it installed, too?
    supposed: bool = False  #: "tưởng cài rồi": and what turned out?
    unclear: list[Doubt] = field(default_factory=list)  #: of the others only; the next question asks for them
    members: dict[str, State] = field(default_factory=dict)  #: relatives by name, so that none counts twice
    excused: dict[str, int] = field(default_factory=dict)  #: whose reason was counted already
    waiting: list[Statement] = field(default_factory=list)  #: named, nothing said of them yet
    topic: Statement | None = None  #: the last statement that named somebody
    last: State | None = None  #: the last thing said of anybody
    lists: bool = False  #: "nhà em có ba, má và em": the household, person by person
    heading: State | None = None  #: "Đã cài: …": the state of those named behind the colon
    naming: bool = False  #: "3 người cài (em, …": between the parentheses
    served: bool = False  #: "cài cho tôi, …": more names follow
    introduced: bool = False  #: the statement before was "em là …"
    others: bool = False  #: the talk is of people outside the household
    proxy: bool = False  #: declares for somebody else
    absent: bool = False  #: somebody was said to live elsewhere
    away: set[str] = field(default_factory=set)  #: … and who it was
    dead: bool = False  #: … and nowhere any more
    corrects: bool = False
    tried: bool = False  #: the statement before says "cài", but not that it came to an end
    questioned: bool = False  #: "có tính không?": who belongs to the household was asked, too
    of_whom: bool = False  #: "rồi" to a question about the others: which of them?

    def doubt(self, doubt: Doubt, number: int | None = None) -> None:
        """Remember why something may not be booked, and the number that is meant."""
        if doubt not in self.doubts:
            self.doubts.append(doubt)
        self.number = self.number if number is None else number
        self.part = number if doubt is Doubt.INCLUSIVE else self.part

    def listed(self) -> int:
        """How many relatives were named without a word about them."""
        if not self.waiting:
            return 0
        named: dict[str, int] = {}
        for said in self.waiting:
            if are_details(said.kin, named):
                continue
            for name, number in said.kin.items():
                again = name in named and said.has(Tag.AGE)  # "con 16 tuổi, con 11 tuổi"
                named[f"{name} {len(named)}" if again else name] = number
        return sum(named.values())

    def end_list(self) -> None:
        """The household was named person by person: so many are they."""
        if self.lists and self.waiting and self.total is None:
            self.total, self.inclusive = self.listed(), any(said.me for said in self.waiting)
        if (
            any(said.kin and said.tags <= _NAMES_ONLY for said in self.waiting)
            and self.total is self.loose is None
        ):
            self.doubt(Doubt.WHICH_SLOT)  # "Con trai. Con dâu: đã cài": the son, too?
        self.waiting.clear()

    def end_answer(self) -> None:
        """As in "anh cả và chị dâu. Bà nhà tôi thì không chịu", asked how many: the list was the answer."""
        plain = {Tag.KIN, Tag.WITH, Tag.RESPECT, Tag.ONLY, Tag.HAVE}
        for said in list(self.waiting):
            if said.tags <= plain and said.kin and said.clause.before not in ("con", "nhung", "rieng"):
                self.place(said.kin, State.DONE)
                self.waiting.remove(said)

    def place(self, kin: dict[str, int], state: State) -> None:
        """Count relatives once each, by the name they were given."""
        new = sum(number for name, number in kin.items() if name not in self.members)
        if any(self.members.get(name, state) is not state for name in kin):
            self.doubt(Doubt.CONTRADICTION)
        self.members.update(dict.fromkeys(kin, state))
        if state is State.DONE:
            self.done = new + (self.done or 0)

    def conclude(self) -> None:
        """What the question makes of numbers and people left over, and what cannot hold together."""
        self._use_what_is_left()
        self._count_the_missing()
        if self.unclear and (self.me is None or self._tells_of_others()):
            self.doubts += [doubt for doubt in self.unclear if doubt not in self.doubts]
        self._doubt_who_is_meant()
        if self.missing and self.done is None and self.total == self.missing and not self.exempt:
            self.done = 0
        if self.all and self.me is State.GONE:
            self.all = False  # "cài đủ rồi mà tui gỡ luôn": her own
        if self._has_exception():
            self.doubt(Doubt.EXCEPT)
            self.done = None
        if Doubt.EXCEPT in self.doubts:
            self.all = False
        if max(self.total or 0, self.done or 0, self.exempt) > LARGEST:
            self.doubt(Doubt.OUT_OF_RANGE)
            self.total, self.done, self.exempt = None, None, 0
        if self.total is not None and ((self.done or 0) + self.exempt > self.total or self.total < 0):
            self.doubt(Doubt.CONTRADICTION)
        if Doubt.SHARED in self.doubts or self.proxy:
            self.me = None
        if Doubt.NOT_UNDERSTOOD in self.doubts:
            self._trust_nothing()
        if Doubt.OTHER_PEOPLE in self.doubts or Doubt.SHARED in self.doubts:
            self.total, self.done, self.exempt, self.all = None, None, 0, False
            self.reasons.clear()

    def _tells_of_others(self) -> bool:
        if self.asked not in (None, Slot.SELF_DONE) or self.loose is not None:
            return True
        return self.total is not None or bool(self.done or self.exempt or self.missing or self.all)

    def _doubt_who_is_meant(self) -> None:
        if self.questioned and self.total is not None:
            self.doubt(Doubt.NOT_AN_ANSWER, self.total)
        if self.of_whom and self.done is None and self.loose is None and not self.all:
            self.doubt(Doubt.WHICH_SLOT)

    def _count_the_missing(self) -> None:
        """As in "nhà em 7 người, 6 người cài, bà nội thì không": is the speaker one of the six?"""
        if Doubt.INCLUSIVE not in self.doubts or not self.inclusive or self.done is not None:
            return
        if self.total is None or self.part is None:
            return
        lacks = self.me not in (None, State.DONE)
        self.missing = self.missing or self._left_over()
        if self.missing + lacks and self.total + 1 - self.part == self.missing + lacks:
            self.doubts.remove(Doubt.INCLUSIVE)
            self.me, self.done, self.number = self.me or State.DONE, self.part - (not lacks), None

    def _left_over(self) -> int:
        """As in "5 người, đã cài 4, còn cháu nhỏ 3 tuổi": named behind "còn", and nothing but an age said."""
        left = [said for said in self.waiting if said.clause.before == "con" and said.kin and not said.me]
        return sum(number for said in left if said.has(Tag.AGE) for number in said.kin.values())

    def _trust_nothing(self) -> None:
        """A word nobody taught the reader may turn everything: "em cài rồi mà … mất" has not."""
        self.me = self.number = None
        if Doubt.INCLUSIVE in self.doubts:
            self.doubts.remove(Doubt.INCLUSIVE)  # whose answer would book the number

    def _use_what_is_left(self) -> None:
        kin = self.listed()
        if (
            self.asked is Slot.FAMILY_TOTAL
            and self.loose == kin + 1
            and any(said.me for said in self.waiting)
        ):
            self.loose = None  # "bảy người, ông bà ngoại, vợ chồng em, 3 đứa con": with the speaker
        if (
            self.asked is Slot.FAMILY_DONE
            and self.loose == kin + 1 > 1
            and self.done is None
            and self.waiting[-1].me
            and all(said.tags <= _LISTED for said in self.waiting)
        ):
            self.me, self.loose = self.me or State.DONE, None  # "mới 2 thôi, ba em với em"
        left = self.loose if self.loose is not None else kin or None
        if self.total is None and (self.asked is Slot.FAMILY_TOTAL or (self.lists and kin)):
            self.total = left
        elif self.asked is Slot.FAMILY_DONE and self.done is None and not self.all:
            others = kin and self.loose is None and Doubt.EXCEPT in self.doubts
            named = kin and any(said.has(Tag.ONLY) for said in self.waiting)  # "ba đứa chưa, chỉ có vợ tôi"
            self.done = None if others else self.loose if self.missing and not named else left
        elif self.asked not in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE) and self.loose not in (None, self.done):
            self.doubt(Doubt.WHICH_SLOT, self.loose)
        part_of_it = bool(self.waiting) and self.waiting[-1].clause.before == "trong"  # "trong đó 1 bé"
        part_of_it = part_of_it or (self.loose is not None and self._names_some_of(self.loose))
        if self.loose is not None and kin not in (0, self.loose) and not part_of_it:
            self.doubt(Doubt.CONTRADICTION, self.loose)
        if self.asked is Slot.FAMILY_DONE and self.loose is not None and self.done not in (None, self.loose):
            self.doubt(Doubt.CONTRADICTION, self.loose)
        if self.absent and not self.lists and self.total and not self._counts_only_those_at_home():
            self.doubt(Doubt.WHICH_SLOT, self.total)

    def _names_some_of(self, number: int) -> bool:
        """As in "4 người, có má chồng em ở chung", "6 người, có ông bà ngoại nữa": one of them by name."""
        if self.asked is not Slot.FAMILY_TOTAL or len(self.waiting) != 1:
            return False
        said = self.waiting[0]
        first = said.clause.spans[0]
        named = [span for span in said.clause.spans if span.tag is Tag.KIN]
        alone = len(named) == 1 and said.tags <= _SOME_OF_THEM and not said.me
        return alone and first.tag is Tag.HAVE and first.value is None and sum(said.kin.values()) < number

    def _counts_only_those_at_home(self) -> bool:
        """As in "bố mẹ với anh trai, ông bà ở quê", "hai người, ba em mất rồi"; not "4 người, anh đi xa"."""
        if any(said.has(Tag.ONLY) for said in self.waiting):  # "chỉ có mẹ với em, bố mất rồi"
            return True
        if not self.away:
            return False
        named = {name for said in self.waiting for name in said.kin}
        by_name = bool(named) and self.loose is None
        return (by_name and named.isdisjoint(self.away)) or self.dead

    def _has_exception(self) -> bool:
        """Somebody has not, and nothing was said of how many have: all but one, of how many?"""
        if not self.missing:
            return False
        unsaid = self.total is not None and self.done in (None, self.total) and not self.exempt
        return self.all or unsaid

    def slots(self) -> dict[Slot, Answer]:
        """What may be booked once there are no doubts."""
        slots: dict[Slot, Answer] = {}
        if self.me is not None:
            slots[Slot.SELF_DONE] = self.me is State.DONE
        if self.total is not None:
            slots[Slot.FAMILY_TOTAL] = self.total
        if self.done is not None:
            slots[Slot.FAMILY_DONE] = self.done
        if self.exempt:
            slots[Slot.FAMILY_EXEMPT] = self.exempt
        if self.all and self.done is None:
            slots[Slot.FAMILY_ALL] = True
        lacking = self.me not in (None, State.DONE) or self.missing or self.done == 0 or self.exempt
        reasons = [reason for reason in self.reasons if lacking or (reason == "trouble" and self.me)]
        if reasons:
            slots[Slot.REASON] = min(reasons, key=_UNSPECIFIC.__contains__)
        return slots


def are_details(kin: dict[str, int], of: dict[str, int]) -> bool:
    """Whether these relatives are members of a number of children named before."""
    numbered = any(number > 1 and name.split()[-1] in _CHILDREN for name, number in of.items())
    return numbered and bool(kin) and all(name.split()[-1] in _PARTS for name in kin)
