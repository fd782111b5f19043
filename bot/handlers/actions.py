"""What buttons carry: every action there is, a verb and its arguments, and what it does.

A button may be old, and anybody can make one up by hand, so arguments are read strictly: whatever no
button of ours carries raises NoSuchAction before anything is done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.domain.messages import Reply
from bot.domain.people import Role
from bot.errors import KhaiBaoError
from bot.handlers import declare, invite, newcomers, privacy, register, remind, roster, status
from bot.handlers import help as help_handler
from bot.handlers.turn import Turn
from bot.storage import NotFound

#: Digits of the longest id: 18 fit into the databases' 64-bit integers.
_DIGITS = 18


class NoSuchAction(KhaiBaoError):
    """No button of ours carries this, or it is about something that does not exist."""


@dataclass(frozen=True, slots=True)
class _Arguments:
    """What stands behind the verb."""

    words: list[str]

    def word(self, place: int) -> str:
        if place >= len(self.words):
            raise NoSuchAction
        return self.words[place]

    def number(self, place: int, default: int | None = None) -> int:
        if default is not None and place >= len(self.words):
            return default
        word = self.word(place)
        if not (word.isascii() and word.isdigit() and len(word) <= _DIGITS):
            raise NoSuchAction
        return int(word)

    def yes(self, place: int) -> bool:
        word = self.word(place)
        if word not in ("yes", "no"):
            raise NoSuchAction
        return word == "yes"

    def role(self, place: int) -> Role:
        try:
            return Role(self.word(place))
        except ValueError:
            raise NoSuchAction from None


_Act = Callable[[Turn, _Arguments], Reply]

#: Actions of people who are not known yet.
REGISTERING: Mapping[str, _Act] = {
    "pick": lambda turn, args: register.pick(turn, args.number(0)),
    "identity": lambda turn, _: register.identity_confirmed(turn),
    "name": lambda turn, _: register.ask_name_again(turn),
    "newcomer": lambda turn, _: register.ask_newcomer(turn),
}
#: Actions of people who are known.
ACTIONS: Mapping[str, _Act] = {
    "menu": lambda turn, _: help_handler.menu(turn),
    "help": lambda turn, _: help_handler.show(turn),
    "tasks": lambda turn, _: declare.list_tasks(turn),
    "open": lambda turn, args: declare.open_by_id(turn, args.number(0)),
    "update": lambda turn, args: declare.update(turn, args.number(0)),
    "answer": lambda turn, args: declare.picked(turn, args.number(0), args.word(1), args.word(2)),
    "cancel": lambda turn, _: declare.cancel(turn),
    "consent": lambda turn, args: declare.consented(turn, args.number(0), agreed=args.yes(1)),
    "data": lambda turn, _: privacy.own_data(turn),
    "join": lambda turn, _: register.join_code(turn),
    "status": lambda turn, args: (
        status.of_unit(turn, args.number(0), args.number(1, 0)) if args.words else status.show(turn)
    ),
    "missing": lambda turn, args: (
        status.missing(turn, args.number(0), args.number(1, 0), args.number(2, 0))
        if args.words
        else status.missing(turn)
    ),
    "nudge": lambda turn, args: remind.nudge(turn, args.number(0)),
    "stop": lambda turn, _: remind.stop(turn),
    "snooze": lambda turn, _: remind.snooze(turn),
    "invite": lambda turn, args: (
        invite.give(turn, args.number(0), args.role(1)) if args.words else invite.offer(turn)
    ),
    "approve": lambda turn, args: newcomers.decide(turn, args.number(0), approved=True),
    "reject": lambda turn, args: newcomers.decide(turn, args.number(0), approved=False),
    "imported": lambda turn, args: roster.was_read(turn, args.number(0)),
    "roster": lambda turn, args: roster.confirmed(turn, args.number(0)),
}


def act(turn: Turn, action: str) -> Reply:
    """Do what a button says; whatever is no action of ours is answered like a message not understood."""
    verb, *words = action.split(":")
    try:
        if verb in REGISTERING:
            return REGISTERING[verb](turn, _Arguments(words))
        if turn.person is not None and verb in ACTIONS:
            return ACTIONS[verb](turn, _Arguments(words))
    except (NoSuchAction, NotFound):
        pass
    return register.stale(turn)
