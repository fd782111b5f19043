"""Tables that are lists: what units answered in words or links, the slots of a rhythm, who has not."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pydantic import TypeAdapter

from bot.domain.deadlines import local
from bot.domain.figures import hidden_below
from bot.domain.forms import Question, QuestionKind, Slot
from bot.domain.rounds import Round
from bot.domain.standings import State, Stopped
from bot.domain.tallies import DECLARED, EXPECTED, LATE, ON_TIME, Share
from bot.reports.scope import REPORTING, Places, Scope
from bot.reports.spool import Spool
from bot.reports.tables import HIDDEN, Cell, Column, Kind, Table, numbered
from bot.storage import export_people, exports, rollups, tasks
from bot.storage.exports import Reporting, UnitAnswer
from bot.storage.link_checks import ANSWERS
from bot.storage.tasks import Owing
from bot.texts.link_outcomes import why_not

#: A unit, what it answered, when, and what came of looking at it.
_ANSWER: TypeAdapter[tuple[str, str, str, str]] = TypeAdapter(tuple[str, str, str, str])
#: Slots of a rhythm on one sheet: more are not read on paper.
SLOTS = 30


def worded(scope: Scope, round_: Round) -> Question | None:
    """The question that units answer with a link or in words, where there is one to list."""
    if not scope.by_units(round_):
        return None
    questions = scope.form(round_).questions
    kinds = (QuestionKind.LINK,) if round_.question is None else (QuestionKind.LINK, QuestionKind.TEXT)
    return next((question for question in questions if question.kind in kinds), None)


def answers(scope: Scope, round_: Round, question: Question, sheet: str) -> Table:
    """What each unit answered, and when: Đường dẫn đăng tải, Ngày đăng."""
    posted = question.kind is QuestionKind.LINK
    places = Places.of(scope)

    def row(one: UnitAnswer) -> tuple[str, str, str, str]:
        answer = (one.answers or {}).get(question.id)
        if answer is None or one.declared_at is None:
            return places.name(one.unit), scope.texts("export-not-reported"), "", ""
        day = scope.texts.formats.short_day(local(one.declared_at).date())
        return places.name(one.unit), scope.texts.formats.fact(answer), day, _looked_at(scope, one.outcome)

    found = exports.unit_answers(scope.conn, round_.id, scope.unit.id, scope.on, question.id)
    rows = Spool(_ANSWER, map(row, found))
    checked = [scope.text(scope.texts("export-link-check"), 36)] if posted else []
    return Table(
        sheet=sheet,
        heading=scope.heading(scope.title(round_)),
        columns=(
            scope.place(),
            scope.text(scope.texts("export-unit"), 44),
            scope.text(question.label, 60),
            scope.text(scope.texts("export-posted-on" if posted else "export-answered-on"), 14),
            *checked,
        ),
        lines=numbered(rows if posted else (line[:-1] for line in rows)),
        notes=scope.notes(round_),
    )


def _looked_at(scope: Scope, outcome: str | None) -> str:
    """Whether an address could be opened when it was tried."""
    if outcome is None:
        return scope.texts("export-link-unseen")
    if outcome == ANSWERS:
        return scope.texts("export-link-opens")
    return scope.texts("export-link-fails", why=why_not(scope.texts, outcome))


# --- slots --------------------------------------------------------------------------------------

WEEKDAY_KEYS = {
    0: "export-monday",
    1: "export-tuesday",
    2: "export-wednesday",
    3: "export-thursday",
    4: "export-friday",
    5: "export-saturday",
    6: "export-sunday",
}


def slots(scope: Scope, rounds: Sequence[Round], sheet: str) -> Table:
    """A column a slot: on time, late or not at all; of people, how many of how many."""
    shown = list(rounds)[-SLOTS:]
    several = max(Counter(round_.slot for round_ in shown).values()) > 1
    total = rollups.tallies_of(scope.conn, [round_.id for round_ in shown], scope.unit.id)
    obligation = scope.obligation(shown[-1])
    slot = Kind.TEXT if scope.by_units(shown[-1]) else Kind.SHARE
    return Table(
        sheet=sheet,
        heading=scope.heading(obligation.title),
        columns=(
            scope.place(),
            scope.text(scope.texts("export-unit"), 40),
            scope.text(scope.texts("export-level"), 10),
            *(Column(title=_slot_title(scope, one, several), kind=slot, width=11) for one in shown),
            Column(title=scope.texts("export-rate-on-time"), kind=Kind.SHARE, width=11),
        ),
        lines=numbered(_slot_rows(scope, shown), _slot_total(scope, shown, total)),
        notes=scope.notes(shown[-1]),
    )


def _slot_title(scope: Scope, round_: Round, several: bool) -> str:
    if round_.slot is None or round_.due_before is None:
        return ""
    day = f"{scope.texts(WEEKDAY_KEYS[round_.slot.weekday()])} {round_.slot:%d/%m}"
    return f"{day} {scope.texts.formats.clock(round_.due_before)}" if several else day


def _slot_rows(scope: Scope, rounds: Sequence[Round]) -> Iterable[tuple[Cell, ...]]:
    by_units = scope.by_units(rounds[-1])
    ids = [round_.id for round_ in rounds]
    secret: set[int] = set()
    if not (by_units or scope.names):
        cells = scope.cells(ids, exports.inner(scope.conn, scope.unit.id, scope.on))
        secret = {unit for round_id in ids for unit in hidden_below(scope.unit.id, cells[round_id])}

    def row(one: Reporting) -> tuple[Cell, ...]:
        known = [tally for round_id in ids if (tally := one.tallies.get(round_id)) is not None]
        if one.unit.id in secret:  # hidden in one slot, hidden in all: the slots are alike
            return one.unit.name, one.unit.level, *[HIDDEN] * len(ids), HIDDEN
        rate = Share(
            part=sum(tally.get(ON_TIME, 0) for tally in known), whole=sum(tally[EXPECTED] for tally in known)
        )
        each = [_slot_cell(scope, one.tallies.get(round_id), by_units=by_units) for round_id in ids]
        return one.unit.name, one.unit.level, *each, rate

    return map(row, Spool(REPORTING, exports.reporting(scope.conn, ids, scope.unit.id, scope.on)))


def _slot_cell(scope: Scope, tally: Mapping[str, int] | None, *, by_units: bool) -> Cell:
    if tally is None:  # nobody was expected then
        return None
    if not by_units:
        return Share(part=tally.get(DECLARED, 0), whole=tally[EXPECTED])
    key = "on-time" if tally.get(ON_TIME) else "late" if tally.get(LATE) else "missing"
    return scope.texts(SLOT_KEYS[key])


SLOT_KEYS = {"on-time": "export-slot-on-time", "late": "export-slot-late", "missing": "export-slot-missing"}


def _slot_total(scope: Scope, rounds: Sequence[Round], total: dict[int, dict[str, int]]) -> tuple[Cell, ...]:
    """Of each slot the share that was on time; of people, the share that declared, as in the lines."""
    measure = ON_TIME if scope.by_units(rounds[-1]) else DECLARED
    each = [Share(part=total[one.id].get(measure, 0), whole=total[one.id].get(EXPECTED, 0)) for one in rounds]
    whole = Share(
        part=sum(tally.get(ON_TIME, 0) for tally in total.values()),
        whole=sum(tally.get(EXPECTED, 0) for tally in total.values()),
    )
    return scope.texts("export-total"), "", *each, whole


# --- who has not --------------------------------------------------------------------------------


def missing(scope: Scope, round_: Round, sheet: str) -> Table | None:
    """Who of a school has not completed, by name; only ever for somebody inside it. None: nobody."""
    owing = tasks.owing(scope.conn, round_.id, scope.unit.id, scope.running)
    if not owing:
        return None
    why = scope.form(round_).question_for(Slot.REASON)
    labels = {option.id: option.label for option in why.options} if why else {}
    declared = export_people.answers_of(scope.conn, [one.standing.id for one in owing])
    reminded = export_people.last_reminded(scope.conn, [one.person_id for one in owing])

    def row(one: Owing) -> tuple[Cell, ...]:
        reason = str(declared.get(one.standing.id, {}).get(why.id, "")) if why else ""
        at = reminded.get(one.person_id)
        if one.standing.stopped in (Stopped.DECLINED, Stopped.OFFLINE):
            state = scope.texts("owing-direct")
        elif one.standing.state is State.PARTIAL:
            state = scope.texts("export-not-complete")
        else:
            state = scope.texts("state-missing")
        when = scope.texts.formats.moment(at) if at else ""
        return one.full_name, one.group, state, labels.get(reason, reason), when

    return Table(
        sheet=sheet,
        heading=scope.headed(scope.texts("export-missing-title", title=scope.title(round_))),
        columns=(
            scope.place(),
            scope.text(scope.texts("export-full-name"), 30),
            scope.text(scope.texts("export-group-or-class"), 20),
            scope.text(scope.texts("export-state"), 26),
            scope.text(scope.texts("export-reason"), 30),
            scope.text(scope.texts("export-last-reminder"), 24),
        ),
        lines=numbered(map(row, owing)),
        notes=(*scope.notes()[:1], scope.texts("missing-foot")),
    )
