"""Campaigns that were started. Their rounds: `rounds.py`."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.campaigns import campaign_from_json
from bot.domain.campaigns import Campaign
from bot.storage.dialects import inserted_id
from bot.storage.memo import forget, recall
from bot.storage.prepared import Prepared
from bot.storage.tables import campaigns, rounds, standings


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


_BY_ID = Prepared(select(campaigns).where(campaigns.c.id == bindparam("id")))
_BY_SLUG = select(campaigns).where(campaigns.c.slug == bindparam("slug"))
_ALL = Prepared(select(campaigns).order_by(campaigns.c.started_at, campaigns.c.id))
_OF_STANDING = (
    select(campaigns)
    .join(rounds, rounds.c.campaign_id == campaigns.c.id)
    .join(standings, standings.c.round_id == rounds.c.id)
    .where(standings.c.id == bindparam("standing_id"))
)


def get(conn: Connection, campaign_id: int) -> Running:
    return recall(conn, ("campaign", campaign_id), lambda: _running(_BY_ID.one(conn, id=campaign_id)))


def by_slug(conn: Connection, slug: str) -> Running | None:
    row = conn.execute(_BY_SLUG, {"slug": slug}).one_or_none()
    return None if row is None else _running(row)


def of_standing(conn: Connection, standing_id: int) -> Running | None:
    """The campaign that a respondent owes something; None for a standing that does not exist."""
    row = conn.execute(_OF_STANDING, {"standing_id": standing_id}).one_or_none()
    return None if row is None else _running(row)


def every(conn: Connection) -> list[Running]:
    """All campaigns ever started, oldest first."""
    return list(recall(conn, "campaigns", lambda: [_running(row) for row in _ALL.rows(conn)]))


def start(
    conn: Connection, definition: dict[str, Any], scope_unit_id: int, today: date, now: datetime
) -> Running:
    """Put a campaign to work for a unit and everything below it. The planner writes down its tree."""
    written = json.dumps(definition, ensure_ascii=False, sort_keys=True)
    campaign = _parsed(written)
    tree_on = campaign.tree_on or today
    result = conn.execute(
        campaigns.insert(),
        {
            "slug": campaign.slug,
            "definition": written,
            "state": CampaignState.RUNNING.value,
            "scope_unit_id": scope_unit_id,
            "tree_on": tree_on,
            "started_at": now,
        },
    )
    forget(conn)
    return get(conn, inserted_id(result))


def set_state(conn: Connection, campaign_id: int, state: CampaignState, now: datetime) -> None:
    """Pause, resume or close; the time for which answers are kept runs from the close."""
    closed_at = now if state is CampaignState.CLOSED else None
    conn.execute(
        update(campaigns).where(campaigns.c.id == campaign_id).values(state=state.value, closed_at=closed_at)
    )
    forget(conn)
