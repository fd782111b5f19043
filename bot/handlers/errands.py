"""Doing what somebody asks for in words instead of by a command or a button."""

from bot.domain.messages import Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.handlers import ad_hoc, announce, deadlines, invite
from bot.handlers.actions import act
from bot.handlers.turn import Turn
from bot.language.errands import Errand, order_of

#: What people without a post say of themselves, and mean no errand by.
_OF_ONESELF = (Errand.PEOPLE, Errand.REPORT, Errand.NUDGE)


def asked(turn: Turn, text: str) -> Reply | None:
    """Do what a message asks for and nothing else; None where it is no errand, or not theirs to give."""
    order = order_of(text)
    if order is None:
        return None
    places = [held.unit_id for held in turn.held(*HEAD_ROLES, Role.OFFICER, Role.HOMEROOM)]
    if not places and order.errand in _OF_ONESELF:
        return None
    match order.errand:
        case Errand.ANNOUNCE if order.words:
            return announce.command(turn, order.words)
        case Errand.DEADLINE if order.words:
            return deadlines.command(turn, order.words)
        case Errand.AD_HOC if order.words:
            return ad_hoc.command(turn, order.words)
        case Errand.INVITE:
            return invite.asked(turn, text)
        case Errand.NUDGE:
            place = next((one for one in places if turn.may(Action.NUDGE, one)), places[0])
            return act(turn, f"nudge:{place}")
    return act(turn, order.errand.value)
