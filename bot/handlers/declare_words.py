"""How a question of a declaration, a doubt about it, and its summary are put to somebody."""

from dataclasses import replace

from bot.dialogue import (
    ALL,
    LONGEST_TEXT,
    ZEROS,
    Ask,
    AskInclusive,
    AskList,
    AskSure,
    AskWhich,
    Declaring,
    Note,
    Summarise,
)
from bot.domain.forms import Form
from bot.domain.messages import Choice, Reply
from bot.domain.standings import Task
from bot.handlers.turn import Turn, combine
from bot.handlers.wording import change_lines, list_reply, question_reply, slot_name, summary_lines

NOTE_KEYS = {
    Note.NOT_UNDERSTOOD: "note-not-understood",
    Note.VAGUE: "note-vague",
    Note.OUT_OF_RANGE: "note-out-of-range",
    Note.TOO_MANY: "note-too-many",
    Note.UNSURE: "note-unsure",
    Note.NOT_A_LINK: "note-not-a-link",
    Note.TOO_LONG: "note-too-long",
    Note.WHICH: "note-which",
}
#: Notes under which an example of an answer helps.
_SHOWN_HOW = frozenset({Note.NOT_UNDERSTOOD, Note.VAGUE, Note.NOT_A_LINK})


def worded(
    turn: Turn,
    task: Task,
    form: Form,
    state: Declaring,
    outcome: Ask | AskList | AskInclusive | AskSure | AskWhich | Summarise,
) -> Reply:
    """What is asked, or shown to be confirmed, with its buttons."""
    standing_id = task.standing.id
    match outcome:
        case Ask(question=question, note=note, zeros=zeros):
            reply = question_reply(turn, question, state.answers, standing_id)
            if zeros:
                button = turn.choice("button-zeros", f"answer:{standing_id}:{ZEROS}:{ALL}")
                reply = replace(reply, choices=(*reply.choices, button))
            return reply if note is None else combine(_noted(turn, note, question.example), reply)
        case AskList() as asked:
            return list_reply(turn, asked, standing_id)
        case AskInclusive(number=number):
            return Reply(
                text=turn.t("ask-inclusive", number=number),
                choices=(
                    turn.choice("button-included", f"answer:{standing_id}:inclusive:yes"),
                    turn.choice("button-not-included", f"answer:{standing_id}:inclusive:no"),
                ),
            )
        case AskSure(amount=amount):
            return Reply(
                text=turn.t("ask-sure", number=amount),
                choices=(
                    turn.choice("button-sure", f"answer:{standing_id}:sure:yes", number=amount),
                    turn.choice("button-type-again", f"answer:{standing_id}:sure:no"),
                ),
            )
        case AskWhich() as asked:
            return _which(turn, task, asked)
        case Summarise(note=note):
            return _summary(turn, task, form, state, note)


def _noted(turn: Turn, note: Note, example: str) -> str:
    """Why something was not booked, with an example of what would be."""
    lines = [turn.t(NOTE_KEYS[note], most=LONGEST_TEXT)]
    if note in _SHOWN_HOW and example:
        lines.append(turn.t("note-example", example=example))
    return " ".join(lines)


def _which(turn: Turn, task: Task, outcome: AskWhich) -> Reply:
    return Reply(
        text=turn.t("ask-which"),
        choices=tuple(
            Choice(label=question.label, action=f"answer:{task.standing.id}:which:{question.id}")
            for question in outcome.questions
        ),
    )


def _summary(turn: Turn, task: Task, form: Form, state: Declaring, note: Note | None) -> Reply:
    lines = [_noted(turn, note, "")] if note else []
    head = turn.t("summary-for", name=task.on_behalf_of) if task.on_behalf_of else turn.t("summary-head")
    changes = change_lines(turn, form, state.before, state.answers)
    slot = [turn.t("summary-slot", slot=slot_name(turn.texts, task))] if task.slot is not None else []
    lines += [head, *slot, *summary_lines(turn, form, state.answers), *changes]
    return Reply(
        text="\n".join(lines),
        choices=(
            turn.choice("button-send", f"answer:{task.standing.id}:confirm:yes"),
            turn.choice("button-edit", f"answer:{task.standing.id}:confirm:no"),
        ),
        number_expected=True,  # "4" under a summary corrects it, and chooses nothing
    )
