"""Whom a sentence is for, where somebody declares for several: themself, and each of their children.

    "đã cài rồi ạ" ──► "Khai báo cho ai?" ──► the child, or themself ──► the sentence is used, not asked again
    "con Ngọc cài rồi" ──► Ngọc, at once

What is typed while that is asked is one more sentence for the same person.
"""

from bot.domain.forms import Form
from bot.domain.messages import Choice, Reply
from bot.domain.readings import Asked, Doubt, Intent, Reading
from bot.domain.standings import Task
from bot.handlers import declare, privacy
from bot.handlers.turn import WHOM, Turn, combine
from bot.language.mentions import as_themself, mentioned, speaks_of_self
from bot.storage import campaigns

#: Sentences that are kept while "for whom" is asked.
KEPT = 4
#: What names a child and yet tells nothing of it.
_ABOUT_SOMETHING_ELSE = frozenset(
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
_WISHES = frozenset({Intent.DECLARE, Intent.FOR_OTHERS})


def said(turn: Turn, text: str, reading: Reading) -> Reply | None:
    """A sentence: for the open declaration, else for whomever it can be about. None: for nobody."""
    if (open_now := declare.current(turn)) is not None:
        return declare.said(turn, open_now, reading)
    found = _fitting(turn, reading)
    if not found:
        return None
    first, own = found[0], _own(turn, found)
    if len(found) == 1 or first.subject_id is None:
        return declare.said_for(turn, first, text)
    if own is not None and speaks_of_self(text):
        return declare.said_for(turn, own, text)
    return _ask(turn, found, [text])


def _fitting(turn: Turn, reading: Reading) -> list[Task]:
    """The tasks a volunteered sentence can speak of, one a person: something owed, else what was declared."""
    if not _says_something(reading):
        return []
    fitting = [
        task
        for task in turn.tasks()
        if _about_a_number(reading) or any(_form(turn, task).question_for(slot) for slot in reading.slots)
    ]
    owed = [task for task in fitting if task.standing.owes] or fitting
    found: dict[int | None, Task] = {}
    for task in owed:
        found.setdefault(task.subject_id, task)
    return list(found.values())


def _about_a_number(reading: Reading) -> bool:
    return reading.number is not None or Doubt.WHICH_SLOT in reading.doubts


def _says_something(reading: Reading) -> bool:
    return bool(reading.slots) or _about_a_number(reading)


def _form(turn: Turn, task: Task) -> Form:
    return declare.form_of(campaigns.get(turn.conn, task.campaign_id), task)


def _own(turn: Turn, found: list[Task]) -> Task | None:
    return next((task for task in found if task.subject_id == turn.person_id), None)


# --- named in the sentence ----------------------------------------------------------------------


def named(turn: Turn, text: str) -> Reply | None:
    """A sentence that names a child, for that child; None where it names none, or is something else."""
    children = _children(turn)
    theirs = [children[place] for place in mentioned(text, [task.on_behalf_of for task in children])]
    if not theirs:
        return None
    if len({task.subject_id for task in theirs}) > 1:
        return _one_by_one(turn, theirs)
    meant = as_themself(text, theirs[0].on_behalf_of)
    for task in theirs:
        running, form = campaigns.get(turn.conn, task.campaign_id), _form(turn, task)
        reading = turn.read(meant, Asked(), running.campaign.vocabulary)
        if reading.intent in _ABOUT_SOMETHING_ELSE:
            return None
        if any(form.question_for(slot) for slot in reading.slots):
            return _told(turn, task, declare.said_for(turn, task, meant))
        if reading.intent in _WISHES:
            return _told(turn, task, declare.open_task(turn, task))
    return None


def _one_by_one(turn: Turn, theirs: list[Task]) -> Reply:
    """Several children in one sentence: what is said of one may not hold for the other."""
    first = {task.subject_id: task for task in reversed(theirs)}
    turn.session.begin(WHOM, said=[])
    return Reply(
        text=turn.t("one-by-one"),
        choices=tuple(
            Choice(label=task.on_behalf_of, action=f"whom:{task.standing.id}")
            for task in reversed(first.values())
        ),
    )


def _told(turn: Turn, task: Task, reply: Reply) -> Reply:
    """Where several are declared for, the answer says whom it is about."""
    several = len({other.subject_id for other in turn.tasks()}) > 1
    shown = task.on_behalf_of in reply.text
    return combine(turn.t("for-whom", name=task.on_behalf_of), reply) if several and not shown else reply


def _children(turn: Turn) -> list[Task]:
    """What is to be declared for children: what is owed first."""
    return [task for task in turn.tasks() if task.subject_id not in (None, turn.person_id)]


# --- asked --------------------------------------------------------------------------------------


def _ask(turn: Turn, found: list[Task], sentences: list[str]) -> Reply:
    turn.session.begin(WHOM, said=sentences[-KEPT:])
    return Reply(
        text=turn.t("ask-whom"),
        choices=tuple(
            Choice(
                label=task.on_behalf_of or turn.t("button-myself"),
                action=f"whom:{task.standing.id}",
            )
            for task in found
        ),
    )


def chosen(turn: Turn, standing_id: int) -> Reply:
    """It is for this person: what was said is used for them, after their consent if that is missing."""
    sentences = turn.session.data.get("said", []) if turn.session.topic == WHOM else []
    task = turn.task(standing_id)
    if task is None:
        return declare.open_by_id(turn, standing_id)
    if not sentences:
        opened = declare.open_task(turn, task)
        return _told(turn, task, opened) if task.on_behalf_of else opened
    meant = [as_themself(text, task.on_behalf_of) if task.on_behalf_of else text for text in sentences]
    notice = privacy.gate(turn, task, campaigns.get(turn.conn, task.campaign_id))
    if notice is not None:
        # It waits for the answer to the notice and no longer: a no takes it away unused.
        turn.session.begin("", open=standing_id, said=meant)
        return notice
    reply = declare.said_for(turn, task, *meant)
    return _told(turn, task, reply) if task.on_behalf_of else reply


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text while "for whom" is asked: a name, one more sentence, or something else (None)."""
    offered = [int(action.split(":")[1]) for _, action in turn.session.offered if action.startswith("whom:")]
    found = [task for standing_id in offered if (task := turn.task(standing_id)) is not None]
    if not found:
        turn.session.end()
        return None
    short = len(text.split()) <= 4
    children = [task for task in found if task.on_behalf_of]
    places = mentioned(text.title() if short else text, [task.on_behalf_of for task in children])
    vocabulary = campaigns.get(turn.conn, found[0].campaign_id).campaign.vocabulary
    reading = turn.read(text, Asked(), vocabulary)
    if _says_something(reading) and not places:
        return _ask(turn, found, [*turn.session.data["said"], text])
    if not _says_something(reading) and len(places) == 1:
        return chosen(turn, children[places[0]].standing.id)
    own = _own(turn, found)
    if own is not None and not places and short and speaks_of_self(text):
        return chosen(turn, own.standing.id)
    turn.session.end()
    return None
