"""The one thing that helps a head most just now. Pure.

What only they can do comes before what others do once they are asked: a report of the school that is
due today, people who cannot declare before somebody lets them in, people whom no message reaches.
"""

from dataclasses import dataclass
from enum import StrEnum


class NextAction(StrEnum):
    """What to do next; each is one button."""

    DECLARE_FOR_UNIT = "declare_for_unit"  #: the unit itself owes a report
    APPROVE = "approve"  #: newcomers wait for a yes or no
    CONNECT = "connect"  #: many have no chat: bring the list up to date, invite them
    ANSWER = "answer"  #: somebody asked something that no campaign answers
    NUDGE = "nudge"  #: remind those who owe and heard nothing today
    DECLARE = "declare"  #: their own report
    LOOK = "look"  #: everybody was told today: see who is left


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a head could do something about, in people unless it says otherwise."""

    unit_due_today: bool = False  #: a report of the unit itself is due today, or is late
    unit_owes: bool = False  #: the unit itself owes a report, whenever it is due
    newcomers: int = 0
    owing: int = 0  #: have not completed what they are still asked for
    unconnected: int = 0  #: of those: no chat reaches them
    questions: int = 0  #: that nobody has answered
    to_nudge: int = 0  #: would get a reminder now
    owes: bool = False  #: the head's own report


def next_action(now: Situation) -> NextAction | None:
    """The most useful thing to do; None where nothing is left."""
    many_unconnected = now.unconnected * 2 > now.owing
    ranked = (
        (now.unit_due_today, NextAction.DECLARE_FOR_UNIT),
        (now.newcomers > 0, NextAction.APPROVE),
        (many_unconnected, NextAction.CONNECT),
        # Whoever waits for an answer is not helped by a reminder.
        (now.questions > 0, NextAction.ANSWER),
        (now.to_nudge > 0, NextAction.NUDGE),
        (now.unit_owes, NextAction.DECLARE_FOR_UNIT),
        (now.owes, NextAction.DECLARE),
        (now.unconnected > 0, NextAction.CONNECT),
        (now.owing > 0, NextAction.LOOK),
    )
    return next((action for holds, action in ranked if holds), None)
