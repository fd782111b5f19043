"""Answers and roles by the names that people know them by."""

from collections.abc import Mapping
from datetime import date

from bot.domain.forms import Answer, Question, QuestionKind
from bot.domain.people import Role
from bot.texts.catalogue import Texts

#: How a role is named to people.
ROLE_KEYS: Mapping[Role, str] = {
    Role.OFFICER: "role-officer",
    Role.PRINCIPAL: "role-principal",
    Role.DEPUTY: "role-deputy",
    Role.CLERK: "role-clerk",
    Role.HOMEROOM: "role-homeroom",
    Role.STAFF: "role-staff",
    Role.PUPIL: "role-pupil",
    Role.PARENT: "role-parent",
}


def yes_or_no(texts: Texts, question: Question) -> tuple[str, str]:
    """The two answers to a question without options; "… chưa?" asks whether something is done."""
    if question.label.lower().endswith(f" {texts('asked-if-done')}"):
        return texts("button-done"), texts("button-not-yet")
    return texts("button-yes"), texts("button-no")


def answer_text(texts: Texts, question: Question, answer: Answer) -> str:
    """An answer as a summary shows it: as the button said that gives it."""
    if isinstance(answer, bool):
        wanted = "yes" if answer else "no"
        label = next((option.label for option in question.options if option.id == wanted), None)
        return label or yes_or_no(texts, question)[not answer]
    label = next((option.label for option in question.options if option.id == answer), None)
    if question.kind is QuestionKind.DATE:
        answer = date.fromisoformat(str(answer))
    return label or texts.formats.fact(answer)
