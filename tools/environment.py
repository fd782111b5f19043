"""The environment everything runs in: `.venv`, filled from the hash-locked requirement files.

One rule keeps it honest: the stamp in `.venv` exists exactly while the environment is whole. It is taken
away before an installation and written after it, so one that was interrupted, however, is made anew by
the next run. The stamp names the Python and the hash of every lock it was filled from; a lock that has
changed is installed over the old one, another Python means starting from nothing.
"""

import errno
import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "khaibao-stamp.json"
LOG = VENV / "khaibao-setup.log"
TURN = ROOT / ".venv.lock"

NO_VENV = (
    "Python của máy này thiếu mô-đun venv: trên Debian, Ubuntu hãy chạy `sudo apt install python3-venv` "
    "rồi thử lại. (The venv module is missing.)"
)
DISK_FULL = "Ổ đĩa đã đầy, chưa cài được: hãy dọn bớt (cần khoảng 600 MB) rồi chạy lại. (The disk is full.)"
NOT_WRITABLE = (
    f"Không ghi được vào {ROOT}: hãy cấp quyền ghi hoặc chép dự án sang thư mục khác. "
    "(The folder cannot be written to.)"
)
NO_NETWORK = (
    "Không tải được các gói cần thiết: hãy kiểm tra kết nối mạng rồi chạy lại. "
    "(Packages could not be downloaded; check the network.)"
)
DAMAGED = (
    "Gói tải về không khớp với mã băm đã khóa nên không được cài: hãy chạy lại, nếu vẫn vậy thì báo cho "
    "người phát triển. (A download does not match its locked hash.)"
)
OTHER = (
    f"Chưa cài được môi trường, chi tiết ở {LOG}. (The environment could not be installed; see that file.)"
)

#: What pip, uv and venv write when they fail, the most telling first.
SYMPTOMS = (
    (DISK_FULL, ("No space left on device", "os error 28", "Disk quota exceeded")),
    (DAMAGED, ("DO NOT MATCH THE HASHES", "Hash mismatch")),
    (NO_VENV, ("ensurepip is not available", "No module named ensurepip", "No module named venv")),
    (
        NO_NETWORK,
        (
            "NewConnectionError",
            "Connection to ",
            "ConnectTimeout",
            "Read timed out",
            "ProxyError",
            "Failed to establish",
            "name resolution",
            "Failed to fetch",
            "dns error",
        ),
    ),
)

ALMOST_NOTHING = 1_000_000  # bytes


class SetupError(Exception):
    """The environment cannot be made; the message is the one sentence the user reads."""


class Stamp(TypedDict):
    python: str  #: `sys.version` of the Python it was made with
    locks: dict[str, str]  #: file name → sha256 of its bytes


def ensure(*locks: Path) -> Path:
    """Make `.venv` hold what the lock files name, and return its Python.

    Costs a few milliseconds when nothing has changed. Raises SetupError.
    """
    wanted: Stamp = {"python": sys.version, "locks": {lock.name: _sha256(lock) for lock in locks}}
    if not _holds(wanted):
        try:
            with _one_at_a_time() as turn:
                if not _holds(wanted):
                    _install(wanted, turn)
        except OSError as error:
            raise SetupError(_explain_os(error)) from error
    return PYTHON


def variables() -> dict[str, str]:
    """The environment variables for whatever runs inside `.venv`."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        # Without its bytecode every start would compile the whole program anew, and a run of the tests
        # starts it some fifty times.
        if name not in {"PYTHONHOME", "PYTHONDONTWRITEBYTECODE"}
    }
    return inherited | {
        "PATH": os.pathsep.join([str(PYTHON.parent), os.environ.get("PATH", os.defpath)]),
        # Not extended: what another project put there must not be mixed into ours.
        "PYTHONPATH": str(ROOT),
        # Vietnamese is printed on machines whose locale is not UTF-8 too.
        "PYTHONUTF8": "1",
        "VIRTUAL_ENV": str(VENV),
    }


def _holds(wanted: Stamp) -> bool:
    have = _read_stamp()
    if have is None or have["python"] != wanted["python"]:
        return False
    return wanted["locks"].items() <= have["locks"].items()


def _read_stamp() -> Stamp | None:
    """What `.venv` was filled from; None when it is not there or not whole."""
    if not PYTHON.exists():  # also when it is a link to a Python that has been removed
        return None
    try:
        stamp: Stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return stamp


@contextmanager
def _one_at_a_time() -> Iterator[int]:
    """Wait for other processes that install, then keep them waiting. Yields the lock's descriptor."""
    with TURN.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("Một tiến trình khác đang cài môi trường, xin chờ… (Waiting for another installation…)")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def _install(wanted: Stamp, turn: int) -> None:
    began = time.monotonic()
    _say("Đang chuẩn bị môi trường .venv, có thể mất một hai phút… (Setting up, a minute or two…)")
    have = _read_stamp()
    if have is None or have["python"] != wanted["python"]:
        _make_anew(turn)
        have = {"python": wanted["python"], "locks": {}}
    STAMP.unlink(missing_ok=True)
    changed = [name for name, digest in wanted["locks"].items() if have["locks"].get(name) != digest]
    _fill(changed, turn)
    complete: Stamp = {"python": wanted["python"], "locks": have["locks"] | wanted["locks"]}
    unfinished = STAMP.with_suffix(".part")
    unfinished.write_text(json.dumps(complete, indent=1), encoding="utf-8")
    unfinished.replace(STAMP)
    _say(f"Xong sau {time.monotonic() - began:.0f} giây. (Ready.)")


def _make_anew(turn: int) -> None:
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise SetupError(NO_VENV)
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    # When this runs inside `.venv` itself, `sys.executable` has just been deleted.
    base: str = getattr(sys, "_base_executable", sys.executable)
    if not _succeeds([base, "-m", "venv", str(VENV)], turn):
        raise SetupError(_explain_log())


def _fill(locks: Sequence[str], turn: int) -> None:
    files = [word for name in locks for word in ("-r", str(ROOT / name))]
    commands = [[str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]]
    if uv := shutil.which("uv"):
        # Several times faster, but it does not read pip's settings (an own mirror, certificates), so
        # where it fails pip has the last word.
        commands.insert(0, [uv, "pip", "install", "--python", str(PYTHON), "--compile-bytecode"])
    if not any(_succeeds([*command, "--require-hashes", *files], turn) for command in commands):
        raise SetupError(_explain_log())


def _succeeds(command: list[str], turn: int) -> bool:
    """Run a command with its output in the log. It holds our lock too: should we be killed, the next
    run waits until it has ended.
    """
    with LOG.open("a", encoding="utf-8") as log:
        inherited = {
            name: value
            for name, value in os.environ.items()
            # Each of these would send the packages somewhere else than into .venv.
            if name not in {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER"}
        }
        done = subprocess.run(
            command,
            check=False,
            env=inherited | {"PIP_USER": "0"},
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=[turn],
        )
    return done.returncode == 0


def _explain_log() -> str:
    if shutil.disk_usage(ROOT).free < ALMOST_NOTHING:
        return DISK_FULL  # then there was no room for the log either
    log = LOG.read_text(encoding="utf-8", errors="replace")
    return next((message for message, signs in SYMPTOMS if any(sign in log for sign in signs)), OTHER)


def _explain_os(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DISK_FULL
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return NOT_WRITABLE
        case _:
            return f"Chưa chuẩn bị được môi trường: {error}. (The environment could not be prepared.)"


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
