"""Messages that a platform keeps from us: one kind answer with a way out.

Zalo hides what children, and other people whom the law protects, write; it reports files and contact cards
the same way (bot.zaloplatforms.com/docs/webhook), so nothing is said about why.
"""

from datetime import datetime, timedelta

from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.handlers import help as help_handler
from bot.handlers import personal_links
from bot.handlers.turn import Turn, combine

#: Whoever goes on sending what cannot be read is told again after this time at the earliest.
PAUSE = timedelta(hours=1)


def answer(turn: Turn) -> Reply | None:
    """The way out, once an hour, with the question that is open; None in between."""
    told = turn.session.unread_at
    if told and turn.now - datetime.fromisoformat(told) < PAUSE:
        return None
    turn.session.unread_at = turn.now.isoformat()
    return combine(_way_out(turn), None if turn.person is None else help_handler.ask_again(turn))


def _way_out(turn: Turn) -> str:
    if turn.person is None:
        link = turn.links.home
        return turn.t("unread-stranger", link=link) if link else turn.t("unread-stranger-nowhere")
    link = personal_links.address_of(turn, turn.person_id, by=turn.person_id)
    if turn.held(Role.PUPIL):
        return turn.t("unread-pupil", link=link) if link else turn.t("unread-pupil-nowhere")
    return turn.t("unread", link=link) if link else turn.t("unread-nowhere")
