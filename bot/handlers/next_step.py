"""The button that helps a head most just now: on top of their menu, and under their digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain import ladder
from bot.domain.address import Address
from bot.domain.deadlines import last_valid_day, local
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice
from bot.domain.next_action import NextAction, Situation, next_action
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.permissions import Action, Relation, may
from bot.domain.standings import Task
from bot.domain.units import Unit
from bot.handlers.deciders import FROM_ABOVE
from bot.storage import Connection, campaigns, chasing, memberships, questions, rollups, schools
from bot.storage.campaigns import CampaignState
from bot.storage.rollups import Current
from bot.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How things stand for a head in a unit, with what the buttons need."""

    unit: Unit
    situation: Situation
    unit_tasks: tuple[Task, ...]  #: what the unit itself owes, the most urgent first
    own_tasks: tuple[Task, ...]  #: what the head owes themselves
    newcomers: tuple[int, ...]  #: memberships that wait
    questions: tuple[int, ...]


def outlook(conn: Connection, head: Membership, unit: Unit, owed: list[Task], now: datetime) -> Outlook:
    """Look at a unit with the eyes of one of its heads; `owed` is what they owe, the most urgent first."""
    today = local(now).date()
    places = [one.id for one in schools.inside(conn, unit, today)]
    asked = [one for one in rollups.current(conn, unit.id, now) if one.running.state is CampaignState.RUNNING]
    of_people = [
        one.round.id
        for one in asked
        if may(head.role, Action.SEE_NAMES, Relation.OWN)  # officers are offered no list of names
        and not one.running.campaign.obligation(one.round.obligation).audience.answered_by_units
    ]
    unit_tasks = tuple(task for task in owed if task.standing.unit_id is not None)
    own_tasks = tuple(task for task in owed if task.standing.unit_id is None)
    newcomers = _newcomers(conn, head, places)
    waiting = tuple(questions.waiting_in(conn, places))
    return Outlook(
        unit=unit,
        unit_tasks=unit_tasks,
        own_tasks=own_tasks,
        newcomers=newcomers,
        questions=waiting,
        situation=Situation(
            unit_due_today=bool(unit_tasks) and _is_due(unit_tasks[0], now),
            unit_owes=bool(unit_tasks),
            newcomers=len(newcomers),
            owing=chasing.missing(conn, of_people, places),
            unconnected=len(chasing.unreached(conn, of_people, places)),
            questions=len(waiting),
            to_nudge=len(_to_nudge(conn, head, unit, places, asked, now)),
            owes=bool(own_tasks),
        ),
    )


def _is_due(task: Task, now: datetime) -> bool:
    return task.due_before is not None and last_valid_day(task.due_before) <= local(now).date()


def _newcomers(conn: Connection, head: Membership, places: list[int]) -> tuple[int, ...]:
    if not may(head.role, Action.APPROVE, Relation.OWN):
        return ()
    found = memberships.within(conn, places, Role, MembershipState.PENDING)
    return tuple(held.id for _, held in found if held.role not in FROM_ABOVE)


def _to_nudge(
    conn: Connection, head: Membership, unit: Unit, places: list[int], asked: list[Current], now: datetime
) -> set[int]:
    """Whom "nhắc" would reach: people of one's own school or class, heads of the schools below an office."""
    found: set[int] = set()
    for one in asked:
        running, round_ = one.running, one.round
        obligation = running.campaign.obligation(round_.obligation)
        window = ladder.window(round_, obligation, running.campaign, is_holiday, now)
        if may(head.role, Action.SEE_NAMES, Relation.OWN):
            found |= chasing.would_remind(conn, round_.id, places, window, now, but=head.person_id)
        else:
            found |= chasing.would_tell(conn, round_.id, unit.id, running.tree_on, window, now)
    return found


def button(texts: Texts, conn: Connection, address: Address, seen: Outlook) -> Choice | None:
    """The one button; None where nothing is left to do."""
    action = next_action(seen.situation)
    if action is None:
        return None
    count, title = _counts(seen.situation)[action], _title(conn, seen)
    label = texts(LABEL_KEYS[action], address, count=count, title=title)
    return Choice(label=label, action=_does(seen, action))


LABEL_KEYS: Mapping[NextAction, str] = {
    NextAction.DECLARE_FOR_UNIT: "next-declare-for-unit",
    NextAction.APPROVE: "next-approve",
    NextAction.CONNECT: "next-connect",
    NextAction.ANSWER: "next-answer",
    NextAction.NUDGE: "next-nudge",
    NextAction.DECLARE: "next-declare",
    NextAction.LOOK: "next-look",
}


def _counts(now: Situation) -> Mapping[NextAction, int]:
    return {
        NextAction.DECLARE_FOR_UNIT: 1,
        NextAction.APPROVE: now.newcomers,
        NextAction.CONNECT: now.unconnected,
        NextAction.ANSWER: now.questions,
        NextAction.NUDGE: now.to_nudge,
        NextAction.DECLARE: 1,
        NextAction.LOOK: now.owing,
    }


def _title(conn: Connection, seen: Outlook) -> str:
    """What the unit, else the head, has to declare first; empty where that is nothing."""
    task = next(iter(seen.unit_tasks or seen.own_tasks), None)
    if task is None:
        return ""
    obligation = campaigns.get(conn, task.campaign_id).campaign.obligation(task.obligation)
    return task.label or obligation.short or obligation.title


def _does(seen: Outlook, action: NextAction) -> str:
    match action:
        case NextAction.DECLARE_FOR_UNIT:
            return f"open:{seen.unit_tasks[0].standing.id}"
        case NextAction.APPROVE:
            return f"newcomer-of:{seen.newcomers[0]}" if len(seen.newcomers) == 1 else "people"
        case NextAction.CONNECT:
            return f"unreached:{seen.unit.id}"
        case NextAction.ANSWER:
            return f"reply:{seen.questions[0]}"
        case NextAction.NUDGE:
            return f"nudge:{seen.unit.id}"
        case NextAction.DECLARE:
            return f"open:{seen.own_tasks[0].standing.id}"
        case NextAction.LOOK:
            return f"missing:{seen.unit.id}"
