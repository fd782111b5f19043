"""What a transcript can ask of the database after a line: one function for each word of a `check:`.

Each takes the stage, the chat that spoke last and what was expected, and returns what is there.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from bot.domain.asking import form_of
from bot.domain.deadlines import VIETNAM
from bot.domain.people import Contact
from bot.handlers.turn import DECLARE, Session
from bot.storage import (
    campaigns,
    class_reports,
    consents,
    contacts,
    memberships,
    people,
    sessions,
    tallies,
    tasks,
)
from bot.storage import standings as standing_store
from bot.storage import tables as t
from bot.storage.rounds import rounds_of
from tests.handlers.stage import Stage
from tests.handlers.world import person_id, unit_id

Check = Callable[[Stage, Connection, Contact, Any], Any]

#: Tables that no message may change which is not understood, not allowed or not confirmed.
RECORDS = (
    t.standings,
    t.submissions,
    t.memberships,
    t.persons,
    t.guardians,
    t.consents,
    t.invites,
    t.tallies,
    t.campaigns,
    t.rounds,
    t.local_deadlines,
    t.units,
    t.unit_parents,
)


def examine(stage: Stage, chat: str, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What the database says to each word of a check."""
    with stage.connect() as conn:
        contact = contacts.contact(conn, stage.channel(chat), chat, stage.now)
        return {word: CHECKS[word](stage, conn, contact, value) for word, value in wanted.items()}


def records(conn: Connection) -> list[Sequence[Any]]:
    """Everything that counts."""
    return [conn.exec_driver_sql(f"SELECT * FROM {table.name}").fetchall() for table in RECORDS]


def miscounted(conn: Connection) -> list[str]:
    """The obligations whose tallies differ from a recount; there must be none at any moment."""
    wrong = []
    for running in campaigns.every(conn):
        for round_ in rounds_of(conn, running.id):
            form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
            counted = tallies.recount(conn, round_.id, form, running.tree_on)
            if round_.opened_at is not None and tallies.everything(conn, round_.id) != counted:
                wrong.append(round_.obligation)
    return wrong


def session_of(conn: Connection, contact: Contact) -> Session:
    return Session.from_json(sessions.load(conn, sessions.owner_of(contact)))


def _tally(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """`{THPT staff: {declared: 1}}`: the measures named, of a unit and an obligation."""
    found = {}
    for place, measures in wanted.items():
        unit, obligation = place.split()
        counted: dict[str, int] = {}
        for running in campaigns.every(conn):
            for round_ in rounds_of(conn, running.id):
                if round_.obligation == obligation and round_.opened_at is not None:
                    counted = tallies.of(conn, round_.id, unit_id(conn, unit))
        found[place] = {measure: counted.get(measure, 0) for measure in measures}
    return found


def _asked(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """What the open declaration asks: a question's id, "confirm", "which" …; null where none is open."""
    session = session_of(conn, contact)
    return session.data.get("asked") if session.topic == DECLARE else None


def _draft(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """The answers of the open declaration, which do not count yet."""
    session = session_of(conn, contact)
    return session.data.get("answers") if session.topic == DECLARE else None


def _stage(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """Where a registration stands: code, name, pick, identity, newcomer."""
    return session_of(conn, contact).data.get("stage")


def _declared(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """What counts as declared by whoever speaks, by obligation: null where nothing does."""
    found = {task.obligation: task.standing for task in tasks.tasks_of(conn, contact.person_id or 0)}
    return {
        name: standing_store.answers(conn, found[name]) if name in found else "no task" for name in wanted
    }


def _revisions(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """How often it was declared, by obligation; every revision is kept."""
    found = {task.obligation: task.standing for task in tasks.tasks_of(conn, contact.person_id or 0)}
    kept = {
        name: conn.scalar(
            select(func.count())
            .select_from(t.submissions)
            .where(t.submissions.c.standing_id == found[name].id)
        )
        for name in wanted
    }
    assert kept == {name: found[name].revision for name in wanted}, "a revision was lost"
    return kept


def _standing(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """By obligation: the state, "late" where it came late, and why it is not chased: "partial settled"."""
    return {
        task.obligation: " ".join(
            [
                task.standing.state.value,
                *(["late"] if task.standing.late else []),
                *([task.standing.stopped.value] if task.standing.stopped else []),
            ]
        )
        for task in tasks.tasks_of(conn, contact.person_id or 0)
        if task.obligation in wanted
    }


def _left_alone(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """`{bluezone-hau-giang-2020: complaint}`: why they are not chased, by campaign; null: they are."""
    return {
        task.campaign_slug: task.standing.stopped and task.standing.stopped.value
        for task in tasks.tasks_of(conn, contact.person_id or 0)
        if task.campaign_slug in wanted and task.standing.unit_id is None
    }


def _owes(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """How many things are still to be declared by whoever speaks."""
    return sum(task.standing.owes for task in tasks.tasks_of(conn, contact.person_id or 0))


def _reminders_waiting(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    return conn.scalar(
        select(func.count())
        .select_from(t.deliveries)
        .where(
            t.deliveries.c.person_id == contact.person_id,
            t.deliveries.c.kind == "reminder",
            t.deliveries.c.state == "waiting",
        )
    )


def _follow_up(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """When the bot comes back to them, local time."""
    at = conn.scalar(select(t.follow_ups.c.at).where(t.follow_ups.c.person_id == contact.person_id))
    return at and f"{at.astimezone(VIETNAM):%Y-%m-%d %H:%M}"


def _known_as(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    return people.person(conn, contact.person_id).full_name if contact.person_id else None


def _roles(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """Roles and their states: "staff active"."""
    held = memberships.memberships_of(conn, contact.person_id or 0)
    return [f"{member.role.value} {member.state.value}" for member in held]


def _chats(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """How many chats belong to whoever speaks."""
    return len(contacts.contacts_of(conn, contact.person_id or 0))


def _consents(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """`{Đặng Gia Bảo: {own: true}}`: the answers in force about somebody's data."""
    [running] = campaigns.every(conn)
    return {
        name: {
            agreement.value: agreed
            for agreement, agreed in consents.latest(conn, running.id, person_id(conn, name)).items()
        }
        for name in wanted
    }


def _class_report(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """`{10A1 pupils: {yes: 1}}`: what was reported of a class last, by class and obligation."""
    found = dict.fromkeys(wanted)
    for place in wanted:
        unit, obligation = place.split()
        for running in campaigns.every(conn):
            for round_ in rounds_of(conn, running.id):
                report = class_reports.latest(conn, round_.id, unit_id(conn, unit))
                if round_.obligation == obligation and report is not None:
                    found[place] = dict(report.counts)
    return found


def _locked(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    return contact.locked_until is not None and contact.locked_until > stage.now


def _mentions(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """Words that the last message must hold."""
    return [words for words in wanted if words in stage.shown[contact.chat].text]


def _silent_about(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """Words that neither the last message nor its buttons may hold."""
    shown = stage.shown[contact.chat]
    everything = "\n".join([shown.text, *(choice.label for choice in shown.choices)])
    return [words for words in wanted if words not in everything]


def _numbers_typed(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """Whether a typed number answers the question instead of choosing a button."""
    return session_of(conn, contact).number_expected


def _state(stage: Stage, conn: Connection, contact: Contact, wanted: Any) -> Any:
    """By slug: running, paused or closed."""
    return {
        running.campaign.slug: running.state.value
        for running in campaigns.every(conn)
        if running.campaign.slug in wanted
    }


CHECKS: Mapping[str, Check] = {
    "state": _state,
    "tally": _tally,
    "asked": _asked,
    "draft": _draft,
    "stage": _stage,
    "declared": _declared,
    "revisions": _revisions,
    "standing": _standing,
    "left_alone": _left_alone,
    "owes": _owes,
    "reminders_waiting": _reminders_waiting,
    "follow_up": _follow_up,
    "known_as": _known_as,
    "roles": _roles,
    "chats": _chats,
    "consents": _consents,
    "class_report": _class_report,
    "locked": _locked,
    "mentions": _mentions,
    "silent_about": _silent_about,
    "numbers_typed": _numbers_typed,
}
