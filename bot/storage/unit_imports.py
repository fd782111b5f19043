"""Rows of a list of units against the tree: what of it may be written, and what stands in the way."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from bot.rosters.problems import Problem
from bot.rosters.units import UnitRow
from bot.storage import relations, unit_parents
from bot.storage.tables import units as units_table
from bot.storage.unit_parents import Link, Span
from bot.storage.units import NewUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The rows that may be written, and what is wrong with the others."""

    new: tuple[NewUnit, ...]
    problems: tuple[Problem, ...]


def fit(
    conn: Connection, rows: Collection[UnitRow], today: date, *, within: Collection[int] | None = None
) -> Fitted:
    """Leave out, and name, rows of units that were merged or have ended, and of units beyond a reach.

    An old list must not bring back a unit that is no more. `within` are the ids of the units whose
    officer sent the list: only they and what lies below them may be touched, and a new unit whose row
    names none above it comes directly below, where there is one such unit. None: the whole tree.
    """
    fitting = _Fitting(conn, rows, today, within)
    for row in rows:
        fitting.take(row)
    return Fitted(new=fitting.fitting(), problems=tuple(sorted(fitting.problems, key=lambda one: one.row)))


class _Fitting:
    """Takes rows, those above first wherever in the list they stand."""

    def __init__(
        self, conn: Connection, rows: Iterable[UnitRow], today: date, within: Collection[int] | None
    ) -> None:
        self._new: list[NewUnit] = []
        self.problems: list[Problem] = []
        self._today = today
        self._rows = {row.code.lower(): row for row in rows}
        self._known = {
            row.code.lower(): (row.id, row.code, row.name)
            for row in conn.execute(select(units_table.c.id, units_table.c.code, units_table.c.name))
        }
        self._codes: dict[int, tuple[str, str]] = {
            unit_id: (code, name) for unit_id, code, name in self._known.values()
        }
        self._parents = unit_parents.spans(conn, Link.ROLLUP)
        self._merged = unit_parents.spans(conn, Link.SUCCESSOR)
        self._own = None if within is None else frozenset(within)
        self._reach = None if within is None else relations.reach(conn, within, today)
        self._accepted: dict[str, bool] = {}

    def take(self, row: UnitRow) -> None:
        """Decide about a row, and before it about those above it in the list."""
        way: list[UnitRow] = []
        ahead: UnitRow | None = row
        while ahead is not None and ahead.code.lower() not in self._accepted:
            way.append(ahead)
            ahead = self._rows.get((ahead.parent_code or "").lower())
        for one in reversed(way):
            self._accepted[one.code.lower()] = self._decide(one)

    def fitting(self) -> tuple[NewUnit, ...]:
        """The rows that may be written; viewers that were left out look at nothing."""
        return tuple(
            replace(one, viewers=tuple(code for code in one.viewers if self._there(code)))
            if one.viewers
            else one
            for one in self._new
        )

    def _there(self, code: str) -> bool:
        return self._id(code) is not None or self._accepted[code.lower()]

    def _decide(self, row: UnitRow) -> bool:
        refusal = self._not_standing(row) or self._beyond(row)
        if refusal is not None:
            self.problems.append(refusal)
            return False
        parent = self._parent(row)
        if isinstance(parent, Problem):
            self.problems.append(parent)
            if not parent.kept:
                return False
            parent = None
        self._new.append(
            NewUnit(
                code=row.code,
                name=row.name,
                kind=row.kind,
                level=row.level,
                order=row.order,
                parent=parent,
                valid_from=row.valid_from,
                valid_to=row.valid_to,
                viewers=row.viewers,
            )
        )
        return True

    def _id(self, code: str) -> int | None:
        return self._known[code.lower()][0] if code.lower() in self._known else None

    def _successor(self, unit_id: int) -> Span | None:
        return next((span for span in self._merged[unit_id] if span.holds(self._today)), None)

    def _ended(self, unit_id: int) -> Span | None:
        """The last days of a unit that stands no more, and was not merged."""
        held = self._parents[unit_id]
        last = max(held, key=lambda span: span.until, default=None)
        return last if last is not None and last.until < self._today else None

    def _not_standing(self, row: UnitRow) -> Problem | None:
        unit_id = self._id(row.code)
        if unit_id is None:
            return None
        merged = self._merged[unit_id]
        if merged and (row.valid_to is None or row.valid_to >= merged[0].since):
            _, into = self._codes[merged[-1].parent_id]
            return self._problem(row, "problem-merged", into=into)
        if not merged and self._ended(unit_id) and row.valid_from is None and row.valid_to is None:
            return self._problem(row, "problem-ended")
        return None

    def _beyond(self, row: UnitRow) -> Problem | None:
        unit_id = self._id(row.code)
        if self._reach is None or unit_id is None or unit_id in self._reach:
            return None
        return self._problem(row, "problem-not-below")

    def _parent(self, row: UnitRow) -> str | Problem | None:
        """The code of the unit above; None where it stays as it is, a problem where that cannot be."""
        code, unit_id = row.parent_code, self._id(row.code)
        if code is None:
            return self._only_own(row) if unit_id is None else None
        if code.lower() in self._rows and not self._accepted[code.lower()] and self._id(code) is None:
            return self._problem(row, "problem-unknown-parent", parent=code)
        above = self._id(code)
        dated = row.valid_from is not None or row.valid_to is not None
        if above is not None and not dated:
            if (successor := self._successor(above)) is not None:
                above = successor.parent_id
                code = self._codes[above][0]
            elif self._ended(above) and not self._comes_back(code):
                kept = unit_id is not None
                return replace(self._problem(row, "problem-parent-ended", parent=code), kept=kept)
        if self._own is None or self._reach is None:
            return code
        if unit_id in self._own:  # nobody moves the unit they are in
            current = next((span for span in self._parents[unit_id or 0] if span.holds(self._today)), None)
            same = current is not None and current.parent_id == above
            return None if same else self._problem(row, "problem-not-below")
        if above is not None and above not in self._reach:
            return self._problem(row, "problem-not-below")
        return code

    def _only_own(self, row: UnitRow) -> str | Problem | None:
        """What a new unit comes below whose row does not say: a root in the whole tree."""
        if self._own is None:
            return None
        if len(self._own) > 1:
            return self._problem(row, "problem-no-parent")
        [own] = self._own
        return self._codes[own][0]

    def _comes_back(self, code: str) -> bool:
        """Whether the list itself gives days to a unit that had ended."""
        row = self._rows.get(code.lower())
        return row is not None and row.valid_from is not None and self._accepted[code.lower()]

    def _problem(self, row: UnitRow, key: str, **facts: str) -> Problem:
        return Problem(row=row.row, sheet=row.sheet, key=key, facts={"name": row.name, **facts})
