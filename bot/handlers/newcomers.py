"""People who are not on the roster yet: they wait until a head of the school says yes."""

from dataclasses import replace

from bot.domain.address import address_of
from bot.domain.messages import Choice, Reply
from bot.domain.names import search_key
from bot.domain.people import AgeBand, Membership, MembershipState, Person, Role
from bot.domain.permissions import Action
from bot.handlers.turn import ROLE_KEYS, Turn
from bot.storage import audit, invites, opening, people
from bot.storage.people import NewMember


def named(turn: Turn, text: str) -> int | Reply:
    """The name a newcomer gives: written down as pending, and the heads are asked.

    Returns the new person, or what to say to a name that cannot be one.
    """
    name = " ".join(text.split())
    if not 3 <= len(name) <= 60 or any(c.isdigit() for c in name) or " " not in name:
        return Reply(text=turn.t("err-name"))
    if turn.person is not None and search_key(turn.person.full_name) != search_key(name):
        return Reply(text=turn.t("identity-other-person", name=turn.person.full_name))
    data = turn.session.data
    unit_id, role = int(data["unit_id"]), Role(data["role"])
    band = (
        AgeBand.FROM_7_TO_15 if role is Role.PUPIL else None
    )  # the stricter rule until the school corrects it
    newcomer = NewMember(
        full_name=name.title(),
        unit_id=unit_id,
        role=role,
        age_band=band,
        state=MembershipState.PENDING,
    )
    membership = people.add_members(turn.conn, [newcomer], turn.now)[0]
    if turn.person is not None:
        people.take_post(turn.conn, membership.id, turn.person.id)
        membership = replace(membership, person_id=turn.person.id)
    invites.used(turn.conn, data["invite_id"])
    for head, _ in _approvers(turn, unit_id):
        turn.tell(
            head.id, _approval(turn, head, membership, name.title()), f"approve:{membership.id}:{head.id}"
        )
    return membership.person_id


def _approvers(turn: Turn, unit_id: int) -> list[tuple[Person, Membership]]:
    """Whoever may approve: the heads of the school, also for one of its classes."""
    return people.holders(turn.conn, turn.school_of(unit_id).id, (Role.PRINCIPAL, Role.DEPUTY))


def _approval(turn: Turn, head: Person, newcomer: Membership, name: str) -> Reply:
    role = turn.texts(ROLE_KEYS[newcomer.role])
    return Reply(
        text=turn.texts("newcomer-request", address_of(head, Role.PRINCIPAL), name=name, role=role),
        choices=(
            turn.choice("button-approve", f"approve:{newcomer.id}"),
            turn.choice("button-reject", f"reject:{newcomer.id}"),
        ),
    )


def decide(turn: Turn, membership_id: int, *, approved: bool) -> Reply:
    """A head says whether a newcomer belongs to the school. Repeating it changes nothing."""
    member = people.membership(turn.conn, membership_id)
    if not turn.may(Action.APPROVE, member.unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    name = people.person(turn.conn, member.person_id).full_name
    if member.state is not MembershipState.PENDING:
        return Reply(text=turn.t("newcomer-decided-already", name=name))
    state = MembershipState.ACTIVE if approved else MembershipState.REJECTED
    people.set_state(turn.conn, membership_id, state, turn.now)
    audit.record(
        turn.conn,
        action="approve" if approved else "reject",
        subject=f"membership:{membership_id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    theirs = address_of(people.person(turn.conn, member.person_id), member.role)
    if not approved:
        turn.tell(
            member.person_id,
            Reply(text=turn.texts("newcomer-rejected", theirs)),
            f"rejected:{membership_id}",
        )
        return Reply(text=turn.t("newcomer-rejected-ack", name=name))
    opening.expect_member(turn.conn, replace(member, state=MembershipState.ACTIVE), turn.now)
    turn.tell(
        member.person_id,
        Reply(
            text=turn.texts("newcomer-approved", theirs),
            choices=(Choice(label=turn.texts("button-declare", theirs), action="tasks"),),
        ),
        f"approved:{membership_id}",
    )
    return Reply(text=turn.t("newcomer-approved-ack", name=name))
