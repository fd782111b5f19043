"""Letting go of what is no longer needed: answers after a campaign, chat texts after a month.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: kept only as long as the purpose needs. Counts stay, because
they name nobody; so does the proof of consent. Everything goes in slices, so that people's turns go
on meanwhile.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, func, or_, select, update

from bot.storage import campaigns as campaign_store
from bot.storage import questions
from bot.storage.campaigns import CampaignState, Running
from bot.storage.memo import forget
from bot.storage.tables import (
    alerts,
    announcements,
    campaigns,
    class_reports,
    consents,
    daily_tallies,
    deliveries,
    imports,
    inbox,
    link_checks,
    occasions,
    persons,
    planned,
    requests,
    rounds,
    sessions,
    standings,
    submissions,
    unlinked,
)

#: How long the words of a conversation are kept (domain: chat text 30 days).
CHATS_FOR = timedelta(days=30)
#: How long it can be proved who agreed to what, after the declarations went (domain: 24 months).
PROOF_FOR = timedelta(days=731)
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
    its_rounds = select(rounds.c.id).where(rounds.c.campaign_id == campaign_id)
    if not gone:
        conn.execute(delete(class_reports).where(class_reports.c.round_id.in_(its_rounds)))
        conn.execute(delete(link_checks).where(link_checks.c.standing_id.in_(own)))
        conn.execute(delete(alerts).where(alerts.c.standing_id.in_(own)))
        gone = _discard(conn, standings, standings.c.id.in_(own))
    if not gone:
        conn.execute(delete(unlinked).where(unlinked.c.round_id.in_(its_rounds)))
        gone = _discard_day(conn, its_rounds)
    if not gone:
        conn.execute(update(campaigns).where(campaigns.c.id == campaign_id).values(erased_at=now))
        forget(conn)
    return gone


def forget_chats_slice(conn: Connection, now: datetime) -> int:
    """Let go of some words of conversations that are older than they may be; 0 when none is left."""
    before = now - CHATS_FOR
    # A question is chat; what somebody wants changed of their data waits until it is settled.
    answered = or_(requests.c.settled_at < before, requests.c.kind == questions.KIND)
    over = announcements.c.state.not_in(["queueing"])
    ended = or_(deliveries.c.finished_at < before, deliveries.c.expires_at < before)
    return (
        _discard(conn, inbox, and_(inbox.c.received_at < before, inbox.c.state != "waiting"))
        + _discard(conn, deliveries, and_(ended, deliveries.c.state.not_in(["waiting", "sending"])))
        + _forget_planned(conn, before)
        + _discard(conn, requests, and_(requests.c.asked_at < before, answered))
        + _discard(conn, announcements, and_(announcements.c.created_at < before, over))
        + _discard(conn, imports, and_(imports.c.created_at < before, imports.c.state != "wanted"))
        + conn.execute(delete(sessions).where(sessions.c.updated_at < before)).rowcount
    )


def _forget_planned(conn: Connection, before: datetime) -> int:
    """Some of those who were to be told on an occasion; the occasion itself goes last."""
    oldest = conn.scalar(
        select(occasions.c.id).where(occasions.c.expires_at < before).order_by(occasions.c.id).limit(1)
    )
    if oldest is None:
        return 0
    some = select(planned.c.person_id).where(planned.c.occasion_id == oldest).limit(SLICE)
    gone = conn.execute(
        delete(planned).where(planned.c.occasion_id == oldest, planned.c.person_id.in_(some))
    ).rowcount
    return gone or conn.execute(delete(occasions).where(occasions.c.id == oldest)).rowcount


def forget_proof_slice(conn: Connection, now: datetime) -> int:
    """Let go of some consents that need no proof any more; 0 when none is left.

    A consent is proved as long as anything is kept that was declared by it, and for `PROOF_FOR` after it
    was given, taken back, or the person was deleted.
    """
    before = now - PROOF_FOR
    let_go = select(campaigns.c.id).where(campaigns.c.erased_at < before)
    erased = select(persons.c.id).where(persons.c.erased_at < before)
    old = or_(consents.c.campaign_id.in_(let_go), consents.c.person_id.in_(erased))
    return _discard(conn, consents, and_(consents.c.at < before, old))


def _discard_day(conn: Connection, its_rounds: Any) -> int:
    """The trend of one day: what a slice of the others is."""
    day = (
        select(func.min(daily_tallies.c.day))
        .where(daily_tallies.c.round_id.in_(its_rounds))
        .scalar_subquery()
    )
    return conn.execute(
        delete(daily_tallies).where(daily_tallies.c.round_id.in_(its_rounds), daily_tallies.c.day == day)
    ).rowcount


def _discard(conn: Connection, table: Table, condition: Any) -> int:
    some = select(table.c.id).where(condition).limit(SLICE)
    return conn.execute(delete(table).where(table.c.id.in_(some))).rowcount
