"""Which rows of a queue are still under way: those whose state ends in -ing (waiting, sending).

Conditions and indexes spell that as an expression of which PostgreSQL keeps no statistics. It then
takes a queue for long and walks the index to the first row. From statistics of `state`, which are
mostly taken while the queue is empty, it concludes that hardly a row waits, and sorts and compares
all of a long queue with itself at each claim: seconds instead of a tenth of a millisecond with 5,000.
Both databases use a partial index only for the very expression it was made with.
"""

from sqlalchemy import TextClause, text
from sqlalchemy.sql.selectable import NamedFromClause

_UNDER_WAY = "replace({state}, 'ing', '') <> {state}"
_WAITING = "replace({state}, 'waiting', '') <> {state}"

#: What the indexes hold: nothing but such rows.
ONLY_UNDER_WAY = text(_UNDER_WAY.format(state="state"))
ONLY_WAITING = text(_WAITING.format(state="state"))


def under_way(table: NamedFromClause) -> TextClause:
    """The condition that a row of this table (or alias) is waiting or in flight."""
    return text(_UNDER_WAY.format(state=f"{table.name}.state"))


def waiting(table: NamedFromClause) -> TextClause:
    """The condition that a row of this table (or alias) is waiting."""
    return text(_WAITING.format(state=f"{table.name}.state"))
