"""Inviting people: one code a unit and role, as a deep link, a web link, and something to read out."""

from datetime import timedelta

from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.units import CLASS, Unit
from bot.handlers.turn import ROLE_KEYS, Turn
from bot.storage import audit, invites, units
from bot.storage.invites import Invite

#: How long an invite from a chat is good for: a school year has such spells, a leaked code should end.
VALID_FOR = timedelta(days=60)
#: Letters and digits of a code: 8 of 32 are 10^12, and the chat locks after five wrong ones.
CODE_LENGTH = 8


def offer(turn: Turn) -> Reply:
    """Whom shall they invite?"""
    held = turn.held(*HEAD_ROLES, Role.HOMEROOM)
    if not held:
        return Reply(text=turn.t("err-not-allowed"))
    unit_id = held[0].unit_id
    roles = (
        (Role.PUPIL, Role.PARENT) if held[0].role is Role.HOMEROOM else (Role.STAFF, Role.PUPIL, Role.PARENT)
    )
    return Reply(
        text=turn.t("invite-whom"),
        choices=tuple(
            Choice(label=turn.t(ROLE_KEYS[role]), action=f"invite:{unit_id}:{role.value}") for role in roles
        ),
    )


def give(turn: Turn, unit_id: int, role: Role) -> Reply:
    """The code that brings people of this role into the unit: the same one until it expires."""
    if not turn.may(Action.INVITE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    invite = invites.of_unit(turn.conn, unit_id, role, turn.now)
    if invite is None:
        invite = invites.add(
            turn.conn,
            code=turn.draw(CODE_LENGTH),
            unit_id=unit_id,
            role=role,
            now=turn.now,
            expires_at=turn.now + VALID_FOR,
        )
        audit.record(
            turn.conn, action="invite", subject=f"unit:{unit_id}", now=turn.now, person_id=turn.person_id
        )
    return Reply(text=_wording(turn, unit, role, invite))


def _wording(turn: Turn, unit: Unit, role: Role, invite: Invite) -> str:
    lines = [
        turn.t("invite-code", role=turn.t(ROLE_KEYS[role]), unit=unit.name, code=invite.code),
    ]
    if link := turn.links.telegram(invite.code):
        lines.append(turn.t("invite-telegram", link=link))
    if link := turn.links.web(invite.code):
        lines.append(turn.t("invite-web", link=link))
    if invite.expires_at is not None:
        lines.append(turn.t("invite-until", moment=invite.expires_at))
    if unit.kind != CLASS:
        lines.append(turn.t("invite-care"))
    return "\n".join(lines)
