"""Claims: somebody says that a name is theirs which is taken, or a head's, with a code that many have.

Nothing is given away: whoever may decide is asked, with the advice to ask the person themself, and the
chat that claims is linked only after their yes. A second claim of a principal's name is told at once.
"""

from bot.domain.address import Address, address_of
from bot.domain.messages import Choice, Lane, Reply
from bot.domain.people import Contact, Membership, Person, Role
from bot.domain.permissions import Action
from bot.handlers import deciders
from bot.handlers import person_card as cards
from bot.handlers.turn import REGISTER, Session, Turn
from bot.storage import audit, contacts, deliveries, invites, memberships, people, personal_links, sessions
from bot.storage.people import Candidate
from bot.texts.answers import ROLE_KEYS


def needed(turn: Turn, candidate: Candidate, role: Role) -> Reply | None:
    """What to say where a name is not simply theirs; None where it may be."""
    held = candidate.membership
    if candidate.taken:
        return taken(turn, held, candidate.full_name)
    if role is held.role or not deciders.is_leading(held.role):
        return None
    # The staff room's code is on a poster: it makes nobody the head.
    if role is Role.STAFF and turn.person is None:
        turn.session.data.update(stage="name", claim=held.id)
        return Reply(
            text=turn.t("claim-head", name=candidate.full_name, role=turn.t(ROLE_KEYS[held.role])),
            choices=(turn.choice("button-claim", "claim"), turn.choice("button-type-again", "name")),
        )
    return None


def taken(turn: Turn, held: Membership, name: str) -> Reply:
    """Somebody has registered under this name: a way to the second chat, and one to the school."""
    turn.session.data["stage"] = "name"
    if turn.person is not None:
        return Reply(
            text=turn.t("identity-taken", name=name), choices=(turn.choice("button-type-again", "name"),)
        )
    turn.session.data["claim"] = held.id
    if held.role in deciders.FROM_ABOVE:
        return ask(turn)
    return Reply(
        text=turn.t("identity-taken", name=name),
        choices=(turn.choice("button-claim", "claim"), turn.choice("button-type-again", "name")),
    )


def ask(turn: Turn) -> Reply:
    """They claim the name: whoever may decide hears of it, once a day."""
    membership_id = turn.session.data.get("claim")
    if membership_id is None or turn.person is not None:
        return Reply(text=turn.t("err-unknown"))
    if turn.session.data.get("refused") == membership_id:
        return Reply(text=turn.t("claim-refused-told"))
    held = memberships.membership(turn.conn, membership_id)
    name = turn.name_of(held.person_id)
    asked = deciders.of(turn, held.unit_id, held.role, but=held.person_id)
    again = turn.choice("button-type-again", "name")
    if not asked:
        return Reply(text=turn.t("claim-nobody", name=name), choices=(again,))
    for head in asked:
        key = f"claim:{held.id}:{turn.contact.id}:{turn.today.isoformat()}:{head.id}"
        turn.tell(head.id, _request(turn, held, name, _address(turn, head)), key)
    audit.record(
        turn.conn,
        action="claim",
        subject=f"membership:{held.id}",
        now=turn.now,
        detail=f"contact:{turn.contact.id}",
    )
    return Reply(text=turn.t("claim-sent", name=name), choices=(again,))


def _address(turn: Turn, head: Person) -> Address:
    return address_of(head, memberships.memberships_of(turn.conn, head.id)[0].role)


def _request(turn: Turn, held: Membership, name: str, address: Address) -> Reply:
    registered = bool(contacts.contacts_of(turn.conn, held.person_id))
    text = turn.texts(
        "claim-request-taken" if registered else "claim-request",
        address,
        name=name,
        role=turn.texts(ROLE_KEYS[held.role]),
        unit=turn.school_of(held.unit_id).name,
    )
    action = f"claimed:{held.id}:{turn.contact.id}"
    return Reply(
        text=text,
        choices=(
            Choice(label=turn.texts("button-claim-right", address), action=f"{action}:yes"),
            Choice(label=turn.texts("button-claim-wrong", address), action=f"{action}:no"),
        ),
    )


def decide(turn: Turn, membership_id: int, contact_id: int, *, accepted: bool) -> Reply:
    """It is them, and the chat is theirs from now on, or it is not. The first answer counts."""
    held = memberships.membership(turn.conn, membership_id)
    if not deciders.may_decide(turn, held.unit_id, held.role) or held.person_id == turn.person_id:
        return Reply(text=turn.t("err-not-allowed"))
    name = turn.name_of(held.person_id)
    claimant = contacts.contact_by_id(turn.conn, contact_id)
    session = Session.from_json(sessions.load(turn.conn, sessions.owner_of(claimant)))
    # The button may be made up: only a chat that claims this very name is given it.
    claims_it = session.topic == REGISTER and session.data.get("claim") == membership_id
    if claimant.person_id is not None or not claims_it:
        return Reply(text=turn.t("claim-decided", name=name))
    _recorded(turn, "claim-accept" if accepted else "claim-refuse", held, claimant)
    if not accepted:
        session.data["refused"] = session.data.pop("claim")
        sessions.save(turn.conn, sessions.owner_of(claimant), session.to_json(), turn.now)
        _write(turn, claimant, Reply(text=turn.texts("claim-refused-told")), f"claim-no:{held.id}")
        return Reply(text=turn.t("claim-refused", name=name))
    _release(turn, held, name)
    sessions.drop(turn.conn, sessions.owner_of(claimant))
    contacts.link(turn.conn, claimant.id, held.person_id)
    contacts.attempts(turn.conn, claimant.id, 0, None)
    invites.use(turn.conn, session.data["invite_id"], turn.now)
    theirs = address_of(people.person(turn.conn, held.person_id), held.role)
    told = Reply(
        text=turn.texts("newcomer-approved", theirs),
        choices=(Choice(label=turn.texts("button-declare", theirs), action="tasks"),),
    )
    _write(turn, claimant, told, f"claim-yes:{held.id}")
    return Reply(text=turn.t("claim-accepted", name=name))


def release(turn: Turn, membership_id: int, *, confirmed: bool) -> Reply:
    """A head takes a name from whoever registered under it: the right person registers anew."""
    held = cards.of(turn, membership_id, Action.APPROVE)
    if isinstance(held, Reply):
        return held
    name = turn.name_of(held.person_id)
    if not contacts.contacts_of(turn.conn, held.person_id):
        return cards.changed(turn, turn.t("release-done", name=name))
    if not confirmed:
        return Reply(
            text=turn.t("release-confirm", name=name),
            choices=(
                turn.choice("button-confirm", f"release:{held.id}:yes"),
                turn.choice("button-not-now", f"person:{held.id}"),
            ),
        )
    _release(turn, held, name)
    _recorded(turn, "release", held, None)
    return cards.changed(turn, turn.t("release-done", name=name))


def _release(turn: Turn, held: Membership, name: str) -> None:
    """The chats that were linked are nobody's; each is told. Links end; what was declared stays."""
    for chat in contacts.release(turn.conn, held.person_id):
        _write(turn, chat, Reply(text=turn.texts("released-told", name=name)), f"released:{held.id}")
    sessions.drop(turn.conn, f"person:{held.person_id}")
    personal_links.revoke(turn.conn, held.person_id, turn.now, by=turn.person_id)


def _recorded(turn: Turn, action: str, held: Membership, claimant: Contact | None) -> None:
    audit.record(
        turn.conn,
        action=action,
        subject=f"membership:{held.id}",
        now=turn.now,
        person_id=turn.person_id,
        detail=f"contact:{claimant.id}" if claimant else "",
    )


def _write(turn: Turn, chat: Contact, reply: Reply, key: str) -> None:
    """A message to a chat that is, or is no longer, anybody's."""
    deliveries.queue(
        turn.conn,
        contact=chat,
        body=reply,
        lane=Lane.ANSWER,
        kind="notice",
        dedupe_key=f"{key}:{chat.id}:{turn.now.isoformat()}",
        person_id=None,
        now=turn.now,
    )
