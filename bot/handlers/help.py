"""Greetings, the menu, questions people ask, and the one helpful line for whatever was not understood."""

from collections.abc import Mapping

from bot.domain.campaigns import Campaign, Faq
from bot.domain.messages import Choice, Reply
from bot.domain.names import search_key
from bot.domain.people import HEAD_ROLES, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.standings import Task
from bot.handlers import class_report, deadline_words, declare, next_step, questions
from bot.handlers.turn import Turn, combine
from bot.language.shortcuts import spelt_out
from bot.storage import campaigns, units

#: Buttons of the menu: more are not read, and push the text off a phone's screen.
MOST = 8


def welcome_in(turn: Turn, unit: str, child_id: int | None = None) -> Reply:
    """Registered: what is owed, and straight to the first thing, of the child that this was about."""
    owed = [task for task in turn.tasks() if task.standing.owes]
    owed.sort(key=lambda task: child_id is not None and task.subject_id != child_id)
    if len(owed) == 1 or (owed and not turn.held(*HEAD_ROLES, Role.OFFICER)):
        welcome = turn.t("registered-owing", unit=unit, count=len(owed))
        return combine(welcome, declare.open_task(turn, owed[0]))
    return combine(turn.t("registered", unit=unit), menu(turn))


def menu(turn: Turn) -> Reply:
    """What can be done now, the most needed first; what finds no room has its command (`/chiendich`)."""
    waiting = next((m for m in turn.memberships if m.state is MembershipState.PENDING), None)
    if waiting is not None and len(turn.memberships) == 1:
        return Reply(text=turn.t("newcomer-waiting", unit=turn.school_of(waiting.unit_id).name))
    turn.session.put_aside()
    owed = [task for task in turn.tasks() if task.standing.owes]
    best = _next_step(turn, owed)
    choices = [] if best is None else [best]
    choices.append(turn.choice("button-declare" if owed else "button-update", "tasks"))
    if turn.held(*HEAD_ROLES, Role.OFFICER, Role.HOMEROOM):
        choices.append(turn.choice("button-status", "status"))
    if turn.held(Role.HOMEROOM):
        choices.append(turn.choice("button-class-report", "report"))
    if turn.held(*HEAD_ROLES):
        choices.append(turn.choice("button-missing", "missing"))
        choices.append(turn.choice("button-invite", "invite"))
        choices.append(turn.choice("button-people", "people"))
    if turn.held(*HEAD_ROLES, Role.OFFICER):
        choices.append(turn.choice("button-announce", "announce"))
        choices.append(turn.choice("button-campaigns", "campaigns"))
    choices = [*choices[: MOST - 1], turn.choice("button-help", "help")]
    text = turn.t("menu-owed", count=len(owed)) if owed else turn.t("menu-idle")
    return Reply(text=text, choices=tuple(choices))


def _next_step(turn: Turn, owed: list[Task]) -> Choice | None:
    """What helps a head most just now; "Khai báo" stands below it anyhow."""
    held = turn.held(*HEAD_ROLES, Role.OFFICER)
    if not held:
        return None
    unit = units.get(turn.conn, held[0].unit_id)
    seen = next_step.outlook(turn.conn, held[0], unit, owed, turn.now)
    return next_step.button(turn.texts, turn.conn, turn.address, seen)


def show(turn: Turn) -> Reply:
    """What can be said here. The question that is open stays open."""
    text = "\n".join(_topics(turn)) or turn.t("help")
    open_question = ask_again(turn)
    if open_question is not None:
        return combine(text, open_question)
    return Reply(text=text, choices=(turn.choice("button-directive", "directive"),))


def _topics(turn: Turn) -> list[str]:
    """What somebody with a post can do, a line a topic, as far as their rights go; nothing for others."""
    places = [held.unit_id for held in turn.held(*HEAD_ROLES, Role.OFFICER, Role.HOMEROOM)]
    if not places:
        return []
    rights = {action for action in Action for place in places if turn.may(action, place)}
    if not turn.held(*HEAD_ROLES):  # whoever leads one class brings in no lists and ends no year
        rights.discard(Action.IMPORT_ROSTER)
    keys = [key for action, key in TOPIC_KEYS.items() if action in rights]
    return [turn.t("help-post"), *map(turn.t, keys), turn.t("help-own")]


#: The lines of the help, and the right that each is about, in the order of their use.
TOPIC_KEYS: Mapping[Action, str] = {
    Action.REPORT_CLASS: "help-class",
    Action.SEE_NUMBERS: "help-status",
    Action.OPEN_ROUND: "help-ad-hoc",
    Action.INVITE: "help-people",
    Action.IMPORT_ROSTER: "help-lists",
    Action.IMPORT_UNITS: "help-units",
    Action.RUN_CAMPAIGN: "help-campaigns",
    Action.ANNOUNCE: "help-announce",
}


def unknown(turn: Turn) -> Reply:
    """Never a dead end."""
    return combine(turn.t("err-unknown"), go_on(turn))


def ask_again(turn: Turn) -> Reply | None:
    """The question that is open, once more: of a class that is being reported, or of a declaration."""
    return class_report.ask_again(turn) or declare.ask_again(turn)


def go_on(turn: Turn) -> Reply:
    """The question that is open, else what can be done now."""
    return ask_again(turn) or menu(turn)


def media(turn: Turn) -> Reply:
    """Pictures, stickers and voices are not read, and never kept."""
    return combine(turn.t("err-media"), ask_again(turn))


def question(turn: Turn, text: str) -> Reply:
    """A question is answered from the campaign's own answers, with the clause they come from, or passed on.

    The question that is open stays open.
    """
    for running in reversed(campaigns.every(turn.conn)):
        faq = answer_in(running.campaign, text)
        if faq is not None:
            answer = turn.texts.fill(faq.answer, turn.address)
            if faq.clause:
                number = running.campaign.directive.number
                answer += "\n" + turn.t("question-source", clause=faq.clause, directive=number)
            changed = deadline_words.changed_since(turn, running, answer)
            return combine(answer, changed, ask_again(turn))
    lines = [questions.pass_on(turn, text) or turn.t("question-unanswered")]
    guides = [running.campaign.guide for running in campaigns.every(turn.conn) if running.campaign.guide]
    if guides:
        lines.append(turn.t("question-guide", link=guides[-1]))
    return combine("\n".join(lines), ask_again(turn))


def answer_in(campaign: Campaign, text: str) -> Faq | None:
    """The answer whose phrase the question contains, however it is abbreviated; the longest phrase wins."""
    found = [
        (len(key(phrase)), place, faq)
        for key in (search_key, spelt_out)
        for place, faq in enumerate(campaign.faq)
        for phrase in faq.phrases
        if f" {key(phrase)} " in f" {key(text)} "
    ]
    return max(found, key=lambda item: (item[0], -item[1]))[2] if found else None


def for_others(turn: Turn) -> Reply:
    """A class report, or somebody else's news: never booked as the sender's own household."""
    return combine(turn.t("for-others"), ask_again(turn))
