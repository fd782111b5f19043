"""Commands about campaigns, and how a unit stands in them."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.common import now, on_database, say, settings, texts, today
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.domain.rounds import Round
    from bot.storage import Connection
    from bot.storage.campaigns import Running

campaign = typer.Typer(no_args_is_help=True)
_File = Annotated[Path, typer.Argument(help=texts("cli-help-campaign-file"), show_default=False)]
_Slug = Annotated[str, typer.Argument(help=texts("cli-help-slug"), show_default=False)]
_Until = Annotated[str, typer.Argument(help=texts("cli-help-until"), show_default=False)]
_Obligation = Annotated[str | None, typer.Option("--obligation", help=texts("cli-help-obligation"))]
_Json = Annotated[bool, typer.Option("--json", help=texts("cli-help-json"))]


@campaign.command("check", help=texts("cli-help-campaign-check"))
def check(file: _File) -> None:
    """Say what is wrong with a campaign file: every mistake, with its line and the mend."""
    from bot.campaigns import load_campaign

    found = load_campaign(file, file.name)
    say("cli-campaign-right", title=found.title, obligations=len(found.obligations))


@campaign.command("schema", help=texts("cli-help-campaign-schema"))
def schema() -> None:
    """The JSON Schema of campaign files."""
    from bot.campaigns import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@campaign.command("start", help=texts("cli-help-campaign-start"))
def start(
    file: _File,
    unit: Annotated[str | None, typer.Option(help=texts("cli-help-scope"))] = None,
) -> None:
    """Put a campaign to work in a unit and everything below it: the top of the tree if none is named."""
    from bot.campaigns import definition_of
    from bot.handlers import started
    from bot.reminders import planner
    from bot.storage import Connection, campaign_changes
    from bot.storage import units as store
    from bot.texts.unit_names import spoken

    definition = definition_of(file, file.name)
    moment = now(settings())

    def work(conn: Connection) -> str:
        scope = store.by_code(conn, unit) if unit else store.root(conn, today(moment))
        if scope is None:
            raise InputError("cli-unknown-unit", code=unit) if unit else InputError("cli-no-units")
        running = campaign_changes.start(conn, definition, scope.id, moment)
        name = spoken(texts, scope)
        started.tell_heads(conn, texts, running, name, moment, by=None, signed=scope.name)
        planner.open_rounds(conn, moment)
        return scope.name

    say("cli-campaign-started", slug=str(definition["slug"]), unit=on_database(work, write=True))


@campaign.command("list", help=texts("cli-help-campaign-list"))
def list_campaigns(as_json: _Json = False) -> None:
    """The campaigns that were started."""
    from bot.storage import campaigns

    found = on_database(campaigns.every)
    if as_json:
        rows = [{"slug": r.campaign.slug, "title": r.campaign.title, "state": r.state.value} for r in found]
        print(json.dumps(rows, ensure_ascii=False))
        return
    if not found:
        say("cli-no-campaigns")
    for running in found:
        print(f"{running.campaign.slug}\t{texts(STATE_KEYS[running.state.value])}\t{running.campaign.title}")


STATE_KEYS: Mapping[str, str] = {
    "running": "cli-campaign-running",
    "paused": "cli-campaign-paused",
    "closed": "cli-campaign-closed",
}


@campaign.command("pause", help=texts("cli-help-campaign-pause"))
def pause(slug: _Slug) -> None:
    """Remind nobody and ask nothing until it is resumed."""
    _set_state(slug, "paused")


@campaign.command("resume", help=texts("cli-help-campaign-resume"))
def resume(slug: _Slug) -> None:
    """Go on with a paused campaign."""
    _set_state(slug, "running")


@campaign.command("close", help=texts("cli-help-campaign-close"))
def close(slug: _Slug) -> None:
    """End a campaign for good; its numbers stay."""
    _set_state(slug, "closed")


def _set_state(slug: str, state: str) -> None:
    from bot.storage import Connection, campaign_changes
    from bot.storage.campaigns import CampaignState

    moment = now(settings())

    def work(conn: Connection) -> None:
        campaign_changes.set_state(conn, _running(conn, slug), CampaignState(state), moment)

    on_database(work, write=True)
    say("cli-campaign-state", slug=slug, state=texts(STATE_KEYS[state]))


def _running(conn: "Connection", slug: str) -> "Running":
    from bot.storage import campaigns

    running = campaigns.by_slug(conn, slug)
    if running is None:
        raise InputError("cli-unknown-campaign", slug=slug)
    return running


@campaign.command("extend", help=texts("cli-help-campaign-extend"))
def extend(slug: _Slug, until: _Until, obligation: _Obligation = None) -> None:
    """Move a deadline of the directive to a later day."""
    from bot.handlers.deadline_words import official
    from bot.storage import Connection, campaign_changes, rounds

    moment = now(settings())

    def work(conn: Connection) -> tuple[str, str]:
        running = _running(conn, slug)
        round_ = _round(conn, running, obligation)
        late_from = _read(until, moment, round_.due_before)
        campaign_changes.extend(conn, running, round_, late_from, moment)
        changed = rounds.round_by_id(conn, round_.id)
        return round_.obligation, official(texts, running.campaign, changed)

    name, due = on_database(work, write=True)
    say("cli-campaign-extended", slug=slug, obligation=name, due=due)


@campaign.command("deadline", help=texts("cli-help-campaign-deadline"))
def deadline(
    slug: _Slug,
    unit: Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)],
    until: Annotated[str | None, typer.Argument(help=texts("cli-help-until"), show_default=False)] = None,
    obligation: _Obligation = None,
    lift: Annotated[bool, typer.Option("--lift", help=texts("cli-help-lift"))] = False,
) -> None:
    """Give a unit and everything below it a deadline of its own, or take that away."""
    from bot.handlers.deadline_words import until as worded
    from bot.storage import Connection, campaign_changes
    from bot.storage import units as store

    moment = now(settings())
    if lift == (until is not None):
        raise typer.BadParameter(texts("cli-until-or-lift"))

    def work(conn: Connection) -> str:
        running, target = _running(conn, slug), store.by_code(conn, unit)
        if target is None:
            raise InputError("cli-unknown-unit", code=unit)
        round_ = _round(conn, running, obligation)
        if until is None:
            campaign_changes.lift_local(conn, running, round_, target.id, moment)
            return texts("cli-deadline-lifted", unit=target.name, obligation=round_.obligation)
        late_from = _read(until, moment, None)
        campaign_changes.set_local(conn, running, round_, target.id, late_from, moment)
        return texts(
            "cli-deadline-set",
            unit=target.name,
            obligation=round_.obligation,
            until=worded(texts, late_from),
        )

    print(on_database(work, write=True))


def _round(conn: "Connection", running: "Running", obligation: str | None) -> "Round":
    """The open round of an obligation; which one must be said where there are several."""
    from bot.storage import campaign_changes

    found = campaign_changes.current_rounds(conn, running.id)
    named = [round_ for round_ in found if obligation in (None, round_.obligation)]
    if len(named) != 1:
        known = ", ".join(sorted({round_.obligation for round_ in found})) or "–"
        raise InputError("cli-which-obligation", known=known)
    return named[0]


def _read(typed: str, moment: datetime, current: datetime | None) -> datetime:
    from bot.language.dates import read_deadline

    found = read_deadline(typed, moment, current)
    if found is None:
        raise InputError("cli-deadline-unreadable", typed=typed)
    return found


def status(
    unit: Annotated[str, typer.Argument(help=texts("cli-help-unit"), show_default=False)],
    slug: Annotated[str | None, typer.Option("--campaign", help=texts("cli-help-slug"))] = None,
    as_json: _Json = False,
) -> None:
    """How a unit and everything below it stands: numbers only."""
    from bot.storage import Connection, campaigns, tallies
    from bot.storage import units as store
    from bot.storage.rounds import rounds_of

    def work(conn: Connection) -> list[dict[str, Any]]:
        target = store.by_code(conn, unit)
        if target is None:
            raise InputError("cli-unknown-unit", code=unit)
        if slug is not None and campaigns.by_slug(conn, slug) is None:
            raise InputError("cli-unknown-campaign", slug=slug)
        return [
            {
                "campaign": running.campaign.slug,
                "obligation": round_.obligation,
                "slot": round_.slot.isoformat() if round_.slot else None,
                "title": running.campaign.obligation(round_.obligation).title,
                "tally": tallies.of(conn, round_.id, target.id),
            }
            for running in campaigns.every(conn)
            if slug in (None, running.campaign.slug)
            for round_ in rounds_of(conn, running.id)
            if round_.opened_at is not None
        ]

    rows = on_database(work)
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        _print_status(row)
    if not rows:
        say("cli-no-campaigns")


def _print_status(row: dict[str, Any]) -> None:
    from bot.domain.tallies import COMPLETE, DECLARED, EXPECTED, completeness

    tally, slot = row["tally"], f" {row['slot']}" if row["slot"] else ""
    received = completeness(tally)
    print(f"{row['campaign']} – {row['title']}{slot}")
    say(
        "cli-status-line",
        bar=texts.formats.bar(received),
        declared=tally.get(DECLARED, 0),
        expected=tally.get(EXPECTED, 0),
        complete=tally.get(COMPLETE, 0),
        share=received,
    )
