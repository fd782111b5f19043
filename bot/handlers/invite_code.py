"""One invite code: its links, its terms, its end, and who comes with it."""

from collections.abc import Mapping

from bot.domain.channels import platform_of
from bot.domain.deadlines import last_valid_day
from bot.domain.invites import (
    MOST_DAYS,
    MOST_USES,
    Ended,
    Invite,
    end_after,
    end_of_school_year,
)
from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.units import CLASS, Unit
from bot.handlers.invite_rights import may_invite
from bot.handlers.turn import INVITE, Turn, combine
from bot.language.invite_terms import read_invite_terms
from bot.reports.own_data import CHANNEL_KEYS
from bot.storage import audit, invites, shards, units
from bot.texts.answers import ROLE_KEYS
from bot.texts.unit_names import spoken


def place(turn: Turn, unit: Unit) -> str:
    """A class is named with its school: school names repeat all over the country, class names more so."""
    school = turn.school_of(unit.id)
    name = spoken(turn.texts, unit)
    return name if school.id == unit.id else f"{name}, {school.name}"


def card(turn: Turn, invite: Invite) -> Reply:
    """Everything about a code, and what can be done with it."""
    unit = units.get(turn.conn, invite.unit_id)
    lines = [
        turn.t("invite-code", role=turn.t(ROLE_KEYS[invite.role]), unit=place(turn, unit), code=invite.code)
    ]
    lines += ways_in(turn, invite)
    if turn.seats and shards.with_room(turn.conn, turn.seats) is None:
        platforms = dict.fromkeys(turn.t(CHANNEL_KEYS[platform_of(channel)]) for channel in turn.seats)
        lines.append(turn.t("invite-full", platform=turn.texts.formats.listing(list(platforms))))
    lines.append(_terms(turn, invite))
    lines.append(turn.t("invite-care-personal" if invite.is_personal else "invite-care"))
    choices = []
    if turn.links.best(invite.code):
        choices.append(turn.choice("button-code-qr", f"code-qr:{invite.id}"))
        choices.append(turn.choice("button-code-poster", f"code-poster:{invite.id}"))
    if choices and unit.kind != CLASS and invite.role in (Role.PUPIL, Role.PARENT):
        choices.append(turn.choice("button-class-posters", f"class-posters:{unit.id}:{invite.role.value}"))
    choices += [
        turn.choice("button-code-terms", f"code-terms:{invite.id}"),
        turn.choice("button-code-revoke", f"code-revoke:{invite.id}"),
    ]
    return Reply(text="\n".join(lines), choices=tuple(choices))


def ways_in(turn: Turn, invite: Invite) -> list[str]:
    """The links that lead to a chat with the code in hand, a line each."""
    lines = []
    if link := turn.links.telegram(invite.code):
        lines.append(turn.t("invite-telegram", link=link))
    if link := turn.links.web(invite.code):
        lines.append(turn.t("invite-web", link=link))
    return lines


def _terms(turn: Turn, invite: Invite) -> str:
    """Until when it lets people in, and how many of how many it has."""
    until = (
        turn.t("invite-endless")
        if invite.expires_at is None
        else turn.t("invite-until", day=turn.texts.formats.day(last_valid_day(invite.expires_at)))
    )
    used = (
        turn.t("invite-used", uses=invite.uses)
        if invite.max_uses is None
        else turn.t("invite-used-of", uses=invite.uses, most=invite.max_uses)
    )
    return turn.t("invite-terms", until=until, used=used)


def open_code(turn: Turn, invite_id: int) -> Invite | Reply:
    """A code that they may deal with; what to say instead where it is not theirs, or has ended."""
    invite = invites.get(turn.conn, invite_id)
    if not may_invite(turn, invite.unit_id, invite.role):
        return Reply(text=turn.t("err-not-allowed"))
    why = invite.ended(turn.now)
    if why is None:
        return invite
    again = turn.choice("button-code-new", f"invite:{invite.unit_id}:{invite.role.value}")
    return Reply(text=turn.t(GONE_KEYS[why], code=invite.code), choices=(again,))


GONE_KEYS: Mapping[Ended, str] = {
    Ended.REVOKED: "invite-gone-revoked",
    Ended.EXPIRED: "invite-gone-expired",
    Ended.USED_UP: "invite-gone-used-up",
}


# --- terms --------------------------------------------------------------------------------------


def ask_terms(turn: Turn, invite_id: int) -> Reply:
    """Until when, and for how many people?"""
    invite = open_code(turn, invite_id)
    if isinstance(invite, Reply):
        return invite
    turn.session.begin(INVITE, invite_id=invite.id)
    return Reply(
        text=turn.t("invite-ask-terms", code=invite.code, terms=_terms(turn, invite)),
        choices=(
            turn.choice("button-days", f"code-days:{invite.id}:7", days=7),
            turn.choice("button-days", f"code-days:{invite.id}:30", days=30),
            turn.choice("button-school-year", f"code-days:{invite.id}:0"),
            turn.choice("button-uses", f"code-uses:{invite.id}:1", count=1),
            turn.choice("button-uses", f"code-uses:{invite.id}:50", count=50),
            turn.choice("button-unlimited", f"code-uses:{invite.id}:0"),
        ),
    )


def terms_typed(turn: Turn, text: str) -> Reply | None:
    """Terms in words; None where the message is about something else."""
    invite = open_code(turn, turn.session.data["invite_id"])
    terms = read_invite_terms(text, turn.now)
    if terms is None:
        if turn.read(text, Asked(), Vocabulary()).intent not in (Intent.UNKNOWN, Intent.ANSWER):
            return None
        return combine(turn.t("invite-terms-unread"), ask_terms(turn, turn.session.data["invite_id"]))
    if isinstance(invite, Reply):
        return invite
    if terms.most is not None and (refused := _too_few(turn, invite, terms.most)) is not None:
        return refused
    if terms.until is not None:
        invites.expire(turn.conn, invite.id, terms.until)
    if terms.most is not None or terms.unlimited:
        invites.limit(turn.conn, invite.id, terms.most)
    return _changed(turn, invite)


def set_days(turn: Turn, invite_id: int, days: int) -> Reply:
    """Let it end so many days from now; 0: with the school year."""
    invite = open_code(turn, invite_id)
    if isinstance(invite, Reply):
        return invite
    until = end_after(min(days, MOST_DAYS), turn.now) if days else end_of_school_year(turn.now)
    invites.expire(turn.conn, invite.id, until)
    return _changed(turn, invite)


def set_uses(turn: Turn, invite_id: int, most: int) -> Reply:
    """Let it bring in so many people in all; 0: any number."""
    invite = open_code(turn, invite_id)
    if isinstance(invite, Reply):
        return invite
    if most and (refused := _too_few(turn, invite, most)) is not None:
        return refused
    invites.limit(turn.conn, invite.id, min(most, MOST_USES) or None)
    return _changed(turn, invite)


def _too_few(turn: Turn, invite: Invite, most: int) -> Reply | None:
    """A limit that is reached already would end the code by the back door."""
    if most > invite.uses:
        return None
    return Reply(
        text=turn.t("invite-too-few", uses=invite.uses),
        choices=(turn.choice("button-code-revoke", f"code-revoke:{invite.id}"),),
    )


def _changed(turn: Turn, invite: Invite) -> Reply:
    audit.record(
        turn.conn,
        action="invite-terms",
        subject=f"invite:{invite.id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    turn.session.put_aside()
    return combine(turn.t("invite-changed"), card(turn, invites.get(turn.conn, invite.id)))


# --- the end ------------------------------------------------------------------------------------


def revoke(turn: Turn, invite_id: int, *, confirmed: bool) -> Reply:
    """End a code at once, after a yes."""
    invite = open_code(turn, invite_id)
    if isinstance(invite, Reply):
        return invite
    unit = f"{invite.unit_id}:{invite.role.value}"
    if not confirmed:
        return Reply(
            text=turn.t("invite-revoke", code=invite.code),
            choices=(
                turn.choice("button-code-revoke", f"code-revoke:{invite.id}:yes"),
                turn.choice("button-code-keep", f"invite:{unit}"),
            ),
        )
    invites.revoke(turn.conn, invite.id, turn.now)
    audit.record(
        turn.conn,
        action="invite-revoke",
        subject=f"invite:{invite.id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    turn.session.put_aside()
    return Reply(
        text=turn.t("invite-revoked", code=invite.code),
        choices=(turn.choice("button-code-new", f"invite:{unit}"),),
    )


# --- somebody comes with a code -----------------------------------------------------------------


def take_in(turn: Turn, invite_id: int) -> Reply | None:
    """Count somebody in who registers with a code; what to say where it lets nobody in any more."""
    entered = invites.use(turn.conn, invite_id, turn.now)
    invite = invites.get(turn.conn, invite_id)
    if not entered:
        turn.session.end()
        return ended(turn, invite)
    if invite.is_personal and invite.created_by is not None:
        # Whoever handed it out learns that it was used: by the right person, or not.
        unit = units.get(turn.conn, invite.unit_id)
        told = turn.texts("invite-was-used", role=turn.texts(ROLE_KEYS[invite.role]), unit=unit.name)
        turn.tell(invite.created_by, Reply(text=told), f"invite-used:{invite.id}")
    return None


def ended(turn: Turn, invite: Invite) -> Reply:
    """A code that lets nobody in: why, and whom to ask for another."""
    why = invite.ended(turn.now) or Ended.USED_UP
    return Reply(text=turn.t(ENDED_KEYS[why], whom=_whom_to_ask(turn, invite)))


ENDED_KEYS: Mapping[Ended, str] = {
    Ended.REVOKED: "invite-ended-revoked",
    Ended.EXPIRED: "invite-ended-expired",
    Ended.USED_UP: "invite-ended-used-up",
}


def _whom_to_ask(turn: Turn, invite: Invite) -> str:
    unit = units.get(turn.conn, invite.unit_id)
    if unit.kind == CLASS:
        return turn.t("ask-homeroom", unit=place(turn, unit))
    if invite.role not in (Role.PRINCIPAL, Role.OFFICER):
        return turn.t("ask-office", unit=unit.name)
    above = units.parent(turn.conn, unit.id, turn.today)
    return turn.t("ask-operator") if above is None else above.name
