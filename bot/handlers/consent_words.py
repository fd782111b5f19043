"""A yes or no to the privacy notice that is typed instead of tapped."""

from bot.domain.forms import Slot
from bot.domain.messages import Reply
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.handlers import declare, remind
from bot.handlers.turn import Turn


def consented(turn: Turn, text: str) -> Reply | None:
    """A typed yes or no under the privacy notice: only plain words count, nothing is read into others."""
    action = next((action for _, action in turn.session.offered if action.startswith("consent:")), None)
    if action is None:
        return None
    reading = turn.read(text, Asked(slot=Slot.CONFIRM), Vocabulary())
    if reading.intent in (Intent.PROMISE, Intent.SNOOZE):  # "để mai em làm" puts it off, and refuses nothing
        return remind.snooze(turn, reading.when)
    agreed = reading.slots.get(Slot.CONFIRM)
    if not isinstance(agreed, bool) or reading.ask or len(text.split()) > 6:
        return None
    return declare.consented(turn, int(action.split(":")[1]), agreed=agreed)
