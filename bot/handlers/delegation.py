"""A head lets somebody act in a role of the unit until a day, and can take it back.

    card ──► which role ──► until when (tapped or typed) ──► is it meant ──► granted

In a school a deputy or a clerk can be acted for, in an office an officer. Only who leads by an own post
may grant; the rights end by themselves (`bot/storage/delegations.py`).
"""

from datetime import date, datetime, timedelta

from bot.domain.address import Address, address_of
from bot.domain.deadlines import by_day, last_valid_day
from bot.domain.invites import MOST_DAYS, end_of_school_year
from bot.domain.messages import Choice, Reply
from bot.domain.people import STAFF_ROLES, Membership, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.units import SCHOOL
from bot.handlers import person_card as cards
from bot.handlers.turn import PEOPLE, Turn, combine
from bot.language.dates import read_deadline
from bot.storage import Connection, delegations, memberships, people, units
from bot.texts import Texts
from bot.texts.answers import ROLE_KEYS

#: Days that are offered; any other day can be typed.
OFFERED = (7, 14, 30)


def ask_role(turn: Turn, membership_id: int) -> Reply:
    """As what shall somebody act?"""
    held = _grantable(turn, membership_id)
    if isinstance(held, Reply):
        return held
    roles = _roles(turn, held)
    if len(roles) == 1:
        return ask_until(turn, membership_id, roles[0])
    name = turn.name_of(held.person_id)
    return Reply(
        text=turn.t("grant-which", name=name),
        choices=tuple(
            Choice(label=turn.t(ROLE_KEYS[role]), action=f"grant-role:{held.id}:{role.value}")
            for role in roles
        ),
    )


def _roles(turn: Turn, held: Membership) -> tuple[Role, ...]:
    """The roles in which this person can act; what they are already is none."""
    at_school = units.get(turn.conn, held.unit_id).kind == SCHOOL
    found = (Role.DEPUTY, Role.CLERK) if at_school else (Role.OFFICER,)
    return tuple(role for role in found if role is not held.role)


def _grantable(turn: Turn, membership_id: int) -> Membership | Reply:
    """Somebody of the staff who is there; what to say instead where that is not so."""
    held = cards.of(turn, membership_id, Action.DELEGATE)
    if isinstance(held, Reply):
        return held
    leading = [m for m in turn.held(Role.PRINCIPAL, Role.OFFICER) if m.granted_by is None]
    if not leading:  # what was granted is not passed on
        return Reply(text=turn.t("err-not-allowed"))
    if held.state is not MembershipState.ACTIVE or held.role not in STAFF_ROLES or not _roles(turn, held):
        return Reply(text=turn.t("grant-none"))
    return held


def ask_until(turn: Turn, membership_id: int, role: Role) -> Reply:
    """Until when?"""
    held = _grantable(turn, membership_id)
    if isinstance(held, Reply):
        return held
    turn.session.begin(PEOPLE, stage="until", membership_id=held.id, role=role.value)
    action = f"grant-until:{held.id}:{role.value}"
    choices = [
        turn.choice("button-days", f"{action}:{_written(turn.today + timedelta(days=days))}", days=days)
        for days in OFFERED
    ]
    end_of_year = last_valid_day(end_of_school_year(turn.now))
    choices.append(turn.choice("button-school-year", f"{action}:{_written(end_of_year)}"))
    name = turn.name_of(held.person_id)
    return Reply(text=turn.t("grant-until", name=name, role=turn.t(ROLE_KEYS[role])), choices=tuple(choices))


def until_typed(turn: Turn, text: str) -> Reply | None:
    """The last day in words; None where the message is about something else."""
    data = turn.session.data
    membership_id, role = int(data["membership_id"]), Role(data["role"])
    until = read_deadline(text, turn.now)
    if until is None:
        reading = turn.read(text, Asked(), Vocabulary())
        if reading.slots or reading.intent not in (Intent.UNKNOWN, Intent.ANSWER):
            turn.session.end()
            return None
        return combine(turn.t("grant-unread"), ask_until(turn, membership_id, role))
    return grant(turn, membership_id, role, int(_written(last_valid_day(until))), confirmed=False)


def grant(turn: Turn, membership_id: int, role: Role, last: int, *, confirmed: bool) -> Reply:
    """Let somebody act until the end of a day, written 20200930."""
    held = _grantable(turn, membership_id)
    if isinstance(held, Reply):
        return held
    if role not in _roles(turn, held):
        return Reply(text=turn.t("err-not-allowed"))
    day = _day(last)
    if day is None or not turn.today <= day <= turn.today + timedelta(days=MOST_DAYS):
        return combine(turn.t("grant-too-long", days=MOST_DAYS), ask_until(turn, membership_id, role))
    until = by_day(day)
    name = turn.name_of(held.person_id)
    facts = {"name": name, "role": turn.t(ROLE_KEYS[role]), "day": turn.texts.formats.day(day)}
    if any((granted.role, granted.until) == (role, until) for granted in cards.acts(turn, held)):
        return cards.changed(turn, turn.t("grant-done", **facts))
    if not confirmed:
        return Reply(
            text=turn.t("grant-confirm", unit=units.get(turn.conn, held.unit_id).name, **facts),
            choices=(
                turn.choice("button-confirm", f"grant-until:{held.id}:{role.value}:{last}:yes"),
                turn.choice("button-not-now", f"person:{held.id}"),
            ),
        )
    granted = delegations.grant(
        turn.conn, held.person_id, held.unit_id, role, until, by=turn.person_id, now=turn.now
    )
    _tell(turn, granted, "granted-told")
    return cards.changed(
        turn, turn.t("grant-done", **facts), turn.choice("button-ungrant", f"withdraw:{granted.id}")
    )


def _written(day: date) -> str:
    return f"{day:%Y%m%d}"


def _day(written: int) -> date | None:
    """A day from a button, which anybody can make up."""
    try:
        return datetime.strptime(f"{written}+0000", "%Y%m%d%z").date()
    except ValueError:
        return None


def withdraw(turn: Turn, membership_id: int, *, confirmed: bool) -> Reply:
    """What was granted ends at once; any head who may grant may do it, whoever granted."""
    granted = memberships.membership(turn.conn, membership_id)
    if not turn.may(Action.DELEGATE, granted.unit_id) or granted.granted_by is None:
        return Reply(text=turn.t("err-not-allowed"))
    if granted.person_id == turn.person_id:
        return Reply(text=turn.t("people-self"))
    facts = cards.acting(turn, granted)
    if granted.state is not MembershipState.ACTIVE:
        return cards.changed(turn, turn.t("withdraw-done", name=facts["name"], role=facts["role"]))
    if not confirmed:
        return Reply(
            text=turn.t("withdraw-confirm", **facts),
            choices=(
                turn.choice("button-confirm", f"withdraw:{granted.id}:yes"),
                turn.choice("button-not-now", "people"),
            ),
        )
    delegations.withdraw(turn.conn, granted, by=turn.person_id, now=turn.now)
    _tell(turn, granted, "withdrawn-told")
    return cards.changed(turn, turn.t("withdraw-done", name=facts["name"], role=facts["role"]))


def _tell(turn: Turn, granted: Membership, key: str) -> None:
    address = address_of(people.person(turn.conn, granted.person_id), Role.STAFF)
    by = turn.person.full_name if turn.person else ""
    facts = {**cards.acting(turn, granted), "by": by, "unit": units.get(turn.conn, granted.unit_id).name}
    choices = (Choice(label=turn.texts("button-status", address), action="status"),)
    told = Reply(
        text=turn.texts(GRANT_TOLD_KEYS[key], address, **facts),
        choices=choices if key == "granted-told" else (),
    )
    turn.tell(granted.person_id, told, f"{key}:{granted.id}")


GRANT_TOLD_KEYS = {key: key for key in ("granted-told", "withdrawn-told")}


def over(texts: Texts, conn: Connection, address: Address, person_id: int, membership_id: int) -> Reply:
    """What was granted has ended by itself: told to whoever acted, and to whoever let them."""
    granted = memberships.membership(conn, membership_id)
    unit = units.get(conn, granted.unit_id).name
    role = texts(ROLE_KEYS[granted.role])
    if granted.person_id == person_id:
        return Reply(text=texts("over-told", address, role=role, unit=unit))
    name = people.person(conn, granted.person_id).full_name
    return Reply(
        text=texts("over-told-granter", address, name=name, role=role, unit=unit),
        choices=(Choice(label=texts("button-people", address), action="people"),),
    )
