"""What is asked when a class is reported in numbers: which class, what is missing, and whether it is right.

Each answer is kept in the session (`CLASS_REPORT`): the class, the round, the numbers so far, what was asked.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.class_reports import rest
from bot.domain.messages import Choice, Reply
from bot.domain.permissions import Action
from bot.domain.units import Unit
from bot.handlers import class_scene
from bot.handlers.class_scene import Scene
from bot.handlers.turn import CLASS_REPORT, Turn, combine
from bot.language.class_report import ClassReading
from bot.storage import class_reports, units

#: What is asked when it is not the number of one state.
REST, CONFIRM, WHICH = "rest", "confirm", "which"


# --- asked --------------------------------------------------------------------------------------


def which_class(turn: Turn, found: list[Unit], said: ClassReading, note: str = "") -> Reply:
    """Which of these classes is it? What was said waits for the answer."""
    keep(turn, None, None, said.counts, WHICH, rest=said.rest)
    return Reply(
        text="\n".join(line for line in (note, turn.t("class-which")) if line),
        choices=tuple(
            Choice(label=class_scene.title(turn, unit), action=f"report:{unit.id}") for unit in found
        ),
    )


def book(turn: Turn, scene: Scene, said: ClassReading) -> Reply:
    """Add what was said to what is known, where it can be: numbers of a class have to add up."""
    before, size = counted(turn), scene.pupils.size
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
        return ask(turn, scene, counts)
    return combine(note, ask(turn, scene, before))


def ask(turn: Turn, scene: Scene, counts: Mapping[str, int]) -> Reply:
    """The number that is missing; the summary when none is."""
    left = rest(counts, scene.pupils.size)
    if not counts:
        first = scene.states[0]
        keep(turn, scene.unit.id, scene.round.id, counts, first.id)
        lines = [
            *_before(turn, scene),
            turn.t("class-ask", unit=scene.name, size=left, state=scene.label(turn, first)),
        ]
        if scene.in_sentences:
            lines.append(turn.t("class-example", example=scene.example(turn)))
        return Reply(text="\n".join(lines), number_expected=True)
    unsaid = [state for state in scene.states if state.offered and state.id not in counts]
    if left <= 0 or not unsaid:
        return summary(turn, scene, counts)
    if not scene.in_sentences:
        keep(turn, scene.unit.id, scene.round.id, counts, unsaid[0].id)
        text = turn.t("class-ask-next", left=left, state=scene.label(turn, unsaid[0]))
        return Reply(text=text, number_expected=True)
    keep(turn, scene.unit.id, scene.round.id, counts, REST)
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


def summary(turn: Turn, scene: Scene, counts: Mapping[str, int]) -> Reply:
    """What would be sent."""
    keep(turn, scene.unit.id, scene.round.id, counts, CONFIRM)
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


# --- the session --------------------------------------------------------------------------------


def keep(
    turn: Turn,
    unit_id: int | None,
    round_id: int | None,
    counts: Mapping[str, int],
    asked: str,
    **more: Any,
) -> None:
    """Keep what is reported, and what was asked."""
    turn.session.begin(
        CLASS_REPORT, unit_id=unit_id, round_id=round_id, counts=dict(counts), asked=asked, **more
    )


def counted(turn: Turn) -> Mapping[str, int]:
    """The numbers so far."""
    counts: Mapping[str, int] = turn.session.data.get("counts", {})
    return counts


def current(turn: Turn) -> Scene | None:
    """The class and round that are being reported, if the person still may."""
    data = turn.session.data
    if turn.session.topic != CLASS_REPORT or not data.get("round_id"):
        return None
    if not turn.may(Action.REPORT_CLASS, data["unit_id"]):
        return None
    found = class_scene.scenes(turn, units.get(turn.conn, data["unit_id"]))
    return next((scene for scene in found if scene.round.id == data["round_id"]), None)
