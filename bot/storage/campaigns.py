"""Campaigns that were started, and their rounds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.campaigns import campaign_from_json
from bot.domain.campaigns import Campaign
from bot.domain.rounds import Round, RoundKind
from bot.storage import units
from bot.storage.dialects import PerDialect, inserted_id
from bot.storage.rows import question_of
from bot.storage.tables import campaigns, rounds


class CampaignState(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A campaign put to work in a part of the tree."""

    id: int
    campaign: Campaign
    state: CampaignState
    scope_unit_id: int
    tree_on: date  #: the day whose tree it rolls up by
    started_at: datetime
    closed_at: datetime | None = None
    erased_at: datetime | None = None  #: when its declarations were let go of


@lru_cache(maxsize=64)
def _parsed(definition: str) -> Campaign:
    """Definitions never change once started, so the text itself is the best key."""
    return campaign_from_json(json.loads(definition))


def _running(row: Any) -> Running:
    return Running(
        id=row.id,
        campaign=_parsed(row.definition),
        state=CampaignState(row.state),
        scope_unit_id=row.scope_unit_id,
        tree_on=row.tree_on,
        started_at=row.started_at,
        closed_at=row.closed_at,
        erased_at=row.erased_at,
    )


_BY_ID = select(campaigns).where(campaigns.c.id == bindparam("id"))
_BY_SLUG = select(campaigns).where(campaigns.c.slug == bindparam("slug"))
_ALL = select(campaigns).order_by(campaigns.c.started_at, campaigns.c.id)


def get(conn: Connection, campaign_id: int) -> Running:
    return _running(conn.execute(_BY_ID, {"id": campaign_id}).one())


def by_slug(conn: Connection, slug: str) -> Running | None:
    row = conn.execute(_BY_SLUG, {"slug": slug}).one_or_none()
    return None if row is None else _running(row)


def every(conn: Connection) -> list[Running]:
    """All campaigns ever started, oldest first."""
    return [_running(row) for row in conn.execute(_ALL)]


def start(
    conn: Connection, definition: dict[str, Any], scope_unit_id: int, today: date, now: datetime
) -> Running:
    """Put a campaign to work for a unit and everything below it, and write down its tree."""
    campaign = campaign_from_json(definition)
    tree_on = campaign.tree_on or today
    result = conn.execute(
        campaigns.insert(),
        {
            "slug": campaign.slug,
            "definition": json.dumps(definition, ensure_ascii=False, sort_keys=True),
            "state": CampaignState.RUNNING.value,
            "scope_unit_id": scope_unit_id,
            "tree_on": tree_on,
            "started_at": now,
        },
    )
    units.build_lineage(conn, tree_on)
    return get(conn, inserted_id(result))


def set_state(conn: Connection, campaign_id: int, state: CampaignState, now: datetime) -> None:
    """Pause, resume or close; the time for which answers are kept runs from the close."""
    closed_at = now if state is CampaignState.CLOSED else None
    conn.execute(
        update(campaigns).where(campaigns.c.id == campaign_id).values(state=state.value, closed_at=closed_at)
    )


# --- rounds -------------------------------------------------------------------------------------

_LOCK_ROUND = select(rounds.c.id).where(rounds.c.id == bindparam("round_id")).with_for_update()
_ROUND = select(rounds).where(rounds.c.id == bindparam("id"))
_ADD_ROUND = PerDialect(lambda insert: insert(rounds).on_conflict_do_nothing())
_ROUNDS_OF = (
    select(rounds)
    .where(rounds.c.campaign_id == bindparam("campaign_id"))
    .order_by(rounds.c.opens_at, rounds.c.id)
)
_UNOPENED = (
    select(rounds)
    .join(campaigns, campaigns.c.id == rounds.c.campaign_id)
    .where(
        rounds.c.opened_at.is_(None), rounds.c.opens_at <= bindparam("now"), campaigns.c.state == "running"
    )
    .order_by(rounds.c.opens_at, rounds.c.id)
)
_OPENED = update(rounds).where(rounds.c.id == bindparam("round_id")).values(opened_at=bindparam("now"))


def _round(row: Any) -> Round:
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
        opens_at=row.opens_at,
        due_before=row.due_before,
        opened_at=row.opened_at,
    )


def round_by_id(conn: Connection, round_id: int) -> Round:
    return _round(conn.execute(_ROUND, {"id": round_id}).one())


def lock_round(conn: Connection, round_id: int) -> None:
    """Have whoever would add to this round or to its counts wait for the end of this transaction.

    First of all, before anything of the round is written: a lock that is made stronger is a deadlock.
    """
    conn.execute(_LOCK_ROUND, {"round_id": round_id})


def rounds_of(conn: Connection, campaign_id: int) -> list[Round]:
    """A campaign's rounds, earliest first."""
    return [_round(row) for row in conn.execute(_ROUNDS_OF, {"campaign_id": campaign_id})]


def add_rounds(conn: Connection, new: Iterable[dict[str, Any]]) -> None:
    """Write down rounds; a slot that is there already is left alone."""
    unsaid = dict.fromkeys(("slot", "due_before", "question", "scope_unit_id", "asked_by"))
    rows = [{"label": "", **unsaid, **row} for row in new]
    if rows:
        _ADD_ROUND.run(conn, rows)


def due_to_open(conn: Connection, now: datetime) -> list[Round]:
    """Rounds of running campaigns whose time has come and whose respondents are not written down."""
    return [_round(row) for row in conn.execute(_UNOPENED, {"now": now})]


def mark_opened(conn: Connection, round_id: int, now: datetime) -> None:
    conn.execute(_OPENED, {"round_id": round_id, "now": now})
