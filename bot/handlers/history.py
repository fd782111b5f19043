"""/lichsu: the rounds that come again, one below the other: on time, late, or not declared.

Whatever the rhythm was when a round was due: daily under Công văn 5077, Monday and Friday under 614.
"""

from bot.domain.deadlines import local
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.rounds import Round
from bot.domain.standings import Standing, State
from bot.domain.tallies import DECLARED, EXPECTED, LATE, ON_TIME, Share
from bot.domain.units import SCHOOL
from bot.handlers.turn import Turn
from bot.storage import past, rollups, units
from bot.texts.unit_names import spoken

#: Rounds on one page: a month of Mondays and Fridays.
PAGE = 9
#: Missing rounds that can be made up for from the list.
OFFERED = 3


def show(turn: Turn) -> Reply:
    """The history of the unit one answers for; a respondent's own otherwise."""
    held = turn.held(Role.OFFICER, *HEAD_ROLES)
    if held:
        return of_unit(turn, held[0].unit_id)
    own = [member.id for member in turn.memberships]
    return _list(turn, past.history(turn.conn, (), own, skip=0, limit=PAGE), None, 0)


def of_unit(turn: Turn, unit_id: int, page: int = 0) -> Reply:
    """The rounds of a school, or the counts of everything below an office; a page at a time."""
    if not turn.may(Action.SEE_NUMBERS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    if units.get(turn.conn, unit_id).kind != SCHOOL:
        return _counts(turn, unit_id, page)
    found = past.history(turn.conn, (unit_id,), (), skip=page * PAGE, limit=PAGE + 1)
    return _list(turn, found, unit_id, page)


def _list(turn: Turn, found: list[tuple[Round, Standing]], unit_id: int | None, page: int) -> Reply:
    if not found:
        return Reply(text=turn.t("rounds-none"))
    shown = found[:PAGE]
    head = (
        turn.t("rounds-own")
        if unit_id is None
        else turn.t("rounds-of", unit=spoken(turn.texts, units.get(turn.conn, unit_id)))
    )
    due = [standing for round_, standing in shown if round_.is_late(turn.now) or standing.revision]
    on_time = sum(1 for standing in due if standing.revision and not standing.late)
    lines = [head, *(_line(turn, round_, standing) for round_, standing in shown)]
    if due:
        lines.append(
            turn.t("rounds-rate", part=on_time, whole=len(due), share=Share(part=on_time, whole=len(due)))
        )
    missing = [
        (round_, standing)
        for round_, standing in shown
        if standing.state is State.MISSING and turn.task(standing.id) is not None
    ]
    choices = [
        Choice(label=turn.t("button-make-up", round=_name(turn, round_)), action=f"open:{standing.id}")
        for round_, standing in missing[:OFFERED]
    ]
    if len(found) > PAGE and unit_id is not None:
        choices.append(turn.choice("button-earlier", f"rounds:{unit_id}:{page + 1}"))
    return Reply(text="\n".join(lines), choices=tuple(choices))


def _line(turn: Turn, round_: Round, standing: Standing) -> str:
    name = _name(turn, round_)
    if standing.state is State.MISSING:
        if round_.is_late(turn.now) or round_.due_before is None:
            return turn.t("rounds-missing", round=name)
        return turn.t("rounds-open", round=name, moment=round_.due_before)
    moment = standing.declared_at or turn.now
    if standing.late:
        return turn.t("rounds-late", round=name, moment=moment)
    return turn.t("rounds-on-time", round=name, moment=moment)


def _counts(turn: Turn, unit_id: int, page: int) -> Reply:
    """For an office: how many came on time, how many late, how many are missing."""
    found = past.counted(turn.conn, unit_id, skip=page * PAGE, limit=PAGE + 1)
    if not found:
        return Reply(text=turn.t("rounds-none"))
    counts = rollups.tallies_of(turn.conn, [round_.id for round_ in found], unit_id)
    lines = [turn.t("rounds-of", unit=spoken(turn.texts, units.get(turn.conn, unit_id)))]
    for round_ in found[:PAGE]:
        tally = counts[round_.id]
        lines.append(
            turn.t(
                "rounds-counts",
                round=_name(turn, round_),
                on_time=tally.get(ON_TIME, 0),
                expected=tally.get(EXPECTED, 0),
                late=tally.get(LATE, 0),
                missing=tally.get(EXPECTED, 0) - tally.get(DECLARED, 0),
            )
        )
    more = (turn.choice("button-earlier", f"rounds:{unit_id}:{page + 1}"),) if len(found) > PAGE else ()
    return Reply(text="\n".join(lines), choices=more)


def _name(turn: Turn, round_: Round) -> str:
    """A round by its day and hour; what an officer asked for by that."""
    formats = turn.texts.formats
    if round_.slot is None or round_.due_before is None:
        return round_.label
    if local(round_.due_before).date() != round_.slot:
        return turn.t("slot-moved", slot=formats.day(round_.slot), moment=round_.due_before)
    return turn.t("rounds-slot", day=formats.day(round_.slot), clock=formats.clock(round_.due_before))
