"""What somebody is told who goes on with a declaration whose campaign was paused or closed."""

from bot.domain.messages import Reply
from bot.handlers.turn import DECLARE, Turn
from bot.storage import campaigns, reminders, units
from bot.storage.campaigns import CampaignState


def gone(turn: Turn, standing_id: int) -> Reply:
    """A task that cannot be declared any more: because its campaign rests or ended, or for good."""
    return _told(turn, standing_id) or Reply(text=turn.t("task-gone"))


def open_declaration(turn: Turn) -> Reply | None:
    """Free text for a declaration that was open when its campaign was paused or closed; told once.

    What was answered is put aside, so that it can be taken up when the campaign goes on.
    """
    if turn.session.topic != DECLARE:
        return None
    standing_id = int(turn.session.data["standing_id"])
    if turn.task(standing_id) is not None:
        return None
    told = _told(turn, standing_id)
    if told is not None:
        turn.session.put_aside()
    return told


def _told(turn: Turn, standing_id: int) -> Reply | None:
    running = campaigns.of_standing(turn.conn, standing_id)
    if running is None or running.state is CampaignState.RUNNING:
        return None
    if turn.person_id not in reminders.responsible_for(turn.conn, standing_id):
        return None
    title = running.campaign.title
    if running.state is CampaignState.PAUSED:
        return Reply(text=turn.t("task-paused", title=title))
    scope = units.get(turn.conn, running.scope_unit_id).name
    return Reply(text=turn.t("task-closed", title=title, moment=running.closed_at or turn.now, scope=scope))
