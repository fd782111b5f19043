"""Somebody goes on in another school: one head asks, by the school's code; the other one says yes."""

from collections.abc import Mapping

from bot.domain.address import Address, address_of
from bot.domain.messages import Choice, Reply
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.units import SCHOOL, Unit
from bot.handlers import person_card as cards
from bot.handlers.turn import PEOPLE, Turn, combine
from bot.storage import audit, memberships, people, posts, transfers, units
from bot.storage.transfers import Transfer
from bot.texts.answers import ROLE_KEYS


def ask_school(turn: Turn, membership_id: int) -> Reply:
    """Which school do they go to?"""
    held = cards.of(turn, membership_id, Action.CHANGE_ROSTER)
    if isinstance(held, Reply):
        return held
    turn.session.begin(PEOPLE, stage="school", membership_id=held.id)
    name = turn.name_of(held.person_id)
    return Reply(
        text=turn.t("transfer-code", name=name),
        choices=(turn.choice("button-not-now", f"person:{held.id}"),),
    )


def code_typed(turn: Turn, text: str) -> Reply | None:
    """The code of the school; None where the message is about something else."""
    held = cards.of(turn, turn.session.data["membership_id"], Action.CHANGE_ROSTER)
    if isinstance(held, Reply):
        return held
    target = units.by_code(turn.conn, text) if len(text) <= 40 else None
    if target is None or target.kind != SCHOOL:
        intent = turn.read(text, Asked(), Vocabulary()).intent
        if len(text.split()) > 1 and intent not in (Intent.UNKNOWN, Intent.FOR_OTHERS):
            turn.session.end()
            return None
        return combine(turn.t("transfer-unknown"), ask_school(turn, held.id))
    return to(turn, held.id, target.id, confirmed=False)


def to(turn: Turn, membership_id: int, unit_id: int, *, confirmed: bool) -> Reply:
    """Ask the other school to take somebody in; where they lead both, it is done at once."""
    held = cards.of(turn, membership_id, Action.CHANGE_ROSTER)
    if isinstance(held, Reply):
        return held
    target = units.get(turn.conn, unit_id)
    name = turn.name_of(held.person_id)
    if turn.school_of(held.unit_id).id == target.id or _is_there(turn, held, target):
        return cards.changed(turn, turn.t("transfer-there", name=name, unit=target.name))
    if held.state not in (MembershipState.ACTIVE, MembershipState.ON_LEAVE) or target.kind != SCHOOL:
        return Reply(text=turn.t("err-not-allowed"))
    asked = transfers.open_of(turn.conn, held.id)
    if asked is not None and asked.to_unit_id == target.id:
        return cards.changed(turn, turn.t("transfer-asked", name=name, unit=target.name))
    if not confirmed:
        above = units.parent(turn.conn, target.id, turn.today)
        place = f"{target.name}, {above.name}" if above else target.name
        return Reply(
            text=turn.t("transfer-confirm", name=name, unit=place),
            choices=(
                turn.choice("button-confirm", f"transfer-to:{held.id}:{target.id}:yes"),
                turn.choice("button-not-now", f"person:{held.id}"),
            ),
        )
    if turn.may(Action.CHANGE_ROSTER, target.id):
        posts.move(turn.conn, held, target.id, turn.now)
        audit.record(
            turn.conn,
            action="move",
            subject=f"membership:{held.id}",
            now=turn.now,
            person_id=turn.person_id,
            detail=f"unit:{held.unit_id} to unit:{target.id}",
        )
        return cards.changed(turn, turn.t("transfer-done", name=name, unit=target.name))
    transfer = transfers.ask(turn.conn, held.id, target.id, by=turn.person_id, now=turn.now)
    told = _tell_receivers(turn, transfer, target)
    return cards.changed(
        turn, turn.t("transfer-asked" if told else "transfer-nobody", name=name, unit=target.name)
    )


def _is_there(turn: Turn, held: Membership, target: Unit) -> bool:
    """Whether they have such a post there already: two of one kind would be one too many."""
    return any(
        m.role is held.role and turn.school_of(m.unit_id).id == target.id
        for m in memberships.memberships_of(turn.conn, held.person_id)
    )


def take_back(turn: Turn, transfer_id: int) -> Reply:
    """They stay after all."""
    transfer = transfers.get(turn.conn, transfer_id)
    held = cards.of(turn, transfer.membership_id, Action.CHANGE_ROSTER)
    if isinstance(held, Reply):
        return held
    transfers.take_back(turn.conn, transfer, by=turn.person_id, now=turn.now)
    return cards.card(turn, held.id)


# --- the school that is asked -------------------------------------------------------------------


def _tell_receivers(turn: Turn, transfer: Transfer, target: Unit) -> bool:
    """The heads of the other school hear of it; False where it has none who can."""
    heads = [
        head
        for head, _ in memberships.holders(turn.conn, target.id, (Role.PRINCIPAL, Role.DEPUTY))
        if head.contact_id is not None
    ]
    for head in heads:
        request = _request(turn, transfer, address_of(head, Role.PRINCIPAL))
        turn.tell(head.id, request, f"coming:{transfer.id}:{head.id}")
    return bool(heads)


def _request(turn: Turn, transfer: Transfer, address: Address) -> Reply:
    held = memberships.membership(turn.conn, transfer.membership_id)
    text = turn.texts(
        "coming-request",
        address,
        name=turn.name_of(held.person_id),
        role=turn.texts(ROLE_KEYS[held.role]),
        source=turn.school_of(held.unit_id).name,
        unit=units.get(turn.conn, transfer.to_unit_id).name,
    )
    return Reply(
        text=text,
        choices=(
            Choice(label=turn.texts("button-take-in", address), action=f"receive:{transfer.id}:yes"),
            Choice(label=turn.texts("button-reject", address), action=f"receive:{transfer.id}:no"),
        ),
    )


def coming(turn: Turn, transfer_id: int) -> Reply:
    """What was asked, once more."""
    transfer = transfers.get(turn.conn, transfer_id)
    if not turn.may(Action.APPROVE, transfer.to_unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    return _request(turn, transfer, turn.address)


def receive(turn: Turn, transfer_id: int, *, accepted: bool) -> Reply:
    """The other head says yes, and they go on there; or no, and they stay. The first answer counts."""
    transfer = transfers.get(turn.conn, transfer_id)
    if not turn.may(Action.APPROVE, transfer.to_unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    held = memberships.membership(turn.conn, transfer.membership_id)
    name = turn.name_of(held.person_id)
    here = held.state in (MembershipState.ACTIVE, MembershipState.ON_LEAVE)
    if not here or not transfers.decide(
        turn.conn, transfer, accepted=accepted, by=turn.person_id, now=turn.now
    ):
        return Reply(text=turn.t("coming-decided", name=name))
    unit = units.get(turn.conn, transfer.to_unit_id)
    asker = people.person(turn.conn, transfer.asked_by)
    outcome = turn.texts(OUTCOME_KEYS[accepted], address_of(asker, Role.PRINCIPAL), name=name, unit=unit.name)
    turn.tell(asker.id, Reply(text=outcome), f"received:{transfer.id}:{asker.id}")
    if not accepted:
        return cards.changed(turn, turn.t("coming-refused", name=name))
    theirs = address_of(people.person(turn.conn, held.person_id), held.role)
    text = turn.texts("transfer-told", theirs, unit=unit.name)
    turn.tell(held.person_id, Reply(text=text), f"received:{transfer.id}:{held.person_id}")
    into_class = turn.choice("button-reclass", f"reclass:{held.id}")
    choices = (into_class,) if held.role is Role.PUPIL else ()
    return cards.changed(turn, turn.t("coming-accepted", name=name, unit=unit.name), *choices)


OUTCOME_KEYS: Mapping[bool, str] = {True: "transfer-accepted", False: "transfer-refused"}
