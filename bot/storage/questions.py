"""Questions that no campaign has an answer to: who asked, and whether somebody answered.

They are requests of a kind of their own, so that they go where other requests of a person go.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.names import search_key
from bot.storage.dialects import inserted_id
from bot.storage.tables import requests

KIND = "question"
#: Characters of a question that are kept and passed on.
LONGEST = 300
#: By when somebody should have answered.
ANSWERED_WITHIN = timedelta(days=3)

_BY_ID = select(requests).where(requests.c.id == bindparam("question_id"), requests.c.kind == KIND)
_OPEN = select(requests.c.id, requests.c.text).where(
    requests.c.person_id == bindparam("person_id"),
    requests.c.kind == KIND,
    requests.c.settled_at.is_(None),
)
_WAITING = (
    select(requests.c.id)
    .where(
        requests.c.unit_id.in_(bindparam("unit_ids", expanding=True)),
        requests.c.kind == KIND,
        requests.c.settled_at.is_(None),
    )
    .order_by(requests.c.asked_at, requests.c.id)
)
_SINCE = (
    select(func.count())
    .select_from(requests)
    .where(
        requests.c.person_id == bindparam("person_id"),
        requests.c.kind == KIND,
        requests.c.asked_at > bindparam("since", type_=requests.c.asked_at.type),
    )
)
_ANSWERED = (
    update(requests)
    .where(requests.c.id == bindparam("question_id"), requests.c.settled_at.is_(None))
    .values(settled_at=bindparam("now", type_=requests.c.settled_at.type), settled_by=bindparam("by"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that was passed on."""

    id: int
    person_id: int  #: who asked
    unit_id: int  #: the class or unit in which they asked it
    text: str
    answered: bool


def load(conn: Connection, question_id: int) -> Question | None:
    row = conn.execute(_BY_ID, {"question_id": question_id}).one_or_none()
    if row is None:
        return None
    return Question(
        id=row.id,
        person_id=row.person_id,
        unit_id=row.unit_id,
        text=row.text,
        answered=row.settled_at is not None,
    )


def waiting_in(conn: Connection, unit_ids: Sequence[int]) -> list[int]:
    """The ids of questions from these units that nobody has answered, the oldest first."""
    return list(conn.scalars(_WAITING, {"unit_ids": list(unit_ids)}))


def waits_already(conn: Connection, person_id: int, text: str) -> bool:
    """Whether the same question of the same person was passed on and has no answer yet."""
    asked = search_key(text[:LONGEST])
    return any(search_key(row.text) == asked for row in conn.execute(_OPEN, {"person_id": person_id}))


def count_since(conn: Connection, person_id: int, since: datetime) -> int:
    """How many questions of a person were passed on since then."""
    return conn.scalar(_SINCE, {"person_id": person_id, "since": since}) or 0


def add(conn: Connection, person_id: int, unit_id: int, text: str, now: datetime) -> Question:
    """Write down a question that is passed on."""
    row = {
        "person_id": person_id,
        "unit_id": unit_id,
        "kind": KIND,
        "text": text[:LONGEST],
        "asked_at": now,
        "due_at": now + ANSWERED_WITHIN,
    }
    question_id = inserted_id(conn.execute(requests.insert(), row))
    return Question(id=question_id, person_id=person_id, unit_id=unit_id, text=text[:LONGEST], answered=False)


def answered(conn: Connection, question_id: int, by: int, now: datetime) -> bool:
    """Somebody answers it; False where somebody else had done so before."""
    done = conn.execute(_ANSWERED, {"question_id": question_id, "by": by, "now": now})
    return done.rowcount == 1
