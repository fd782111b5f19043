"""Zalo (bot.zaloplatforms.com/docs).

`channel.py` sends, `screens.py` says how it looks, `receiving.py` receives, `updates.py` understands,
`client.py` calls, `failures.py` knows what went wrong.

What the platform does not document is read tolerantly or is a setting: docs/zalo.md lists all of it.
"""

from bot.channels.zalo.channel import Zalo

__all__ = ["Zalo"]
