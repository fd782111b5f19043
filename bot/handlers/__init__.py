"""What the bot does with a message: one file per capability, and `conversation.py` that chooses.

Handlers are plain synchronous functions over a `Turn`. They read and write through `bot/storage/`,
decide with `bot/dialogue/` and `bot/domain/`, word replies with the catalogue, and know no channel.
"""
