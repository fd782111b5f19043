"""What the bot says: message id + facts + form of address → text, worded in `locales/`.

`catalogue.py` renders, `formats.py` writes numbers, shares and times, `entries.py` reads the files,
`checking.py` compares them with each other and with the code. No sentence lives here.
"""

from bot.texts.catalogue import Texts
from bot.texts.formats import Fact, Formats

__all__ = ["Fact", "Formats", "Texts"]
