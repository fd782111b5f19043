"""What people ask of reminders: a head's "nhắc", every way to be left in peace, and to be reminded again."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta

from bot.domain import ladder
from bot.domain.address import address_of
from bot.domain.campaigns import Superior
from bot.domain.deadlines import VIETNAM
from bot.domain.holidays import is_holiday
from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.domain.permissions import Action
from bot.domain.standings import State, Stopped
from bot.handlers import questions
from bot.handlers.status import current_rounds
from bot.handlers.turn import DECLARE, Turn
from bot.storage import (
    Connection,
    campaigns,
    follow_ups,
    last_reminder,
    reminders,
    sessions,
    standings,
    tasks,
)
from bot.storage.campaigns import CampaignState

#: A snooze without a time comes back in the evening, or the next morning when it is evening already.
EVENING, MORNING = time(19, 0), time(7, 0)
#: What people switch off themselves, and can switch on again.
_SWITCHED_OFF = (Stopped.ASKED, Stopped.COMPLAINT)


def nudge(turn: Turn, unit_id: int, round_id: int = 0) -> Reply:
    """A head reminds those of the unit who owe, once a day each and in their hours.

    `round_id`: of one round only, as under a list of it; 0: of all that is open.
    Above the school's door the heads of the units that owe hear of it, not their people.
    """
    if not turn.may(Action.NUDGE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    inside = turn.may(Action.SEE_NAMES, unit_id)
    queued, at = 0, turn.now
    found = [one for one in current_rounds(turn, unit_id) if round_id in (0, one[1].id)]
    asked = [(running, round_) for running, round_ in found if running.state is CampaignState.RUNNING]
    if found and not asked:
        return Reply(text=turn.t("nudge-paused"))
    for running, round_ in asked:
        obligation = running.campaign.obligation(round_.obligation)
        window = ladder.window(round_, obligation, running.campaign, is_holiday, turn.now)
        at = window.due_at
        if inside:
            queued += reminders.plan_unit(
                turn.conn, round_.id, unit_id, running.tree_on, window, turn.now, but=turn.person_id
            )
        else:
            heads = reminders.hearing(
                turn.conn, round_.id, running.tree_on, Superior.PRINCIPAL, turn.now, within=unit_id
            )
            queued += reminders.queue_digests(turn.conn, heads, window, turn.now)
    if not queued:
        return Reply(text=turn.t("nudge-none"))
    if at > turn.now:
        return Reply(text=turn.t("nudge-later", count=queued, moment=at))
    return Reply(text=turn.t("nudge-sent", count=queued))


def snooze(turn: Turn, at: datetime | None = None) -> Reply:
    """ "Tối nay nhắc em lại nhé": leave them in peace until then, and come back.

    Of somebody whose reminders are switched off it is the wish to have them again.
    """
    was_off = _switch_on(turn)
    if was_off and at is None:
        return resume(turn)
    owed = [task.standing.id for task in turn.tasks() if task.standing.owes]
    if not owed:
        return Reply(text=turn.t("menu-nothing-owed"))
    if at is None or at <= turn.now:
        local = turn.now.astimezone(VIETNAM)
        day = local.date() + timedelta(days=local.time() >= EVENING)
        at = datetime.combine(
            day, MORNING if local.time() >= EVENING else EVENING, tzinfo=VIETNAM
        ).astimezone(UTC)
    follow_ups.promise(turn.conn, turn.person_id, owed, at)
    reminders.cancel(turn.conn, [turn.person_id], turn.now)
    return Reply(text=turn.t("snooze-ack", moment=at))


def stop(turn: Turn) -> Reply:
    """No more reminders; what was declared stays, and declaring stays possible."""
    _leave_in_peace(turn, Stopped.ASKED)
    return Reply(
        text=turn.t("stop-ack"),
        choices=(turn.choice("button-declare", "tasks"), turn.choice("button-remind-again", "remind")),
    )


def resume(turn: Turn) -> Reply:
    """Reminders again, of everything that is still owed, and from now on rather than from a later moment."""
    _switch_on(turn)
    owed = [task.standing.id for task in turn.tasks() if task.standing.owes]
    if not owed:
        return Reply(text=turn.t("menu-nothing-owed"))
    follow_ups.wake(turn.conn, turn.person_id, owed)
    return Reply(
        text=turn.t("resume-ack", count=len(owed)), choices=(turn.choice("button-declare", "tasks"),)
    )


def _switch_on(turn: Turn) -> bool:
    """Chase this person again about what they wanted no reminders of; whether there was any such thing."""
    off = [
        task.standing.id
        for task in turn.tasks()
        if task.standing.stopped in _SWITCHED_OFF and task.standing.state is not State.COMPLETE
    ]
    for standing_id in off:
        standings.set_stopped(turn.conn, standing_id, None)
    turn.changed()
    return bool(off)


def complaint(turn: Turn) -> Reply:
    """Somebody is tired of us: say sorry, say how they stand, remind no more of it, tell the contact person.

    It is about the campaign of the open question or of the last reminder; where that cannot be told,
    about everything: nobody who is cross is asked which.
    """
    campaign_id = _complained_of(turn)
    found = [task for task in turn.tasks() if campaign_id in (None, task.campaign_id)]
    numbers = {campaigns.get(turn.conn, task.campaign_id).campaign.directive.number: None for task in found}
    letters = turn.texts.formats.listing([turn.t("complaint-letter", number=number) for number in numbers])
    done = not any(task.standing.owes for task in found)
    unit_owes = any(task.standing.owes and task.standing.unit_id is not None for task in found)
    _leave_in_peace(turn, Stopped.COMPLAINT, campaign_id)
    _tell_contact(turn, campaign_id, letters)
    others = any(task.standing.owes and task not in found for task in turn.tasks())
    how = "nothing" if not found else "done" if done else "owing"
    lines = [turn.t(COMPLAINT_KEYS[how], letters=letters)]
    lines += [turn.t("complaint-unit")] if unit_owes else []
    lines += [turn.t("complaint-others")] if others else []
    choices = [] if done else [turn.choice("button-remind-again", "remind")]
    choices += [turn.choice("button-stop-all", "stop")] if others else []
    return Reply(text="\n".join(lines), choices=tuple(choices))


COMPLAINT_KEYS: Mapping[str, str] = {
    "nothing": "complaint-ack-nothing",
    "done": "complaint-ack-done",
    "owing": "complaint-ack",
}


def _complained_of(turn: Turn) -> int | None:
    """The campaign of the open question or of the last reminder, whichever came later; None: of several."""
    last = last_reminder.of(turn.conn, turn.person_id)
    asked_at = sessions.last_turn(turn.conn, sessions.owner_of(turn.contact))
    asked = turn.task(int(turn.session.data["standing_id"])) if turn.session.topic == DECLARE else None
    if asked is not None and asked_at is not None and (last is None or asked_at >= last.at):
        return asked.campaign_id
    return None if last is None else last.campaign_id


def _tell_contact(turn: Turn, campaign_id: int | None, letters: str) -> None:
    """The contact person of each of their places hears of it, once a day about the same thing."""
    for member in turn.held(*Role):
        found = questions.contact_of(turn, member)
        if found is None:
            continue
        contact, held = found
        who = questions.who(turn, member, held)
        text = turn.texts("complaint-notice", address_of(contact, held.role), who=who, letters=letters)
        key = f"complaint:{turn.person_id}:{campaign_id or 0}:{turn.today.isoformat()}:{contact.id}"
        turn.tell(contact.id, Reply(text=text), key)


def _leave_in_peace(turn: Turn, why: Stopped, campaign_id: int | None = None) -> None:
    """Chase this person no more, about one campaign or about anything.

    A unit's duty is not one person's to drop.
    """
    for task in turn.tasks():
        own = task.standing.owes and task.standing.unit_id is None
        if own and campaign_id in (None, task.campaign_id):
            standings.set_stopped(turn.conn, task.standing.id, why)
    turn.changed()
    reminders.cancel(turn.conn, [turn.person_id], turn.now)


def cancel_settled(conn: Connection, standing_id: int, now: datetime) -> None:
    """After a declaration: take back the reminders of everybody who owes nothing any more."""
    settled = [
        person_id
        for person_id in reminders.responsible_for(conn, standing_id)
        if reminders.wait_for(conn, person_id)
        and not any(task.standing.owes for task in tasks.tasks_of(conn, person_id))
    ]
    reminders.cancel(conn, settled, now)
