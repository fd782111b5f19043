"""Greetings, the menu, questions people ask, and the one helpful line for whatever was not understood."""

from bot.domain.campaigns import Campaign, Faq
from bot.domain.messages import Reply
from bot.domain.names import search_key
from bot.domain.people import HEAD_ROLES, MembershipState, Role
from bot.handlers import declare
from bot.handlers.turn import Turn, combine
from bot.storage import campaigns, units


def welcome_in(turn: Turn, unit: str) -> Reply:
    """Registered: what is owed, and straight to the first thing."""
    owed = [task for task in turn.tasks() if task.standing.owes]
    if len(owed) == 1 or (owed and not turn.held(*HEAD_ROLES, Role.OFFICER)):
        welcome = turn.t("registered-owing", unit=unit, count=len(owed))
        return combine(welcome, declare.open_task(turn, owed[0]))
    return combine(turn.t("registered", unit=unit), menu(turn))


def menu(turn: Turn) -> Reply:
    """The two or three things that can be done now."""
    waiting = next((m for m in turn.memberships if m.state is MembershipState.PENDING), None)
    if waiting is not None and len(turn.memberships) == 1:
        return Reply(text=turn.t("newcomer-waiting", unit=units.get(turn.conn, waiting.unit_id).name))
    turn.session.put_aside()
    owed = [task for task in turn.tasks() if task.standing.owes]
    choices = [turn.choice("button-declare", "tasks")] if owed else [turn.choice("button-update", "tasks")]
    if turn.held(*HEAD_ROLES, Role.OFFICER, Role.HOMEROOM):
        choices.append(turn.choice("button-status", "status"))
    if turn.held(*HEAD_ROLES):
        choices.append(turn.choice("button-missing", "missing"))
        choices.append(turn.choice("button-invite", "invite"))
    choices.append(turn.choice("button-help", "help"))
    text = turn.t("menu-owed", count=len(owed)) if owed else turn.t("menu-nothing-owed")
    return Reply(text=text, choices=tuple(choices))


def show(turn: Turn) -> Reply:
    """What can be said here. The question that is open stays open."""
    if turn.held(*HEAD_ROLES, Role.OFFICER, Role.HOMEROOM):
        return combine(turn.t("help-head"), declare.ask_again(turn))
    return combine(turn.t("help"), declare.ask_again(turn))


def unknown(turn: Turn) -> Reply:
    """Never a dead end."""
    return combine(turn.t("err-unknown"), go_on(turn))


def go_on(turn: Turn) -> Reply:
    """The question that is open, else what can be done now."""
    return declare.ask_again(turn) or menu(turn)


def media(turn: Turn) -> Reply:
    """Pictures, stickers and voices are not read, and never kept."""
    return combine(turn.t("err-media"), declare.ask_again(turn))


def question(turn: Turn, text: str) -> Reply:
    """A question is answered from the campaign's own answers; the question that is open stays open."""
    for running in reversed(campaigns.every(turn.conn)):
        faq = answer_in(running.campaign, text)
        if faq is not None:
            answer = turn.texts.fill(faq.answer, turn.address)
            return combine(answer, declare.ask_again(turn))
    guides = [running.campaign.guide for running in campaigns.every(turn.conn) if running.campaign.guide]
    if guides:
        return combine(turn.t("question-guide", link=guides[-1]), declare.ask_again(turn))
    return combine(turn.t("question-unanswered"), declare.ask_again(turn))


def answer_in(campaign: Campaign, text: str) -> Faq | None:
    """The answer whose phrase the question contains; the longest phrase wins."""
    asked = f" {search_key(text)} "
    found = [
        (len(search_key(phrase)), place, faq)
        for place, faq in enumerate(campaign.faq)
        for phrase in faq.phrases
        if f" {search_key(phrase)} " in asked
    ]
    return max(found, key=lambda item: (item[0], -item[1]))[2] if found else None


def for_others(turn: Turn) -> Reply:
    """A class report, or somebody else's news: never booked as the sender's own household."""
    return combine(turn.t("for-others"), declare.ask_again(turn))
