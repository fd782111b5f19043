"""A list sent into the chat, of staff, of a class, of units: read, shown, and written only after a yes.

What is shown and done of a list of units is in `tree.py`. Fetching and reading a file takes longer
than a turn may, so the turn only asks for it. What was read comes back as an event of the same chat
(`bot/delivery/lists.py`).
"""

from bot.domain.messages import FileRef, Reply
from bot.domain.people import HEAD_ROLES
from bot.domain.permissions import Action
from bot.handlers import launching, tree
from bot.handlers.turn import Turn
from bot.rosters.lists import ListKind
from bot.rosters.units import UnitsSheet
from bot.storage import audit, imports, rosters, units
from bot.storage.imports import Import


def offered(turn: Turn, file: FileRef) -> Reply:
    """A file arrived: from somebody who may bring in lists it is a list, from others it is not read."""
    if launching.is_campaign(file):
        return launching.sent(turn, file)
    rosters_of, trees_of = _importers(turn), tree.held(turn)
    if not rosters_of and not trees_of:
        return Reply(text=turn.t("err-media"))
    kind = ListKind.UNITS if not rosters_of else ListKind.EITHER if trees_of else ListKind.PEOPLE
    unit_id = (rosters_of or trees_of)[0]
    imports.want(turn.conn, turn.contact.id, unit_id, file.ref, file.name, turn.now, kind=kind.value)
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
    if isinstance(sheet, UnitsSheet):
        return tree.preview(turn, found, sheet)
    lines = [turn.t("roster-read", people=len(sheet.rows), problems=len(sheet.problems))]
    lines += tree.named(turn, sheet.problems)
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
    if isinstance(found.sheet, UnitsSheet):
        return tree.write(turn, found, found.sheet)
    counts = rosters.save_people(turn.conn, found.unit_id, found.sheet.rows, turn.today, turn.now)
    imports.was_saved(turn.conn, import_id)
    audit.record(
        turn.conn, action="roster", subject=f"unit:{found.unit_id}", now=turn.now, person_id=turn.person_id
    )
    lines = [turn.t("roster-saved", added=counts.added, changed=counts.changed, unchanged=counts.unchanged)]
    if counts.left_out:
        lines.append(turn.t("roster-left-out", names=turn.texts.formats.listing(counts.left_out)))
    return Reply(
        text="\n".join(lines),
        choices=(turn.choice("button-invite", "invite"), turn.choice("button-status", "status")),
    )


def _importers(turn: Turn) -> list[int]:
    """The units whose lists of people the person may bring in."""
    return [m.unit_id for m in turn.held(*HEAD_ROLES) if turn.may(Action.IMPORT_ROSTER, m.unit_id)]


def _own(turn: Turn, import_id: int) -> Import | None:
    """An import of this very chat, of a kind that its sender may (still) bring in."""
    found = imports.load(turn.conn, import_id)
    if found is None or found.contact_id != turn.contact.id:
        return None
    if found.kind == ListKind.UNITS:
        return found if tree.held(turn) else None
    return found if turn.may(Action.IMPORT_ROSTER, found.unit_id) else None
