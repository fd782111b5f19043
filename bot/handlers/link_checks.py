"""Addresses that were declared: each is looked at outside the turn, and one that does not answer is told."""

from bot.domain.forms import Answers, Form, QuestionKind
from bot.domain.messages import Reply
from bot.handlers.turn import Turn
from bot.storage import link_checks
from bot.texts.link_outcomes import why_not


def want(turn: Turn, standing_id: int, form: Form, answers: Answers) -> None:
    """Have the addresses of a declaration looked at; it counts whatever comes of that."""
    for question in form.questions:
        url = answers.get(question.id)
        if question.kind is QuestionKind.LINK and isinstance(url, str):
            link_checks.want(turn.conn, standing_id, question.id, url, turn.now)


def told(turn: Turn, standing_id: int, question: str) -> Reply:
    """An address does not answer: said once, kindly, with the way to correct it."""
    found = link_checks.load(turn.conn, standing_id, question)
    if found is None or found.outcome is None or turn.task(standing_id) is None:
        return Reply(text=turn.t("task-gone"))
    if found.outcome == link_checks.ANSWERS:  # corrected meanwhile
        return Reply(text=turn.t("link-open", link=found.url))
    why = why_not(turn.texts, found.outcome)
    return Reply(
        text=turn.t("link-not-open", link=found.url, why=why),
        choices=(turn.choice("button-update", f"update:{standing_id}"), turn.choice("button-keep", "menu")),
    )
