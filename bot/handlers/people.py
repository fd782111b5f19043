"""Finding somebody of the school by name, to do something about their post.

/nhansu ──► name ──► (which of the namesakes) ──► card ──► `posts.py`, `transfers.py`, `delegation.py`
"""

from collections.abc import Sequence

from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, STAFF_ROLES, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.units import Unit
from bot.handlers import delegation, transfers
from bot.handlers.person_card import acting, card, post_of
from bot.handlers.turn import PEOPLE, Turn
from bot.storage import delegations, memberships, people, schools, units
from bot.storage import transfers as transfer_store
from bot.storage.people import Candidate
from bot.texts.unit_names import spoken

#: People of one name that are listed, and those who wait: what a phone shows at once.
SHOWN = 8
#: Roles that are looked for; whoever leads a class is found by their staff post.
FOUND = (*sorted(STAFF_ROLES), Role.OFFICER, Role.PUPIL)
#: What a name may be read as where nobody has it; anything else is about something else.
_MAY_BE_A_NAME = frozenset({Intent.UNKNOWN, Intent.ANSWER, Intent.FOR_OTHERS, Intent.GREETING})


def show(turn: Turn) -> Reply:
    """Whom is it about? And who waits for a decision, and who acts for the head just now."""
    places = _places(turn)
    if not places:
        return Reply(text=turn.t("err-not-allowed"))
    turn.session.begin(PEOPLE, stage="name")
    lines = [turn.t("people-ask", unit=spoken(turn.texts, places[0]))]
    for place in places:
        for held in delegations.granted_in(turn.conn, place.id, turn.now):
            lines.append(turn.t("people-acting", **acting(turn, held)))
    return Reply(text="\n".join(lines), choices=_waiting(turn, places))


def _places(turn: Turn) -> list[Unit]:
    """The units whose people somebody may change, or let act for them; a class within is found there."""
    held = dict.fromkeys(m.unit_id for m in turn.held(*HEAD_ROLES, Role.HOMEROOM, Role.OFFICER))
    allowed = [
        unit_id
        for unit_id in held
        if turn.may(Action.CHANGE_ROSTER, unit_id) or turn.may(Action.DELEGATE, unit_id)
    ]
    return [
        units.get(turn.conn, unit_id)
        for unit_id in allowed
        if (school := turn.school_of(unit_id).id) == unit_id or school not in allowed
    ]


def _waiting(turn: Turn, places: Sequence[Unit]) -> tuple[Choice, ...]:
    """Newcomers and people of other schools who wait for this head."""
    found: list[Choice] = []
    for place in places:
        if not turn.may(Action.APPROVE, place.id):
            continue
        inside = [unit.id for unit in schools.inside(turn.conn, place, turn.today)]
        for person, held in memberships.within(turn.conn, inside, Role, MembershipState.PENDING):
            label = turn.t("people-newcomer", name=person.full_name)
            found.append(Choice(label=label, action=f"newcomer-of:{held.id}"))
        for transfer in transfer_store.waiting_for(turn.conn, place.id):
            held = memberships.membership(turn.conn, transfer.membership_id)
            name = turn.name_of(held.person_id)
            label = turn.t("people-coming", name=name)
            found.append(Choice(label=label, action=f"coming:{transfer.id}"))
    return tuple(found[:SHOWN])


# --- finding ------------------------------------------------------------------------------------


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text for what was asked last; None where the message is about something else."""
    match turn.session.data.get("stage"):
        case "school":
            return transfers.code_typed(turn, text)
        case "until":
            return delegation.until_typed(turn, text)
    return _named(turn, text)


def _named(turn: Turn, text: str) -> Reply | None:
    found = _search(turn, text) if len(text) <= 120 else []
    if len(found) == 1:
        return card(turn, found[0].membership.id)
    if len(found) > SHOWN:
        return Reply(text=turn.t("people-too-many", count=len(found)))
    if found:
        return Reply(
            text=turn.t("people-which"),
            choices=tuple(
                Choice(label=_label(turn, one, found), action=f"person:{one.membership.id}") for one in found
            ),
        )
    reading = turn.read(text, Asked(), Vocabulary())
    if reading.slots or reading.intent not in _MAY_BE_A_NAME:
        turn.session.end()
        return None
    return Reply(text=turn.t("people-not-found"), choices=(turn.choice("button-not-now", "menu"),))


def _search(turn: Turn, text: str) -> list[Candidate]:
    """Those whom a name can mean; of several posts of one person in a school the first."""
    inside = [unit.id for place in _places(turn) for unit in schools.inside(turn.conn, place, turn.today)]
    found: dict[int, Candidate] = {}
    for one in people.candidates(turn.conn, inside, FOUND, text):
        found.setdefault(one.membership.person_id, one)
    return list(found.values())


def _label(turn: Turn, one: Candidate, among: Sequence[Candidate]) -> str:
    """A name with what tells namesakes apart: class or group, then the end of the code."""
    held = one.membership
    parts = [one.full_name, post_of(turn, held)]
    if any(_looks_like(turn, other, one) for other in among if other is not one):
        ending = turn.t("code-ending", ending=held.code[-3:]) if held.code else ""
        parts.append(ending or turn.t("people-number", number=held.id))
    return " – ".join(part for part in parts if part)


def _looks_like(turn: Turn, one: Candidate, other: Candidate) -> bool:
    return (one.full_name, post_of(turn, one.membership)) == (
        other.full_name,
        post_of(turn, other.membership),
    )
