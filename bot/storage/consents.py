"""Proof of who agreed to what, when and where; a later answer replaces an earlier one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from bot.domain.consent import Agreement, covers
from bot.storage.prepared import Prepared
from bot.storage.tables import consents

_LATEST = Prepared(
    select(consents.c.agreement, consents.c.agreed, consents.c.text_key)
    .where(consents.c.campaign_id == bindparam("campaign_id"), consents.c.person_id == bindparam("person_id"))
    .order_by(consents.c.id)
)
_HISTORY = select(consents).where(consents.c.person_id == bindparam("person_id")).order_by(consents.c.id)
_RECORD = consents.insert()


def latest(
    conn: Connection, campaign_id: int, person_id: int, *, sensitive: bool = False
) -> dict[Agreement, bool]:
    """The answers in force about one person's data in a campaign, by whose agreement it is.

    A yes that was given to a notice of another purpose is none.
    """
    rows = _LATEST.rows(conn, campaign_id=campaign_id, person_id=person_id)
    found = {Agreement(row.agreement): row for row in rows}
    return {
        agreement: row.agreed
        for agreement, row in found.items()
        if not row.agreed or covers(row.text_key, sensitive=sensitive)
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One answer to a privacy notice."""

    campaign_id: int
    agreement: Agreement
    agreed: bool
    given_by: int
    at: datetime


def history(conn: Connection, person_id: int) -> list[Consent]:
    """Every answer that was given about one person's data, the first one first."""
    return [
        Consent(
            campaign_id=row.campaign_id,
            agreement=Agreement(row.agreement),
            agreed=row.agreed,
            given_by=row.given_by,
            at=row.at,
        )
        for row in conn.execute(_HISTORY, {"person_id": person_id})
    ]


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
