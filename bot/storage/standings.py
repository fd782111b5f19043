"""What respondents declared, and the tallies that follow from it.

Everything that changes a standing goes through `_change`, which moves the tallies by exactly the
difference, in the same transaction. What a class report adds depends on the pupils' own declarations,
so `settle_class` follows whatever changes them. `opening.py` says who is expected, `tasks.py` who owes
what.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, select, update

from bot.domain.asking import form_of
from bot.domain.class_reports import YES, declared_state, pupil_states
from bot.domain.forms import Answers, Form
from bot.domain.people import Role
from bot.domain.standings import Standing, State, Stopped, Verdict, judge
from bot.domain.tallies import DECLARED, contribution, difference
from bot.storage import campaigns as campaign_store
from bot.storage import class_reports, unlinked
from bot.storage import rounds as rounds_store
from bot.storage import tallies as tally_store
from bot.storage.campaigns import Running
from bot.storage.prepared import Prepared
from bot.storage.rows import question_of, standing_of
from bot.storage.tables import alerts, link_checks, rounds, standings, submissions

_LOCKED = Prepared(
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
_ANSWERS = Prepared(
    select(submissions.c.answers).where(
        submissions.c.standing_id == bindparam("standing_id"), submissions.c.revision == bindparam("revision")
    )
)
_BY_ID = select(standings).where(standings.c.id == bindparam("standing_id"))
_DECLARED_BY = select(submissions.c.submitted_by).where(
    submissions.c.standing_id == bindparam("standing_id"), submissions.c.revision == bindparam("revision")
)
_SENT_AT = select(submissions.c.submitted_at).where(
    submissions.c.standing_id == bindparam("standing_id"), submissions.c.revision == bindparam("revision")
)
_UPDATE = Prepared(
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
_REHOME = (
    update(standings)
    .where(standings.c.id == bindparam("standing_id"))
    .values(home_unit_id=bindparam("new_home"))
)
_SUBMIT = Prepared(submissions.insert())
#: What was declared, and what was made of it.
_FORGET = [
    delete(table).where(table.c.standing_id == bindparam("of_standing"))
    for table in (submissions, link_checks, alerts)
]
_DROP = delete(standings).where(standings.c.id == bindparam("of_standing"))
_AWAKE = update(standings).where(standings.c.id == bindparam("of_standing")).values(snoozed_until=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """A standing that is locked for a change, with what is needed to count it."""

    standing: Standing
    running: Running
    form: Form
    due_before: datetime | None
    answers: Answers | None
    in_class: bool  #: a pupil's, so that a report of the class may stand for it


def _hold(conn: Connection, standing_id: int) -> _Held:
    row = _LOCKED.one(conn, standing_id=standing_id)
    running = campaign_store.get(conn, row.campaign_id)
    standing = standing_of(row)
    in_class = Role.PUPIL in running.campaign.obligation(row.obligation).audience.roles
    if in_class:
        class_reports.lock(conn, standing.home_unit_id)
    return _Held(
        standing=standing,
        running=running,
        form=form_of(running.campaign, row.obligation, question_of(row.question), row.label),
        due_before=row.due_before,
        answers=answers(conn, standing),
        in_class=in_class,
    )


def _change(conn: Connection, held: _Held, new: Standing, new_answers: Answers | None) -> None:
    _UPDATE.run(
        conn,
        standing_id=new.id,
        new_state=new.state.value,
        new_late=new.late,
        new_stopped=new.stopped.value if new.stopped else None,
        new_declared_at=new.declared_at,
        new_revision=new.revision,
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
    if held.in_class:
        settle_class(conn, new.round_id, new.home_unit_id, held.running.tree_on)


def load(conn: Connection, standing_id: int) -> Standing:
    """The standing with this id. Raises NotFound."""
    return standing_of(conn.execute(_BY_ID, {"standing_id": standing_id}).one())


def answers(conn: Connection, standing: Standing) -> Answers | None:
    """What a respondent declared last; None before the first declaration."""
    if standing.revision == 0:
        return None
    found: Answers | None = _ANSWERS.scalar(conn, standing_id=standing.id, revision=standing.revision)
    return found


def declared_by(conn: Connection, standing: Standing) -> int | None:
    """Who declared what counts now, the respondent or somebody for them; None before that."""
    found: int | None = conn.scalar(_DECLARED_BY, {"standing_id": standing.id, "revision": standing.revision})
    return found


def sent_at(conn: Connection, standing: Standing) -> datetime | None:
    """When what counts now was declared, or corrected last; None before that."""
    asked = {"standing_id": standing.id, "revision": standing.revision}
    found: datetime | None = conn.scalar(_SENT_AT, asked)
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
    _write(conn, new, new_answers, verdict.grade, by=by, channel=channel, now=now)
    _change(conn, held, new, new_answers)
    return new, verdict


def _write(
    conn: Connection,
    new: Standing,
    answers: Answers,
    grade: str | None,
    *,
    by: int,
    channel: str,
    now: datetime,
) -> None:
    _SUBMIT.run(
        conn,
        standing_id=new.id,
        revision=new.revision,
        answers=dict(answers),
        state=new.state.value,
        grade=grade,
        submitted_at=now,
        submitted_by=by,
        channel=channel,
    )


def report_directly(
    conn: Connection, standing_id: int, *, complete: bool, by: int, channel: str, now: datetime
) -> Standing:
    """Record what somebody told their school outside the system, as whoever enters it says it is.

    Of the answers only the one that the directive asks for is kept; everything else was said to the school.
    Whoever reports directly stays unasked.
    """
    held = _hold(conn, standing_id)
    old = held.standing
    first = old.state is State.MISSING
    late = held.due_before is not None and now >= held.due_before
    new = replace(
        old,
        state=State.COMPLETE if complete else State.PARTIAL,
        late=late if first else old.late,
        declared_at=now if first else old.declared_at,
        revision=old.revision + 1,
    )
    said: Answers = next(
        (
            one.answers
            for one in pupil_states(held.form)
            if complete == (one.id == YES or judge(held.form, one.answers).state is State.COMPLETE)
        ),
        {},
    )
    _write(conn, new, said, None, by=by, channel=channel, now=now)
    _change(conn, held, new, said)
    return new


def withdraw(conn: Connection, standing_id: int) -> None:
    """Nothing may be kept of what was declared any more, and it is counted no more: as if it was declined."""
    held = _hold(conn, standing_id)
    for statement in _FORGET:
        conn.execute(statement, {"of_standing": standing_id})
    conn.execute(_AWAKE, {"of_standing": standing_id})
    new = replace(
        held.standing, state=State.MISSING, late=False, stopped=Stopped.DECLINED, declared_at=None, revision=0
    )
    _change(conn, held, new, None)


def unlink(conn: Connection, standing_id: int) -> None:
    """Let go of a respondent and of what they declared; what it came to goes on counting, as nobody's."""
    held = _hold(conn, standing_id)
    old = held.standing
    counted = contribution(old, held.form, held.answers)
    if held.in_class and counted[DECLARED] and held.answers is not None:
        counted[f"{unlinked.PUPIL}{declared_state(held.form, held.answers)}"] = 1
    for statement in (*_FORGET, _DROP):
        conn.execute(statement, {"of_standing": standing_id})
    unlinked.add(conn, old.round_id, old.home_unit_id, counted)
    if held.in_class:
        settle_class(conn, old.round_id, old.home_unit_id, held.running.tree_on)


def _after_submitting(stopped: Stopped | None, verdict: Verdict) -> Stopped | None:
    """A declaration ends a refusal or an offline arrangement, but not a wish to be left in peace."""
    if stopped in (None, Stopped.SETTLED, Stopped.DECLINED, Stopped.OFFLINE):
        return Stopped.SETTLED if verdict.settled else None
    return stopped


def report_class(
    conn: Connection,
    round_id: int,
    unit_id: int,
    counts: Mapping[str, int],
    *,
    by: int,
    channel: str,
    now: datetime,
) -> None:
    """Record the numbers of a whole class as a new revision; the old ones are kept."""
    class_reports.lock(conn, unit_id)
    round_ = rounds_store.round_by_id(conn, round_id)
    late = round_.is_late(now)
    class_reports.add(conn, round_id, unit_id, counts, late=late, by=by, channel=channel, now=now)
    settle_class(conn, round_id, unit_id, campaign_store.get(conn, round_.campaign_id).tree_on)


def settle_class(conn: Connection, round_id: int, unit_id: int, on: date) -> None:
    """Count anew what a class report adds: after it, after a pupil's declaration, after a roster's change."""
    report = class_reports.latest(conn, round_id, unit_id)
    if report is None:
        return
    pupils = class_reports.pupils(conn, round_id, unit_id)
    new = class_reports.contribution(conn, report, pupils)
    tally_store.add(conn, round_id, unit_id, on, difference(Counter(report.counted), new))
    class_reports.keep_counted(conn, report, new, pupils.exempt)


def set_stopped(conn: Connection, standing_id: int, stopped: Stopped | None) -> None:
    """Chase this respondent no more (or again)."""
    held = _hold(conn, standing_id)
    _change(conn, held, replace(held.standing, stopped=stopped), held.answers)


def rehome(conn: Connection, standing_id: int, unit_id: int) -> None:
    """Count a respondent in another unit from now on, with everything they declared."""
    held = _hold(conn, standing_id)
    old, tree_on = held.standing, held.running.tree_on
    if old.home_unit_id == unit_id:
        return
    if held.in_class:
        class_reports.lock(conn, unit_id)
    conn.execute(_REHOME, {"standing_id": standing_id, "new_home": unit_id})
    counted = contribution(old, held.form, held.answers)
    tally_store.add(conn, old.round_id, old.home_unit_id, tree_on, difference(counted, Counter()))
    tally_store.add(conn, old.round_id, unit_id, tree_on, difference(Counter(), counted))
    if held.in_class:
        settle_class(conn, old.round_id, old.home_unit_id, tree_on)
        settle_class(conn, old.round_id, unit_id, tree_on)
