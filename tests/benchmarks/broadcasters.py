"""The peers of `broadcast.py`: an echo by python-telegram-bot that also sends an announcement to many.

    python -m tests.benchmarks.broadcasters WAY FIRST-CHAT CHATS

Anybody who writes "/broadcast" sets it off; when it is through, a line on stdout says so. The ways:

* limiter: all sends at once, held back by the library's AIORateLimiter, which repeats what was refused
* limiter-as-is: the same with its default, which repeats nothing
* sleep: one after the other with `asyncio.sleep(0.05)` between them, the advice of the frameworks' guides
* sequential: one after the other
"""

import asyncio
import logging
import os
import sys
from typing import Any

from telegram import Update
from telegram.error import RetryAfter, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

WAYS = ("limiter", "limiter-as-is", "sleep", "sequential")
#: How often the limiter repeats what the platform refused.
RETRIES = 5
TEXT = "Nhà trường thông báo: sáng thứ Bảy các lớp học bù."

logging.basicConfig(level=logging.CRITICAL)


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


async def _at_once(application: Application, chats: range) -> None:
    sends = [application.bot.send_message(chat, TEXT) for chat in chats]
    await asyncio.gather(*sends, return_exceptions=True)  # what is refused for good is lost


async def _in_a_row(application: Application, chats: range, pause: float) -> None:
    for chat in chats:
        while True:
            try:
                await application.bot.send_message(chat, TEXT)
                break
            except RetryAfter as error:
                seconds = error.retry_after
                await asyncio.sleep(seconds if isinstance(seconds, int) else seconds.total_seconds())
            except TelegramError:
                break
        await asyncio.sleep(pause)


async def _broadcast(way: str, application: Application, chats: range) -> None:
    if way.startswith("limiter"):
        await _at_once(application, chats)
    else:
        await _in_a_row(application, chats, 0.05 if way == "sleep" else 0)
    print("through", flush=True)


def main() -> None:
    way, first_chat, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

    async def begin(_update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        chats = range(first_chat, first_chat + count)
        context.application.create_task(_broadcast(way, context.application, chats))

    builder = Application.builder().token(os.environ["KHAIBAO_TELEGRAM_TOKEN"])
    builder = builder.base_url(f"{os.environ['KHAIBAO_TELEGRAM_API_URL']}/bot")
    if way.startswith("limiter"):
        limiter: Any = AIORateLimiter(max_retries=RETRIES if way == "limiter" else 0)
        builder = builder.rate_limiter(limiter)
    application = builder.build()
    application.add_handler(CommandHandler("broadcast", begin))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, _echo))
    application.run_polling()


if __name__ == "__main__":
    main()
