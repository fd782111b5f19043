"""Pausing, resuming and closing a campaign: what it means in numbers, a yes, and it is done."""

from bot.domain.messages import Reply
from bot.domain.permissions import Action
from bot.errors import InputError
from bot.handlers.campaigns import find, scope_name, state_text
from bot.handlers.still_owed import still_owed
from bot.handlers.turn import Turn
from bot.storage import campaign_changes, campaigns
from bot.storage.campaigns import CampaignState, Running

#: What is asked before, what is said afterwards, and the words on the button.
SURE_KEYS = {
    CampaignState.PAUSED: "campaigns-pause-sure",
    CampaignState.RUNNING: "campaigns-resume-sure",
    CampaignState.CLOSED: "campaigns-close-sure",
}
DONE_KEYS = {
    CampaignState.PAUSED: "campaigns-was-paused",
    CampaignState.RUNNING: "campaigns-was-resumed",
    CampaignState.CLOSED: "campaigns-was-closed",
}
BUTTON_KEYS = {
    CampaignState.PAUSED: "button-pause",
    CampaignState.RUNNING: "button-resume",
    CampaignState.CLOSED: "button-close",
}
#: The verbs of the buttons.
VERBS = {
    CampaignState.PAUSED: "pause",
    CampaignState.RUNNING: "resume",
    CampaignState.CLOSED: "close",
}


def steer(turn: Turn, campaign_id: int, state: CampaignState, *, sure: bool) -> Reply:
    """Bring a campaign into another state, after a yes."""
    running = find(turn, campaign_id)
    if running is None:
        return Reply(text=turn.t("err-not-allowed"))
    if not turn.may(Action.RUN_CAMPAIGN, running.scope_unit_id):
        return Reply(text=turn.t("campaigns-who-runs", scope=scope_name(turn, running)))
    if running.state is state:
        return _already(turn, running)
    if not sure and running.state is not CampaignState.CLOSED:
        return _ask(turn, running, state)
    try:
        campaign_changes.set_state(turn.conn, running, state, turn.now, turn.person_id)
    except InputError as error:
        return Reply(text=turn.t(error.key, **error.facts))
    turn.changed()
    changed = campaigns.get(turn.conn, campaign_id)
    return Reply(
        text=turn.t(DONE_KEYS[state], title=changed.campaign.title, moment=turn.now),
        choices=(turn.choice("button-details", f"campaign:{campaign_id}"),),
    )


def _already(turn: Turn, running: Running) -> Reply:
    text = turn.t("campaigns-already", title=running.campaign.title, state=state_text(turn, running))
    return Reply(text=text, choices=(turn.choice("button-details", f"campaign:{running.id}"),))


def _ask(turn: Turn, running: Running, state: CampaignState) -> Reply:
    left = still_owed(turn, running, running.scope_unit_id) or turn.t("campaigns-nobody")
    return Reply(
        text=turn.t(SURE_KEYS[state], title=running.campaign.title, left=left),
        choices=(
            turn.choice(BUTTON_KEYS[state], f"{VERBS[state]}:{running.id}:yes"),
            turn.choice("button-not-now", f"campaign:{running.id}"),
        ),
    )
