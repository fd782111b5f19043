"""A homeroom teacher reports a class in numbers: "lớp 8A2: 38 em cài rồi, 4 em không có máy".

    numbers ──► what is missing, one question at a time ──► summary ──► sent and counted

`class_questions.py` asks what is missing; `class_scene.py` says of which class and round; what a report adds
to the pupils' own declarations is decided in `bot/domain/class_reports.py`.
"""

from bot.domain.class_reports import rest
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Reading
from bot.domain.tallies import DECLARED, EXPECTED, Share
from bot.domain.units import Unit
from bot.handlers import class_scene
from bot.handlers.class_questions import (
    CONFIRM,
    WHICH,
    ask,
    book,
    counted,
    current,
    keep,
    summary,
    which_class,
)
from bot.handlers.turn import CLASS_REPORT, Turn, combine
from bot.language.class_report import ClassReading, read_class
from bot.storage import audit, standings, tallies, units

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
            return which_class(turn, led, said)
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
        return which_class(turn, led, _NOTHING, turn.t("class-not-led", name=said.class_name))
    if len(meant) > 1:
        return which_class(turn, meant, said)
    return _of_class(turn, meant[0], said)


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text while a class is reported; None where it is about something else."""
    scene = current(turn)
    if scene is None:
        turn.session.end()
        return None
    said = read_class(text, scene.running.campaign.vocabulary, [scene.unit.name], asked=True)
    if said is not None and (said.counts or said.rest or said.number is not None or said.unclear):
        return book(turn, scene, said)
    reading = turn.read(text, Asked(), scene.running.campaign.vocabulary)
    if reading.intent is Intent.CANCEL:
        return leave(turn)
    if reading.slots or reading.intent not in (Intent.UNKNOWN, Intent.FOR_OTHERS, Intent.GREETING):
        return None
    return combine(turn.t("note-not-understood"), ask(turn, scene, counted(turn)))


def rest_is(turn: Turn, state: str) -> Reply:
    """The pupils who are left are all in one state, or it is not known of them ("unknown")."""
    scene = current(turn)
    if scene is None:
        return begin(turn)
    counts = dict(counted(turn))
    left = rest(counts, scene.pupils.size)
    if left > 0 and state in {known.id for known in scene.states}:
        counts[state] = counts.get(state, 0) + left
    return summary(turn, scene, counts)


def edit(turn: Turn) -> Reply:
    """The summary is not right: the numbers once more."""
    scene = current(turn)
    return begin(turn) if scene is None else ask(turn, scene, {})


def ask_again(turn: Turn) -> Reply | None:
    """What is asked of a class, once more; None where no class is being reported."""
    scene = current(turn)
    if scene is None:
        return None
    counts = counted(turn)
    return summary(turn, scene, counts) if turn.session.data["asked"] == CONFIRM else ask(turn, scene, counts)


def leave(turn: Turn) -> Reply:
    """/huy: nothing is reported."""
    turn.session.end()
    return Reply(text=turn.t("class-left"), choices=(turn.choice("button-class-report", "report"),))


# --- which class and round ----------------------------------------------------------------------


def _of_class(turn: Turn, unit: Unit, said: ClassReading, round_id: int | None = None) -> Reply:
    scenes = class_scene.scenes(turn, unit)
    if not scenes:
        turn.session.put_aside()
        return Reply(text=turn.t("class-nothing", unit=class_scene.name(turn, unit)))
    chosen = [scene for scene in scenes if scene.round.id == round_id] or scenes
    if len(chosen) > 1:
        keep(turn, unit.id, None, said.counts, WHICH, rest=said.rest)
        return Reply(
            text=turn.t("class-which-round", unit=class_scene.name(turn, unit)),
            choices=tuple(
                Choice(label=scene.title, action=f"report:{unit.id}:{scene.round.id}") for scene in chosen
            ),
        )
    keep(turn, unit.id, chosen[0].round.id, {}, WHICH)
    if said == _NOTHING or not chosen[0].in_sentences:
        return ask(turn, chosen[0], {})
    return book(turn, chosen[0], said)


# --- sent ---------------------------------------------------------------------------------------


def send(turn: Turn) -> Reply:
    """Confirmed: record and count what the last summary showed."""
    scene = current(turn)
    if scene is None or turn.session.data.get("asked") != CONFIRM:
        return begin(turn)
    standings.report_class(
        turn.conn,
        scene.round.id,
        scene.unit.id,
        counted(turn),
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
    told_of = class_scene.alert(turn, scene, counted(turn))
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


def _said_before(turn: Turn) -> ClassReading:
    """What was said before it was asked which class or what it is about."""
    data = turn.session.data
    if turn.session.topic != CLASS_REPORT or data.get("asked") != WHICH:
        return _NOTHING
    return ClassReading(counts=counted(turn), rest=data.get("rest"))
