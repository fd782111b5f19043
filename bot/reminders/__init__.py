"""The planned nudges: what is due (`bot/domain/ladder.py`, pure) and who gets it (`planner.py`).

The truth is in our tables: a rung is planned once however often the planner runs, and a planner that
was down for a while skips what is no longer useful instead of sending it all at once.
"""
