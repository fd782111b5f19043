"""A staff or class list sent into the chat: read, shown, and written only after a yes.

Fetching and reading a file takes longer than a turn may, so the turn only asks for it. What was read
comes back as an event of the same chat (`bot/delivery/lists.py`).
"""

from bot.domain.messages import FileRef, Reply
from bot.domain.people import HEAD_ROLES, Membership
from bot.domain.permissions import Action
from bot.handlers.turn import Turn
from bot.storage import audit, imports, rosters, units
from bot.storage.imports import Import

#: Rows with problems that are named one by one; the rest are counted.
NAMED = 5


def offered(turn: Turn, file: FileRef) -> Reply:
    """A file arrived: from somebody who may bring in lists it is a list, from others it is not read."""
    held = _importer(turn)
    if held is None:
        return Reply(text=turn.t("err-media"))
    imports.want(turn.conn, turn.contact.id, held.unit_id, file.ref, file.name, turn.now)
    return Reply(text=turn.t("roster-reading", name=file.name))


def was_read(turn: Turn, import_id: int) -> Reply:
    """The file was read: what is in it, what is wrong with it, and whether to write it."""
    found = _own(turn, import_id)
    if found is None:
        return Reply(text=turn.t("err-not-allowed"))
    if found.error is not None:
        return Reply(text=turn.t(found.error.key, **found.error.facts))
    if found.sheet is None or found.state == "saved":
        return Reply(text=turn.t("roster-done-already"))
    sheet = found.sheet
    left_out = [problem for problem in sheet.problems if not problem.kept]
    lines = [turn.t("roster-read", people=len(sheet.rows), problems=len(sheet.problems))]
    for problem in (*left_out, *(p for p in sheet.problems if p.kept))[:NAMED]:
        lines.append(turn.t("roster-problem", row=problem.row, problem=turn.t(problem.key, **problem.facts)))
    lines.append(turn.t("roster-confirm", unit=units.get(turn.conn, found.unit_id).name))
    return Reply(
        text="\n".join(lines),
        choices=(turn.choice("button-import", f"roster:{import_id}"), turn.choice("button-not-now", "menu")),
    )


def confirmed(turn: Turn, import_id: int) -> Reply:
    """Write the list that was shown."""
    found = _own(turn, import_id)
    if found is None or found.sheet is None:
        return Reply(text=turn.t("err-not-allowed"))
    if found.state == "saved":
        return Reply(text=turn.t("roster-done-already"))
    counts = rosters.save_people(turn.conn, found.unit_id, found.sheet.rows, turn.today, turn.now)
    imports.was_saved(turn.conn, import_id)
    audit.record(
        turn.conn, action="roster", subject=f"unit:{found.unit_id}", now=turn.now, person_id=turn.person_id
    )
    return Reply(
        text=turn.t("roster-saved", added=counts.added, changed=counts.changed, unchanged=counts.unchanged),
        choices=(turn.choice("button-invite", "invite"), turn.choice("button-status", "status")),
    )


def _importer(turn: Turn) -> Membership | None:
    return next((m for m in turn.held(*HEAD_ROLES) if turn.may(Action.IMPORT_ROSTER, m.unit_id)), None)


def _own(turn: Turn, import_id: int) -> Import | None:
    """An import of this very chat, into a unit that its sender may (still) bring lists into."""
    found = imports.load(turn.conn, import_id)
    if found is None or found.contact_id != turn.contact.id:
        return None
    return found if turn.may(Action.IMPORT_ROSTER, found.unit_id) else None
