"""What tables of one school are made of: its people, by class, by staff group, and by name."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from bot.domain.forms import Answers
from bot.domain.people import MembershipState, Role
from bot.domain.standings import Standing, Stopped
from bot.storage.rows import standing_of
from bot.storage.tables import deliveries, lineage, memberships, persons, standings, submissions, units

_on: Any = bindparam("on")
_top: Any = bindparam("top_id")
_ON_ROSTER = [MembershipState.ACTIVE.value, MembershipState.ON_LEAVE.value]
_latest = and_(submissions.c.standing_id == standings.c.id, submissions.c.revision == standings.c.revision)
_expected = or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value)
_home = lineage.alias("home")
_counted_in = and_(
    _home.c.unit_id == standings.c.home_unit_id, _home.c.tree_on == _on, _home.c.ancestor_id == _top
)
_of_round = (standings.c.round_id == bindparam("round_id")) & _expected


def reasons(conn: Connection, round_id: int, top_id: int, on: date, question: str) -> dict[int, Counter[str]]:
    """How often each reason was given, by the unit in which the person is counted."""
    reason = submissions.c.answers[question].as_string()
    rows = conn.execute(
        select(standings.c.home_unit_id, reason.label("reason"), func.count().label("number"))
        .join(_home, _counted_in)
        .join(submissions, _latest)
        .where(_of_round, reason.is_not(None))
        .group_by(standings.c.home_unit_id, reason),
        {"round_id": round_id, "top_id": top_id, "on": on},
    )
    found: dict[int, Counter[str]] = {}
    for row in rows:
        found.setdefault(row.home_unit_id, Counter())[row.reason] = row.number
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """Somebody of a school in a round, for tables by staff group."""

    standing: Standing
    group: str
    answers: Answers | None


_RESPONDENTS = (
    select(standings, memberships.c.group_name, submissions.c.answers)
    .join(_home, _counted_in)
    .join(memberships, memberships.c.id == standings.c.membership_id)
    .outerjoin(submissions, _latest)
    .where(_of_round)
)


def respondents(conn: Connection, round_id: int, school_id: int, on: date) -> list[Respondent]:
    """Everybody of one school who is expected in a round, with what they declared last."""
    rows = conn.execute(_RESPONDENTS, {"round_id": round_id, "top_id": school_id, "on": on})
    return [Respondent(standing=standing_of(row), group=row.group_name, answers=row.answers) for row in rows]


def answers_of(conn: Connection, standing_ids: Collection[int]) -> dict[int, Answers]:
    """What was declared last, by standing, where anything was."""
    rows = conn.execute(
        select(standings.c.id, submissions.c.answers)
        .join(submissions, _latest)
        .where(standings.c.id.in_(standing_ids))
    )
    return {row.id: row.answers for row in rows}


def last_reminded(conn: Connection, person_ids: Collection[int]) -> dict[int, datetime]:
    """When each of some people was sent a reminder last."""
    rows = conn.execute(
        select(deliveries.c.person_id, func.max(deliveries.c.finished_at).label("at"))
        .where(
            deliveries.c.person_id.in_(person_ids),
            deliveries.c.kind == "reminder",
            deliveries.c.state == "sent",
        )
        .group_by(deliveries.c.person_id)
    )
    return {row.person_id: row.at for row in rows if row.at is not None}


_class_of = lineage.alias("class_of")
_counted_unit = units.alias()
_SIZES = (
    select(_class_of.c.ancestor_id, func.count().label("pupils"))
    .select_from(memberships)
    .join(_class_of, and_(_class_of.c.unit_id == memberships.c.unit_id, _class_of.c.tree_on == _on))
    .join(_counted_unit, _counted_unit.c.id == _class_of.c.ancestor_id)
    .join(
        lineage,
        and_(
            lineage.c.unit_id == _class_of.c.ancestor_id,
            lineage.c.tree_on == _on,
            lineage.c.ancestor_id == _top,
        ),
    )
    .where(
        memberships.c.role == Role.PUPIL.value,
        memberships.c.state.in_(_ON_ROSTER),
        _counted_unit.c.kind == bindparam("kind"),
    )
    .group_by(_class_of.c.ancestor_id)
)


def sizes(conn: Connection, top_id: int, on: date, kind: str) -> dict[int, int]:
    """How many pupils are on the roster (sĩ số) of each unit of a kind in a subtree, smartphone or not."""
    rows = conn.execute(_SIZES, {"top_id": top_id, "on": on, "kind": kind})
    return {row.ancestor_id: row.pupils for row in rows}


_SIZE = (
    select(func.count())
    .select_from(memberships)
    .join(
        lineage,
        and_(
            lineage.c.unit_id == memberships.c.unit_id,
            lineage.c.tree_on == _on,
            lineage.c.ancestor_id == _top,
        ),
    )
    .where(memberships.c.role == Role.PUPIL.value, memberships.c.state.in_(_ON_ROSTER))
)


def size(conn: Connection, unit_id: int, on: date) -> int:
    """How many pupils are on the rosters of a unit and everything below it."""
    return conn.scalar(_SIZE, {"top_id": unit_id, "on": on}) or 0


_HOMEROOM = (
    select(memberships.c.unit_id, persons.c.full_name)
    .join(persons, persons.c.id == memberships.c.person_id)
    .join(
        lineage,
        and_(
            lineage.c.unit_id == memberships.c.unit_id,
            lineage.c.tree_on == _on,
            lineage.c.ancestor_id == _top,
        ),
    )
    .where(memberships.c.role == Role.HOMEROOM.value, memberships.c.state == MembershipState.ACTIVE.value)
    .order_by(persons.c.sort_key)
)


def homeroom_teachers(conn: Connection, top_id: int, on: date) -> dict[int, list[str]]:
    """The names of the homeroom teachers of the classes of a school."""
    found: dict[int, list[str]] = {}
    for row in conn.execute(_HOMEROOM, {"top_id": top_id, "on": on}):
        found.setdefault(row.unit_id, []).append(row.full_name)
    return found
