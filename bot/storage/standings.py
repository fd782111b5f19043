"""What respondents declared, and the tallies that follow from it.

Everything that changes a standing goes through `_change`, which moves the tallies by exactly the
difference, in the same transaction. `opening.py` says who is expected, `tasks.py` who owes what.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from bot.domain.asking import form_of
from bot.domain.forms import Answers, Form
from bot.domain.standings import Standing, State, Stopped, Verdict, judge
from bot.domain.tallies import contribution, difference
from bot.storage import campaigns as campaign_store
from bot.storage import tallies as tally_store
from bot.storage.campaigns import Running
from bot.storage.rows import question_of, standing_of
from bot.storage.tables import rounds, standings, submissions

_LOCKED = (
    select(
        standings,
        rounds.c.campaign_id,
        rounds.c.obligation,
        rounds.c.due_before,
        rounds.c.question,
        rounds.c.label,
    )
    .join(rounds, rounds.c.id == standings.c.round_id)
    .where(standings.c.id == bindparam("standing_id"))
    .with_for_update(of=standings)
)
_ANSWERS = select(submissions.c.answers).where(
    submissions.c.standing_id == bindparam("standing_id"), submissions.c.revision == bindparam("revision")
)
_UPDATE = (
    update(standings)
    .where(standings.c.id == bindparam("standing_id"))
    .values(
        state=bindparam("new_state"),
        late=bindparam("new_late"),
        stopped=bindparam("new_stopped"),
        declared_at=bindparam("new_declared_at"),
        revision=bindparam("new_revision"),
    )
)
_SUBMIT = submissions.insert()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A standing that is locked for a change, with what is needed to count it."""

    standing: Standing
    running: Running
    form: Form
    due_before: datetime | None
    answers: Answers | None


def _hold(conn: Connection, standing_id: int) -> _Held:
    row = conn.execute(_LOCKED, {"standing_id": standing_id}).one()
    running = campaign_store.get(conn, row.campaign_id)
    standing = standing_of(row)
    return _Held(
        standing=standing,
        running=running,
        form=form_of(running.campaign, row.obligation, question_of(row.question), row.label),
        due_before=row.due_before,
        answers=answers(conn, standing),
    )


def _change(conn: Connection, held: _Held, new: Standing, new_answers: Answers | None) -> None:
    conn.execute(
        _UPDATE,
        {
            "standing_id": new.id,
            "new_state": new.state.value,
            "new_late": new.late,
            "new_stopped": new.stopped.value if new.stopped else None,
            "new_declared_at": new.declared_at,
            "new_revision": new.revision,
        },
    )
    tally_store.add(
        conn,
        new.round_id,
        new.home_unit_id,
        held.running.tree_on,
        difference(
            contribution(held.standing, held.form, held.answers), contribution(new, held.form, new_answers)
        ),
    )


def answers(conn: Connection, standing: Standing) -> Answers | None:
    """What a respondent declared last; None before the first declaration."""
    if standing.revision == 0:
        return None
    found: Answers | None = conn.scalar(_ANSWERS, {"standing_id": standing.id, "revision": standing.revision})
    return found


def submit(
    conn: Connection, standing_id: int, new_answers: Answers, *, by: int, channel: str, now: datetime
) -> tuple[Standing, Verdict]:
    """Record a declaration as a new revision; the old ones are kept."""
    held = _hold(conn, standing_id)
    verdict = judge(held.form, new_answers)
    old = held.standing
    first = old.state is State.MISSING
    late = held.due_before is not None and now >= held.due_before
    new = replace(
        old,
        state=verdict.state,
        late=late if first else old.late,
        stopped=_after_submitting(old.stopped, verdict),
        declared_at=now if first else old.declared_at,
        revision=old.revision + 1,
    )
    conn.execute(
        _SUBMIT,
        {
            "standing_id": standing_id,
            "revision": new.revision,
            "answers": dict(new_answers),
            "state": verdict.state.value,
            "grade": verdict.grade,
            "submitted_at": now,
            "submitted_by": by,
            "channel": channel,
        },
    )
    _change(conn, held, new, new_answers)
    return new, verdict


def _after_submitting(stopped: Stopped | None, verdict: Verdict) -> Stopped | None:
    """A declaration ends a refusal or an offline arrangement, but not a wish to be left in peace."""
    if stopped in (None, Stopped.SETTLED, Stopped.DECLINED, Stopped.OFFLINE):
        return Stopped.SETTLED if verdict.settled else None
    return stopped


def set_stopped(conn: Connection, standing_id: int, stopped: Stopped | None) -> None:
    """Chase this respondent no more (or again)."""
    held = _hold(conn, standing_id)
    _change(conn, held, replace(held.standing, stopped=stopped), held.answers)
