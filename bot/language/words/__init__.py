"""The reader's word tables. Plain data: add a word to a row, and every rule knows it.

How to write a row: phrases with full diacritics, separated by commas; `a/b` inside a phrase means either
word; `{name}` stands for a list in `macros.py`; `#` stands for any number in digits. Text typed without
diacritics, in Telex or VNI slips, or in the shorthand of `shorthand.py` is matched as well.
"""
