"""What the declarations of people who had themselves deleted added up to: numbers, and nobody's.

Kept by the unit in which somebody was counted, and added up the tree by `tallies.recount`. Of pupils it
is also kept how many declared which state, because a class report is set against the pupils' own
declarations: these counts are no measures and stand in no tally.
"""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from bot.storage.dialects import PerDialect
from bot.storage.tables import unlinked

#: Pupils of a class, by the state that they had declared.
PUPIL = "pupil:"
#: Pupils of a class who were not asked, because the roster said that they have no smartphone.
EXEMPT = "pupils-exempt"

_ADD = PerDialect(
    lambda insert: (statement := insert(unlinked)).on_conflict_do_update(
        index_elements=["round_id", "unit_id", "measure"],
        set_={"value": unlinked.c.value + statement.excluded.value},
    )
)
_OF_ROUND = select(unlinked).where(unlinked.c.round_id == bindparam("round_id"))
_OF_UNIT = _OF_ROUND.where(unlinked.c.unit_id == bindparam("unit_id"))


def add(conn: Connection, round_id: int, unit_id: int, counts: Mapping[str, int]) -> None:
    """Keep what one declaration, or one person who was expected, came to."""
    for measure, value in sorted(counts.items()):
        if value:
            row = {"round_id": round_id, "unit_id": unit_id, "measure": measure, "value": value}
            _ADD.run(conn, row)


def of_round(conn: Connection, round_id: int) -> dict[int, Counter[str]]:
    """What stands in the tallies of a round, by the unit where it is counted."""
    found: dict[int, Counter[str]] = {}
    for row in conn.execute(_OF_ROUND, {"round_id": round_id}):
        if row.measure != EXEMPT and not row.measure.startswith(PUPIL):
            found.setdefault(row.unit_id, Counter())[row.measure] = row.value
    return found


def of_class(conn: Connection, round_id: int, unit_id: int) -> tuple[Counter[str], dict[str, int]]:
    """Everything that is kept of a class in a round, and its pupils by the state they had declared."""
    rows = conn.execute(_OF_UNIT, {"round_id": round_id, "unit_id": unit_id})
    counts = Counter({row.measure: row.value for row in rows})
    states = {
        measure.removeprefix(PUPIL): value for measure, value in counts.items() if measure.startswith(PUPIL)
    }
    return counts, states
