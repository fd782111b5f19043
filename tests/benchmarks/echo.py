"""The peer: python-telegram-bot's own Application, which answers every text with itself.

As the library's first page shows it: one update after the other. With CONCURRENT set, up to 256 at once.
With DATABASE set, each answer follows one committed row in that SQLite file, through aiosqlite.
"""

import asyncio
import logging
import os

import aiosqlite
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

logging.basicConfig(level=logging.WARNING)


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


async def _store_and_echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    database: aiosqlite.Connection = context.bot_data["database"]
    async with context.bot_data["lock"]:
        await database.execute(
            "INSERT INTO said (update_id, chat, text) VALUES (?, ?, ?)",
            (update.update_id, update.message.chat_id, update.message.text),
        )
        await database.commit()
    await _echo(update, context)


async def _open(application: Application) -> None:
    database = await aiosqlite.connect(os.environ["DATABASE"])
    await database.execute("PRAGMA journal_mode = WAL")
    await database.execute("CREATE TABLE said (update_id INTEGER PRIMARY KEY, chat INTEGER, text TEXT)")
    application.bot_data.update(database=database, lock=asyncio.Lock())


async def _close(application: Application) -> None:
    await application.bot_data["database"].close()


def main() -> None:
    url = os.environ["KHAIBAO_TELEGRAM_API_URL"]
    builder = Application.builder().token(os.environ["KHAIBAO_TELEGRAM_TOKEN"])
    builder = builder.base_url(f"{url}/bot").concurrent_updates("CONCURRENT" in os.environ)
    if durable := "DATABASE" in os.environ:
        builder = builder.post_init(_open).post_shutdown(_close)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, _store_and_echo if durable else _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
