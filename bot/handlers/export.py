"""Figures as a spreadsheet: asked for in the chat, made just before it is sent.

The turn checks the right, writes down what is wanted and who asked; `bot/reports/exporting.py` makes it.
"""

import re

from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.handlers.status_units import path_to
from bot.handlers.turn import Turn
from bot.storage import audit, exports, units
from bot.storage.campaigns import Running
from bot.texts.unit_names import spoken

_OVERSEERS = (Role.OFFICER, *HEAD_ROLES, Role.HOMEROOM)
_NOT_IN_A_FILE_NAME = re.compile(r"[^A-Za-z0-9_-]+")


def show(turn: Turn) -> Reply:
    """A spreadsheet of the unit that the person answers for."""
    held = turn.held(*_OVERSEERS)
    if not held:
        return Reply(text=turn.t("err-not-allowed"))
    if len(held) == 1:
        return of_unit(turn, held[0].unit_id)
    found = [units.get(turn.conn, member.unit_id) for member in held]
    return Reply(
        text=turn.t("export-which-unit"),
        choices=tuple(Choice(label=unit.name, action=f"export:{unit.id}") for unit in found),
    )


def of_unit(turn: Turn, unit_id: int, campaign_id: int = 0) -> Reply:
    """A spreadsheet of a unit in one campaign; names are in it only for whoever may see them."""
    if not turn.may(Action.SEE_NUMBERS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    unit = units.get(turn.conn, unit_id)
    found = exports.campaigns_of(turn.conn, unit_id)
    if not found:
        return Reply(text=turn.t("status-nothing", unit=spoken(turn.texts, unit)))
    wanted = next((one for one in found if one.id == campaign_id), found[0])
    if len(found) > 1 and wanted.id != campaign_id:
        return Reply(
            text=turn.t("export-which-campaign", unit=spoken(turn.texts, unit)),
            choices=tuple(
                Choice(label=one.campaign.title, action=f"export:{unit_id}:{one.id}") for one in found
            ),
        )
    return _made(turn, unit_id, wanted)


def _made(turn: Turn, unit_id: int, running: Running) -> Reply:
    unit = units.get(turn.conn, unit_id)
    names = turn.may_see_names(unit_id, running.campaign)
    path = path_to(turn, unit_id, running.tree_on)
    audit.record(
        turn.conn,
        action="export",
        subject=f"unit:{unit_id}",
        now=turn.now,
        person_id=turn.person_id,
        detail=f"{running.campaign.slug} {'names' if names else 'numbers'}",
    )
    return Reply(
        text=turn.t(
            "export-names" if names else "export-numbers",
            unit=spoken(turn.texts, unit),
            title=running.campaign.title,
        ),
        attachment=turn.paper(
            "export",
            f"{_NOT_IN_A_FILE_NAME.sub('-', unit.code)}-{running.campaign.slug}-{turn.today:%Y%m%d}.xlsx",
            unit=unit_id,
            campaign=running.id,
            names=names,
            path=list(path),
        ),
    )
