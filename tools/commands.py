"""The words `run.py` knows itself; every other word belongs to the bot.

test [PYTEST ARGS]     all checks, then the tests: what has to pass before a change is taken
check [NAME ...]       the checks alone, or the named ones
pytest [PYTEST ARGS]   the tests alone
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import checks, environment
from tools.environment import ROOT, SetupError

MAIN = ROOT / "requirements-main.txt"
DEV = ROOT / "requirements-dev.txt"
#: Only where a browser is: its driver is a third of the size of everything else together.
BROWSER = ROOT / "requirements-browser.txt"


def main(words: list[str]) -> int:
    """Do what the words ask and return the exit code; a started bot replaces this process."""
    try:
        match words:
            case ["test", *rest]:
                return _test(rest)
            case ["check", *names]:
                return _check(names)
            case ["pytest", *rest]:
                return _pytest(_developer_python(), rest)
            case _:
                return _bot(words)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130  # 128 + SIGINT, as a shell reports it


#: Test processes side by side: more than two cores would ask for, because many tests wait for programs.
#: Each takes its share, so that most of what tests have in common is made once, and whoever is done first
#: helps the others.
SIDE_BY_SIDE = ("-n", "3", "--dist", "worksteal")


def _test(pytest_words: list[str]) -> int:
    python = _developer_python()
    failed = checks.run(python, list(checks.CHECKS))
    outcome = _pytest(python, [*SIDE_BY_SIDE, *pytest_words])
    if failed:
        print(f"Chưa đạt (failed checks): {', '.join(failed)}", file=sys.stderr)
    return outcome or bool(failed)


def _check(names: list[str]) -> int:
    unknown = [name for name in names if name not in checks.CHECKS]
    if unknown:
        known = ", ".join(checks.CHECKS)
        print(f"Không có phép kiểm tra {unknown[0]!r}. (Unknown check; there are: {known}.)", file=sys.stderr)
        return 2
    return bool(checks.run(_developer_python(), names or list(checks.CHECKS)))


def _pytest(python: Path, words: list[str]) -> int:
    command = [str(python), "-m", "pytest", *words]
    return subprocess.run(command, check=False, cwd=ROOT, env=environment.variables()).returncode


def _developer_python() -> Path:
    browser = [BROWSER] if shutil.which("chromium") else []
    return environment.ensure(MAIN, DEV, *browser)


def _bot(words: list[str]) -> int:
    python = environment.ensure(MAIN)
    # Replacing the process leaves signals and the exit code to the bot; the caller's working directory
    # stays, because file names among the words are meant from there. `-P` keeps a folder of that
    # directory that happens to be called `bot` from being taken for ours.
    os.execve(python, [str(python), "-P", "-m", "bot", *words], environment.variables())
