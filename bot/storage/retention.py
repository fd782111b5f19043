"""Letting go of what is no longer needed: answers after a campaign, chat texts after a month.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: kept only as long as the purpose needs. Counts stay, because
they name nobody; so does the proof of consent. Everything goes in slices, so that people's turns go
on meanwhile.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, or_, select, update

from bot.storage import campaigns as campaign_store
from bot.storage.campaigns import CampaignState, Running
from bot.storage.tables import campaigns, deliveries, inbox, rounds, sessions, standings, submissions

#: How long the words of a conversation are kept (domain: chat text 30 days).
CHATS_FOR = timedelta(days=30)
#: Rows that one transaction lets go of.
SLICE = 2_000


def ended_at(running: Running) -> datetime | None:
    """When a campaign's purpose ended: when it was closed, or its last deadline if every part has one."""
    if running.closed_at is not None:
        return running.closed_at
    dues = [obligation.due for obligation in running.campaign.obligations]
    if running.state is CampaignState.CLOSED or not all(dues):
        return None
    return max(due.before for due in dues if due is not None)


def overdue(conn: Connection, now: datetime) -> list[Running]:
    """The campaigns whose answers have to go now."""
    return [
        running
        for running in campaign_store.every(conn)
        if running.erased_at is None
        and (ended := ended_at(running)) is not None
        and ended + timedelta(days=running.campaign.retention_days) <= now
    ]


def erase_slice(conn: Connection, campaign_id: int, now: datetime) -> int:
    """Let go of some of a campaign's declarations; 0 when none is left, and the campaign is marked."""
    own = select(standings.c.id).join(rounds, rounds.c.id == standings.c.round_id)
    own = own.where(rounds.c.campaign_id == campaign_id)
    gone = _discard(conn, submissions, submissions.c.standing_id.in_(own))
    if not gone:
        gone = _discard(conn, standings, standings.c.id.in_(own))
    if not gone:
        conn.execute(update(campaigns).where(campaigns.c.id == campaign_id).values(erased_at=now))
    return gone


def forget_chats_slice(conn: Connection, now: datetime) -> int:
    """Let go of some words of conversations that are older than they may be; 0 when none is left."""
    before = now - CHATS_FOR
    ended = or_(deliveries.c.finished_at < before, deliveries.c.expires_at < before)
    return (
        _discard(conn, inbox, and_(inbox.c.received_at < before, inbox.c.state != "waiting"))
        + _discard(conn, deliveries, and_(ended, deliveries.c.state.not_in(["waiting", "sending"])))
        + conn.execute(delete(sessions).where(sessions.c.updated_at < before)).rowcount
    )


def _discard(conn: Connection, table: Table, condition: Any) -> int:
    some = select(table.c.id).where(condition).limit(SLICE)
    return conn.execute(delete(table).where(table.c.id.in_(some))).rowcount
