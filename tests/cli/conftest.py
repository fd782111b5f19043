"""The command line, run inside the test: what it prints, what it complains of, and how it ends."""

import io
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main

DATABASE = "khaibao.db"


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """Somebody at a keyboard, and what they type."""

    def isatty(self) -> bool:
        return True


Khaibao = Callable[..., Run]


@pytest.fixture
def khaibao(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Khaibao:
    """Run `khaibao` with these words, in an empty folder, on 18 August 2020 at 10:20."""
    for name in os.environ:
        if name.startswith("KHAIBAO_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("KHAIBAO_SIMULATED_NOW", "2020-08-18T10:20:00+07:00")
    monkeypatch.chdir(tmp_path)

    def run(*words: object, stdin: str = "", typed: str | None = None) -> Run:
        monkeypatch.setattr(sys, "argv", ["khaibao", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin) if typed is None else Terminal(typed))
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Run(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def first_province(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the first province is kept, so that the others are copies of it."""
    return tmp_path_factory.mktemp("province") / "kept"


@pytest.fixture
def province(tmp_path: Path, khaibao: Khaibao, first_province: Path) -> Path:
    """A folder whose database has a department, a district, two schools and the staff of one."""
    if first_province.exists():
        shutil.copytree(first_province, tmp_path, dirs_exist_ok=True)
        return tmp_path
    units = tmp_path / "units.csv"
    units.write_text(
        "Mã,Tên đơn vị,Mã cấp trên\n"
        "SO,Sở GDĐT Hậu Giang,\n"
        "P1,Phòng GDĐT Vị Thủy,SO\n"
        "A,Trường THCS A,P1\n"
        "C,Trường THPT C,SO\n"
    )
    staff = tmp_path / "staff.csv"
    staff.write_text(
        "STT,Họ và tên,Chức vụ\n1,Trần Lan,Hiệu trưởng\n2,Lê Minh,Giáo viên\n3,Võ Thị Dung,Văn thư\n"
    )
    assert khaibao("units", "import", units).code == 0
    assert khaibao("roster", "import", staff, "--unit", "C").code == 0
    shutil.copytree(tmp_path, first_province)
    return tmp_path
