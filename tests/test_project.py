"""The checkout itself: what anybody may commit, and that what it says about itself is true."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements-*.txt"))
CONFIGURATION = [
    ROOT / name
    for name in (
        ".ci/run",
        ".editorconfig",
        ".gitignore",
        ".pre-commit-config.yaml",
        "Makefile",
        "pyproject.toml",
    )
]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(lock: Path) -> dict[str, Version]:
    """Package → version, as a lock file pins them."""
    pins = re.findall(r"^([\w.-]+)==([\w.+!]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in pins}


def kept_files() -> list[Path]:
    """Every file that is committed or would be."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing says which files are kept")
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    files = [ROOT / name for name in listed.split("\0") if name]
    return [file for file in files if file.is_file()]


@pytest.mark.parametrize("file", [*LOCKS, *CONFIGURATION], ids=lambda file: file.name)
def test_no_lock_or_configuration_names_a_host(file: Path) -> None:
    """Where packages come from is the business of each machine's own settings."""
    named = [line for line in file.read_text(encoding="utf-8").splitlines() if "://" in line]

    assert named == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        (
            "main",
            [
                *PYPROJECT["project"]["dependencies"],
                *PYPROJECT["project"]["optional-dependencies"]["postgres"],
            ],
        ),
        ("dev", [*PYPROJECT["dependency-groups"]["test"], *PYPROJECT["dependency-groups"]["lint"]]),
        ("browser", PYPROJECT["dependency-groups"]["e2e"]),
    ],
    ids=["main", "dev", "browser"],
)
def test_the_locks_give_what_pyproject_asks_for(lock: str, wanted: list[str]) -> None:
    """Whoever changes a dependency makes the locks anew (CONTRIBUTING.md says how)."""
    pins = locked(ROOT / f"requirements-{lock}.txt")
    requirements = [Requirement(text) for text in wanted]

    missing = [
        str(requirement)
        for requirement in requirements
        if (version := pins.get(canonicalize_name(requirement.name))) is None
        or not requirement.specifier.contains(version)
    ]
    assert missing == []


def test_a_package_in_two_locks_has_one_version() -> None:
    versions: dict[str, set[Version]] = {}
    for lock in LOCKS:
        for name, version in locked(lock).items():
            versions.setdefault(name, set()).add(version)

    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_no_kept_text_holds_a_path_of_the_machine_it_was_written_on() -> None:
    path = re.compile(r"(?<![\w.])/(?:work|root)/\w")

    found = []
    for file in kept_files():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture, a workbook
        found += [f"{file.relative_to(ROOT)}: {line}" for line in text.splitlines() if path.search(line)]
    assert found == []


def test_continuous_integration_runs_the_command_the_readme_gives() -> None:
    command = "python3 run.py test"
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert re.search(rf"^\s*{re.escape(command)}\b", readme, re.MULTILINE)
    assert script.splitlines()[-1] == command
