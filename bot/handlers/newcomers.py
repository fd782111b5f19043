"""People who are not on the roster yet: they wait until somebody who may decide says yes."""

from dataclasses import replace

from bot.domain.address import Address, address_of
from bot.domain.messages import Choice, Reply
from bot.domain.names import search_key
from bot.domain.people import AgeBand, Membership, MembershipState, Role
from bot.handlers import deciders, invite_code
from bot.handlers.turn import Turn
from bot.storage import audit, invites, memberships, opening, people, schools, units
from bot.storage.people import NewMember
from bot.texts.answers import ROLE_KEYS

#: Words, without marks, that are no part of anybody's name.
_TITLES = ("hieu truong", "giao vien", "hoc sinh", "phu huynh", "van thu", "can bo")


def named(turn: Turn, text: str) -> int | Reply:
    """The name a newcomer gives: written down as pending, and the heads are asked.

    A code that was handed to one future head of the unit vouches for them: there is nobody to ask.

    Returns the new person, or what to say to a name that cannot be one.
    """
    name = " ".join(text.split())
    if not _can_be_a_name(name):
        return Reply(text=turn.t("err-name"))
    if turn.person is not None and search_key(turn.person.full_name) != search_key(name):
        return Reply(text=turn.t("identity-other-person", name=turn.person.full_name))
    data = turn.session.data
    unit_id, role = int(data["unit_id"]), Role(data["role"])
    band = (
        AgeBand.FROM_7_TO_15 if role is Role.PUPIL else None
    )  # the stricter rule until the school corrects it
    if (refused := invite_code.take_in(turn, data["invite_id"])) is not None:
        return refused
    vouched = invites.get(turn.conn, data["invite_id"]).is_personal
    newcomer = NewMember(
        full_name=name.title(),
        unit_id=unit_id,
        role=role,
        age_band=band,
        state=MembershipState.ACTIVE if vouched else MembershipState.PENDING,
    )
    membership = people.add_members(turn.conn, [newcomer], turn.now)[0]
    if turn.person is not None:
        memberships.take_post(turn.conn, membership.id, turn.person.id)
        membership = replace(membership, person_id=turn.person.id)
    if vouched:
        opening.expect_member(turn.conn, membership, turn.now)
        return membership.person_id
    _ask_deciders(turn, membership, name.title())
    return membership.person_id


def _can_be_a_name(name: str) -> bool:
    """Two to six words without a number; "tôi là hiệu trưởng" says what somebody is, not who."""
    words = name.lower().split()
    said = search_key(name)
    return (
        3 <= len(name) <= 60
        and 2 <= len(words) <= 6
        and not any(c.isdigit() for c in name)
        and "là" not in words
        and not any(title in said for title in _TITLES)
    )


def _ask_deciders(turn: Turn, newcomer: Membership, name: str) -> None:
    """Whoever may say yes is asked; where a school has nobody, the unit above hears that somebody waits."""
    school = turn.school_of(newcomer.unit_id)
    asked = deciders.of(turn, newcomer.unit_id, newcomer.role)
    for head in asked:
        address = address_of(head, memberships.memberships_of(turn.conn, head.id)[0].role)
        turn.tell(head.id, _approval(turn, address, newcomer, name), f"approve:{newcomer.id}:{head.id}")
    if asked:
        return
    for officer in deciders.officers_above(turn, school.id):
        address = address_of(officer, Role.OFFICER)
        invite = Choice(
            label=turn.texts("button-invite-head", address), action=f"invite:{school.id}:principal"
        )
        told = Reply(text=turn.texts("school-without-head", address, unit=school.name), choices=(invite,))
        turn.tell(officer.id, told, f"headless:{school.id}:{turn.today.isoformat()}:{officer.id}")


def tell_waiting(turn: Turn, head: Membership) -> None:
    """A school has a head now: how many have been waiting for one."""
    if head.role not in (Role.PRINCIPAL, Role.DEPUTY) or head.state is not MembershipState.ACTIVE:
        return
    unit = units.get(turn.conn, head.unit_id)
    inside = [one.id for one in schools.inside(turn.conn, unit, turn.today)]
    waiting = memberships.within(turn.conn, inside, Role, MembershipState.PENDING)
    if not waiting:
        return
    address = address_of(people.person(turn.conn, head.person_id), head.role)
    told = Reply(
        text=turn.texts("newcomers-waiting", address, count=len(waiting)),
        choices=(Choice(label=turn.texts("button-people", address), action="people"),),
    )
    turn.tell(head.person_id, told, f"waiting:{head.id}:{turn.today.isoformat()}")


def shown(turn: Turn, membership_id: int) -> Reply:
    """A newcomer who waits, once more."""
    newcomer = memberships.membership(turn.conn, membership_id)
    if not deciders.may_decide(turn, newcomer.unit_id, newcomer.role):
        return Reply(text=turn.t("err-not-allowed"))
    name = turn.name_of(newcomer.person_id)
    return _approval(turn, turn.address, newcomer, name)


def _approval(turn: Turn, address: Address, newcomer: Membership, name: str) -> Reply:
    role = turn.texts(ROLE_KEYS[newcomer.role])
    unit = invite_code.place(turn, units.get(turn.conn, newcomer.unit_id))
    return Reply(
        text=turn.texts("newcomer-request", address, name=name, role=role, unit=unit),
        choices=(
            turn.choice("button-approve", f"approve:{newcomer.id}"),
            turn.choice("button-reject", f"reject:{newcomer.id}"),
        ),
    )


def decide(turn: Turn, membership_id: int, *, approved: bool) -> Reply:
    """A head says whether a newcomer belongs to the school. Repeating it changes nothing."""
    member = memberships.membership(turn.conn, membership_id)
    if not deciders.may_decide(turn, member.unit_id, member.role):
        return Reply(text=turn.t("err-not-allowed"))
    name = turn.name_of(member.person_id)
    if member.state is not MembershipState.PENDING:
        return Reply(text=turn.t("newcomer-decided-already", name=name))
    state = MembershipState.ACTIVE if approved else MembershipState.REJECTED
    memberships.set_state(turn.conn, membership_id, state, turn.now)
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
    active = replace(member, state=MembershipState.ACTIVE)
    opening.expect_member(turn.conn, active, turn.now)
    turn.tell(
        member.person_id,
        Reply(
            text=turn.texts("newcomer-approved", theirs),
            choices=(Choice(label=turn.texts("button-declare", theirs), action="tasks"),),
        ),
        f"approved:{membership_id}",
    )
    tell_waiting(turn, active)
    return Reply(text=turn.t("newcomer-approved-ack", name=name))
