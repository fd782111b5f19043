"""The conversation as a pure step: (form, state, what was said) → (state, what to say next).

Decides everything and touches nothing: no clock, no database, no texts. `declaring.py` is the step from
one value of `outcomes.py` to the next;
`filling.py` books readings into answers, `checklists.py` answers to numbered lists, `written.py` the fields
of a form; `again.py` knows what need not be asked again; `handlers/declare.py` carries out what was decided.
"""

from bot.dialogue.again import repeatable, steps_ahead
from bot.dialogue.checklists import Line, lines
from bot.dialogue.declaring import asked_of, begin, list_asked, step, which, zeros_offered
from bot.dialogue.filling import LONGEST_TEXT, Note
from bot.dialogue.outcomes import (
    ALL,
    EACH,
    SKIP,
    ZEROS,
    Ask,
    AskInclusive,
    AskList,
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
    Written,
)
from bot.dialogue.written import SURE, Fault, Sheet, read_fields, typed_as

__all__ = [
    "ALL",
    "EACH",
    "LONGEST_TEXT",
    "SKIP",
    "SURE",
    "ZEROS",
    "Ask",
    "AskInclusive",
    "AskList",
    "AskSure",
    "AskWhich",
    "Declaring",
    "Fault",
    "Left",
    "Line",
    "Note",
    "Outcome",
    "Picked",
    "Promised",
    "Sheet",
    "Step",
    "Submit",
    "Summarise",
    "Written",
    "asked_of",
    "begin",
    "lines",
    "list_asked",
    "read_fields",
    "repeatable",
    "step",
    "steps_ahead",
    "typed_as",
    "which",
    "zeros_offered",
]
