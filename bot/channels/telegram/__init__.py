"""Telegram (core.telegram.org/bots/api).

`channel.py` sends, `receiving.py` receives, `updates.py` understands.

python-telegram-bot is the client and the names of things; its HTTP layer is replaced by `http.py`, and its
Application is not used: updates go into our inbox before they are acknowledged.
"""

from bot.channels.telegram.channel import Telegram

__all__ = ["Telegram"]
