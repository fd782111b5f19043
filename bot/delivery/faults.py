"""What a log may say about an unexpected error: where it came from, never what it was about."""

import traceback
from pathlib import Path


def describe(error: BaseException) -> str:
    """The error's class and the line that raised it: "KeyError at handlers/declare.py:120".

    Its message is left out: messages quote what people wrote.
    """
    name = type(error).__name__
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return name
    room = Path(__file__).parents[1]
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(room)]
    last = ours[-1] if ours else frames[-1]
    path = Path(last.filename)
    place = path.relative_to(room) if path.is_relative_to(room) else path.name
    return f"{name} at {place}:{last.lineno}"
