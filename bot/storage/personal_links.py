"""Personal links, by which people without an app open the web form: made, opened, revoked."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.invites import end_after
from bot.domain.personal_links import DAYS, PersonalLink, is_token, link_in, near_the_end
from bot.domain.personal_links import token_of as sign
from bot.storage import audit, keys
from bot.storage.tables import personal_links

#: The name of the key that links are signed with.
KEY = "personal-links"

_COLUMNS = (
    personal_links.c.id,
    personal_links.c.person_id,
    personal_links.c.created_by,
    personal_links.c.created_at,
    personal_links.c.expires_at,
    personal_links.c.revoked_at,
)
_NEW = personal_links.insert().returning(*_COLUMNS)
_BY_ID = select(*_COLUMNS).where(personal_links.c.id == bindparam("link_id"))
#: Those that open now, the one that lasts longest first.
_OPEN = (
    select(*_COLUMNS)
    .where(
        personal_links.c.person_id == bindparam("person"),
        personal_links.c.revoked_at.is_(None),
        personal_links.c.expires_at > bindparam("now"),
    )
    .order_by(personal_links.c.expires_at.desc(), personal_links.c.id.desc())
)
_KEPT = (
    select(*_COLUMNS)
    .where(personal_links.c.person_id == bindparam("person"), personal_links.c.revoked_at.is_(None))
    .order_by(personal_links.c.id)
)
_REVOKE = (
    update(personal_links)
    .where(personal_links.c.person_id == bindparam("person"), personal_links.c.revoked_at.is_(None))
    .values(revoked_at=bindparam("now"))
)


def _link(row: Any) -> PersonalLink:
    return PersonalLink(
        id=row.id,
        person_id=row.person_id,
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
    )


def get(conn: Connection, link_id: int) -> PersonalLink:
    """The link with this id. Raises NotFound."""
    return _link(conn.execute(_BY_ID, {"link_id": link_id}).one())


def of_person(conn: Connection, person_id: int, now: datetime) -> PersonalLink | None:
    """The link that opens somebody's page now, and longest; None where there is none."""
    row = conn.execute(_OPEN, {"person": person_id, "now": now}).first()
    return None if row is None else _link(row)


def kept(conn: Connection, person_id: int) -> list[PersonalLink]:
    """Every link that somebody was given and that was not revoked, also those whose time is over."""
    return [_link(row) for row in conn.execute(_KEPT, {"person": person_id})]


def create(
    conn: Connection, person_id: int, now: datetime, *, by: int | None, days: int = DAYS
) -> PersonalLink:
    """Make a link that opens until the end of a day so many days from now; who did is written down."""
    audit.record(conn, action="personal-link", subject=f"person:{person_id}", now=now, person_id=by)
    terms = {"created_at": now, "expires_at": end_after(days, now)}
    return _link(conn.execute(_NEW, {"person_id": person_id, "created_by": by, **terms}).one())


def lasting(conn: Connection, person_id: int, now: datetime, *, by: int | None) -> PersonalLink:
    """The link to give somebody now: the one there is, or a new one where little of its time is left."""
    found = of_person(conn, person_id, now)
    return create(conn, person_id, now, by=by) if found is None or near_the_end(found, now) else found


def revoke(conn: Connection, person_id: int, now: datetime, *, by: int | None) -> int:
    """Every link of somebody opens nothing from now on; how many that did before."""
    ended = conn.execute(_REVOKE, {"person": person_id, "now": now}).rowcount
    if ended:
        audit.record(conn, action="personal-link-end", subject=f"person:{person_id}", now=now, person_id=by)
    return ended


def token_of(conn: Connection, link: PersonalLink) -> str:
    """What stands in the address of a link. Draws the key where there is none yet."""
    return sign(link.id, keys.key(conn, KEY))


def by_token(conn: Connection, token: str) -> PersonalLink | None:
    """The link whose address this is, whether it still opens or not; None for any other text. Only reads."""
    if not is_token(token) or (key := keys.find(conn, KEY)) is None:
        return None
    link_id = link_in(token, key)
    row = None if link_id is None else conn.execute(_BY_ID, {"link_id": link_id}).one_or_none()
    return None if row is None else _link(row)
