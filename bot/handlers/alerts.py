"""Calls for help: told at once to whoever is near, and passed on upwards where nobody takes them up."""

from datetime import datetime, timedelta

from bot.domain.address import Address, address_of
from bot.domain.forms import Answers, Form
from bot.domain.messages import Choice, Lane, Reply
from bot.domain.people import Role
from bot.domain.permissions import Action
from bot.domain.standings import Task
from bot.handlers.turn import Turn
from bot.handlers.wording import summary_lines
from bot.storage import Connection, campaigns, contacts, deliveries, memberships, units
from bot.storage import alerts as alert_store
from bot.storage.campaigns import Running
from bot.texts import Texts
from bot.texts.unit_names import spoken

#: A head has so long to say that they are in touch; then the unit above hears how many wait.
PATIENCE = timedelta(minutes=15)
_NEAR = (Role.PRINCIPAL, Role.DEPUTY, Role.HOMEROOM)


def call(turn: Turn, task: Task, running: Running, form: Form, answers: Answers) -> str:
    """Somebody needs help: pass it on, and say to whom."""
    alert_store.raise_(turn.conn, task.standing.id, turn.now)
    said = summary_lines(turn, form, answers)
    if task.standing.unit_id is not None:
        return _from_school(turn, task, running, said)
    who = turn.person.full_name if turn.person and not task.on_behalf_of else task.on_behalf_of
    unit = units.get(turn.conn, task.standing.home_unit_id)
    reached = False
    for above in units.above(turn.conn, unit.id, running.tree_on)[:2]:
        for head, _ in memberships.holders(turn.conn, above.id, _NEAR):
            if head.id != turn.person_id:
                reached = reached or head.contact_id is not None
                where = spoken(turn.texts, unit)
                text = turn.texts("alert", address_of(head, Role.PRINCIPAL), name=who, unit=where)
                _tell(turn, task, head.id, address_of(head, Role.PRINCIPAL), [text, *said])
    _pass_on_later(turn, task, running)
    return turn.t("alert-passed-on") if reached else turn.t("alert-nobody-near")


def _from_school(turn: Turn, task: Task, running: Running, said: list[str]) -> str:
    """What a school reports of itself goes to the officers above it, whole: it names nobody."""
    for above in units.above(turn.conn, task.standing.home_unit_id, running.tree_on)[1:]:
        officers = memberships.holders(turn.conn, above.id, (Role.OFFICER,))
        for officer, _ in officers:
            address = address_of(officer, Role.OFFICER)
            text = turn.texts("alert-unit", address, unit=task.on_behalf_of)
            _tell(turn, task, officer.id, address, [text, *said])
        if officers:
            return turn.t("alert-passed-up", unit=above.name)
    return turn.t("alert-no-officer")


def _tell(turn: Turn, task: Task, person_id: int, address: Address, lines: list[str]) -> None:
    button = Choice(label=turn.texts("button-in-touch", address), action=f"in-touch:{task.standing.id}")
    key = f"alert:{task.standing.id}:{task.standing.revision}:{person_id}"
    turn.tell(person_id, Reply(text="\n".join(lines), choices=(button,)), key)


def _pass_on_later(turn: Turn, task: Task, running: Running) -> None:
    """The nearest officers above the school hear of it if nobody takes it up; worded then."""
    school = turn.school_of(task.standing.home_unit_id)
    at = turn.now + PATIENCE
    quarter = int(turn.now.timestamp()) // int(PATIENCE.total_seconds())
    for above in units.above(turn.conn, school.id, running.tree_on)[1:]:
        officers = [
            one for one, _ in memberships.holders(turn.conn, above.id, (Role.OFFICER,)) if one.contact_id
        ]
        for officer in officers:
            deliveries.queue(
                turn.conn,
                contact=contacts.contact_by_id(turn.conn, officer.contact_id or 0),
                body=None,
                lane=Lane.ANSWER,
                kind=f"unseen:{running.id}",
                # Many calls of one quarter of an hour are one message, which counts them all.
                dedupe_key=f"unseen:{running.id}:{officer.id}:{quarter}",
                person_id=officer.id,
                now=turn.now,
                due_at=at,
            )
        if officers:
            return


def still_waiting(
    texts: Texts, conn: Connection, address: Address, unit_id: int, campaign_id: int, now: datetime
) -> Reply | None:
    """How many calls of which schools nobody has taken up; nothing where all were."""
    found = alert_store.unseen(conn, campaigns.get(conn, campaign_id), unit_id)
    if not found:
        return None
    lines = [texts("alert-unseen", address, count=sum(found.values()), moment=now)]
    lines += [texts("alert-unseen-line", address, unit=name, count=count) for name, count in found.items()]
    return Reply(text="\n".join([*lines, texts("alert-unseen-act", address)]))


def in_touch(turn: Turn, standing_id: int) -> Reply:
    """ "Đã liên hệ": whoever takes it up says so, and others see it."""
    call = alert_store.of_standing(turn.conn, standing_id)
    if call is None:
        return Reply(text=turn.t("alert-over"))
    if not turn.may(Action.SEE_NUMBERS if call.of_unit else Action.SEE_NAMES, call.home_unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    if call.seen_by is None or call.seen_at is None:
        alert_store.see(turn.conn, standing_id, turn.person_id, turn.now)
        return Reply(text=turn.t("alert-taken-up", moment=turn.now))
    name = turn.name_of(call.seen_by)
    return Reply(text=turn.t("alert-taken-up-before", name=name, moment=call.seen_at))
