"""The checks a change has to pass besides its tests, each one command without arguments of its own:
what they look at and how strict they are is in `pyproject.toml`.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools import environment
from tools.environment import ROOT

CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "--output-format", "concise", "."],
    "types": ["-m", "mypy", "--no-error-summary"],
    # import-linter has no `-m` form, and the script in .venv/bin breaks when the checkout is moved.
    "layers": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
    "dependencies": ["-m", "deptry", "."],
    "dead-code": ["-m", "vulture"],
    "security": ["-m", "bandit", "--quiet", "--recursive", "--configfile", "pyproject.toml", "bot"],
}


def run(python: Path, names: list[str]) -> list[str]:
    """Run the named checks side by side, print a line for each and what the failed ones say.

    Returns the names of those that failed.
    """
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (code, output, seconds) in zip(
            names, pool.map(lambda name: _run(python, name), names), strict=True
        ):
            print(f"{'ok    ' if code == 0 else 'FAILED'} {name:<12} {seconds:5.1f} s", file=sys.stderr)
            if code != 0:
                print(output.rstrip(), file=sys.stderr)
                failed.append(name)
    return failed


def _run(python: Path, name: str) -> tuple[int, str, float]:
    """Exit code, everything printed, seconds."""
    began = time.monotonic()
    done = subprocess.run(
        [python, *CHECKS[name]],
        check=False,
        cwd=ROOT,
        env=environment.variables(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout, time.monotonic() - began
