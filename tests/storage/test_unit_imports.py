"""An old list brings back no unit that is no more, and an officer's list touches nothing beyond their own."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rosters.units import UnitRow
from bot.storage import Connection, unit_changes, unit_imports, units
from bot.storage.unit_imports import Fitted
from bot.storage.units import NewUnit
from tests.storage.test_units import COMMUNES, IN_2026
from tests.storage.world import TREE, at, on_each_database, plant, unit_id

NOW = at(2, month=3, year=2026)
OTHERS = (
    NewUnit(code="SO2", name="Sở GDĐT Cần Thơ", kind="department", order=8),
    NewUnit(code="Z", name="Trường THPT Z", kind="school", parent="SO2", order=9),
)


def row(code: str, parent: str | None = None, **facts: object) -> UnitRow:
    known = {unit.code: unit for unit in (*TREE, *OTHERS)}.get(code)
    name, kind = (known.name, known.kind) if known else (f"Trường {code}", "school")
    found = UnitRow(row=2, code=code, name=name, kind=kind, parent_code=parent)
    return replace(found, **facts)  # type: ignore[arg-type]


def fit(conn: Connection, *rows: UnitRow, within: str | None = None) -> Fitted:
    held = None if within is None else [unit_id(conn, code) for code in within.split()]
    return unit_imports.fit(conn, rows, IN_2026, within=held)


def told(fitted: Fitted) -> tuple[list[tuple[str, str | None]], list[str]]:
    """What may be written, with its parent, and the problems."""
    return [(unit.code, unit.parent) for unit in fitted.new], [problem.key for problem in fitted.problems]


@on_each_database
def test_a_row_of_a_merged_unit_is_left_out_and_rows_below_it_go_to_the_new_one(conn: Connection):
    plant(conn)
    old, new = units.by_code(conn, "P1"), units.by_code(conn, "SO")
    assert old
    assert new
    unit_changes.merge(conn, [old], new, date(2025, 7, 1), NOW)

    fitted = fit(conn, row("P1", "SO"), row("A", "P1"), row("D", "P1"))

    assert told(fitted) == ([("A", "SO"), ("D", "SO")], ["problem-merged"])
    assert fitted.problems[0].facts["into"] == "Sở GDĐT Hậu Giang"


@on_each_database
def test_an_old_list_brings_back_no_unit_that_has_ended(conn: Connection):
    plant(conn)
    units.save(conn, [*COMMUNES, replace(TREE[1], valid_to=date(2025, 6, 30))], IN_2026)

    fitted = fit(conn, row("P1", "SO"), row("A", "P1"), row("D", "P1"))

    assert told(fitted) == ([("A", None)], ["problem-ended", "problem-parent-ended", "problem-parent-ended"])
    assert [problem.kept for problem in fitted.problems] == [False, True, False]


@on_each_database
def test_a_row_with_days_says_how_it_was_or_that_it_works_again(conn: Connection):
    plant(conn)
    units.save(conn, [*COMMUNES, replace(TREE[1], valid_to=date(2025, 6, 30))], IN_2026)

    past = fit(conn, row("P1", "SO", valid_to=date(2025, 6, 30)), row("A", "P1", valid_to=date(2025, 6, 30)))
    again = fit(conn, row("P1", "SO", valid_from=date(2026, 1, 1)), row("D", "P1"))

    assert told(past) == ([("P1", "SO"), ("A", "P1")], [])
    assert told(again) == ([("P1", "SO"), ("D", "P1")], [])


@on_each_database
def test_an_officer_touches_only_what_lies_below_their_unit(conn: Connection):
    plant(conn)
    units.save(conn, OTHERS, IN_2026)

    fitted = fit(
        conn,
        row("P1", "SO"),  # their own, where it is
        row("A", "P1"),
        row("D", "P1"),
        row("D-1", "D"),
        row("E"),  # below nothing: below their own
        row("Z", "P1"),  # of another province
        row("B", "SO2"),  # out of theirs
        row("F", "SO2"),
        row("F-1", "F"),
        row("C", "P1"),  # beside theirs
        within="P1",
    )

    kept, problems = told(fitted)
    assert kept == [("P1", None), ("A", "P1"), ("D", "P1"), ("D-1", "D"), ("E", "P1")]
    assert sorted(problems) == ["problem-not-below"] * 4 + ["problem-unknown-parent"]


@on_each_database
def test_nobody_moves_the_unit_they_are_in(conn: Connection):
    plant(conn)
    units.save(conn, OTHERS, IN_2026)

    assert told(fit(conn, row("P1", "SO2"), within="P1")) == ([], ["problem-not-below"])


@on_each_database
def test_an_officer_of_two_units_says_which_one_is_meant(conn: Connection):
    plant(conn)
    units.save(conn, OTHERS, IN_2026)

    assert told(fit(conn, row("E"), row("F", "SO2"), within="P1 SO2")) == (
        [("F", "SO2")],
        ["problem-no-parent"],
    )


@on_each_database
def test_a_viewer_whose_row_is_left_out_looks_at_nothing(conn: Connection):
    plant(conn)
    units.save(conn, OTHERS, IN_2026)

    fitted = fit(conn, row("A", "P1", viewers=("SO2", "F")), row("F", "SO2"), within="P1")

    assert [unit.viewers for unit in fitted.new] == [("SO2",)]


@pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)
@on_each_database
def test_of_twenty_thousand_rows_those_that_do_not_fit_are_left_out(conn: Connection):
    bad = 300
    plant(conn)
    rows = [row("SO"), *(row(f"D{n:03}", "SO") for n in range(100))]
    rows += [row(f"S{n:05}", f"D{n % 100:03}", row=n) for n in range(20_000 - bad)]
    units.save(conn, OTHERS, IN_2026)
    rows += [row(f"X{n:05}", "SO2", row=n) for n in range(bad)]

    fitted = fit(conn, *rows, within="SO")
    counts = unit_changes.rehearse(conn, lambda: units.write(conn, fitted.new, IN_2026))

    assert (len(fitted.problems), counts.added) == (bad, 20_100 - bad)
