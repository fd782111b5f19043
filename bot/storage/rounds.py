"""Rounds: the due instances of a campaign's obligations, planned ahead or asked for by an officer.

A round that was withdrawn is kept, with what was declared in it, and is no round any more: nothing
here but `round_by_id` and `asked_for_by` finds it.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from bot.domain.forms import QuestionKind
from bot.domain.rounds import Round, RoundKind
from bot.storage.dialects import PerDialect, inserted_id
from bot.storage.rows import question_of
from bot.storage.tables import campaigns, rounds

_LOCK_ROUND = select(rounds.c.id).where(rounds.c.id == bindparam("round_id")).with_for_update()
_ROUND = select(rounds).where(rounds.c.id == bindparam("id"))
_ADD = PerDialect(lambda insert: insert(rounds).on_conflict_do_nothing())
_STANDS = rounds.c.withdrawn_at.is_(None)
_OF = (
    select(rounds)
    .where(rounds.c.campaign_id == bindparam("campaign_id"), _STANDS)
    .order_by(rounds.c.opens_at, rounds.c.id)
)
_UNOPENED = (
    select(rounds)
    .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
    .where(
        rounds.c.opened_at.is_(None),
        rounds.c.opens_at <= bindparam("now"),
        campaigns.c.state == "running",
        _STANDS,
    )
    .order_by(rounds.c.opens_at, rounds.c.id)
)
_OPENED = update(rounds).where(rounds.c.id == bindparam("round_id")).values(opened_at=bindparam("now"))
_LAST_SLOTS = (
    select(rounds.c.obligation, func.max(rounds.c.slot).label("slot"))
    .where(rounds.c.campaign_id == bindparam("campaign_id"), rounds.c.slot.is_not(None))
    .group_by(rounds.c.obligation)
)
_WITHDRAW = (
    update(rounds).where(rounds.c.id == bindparam("round_id"), _STANDS).values(withdrawn_at=bindparam("now"))
)
_ASKED_FOR = (
    select(rounds)
    .where(rounds.c.asked_by == bindparam("person_id"), rounds.c.kind == RoundKind.AD_HOC.value)
    .order_by(rounds.c.opens_at.desc(), rounds.c.id.desc())
    .limit(bindparam("up_to"))
)


def round_of(row: Any) -> Round:
    """A row of the table as the domain knows it."""
    return Round(
        id=row.id,
        campaign_id=row.campaign_id,
        obligation=row.obligation,
        kind=RoundKind(row.kind),
        slot=row.slot,
        label=row.label,
        question=question_of(row.question),
        scope_unit_id=row.scope_unit_id,
        asked_by=row.asked_by,
        withdrawn_at=row.withdrawn_at,
        opens_at=row.opens_at,
        due_before=row.due_before,
        opened_at=row.opened_at,
    )


def round_by_id(conn: Connection, round_id: int) -> Round:
    return round_of(conn.execute(_ROUND, {"id": round_id}).one())


def lock_round(conn: Connection, round_id: int) -> None:
    """Have whoever would add to this round or to its counts wait for the end of this transaction.

    First of all, before anything of the round is written: a lock that is made stronger is a deadlock.
    """
    conn.execute(_LOCK_ROUND, {"round_id": round_id})


def rounds_of(conn: Connection, campaign_id: int) -> list[Round]:
    """A campaign's rounds, earliest first."""
    return [round_of(row) for row in conn.execute(_OF, {"campaign_id": campaign_id})]


def add_rounds(conn: Connection, new: Iterable[dict[str, Any]]) -> None:
    """Write down rounds; a slot that is there already is left alone."""
    unsaid = dict.fromkeys(("slot", "due_before", "question", "scope_unit_id", "asked_by"))
    rows = [{"label": "", **unsaid, **row} for row in new]
    if rows:
        _ADD.run(conn, rows)


def last_slots(conn: Connection, campaign_id: int) -> dict[str, date]:
    """The latest slot that is written down, by obligation."""
    return {row.obligation: row.slot for row in conn.execute(_LAST_SLOTS, {"campaign_id": campaign_id})}


def due_to_open(conn: Connection, now: datetime) -> list[Round]:
    """Rounds of running campaigns whose time has come and whose respondents are not written down."""
    return [round_of(row) for row in conn.execute(_UNOPENED, {"now": now})]


def mark_opened(conn: Connection, round_id: int, now: datetime) -> None:
    conn.execute(_OPENED, {"round_id": round_id, "now": now})


# --- what officers ask for ----------------------------------------------------------------------


def ask(
    conn: Connection,
    *,
    campaign_id: int,
    obligation: str,
    label: str,
    question: QuestionKind | None,
    scope_unit_id: int,
    asked_by: int,
    opens_at: datetime,
    due_before: datetime,
) -> Round:
    """Write down an ad hoc round; the planner opens it when its time has come."""
    result = conn.execute(
        rounds.insert(),
        {
            "campaign_id": campaign_id,
            "obligation": obligation,
            "kind": RoundKind.AD_HOC.value,
            "label": label,
            "question": None if question is None else question.value,
            "scope_unit_id": scope_unit_id,
            "asked_by": asked_by,
            "opens_at": opens_at,
            "due_before": due_before,
        },
    )
    return round_by_id(conn, inserted_id(result))


def withdraw(conn: Connection, round_id: int, now: datetime) -> bool:
    """Whoever asked needs it no more: nobody owes it from now on. False where that was so already."""
    return conn.execute(_WITHDRAW, {"round_id": round_id, "now": now}).rowcount > 0


def asked_for_by(conn: Connection, person_id: int, limit: int) -> list[Round]:
    """The ad hoc rounds that somebody asked for, the latest first, withdrawn ones too."""
    return [round_of(row) for row in conn.execute(_ASKED_FOR, {"person_id": person_id, "up_to": limit})]
