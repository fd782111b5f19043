"""`khaibao run` against a double that has no limits: nothing is changed but how long things take.

A broadcast of thousands is over in seconds, a send that hangs is given up after two, and what is queued comes
in smaller slices, so that a kill finds more places to strike. The argument is the moment of the stopwatch at
which the clock of the run began.
"""

import runpy
import sys
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot import program
from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from bot.clock import SimulatedClock
from bot.delivery import dispatcher
from bot.storage import announcement_slices, reminders
from tests.crash.scene import NOW

#: Seconds after which a request counts as unanswered.
PATIENCE = 2.0
#: People in one slice of what is queued.
SLICE = 500


def main() -> None:
    Telegram.capabilities = replace(Telegram.capabilities, per_second=100_000, chat_interval=0)
    for channel in (Telegram, Zalo):
        defaults: dict[str, Any] = channel.__init__.__kwdefaults__ or {}
        defaults["patience"] = PATIENCE
    dispatcher.ANOTHER_FIRST = PATIENCE
    announcement_slices.SLICE = reminders.SLICE = SLICE
    since = float(sys.argv[1])
    # Made at this moment, so that the clocks of two processes show the same however long they took to start.
    program._clock = lambda settings: SimulatedClock(NOW + timedelta(seconds=time.monotonic() - since))
    sys.argv = ["khaibao", "run"]
    runpy.run_module("bot", run_name="__main__")


if __name__ == "__main__":
    main()
