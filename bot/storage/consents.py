"""Proof of who agreed to what, when and where; a later answer replaces an earlier one."""

from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.domain.consent import Agreement
from bot.storage.tables import consents

_LATEST = (
    select(consents.c.agreement, consents.c.agreed)
    .where(consents.c.campaign_id == bindparam("campaign_id"), consents.c.person_id == bindparam("person_id"))
    .order_by(consents.c.id)
)
_RECORD = consents.insert()


def latest(conn: Connection, campaign_id: int, person_id: int) -> dict[Agreement, bool]:
    """The answers in force about one person's data in a campaign, by whose agreement it is."""
    rows = conn.execute(_LATEST, {"campaign_id": campaign_id, "person_id": person_id})
    return {Agreement(row.agreement): row.agreed for row in rows}


def record(
    conn: Connection,
    *,
    campaign_id: int,
    person_id: int,
    agreement: Agreement,
    agreed: bool,
    given_by: int,
    text_key: str,
    channel: str,
    now: datetime,
) -> None:
    """Write down an answer to a privacy notice."""
    conn.execute(
        _RECORD,
        {
            "campaign_id": campaign_id,
            "person_id": person_id,
            "agreement": agreement.value,
            "agreed": agreed,
            "given_by": given_by,
            "text_key": text_key,
            "channel": channel,
            "at": now,
        },
    )
