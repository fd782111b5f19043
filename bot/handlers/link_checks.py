"""Addresses that were declared: each is looked at outside the turn, and one that does not answer is told."""

from collections.abc import Mapping

from bot.domain.forms import Answers, Form, QuestionKind
from bot.domain.messages import Reply
from bot.handlers.turn import Turn
from bot.storage import link_checks

#: How what was found is put into words; HTTP statuses are shown as they are.
OUTCOME_KEYS: Mapping[str, str] = {
    "unreachable": "link-unreachable",
    "slow": "link-slow",
    "redirects": "link-redirects",
    "refused": "link-refused",
}


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
    known = found.outcome in OUTCOME_KEYS
    why = turn.t(OUTCOME_KEYS[found.outcome]) if known else found.outcome
    return Reply(
        text=turn.t("link-not-open", link=found.url, why=why),
        choices=(turn.choice("button-update", f"update:{standing_id}"), turn.choice("button-keep", "menu")),
    )
