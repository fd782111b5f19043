"""`khaibao run` without the platform's sending limits, which would otherwise be all that is measured."""

import runpy
import sys
from dataclasses import replace

from bot.channels.telegram import Telegram


def main() -> None:
    Telegram.capabilities = replace(Telegram.capabilities, per_second=100_000, chat_interval=0)
    sys.argv = ["khaibao", "run"]
    runpy.run_module("bot", run_name="__main__")


if __name__ == "__main__":
    main()
