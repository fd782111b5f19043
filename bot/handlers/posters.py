"""The QR picture and the posters of invite codes; they are drawn outside the turn."""

from collections.abc import Sequence

from bot.domain.invites import CODE_LENGTH, Invite
from bot.domain.messages import Reply
from bot.domain.names import search_key
from bot.domain.people import Role
from bot.domain.units import CLASS, Unit
from bot.handlers.invite_code import open_code, place
from bot.handlers.invite_rights import may_invite
from bot.handlers.turn import Turn
from bot.storage import invites, units
from bot.texts.answers import ROLE_KEYS

#: Letters of a unit's name in the name of a file.
_FILE_NAME = 40


def qr(turn: Turn, invite_id: int) -> Reply:
    """The QR picture of a code."""
    invite = open_code(turn, invite_id)
    if isinstance(invite, Reply):
        return invite
    if not turn.links.best(invite.code):
        return Reply(text=turn.t("invite-no-link"))
    unit = units.get(turn.conn, invite.unit_id)
    role = turn.t(ROLE_KEYS[invite.role])
    return Reply(
        text=turn.t("qr-caption", code=invite.code, role=role, unit=place(turn, unit)),
        choices=(turn.choice("button-code-poster", f"code-poster:{invite.id}"),),
        attachment=turn.paper("qr", turn.t("qr-file", unit=_file_name(unit)), invite=invite.id),
    )


def poster(turn: Turn, invite_id: int) -> Reply:
    """The printable poster of a code."""
    invite = open_code(turn, invite_id)
    if isinstance(invite, Reply):
        return invite
    unit = units.get(turn.conn, invite.unit_id)
    caption = turn.t("poster-caption", role=turn.t(ROLE_KEYS[invite.role]), unit=place(turn, unit))
    return _printed(turn, unit, [invite], caption, turn.t("poster-file", unit=_file_name(unit)))


def class_posters(turn: Turn, unit_id: int, role: Role) -> Reply:
    """The posters of a school's classes, a page each; a class without a code gets one."""
    if role not in (Role.PUPIL, Role.PARENT) or not may_invite(turn, unit_id, role):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    classes = [child.id for child in units.children(turn.conn, unit_id, turn.today) if child.kind == CLASS]
    if not classes:
        return Reply(text=turn.t("poster-no-classes", unit=unit.name))
    made = invites.of_each(
        turn.conn,
        classes,
        role,
        turn.now,
        draw=lambda: turn.draw(CODE_LENGTH),
        created_by=turn.person_id,
    )
    role_name = turn.t(ROLE_KEYS[role])
    caption = turn.t("class-posters-caption", role=role_name, unit=unit.name, count=len(made))
    return _printed(turn, unit, made, caption, turn.t("class-posters-file", unit=_file_name(unit)))


def _printed(turn: Turn, unit: Unit, made: Sequence[Invite], caption: str, name: str) -> Reply:
    if not turn.links.best(made[0].code):
        return Reply(text=turn.t("invite-no-link"))
    ids = [invite.id for invite in made]
    school = turn.school_of(unit.id)
    return Reply(text=caption, attachment=turn.paper("poster", name, school=school.id, invites=ids))


def _file_name(unit: Unit) -> str:
    return search_key(unit.name).replace(" ", "-")[:_FILE_NAME].strip("-")
