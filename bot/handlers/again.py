"""Declaring without being asked anew: one step further, or the same as last time.

A tap on what was shown is the confirmation: each becomes a declaration of its own, with its own time.
"""

from bot.dialogue import (
    ALL,
    ZEROS,
    Declaring,
    begin,
    list_asked,
    step,
    steps_ahead,
    zeros_offered,
)
from bot.domain.forms import Answers, Form, QuestionKind, Slot
from bot.domain.messages import Reply
from bot.domain.readings import Intent, Reading
from bot.domain.rounds import RoundKind
from bot.domain.standings import Task
from bot.handlers import declare, interrupted, meant, offers, privacy
from bot.handlers.record import record
from bot.handlers.turn import Turn, combine
from bot.language.checklists import read_ticks
from bot.language.shortcuts import says_none, says_unchanged
from bot.storage import campaigns, past, standings


def _open(turn: Turn, standing_id: int) -> tuple[Task, Form] | Reply:
    """The task a button is about, and its form; or why it cannot be declared now."""
    task = turn.task(standing_id)
    if task is None:
        return interrupted.gone(turn, standing_id)
    running = campaigns.get(turn.conn, task.campaign_id)
    notice = privacy.gate(turn, task, running)
    return notice if notice is not None else (task, declare.form_of(running, task))


def advance(turn: Turn, standing_id: int, option: str) -> Reply:
    """The next step was tapped: it is declared; a button that lies behind is shown where they are."""
    opened = _open(turn, standing_id)
    if isinstance(opened, Reply):
        return opened
    task, form = opened
    declared = standings.answers(turn.conn, task.standing) or {}
    if form.steps is None or option not in {one.id for one in steps_ahead(form, declared)}:
        return declare.open_task(turn, task)
    return _send(turn, task, form, declared, {**declared, form.steps: option})


def repeat(turn: Turn, standing_id: int, submission_id: int) -> Reply:
    """ "Không thay đổi" under what was shown: exactly that is declared for this round."""
    opened = _open(turn, standing_id)
    if isinstance(opened, Reply):
        return opened
    task, form = opened
    shown = past.declaration(turn.conn, standing_id, submission_id)
    if shown is None or task.standing.revision or offers.earlier(turn, task, form) is None:
        return declare.open_task(turn, task)  # declared meanwhile, or corrected: shown as it is now
    return _send(turn, task, form, {}, shown.answers)


def _send(turn: Turn, task: Task, form: Form, before: Answers, answers: Answers) -> Reply:
    """Record it; where a changed answer raises further questions, these are asked first."""
    state = Declaring(
        standing_id=task.standing.id, answers=answers, before=before, revision=task.standing.revision
    )
    asked = begin(form, state)
    if asked.state.asked != "confirm":
        return declare.carry_out(turn, task, asked)
    return record(turn, task, form, before, asked.state.answers)


def fresh(turn: Turn, standing_id: int) -> Reply:
    """ "Có thay đổi": the questions of the form, from the first."""
    opened = _open(turn, standing_id)
    if isinstance(opened, Reply):
        return opened
    task, form = opened
    if task.standing.revision:
        return declare.open_task(turn, task)
    return declare.carry_out(turn, task, begin(form, Declaring(standing_id=standing_id)))


def unchanged(turn: Turn) -> Reply | None:
    """ "Không thay đổi" typed: what would be repeated is shown. None where it can be about nothing."""
    open_now = declare.current(turn)
    tasks = [open_now[0]] if open_now else [task for task in turn.tasks() if task.standing.owes]
    found = None
    for task in tasks:
        form = declare.form_of(campaigns.get(turn.conn, task.campaign_id), task)
        if not form.repeatable or task.standing.revision:
            continue
        found = found or task
        opened = _open(turn, task.standing.id)
        if isinstance(opened, Reply):
            return opened
        if (offer := offers.the_same(turn, task, form)) is not None:
            turn.session.put_aside()
            return offer
    return None if found is None else combine(turn.t("repeat-nothing"), declare.open_task(turn, found))


def in_short(turn: Turn, text: str) -> Reply | None:
    """A few words that answer a whole form or list; None where it is nothing of the kind."""
    open_now = declare.current(turn)
    if open_now is not None:
        task, form, state = open_now
        if says_none(text):
            if zeros_offered(form, state):
                return declare.picked(turn, task.standing.id, ZEROS, ALL)
            if any(
                q.id == state.asked and q.kind is QuestionKind.AMOUNT and not q.slot for q in form.questions
            ):
                none = Reading(slots={Slot.ANSWER: 0}, intent=Intent.ANSWER)
                return declare.carry_out(turn, task, step(form, state, none))
        checklist = list_asked(form, state)
        ticks = read_ticks(text, len(checklist.questions)) if checklist is not None else None
        # Under a summary only what names a line and says what holds of it is a correction.
        asked = checklist is not None and state.asked == checklist.id
        if ticks is not None and (asked or (ticks.worded and (ticks.yes or ticks.no))):
            return declare.ticked(turn, ticks)
    if says_unchanged(text):
        return unchanged(turn)
    return None if open_now is not None else _answer_to_round(turn, text)


def _answer_to_round(turn: Turn, text: str) -> Reply | None:
    """An answer typed under the question that a round sent: it opened nothing, and is an answer all the same.

    So is one that names the campaign it is about. The summary follows, as ever.
    """
    tasks = turn.tasks()
    campaigns_named = meant.named(turn, text, tasks)
    found = [
        task
        for task in tasks
        if (task.campaign_id in campaigns_named if campaigns_named else _sent_by_itself(turn, task))
        and meant.answers(turn, text, task)
    ]
    return meant.use(turn, text, found)


def _sent_by_itself(turn: Turn, task: Task) -> bool:
    """Whether a round sends its own question, and still waits for the answer."""
    by_itself = task.round_kind == RoundKind.AD_HOC or (
        task.round_kind == RoundKind.SLOT and campaigns.get(turn.conn, task.campaign_id).campaign.emergency
    )
    return by_itself and not task.is_late(turn.now)
