"""What a sentence that nobody asked for speaks of: the tasks of the campaign it names, else any it answers.

"em cài bluezone rồi" ──► Bluezone, however urgent the others are
"rồi ạ" ──► whatever a yes answers: of several, the one that is meant is asked for
"""

from collections.abc import Mapping, Sequence

from bot.dialogue import Declaring, asked_of, begin
from bot.domain.forms import QuestionKind, Slot
from bot.domain.messages import Choice, Reply
from bot.domain.readings import Asked, Doubt, Intent, Reading, Vocabulary
from bot.domain.standings import Task
from bot.handlers import declare
from bot.handlers.turn import WHOM, Turn, combine
from bot.handlers.wording import task_label
from bot.language import subjects
from bot.storage import campaigns

#: A longer message is no answer to a question that nobody has opened.
WORDS = 8
#: Sentences that are kept while it is asked what they are about.
KEPT = 4
#: What may name a task and yet tells nothing of it.
ABOUT_SOMETHING_ELSE = frozenset(
    {
        Intent.QUESTION,
        Intent.COMPLAINT,
        Intent.STOP,
        Intent.SNOOZE,
        Intent.CANCEL,
        Intent.STATUS,
        Intent.MISSING,
        Intent.INVITE,
        Intent.OWN_DATA,
        Intent.HELP,
    }
)


def named(turn: Turn, text: str, tasks: Sequence[Task]) -> frozenset[int]:
    """The campaigns of these tasks that a sentence names."""
    words = _vocabularies(turn, tasks)
    places, ids = subjects.named(text, list(words.values())), list(words)
    return frozenset(ids[place] for place in places)


def among(turn: Turn, text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks of the campaigns that a sentence names; all of them where it names none."""
    if len({task.campaign_id for task in tasks}) < 2:
        return list(tasks)
    campaigns_named = named(turn, text, tasks)
    return [task for task in tasks if not campaigns_named or task.campaign_id in campaigns_named]


def read(turn: Turn, text: str, tasks: Sequence[Task]) -> Reading:
    """What a sentence says by the words of these tasks' campaigns: the first that understands it."""
    first = None
    for vocabulary in _vocabularies(turn, among(turn, text, tasks)).values():
        reading = turn.read(text, Asked(), vocabulary)
        if says_something(reading):
            return reading
        first = first or reading
    return first or turn.read(text, Asked(), Vocabulary())


def fitting(turn: Turn, text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks that a sentence can speak of, one for each campaign and whoever declares in it: what is owed,
    else what was declared.
    """
    by_name = named(turn, text, tasks)
    found = [
        task
        for task in tasks
        if (not by_name or task.campaign_id in by_name)
        and (fits(turn, text, task) or (by_name and answers(turn, text, task)))
    ]
    if not found:  # what says something of a campaign, and it is not clear what, is asked about there
        found = [task for task in tasks if task.campaign_id in by_name and _unclear(turn, text, task)]
    owed = [task for task in found if task.standing.owes] or found
    one_each: dict[tuple[int, int | None, int | None], Task] = {}
    for task in owed:
        one_each.setdefault((task.campaign_id, task.subject_id, task.standing.unit_id), task)
    return list(one_each.values())


def fits(turn: Turn, text: str, task: Task) -> bool:
    """Whether a sentence, read with the words of the task's campaign, says something that its form asks."""
    running = campaigns.get(turn.conn, task.campaign_id)
    reading = turn.read(text, Asked(), running.campaign.vocabulary)
    if reading.intent in ABOUT_SOMETHING_ELSE:
        return False
    form = declare.form_of(running, task)
    if any(form.question_for(slot) for slot in reading.slots):
        return True
    return about_a_number(reading) and any(q.kind is QuestionKind.AMOUNT for q in form.questions)


def _unclear(turn: Turn, text: str, task: Task) -> bool:
    running = campaigns.get(turn.conn, task.campaign_id)
    reading = turn.read(text, Asked(), running.campaign.vocabulary)
    in_sentences = declare.form_of(running, task).question_for(Slot.SELF_DONE) is not None
    return in_sentences and task.standing.owes and reading.ask and reading.intent is Intent.ANSWER


def answers(turn: Turn, text: str, task: Task) -> bool:
    """Whether a few words answer the question that the task begins with, which is none of the household.

    Numbers only where they stand alone: a sentence may be about anything.
    """
    if len(text.split()) > WORDS or not task.standing.owes or task.standing.revision:
        return False
    running = campaigns.get(turn.conn, task.campaign_id)
    form = declare.form_of(running, task)
    state = begin(form, Declaring(standing_id=task.standing.id)).state
    question = form.questions[0]
    if state.asked != question.id or question.kind is QuestionKind.TEXT:
        return False
    reading = turn.read(text, asked_of(form, state), running.campaign.vocabulary)
    if Slot.ANSWER not in reading.slots or reading.ask or reading.intent is not Intent.ANSWER:
        return False
    return question.kind is not QuestionKind.AMOUNT or text.strip().isdecimal()


def use(turn: Turn, text: str, found: Sequence[Task]) -> Reply | None:
    """Use a sentence for what it can speak of; of several tasks, ask which. None: it speaks of nothing."""
    if len(found) > 1:
        return ask(turn, found, [text])
    return told(turn, found[0], declare.said_for(turn, found[0], text)) if found else None


def ask(turn: Turn, found: Sequence[Task], sentences: Sequence[str]) -> Reply:
    """Which of these is it about? What was said waits for the answer."""
    turn.session.begin(WHOM, said=list(sentences[-KEPT:]))
    alike = len({task.campaign_id for task in found}) == 1
    whom = alike and len({task.subject_id for task in found}) == len(found)
    return Reply(
        text=turn.t("ask-whom" if whom else "ask-which-task"),
        choices=tuple(
            Choice(
                label=(task.on_behalf_of or turn.t("button-myself")) if whom else task_label(turn, task),
                action=f"whom:{task.standing.id}",
            )
            for task in found
        ),
    )


def told(turn: Turn, task: Task, reply: Reply) -> Reply:
    """Where several things are declared, or for several, the answer says what or whom it is about."""
    tasks = turn.tasks()
    if len({other.campaign_id for other in tasks}) > 1:
        return combine(turn.t("for-task", task=task_label(turn, task)), reply)
    several = len({other.subject_id for other in tasks}) > 1
    shown = task.on_behalf_of in reply.text
    return combine(turn.t("for-whom", name=task.on_behalf_of), reply) if several and not shown else reply


def about_a_number(reading: Reading) -> bool:
    return reading.number is not None or Doubt.WHICH_SLOT in reading.doubts


def says_something(reading: Reading) -> bool:
    """Whether anything was stated, be it a number that could be anything's."""
    return bool(reading.slots) or about_a_number(reading)


def _vocabularies(turn: Turn, tasks: Sequence[Task]) -> Mapping[int, Vocabulary]:
    return {
        task.campaign_id: campaigns.get(turn.conn, task.campaign_id).campaign.vocabulary for task in tasks
    }
