"""Moving the deadline of a round to a later day: which round, until when, a yes, and it is done."""

from datetime import UTC, datetime, timedelta

from bot.domain.deadlines import by_day, last_valid_day
from bot.domain.messages import Choice, Reply
from bot.domain.permissions import Action
from bot.domain.rounds import Round
from bot.errors import InputError
from bot.handlers import deadline_words
from bot.handlers.campaigns import find, scope_name
from bot.handlers.still_owed import still_owed
from bot.handlers.turn import DEADLINE, Turn, combine
from bot.language.dates import read_deadline
from bot.storage import campaign_changes, campaigns, rounds
from bot.storage.campaigns import CampaignState, Running

#: Days that a tap adds.
QUICK = (3, 7)
#: A deadline travels in a button as minutes since 1970.
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def minutes(moment: datetime) -> int:
    """A deadline as a button carries it."""
    return int((moment - _EPOCH).total_seconds() // 60)


def moment_of(number: int) -> datetime:
    """The deadline that a button carries; numbers beyond every calendar are the far future."""
    return _EPOCH + timedelta(minutes=min(number, 10**8))


def choose(turn: Turn, campaign_id: int) -> Reply:
    """Which round of a campaign?"""
    running = find(turn, campaign_id)
    if running is None:
        return Reply(text=turn.t("err-not-allowed"))
    if not turn.may(Action.RUN_CAMPAIGN, running.scope_unit_id):
        return Reply(text=turn.t("campaigns-who-runs", scope=scope_name(turn, running)))
    found = [
        round_
        for round_ in campaign_changes.current_rounds(turn.conn, campaign_id)
        if round_.due_before is not None
    ]
    if not found:
        return Reply(text=turn.t("extend-none"))
    if len(found) == 1:
        return ask(turn, found[0].id)
    return Reply(
        text=turn.t("extend-which"),
        choices=tuple(
            Choice(label=title_of(running, round_), action=f"extend_round:{round_.id}") for round_ in found
        ),
    )


def title_of(running: Running, round_: Round) -> str:
    obligation = running.campaign.obligation(round_.obligation)
    return round_.label or obligation.short or obligation.title


def ask(turn: Turn, round_id: int) -> Reply:
    """Until when?"""
    round_, running = _round(turn, round_id)
    if not turn.may(Action.RUN_CAMPAIGN, running.scope_unit_id):
        return Reply(text=turn.t("campaigns-who-runs", scope=scope_name(turn, running)))
    if round_.due_before is None:
        return Reply(text=turn.t("extend-no-deadline"))
    if running.state is CampaignState.CLOSED:
        return Reply(text=turn.t("campaigns-closed-for-good", title=running.campaign.title))
    turn.session.begin(DEADLINE, round=round_id)
    due = deadline_words.with_last_day(turn.texts, running.campaign, round_)
    base = max(round_.due_before, by_day(turn.today))
    lines = [
        turn.t("extend-now", title=title_of(running, round_), due=due),
        deadline_words.example(turn, last_valid_day(base) + timedelta(days=3)),
    ]
    quick = [
        turn.choice(
            "button-extend-days",
            f"extended:{round_id}:{minutes(base + timedelta(days=days))}",
            days=days,
        )
        for days in QUICK
    ]
    back = turn.choice("button-not-now", f"campaign:{running.id}")
    return Reply(text="\n".join(lines), choices=(*quick, back))


def typed(turn: Turn, round_id: int, text: str) -> Reply | None:
    """A deadline in words; None where there is none in them."""
    round_, _ = _round(turn, round_id)
    found = read_deadline(text, turn.now, round_.due_before)
    return None if found is None else decide(turn, round_id, minutes(found), sure=False)


def decide(turn: Turn, round_id: int, until: int, *, sure: bool) -> Reply:
    """Extend a round to a deadline, after a yes."""
    round_, running = _round(turn, round_id)
    if not turn.may(Action.RUN_CAMPAIGN, running.scope_unit_id):
        return Reply(text=turn.t("campaigns-who-runs", scope=scope_name(turn, running)))
    moment = moment_of(until)
    try:
        if not sure:
            campaign_changes.check_extension(running, round_, moment, turn.now)
            return _ask_sure(turn, running, round_, moment)
        campaign_changes.extend(turn.conn, running, round_, moment, turn.now, turn.person_id)
    except InputError as error:
        return combine(turn.t(error.key, **error.facts), ask(turn, round_id))
    turn.session.end()
    turn.changed()
    due = deadline_words.with_last_day(turn.texts, running.campaign, rounds.round_by_id(turn.conn, round_id))
    return Reply(
        text=turn.t("extend-set", title=title_of(running, round_), due=due),
        choices=(turn.choice("button-details", f"campaign:{running.id}"),),
    )


def _ask_sure(turn: Turn, running: Running, round_: Round, moment: datetime) -> Reply:
    left = still_owed(turn, running, running.scope_unit_id, round_.obligation)
    facts = {
        "title": title_of(running, round_),
        "until": deadline_words.until(turn.texts, moment),
        "scope": scope_name(turn, running),
    }
    text = turn.t("extend-sure", left=left, **facts) if left else turn.t("extend-sure-done", **facts)
    return Reply(
        text=text,
        choices=(
            turn.choice("button-extend", f"extended:{round_.id}:{minutes(moment)}:yes"),
            turn.choice("button-not-now", f"campaign:{running.id}"),
        ),
    )


def _round(turn: Turn, round_id: int) -> tuple[Round, Running]:
    """A round and its campaign. Raises NotFound."""
    round_ = rounds.round_by_id(turn.conn, round_id)
    return round_, campaigns.get(turn.conn, round_.campaign_id)
