"""How a form's questions and answers are put into words: its own words, in the person's address."""

from typing import Any

from bot.domain.address import Address
from bot.domain.forms import Answer, Answers, Form, Question, QuestionKind
from bot.domain.messages import Choice, Reply
from bot.domain.rounds import RoundKind
from bot.domain.standings import Task
from bot.handlers.turn import Turn
from bot.storage import campaigns

_WIDER = {Address.MALE_TEACHER: Address.TEACHER, Address.FEMALE_TEACHER: Address.TEACHER}


def question_text(turn: Turn, question: Question, answers: Answers) -> str:
    """The question as this person is asked it."""
    address = turn.address
    wording = (
        question.ask.get(address) or question.ask.get(_WIDER.get(address, address)) or question.ask["default"]
    )
    computed = {name: expression.value(answers) for name, expression in question.ask_with.items()}
    facts = {**answers, **{name: value for name, value in computed.items() if value is not None}}
    return turn.texts.fill(wording, address, **facts)


def question_reply(turn: Turn, question: Question, answers: Answers, standing_id: int) -> Reply:
    """The question with its buttons. Where a number is expected, typed numbers choose nothing."""
    return Reply(
        text=question_text(turn, question, answers),
        choices=tuple(
            Choice(label=label, action=f"answer:{standing_id}:{question.id}:{option}")
            for option, label in _options(turn, question)
        ),
        number_expected=question.kind is QuestionKind.AMOUNT,
    )


def _options(turn: Turn, question: Question) -> list[tuple[str, str]]:
    if question.options:
        return [(option.id, option.label) for option in question.options]
    if question.kind is QuestionKind.YES_NO:
        return [("yes", turn.t("button-yes")), ("no", turn.t("button-no"))]
    return []


def answer_text(turn: Turn, question: Question, answer: Answer) -> str:
    """An answer as a summary shows it."""
    if isinstance(answer, bool):
        wanted = "yes" if answer else "no"
        label = next((option.label for option in question.options if option.id == wanted), None)
        return label or turn.t("button-yes" if answer else "button-no")
    label = next((option.label for option in question.options if option.id == answer), None)
    return label or turn.texts.formats.fact(answer)


def summary_lines(turn: Turn, form: Form, answers: Answers) -> list[str]:
    """One line an answer, in the order of the form."""
    return [
        turn.t("summary-line", label=question.label, value=answer_text(turn, question, answers[question.id]))
        for question in form.questions
        if question.id in answers
    ]


def change_lines(turn: Turn, form: Form, before: Answers, after: Answers) -> list[str]:
    """What a correction changes, from what to what."""
    lines: list[str] = []
    for question in form.questions:
        old, new = before.get(question.id), after.get(question.id)
        if old is None or new is None or old == new:
            continue
        facts: dict[str, Any] = {
            "label": question.label,
            "old": answer_text(turn, question, old),
            "new": answer_text(turn, question, new),
        }
        lines.append(turn.t("change-line", **facts))
    return lines


def task_label(turn: Turn, task: Task) -> str:
    """A task on a button: what, until when where it comes again, for whom where that is not oneself."""
    obligation = campaigns.get(turn.conn, task.campaign_id).campaign.obligation(task.obligation)
    title = task.label or obligation.short or obligation.title
    if task.round_kind == RoundKind.SLOT and task.due_before is not None:
        title = f"{title}, {turn.texts.formats.moment(task.due_before)}"
    return f"{title} – {task.on_behalf_of}" if task.on_behalf_of else title
