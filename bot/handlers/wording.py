"""How a form's questions and answers are put into words: its own words, in the person's address."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from bot.dialogue import ALL, EACH, SKIP, AskList, Line
from bot.dialogue import lines as list_lines
from bot.domain.address import Address
from bot.domain.deadlines import local
from bot.domain.forms import Answer, Answers, Checklist, Form, Question, QuestionKind
from bot.domain.messages import Choice, Reply
from bot.domain.rounds import RoundKind
from bot.domain.standings import Task, judge
from bot.handlers.turn import Turn
from bot.storage import campaigns
from bot.texts import Texts
from bot.texts import answers as answers_in_words

_WIDER = {Address.MALE_TEACHER: Address.TEACHER, Address.FEMALE_TEACHER: Address.TEACHER}


def question_text(
    texts: Texts,
    address: Address,
    question: Question,
    answers: Answers,
    blanks: Answers = MappingProxyType({}),
) -> str:
    """The question as somebody is asked it who is addressed so; `blanks` stand for what is not answered."""
    wording = (
        question.ask.get(address) or question.ask.get(_WIDER.get(address, address)) or question.ask["default"]
    )
    computed = {name: expression.value(answers) for name, expression in question.ask_with.items()}
    facts = {**blanks, **answers, **{name: value for name, value in computed.items() if value is not None}}
    return texts.fill(wording, address, **facts)


def question_reply(turn: Turn, question: Question, answers: Answers, standing_id: int) -> Reply:
    """The question with its buttons. Where a number is expected, typed numbers choose nothing."""
    return question_in(turn.texts, turn.address, question, answers, standing_id)


def question_in(
    texts: Texts, address: Address, question: Question, answers: Answers, standing_id: int
) -> Reply:
    """The question with its buttons, for somebody who is addressed so."""
    return Reply(
        text=question_text(texts, address, question, answers),
        choices=tuple(
            Choice(label=label, action=f"answer:{standing_id}:{question.id}:{option}")
            for option, label in _with_skip(texts, question)
        ),
        number_expected=question.kind is QuestionKind.AMOUNT,
    )


def options_of(texts: Texts, question: Question) -> list[tuple[str, str]]:
    """What a question lets one choose: id and label."""
    options = [(option.id, option.label) for option in question.options]
    if not options and question.kind is QuestionKind.YES_NO:
        options = list(zip(("yes", "no"), answers_in_words.yes_or_no(texts, question), strict=True))
    return options


def _with_skip(texts: Texts, question: Question) -> list[tuple[str, str]]:
    options = options_of(texts, question)
    return options if question.required else [*options, (SKIP, texts("button-skip"))]


def list_reply(turn: Turn, asked: AskList, standing_id: int) -> Reply:
    """A checklist with its numbers, and how it is answered; after an answer that was not understood, how."""
    checklist, questions = asked.checklist, [question for _, question in asked.lines]
    if asked.note is not None:
        lines = [turn.t("list-unclear", count=len(questions))]
    else:
        lines = [turn.t("list-change") if asked.again else turn.texts.fill(checklist.ask, turn.address)]
        lines += [
            turn.t("list-line", place=str(number), item=question.item or question.label)
            for number, question in asked.lines
        ]
    whole = len(questions) == len(checklist.questions)
    example = checklist.example if whole else _list_example(turn, asked.lines)
    lines.append(turn.t("list-how", example=example or turn.t("list-example")))
    action = f"answer:{standing_id}:{checklist.id}"
    choices = (
        turn.choice("button-list-all", f"{action}:{ALL}", yes=answer_text(turn, questions[0], True)),
        turn.choice("button-list-each", f"{action}:{EACH}"),
    )
    return Reply(text="\n".join(lines), choices=choices, number_expected=True)


def _list_example(turn: Turn, lines: Sequence[Line]) -> str:
    """How the lines that are left could be answered: "5-14 đạt, 15 chưa đạt"."""
    *others, (last, question) = lines
    yes, no = (answer_text(turn, question, answer).lower() for answer in (True, False))
    numbers = [number for number, _ in others]
    joined = numbers == list(range(numbers[0], last)) and len(numbers) > 2
    named = f"{numbers[0]}-{numbers[-1]}" if joined else ", ".join(map(str, numbers))
    return f"{named} {yes}, {last} {no}"


def answer_text(turn: Turn, question: Question, answer: Answer) -> str:
    """An answer as a summary shows it."""
    return answers_in_words.answer_text(turn.texts, question, answer)


def summary_lines(turn: Turn, form: Form, answers: Answers) -> list[str]:
    """One line an answer, in the order of the form; a checklist is one line, and the grade the last."""
    lines: list[str] = []
    told: set[str] = set()
    for question in form.questions:
        if question.id not in answers:
            continue
        checklist = form.checklist_of(question.id)
        if checklist is None:
            value = answer_text(turn, question, answers[question.id])
            lines.append(turn.t("summary-line", label=question.label, value=value))
        elif checklist.id not in told:
            told.add(checklist.id)
            lines.append(_list_line(turn, form, checklist, answers))
    return [*lines, *grade_lines(turn, form, answers)]


def _list_line(turn: Turn, form: Form, checklist: Checklist, answers: Answers) -> str:
    """How many lines of a checklist hold, and which do not."""
    answered = [line for line in list_lines(form, checklist, answers) if line[1].id in answers]
    _, first = answered[0]
    failing = [str(number) for number, question in answered if answers[question.id] is False]
    facts = {
        "label": checklist.label,
        "yes": answer_text(turn, first, True),
        "part": len(answered) - len(failing),
        "whole": len(answered),
    }
    if not failing:
        return turn.t("summary-list-all", **facts)
    return turn.t("summary-list", **facts, no=answer_text(turn, first, False), failing=", ".join(failing))


def grade_lines(turn: Turn, form: Form, answers: Answers) -> list[str]:
    """The verdict over these answers, where the form grades."""
    grade = judge(form, answers).grade
    return [turn.t("summary-grade", grade=one.label) for one in form.grades if one.id == grade]


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


def slot_name(texts: Texts, task: Task) -> str:
    """A round of a rhythm by when it closes; by its own day where a holiday moved it to another."""
    if task.slot is None or task.due_before is None or local(task.due_before).date() == task.slot:
        return texts.formats.moment(task.due_before) if task.due_before else ""
    return texts("slot-moved", slot=texts.formats.day(task.slot), moment=task.due_before)


def task_label(turn: Turn, task: Task) -> str:
    """A task on a button: what, until when where it comes again, for whom where that is not oneself."""
    obligation = campaigns.get(turn.conn, task.campaign_id).campaign.obligation(task.obligation)
    title = task.label or obligation.short or obligation.title
    if task.round_kind == RoundKind.SLOT and task.due_before is not None:
        title = f"{title}, {slot_name(turn.texts, task)}"
    return f"{title} – {task.on_behalf_of}" if task.on_behalf_of else title
