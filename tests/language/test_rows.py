"""The table of messages: every row is read as a careful person would read it."""

from collections import Counter

import pytest

from tests.language.judging import Row, judge, parsed, rows_of

TABLES = ("opening", "speaker", "household", "how_many", "summary")


@pytest.mark.parametrize("row", [row for table in TABLES for row in rows_of(table)], ids=lambda row: row.id)
def test_a_message_is_read_as_a_careful_person_reads_it(row: Row):
    found = parsed(row.text, row.asked)
    assert judge(row, found) == "right", f"{row.text!r} ({row.why}): {found}, not one of {row.readings}"


def test_messages_never_looked_at_while_writing_the_rules_are_hardly_ever_read_wrong():
    """Kept apart from the tables above: a failure here is counted, not mended row by row."""
    verdicts = verdicts_of("unseen")
    assert verdicts["right"] >= 0.9 * verdicts.total()
    assert verdicts["wrong"] <= 0.05 * verdicts.total()


def test_hard_messages_are_asked_about_and_hardly_ever_read_wrong():
    """Written before the second opinion: 70 % right and 8 % wrong at first sight, 65 % and 10 % without."""
    verdicts = verdicts_of("unseen_hard")
    assert verdicts["right"] >= 0.7 * verdicts.total()
    assert verdicts["wrong"] <= 0.05 * verdicts.total()


def verdicts_of(table: str) -> Counter[str]:
    return Counter(judge(row, parsed(row.text, row.asked)) for row in rows_of(table))


def test_every_row_says_why_it_is_hard():
    assert all(row.why for table in (*TABLES, "unseen", "unseen_hard") for row in rows_of(table))
