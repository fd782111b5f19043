"""What a log may say about an unexpected error: where it came from, never what it was about."""

import traceback
from pathlib import Path

from bot.errors import Misconfigured
from bot.storage.failures import reason

#: What an operator has to mend, by the reason of a Misconfigured.
_MENDS = {
    "second-poller": "another program fetches the updates of this token: stop one of the two",
    "token-rejected": "the platform does not know the token",
    "webhook-is-set": "somebody else has set a webhook for this token",
}


def mend(error: Misconfigured) -> str:
    """What the operator has to mend before a channel can work."""
    return _MENDS.get(error.reason, error.reason)


def describe(error: BaseException) -> str:
    """The error's class and the line that raised it: "KeyError at handlers/declare.py:120".

    Its message is left out: messages quote what people wrote. Of the database's it is said what is wrong:
    "OperationalError (the disk is full) at …".
    """
    name = type(error).__name__
    if why := reason(error):
        name += f" ({why})"
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return name
    room = Path(__file__).parents[1]
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(room)]
    last = ours[-1] if ours else frames[-1]
    path = Path(last.filename)
    place = path.relative_to(room) if path.is_relative_to(room) else path.name
    return f"{name} at {place}:{last.lineno}"
