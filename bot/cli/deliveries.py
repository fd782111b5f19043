"""`khaibao deliveries`: how far broadcasts are, and pausing, resuming or cancelling one."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.common import now, on_database, say, settings, texts
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.storage import Connection

#: Broadcasts that are listed where none is named.
LISTED = 20
VERBS = ("pause", "resume", "cancel")
DONE_KEYS: Mapping[str, str] = {
    "pause": "cli-deliveries-paused",
    "resume": "cli-deliveries-resumed",
    "cancel": "cli-deliveries-cancelled",
}
STATE_KEYS: Mapping[str, str] = {
    "going": "cli-deliveries-going",
    "paused": "cli-deliveries-is-paused",
    "cancelled": "cli-deliveries-is-cancelled",
    "done": "cli-deliveries-done",
}


def deliveries(
    first: Annotated[
        str | None,
        typer.Argument(metavar="[pause|resume|cancel] [BATCH]", help=texts("cli-help-deliveries-what")),
    ] = None,
    batch: Annotated[str | None, typer.Argument(hidden=True)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=texts("cli-help-json"))] = False,
) -> None:
    """Without a name: the latest broadcasts. What is in flight when one is paused or cancelled is sent."""
    moment = now(settings())
    if first in VERBS:
        if batch is None:
            raise InputError("cli-deliveries-which")
        _steer(first, batch, moment)
        first = batch
    elif batch is not None:
        raise InputError("cli-deliveries-which")
    found = on_database(partial(_look, name=first, moment=moment))
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    elif not found:
        say("cli-deliveries-none")
    else:
        for one in found:
            _tell(one)


def _steer(verb: str, batch: str, moment: datetime) -> None:
    from bot.storage import broadcasts

    act = {"pause": broadcasts.pause, "resume": broadcasts.resume, "cancel": broadcasts.cancel}[verb]

    def work(conn: "Connection") -> int:
        _known(conn, batch)
        return act(conn, batch, moment)

    count = on_database(work, write=True)
    say(DONE_KEYS[verb], batch=batch, count=count)


def _known(conn: "Connection", batch: str) -> None:
    from bot.storage import broadcasts

    if not broadcasts.progress(conn, batch).total and not broadcasts.mark_of(conn, batch):
        raise InputError("cli-deliveries-unknown", batch=batch)


def _look(conn: "Connection", *, name: str | None, moment: datetime) -> list[dict[str, Any]]:
    from bot.storage import broadcasts

    if name is not None:
        _known(conn, name)
    return [
        _described(conn, batch, moment)
        for batch in ([name] if name is not None else broadcasts.latest(conn, LISTED))
    ]


def _described(conn: "Connection", batch: str, moment: datetime) -> dict[str, Any]:
    """A broadcast as JSON; moments are ISO 8601 in UTC."""
    from bot.storage import broadcasts

    progress, mark = broadcasts.progress(conn, batch), broadcasts.mark_of(conn, batch)
    left, pace = progress.waiting + progress.paused, broadcasts.pace(conn, batch, moment)
    ends = moment + timedelta(seconds=left / pace) if left and pace and mark is None else None
    return {
        "batch": batch,
        "state": mark.value if mark is not None else "going" if left else "done",
        "total": progress.total,
        "sent": progress.sent,
        "waiting": progress.waiting,
        "paused": progress.paused,
        "waiting_for_quota": progress.held,
        "given_up": dict(sorted(progress.given_up.items())),
        "expired": progress.expired,
        "cancelled": progress.cancelled,
        "possible_duplicates": progress.possible_duplicates,
        "expected_end": None if ends is None else ends.isoformat(timespec="seconds"),
    }


def _tell(one: Mapping[str, Any]) -> None:
    from bot.domain.tallies import Share

    bar = texts.formats.bar(Share(part=one["sent"], whole=one["total"]))
    say(
        "cli-deliveries-line",
        batch=one["batch"],
        bar=bar,
        sent=one["sent"],
        total=one["total"],
        state=texts(STATE_KEYS[one["state"]]),
    )
    left = one["waiting"] + one["paused"]
    if left:
        say("cli-deliveries-left", waiting=one["waiting"], paused=one["paused"])
    if one["waiting_for_quota"]:
        say("cli-deliveries-quota", count=one["waiting_for_quota"])
    if one["expected_end"]:
        say("cli-deliveries-ends", moment=datetime.fromisoformat(one["expected_end"]))
    for reason, count in one["given_up"].items():
        say("cli-deliveries-given-up", reason=reason, count=count)
    if one["expired"] or one["cancelled"]:
        say("cli-deliveries-not-sent", expired=one["expired"], cancelled=one["cancelled"])
    if one["possible_duplicates"]:
        say("cli-deliveries-duplicates", count=one["possible_duplicates"])
