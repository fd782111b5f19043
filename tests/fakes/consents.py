"""People who have agreed that what they declare is kept."""

from datetime import datetime

from bot.domain.consent import Agreement
from bot.storage import Connection, consents


def agree(
    conn: Connection, campaign_id: int, person_id: int, channel: str, now: datetime, *, agreed: bool = True
) -> None:
    """Somebody answers the privacy notice of a campaign for themselves."""
    consents.record(
        conn,
        campaign_id=campaign_id,
        person_id=person_id,
        agreement=Agreement.OWN,
        agreed=agreed,
        given_by=person_id,
        text_key="privacy-consent",
        channel=channel,
        now=now,
    )
