"""A homeroom teacher reports a class in numbers: "lớp 8A2: 38 em cài rồi, 4 em không có máy".

    numbers ──► what is missing, one question at a time ──► summary ──► sent and counted

`class_scene.py` says of which class and round; what a report adds to the pupils' own declarations is
decided in `bot/domain/class_reports.py`.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.class_reports import rest
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Reading
from bot.domain.tallies import DECLARED, EXPECTED, Share
from bot.domain.units import Unit
from bot.handlers import class_scene
from bot.handlers.class_scene import Scene
from bot.handlers.turn import CLASS_REPORT, Turn, combine
from bot.language.class_report import ClassReading, read_class
from bot.storage import audit, class_reports, standings, tallies, units

#: What is asked when it is not the number of one state.
REST, CONFIRM, WHICH = "rest", "confirm", "which"
#: Messages that are not about numbers, whatever numbers are in them.
_ABOUT_SOMETHING_ELSE = frozenset(
    {
        Intent.QUESTION,
        Intent.COMPLAINT,
        Intent.STOP,
        Intent.SNOOZE,
        Intent.CANCEL,
        Intent.OWN_DATA,
        Intent.HELP,
        Intent.INVITE,
    }
)
_NOTHING = ClassReading()


# --- the ways in --------------------------------------------------------------------------------


def begin(turn: Turn, unit_id: int | None = None, round_id: int | None = None) -> Reply:
    """Report a class: which one, and on what, where there are several."""
    said = _said_before(turn)
    if unit_id is None:
        led = class_scene.led(turn)
        if not led:
            return Reply(text=turn.t("err-not-allowed"))
        if len(led) > 1:
            return _which_class(turn, led, said)
        unit_id = led[0].id
    if not turn.may(Action.REPORT_CLASS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    return _of_class(turn, units.get(turn.conn, unit_id), said, round_id)


def volunteered(turn: Turn, text: str, reading: Reading) -> Reply | None:
    """A sentence of somebody who may report a class; None where it is about something else."""
    if reading.intent in _ABOUT_SOMETHING_ELSE or not class_scene.may_be_of_a_class(text):
        return None
    led = class_scene.led(turn)
    if not led and not turn.held(*HEAD_ROLES):
        return None
    said = read_class(text, class_scene.vocabulary(turn, led), [unit.name for unit in led])
    if said is None:
        return None
    of_others = reading.intent is Intent.FOR_OTHERS
    if not said.counts and said.rest is None and not of_others:
        return None
    meant = class_scene.named(turn, led, said.class_name)
    if not meant:
        if not led or not said.class_name:
            return None
        return _which_class(turn, led, _NOTHING, turn.t("class-not-led", name=said.class_name))
    if len(meant) > 1:
        return _which_class(turn, meant, said)
    return _of_class(turn, meant[0], said)


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text while a class is reported; None where it is about something else."""
    scene = _scene(turn)
    if scene is None:
        turn.session.end()
        return None
    said = read_class(text, scene.running.campaign.vocabulary, [scene.unit.name], asked=True)
    if said is not None and (said.counts or said.rest or said.number is not None or said.unclear):
        return _take(turn, scene, said)
    reading = turn.read(text, Asked(), scene.running.campaign.vocabulary)
    if reading.intent is Intent.CANCEL:
        return leave(turn)
    if reading.slots or reading.intent not in (Intent.UNKNOWN, Intent.FOR_OTHERS, Intent.GREETING):
        return None
    return combine(turn.t("note-not-understood"), _ask(turn, scene, _counts(turn)))


def rest_is(turn: Turn, state: str) -> Reply:
    """The pupils who are left are all in one state, or it is not known of them ("unknown")."""
    scene = _scene(turn)
    if scene is None:
        return begin(turn)
    counts = dict(_counts(turn))
    left = rest(counts, scene.pupils.size)
    if left > 0 and state in {known.id for known in scene.states}:
        counts[state] = counts.get(state, 0) + left
    return _summary(turn, scene, counts)


def edit(turn: Turn) -> Reply:
    """The summary is not right: the numbers once more."""
    scene = _scene(turn)
    return begin(turn) if scene is None else _ask(turn, scene, {})


def ask_again(turn: Turn) -> Reply | None:
    """What is asked of a class, once more; None where no class is being reported."""
    scene = _scene(turn)
    if scene is None:
        return None
    counts = _counts(turn)
    return (
        _summary(turn, scene, counts) if turn.session.data["asked"] == CONFIRM else _ask(turn, scene, counts)
    )


def leave(turn: Turn) -> Reply:
    """/huy: nothing is reported."""
    turn.session.end()
    return Reply(text=turn.t("class-left"), choices=(turn.choice("button-class-report", "report"),))


# --- what was said, and what is missing ---------------------------------------------------------


def _of_class(turn: Turn, unit: Unit, said: ClassReading, round_id: int | None = None) -> Reply:
    scenes = class_scene.scenes(turn, unit)
    if not scenes:
        turn.session.put_aside()
        return Reply(text=turn.t("class-nothing", unit=class_scene.name(turn, unit)))
    chosen = [scene for scene in scenes if scene.round.id == round_id] or scenes
    if len(chosen) > 1:
        _keep(turn, unit.id, None, said.counts, WHICH, rest=said.rest)
        return Reply(
            text=turn.t("class-which-round", unit=class_scene.name(turn, unit)),
            choices=tuple(
                Choice(label=scene.title, action=f"report:{unit.id}:{scene.round.id}") for scene in chosen
            ),
        )
    _keep(turn, unit.id, chosen[0].round.id, {}, WHICH)
    if said == _NOTHING or not chosen[0].in_sentences:
        return _ask(turn, chosen[0], {})
    return _take(turn, chosen[0], said)


def _which_class(turn: Turn, found: list[Unit], said: ClassReading, note: str = "") -> Reply:
    _keep(turn, None, None, said.counts, WHICH, rest=said.rest)
    return Reply(
        text="\n".join(line for line in (note, turn.t("class-which")) if line),
        choices=tuple(
            Choice(label=class_scene.title(turn, unit), action=f"report:{unit.id}") for unit in found
        ),
    )


def _take(turn: Turn, scene: Scene, said: ClassReading) -> Reply:
    """Add what was said to what is known, where it can be: numbers of a class have to add up."""
    before, size = _counts(turn), scene.pupils.size
    counts = scene.counted(said, asked=turn.session.data.get("asked"))
    if not said.counts or rest({**before, **counts}, size) >= 0:
        counts = {**before, **counts}
    if said.rest is not None and (state := scene.known(said.rest)) is not None:
        counts[state] = counts.get(state, 0) + max(0, rest(counts, size))
    total = sum(counts.values())
    whole = min(size, said.size or size)
    if said.unclear or (counts == before and said.rest is None):
        note = turn.t("class-unclear")
    elif said.size is not None and said.size > size:
        note = turn.t("class-size-differs", unit=scene.name, size=size, said=said.size)
    elif total > whole:
        note = turn.t("class-too-many", unit=scene.name, size=whole, said=total)
    else:
        return _ask(turn, scene, counts)
    return combine(note, _ask(turn, scene, before))


def _ask(turn: Turn, scene: Scene, counts: Mapping[str, int]) -> Reply:
    """The number that is missing; the summary when none is."""
    left = rest(counts, scene.pupils.size)
    if not counts:
        first = scene.states[0]
        _keep(turn, scene.unit.id, scene.round.id, counts, first.id)
        lines = [
            *_before(turn, scene),
            turn.t("class-ask", unit=scene.name, size=left, state=scene.label(turn, first)),
        ]
        if scene.in_sentences:
            lines.append(turn.t("class-example", example=scene.example(turn)))
        return Reply(text="\n".join(lines), number_expected=True)
    unsaid = [state for state in scene.states if state.offered and state.id not in counts]
    if left <= 0 or not unsaid:
        return _summary(turn, scene, counts)
    if not scene.in_sentences:
        _keep(turn, scene.unit.id, scene.round.id, counts, unsaid[0].id)
        text = turn.t("class-ask-next", left=left, state=scene.label(turn, unsaid[0]))
        return Reply(text=text, number_expected=True)
    _keep(turn, scene.unit.id, scene.round.id, counts, REST)
    choices = [Choice(label=scene.label(turn, state), action=f"rest:{state.id}") for state in unsaid]
    choices.append(turn.choice("button-not-known", "rest:unknown"))
    return Reply(text=turn.t("class-ask-rest", left=left), choices=tuple(choices), number_expected=True)


def _before(turn: Turn, scene: Scene) -> list[str]:
    """What was reported before, which the new numbers take the place of."""
    report = class_reports.latest(turn.conn, scene.round.id, scene.unit.id)
    if report is None:
        return []
    said = "; ".join(f"{label}: {count}" for label, count in scene.labelled(turn, report.counts))
    return [turn.t("class-reported-before", moment=report.submitted_at, said=said)]


def _summary(turn: Turn, scene: Scene, counts: Mapping[str, int]) -> Reply:
    _keep(turn, scene.unit.id, scene.round.id, counts, CONFIRM)
    lines = [turn.t("class-summary", unit=scene.name, size=scene.pupils.size, title=scene.title)]
    lines += [
        turn.t("summary-line", label=label, value=str(count)) for label, count in scene.labelled(turn, counts)
    ]
    if left := rest(counts, scene.pupils.size):
        lines.append(turn.t("summary-line", label=turn.t("button-not-known"), value=str(left)))
    if scene.pupils.own:
        lines.append(turn.t("class-own", count=len(scene.pupils.own)))
    return Reply(
        text="\n".join(lines),
        choices=(
            turn.choice("button-send-report", "report_send"),
            turn.choice("button-edit", "report_edit"),
        ),
        number_expected=True,
    )


# --- sent ---------------------------------------------------------------------------------------


def send(turn: Turn) -> Reply:
    """Confirmed: record and count what the last summary showed."""
    scene = _scene(turn)
    if scene is None or turn.session.data.get("asked") != CONFIRM:
        return begin(turn)
    standings.report_class(
        turn.conn,
        scene.round.id,
        scene.unit.id,
        _counts(turn),
        by=turn.person_id,
        channel=turn.incoming.channel,
        now=turn.now,
    )
    audit.record(
        turn.conn,
        action="class_report",
        subject=f"unit:{scene.unit.id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    told_of = class_scene.alert(turn, scene, _counts(turn))
    turn.session.end()
    tally = tallies.of(turn.conn, scene.round.id, scene.unit.id)
    share = Share(part=tally.get(DECLARED, 0), whole=tally.get(EXPECTED, 0))
    lines = [
        turn.t("class-sent", unit=scene.name, moment=turn.now),
        turn.t("class-progress", bar=turn.texts.formats.bar(share), part=share.part, whole=share.whole),
    ]
    if told_of:
        lines.append(turn.t("class-alert-passed-on", count=told_of))
    choices = [turn.choice("button-status", f"status:{scene.unit.id}")]
    if scene.by_proxy and scene.pupils.silent:
        choices.append(turn.choice("button-each-pupil", f"pupils:{scene.unit.id}:{scene.round.id}"))
    return Reply(text="\n".join(lines), choices=tuple(choices))


# --- the session --------------------------------------------------------------------------------


def _keep(
    turn: Turn,
    unit_id: int | None,
    round_id: int | None,
    counts: Mapping[str, int],
    asked: str,
    **more: Any,
) -> None:
    turn.session.begin(
        CLASS_REPORT, unit_id=unit_id, round_id=round_id, counts=dict(counts), asked=asked, **more
    )


def _counts(turn: Turn) -> Mapping[str, int]:
    counts: Mapping[str, int] = turn.session.data.get("counts", {})
    return counts


def _said_before(turn: Turn) -> ClassReading:
    """What was said before it was asked which class or what it is about."""
    data = turn.session.data
    if turn.session.topic != CLASS_REPORT or data.get("asked") != WHICH:
        return _NOTHING
    return ClassReading(counts=_counts(turn), rest=data.get("rest"))


def _scene(turn: Turn) -> Scene | None:
    """The class and round that are being reported, if the person still may."""
    data = turn.session.data
    if turn.session.topic != CLASS_REPORT or not data.get("round_id"):
        return None
    if not turn.may(Action.REPORT_CLASS, data["unit_id"]):
        return None
    found = class_scene.scenes(turn, units.get(turn.conn, data["unit_id"]))
    return next((scene for scene in found if scene.round.id == data["round_id"]), None)
