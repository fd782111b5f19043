"""One turn: a message of a person, and everything a handler needs to answer it.

A turn runs inside one short transaction and never waits. Handlers return replies; the conversation
puts them into the outbox in the same transaction.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from bot.campaigns import Shelf
from bot.domain.address import Address, address_of
from bot.domain.campaigns import Campaign
from bot.domain.deadlines import VIETNAM
from bot.domain.figures import too_few
from bot.domain.invites import Links
from bot.domain.messages import Attachment, Choice, Incoming, Reply
from bot.domain.people import Contact, Membership, MembershipState, Person, Role
from bot.domain.permissions import SENSITIVE_VIEWERS, Action, may
from bot.domain.quotas import Quota
from bot.domain.readings import Asked, Reading, Vocabulary
from bot.domain.standings import Task, by_urgency
from bot.domain.units import Unit
from bot.language import read
from bot.storage import Connection, files, people, relations, schools, tasks
from bot.texts import Texts

#: Topics of a session: what the next free text belongs to.
REGISTER, DECLARE, INVITE, DEADLINE = "register", "declare", "invite", "deadline"
CLASS_REPORT, ANSWERING = "class_report", "answering"
AD_HOC, PEOPLE, WHOM = "ad_hoc", "people", "whom"
ERASING, REQUEST = "erasing", "request"
ANNOUNCE, CORRECT = "announce", "correct"
#: Messages a second of a channel of which nothing is known: it is taken to be slow.
SLOW = 1.0
#: Declarations left half way that are worth keeping.
KEPT = 3


@dataclass(slots=True)
class Session:
    """Where a conversation stands between turns. Mutable: the turn writes what comes next."""

    topic: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    #: declarations that were left half way, by standing, to be taken up again
    left: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: the choices of the last message, so that a typed "2" or a typed label means the same
    offered: list[list[str]] = field(default_factory=list)
    number_expected: bool = False  #: typed numbers answer the question, they choose nothing
    #: actions of reminders and notices that were chosen by words: the same words mean an earlier one then
    heeded: list[str] = field(default_factory=list)
    unread_at: str = ""  #: when they were last told that their platform hides what they write, ISO 8601

    def begin(self, topic: str, **data: Any) -> None:
        """Open a topic; a declaration that it interrupts is put aside."""
        self.put_aside()
        self.topic, self.data = topic, data
        if topic == DECLARE:
            self.left.pop(str(data["standing_id"]), None)

    def put_aside(self) -> None:
        """Leave the topic; an open declaration is kept, the last few at most."""
        if self.topic == DECLARE:
            key = str(self.data["standing_id"])
            self.left.pop(key, None)
            self.left[key] = self.data
            self.left = dict(list(self.left.items())[-KEPT:])
        self.end()

    def end(self) -> None:
        """The topic is done with."""
        self.topic, self.data = "", {}

    def to_json(self) -> dict[str, Any]:
        return {
            "topic": self.topic,
            "data": self.data,
            "left": self.left,
            "offered": self.offered,
            "number_expected": self.number_expected,
            "heeded": self.heeded,
            "unread_at": self.unread_at,
        }

    @classmethod
    def from_json(cls, state: Mapping[str, Any] | None) -> "Session":
        state = state or {}
        return cls(
            topic=state.get("topic", ""),
            data=dict(state.get("data", {})),
            left=dict(state.get("left", {})),
            offered=[list(pair) for pair in state.get("offered", [])],
            number_expected=state.get("number_expected", False),
            heeded=list(state.get("heeded", [])),
            unread_at=state.get("unread_at", ""),
        )


@dataclass(slots=True, kw_only=True)
class Turn:
    """A message of somebody, with who they are and where the conversation stands."""

    conn: Connection
    incoming: Incoming
    contact: Contact
    person: Person | None
    memberships: list[Membership]
    session: Session
    texts: Texts
    links: Links
    draw: Callable[[int], str]  #: an unguessable code of so many letters and digits
    now: datetime
    shelf: Shelf = field(default_factory=Shelf)  #: the campaign files at hand
    paces: Mapping[str, float] = field(default_factory=dict)  #: messages a second that each channel takes
    quotas: Mapping[str, Quota] = field(default_factory=dict)  #: of the channels that have one
    #: how many messages a reply becomes, by channel
    costs: Mapping[str, Callable[[Reply], int]] = field(default_factory=dict)
    seats: Mapping[str, int] = field(default_factory=dict)  #: people that a bot may have, where limited
    taps: bool = True  #: the channel has buttons
    announcements_a_day: int = 5  #: how many announcements one person may send
    notices: list[tuple[int, Reply, str]] = field(default_factory=list)
    _tasks: list[Task] | None = None
    _readings: list[tuple[str, Asked, Vocabulary, Reading]] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.now.astimezone(VIETNAM).date()

    @property
    def role(self) -> Role | None:
        """The role that decides how the person is addressed: the first one on the rosters."""
        active = [m for m in self.memberships if m.state is not MembershipState.REJECTED]
        return active[0].role if active else None

    @property
    def address(self) -> Address:
        return address_of(self.person, self.role)

    @property
    def person_id(self) -> int:
        """The id of a person who is known; handlers of registered people may rely on it."""
        if self.person is None:
            raise LookupError("the turn of somebody who is not registered")
        return self.person.id

    def tasks(self) -> list[Task]:
        """Everything the person may declare now, what is owed first; read once a turn."""
        if self._tasks is None:
            found = tasks.tasks_of(self.conn, self.person_id, leads=bool(self.held(*tasks.LEADERS)))
            self._tasks = by_urgency(found, self.now)
        return self._tasks

    def task(self, standing_id: int) -> Task | None:
        """One of the person's tasks, or one of a pupil whose class they lead; None where it is neither."""
        own = next((task for task in self.tasks() if task.standing.id == standing_id), None)
        return own or tasks.of_pupil(self.conn, self.person_id, standing_id)

    def changed(self) -> None:
        """A standing was changed in this turn: read the tasks anew."""
        self._tasks = None

    def read(self, text: str, asked: Asked, vocabulary: Vocabulary) -> Reading:
        """What a text says; asked the same once more, it is not read once more."""
        for known, question, words, reading in self._readings:
            if known == text and words is vocabulary and question == asked:
                return reading
        reading = read(text, asked, vocabulary, self.now)
        self._readings.append((text, asked, vocabulary, reading))
        return reading

    def held(self, *roles: Role) -> list[Membership]:
        """The active roles of these kinds that the person holds."""
        return [m for m in self.memberships if m.role in roles and m.state is MembershipState.ACTIVE]

    def may(self, action: Action, unit_id: int, roles: Collection[Role] = tuple(Role)) -> bool:
        """Whether a role the person holds, of these, permits an action on a unit: the one place that asks."""
        return any(
            may(held.role, action, relations.relation(self.conn, held.unit_id, unit_id, self.today))
            for held in self.held(*roles)
        )

    def may_see_names(self, unit_id: int, campaign: Campaign) -> bool:
        """Whether they may see who of a unit declared what; in a sensitive campaign only who leads it may."""
        return self.may(Action.SEE_NAMES, unit_id, SENSITIVE_VIEWERS if campaign.sensitive else tuple(Role))

    def hides(self, people: int, unit_id: int, campaign: Campaign) -> bool:
        """Whether figures about so many people of a unit are kept from them: above the school's door."""
        return too_few(people) and not self.may_see_names(unit_id, campaign)

    def school_of(self, unit_id: int) -> Unit:
        """The school that a class lies in, however deep; any other unit is its own."""
        return schools.school_of(self.conn, unit_id, self.today)

    def name_of(self, person_id: int) -> str:
        """Somebody's name; of those who had themselves deleted, that it is gone."""
        return people.person(self.conn, person_id).full_name or self.t("erased-name")

    def t(self, key: str, /, **facts: Any) -> str:
        """A text of the catalogue, in this person's form of address."""
        return self.texts(key, self.address, **facts)

    def choice(self, key: str, action: str, /, **facts: Any) -> Choice:
        """A button whose label is in the catalogue."""
        return Choice(label=self.texts(key, self.address, **facts), action=action)

    def paper(self, kind: str, name: str, /, **facts: Any) -> Attachment:
        """A file for the reply, made by the maker of this kind just before it is sent.

        `facts` are plain JSON; `bot/delivery/papers.py` says how it is made. Check the right before.
        """
        wanted = files.want(self.conn, name=name, request={"kind": kind, **facts}, now=self.now)
        return Attachment(ref=str(wanted.id), name=wanted.name, mime=wanted.mime)

    def messages(self, people: Mapping[str, int], reply: Reply) -> dict[str, int]:
        """How many messages it takes to tell so many people the same, by channel: a long text is several."""
        return {
            channel: count * (self.costs[channel](reply) if channel in self.costs else 1)
            for channel, count in people.items()
        }

    def takes(self, by_channel: Mapping[str, int]) -> timedelta:
        """How long so many messages take: channels work side by side, each at its platform's pace."""
        seconds = [count / self.paces.get(channel, SLOW) for channel, count in by_channel.items()]
        return timedelta(seconds=max(seconds, default=0))

    def tell(self, person_id: int, reply: Reply, dedupe_key: str) -> None:
        """Send something to somebody else too, wherever they last wrote from."""
        self.notices.append((person_id, reply, dedupe_key))


def combine(*replies: Reply | str | None) -> Reply:
    """One message out of several: texts one below the other, the choices of the last that has any."""
    found = [Reply(text=reply) if isinstance(reply, str) else reply for reply in replies if reply]
    last = next((reply for reply in reversed(found) if reply.choices or reply.number_expected), found[-1])
    return Reply(
        text="\n\n".join(reply.text for reply in found),
        choices=last.choices,
        number_expected=last.number_expected,
        attachment=next((reply.attachment for reply in found if reply.attachment), None),
    )
