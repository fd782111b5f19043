"""Forgetting: a person's whole data at their wish, or what they declared in one campaign.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: identity and answers go, at once, also while a campaign runs.
What the declarations came to goes on being counted, as nobody's, so no figure that was reported changes;
of the person a row without a name is left, to which point the proof of consent, the record of what was
done, and what they declared for others.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, or_, select, update

from bot.domain.consent import Agreement
from bot.domain.names import search_key
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.standings import Stopped
from bot.storage import (
    audit,
    campaigns,
    consents,
    contacts,
    forgotten,
    opening,
    people,
    rounds,
    sessions,
    standings,
    unlinked,
)
from bot.storage import memberships as membership_store
from bot.storage.campaigns import Running
from bot.storage.deliveries import DeliveryState
from bot.storage.tables import (
    deliveries,
    files,
    follow_ups,
    guardians,
    imports,
    inbox,
    join_codes,
    memberships,
    occasions,
    personal_links,
    persons,
    planned,
    requests,
    transfers,
)
from bot.storage.tables import rounds as rounds_table
from bot.storage.tables import standings as standings_table

#: The kind of a file that shows somebody what is kept about them.
OWN_DATA = "own-data"
#: Which text is kept with a consent that was taken back.
WITHDRAWN = "consent-withdrawn"

_person: Any = bindparam("of_person")
_OF_PERSON = select(*membership_store.COLUMNS).where(memberships.c.person_id == _person)
_STANDINGS = (
    select(standings_table.c.id, rounds_table.c.campaign_id)
    .join(memberships, memberships.c.id == standings_table.c.membership_id)
    .join(rounds_table, rounds_table.c.id == standings_table.c.round_id)
    .where(memberships.c.person_id == _person)
    .order_by(standings_table.c.id)
)
_EXPECTED = select(standings_table.c.id).where(
    standings_table.c.round_id == bindparam("of_round"),
    standings_table.c.membership_id == bindparam("of_membership"),
    or_(standings_table.c.stopped.is_(None), standings_table.c.stopped != Stopped.LEFT.value),
)
_END = (
    update(memberships)
    .where(memberships.c.person_id == _person)
    .values(
        state=MembershipState.LEFT.value,
        until=bindparam("now", type_=memberships.c.until.type),
        position="",
        group_name="",
        code="",
        has_smartphone=None,
    )
)
_BLANK = (
    update(persons)
    .where(persons.c.id == _person)
    .values(
        full_name="",
        search_key=bindparam("mark"),
        sort_key="",
        gender=None,
        age_band=None,
        erased_at=bindparam("now", type_=persons.c.erased_at.type),
    )
)
_posts = select(memberships.c.id).where(memberships.c.person_id == _person)
_THEIRS = (
    delete(transfers).where(transfers.c.membership_id.in_(_posts)),
    delete(guardians).where(or_(guardians.c.guardian_id == _person, guardians.c.child_id == _person)),
    delete(requests).where(requests.c.person_id == _person),
    delete(join_codes).where(join_codes.c.person_id == _person),
    delete(personal_links).where(personal_links.c.person_id == _person),
    delete(follow_ups).where(follow_ups.c.person_id == _person),
    delete(planned).where(planned.c.person_id == _person, planned.c.occasion_id.in_(select(occasions.c.id))),
    delete(files).where(
        and_(
            files.c.request["kind"].as_string() == OWN_DATA,
            files.c.request["person"].as_integer() == _person,
        )
    ),
)
_SAID = delete(inbox).where(
    inbox.c.channel == bindparam("on_channel"),
    inbox.c.chat == bindparam("in_chat"),
    inbox.c.state != "waiting",  # the message that is being answered; it goes with the month
)
_SENT_IN = delete(imports).where(imports.c.contact_id == bindparam("of_contact"))
_theirs = or_(deliveries.c.contact_id == bindparam("of_contact"), deliveries.c.person_id == _person)
#: The rows stay, empty, until the month is over: their ids and keys are not given out anew.
_TOLD = update(deliveries).where(_theirs).values(body=None, person_id=None)
_UNSAID = (
    update(deliveries)
    .where(_theirs, deliveries.c.state.in_([DeliveryState.WAITING.value, DeliveryState.PAUSED.value]))
    .values(
        state=DeliveryState.CANCELLED.value,
        finished_at=bindparam("now", type_=deliveries.c.finished_at.type),
    )
)


def erase(conn: Connection, person_id: int, now: datetime, *, by: int) -> None:
    """Forget somebody. Tallies stay as they are; repeating it is a no-op."""
    theirs = {"of_person": person_id}
    for held in [membership_store.membership_of(row) for row in conn.execute(_OF_PERSON, theirs)]:
        _count_exempt(conn, held)
    conn.execute(_END, theirs | {"now": now})
    for row in conn.execute(_STANDINGS, theirs).all():
        standings.unlink(conn, row.id)
    _forget_chats(conn, person_id, now)
    _unname_parents(conn, person_id)
    for statement in _THEIRS:
        conn.execute(statement, theirs)
    known_by = people.person(conn, person_id).full_name
    mark = forgotten.mark(conn, search_key(known_by)) if known_by else ""
    conn.execute(_BLANK, theirs | {"now": now, "mark": mark})
    audit.record(conn, action="erase", subject=f"person:{person_id}", now=now, person_id=by)


def _count_exempt(conn: Connection, held: Membership) -> None:
    """A pupil who is asked for nothing for want of a smartphone is one of the class nevertheless."""
    on_roster = held.state in (MembershipState.ACTIVE, MembershipState.ON_LEAVE)
    if held.role is not Role.PUPIL or held.has_smartphone is not False or not on_roster:
        return
    for running in campaigns.every(conn):
        for round_ in [] if running.erased_at is not None else rounds.rounds_of(conn, running.id):
            audience = running.campaign.obligation(round_.obligation).audience
            if not audience.smartphone_only or Role.PUPIL not in audience.roles:
                continue
            asked = {"of_round": round_.id, "of_membership": held.id}
            if conn.scalar(_EXPECTED, asked) is None:
                unlinked.add(conn, round_.id, held.unit_id, {unlinked.EXEMPT: 1})


def _unname_parents(conn: Connection, child_id: int) -> None:
    """Parents are known by the name of their child ("Phụ huynh em …"), which goes with it."""
    name = people.person(conn, child_id).full_name
    for guardian_id in people.guardians_of(conn, child_id) if name else []:
        left = " ".join(people.person(conn, guardian_id).full_name.replace(name, "").split())
        people.rename(conn, guardian_id, left)


def _forget_chats(conn: Connection, person_id: int, now: datetime) -> None:
    """What was said on both sides, and whose chats they were."""
    for chat in contacts.release(conn, person_id):
        theirs = {"of_contact": chat.id, "of_person": person_id}
        conn.execute(_SAID, {"on_channel": chat.channel, "in_chat": chat.chat})
        conn.execute(_SENT_IN, {"of_contact": chat.id})
        conn.execute(_UNSAID, theirs | {"now": now})
        conn.execute(_TOLD, theirs)
    sessions.drop(conn, f"person:{person_id}")


def withdraw_consent(
    conn: Connection, running: Running, subject_id: int, *, by: int, channel: str, now: datetime
) -> list[int]:
    """Take back somebody's consent to one campaign, at once; the ids of the standings it was about.

    What they declared is deleted. Where the round still runs it counts no more, and they report
    directly; where it is over its figures stay, as nobody's.
    """
    consents.record(
        conn,
        campaign_id=running.id,
        person_id=subject_id,
        agreement=Agreement.OWN if by == subject_id else Agreement.GUARDIAN,
        agreed=False,
        given_by=by,
        text_key=WITHDRAWN,
        channel=channel,
        now=now,
    )
    posts = [
        membership_store.membership_of(row) for row in conn.execute(_OF_PERSON, {"of_person": subject_id})
    ]
    still_open = {
        one.id
        for held in posts
        for one in opening.open_standings(conn, held.id, now)
        if one.stopped is not Stopped.LEFT
    }
    rows = conn.execute(_STANDINGS, {"of_person": subject_id}).all()
    found = [row.id for row in rows if row.campaign_id == running.id]
    for standing_id in found:
        if standing_id in still_open:
            standings.withdraw(conn, standing_id)
        else:
            standings.unlink(conn, standing_id)
    audit.record(conn, action="consent-withdrawn", subject=f"campaign:{running.id}", now=now, person_id=by)
    return found
