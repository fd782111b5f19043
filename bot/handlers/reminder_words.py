"""What reminders say, worded at the moment of sending: from what is owed then, and what is missing of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from bot.domain import ladder
from bot.domain.address import Address, address_of
from bot.domain.asking import form_of
from bot.domain.campaigns import Campaign
from bot.domain.channels import Capabilities
from bot.domain.deadlines import VIETNAM, instant, last_valid_day, local
from bot.domain.forms import Answers, Slot
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Membership, MembershipState, Role
from bot.domain.quotas import Quota
from bot.domain.rounds import RoundKind
from bot.domain.standings import State, Task, by_urgency
from bot.handlers import alerts, announced, deadline_words, delegation, digest, quota_words, round_words
from bot.handlers.wording import slot_name
from bot.storage import Connection, campaigns, follow_ups, memberships, people, rounds, standings, tasks
from bot.storage.campaigns import CampaignState
from bot.storage.deliveries import Delivery
from bot.texts import Texts

#: Tasks named one by one in a reminder; the rest are counted.
NAMED = 3
#: Kinds of messages to whoever answers for a unit or an office: how a round ended, what was delegated and
#: is over, who needs help and was not seen.
_OF_OFFICE = ("result", "over", "unseen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words reminders at the moment they are sent, from what is owed then."""

    texts: Texts
    able: Capabilities | None = None  #: what the channel can do to what was sent
    quotas: Mapping[str, Quota] = field(default_factory=dict)  #: of the channels that have one

    def __call__(self, conn: Connection, delivery: Delivery, now: datetime) -> Reply | datetime | None:
        """The words, or None when there is nothing left to say."""
        person_id, kind = delivery.person_id, delivery.kind
        if person_id is None:
            return None
        about, _, number = kind.partition(":")
        if about == "amend":
            return announced.amended(self.texts, conn, delivery, self.able, now)
        person = people.person(conn, person_id)
        held = [m for m in memberships.memberships_of(conn, person_id) if m.state is MembershipState.ACTIVE]
        if not held:
            return None
        if about == "news":
            return announced.news(self.texts, conn, int(number), now)
        address = address_of(person, held[0].role)
        found = by_urgency(tasks.tasks_of(conn, person_id), now)
        owed = self._awake(conn, [task for task in found if task.standing.owes], now)
        if about in ("reminder", "round") and self._came_back(conn, delivery, now):
            return None
        if about == "round":
            return round_words.asking(self.texts, conn, address, owed, int(number), now)
        if about == "quota":
            return quota_words.notice(self.texts, conn, address, self.quotas, now)
        if about in _OF_OFFICE:
            return self._of_office(conn, address, held, delivery, now)
        # What is planned for a day; what people asked for comes when they said.
        if (
            delivery.expires_at is not None
            and (later := self._later(conn, held, owed, kind, now)) is not None
        ):
            return later
        if (
            kind == "digest"
            and (told := digest.words(self.texts, conn, address, held, owed, now)) is not None
        ):
            return told
        return self._reminder(conn, address, owed, now) if owed else None

    def _of_office(
        self, conn: Connection, address: Address, held: list[Membership], delivery: Delivery, now: datetime
    ) -> Reply | None:
        """What whoever answers for a unit or an office hears about one thing."""
        answering = [m.unit_id for m in held if m.role in (*HEAD_ROLES, Role.OFFICER)]
        about, _, number = delivery.kind.partition(":")
        if about == "result":
            return round_words.result(self.texts, conn, address, answering, int(number))
        if about == "over":
            return delegation.over(self.texts, conn, address, held[0].person_id, int(number))
        return alerts.still_waiting(self.texts, conn, address, answering[0], int(number), now)

    def _awake(self, conn: Connection, owed: list[Task], now: datetime) -> list[Task]:
        """Without what they asked to be left in peace about until later, perhaps since it was planned."""
        asleep = follow_ups.snoozed(conn, [task.standing.id for task in owed], now)
        return [task for task in owed if task.standing.id not in asleep]

    def _came_back(self, conn: Connection, delivery: Delivery, now: datetime) -> bool:
        """Whether they were reminded at a moment of their own today already: a day has one reminder.

        What is due within hours is asked for all the same.
        """
        if delivery.expires_at is None or delivery.person_id is None:
            return False
        about, _, number = delivery.kind.partition(":")
        if about == "round":
            round_ = rounds.round_by_id(conn, int(number))
            campaign = campaigns.get(conn, round_.campaign_id).campaign
            if ladder.within_hours(round_, campaign.obligation(round_.obligation), campaign):
                return False
        return follow_ups.came_back(conn, delivery.person_id, instant(local(now).date(), time()))

    def _later(
        self, conn: Connection, held: list[Membership], owed: list[Task], kind: str, now: datetime
    ) -> datetime | None:
        """When to ask again, where quiet hours have begun since this was planned; None: it may go out.

        A large reminder day takes hours to send. What would come after the day has lost its use by then.
        """
        told = [(campaigns.get(conn, task.campaign_id).campaign, task.obligation) for task in owed]
        found = [
            (campaign, campaign.obligation(obligation).audience.roles or HEAD_ROLES)
            for campaign, obligation in told
        ]
        if kind == "digest":
            own = (held[0].role,)
            found = [
                (one.campaign, own) for one in campaigns.every(conn) if one.state is CampaignState.RUNNING
            ]
        moments = [
            ladder.next_allowed(now, roles, campaign, is_holiday, last_day=True) for campaign, roles in found
        ]
        allowed = min(moments, default=now)
        return allowed if allowed > now else None

    def _reminder(self, conn: Connection, address: Address, owed: list[Task], now: datetime) -> Reply:
        t = self.texts
        campaign = campaigns.get(conn, owed[0].campaign_id).campaign
        lines = [self._deadline(conn, address, campaign, owed[0], now)]
        if len(owed) > 1:
            numbers = {campaigns.get(conn, task.campaign_id).campaign.directive.number for task in owed}
            named = len(numbers) > 1  # said once, where it is the same for all
            directive = "several" if named else campaign.directive.number
            lines = [t("remind-several", address, count=len(owed), directive=directive)]
            lines += [self._line(conn, address, task, now, named=named) for task in owed[:NAMED]]
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

    def _deadline(
        self, conn: Connection, address: Address, campaign: Campaign, task: Task, now: datetime
    ) -> str:
        t, title = self.texts, task.label or campaign.obligation(task.obligation).title
        title = f"{title} ({task.on_behalf_of})" if task.on_behalf_of else title
        number = campaign.directive.number
        own = deadline_words.reminder(conn, t, address, task, title, now)
        if own is not None:
            return own
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
        if task.due_before is None or task.round_kind == RoundKind.SINGLE:
            return deadline_words.with_last_day(self.texts, campaign, task)
        return self.texts("due-moment", address, moment=slot_name(self.texts, task))

    def _line(self, conn: Connection, address: Address, task: Task, now: datetime, *, named: bool) -> str:
        """One of several; `named`: with the number of its directive."""
        running = campaigns.get(conn, task.campaign_id)
        campaign, own = running.campaign, deadline_words.of_task(conn, running, task, now)
        obligation = campaign.obligation(task.obligation)
        title = task.label or obligation.short or obligation.title
        if own is not None:
            due = deadline_words.local_due(conn, self.texts, campaign, task, own)
        else:
            due = self._due(address, campaign, task)
            due = self.texts("due-passed", address, due=due) if task.is_late(now) else due
        return self.texts(
            LINE_KEYS["remind-line-of" if named else "remind-line"],
            address,
            title=f"{title} ({task.on_behalf_of})" if task.on_behalf_of else title,
            directive=campaign.directive.number,
            due=due,
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


#: A line of several things to be declared, without and with the number of the directive.
LINE_KEYS = {key: key for key in ("remind-line", "remind-line-of")}


def _count(answers: Answers, question_id: str | None) -> int:
    value = answers.get(question_id) if question_id else None
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
