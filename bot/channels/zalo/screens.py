"""A reply as people see it on Zalo: plain text, what can be chosen as lines below it.

Zalo has no buttons and no files. A text without `parse_mode` and `text_styles` is shown as it stands
(bot.zaloplatforms.com/docs/apis/sendMessage), so nothing that somebody typed becomes bold by accident.
"""

from collections.abc import Sequence

from bot.channels.plain_text import clean, one_line, split, units
from bot.domain.messages import Choice, Reply

#: "text: 1–2000 characters", counted as phones count them: in UTF-16 units.
MOST_TEXT = 2000
_GAP = "\n\n"


def screens(reply: Reply, below: str = "") -> list[str]:
    """The texts that say a reply, with the choices under the last of them; `below`: what stands in between.

    Never longer than MOST_TEXT. Choices stay with the end of their text as long as they leave it room.
    """
    told = _GAP.join(filter(None, (clean(reply.text), clean(below))))
    lines = choice_lines(reply.choices, numbered=not reply.number_expected)
    if not lines:
        return split(told, MOST_TEXT)
    *whole, last = split(told, MOST_TEXT)
    room = MOST_TEXT - units(lines) - len(_GAP)
    if room < MOST_TEXT // 4:  # a list of its own
        return [*whole, last, *split(lines, MOST_TEXT)]
    *before, end = split(last, room)
    return [*whole, *before, f"{end}{_GAP}{lines}"]


def choice_lines(choices: Sequence[Choice], *, numbered: bool) -> str:
    """The choices a line each, "1. Đúng", to be answered by number or by words.

    Under a question whose answer is a number they carry none: "2" would be two things.
    """
    marks = (f"{number}." if numbered else "•" for number in range(1, len(choices) + 1))
    return "\n".join(f"{mark} {one_line(choice.label)}" for mark, choice in zip(marks, choices, strict=False))
