"""`khaibao run` against a double that has no limits: nothing is changed but how long things take.

A broadcast of thousands is over in seconds, a send that hangs is given up after two, a pace that was too fast
is mended by a pause of one, and what is queued comes in smaller slices, so that a kill finds more places to
strike.
"""

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot import cli, program
from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo, failures
from bot.clock import SimulatedClock
from bot.delivery import failures as failed_sends
from bot.storage import announcement_slices, reminders
from tests.crash.scene import NOW

#: Seconds after which a request counts as unanswered.
PATIENCE = 2.0
#: Seconds of the pause that Telegram's double asks for, and Zalo's leaves to us.
PAUSE = 1.0
#: People in one slice of what is queued.
SLICE = 500


def run(folder: Path, log: Path, environment: Mapping[str, str], since: float) -> None:
    """Run the program in a process of its own until it is told to end, or killed.

    `since`: the moment of the stopwatch at which the clock of the run began, so that the clocks of two
    processes show the same however long they took to start.
    """
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    with log.open("ab") as errors, Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())
        os.dup2(errors.fileno(), sys.stderr.fileno())
    _hurry()
    program._clock = lambda settings: SimulatedClock(NOW + timedelta(seconds=time.monotonic() - since))
    sys.argv = ["khaibao", "run"]
    cli.main()


def _hurry() -> None:
    Telegram.capabilities = replace(Telegram.capabilities, per_second=100_000, chat_interval=0)
    for channel in (Telegram, Zalo):
        defaults: dict[str, Any] = channel.__init__.__kwdefaults__ or {}
        defaults["patience"] = PATIENCE
    failures.PAUSE = PAUSE
    failed_sends.ANOTHER_FIRST = PATIENCE
    announcement_slices.SLICE = reminders.SLICE = SLICE
