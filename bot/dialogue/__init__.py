"""The conversation as a pure step: (form, state, what was said) → (state, what to say next).

Decides everything and touches nothing: no clock, no database, no texts. `declaring.py` is the step;
`filling.py` books readings into answers; `handlers/declare.py` carries out what was decided.
"""

from bot.dialogue.declaring import (
    Ask,
    AskInclusive,
    AskSure,
    AskWhich,
    Declaring,
    Left,
    Outcome,
    Picked,
    Promised,
    Step,
    Submit,
    Summarise,
    asked_of,
    begin,
    step,
)
from bot.dialogue.filling import Note

__all__ = [
    "Ask",
    "AskInclusive",
    "AskSure",
    "AskWhich",
    "Declaring",
    "Left",
    "Note",
    "Outcome",
    "Picked",
    "Promised",
    "Step",
    "Submit",
    "Summarise",
    "asked_of",
    "begin",
    "step",
]
