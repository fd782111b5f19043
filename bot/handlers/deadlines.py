"""/han: a deadline of a unit's own (hạn nội bộ), earlier than the directive's, for all of the unit.

which obligation ──► until when (tapped, or typed) ──► a yes ──► set; and it can be lifted
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.messages import Choice, Reply
from bot.domain.permissions import Action
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.rounds import Round, RoundKind
from bot.domain.tallies import EXPECTED
from bot.errors import InputError
from bot.handlers import deadline_words, extending
from bot.handlers.campaigns import own_units
from bot.handlers.extending import minutes, moment_of, title_of
from bot.handlers.still_owed import still_owed
from bot.handlers.turn import DEADLINE, Turn, combine
from bot.language.dates import read_deadline
from bot.storage import campaign_changes, campaigns, local_deadlines, rounds, tallies, units
from bot.storage.campaigns import CampaignState, Running

#: What may be meant as a deadline and was not understood; anything else leaves the question.
_MAY_BE_A_DATE = frozenset({Intent.UNKNOWN, Intent.ANSWER, Intent.PROMISE, Intent.SNOOZE})
_LEAVES = frozenset({Intent.CANCEL, Intent.STOP})


def command(turn: Turn, typed: str = "") -> Reply:
    """ "/han", or "/han 27/8": for which obligation?"""
    if not own_units(turn, Action.SET_DEADLINE):
        return Reply(text=turn.t("err-not-allowed"))
    until = read_deadline(typed, turn.now) if typed else None
    if typed and until is None:
        return combine(turn.t("deadline-unreadable"), _choose(turn, None))
    return _choose(turn, until)


def _choose(turn: Turn, until: datetime | None) -> Reply:
    found = _settable(turn)
    if not found:
        return Reply(text=turn.t("deadline-none-here"))
    if len(found) == 1:
        unit_id, _, round_ = found[0]
        if until is None:
            return ask(turn, round_.id, unit_id)
        return decide(turn, round_.id, unit_id, minutes(until), sure=False)
    turn.session.begin(DEADLINE)
    several = len({unit_id for unit_id, _, _ in found}) > 1
    behind = "" if until is None else f":{minutes(until)}"
    return Reply(
        text=turn.t("deadline-which"),
        choices=tuple(
            Choice(
                label=title_of(running, round_)
                + (f" – {units.get(turn.conn, unit_id).name}" if several else ""),
                action=f"deadline:{round_.id}:{unit_id}{behind}",
            )
            for unit_id, running, round_ in found
        ),
    )


def _settable(turn: Turn) -> Sequence[tuple[int, Running, Round]]:
    """For which of their units and rounds a deadline can be set: somebody there is expected."""
    return [
        (unit_id, running, round_)
        for unit_id in own_units(turn, Action.SET_DEADLINE)
        for running in campaigns.every(turn.conn)
        if running.state is not CampaignState.CLOSED
        for round_ in campaign_changes.current_rounds(turn.conn, running.id)
        if round_.kind is RoundKind.SINGLE
        and not round_.is_late(turn.now)
        and tallies.of(turn.conn, round_.id, unit_id).get(EXPECTED)
    ]


def ask(turn: Turn, round_id: int, unit_id: int) -> Reply:
    """Until when? What holds now is said first."""
    round_, running = _round(turn, round_id)
    if not turn.may(Action.SET_DEADLINE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    if running.state is CampaignState.CLOSED:
        return Reply(text=turn.t("campaigns-closed-for-good", title=running.campaign.title))
    turn.session.begin(DEADLINE, round=round_id, unit=unit_id)
    campaign, conn = running.campaign, turn.conn
    own = deadline_words.applying(conn, round_id, round_.due_before, unit_id, running.tree_on)
    due = (
        deadline_words.with_last_day(turn.texts, campaign, round_)
        if own is None
        else deadline_words.local_due(conn, turn.texts, campaign, round_, own)
    )
    name = units.get(conn, unit_id).name
    lines = [
        turn.t("deadline-now", title=title_of(running, round_), unit=name, due=due),
        deadline_words.example(turn, turn.today + timedelta(days=2)),
    ]
    choices = []
    if local_deadlines.of_unit(conn, round_id, unit_id) is not None:
        choices.append(turn.choice("button-lift-deadline", f"lift:{round_id}:{unit_id}"))
    choices.append(turn.choice("button-not-now", "menu"))
    return Reply(text="\n".join(lines), choices=tuple(choices))


def decide(turn: Turn, round_id: int, unit_id: int, until: int, *, sure: bool) -> Reply:
    """Set a deadline of a unit's own, after a yes."""
    round_, running = _round(turn, round_id)
    if not turn.may(Action.SET_DEADLINE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    moment = moment_of(until)
    try:
        if not sure:
            campaign_changes.check_local(turn.conn, running, round_, unit_id, moment, turn.now)
            return _ask_sure(turn, running, round_, unit_id, moment)
        campaign_changes.set_local(turn.conn, running, round_, unit_id, moment, turn.now, turn.person_id)
    except InputError as error:
        return combine(turn.t(error.key, **error.facts), ask(turn, round_id, unit_id))
    turn.session.end()
    return Reply(text=turn.t("deadline-set", **_facts(turn, running, round_, unit_id, moment)))


def _facts(turn: Turn, running: Running, round_: Round, unit_id: int, moment: datetime) -> dict[str, str]:
    return {
        "unit": units.get(turn.conn, unit_id).name,
        "title": title_of(running, round_),
        "until": deadline_words.until(turn.texts, moment),
        "official": deadline_words.official(turn.texts, running.campaign, round_),
    }


def _ask_sure(turn: Turn, running: Running, round_: Round, unit_id: int, moment: datetime) -> Reply:
    left = still_owed(turn, running, unit_id, round_.obligation)
    facts = _facts(turn, running, round_, unit_id, moment)
    text = turn.t("deadline-sure", left=left, **facts) if left else turn.t("deadline-sure-done", **facts)
    return Reply(
        text=text,
        choices=(
            turn.choice("button-set-deadline", f"deadline:{round_.id}:{unit_id}:{minutes(moment)}:yes"),
            turn.choice("button-not-now", "menu"),
        ),
    )


def lift(turn: Turn, round_id: int, unit_id: int) -> Reply:
    """Take a unit's deadline away: reminders follow the directive's again."""
    round_, running = _round(turn, round_id)
    if not turn.may(Action.SET_DEADLINE, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    name, title = units.get(turn.conn, unit_id).name, title_of(running, round_)
    turn.session.end()
    if not campaign_changes.lift_local(turn.conn, running, round_, unit_id, turn.now, turn.person_id):
        return Reply(text=turn.t("deadline-lifted-already", unit=name, title=title))
    official = deadline_words.official(turn.texts, running.campaign, round_)
    return Reply(text=turn.t("deadline-lifted", unit=name, title=title, official=official))


# --- a deadline in words ------------------------------------------------------------------------


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text where a deadline was asked for; None where it is about something else."""
    if "round" not in turn.session.data:  # which obligation it is for was asked
        turn.session.end()
        return command(turn, text) if read_deadline(text, turn.now) is not None else None
    round_id, unit_id = turn.session.data["round"], turn.session.data.get("unit")
    until = _typed(turn, round_id, unit_id, text)
    if until is not None:
        return until
    intent = turn.read(text, Asked(), Vocabulary()).intent
    if intent in _MAY_BE_A_DATE:
        again = extending.ask(turn, round_id) if unit_id is None else ask(turn, round_id, unit_id)
        return combine(turn.t("deadline-unreadable"), again)
    if intent in _LEAVES:
        return leave(turn)
    turn.session.end()
    return None


def _typed(turn: Turn, round_id: int, unit_id: int | None, text: str) -> Reply | None:
    if unit_id is None:
        return extending.typed(turn, round_id, text)
    until = read_deadline(text, turn.now)
    return None if until is None else decide(turn, round_id, unit_id, minutes(until), sure=False)


def leave(turn: Turn) -> Reply:
    """/huy: the question is left, and nothing is changed."""
    turn.session.end()
    return Reply(text=turn.t("deadline-left"), choices=(turn.choice("button-campaigns", "campaigns"),))


def _round(turn: Turn, round_id: int) -> tuple[Round, Running]:
    """A round and its campaign. Raises NotFound."""
    round_ = rounds.round_by_id(turn.conn, round_id)
    return round_, campaigns.get(turn.conn, round_.campaign_id)
