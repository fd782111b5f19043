"""Choices that were typed instead of tapped: by number, or by their words."""

from bot.domain.names import search_key
from bot.handlers.turn import Turn
from bot.storage import told

#: Longest label of a button that is looked for among those of reminders and notices.
LONGEST_LABEL = 80


def meant(turn: Turn, text: str) -> str | None:
    """The action of the choice that a text stands for; None where it stands for none."""
    return _offered(turn, text) or _told(turn, text)


def _offered(turn: Turn, text: str) -> str | None:
    """The action of a choice whose label or number was typed; numbers may be answers themselves."""
    offered = turn.session.offered
    if text.isascii() and text.isdigit() and not turn.session.number_expected:
        place = int(text) if len(text) <= 2 else 0
        return offered[place - 1][1] if 1 <= place <= len(offered) else None
    key = search_key(text)
    return next((action for label, action in offered if key and search_key(label) == key), None)


def _told(turn: Turn, text: str) -> str | None:
    """The action of a choice that came with a reminder or a notice, where there is no button to tap.

    Two notices may offer the same words: the newest is meant first, then the one before.
    """
    key = search_key(text)
    if turn.taps or turn.person is None or not key or len(text) > LONGEST_LABEL:
        return None
    for choice in told.choices(turn.conn, turn.contact.id):
        if search_key(choice.label) == key and choice.action not in turn.session.heeded:
            turn.session.heeded = [*turn.session.heeded, choice.action][-told.LATEST :]
            return choice.action
    return None
