"""Reading Vietnamese: what a person typed, and what was asked, become a `Reading`."""

from bot.language.reader import read

__all__ = ["read"]
