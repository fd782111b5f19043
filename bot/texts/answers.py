"""Answers and roles by the names that people know them by."""

from collections.abc import Mapping

from bot.domain.forms import Answer, Question
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


def answer_text(texts: Texts, question: Question, answer: Answer) -> str:
    """An answer as a summary shows it: as the button said that gives it."""
    if isinstance(answer, bool):
        wanted = "yes" if answer else "no"
        label = next((option.label for option in question.options if option.id == wanted), None)
        return label or texts("button-yes" if answer else "button-no")
    label = next((option.label for option in question.options if option.id == answer), None)
    return label or texts.formats.fact(answer)
