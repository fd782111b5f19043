"""Rows of tables as domain values, where more than one module reads them."""

from typing import Any

from bot.domain.forms import QuestionKind
from bot.domain.standings import Standing, State, Stopped


def standing_of(row: Any) -> Standing:
    return Standing(
        id=row.id,
        round_id=row.round_id,
        home_unit_id=row.home_unit_id,
        membership_id=row.membership_id,
        unit_id=row.unit_id,
        state=State(row.state),
        late=row.late,
        stopped=Stopped(row.stopped) if row.stopped else None,
        declared_at=row.declared_at,
        revision=row.revision,
    )


def question_of(kind: str | None) -> QuestionKind | None:
    """How an ad hoc round is answered; None: by its obligation's own form."""
    return None if kind is None else QuestionKind(kind)
