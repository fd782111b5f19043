"""Reminders as people meet them: their words, a head's "nhắc", and every way to be left in peace."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from bot.domain import ladder
from bot.domain.address import Address, address_of
from bot.domain.asking import form_of
from bot.domain.campaigns import Campaign
from bot.domain.deadlines import VIETNAM, last_valid_day
from bot.domain.forms import Answers, Slot
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.standings import State, Stopped, Task
from bot.domain.tallies import DECLARED, EXPECTED, completeness
from bot.handlers.status import current_rounds
from bot.handlers.turn import Turn
from bot.storage import Connection, campaigns, people, reminders, standings, tallies, tasks, units
from bot.storage.campaigns import CampaignState
from bot.storage.deliveries import Delivery
from bot.texts import Texts

#: A snooze without a time comes back in the evening, or the next morning when it is evening already.
EVENING, MORNING = time(19, 0), time(7, 0)
#: Tasks named one by one in a reminder; the rest are counted.
NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words reminders at the moment they are sent, from what is owed then."""

    texts: Texts

    def __call__(self, conn: Connection, delivery: Delivery, now: datetime) -> Reply | datetime | None:
        """The words, or None when there is nothing left to say."""
        person_id, kind = delivery.person_id, delivery.kind
        if person_id is None:
            return None
        person = people.person(conn, person_id)
        held = [m for m in people.memberships_of(conn, person_id) if m.state is MembershipState.ACTIVE]
        if not held:
            return None
        address = address_of(person, held[0].role)
        owed = [task for task in tasks.tasks_of(conn, person_id) if task.standing.owes]
        if kind == "digest":
            unit_id = next((m.unit_id for m in held if m.role in (*HEAD_ROLES, Role.OFFICER)), None)
            digest = None if unit_id is None else self._digest(conn, address, unit_id, now)
            if digest is not None:
                return digest
        return self._reminder(conn, address, owed, now) if owed else None

    def _reminder(self, conn: Connection, address: Address, owed: list[Task], now: datetime) -> Reply:
        t = self.texts
        campaign = campaigns.get(conn, owed[0].campaign_id).campaign
        lines = [self._deadline(address, campaign, owed[0], now)]
        if len(owed) > 1:
            lines = [t("remind-several", address, count=len(owed))]
            lines += [self._line(conn, address, task) for task in owed[:NAMED]]
        elif (detail := self._detail(conn, address, owed[0])) is not None:
            lines.append(t("remind-rest", address, detail=detail))
        else:
            lines.append(t("remind-act", address))
        choices = [
            Choice(
                label=t("button-declare", address),
                action=f"open:{owed[0].standing.id}" if len(owed) == 1 else "tasks",
            ),
            Choice(label=t("button-later", address), action="snooze"),
        ]
        return Reply(text="\n".join(lines), choices=tuple(choices))

    def _deadline(self, address: Address, campaign: Campaign, task: Task, now: datetime) -> str:
        t, title = self.texts, task.label or campaign.obligation(task.obligation).title
        title = f"{title} ({task.on_behalf_of})" if task.on_behalf_of else title
        number = campaign.directive.number
        if task.due_before is None:
            return t("remind-open", address, directive=number, title=title)
        last = last_valid_day(task.due_before)
        day, due = self.texts.formats.day(last), self._due(address, campaign, task)
        left = (last - now.astimezone(VIETNAM).date()).days
        if left > 1:
            return t("remind-days", address, directive=number, title=title, days=left, due=due)
        if left == 1:
            return t("remind-tomorrow", address, directive=number, title=title, day=day)
        if not task.is_late(now):
            until = self.texts.formats.clock(task.due_before - timedelta(minutes=1))
            return t("remind-today", address, directive=number, title=title, until=until)
        return t("remind-overdue", address, directive=number, title=title, due=due)

    def _due(self, address: Address, campaign: Campaign, task: Task) -> str:
        """The deadline as the directive words it, and the last day it means."""
        if task.due_before is None:
            return self.texts("due-none", address)
        day = self.texts.formats.day(last_valid_day(task.due_before))
        due = campaign.obligation(task.obligation).due
        if due is None or task.label:  # a slot or an ad hoc round has a day only
            return self.texts("due-day", address, day=day)
        return self.texts("due-phrase", address, phrase=due.phrase, day=day)

    def _line(self, conn: Connection, address: Address, task: Task) -> str:
        campaign = campaigns.get(conn, task.campaign_id).campaign
        obligation = campaign.obligation(task.obligation)
        title = task.label or obligation.short or obligation.title
        return self.texts(
            "remind-line",
            address,
            title=f"{title} ({task.on_behalf_of})" if task.on_behalf_of else title,
            directive=campaign.directive.number,
            due=self._due(address, campaign, task),
            detail=self._detail(conn, address, task) or self.texts("remind-not-declared", address),
        )

    def _detail(self, conn: Connection, address: Address, task: Task) -> str | None:
        """What exactly is missing of something declared in part."""
        if task.standing.state is not State.PARTIAL:
            return None
        campaign = campaigns.get(conn, task.campaign_id).campaign
        form = form_of(campaign, task.obligation, task.question, task.label)
        answers = standings.answers(conn, task.standing) or {}
        own = form.question_for(Slot.SELF_DONE)
        if own is not None and answers.get(own.id) is False:
            return self.texts("remind-self-left", address)
        questions = [
            form.question_for(slot) for slot in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT)
        ]
        total, done, exempt = (_count(answers, question.id if question else None) for question in questions)
        left = total - done - exempt
        return (
            self.texts("remind-family-left", address, count=left)
            if left > 0
            else self.texts("remind-partial", address)
        )

    def _digest(self, conn: Connection, address: Address, unit_id: int, now: datetime) -> Reply | None:
        """The morning's numbers for a head or an officer; names are a tap away, never in the message."""
        unit = units.get(conn, unit_id)
        lines: list[str] = []
        for running in campaigns.every(conn):
            if running.state is not CampaignState.RUNNING:
                continue
            for round_ in campaigns.rounds_of(conn, running.id):
                tally = tallies.of(conn, round_.id, unit_id)
                if round_.opened_at is None or tally.get(DECLARED, 0) >= tally.get(EXPECTED, 0):
                    continue
                if round_.slot is not None and round_.is_late(now):
                    continue
                obligation = running.campaign.obligation(round_.obligation)
                lines.append(
                    self.texts(
                        "digest-line",
                        address,
                        directive=running.campaign.directive.number,
                        title=round_.label or obligation.short or obligation.title,
                        declared=tally.get(DECLARED, 0),
                        expected=tally[EXPECTED],
                        share=completeness(tally),
                    )
                )
        if not lines:
            return None
        return Reply(
            text="\n".join([self.texts("digest-head", address, unit=unit.name, moment=now), *lines]),
            choices=(
                Choice(label=self.texts("button-nudge", address), action=f"nudge:{unit_id}"),
                Choice(label=self.texts("button-details", address), action=f"status:{unit_id}"),
            ),
        )


def _count(answers: Answers, question_id: str | None) -> int:
    value = answers.get(question_id) if question_id else None
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


# --- what people ask for ------------------------------------------------------------------------


def nudge(turn: Turn, unit_id: int) -> Reply:
    """A head reminds those of the unit who owe, once a day each and in their hours.

    Above the school's door the heads of the units that owe hear of it, not their people.
    """
    if not turn.may(Action.NUDGE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    inside = turn.may(Action.SEE_NAMES, unit_id)
    queued, at = 0, turn.now
    for running, round_ in current_rounds(turn, unit_id):
        obligation = running.campaign.obligation(round_.obligation)
        window = ladder.window(round_, obligation, running.campaign, is_holiday, turn.now)
        at = window.due_at
        if inside:
            queued += reminders.plan_unit(
                turn.conn, round_.id, unit_id, running.tree_on, window, turn.now, but=turn.person_id
            )
        else:
            queued += reminders.plan_digests(
                turn.conn, round_.id, running.tree_on, Role.PRINCIPAL, window, turn.now, within=unit_id
            )
    if not queued:
        return Reply(text=turn.t("nudge-none"))
    if at > turn.now:
        return Reply(text=turn.t("nudge-later", count=queued, moment=at))
    return Reply(text=turn.t("nudge-sent", count=queued))


def snooze(turn: Turn, at: datetime | None = None) -> Reply:
    """ "Tối nay nhắc em lại nhé": leave them in peace until then, and come back."""
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
    return Reply(text=turn.t("stop-ack"), choices=(turn.choice("button-declare", "tasks"),))


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
    return Reply(text=turn.t(key))


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
