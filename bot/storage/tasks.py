"""What somebody may declare, and who of a school has not."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, bindparam, literal_column, or_, select

from bot.domain.consent import needed
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.standings import Standing, State, Stopped, Task
from bot.domain.units import SCHOOL
from bot.storage import campaigns as campaign_store
from bot.storage import consents, people
from bot.storage.campaigns import Running
from bot.storage.prepared import Prepared
from bot.storage.rerouting import unsent
from bot.storage.rows import question_of, standing_of
from bot.storage.standings import declared_by
from bot.storage.tables import (
    campaigns,
    contacts,
    guardians,
    lineage,
    memberships,
    persons,
    rounds,
    standings,
    unit_parents,
    units,
)
from bot.storage.unit_parents import Link

_TASK_COLUMNS = (
    standings,
    rounds.c.campaign_id,
    rounds.c.obligation,
    rounds.c.due_before,
    rounds.c.opens_at,
    rounds.c.label.label("round_label"),
    rounds.c.question,
    rounds.c.kind.label("round_kind"),
    rounds.c.slot,
    campaigns.c.slug,
)


def _tasks(where: Any, on_behalf_of: Any, subject: Any) -> Any:
    return (
        select(*_TASK_COLUMNS, on_behalf_of.label("on_behalf_of"), subject.label("subject_id"))
        .select_from(standings)
        .join(rounds, rounds.c.id == standings.c.round_id)
        .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
        .where(
            campaigns.c.state == "running",
            rounds.c.withdrawn_at.is_(None),
            or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
            where,
        )
    )


_child, _held = persons.alias("child"), memberships.alias("held")
_OWN_TASKS = Prepared(
    _tasks(
        standings.c.membership_id.in_(
            select(memberships.c.id).where(
                memberships.c.person_id == bindparam("person_id"), memberships.c.state == "active"
            )
        ),
        literal_column("''"),
        bindparam("person_id", type_=persons.c.id.type),
    )
)
_CHILD_TASKS = Prepared(
    _tasks(guardians.c.guardian_id == bindparam("person_id"), _child.c.full_name, _child.c.id)
    .join(_held, _held.c.id == standings.c.membership_id)
    .join(_child, _child.c.id == _held.c.person_id)
    .join(guardians, guardians.c.child_id == _child.c.id)
    .where(_held.c.state == "active")
)
#: Not among somebody's own tasks: a class would bury them.
_PUPIL_TASK = (
    _tasks(
        and_(
            standings.c.id == bindparam("standing_id"),
            standings.c.home_unit_id.in_(
                select(memberships.c.unit_id).where(
                    memberships.c.person_id == bindparam("person_id"),
                    memberships.c.role == Role.HOMEROOM.value,
                    memberships.c.state == "active",
                )
            ),
        ),
        _child.c.full_name,
        _child.c.id,
    )
    .join(_held, _held.c.id == standings.c.membership_id)
    .join(_child, _child.c.id == _held.c.person_id)
    .where(_held.c.role == Role.PUPIL.value, _held.c.state == "active")
)
_heads = memberships.alias("heads")
#: Who answers for what a unit owes.
LEADERS = (*HEAD_ROLES, Role.OFFICER)
_HEAD = [role.value for role in LEADERS]
_HEADED = select(memberships.c.unit_id).where(
    memberships.c.person_id == bindparam("person_id"),
    memberships.c.state == "active",
    memberships.c.role.in_(_HEAD),
)
#: Units that were merged into theirs, once nobody is left to answer for them.
_TAKEN_OVER = select(unit_parents.c.unit_id).where(
    unit_parents.c.parent_id.in_(_HEADED),
    unit_parents.c.relation == Link.SUCCESSOR.value,
    unit_parents.c.valid_to.is_(None),
    ~select(_heads.c.id)
    .where(_heads.c.unit_id == unit_parents.c.unit_id, _heads.c.state == "active", _heads.c.role.in_(_HEAD))
    .exists(),
)
_UNIT_TASKS = Prepared(
    _tasks(
        or_(standings.c.unit_id.in_(_HEADED), standings.c.unit_id.in_(_TAKEN_OVER)),
        units.c.name,
        literal_column("NULL"),
    ).join(units, units.c.id == standings.c.unit_id)
)


def tasks_of(conn: Connection, person_id: int, *, leads: bool = True) -> list[Task]:
    """Everything somebody may declare now: their own, their children's, their unit's.

    The latest round of each obligation and respondent, and earlier slots that are still missing; what is
    owed comes first, the nearest deadline first. `leads`: whether they may hold a role that answers for a
    unit; if not, nobody asks for one.
    """
    found: list[Task] = []
    for statement in (_OWN_TASKS, _CHILD_TASKS, *([_UNIT_TASKS] if leads else [])):
        for row in statement.rows(conn, person_id=person_id):
            found.append(_task(row))
    latest: dict[tuple[Any, ...], Task] = {}
    for task in sorted(found, key=lambda task: (task.opens_at, task.standing.id)):
        respondent = (task.standing.membership_id, task.standing.unit_id)
        key: tuple[Any, ...] = (*respondent, task.campaign_id, task.obligation, task.label)
        if task.standing.state is State.MISSING:
            key = (*key, task.standing.id)
        latest[key] = task
    far = max((task.due_before for task in found if task.due_before), default=None)
    return sorted(
        latest.values(),
        key=lambda task: (
            not task.standing.owes,
            task.due_before is None,
            task.due_before or far or task.opens_at,
            task.standing.id,
        ),
    )


def _task(row: Any) -> Task:
    return Task(
        standing=standing_of(row),
        campaign_id=row.campaign_id,
        campaign_slug=row.slug,
        obligation=row.obligation,
        due_before=row.due_before,
        opens_at=row.opens_at,
        label=row.round_label,
        question=question_of(row.question),
        round_kind=row.round_kind,
        slot=row.slot,
        on_behalf_of=row.on_behalf_of,
        subject_id=row.subject_id,
    )


def of_pupil(conn: Connection, teacher_id: int, standing_id: int) -> Task | None:
    """What a homeroom teacher may declare for a pupil of the class; None where that is not provided for.

    Only where the directive's obligation names homeroom teachers as proxies, where everybody whose
    consent is needed has given it (a teacher is no guardian and agrees for nobody), and as long as
    nobody else has declared it.
    """
    row = conn.execute(_PUPIL_TASK, {"person_id": teacher_id, "standing_id": standing_id}).one_or_none()
    if row is None:
        return None
    campaign = campaign_store.get(conn, row.campaign_id).campaign
    if Role.HOMEROOM not in campaign.obligation(row.obligation).proxies:
        return None
    task = _task(row)
    if declared_by(conn, task.standing) not in (None, teacher_id):
        return None
    agreed = consents.latest(conn, row.campaign_id, row.subject_id, sensitive=campaign.sensitive)
    wanted = needed(people.person(conn, row.subject_id).age_band) if campaign.consent else ()
    return task if all(agreed.get(agreement) for agreement in wanted) else None


def task(conn: Connection, person_id: int, standing_id: int) -> Task | None:
    """One of somebody's tasks; None where it is not theirs to declare."""
    return next((task for task in tasks_of(conn, person_id) if task.standing.id == standing_id), None)


# --- who has not --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """Somebody inside a school who has not completed, for the list that never leaves it."""

    standing: Standing
    person_id: int
    full_name: str
    group: str  #: staff group, or class
    code: str
    connected: bool  #: they can be reached by a chat
    unreachable: bool
    unsent: bool  #: their last reminder was given up for want of messages this month


asked_unit = units.alias("asked_unit")
_OWING = (
    select(
        standings,
        persons.c.id.label("owing_person_id"),
        persons.c.full_name,
        persons.c.contact_id,
        memberships.c.group_name,
        memberships.c.code,
        units.c.name.label("unit_name"),
        units.c.kind.label("unit_kind"),
    )
    .join(memberships, memberships.c.id == standings.c.membership_id)
    .join(persons, persons.c.id == memberships.c.person_id)
    .join(units, units.c.id == standings.c.home_unit_id)
    .join(
        lineage,
        and_(
            lineage.c.unit_id == standings.c.home_unit_id,
            lineage.c.tree_on == bindparam("on"),
            lineage.c.ancestor_id == bindparam("unit_id"),
        ),
    )
    .join(asked_unit, asked_unit.c.id == lineage.c.ancestor_id)
    .where(
        standings.c.round_id == bindparam("round_id"),
        standings.c.state.in_(["missing", "partial"]),
        # Everybody inside a school; of an office only its own people, never a school's below it.
        or_(lineage.c.depth == 0, asked_unit.c.kind == SCHOOL),
        or_(
            standings.c.stopped.is_(None),
            standings.c.stopped.not_in([Stopped.LEFT.value, Stopped.ON_LEAVE.value]),
        ),
    )
    .order_by(standings.c.state, persons.c.sort_key, standings.c.id)
)


def owing(conn: Connection, round_id: int, unit_id: int, running: Running) -> list[Owing]:
    """Who of a school or class has not completed a round: the silent first, in the order of names."""
    rows = conn.execute(_OWING, {"round_id": round_id, "unit_id": unit_id, "on": running.tree_on}).all()
    chats = {
        row.id: row.unreachable_at
        for row in conn.execute(
            select(contacts.c.id, contacts.c.unreachable_at).where(
                contacts.c.id.in_([row.contact_id for row in rows if row.contact_id])
            )
        )
    }
    people = [row.owing_person_id for row in rows]
    unheard = set(conn.scalars(select(persons.c.id).where(persons.c.id.in_(people), unsent(persons.c.id))))
    return [
        Owing(
            standing=standing_of(row),
            person_id=row.owing_person_id,
            full_name=row.full_name,
            group=row.unit_name if row.unit_kind == "class" else row.group_name,
            code=row.code,
            connected=row.contact_id is not None,
            unreachable=chats.get(row.contact_id) is not None,
            unsent=row.owing_person_id in unheard,
        )
        for row in rows
    ]
