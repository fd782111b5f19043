"""Spreadsheets as departments and schools really have them: bytes in, rows and named problems out.

Start with `people.py` (who works or learns at a unit) and `units.py` (the tree). A whole file that
cannot be used is an `InputError`; a row that cannot be used is a `Problem`, and the good rows stay.
"""
