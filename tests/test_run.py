"""`run.py` from nothing to a running bot, in a checkout whose bot only says what it was given."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tools import environment

ROOT = Path(__file__).resolve().parent.parent
BOT = """
import os, sys
print(os.getcwd(), sys.argv[1:], sys.prefix)
sys.exit(3)
"""


class Made(NamedTuple):
    """A checkout whose environment was made by two processes started at the same time."""

    checkout: Path
    outcomes: list[tuple[int, str, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "run.py", checkout)
    shutil.copytree(ROOT / "tools", checkout / "tools")
    (checkout / "bot").mkdir()
    (checkout / "bot" / "__main__.py").write_text(BOT, encoding="utf-8")
    (checkout / "requirements-main.txt").touch()  # no packages: nothing is fetched
    both = [start(checkout, "demo", "--port", "1") for _ in range(2)]
    return Made(checkout, [finish(process) for process in both])


@pytest.fixture
def checkout(made: Made, tmp_path: Path) -> Path:
    """A copy of the made one, to be spoilt."""
    return shutil.copytree(made.checkout, tmp_path / "checkout", symlinks=True)


def start(checkout: Path, *words: str, **variables: str) -> subprocess.Popen[str]:
    # Without uv, which would look for the packages somewhere else than a test may.
    environment = {**os.environ, "PATH": os.defpath, "PIP_NO_INDEX": "1", **variables}
    return subprocess.Popen(
        [sys.executable, checkout / "run.py", *words],
        cwd=checkout.parent,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Exit code, what was printed, what was said on stderr."""
    printed, said = process.communicate()
    return process.returncode, printed, said


def test_two_first_runs_together_make_one_environment_and_both_start_the_bot(made: Made) -> None:
    expected = f"{made.checkout.parent} ['demo', '--port', '1'] {made.checkout / '.venv'}\n"

    assert [(code, printed) for code, printed, _ in made.outcomes] == [(3, expected), (3, expected)]
    assert sum("Ready." in said for _, _, said in made.outcomes) == 1


def test_a_later_run_only_starts_the_bot_where_the_caller_stands(made: Made) -> None:
    outcome = finish(start(made.checkout, "campaign", "check", "bản nháp.yaml", LC_ALL="C"))

    words = ["campaign", "check", "bản nháp.yaml"]
    assert outcome == (3, f"{made.checkout.parent} {words} {made.checkout / '.venv'}\n", "")


def test_an_interrupted_installation_is_made_anew(checkout: Path) -> None:
    (checkout / ".venv" / "khaibao-stamp.json").unlink()
    (checkout / ".venv" / "half-a-package").touch()

    code, _, said = finish(start(checkout))

    assert (code, "Ready." in said) == (3, True)
    assert not (checkout / ".venv" / "half-a-package").exists()


def test_a_package_that_cannot_be_had_is_one_sentence_and_leaves_the_environment_unfinished(
    checkout: Path,
) -> None:
    lock = checkout / "requirements-main.txt"
    lock.write_text("no-such-package==1 --hash=sha256:" + 64 * "0", encoding="utf-8")

    code, printed, said = finish(start(checkout))

    assert (code, printed) == (1, "")
    assert [line.split(",")[0] for line in said.splitlines()][1:] == ["Chưa cài được môi trường"]
    assert not (checkout / ".venv" / "khaibao-stamp.json").exists()


def test_bytecode_is_kept_so_that_no_start_compiles_the_program_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    assert "PYTHONDONTWRITEBYTECODE" not in environment.variables()
