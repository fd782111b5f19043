"""A chat becomes somebody's: it is linked, the conversation is theirs, and what they owe is opened."""

from dataclasses import replace

from bot.domain.messages import Reply
from bot.domain.people import MembershipState
from bot.handlers import help as help_handler
from bot.handlers import invite_code, newcomers, tries
from bot.handlers.turn import Turn
from bot.storage import contacts, memberships, people, sessions, units


def become(turn: Turn, person_id: int) -> None:
    """From now on this chat is this person's."""
    tries.forgiven(turn)
    sessions.drop(turn.conn, sessions.owner_of(turn.contact))
    contacts.link(turn.conn, turn.contact.id, person_id)
    turn.contact = replace(turn.contact, person_id=person_id)
    turn.person = people.person(turn.conn, person_id)
    turn.memberships = memberships.memberships_of(turn.conn, person_id)
    turn.changed()


def settle_in(
    turn: Turn, person_id: int, *, unit_id: int | None = None, child_id: int | None = None
) -> Reply:
    """Registered: open what they owe, of this child first; a head hears who has been waiting for one.

    `unit_id`: where, if that need not be their first post.
    """
    become(turn, person_id)
    turn.session.end()
    first = turn.memberships[0]
    unit = units.get(turn.conn, unit_id or first.unit_id)
    if unit_id is None and first.state is MembershipState.PENDING:
        return Reply(text=turn.t("newcomer-waiting", unit=turn.school_of(unit.id).name))
    for held in turn.memberships:
        newcomers.tell_waiting(turn, held)
    return help_handler.welcome_in(turn, invite_code.place(turn, unit), child_id)
