"""Taking a consent back, campaign by campaign, at once; it can be given again at any time."""

from bot.domain.messages import Choice, Reply
from bot.handlers import own_data
from bot.handlers.turn import DECLARE, Session, Turn
from bot.reports.own_data import children
from bot.storage import campaigns, consents, erasing, people, reminders, sessions, tasks
from bot.storage.campaigns import Running


def show(turn: Turn) -> Reply:
    """To what did they agree, for themselves and for their children?"""
    found = [
        (running, person)
        for person in [people.person(turn.conn, turn.person_id), *children(turn.conn, turn.person_id)]
        for running in campaigns.every(turn.conn)
        if _agreed(turn, running, person.id)
    ]
    back = turn.choice("button-data", "data")
    if not found:
        return Reply(text=turn.t("unconsent-none"), choices=(back,))
    choices = [
        Choice(
            label=running.campaign.directive.number
            if person.id == turn.person_id
            else f"{running.campaign.directive.number} – {person.full_name}",
            action=f"unconsent:{running.id}:{person.id}",
        )
        for running, person in found
    ]
    return Reply(text=turn.t("unconsent-which"), choices=(*choices, back))


def _agreed(turn: Turn, running: Running, person_id: int) -> bool:
    return any(
        consents.latest(turn.conn, running.id, person_id, sensitive=running.campaign.sensitive).values()
    )


def withdraw(turn: Turn, campaign_id: int, person_id: int, *, sure: bool) -> Reply:
    """What it means, and after a yes: done."""
    person, running = own_data.subject(turn, person_id), campaigns.get(turn.conn, campaign_id)
    if person is None:
        return Reply(text=turn.t("err-not-allowed"))
    number, title = running.campaign.directive.number, running.campaign.title
    if not _agreed(turn, running, person.id):
        return Reply(text=turn.t("unconsent-none"), choices=(turn.choice("button-data", "data"),))
    if not sure:
        return Reply(
            text=turn.t("unconsent-confirm", directive=number, title=title, name=person.full_name),
            choices=(
                turn.choice("button-confirm", f"unconsent:{running.id}:{person.id}:yes"),
                turn.choice("button-not-now", "data"),
            ),
        )
    asked = {
        owner
        for one in tasks.tasks_of(turn.conn, person.id)
        for owner in reminders.responsible_for(turn.conn, one.standing.id)
    }
    gone = erasing.withdraw_consent(
        turn.conn, running, person.id, by=turn.person_id, channel=turn.incoming.channel, now=turn.now
    )
    turn.changed()
    turn.session = _without_drafts(turn.session, gone)
    if person.id != turn.person_id:
        owner = f"person:{person.id}"
        kept = Session.from_json(sessions.load(turn.conn, owner))
        sessions.save(turn.conn, owner, _without_drafts(kept, gone).to_json(), turn.now)
    nothing_owed = [
        one for one in asked if not any(task.standing.owes for task in tasks.tasks_of(turn.conn, one))
    ]
    reminders.cancel(turn.conn, nothing_owed, turn.now)
    return Reply(
        text=turn.t("unconsent-done", directive=number, name=person.full_name),
        choices=(turn.choice("button-data", "data"),),
    )


def _without_drafts(session: Session, standing_ids: list[int]) -> Session:
    """Answers that were given and not sent yet go, too."""
    for standing_id in standing_ids:
        session.left.pop(str(standing_id), None)
    if session.topic == DECLARE and session.data.get("standing_id") in standing_ids:
        session.end()
    return session
