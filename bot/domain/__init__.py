"""What the words mean, as frozen values and pure functions.

Imports nothing of ours but `bot.errors`; touches no clock, network or database. Start with
`campaigns.py` (what a directive asks), `rounds.py` (by when) and `standings.py` (who has and who
has not).
"""
