"""`khaibao run` is small: it holds nothing that only a rare deed needs."""

import subprocess
import sys

import pytest

#: What `khaibao run` imports until it receives: the command, the program, and a platform's channel.
STARTED = """
import bot.cli.run, bot.logs, bot.storage.schema, bot.program, bot.channels.telegram, sys
print(*sys.modules)
"""
#: What takes memory or time, and who imports it when it is needed.
RARE = {
    "alembic": "the first start of a new version",
    "asyncpg": "PostgreSQL",
    "sqlalchemy.orm": "PostgreSQL: it comes with the asynchronous engine",
    "fpdf": "a poster",
    "segno": "a QR picture",
    "xlsxwriter": "an export",
    "python_calamine": "a list that somebody sends, in a process of its own",
    "prometheus_client": "whoever reads the metrics",
    "telegram": "the tests",
    "httpx": "the tests",
    "rich": "help on the command line",
    "holidays": "the test of the table of holidays",
    "babel": "nobody",
    "fluent.runtime": "nobody",
    "unittest": "nobody",
    "bot.demo": "the demo",
}


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    found = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, check=True, encoding="utf-8")
    return set(found.stdout.split())


@pytest.mark.parametrize("name", RARE)
def test_a_start_does_not_import_what_is_rarely_needed(loaded: set[str], name: str):
    assert name not in loaded
