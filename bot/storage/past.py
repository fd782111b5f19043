"""What was declared in earlier rounds: to be repeated, and to be looked back at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, or_, select

from bot.domain.forms import Answers
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import Standing, Stopped
from bot.domain.tallies import EXPECTED
from bot.storage.rounds import round_of
from bot.storage.rows import standing_of
from bot.storage.tables import rounds, standings, submissions, tallies

#: Rounds that come again; a single deadline has no history.
_REPEATED = rounds.c.kind.in_([RoundKind.SLOT.value, RoundKind.AD_HOC.value])


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The last declaration of another round of the same obligation, by the same respondent."""

    submission_id: int
    answers: Answers
    slot: date | None
    submitted_at: datetime


_now, _its_round = standings.alias("standing_now"), rounds.alias("round_now")
_EARLIER = (
    select(submissions.c.id, submissions.c.answers, submissions.c.submitted_at, rounds.c.slot)
    .join(standings, standings.c.id == submissions.c.standing_id)
    .join(rounds, rounds.c.id == standings.c.round_id)
    .join(
        _now,
        or_(
            and_(_now.c.unit_id.is_not(None), _now.c.unit_id == standings.c.unit_id),
            and_(_now.c.membership_id.is_not(None), _now.c.membership_id == standings.c.membership_id),
        ),
    )
    .join(_its_round, _its_round.c.id == _now.c.round_id)
    .where(
        _now.c.id == bindparam("standing_id"),
        standings.c.id != _now.c.id,
        submissions.c.revision == standings.c.revision,
        rounds.c.campaign_id == _its_round.c.campaign_id,
        rounds.c.obligation == _its_round.c.obligation,
        rounds.c.question.is_(None),  # one question an officer asked is another form
        _its_round.c.question.is_(None),
    )
    .order_by(submissions.c.submitted_at.desc(), submissions.c.id.desc())
    .limit(1)
)
_THIS_ONE = _EARLIER.where(submissions.c.id == bindparam("submission_id"))


def latest(conn: Connection, standing_id: int) -> Earlier | None:
    """What the respondent of a standing declared last, for another round of the same obligation."""
    return _earlier(conn.execute(_EARLIER, {"standing_id": standing_id}).one_or_none())


def declaration(conn: Connection, standing_id: int, submission_id: int) -> Earlier | None:
    """One such declaration by its id; None where it is somebody else's, or was corrected since."""
    return _earlier(
        conn.execute(_THIS_ONE, {"standing_id": standing_id, "submission_id": submission_id}).one_or_none()
    )


def _earlier(row: Any) -> Earlier | None:
    if row is None:
        return None
    return Earlier(submission_id=row.id, answers=row.answers, slot=row.slot, submitted_at=row.submitted_at)


# --- looking back -------------------------------------------------------------------------------

_HISTORY = (
    select(rounds, *(column.label(f"standing_{column.name}") for column in standings.c))
    .join(standings, standings.c.round_id == rounds.c.id)
    .where(
        _REPEATED,
        rounds.c.withdrawn_at.is_(None),
        or_(standings.c.stopped.is_(None), standings.c.stopped != Stopped.LEFT.value),
        or_(
            standings.c.unit_id.in_(bindparam("unit_ids", expanding=True)),
            standings.c.membership_id.in_(bindparam("membership_ids", expanding=True)),
        ),
    )
    .order_by(rounds.c.opens_at.desc(), rounds.c.id.desc(), standings.c.id)
    .limit(bindparam("up_to"))
    .offset(bindparam("skip"))
)
_COUNTED = (
    select(rounds)
    .join(tallies, tallies.c.round_id == rounds.c.id)
    .where(
        _REPEATED,
        rounds.c.withdrawn_at.is_(None),
        tallies.c.unit_id == bindparam("unit_id"),
        tallies.c.measure == EXPECTED,
        tallies.c.value > 0,
    )
    .order_by(rounds.c.opens_at.desc(), rounds.c.id.desc())
    .limit(bindparam("up_to"))
    .offset(bindparam("skip"))
)


class _StandingRow:
    """The columns of a standing in a row that holds a round too."""

    def __init__(self, row: Any) -> None:
        self._row = row

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, f"standing_{name}")


def history(
    conn: Connection, unit_ids: Collection[int], membership_ids: Collection[int], *, skip: int, limit: int
) -> list[tuple[Round, Standing]]:
    """The rounds that come again in which these respondents were expected, the latest first."""
    rows = conn.execute(
        _HISTORY,
        {
            "unit_ids": list(unit_ids),
            "membership_ids": list(membership_ids),
            "up_to": limit,
            "skip": skip,
        },
    )
    return [(round_of(row), standing_of(_StandingRow(row))) for row in rows]


def counted(conn: Connection, unit_id: int, *, skip: int, limit: int) -> list[Round]:
    """The rounds that come again in which anybody of a unit's subtree is expected, the latest first."""
    return [
        round_of(row) for row in conn.execute(_COUNTED, {"unit_id": unit_id, "up_to": limit, "skip": skip})
    ]
