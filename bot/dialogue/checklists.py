"""Checklists: many yes/no questions shown as one numbered list and answered at once."""

from bot.dialogue.filling import Filled, Note
from bot.domain.forms import Answer, Answers, Checklist, Form, Question
from bot.domain.readings import Ticks

#: One line of a list: its number, and the question it asks.
Line = tuple[int, Question]


def lines(form: Form, checklist: Checklist, answers: Answers) -> tuple[Line, ...]:
    """The lines of a list that apply, by their numbers; a number stays whatever applies."""
    numbered = enumerate((form.question(name) for name in checklist.questions), 1)
    return tuple(
        (number, question)
        for number, question in numbered
        if question.ask_if is None or question.ask_if.holds(answers)
    )


def unanswered(form: Form, checklist: Checklist, answers: Answers) -> tuple[Line, ...]:
    """The lines that apply and have no answer yet."""
    return tuple(line for line in lines(form, checklist, answers) if line[1].id not in answers)


def tick(form: Form, checklist: Checklist, answers: Answers, ticks: Ticks) -> Filled:
    """Book what was said of the lines.

    What holds for "the rest" is booked for the lines without an answer; where all have one, only what
    was said of everything ("đạt hết") changes those that were not named.
    """
    shown = lines(form, checklist, answers)
    if not ticks.yes | ticks.no <= {number for number, _ in shown}:
        return Filled(answers=answers, note=Note.OUT_OF_RANGE)
    missing = {number for number, question in shown if question.id not in answers}
    everything = not (ticks.yes or ticks.no or missing)
    booked: dict[str, Answer] = dict(answers)
    for number, question in shown:
        if number in ticks.yes or number in ticks.no:
            booked[question.id] = number in ticks.yes
        elif ticks.rest is not None and (everything or number in missing):
            booked[question.id] = ticks.rest
    changed = frozenset(key for key, value in booked.items() if answers.get(key) != value)
    return Filled(answers=booked, changed=changed)
