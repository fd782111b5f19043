"""The full rehearsal: a whole province on a simulated clock, whose people only talk with the bot.

    python -m tests.rehearsal --schools 60 --staff 3000 --pupils 40000

`province.py` invents schools and people, `phrases.py` what they say, `minds.py` what they know to be true
and how they answer, `agents.py`, `families.py`, `heads.py` and `offices.py` what they do and when.
`stage.py` moves the clock and carries messages; `checks.py` counts everything anew afterwards.
"""
