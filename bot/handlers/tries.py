"""Codes and names are not there to be guessed: after some wrong ones a chat has to wait."""

from datetime import timedelta

from bot.domain.messages import Reply
from bot.handlers.turn import Turn
from bot.storage import contacts

#: Wrong codes, and names that nobody has, before a chat has to wait; and for how long. They count until
#: somebody has registered: a code that is right says nothing about who holds it.
WRONG_CODES, WRONG_NAMES = 5, 10
LOCKED_FOR = timedelta(minutes=15)


def locked(turn: Turn) -> Reply | None:
    """What to say to a chat that has to wait; None for any other."""
    until = turn.contact.locked_until
    if until is None or turn.now >= until:
        return None
    left = max(1, round((until - turn.now) / timedelta(minutes=1)))
    return Reply(text=turn.t("err-locked", minutes=left))


def wrong_code(turn: Turn) -> Reply:
    """A code that is none; not said is whether it ended or never was."""
    wrong = turn.contact.wrong_codes + 1
    if wrong >= WRONG_CODES:
        return _lock(turn)
    contacts.attempts(turn.conn, turn.contact.id, wrong, None)
    return Reply(text=turn.t("err-code", left=WRONG_CODES - wrong))


def missed(turn: Turn) -> Reply | None:
    """A name that nobody of the unit has; None while they may go on trying."""
    if (waiting := locked(turn)) is not None:
        return waiting
    wrong = turn.contact.wrong_codes + 1
    if wrong >= WRONG_NAMES:
        return _lock(turn)
    contacts.attempts(turn.conn, turn.contact.id, wrong, None)
    return None


def _lock(turn: Turn) -> Reply:
    contacts.attempts(turn.conn, turn.contact.id, 0, turn.now + LOCKED_FOR)
    return Reply(text=turn.t("err-locked", minutes=int(LOCKED_FOR / timedelta(minutes=1))))


def forgiven(turn: Turn) -> None:
    """Registered, or joined: whatever was wrong before counts no more."""
    contacts.attempts(turn.conn, turn.contact.id, 0, None)
