"""Consent before the first answer.

Two equal buttons, nothing preselected; a no has a way out that does not look delinquent.
"""

from collections.abc import Collection
from dataclasses import replace

from bot.domain.channels import platform_of
from bot.domain.consent import SENSITIVE, Agreement, needed
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.domain.standings import Stopped, Task
from bot.domain.units import Unit
from bot.handlers import invite_code
from bot.handlers.turn import Turn
from bot.reports.own_data import kept_until
from bot.storage import campaigns, consents, invites, people, standings
from bot.storage.campaigns import Running


def gate(turn: Turn, task: Task, running: Running) -> Reply | None:
    """The privacy notice that must be answered before this task; None where nothing is missing."""
    if not running.campaign.consent:
        return None
    subject = turn.person_id if task.subject_id is None else task.subject_id
    given = consents.latest(turn.conn, running.id, subject, sensitive=running.campaign.sensitive)
    age = people.person(turn.conn, subject).age_band
    wanted = needed(age) if task.subject_id else {Agreement.OWN}
    missing = [agreement for agreement in Agreement if agreement in wanted and not given.get(agreement)]
    if not missing:
        return None
    if subject != turn.person_id:
        if given.get(Agreement.OWN) is False:  # a child's own no stands, whatever a parent says
            return Reply(text=turn.t("child-declined", name=turn.name_of(subject)))
        child = "decided" if Agreement.OWN not in missing else "unknown" if age is None else "asked"
        return _notice(turn, _key(wanted, guardian=True), task, running, subject, child=child)
    if Agreement.OWN in missing:
        return _notice(turn, _key(wanted, guardian=False), task, running, subject)
    return _waiting_for_guardian(turn)


def notice_again(turn: Turn) -> Reply | None:
    """Whether they agree, once more and shortly: the notice that was not answered stands above."""
    notice = waiting_notice(turn)
    if notice is None or not notice.choices:
        return notice
    return replace(notice, text=turn.t("privacy-again"))


def waiting_notice(turn: Turn) -> Reply | None:
    """The notice, where it was asked last and has had no answer."""
    standing_id = turn.session.data.get("open")
    task = None if standing_id is None else turn.task(standing_id)
    return None if task is None else gate(turn, task, campaigns.get(turn.conn, task.campaign_id))


def _key(wanted: Collection[Agreement], *, guardian: bool) -> str:
    """Which notice somebody is shown: a guardian, a child who is asked too, or whoever decides alone."""
    if guardian:
        return "privacy-consent-guardian"
    return "privacy-assent" if Agreement.GUARDIAN in wanted else "privacy-consent"


def _notice(
    turn: Turn, key: str, task: Task, running: Running, subject: int, *, child: str = "decided"
) -> Reply:
    """`child`: whether a guardian has to ask the child too; "unknown" with the age."""
    campaign, action = running.campaign, f"consent:{task.standing.id}"
    return Reply(
        text=turn.t(
            NOTICE_KEYS[key],
            unit=_controller(turn, task).name,
            directive=campaign.directive.number,
            days=campaign.retention_days,
            until=kept_until(turn.texts, running),
            sensitive=campaign.sensitive,
            channel=platform_of(turn.incoming.channel),
            name=turn.name_of(subject),
            child=child,
        ),
        choices=(
            turn.choice("button-agree", f"{action}:yes"),
            turn.choice("button-disagree", f"{action}:no"),
        ),
    )


NOTICE_KEYS = {key: key for key in ("privacy-consent", "privacy-assent", "privacy-consent-guardian")}


def _controller(turn: Turn, task: Task) -> Unit:
    """Who answers for the data: the unit where it is counted, of a class the school."""
    return turn.school_of(task.standing.home_unit_id)


def _waiting_for_guardian(turn: Turn) -> Reply:
    """A child said yes; a parent has to, too. The invite for parents is what gets them here."""
    for member in turn.held(Role.PUPIL):
        invite = invites.of_unit(turn.conn, member.unit_id, Role.PARENT, turn.now)
        if invite is not None:
            lines = [turn.t("guardian-needed-code", code=invite.code), *invite_code.ways_in(turn, invite)]
            return Reply(text="\n".join(lines))
    return Reply(text=turn.t("guardian-needed"))


def answer(turn: Turn, task: Task, running: Running, *, agreed: bool) -> None:
    """Write down who answered the notice, for whom, and stop chasing those who said no."""
    subject = turn.person_id if task.subject_id is None else task.subject_id
    wanted = needed(people.person(turn.conn, subject).age_band) if task.subject_id else {Agreement.OWN}
    guardian = subject != turn.person_id
    # A parent who answers for a child of 7 to 15 confirms with it that the child agrees too; a
    # parent's no is a no of the parent alone.
    if guardian:
        agreements = wanted if agreed else frozenset({Agreement.GUARDIAN})
    else:
        agreements = frozenset({Agreement.OWN})
    key = _key(wanted, guardian=guardian)
    for agreement in sorted(agreements):
        consents.record(
            turn.conn,
            campaign_id=running.id,
            person_id=subject,
            agreement=agreement,
            agreed=agreed,
            given_by=turn.person_id,
            text_key=f"{key}{SENSITIVE}" if running.campaign.sensitive else key,
            channel=turn.incoming.channel,
            now=turn.now,
        )
    stopped = task.standing.stopped
    if not agreed and stopped is None:
        standings.set_stopped(turn.conn, task.standing.id, Stopped.DECLINED)
        turn.changed()
    elif agreed and stopped is Stopped.DECLINED:
        standings.set_stopped(turn.conn, task.standing.id, None)
        turn.changed()


def declined(turn: Turn, task: Task) -> Reply:
    """A no is respected: nothing is kept, and there is another way to report."""
    return Reply(
        text=turn.t("consent-declined", unit=_controller(turn, task).name),
        choices=(Choice(label=turn.t("button-reconsider"), action=f"open:{task.standing.id}"),),
    )


def told(turn: Turn, task: Task, running: Running, reply: Reply) -> Reply:
    """The first question of a campaign that asks for no consent, with who keeps what, for what, until when.

    Life and health in danger, or a duty by law (Luật 91/2025/QH15): nobody is asked, everybody is told.
    """
    if running.campaign.consent or task.subject_id is None:
        return reply
    if Agreement.TOLD in consents.latest(turn.conn, running.id, task.subject_id):
        return reply
    consents.record(
        turn.conn,
        campaign_id=running.id,
        person_id=task.subject_id,
        agreement=Agreement.TOLD,
        agreed=True,
        given_by=turn.person_id,
        text_key="privacy-told",
        channel=turn.incoming.channel,
        now=turn.now,
    )
    notice = turn.t(
        "privacy-told",
        unit=_controller(turn, task).name,
        directive=running.campaign.directive.number,
        until=kept_until(turn.texts, running),
        days=running.campaign.retention_days,
    )
    return replace(reply, text=f"{reply.text}\n\n{notice}")
