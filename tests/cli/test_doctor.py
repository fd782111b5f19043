"""`khaibao doctor` finds what is wrong, says the mend, and mends counts when asked to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import DATABASE, Khaibao
from tests.cli.test_campaign import BLUEZONE


def marks(out: str) -> list[str]:
    return [line.partition("]")[0] + "]" for line in out.splitlines()]


@pytest.mark.usefixtures("province")
def test_a_healthy_deployment_is_good_throughout(khaibao: Khaibao):
    khaibao("campaign", "start", BLUEZONE)

    found = khaibao("doctor")

    assert (found.code, found.err, set(marks(found.out))) == (0, "", {"[tốt]"})


def test_a_wrong_count_is_found_and_with_repair_replaced(khaibao: Khaibao, province: Path):
    khaibao("campaign", "start", BLUEZONE)
    with closing(sqlite3.connect(province / DATABASE)) as connection, connection:
        connection.execute("UPDATE tallies SET value = value + 1 WHERE measure = 'expected'")

    assert khaibao("doctor").code == 1
    assert khaibao("doctor", "--repair").code == 0
    assert khaibao("doctor").code == 0


def test_a_database_without_tables_is_to_be_upgraded(khaibao: Khaibao):
    found = khaibao("doctor")

    assert (found.code, "khaibao db upgrade" in found.out) == (1, True)
    assert khaibao("db", "upgrade").code == khaibao("db", "upgrade").code == 0
    assert khaibao("doctor").code == 0


@pytest.mark.usefixtures("province")
@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("KHAIBAO_DATABASE_URL", "mysql://root:s3cret@localhost/k", "KHAIBAO_DATABASE_URL"),
        ("KHAIBAO_DATABASE_URL", "sqlite:////no/such/folder/k.db", "/no/such/folder/k.db"),
        ("KHAIBAO_DATABASE_URL", "postgresql://khaibao:s3cret@127.0.0.1:1/k", "k"),
        ("KHAIBAO_HTTP_PORT", "eighty", "KHAIBAO_HTTP_PORT"),
        ("KHAIBAO_PUBLIC_URL", "http://khaibao.example.vn", "KHAIBAO_PUBLIC_URL"),
    ],
    ids=["wrong kind", "no folder", "nobody listens", "a wrong setting", "no https"],
)
def test_what_is_wrong_is_a_finding_without_secrets(
    khaibao: Khaibao, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
):
    monkeypatch.setenv(name, value)

    found = khaibao("doctor")

    assert (found.code, "[cần sửa]" in marks(found.out)) == (1, True)
    assert said in found.out
    assert "s3cret" not in found.out + found.err
