"""Having everything deleted: what goes and what stays, a code to type, and it is done."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.address import address_of
from bot.domain.messages import Reply
from bot.domain.people import MembershipState, Role
from bot.handlers import deciders, own_data
from bot.handlers.turn import ERASING, Session, Turn
from bot.storage import erasing, memberships, units

#: How long the code can be typed.
VALID = timedelta(minutes=10)
#: Letters and digits of the code.
LENGTH = 6


def ask(turn: Turn, person_id: int = 0) -> Reply:
    """What goes, what stays, and the code that says that it is meant."""
    person = own_data.subject(turn, person_id)
    if person is None:
        return Reply(text=turn.t("err-not-allowed"))
    code = turn.draw(LENGTH)
    until = turn.now + VALID
    turn.session.begin(ERASING, code=code, person_id=person.id, until=until.isoformat())
    own = person.id == turn.person_id
    lines = [turn.t("erase-explain" if own else "erase-explain-child", name=person.full_name)]
    if own and _left_without_head(turn):
        lines.append(turn.t("erase-head"))
    lines.append(turn.t("erase-code", code=code))
    return Reply(text="\n".join(lines), choices=(turn.choice("button-erase-not", "erase-not"),))


def leave(turn: Turn) -> Reply:
    """Not after all."""
    turn.session.put_aside()
    return Reply(text=turn.t("erase-left"), choices=(turn.choice("button-data", "data"),))


def handle(turn: Turn, text: str) -> Reply:
    """The code, in time: everything goes. Anything else: nothing does."""
    data = turn.session.data
    person = own_data.subject(turn, data["person_id"])
    typed = "".join(text.split()).upper()
    if person is None or typed != data["code"] or turn.now > datetime.fromisoformat(data["until"]):
        return leave(turn)
    if person.id != turn.person_id:
        turn.session.end()
        erasing.erase(turn.conn, person.id, turn.now, by=turn.person_id)
        turn.changed()
        return Reply(text=turn.t("erase-done-child", name=person.full_name))
    done = turn.t("erase-done", moment=turn.now)
    for unit_id in _left_without_head(turn):
        _tell_above(turn, unit_id)
    erasing.erase(turn.conn, turn.person_id, turn.now, by=turn.person_id)
    # What the turn still writes down belongs to a chat that is nobody's.
    turn.contact = replace(turn.contact, person_id=None)
    turn.person, turn.memberships, turn.session = None, [], Session()
    return Reply(text=done)


def _left_without_head(turn: Turn) -> list[int]:
    """The units of which nobody else is the head."""
    return [
        held.unit_id
        for held in turn.held(Role.PRINCIPAL)
        if held.state is MembershipState.ACTIVE
        and not any(
            person.id != turn.person_id
            for person, _ in memberships.holders(turn.conn, held.unit_id, (Role.PRINCIPAL,))
        )
    ]


def _tell_above(turn: Turn, unit_id: int) -> None:
    unit = units.get(turn.conn, unit_id).name
    for officer in deciders.officers_above(turn, unit_id):
        text = turn.texts("erase-told-above", address_of(officer, Role.OFFICER), unit=unit)
        turn.tell(officer.id, Reply(text=text), f"no-head:{unit_id}:{turn.today.isoformat()}:{officer.id}")
