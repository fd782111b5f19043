"""Telling the heads of the units concerned that a campaign has started: what is owed, and their own duty.

Công văn 1510, clause 1, asks the heads for nothing that can be counted, so that it is shown to them word
for word. It goes out as an announcement: at the pace of the channels, outside quiet hours, once, and it
can be taken back.
"""

from datetime import date, datetime

from bot.domain.address import Address
from bot.domain.announcing import ROLES, Group
from bot.domain.campaigns import Campaign
from bot.domain.deadlines import local
from bot.handlers.directive import obligation_line
from bot.storage import Connection, announcements
from bot.storage.campaigns import Running
from bot.texts import Texts


def tell_heads(
    conn: Connection,
    texts: Texts,
    running: Running,
    scope: str,
    now: datetime,
    *,
    by: int | None,
    signed: str,
) -> None:
    """Have everybody who answers for a unit of a campaign told of it; `scope` is its unit's name.

    `by` is whoever started it and knows; None: the operator's command line.
    """
    announcement_id = announcements.draft(
        conn,
        unit_id=running.scope_unit_id,
        author_id=by,
        text=_words(texts, running.campaign, scope, local(now).date()),
        signed=signed,
        now=now,
    )
    announcements.address(conn, announcement_id, running.scope_unit_id, ROLES[Group.LEADERS], signed)
    announcements.confirm(conn, announcement_id, now, urgent=running.campaign.emergency)


def _words(texts: Texts, campaign: Campaign, scope: str, today: date) -> str:
    """The clauses that concern units, in the order of the letter."""
    address, letter = Address.STRANGER, campaign.directive
    clauses = [
        (note.clause, texts("started-duty", address, clause=note.clause, text=note.text))
        for note in campaign.notes
        if note.heads
    ]
    clauses += [(one.clause, obligation_line(texts, address, one, today)) for one in campaign.obligations]
    head = texts(
        "started-head",
        address,
        scope=scope,
        title=campaign.title,
        directive=letter.number,
        issued=letter.issued_on,
        issuer=letter.issuer,
    )
    lines = [text for _, text in sorted(clauses, key=lambda clause: clause[0])]
    return "\n".join([head, *lines, texts("started-foot", address)])
