"""Telegram (core.telegram.org/bots/api).

`channel.py` sends, `receiving.py` receives, `updates.py` understands.

`client.py` knows the calls that we make, `http.py` how they travel; `limits.py` has the numbers of the API.
"""

from bot.channels.telegram.channel import Telegram

__all__ = ["Telegram"]
