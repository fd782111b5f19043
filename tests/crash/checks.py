"""What must be true when a run has come to rest, whatever was killed in it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, func, select

from bot.domain.asking import form_of
from bot.domain.messages import Lane, Reply
from bot.storage import bodies, campaigns, rounds, tallies
from bot.storage.deliveries import LANES
from bot.storage.tables import contacts, deliveries, inbox, leases, standings
from tests.crash.platforms import Accepted


@dataclass(slots=True, kw_only=True)
class Found:
    """What one run came to."""

    updates: int = 0
    answers: int = 0  #: to those updates
    broadcast: int = 0  #: reminders and messages of the announcement that arrived
    lost_updates: int = 0
    lost_replies: int = 0
    lost_broadcast: int = 0
    duplicate_intents: int = 0
    duplicates: int = 0  #: messages that the platform took once more
    possible: int = 0  #: duplicates that the program counts as possible
    troubles: list[str] = field(default_factory=list)  #: each rule that was broken, with the place

    def broken(self, what: str) -> None:
        self.troubles.append(what)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the platform knows."""

    accepted: Sequence[Accepted]
    shown: Callable[[Reply], Sequence[str]]  #: the texts that a reply becomes
    given: int  #: how many updates people made
    blocked: set[str]  #: chats
    talkers: set[str]
    chats: Sequence[str]


def is_quiet(conn: Connection) -> bool:
    """Whether nothing waits any more."""
    waiting = select(func.count()).where(inbox.c.state == "waiting")
    open_ = select(func.count()).where(deliveries.c.state.in_(["waiting", "sending"]))
    return not conn.scalar(waiting) and not conn.scalar(open_)


def in_flight(conn: Connection, channel: str, pid: int) -> int:
    """How many sends were under way in a process that was killed."""
    holder = conn.scalar(select(leases.c.holder).where(leases.c.name == f"dispatcher:{channel}"))
    if holder is None or holder.split("/")[1] != str(pid):
        return 0
    return int(conn.scalar(select(func.count()).where(deliveries.c.state == "sending")) or 0)


def check(conn: Connection, world: World) -> Found:
    found = Found()
    rows = conn.execute(
        select(deliveries, contacts.c.chat)
        .join(contacts, contacts.c.id == deliveries.c.contact_id)
        .order_by(deliveries.c.id)
    ).all()
    _updates(conn, world, rows, found)
    _broadcast(world, rows, found)
    _arrived(world, rows, found)
    _order(world, rows, found)
    _tallies(conn, world, found)
    found.possible = sum(row.possible_duplicates for row in rows)
    if found.duplicates > found.possible:
        found.broken(f"{found.duplicates} messages came again, {found.possible} are counted")
    return found


def _updates(conn: Connection, world: World, rows: Iterable[Any], found: Found) -> None:
    """Each update that people made is handled, and answered once."""
    received = conn.execute(select(inbox)).all()
    answers = {row.dedupe_key: row.state for row in rows if row.kind == "answer"}
    found.updates, found.answers = world.given, len(answers)
    found.lost_updates = max(0, world.given - len(received))
    found.duplicate_intents += max(0, len(answers) - world.given)
    if len(received) != world.given:
        found.broken(f"{world.given} updates were made, {len(received)} received")
    for row in received:
        answer = answers.get(f"answer:{row.id}")
        if row.state != "done":
            found.lost_updates += 1
            found.broken(f"update {row.update_key}: {row.state} {row.reason}")
        elif answer != "sent":
            found.lost_replies += 1
            found.broken(f"the answer to update {row.update_key}: {answer}")


def _broadcast(world: World, rows: Iterable[Any], found: Found) -> None:
    """Everybody got the announcement and, unless they have declared meanwhile, the reminder: one row each."""
    by_chat: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        by_chat[row.chat][row.kind.partition(":")[0]].append(row)
    for chat in world.chats:
        for kind in ("news", "reminder"):
            mine = by_chat[chat][kind]
            found.duplicate_intents += max(0, len(mine) - 1)
            states = {row.state for row in mine}
            found.broadcast += states == {"sent"}
            if states == {"sent"} or chat in world.blocked:
                continue
            if kind == "reminder" and chat in world.talkers and states <= {"cancelled"}:
                continue
            if mine and mine[0].state == "given_up" and mine[0].possible_duplicates:
                continue  # nobody knows, again and again: counted, and told with its reason
            found.lost_broadcast += 1
            found.broken(f"{kind} for chat {chat}: {[(row.state, row.reason) for row in mine]}")


def _arrived(world: World, rows: Sequence[Any], found: Found) -> None:
    """What counts as sent was taken by the platform; what it took more often is a duplicate."""
    taken = Counter((one.chat, one.text) for one in world.accepted if not one.edits)
    edited = {(one.chat, one.text) for one in world.accepted if one.edits}
    sent: Counter[tuple[str, str]] = Counter()
    perhaps: Counter[tuple[str, str]] = Counter()  # given up because nobody knew, again and again
    for row in rows:
        if row.channel == "web" or row.state not in {"sent", "given_up"} or row.body is None:
            continue
        shown = [(row.chat, text) for text in world.shown(_as_sent(row))]
        if row.state == "given_up":
            perhaps.update(shown if row.possible_duplicates else ())
        elif row.body.get("edits") != row.message_ref:
            sent.update(shown)
        elif not edited.issuperset(shown):
            found.lost_replies += 1
            found.broken(f"delivery {row.id}: an edit that never came")
    for what, times in sent.items():
        if taken[what] < times:
            found.broken(f"chat {what[0]}: {times} sent, {taken[what]} arrived: {what[1][:40]!r}")
            found.lost_replies += times - taken[what]
    extra: Counter[str] = Counter()
    for what, times in taken.items():
        extra[what[0]] += max(0, times - sent[what] - perhaps[what])
    possible: Counter[str] = Counter()
    for row in rows:
        possible[row.chat] += row.possible_duplicates
    found.duplicates = sum(extra.values())
    for chat, times in extra.items():
        if times > possible[chat]:
            found.broken(
                f"chat {chat}: {times} messages too many, {possible[chat]} counted{_story(chat, world, rows)}"
            )


def _story(chat: str, world: World, rows: Iterable[Any]) -> str:
    """What a chat was to get and what it got, one below the other."""
    queued = [
        f"{row.kind} {row.id}: {row.state}, {row.attempts} failed, {row.possible_duplicates} perhaps arrived,"
        f" ref {row.message_ref}, {row.reason}"
        for row in rows
        if row.chat == chat
    ]
    taken = [
        f"{'edit' if one.edits else 'message'} {one.ref}: {one.text[:50]!r}"
        for one in world.accepted
        if one.chat == chat
    ]
    return "\n    ".join(["", *queued, *taken])


def _as_sent(row: Any) -> Reply:
    """What left: the choices of a message that nobody asked for carry no numbers."""
    reply = bodies.from_json(row.body)
    return replace(reply, number_expected=True) if row.kind != "answer" and reply.choices else reply


def _order(world: World, rows: Iterable[Any], found: Found) -> None:
    """The answers of a chat arrived in their order."""
    places = {one.ref: place for place, one in enumerate(world.accepted) if not one.edits}
    last: dict[str, int] = {}
    for row in rows:
        if row.lane != LANES[Lane.ANSWER] or row.state != "sent" or row.body.get("edits") == row.message_ref:
            continue
        place = places[row.message_ref]
        if place < last.get(row.chat, 0):
            found.broken(f"chat {row.chat}: delivery {row.id} came before an earlier one")
        last[row.chat] = place


def _tallies(conn: Connection, world: World, found: Found) -> None:
    """Every count is its recount, and whoever declared is recorded."""
    for running in campaigns.every(conn):
        for one in rounds.rounds_of(conn, running.id):
            if one.opened_at is not None:
                form = form_of(running.campaign, one.obligation, one.question, one.label)
                counted = tallies.recount(conn, one.id, form, running.tree_on)
                if counted != tallies.everything(conn, one.id):
                    found.broken(f"the tallies of {one.obligation} are not their recount")
    declared = conn.scalar(select(func.count()).where(standings.c.revision > 0))
    if declared != len(world.talkers):
        found.broken(f"{declared} declarations, {len(world.talkers)} people declared")
