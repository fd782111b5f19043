"""Joining: a code, and whom it leads to.

code ──► one's own name on the roster (`identity.py`) ──► registered (`settling.py`)

A one-time code joins a second chat to somebody who is registered already.
"""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.invites import CODE_LENGTH
from bot.domain.messages import Reply
from bot.domain.people import MembershipState, Role
from bot.handlers import help as help_handler
from bot.handlers import identity, invite_code, newcomers, personal_links, privacy, tries
from bot.handlers.settling import become, settle_in
from bot.handlers.turn import REGISTER, Turn, combine
from bot.storage import audit, invites, sessions, units

JOIN_CODE_FOR = timedelta(minutes=15)
JOIN_CODE_DIGITS = 6
#: Parts that a code is typed in: a poster shows it in groups.
PARTS = 3


def start(turn: Turn, code: str = "") -> Reply:
    """Somebody opened the bot, perhaps through an invite link."""
    if code:
        return enter_code(turn, code)
    if turn.person is not None:
        return help_handler.menu(turn)
    turn.session.begin(REGISTER, stage="code")
    return Reply(text=combine(turn.t("welcome-stranger"), turn.t("ask-code")).text)


def stale(turn: Turn) -> Reply:
    """A button of an earlier try, or one made up: the question that is open stays open."""
    if turn.person is not None:
        return help_handler.unknown(turn)
    return identity.name_again(turn) if "unit_id" in turn.session.data else start(turn)


def handle(turn: Turn, text: str) -> Reply:
    """Free text of somebody who is registering; digits alone are a one-time code at any stage."""
    if text.isdigit() and len(text) == JOIN_CODE_DIGITS:
        return enter_code(turn, text)
    match turn.session.data.get("stage"):
        case "name" | "pick" | "identity":
            # Whatever is no button is another try at the name.
            return identity.search(turn, text)
        case "newcomer":
            outcome = newcomers.named(turn, text)
            return outcome if isinstance(outcome, Reply) else settle_in(turn, outcome)
    # A sentence is no code, and asking where to find one must not close the chat.
    return start(turn) if len(text.split()) > 2 else enter_code(turn, text)


def code_in(turn: Turn, text: str) -> str | None:
    """The invite code that a message is, also with the gaps that a poster shows in it; None for others."""
    parts = text.split()
    code = "".join(parts)
    if not (CODE_LENGTH <= len(code) <= 40 and code.isascii() and code.isalnum() and len(parts) <= PARTS):
        return None
    return code if invites.by_code(turn.conn, code) is not None else None


def enter_code(turn: Turn, text: str) -> Reply:
    """An invite code, the one-time code of somebody who writes from elsewhere, or a personal link."""
    if (reply := personal_links.opened(turn, text.strip())) is not None:
        return reply
    if (waiting := tries.locked(turn)) is not None:
        return waiting
    code = "".join(text.split())
    person_id = invites.use_join_code(turn.conn, code, turn.now) if code.isdigit() else None
    if person_id is not None:
        return _join(turn, person_id)
    invite = invites.by_code(turn.conn, code) if 4 <= len(code) <= 40 else None
    if invite is None:
        _stay(turn)
        return tries.wrong_code(turn)
    if invite.role is not Role.PARENT and _has(turn, invite.unit_id, invite.role):
        return combine(turn.t("already-registered"), help_handler.menu(turn))
    if invite.ended(turn.now) is not None:
        _stay(turn)
        return invite_code.ended(turn, invite)
    turn.session.begin(
        REGISTER, stage="name", invite_id=invite.id, unit_id=invite.unit_id, role=invite.role.value
    )
    unit = units.get(turn.conn, invite.unit_id)
    welcome = turn.t(WELCOME_KEYS.get(invite.role, "welcome-staff"), unit=invite_code.place(turn, unit))
    return combine(None if turn.person else welcome, identity.ask_name(turn, invite.role))


WELCOME_KEYS: Mapping[Role, str] = {
    Role.OFFICER: "welcome-officer",
    Role.PUPIL: "welcome-pupil",
    Role.PARENT: "welcome-parent",
    Role.STAFF: "welcome-staff",
}


def _has(turn: Turn, unit_id: int, role: Role) -> bool:
    """Whether they are registered there already; whoever was turned away may try again."""
    return any(
        m.unit_id == unit_id and m.role is role and m.state is not MembershipState.REJECTED
        for m in turn.memberships
    )


def _stay(turn: Turn) -> None:
    """A code is still asked for, unless a name is."""
    if turn.person is None and "unit_id" not in turn.session.data:
        turn.session.begin(REGISTER, stage="code")


# --- a second chat of the same person -----------------------------------------------------------


def join_code(turn: Turn) -> Reply:
    """A one-time code to type into another app, so that both chats are one person."""
    code = "".join(str(ord(letter) % 10) for letter in turn.draw(JOIN_CODE_DIGITS))
    invites.add_join_code(turn.conn, code, turn.person_id, turn.now + JOIN_CODE_FOR)
    choices = (turn.choice("button-my-link", "my-link"),) if turn.links.public_url else ()
    minutes = int(JOIN_CODE_FOR / timedelta(minutes=1))
    # A number that is typed now answers the question that is open, if one is.
    numbers = bool(turn.session.topic)
    text = turn.t("join-code", code=code, minutes=minutes)
    return Reply(text=text, choices=choices, number_expected=numbers)


def _join(turn: Turn, person_id: int) -> Reply:
    become(turn, person_id)
    # What was open in the other chat goes on here.
    turn.session = type(turn.session).from_json(sessions.load(turn.conn, f"person:{person_id}"))
    audit.record(
        turn.conn, action="join", subject=f"contact:{turn.contact.id}", now=turn.now, person_id=person_id
    )
    # A notice that waits for an answer has not been read here.
    open_now = privacy.waiting_notice(turn) or help_handler.go_on(turn)
    return combine(turn.t("joined", name=turn.person.full_name if turn.person else ""), open_now)
