"""Declaring: from a sentence to a confirmed, counted declaration. Decides nothing by itself:
`bot/dialogue/` says what comes next, and this carries it out; `declare_words.py` puts it into words.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.dialogue import (
    Declaring,
    Left,
    Picked,
    Promised,
    Step,
    Submit,
    asked_of,
    begin,
    step,
    which,
)
from bot.domain.asking import form_of as form_of_round
from bot.domain.deadlines import VIETNAM
from bot.domain.forms import Answers, Form
from bot.domain.messages import Choice, Reply
from bot.domain.readings import Reading, Ticks
from bot.domain.standings import Task
from bot.handlers import interrupted, offers, privacy
from bot.handlers.declare_words import worded
from bot.handlers.record import record
from bot.handlers.turn import DECLARE, Turn
from bot.handlers.wording import question_reply, summary_lines, task_label
from bot.storage import campaigns, follow_ups, standings
from bot.storage.campaigns import Running

#: A promise without a time is followed up on the next evening.
FOLLOW_UP_AT = time(19, 0)


# --- choosing what to declare -------------------------------------------------------------------


def list_tasks(turn: Turn) -> Reply:
    """What somebody can declare. One thing only: it is opened at once."""
    found = turn.tasks()
    if not found:
        return Reply(text=turn.t("no-tasks"))
    owed = [task for task in found if task.standing.owes]
    shown = (owed or found)[:8]
    if len(shown) == 1:
        return open_task(turn, shown[0])
    return Reply(
        text=turn.t("tasks-owed", count=len(owed)) if owed else turn.t("tasks-done"),
        choices=tuple(
            Choice(label=task_label(turn, task), action=f"open:{task.standing.id}") for task in shown
        ),
    )


def open_by_id(turn: Turn, standing_id: int) -> Reply:
    task = turn.task(standing_id)
    return interrupted.gone(turn, standing_id) if task is None else open_task(turn, task)


def open_task(turn: Turn, task: Task) -> Reply:
    """Open a declaration, or take it up where it was left; consent comes first."""
    running = campaigns.get(turn.conn, task.campaign_id)
    notice = privacy.gate(turn, task, running)
    if notice is not None:
        turn.session.begin("", open=task.standing.id)
        return notice
    form = form_of(running, task)
    declared = standings.answers(turn.conn, task.standing)
    state = _left_open(turn, task)
    if state is None and declared is not None:
        return offers.next_step(turn, task, form, declared) or _offer_update(turn, task, form, declared)
    if state is None and (same := offers.the_same(turn, task, form)) is not None:
        turn.session.put_aside()
        return same
    asked = carry_out(turn, task, begin(form, state or Declaring(standing_id=task.standing.id)))
    return privacy.told(turn, task, running, asked)


def _offer_update(turn: Turn, task: Task, form: Form, declared: Answers) -> Reply:
    turn.session.put_aside()
    return Reply(
        text="\n".join(
            [
                turn.t("declared-already", moment=standings.sent_at(turn.conn, task.standing) or turn.now),
                *summary_lines(turn, form, declared),
            ]
        ),
        choices=(
            turn.choice("button-update", f"update:{task.standing.id}"),
            turn.choice("button-keep", "menu"),
        ),
    )


def update(turn: Turn, standing_id: int) -> Reply:
    """Change what was declared: which answer?"""
    task = turn.task(standing_id)
    if task is None:
        return interrupted.gone(turn, standing_id)
    form = form_of(campaigns.get(turn.conn, task.campaign_id), task)
    return carry_out(turn, task, which(form, reopened(turn, task)))


def reopened(turn: Turn, task: Task) -> Declaring:
    """A declaration that starts from what was declared before."""
    declared = dict(standings.answers(turn.conn, task.standing) or {})
    return Declaring(
        standing_id=task.standing.id, answers=declared, before=declared, revision=task.standing.revision
    )


def _left_open(turn: Turn, task: Task) -> Declaring | None:
    """What was answered before; None where somebody else has declared the same meanwhile."""
    kept = turn.session.left.get(str(task.standing.id))
    if turn.session.topic == DECLARE and turn.session.data.get("standing_id") == task.standing.id:
        kept = turn.session.data
    state = Declaring.from_json(kept) if kept else None
    return state if state is not None and state.revision == task.standing.revision else None


def form_of(running: Running, task: Task) -> Form:
    return form_of_round(running.campaign, task.obligation, task.question, task.label)


def consented(turn: Turn, standing_id: int, *, agreed: bool) -> Reply:
    """The privacy notice was answered: on to the first question, or another way out."""
    task = turn.task(standing_id)
    if task is None:
        return interrupted.gone(turn, standing_id)
    running = campaigns.get(turn.conn, task.campaign_id)
    if privacy.gate(turn, task, running) is not None:
        privacy.answer(turn, task, running, agreed=agreed)
        if not agreed:
            turn.session.put_aside()
            return privacy.declined(turn, task)
    sentences = turn.session.data.get("said", [])
    if sentences and turn.session.data.get("open") == standing_id:
        return said_for(turn, task, *sentences)
    return open_by_id(turn, standing_id)


# --- the conversation itself --------------------------------------------------------------------


def current(turn: Turn) -> tuple[Task, Form, Declaring] | None:
    """The declaration that is open in this conversation, if it is still theirs to make."""
    if turn.session.topic != DECLARE:
        return None
    state = Declaring.from_json(turn.session.data)
    task = turn.task(state.standing_id)
    if task is None or state.revision != task.standing.revision:
        turn.session.end()
        return None
    return task, form_of(campaigns.get(turn.conn, task.campaign_id), task), state


def said(turn: Turn, open_now: tuple[Task, Form, Declaring], reading: Reading) -> Reply:
    """A sentence for the open declaration (see `current`)."""
    task, form, state = open_now
    return carry_out(turn, task, step(form, state, reading))


def said_for(turn: Turn, task: Task, *sentences: str) -> Reply:
    """Sentences for one task, which is open or is opened by them; consent comes first."""
    running = campaigns.get(turn.conn, task.campaign_id)
    notice = privacy.gate(turn, task, running)
    if notice is not None:
        # The sentence is not lost, and nothing of it is kept before they agree: they say it again.
        turn.session.begin("", open=task.standing.id)
        return notice
    form = form_of(running, task)
    state = _begun_by_itself(turn, task, form)
    *earlier, last = sentences
    for sentence in earlier:
        state = _heard(turn, running, form, state, sentence).state
    return privacy.told(turn, task, running, carry_out(turn, task, _heard(turn, running, form, state, last)))


def _heard(turn: Turn, running: Running, form: Form, state: Declaring, sentence: str) -> Step:
    reading = turn.read(sentence, asked_of(form, state), running.campaign.vocabulary)
    return step(form, state, reading)


def _begun_by_itself(turn: Turn, task: Task, form: Form) -> Declaring:
    """A declaration that a sentence begins, or takes up where it was left. The sentence says itself what it
    is about, so "chưa" is no answer to the question asked last.
    """
    state = _left_open(turn, task)
    if state is None:
        state = reopened(turn, task)
        if task.standing.revision:
            return state
        state = begin(form, state).state
    first = form.questions[0]
    # What no sentence about a household can state is the answer to the first question.
    return replace(state, asked=first.id if first.slot is None else None)


def picked(turn: Turn, standing_id: int, question: str, option: str) -> Reply:
    """A button of a declaration: of the open one, or of one that was left."""
    task = turn.task(standing_id)
    if task is None:
        return interrupted.gone(turn, standing_id)
    running = campaigns.get(turn.conn, task.campaign_id)
    form = form_of(running, task)
    notice = privacy.gate(turn, task, running)
    if notice is not None:
        return notice
    state = _left_open(turn, task)
    if state is None:
        if question == "confirm":  # an old summary: it was sent, or is not valid any more
            return open_task(turn, task)
        state = reopened(turn, task)
    try:
        outcome = step(form, state, Picked(question=question, option=option))
    except KeyError:  # a button of an older version of the form
        return open_task(turn, task)
    return carry_out(turn, task, outcome)


def carry_out(turn: Turn, task: Task, result: Step) -> Reply:
    """Keep the state, do what was decided, and word it."""
    _keep(turn, result.state)
    form = form_of(campaigns.get(turn.conn, task.campaign_id), task)
    match result.outcome:
        case Promised(at=at):
            return _promised(turn, task, at)
        case Left():
            return _leave(turn, task.standing.id)
        case Submit(answers=answers):
            return record(turn, task, form, result.state.before, answers)
        case asked:
            return worded(turn, task, form, result.state, asked)


def ticked(turn: Turn, ticks: Ticks) -> Reply | None:
    """What was said of the lines of the list that is open; None where none is."""
    open_now = current(turn)
    if open_now is None:
        return None
    task, form, state = open_now
    return carry_out(turn, task, step(form, state, ticks))


def ask_again(turn: Turn) -> Reply | None:
    """The question that is open, once more: after a question of theirs was answered, say."""
    open_now = current(turn)
    if open_now is None:
        return privacy.notice_again(turn)
    task, form, state = open_now
    if state.asked is not None and state.asked in {question.id for question in form.questions}:
        return question_reply(turn, form.question(state.asked), state.answers, task.standing.id)
    return carry_out(turn, task, begin(form, state))


def cancel(turn: Turn) -> Reply:
    """/huy leaves any question; what was answered is kept for next time."""
    open_now = current(turn)
    if open_now is None:
        text = turn.t("errand-left" if turn.session.topic else "nothing-to-cancel")
        turn.session.end()
        return Reply(text=text, choices=(turn.choice("button-declare", "tasks"),))
    return _leave(turn, open_now[0].standing.id)


def _leave(turn: Turn, standing_id: int) -> Reply:
    turn.session.put_aside()
    return Reply(text=turn.t("left"), choices=(turn.choice("button-continue", f"open:{standing_id}"),))


def _keep(turn: Turn, state: Declaring) -> None:
    turn.session.begin(DECLARE, **state.to_json())


def _promised(turn: Turn, task: Task, at: datetime | None) -> Reply:
    """Not yet, and one follow-up at the time they named."""
    if at is None or at <= turn.now:
        tomorrow = turn.today + timedelta(days=1)
        at = datetime.combine(tomorrow, FOLLOW_UP_AT, tzinfo=VIETNAM).astimezone(UTC)
    follow_ups.promise(turn.conn, turn.person_id, [task.standing.id], at)
    return Reply(text=turn.t("promise-ack", moment=at))
