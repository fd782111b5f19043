"""Everything that somebody declared, or had declared for them, as they are shown it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.domain.forms import Answers
from bot.domain.rounds import Round
from bot.domain.standings import Standing
from bot.storage import campaigns, rounds
from bot.storage.campaigns import Running
from bot.storage.rows import standing_of
from bot.storage.tables import follow_ups, memberships, persons, standings, submissions

_STANDINGS = (
    select(standings)
    .join(memberships, memberships.c.id == standings.c.membership_id)
    .where(memberships.c.person_id == bindparam("person_id"))
    .order_by(standings.c.id)
)
_REVISIONS = (
    select(
        submissions.c.standing_id,
        submissions.c.answers,
        submissions.c.submitted_at,
        submissions.c.submitted_by,
        persons.c.full_name,
    )
    .join(persons, persons.c.id == submissions.c.submitted_by)
    .where(submissions.c.standing_id.in_(bindparam("standings", expanding=True)))
    .order_by(submissions.c.standing_id, submissions.c.revision)
)
_FOLLOW_UP = select(follow_ups.c.at).where(follow_ups.c.person_id == bindparam("person_id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """Where somebody stands in a round, and what they declared in it."""

    running: Running
    round: Round
    standing: Standing
    answers: Answers | None  #: as they count now
    revisions: int
    at: datetime | None  #: the last revision
    by_others: Mapping[int, str]  #: who declared it for them: person → name, empty for somebody erased


def declared(conn: Connection, person_id: int) -> list[Declared]:
    """Every round that somebody was or is expected in, the first one first."""
    found = [standing_of(row) for row in conn.execute(_STANDINGS, {"person_id": person_id})]
    rows = conn.execute(_REVISIONS, {"standings": [one.id for one in found]}).all()
    result = []
    for standing in found:
        own = [row for row in rows if row.standing_id == standing.id]
        round_ = rounds.round_by_id(conn, standing.round_id)
        result.append(
            Declared(
                running=campaigns.get(conn, round_.campaign_id),
                round=round_,
                standing=standing,
                answers=own[-1].answers if own else None,
                revisions=len(own),
                at=own[-1].submitted_at if own else None,
                by_others={row.submitted_by: row.full_name for row in own if row.submitted_by != person_id},
            )
        )
    return result


def next_follow_up(conn: Connection, person_id: int) -> datetime | None:
    """When somebody asked to be reminded next."""
    found: datetime | None = conn.scalar(_FOLLOW_UP, {"person_id": person_id})
    return found
