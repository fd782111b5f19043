"""Whom and what a sentence is for, where somebody declares several things: of themself, of each child.

    "đã cài rồi ạ" ──► "Khai báo cho ai?" ──► the child, or themself ──► the sentence is used, not asked again
    "con Ngọc cài rồi" ──► Ngọc, at once

What is typed while that is asked is one more sentence for the same. `meant.py` says what it can be about.
"""

from bot.domain.messages import Choice, Reply
from bot.domain.readings import Asked, Intent
from bot.domain.standings import Task
from bot.handlers import declare, meant, privacy
from bot.handlers.turn import WHOM, Turn
from bot.language.mentions import as_themself, mentioned, speaks_of_self
from bot.storage import campaigns

_WISHES = frozenset({Intent.DECLARE, Intent.FOR_OTHERS})


def said(turn: Turn, text: str) -> Reply | None:
    """A sentence that nothing asked for: for whatever it can be about. None: for nothing."""
    return _one_of(turn, text, meant.fitting(turn, text, turn.tasks()))


def elsewhere(turn: Turn, text: str, task: Task) -> Reply | None:
    """A sentence that names another campaign than the task that is open; None where it does not, or says
    nothing that is asked there.
    """
    tasks = turn.tasks()
    campaigns_named = meant.named(turn, text, tasks)
    if not campaigns_named or task.campaign_id in campaigns_named:
        return None
    return _one_of(turn, text, meant.fitting(turn, text, tasks))


def _one_of(turn: Turn, text: str, found: list[Task]) -> Reply | None:
    own = [task for task in found if task.subject_id == turn.person_id]
    return meant.use(turn, text, own if own and speaks_of_self(text) else found)


# --- named in the sentence ----------------------------------------------------------------------


def named(turn: Turn, text: str) -> Reply | None:
    """A sentence that names a child, for that child; None where it names none, or is something else."""
    children = _children(turn)
    theirs = [children[place] for place in mentioned(text, [task.on_behalf_of for task in children])]
    if not theirs:
        return None
    if len({task.subject_id for task in theirs}) > 1:
        return _one_by_one(turn, theirs)
    said_of = as_themself(text, theirs[0].on_behalf_of)
    theirs = meant.among(turn, text, theirs)
    readings = [
        turn.read(said_of, Asked(), campaigns.get(turn.conn, task.campaign_id).campaign.vocabulary)
        for task in theirs
    ]
    if any(reading.intent in meant.ABOUT_SOMETHING_ELSE for reading in readings):
        return None
    found = meant.fitting(turn, said_of, theirs)
    if found:
        return meant.use(turn, said_of, found)
    wished = (task for task, reading in zip(theirs, readings, strict=True) if reading.intent in _WISHES)
    task = next(wished, None)
    return None if task is None else meant.told(turn, task, declare.open_task(turn, task))


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


def _children(turn: Turn) -> list[Task]:
    """What is to be declared for children: what is owed first."""
    return [task for task in turn.tasks() if task.subject_id not in (None, turn.person_id)]


# --- asked --------------------------------------------------------------------------------------


def chosen(turn: Turn, standing_id: int) -> Reply:
    """It is about this: what was said is used for it, after their consent if that is missing."""
    sentences = turn.session.data.get("said", []) if turn.session.topic == WHOM else []
    task = turn.task(standing_id)
    if task is None:
        return declare.open_by_id(turn, standing_id)
    if not sentences:
        return meant.told(turn, task, declare.open_task(turn, task))
    said_of = [as_themself(text, task.on_behalf_of) if task.on_behalf_of else text for text in sentences]
    notice = privacy.gate(turn, task, campaigns.get(turn.conn, task.campaign_id))
    if notice is not None:
        # It waits for the answer to the notice and no longer: a no takes it away unused.
        turn.session.begin("", open=standing_id, said=said_of)
        return notice
    return meant.told(turn, task, declare.said_for(turn, task, *said_of))


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text while that is asked: a name, one more sentence, or something else (None)."""
    offered = [int(action.split(":")[1]) for _, action in turn.session.offered if action.startswith("whom:")]
    found = [task for standing_id in offered if (task := turn.task(standing_id)) is not None]
    if not found:
        turn.session.end()
        return None
    children = [task for task in found if task.on_behalf_of]
    short = len(text.split()) <= 4
    places = mentioned(text.title() if short else text, [task.on_behalf_of for task in children])
    about = meant.among(turn, text, [children[place] for place in places] or found)
    says = meant.says_something(meant.read(turn, text, about))
    if not says and not places and short and speaks_of_self(text):
        about = [task for task in about if task.subject_id == turn.person_id] or found
    if len(about) < len(found):
        if not says:
            return _chosen_of(turn, about)
    elif says:  # one more sentence for the same; one that says whom or what it is about stands by itself
        return meant.ask(turn, found, [*turn.session.data["said"], text])
    turn.session.end()
    return None


def _chosen_of(turn: Turn, about: list[Task]) -> Reply:
    if len(about) == 1:
        return chosen(turn, about[0].standing.id)
    return meant.ask(turn, about, turn.session.data["said"])
