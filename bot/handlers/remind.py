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
from bot.handlers.status import current_rounds
from bot.handlers.turn import Turn
from bot.storage import Connection, people, reminders, standings, tasks
from bot.storage.campaigns import CampaignState

#: A snooze without a time comes back in the evening, or the next morning when it is evening already.
EVENING, MORNING = time(19, 0), time(7, 0)
#: What people switch off themselves, and can switch on again.
_SWITCHED_OFF = (Stopped.ASKED, Stopped.COMPLAINT)


def nudge(turn: Turn, unit_id: int) -> Reply:
    """A head reminds those of the unit who owe, once a day each and in their hours.

    Above the school's door the heads of the units that owe hear of it, not their people.
    """
    if not turn.may(Action.NUDGE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    inside = turn.may(Action.SEE_NAMES, unit_id)
    queued, at = 0, turn.now
    found = current_rounds(turn, unit_id)
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
            queued += reminders.plan_digests(
                turn.conn, round_.id, running.tree_on, Superior.PRINCIPAL, window, turn.now, within=unit_id
            )
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
    reminders.follow_up(turn.conn, turn.person_id, owed, at)
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
    reminders.wake(turn.conn, turn.person_id, owed)
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
    """Somebody is tired of us: say sorry, say how they stand, write no more, tell the school."""
    found = turn.tasks()
    done = bool(found) and all(task.standing.state is State.COMPLETE for task in found)
    key = COMPLAINT_KEYS["done" if done else "owing"]
    _leave_in_peace(turn, Stopped.COMPLAINT)
    for school_id in {turn.school_of(member.unit_id).id for member in turn.memberships}:
        for head, _ in people.holders(turn.conn, school_id, (Role.PRINCIPAL,)):
            if head.id != turn.person_id and turn.person is not None:
                text = turn.texts(
                    "complaint-notice", address_of(head, Role.PRINCIPAL), name=turn.person.full_name
                )
                turn.tell(
                    head.id,
                    Reply(text=text),
                    f"complaint:{turn.person_id}:{turn.today.isoformat()}:{head.id}",
                )
    again = () if done else (turn.choice("button-remind-again", "remind"),)
    return Reply(text=turn.t(key), choices=again)


COMPLAINT_KEYS: Mapping[str, str] = {"done": "complaint-ack-done", "owing": "complaint-ack"}


def _leave_in_peace(turn: Turn, why: Stopped) -> None:
    """Chase this person no more. A unit's duty is not one person's to drop."""
    for task in turn.tasks():
        if task.standing.owes and task.standing.unit_id is None:
            standings.set_stopped(turn.conn, task.standing.id, why)
    turn.changed()
    reminders.cancel(turn.conn, [turn.person_id], turn.now)


def cancel_settled(conn: Connection, standing_id: int, now: datetime) -> None:
    """After a declaration: take back the reminders of everybody who owes nothing any more."""
    settled = [
        person_id
        for person_id in reminders.responsible_for(conn, standing_id)
        if not any(task.standing.owes for task in tasks.tasks_of(conn, person_id))
    ]
    reminders.cancel(conn, settled, now)
