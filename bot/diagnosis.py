"""What is wrong with a deployment: settings, database, tallies, queues and channels, one finding each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.asking import form_of
from bot.settings import Settings
from bot.storage import Connection, backlog, campaigns, inbox, open_database, requests, schema, tallies
from bot.storage.failures import TROUBLE, told
from bot.storage.rounds import rounds_of

#: A delivery that has been due for longer than this means that nothing sends.
STUCK = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at. `key` names the sentence, with the mend where it is not good."""

    good: bool
    key: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


async def examine(settings: Settings, now: datetime, *, repair: bool) -> list[Finding]:
    """Look at everything. With `repair`, tallies that differ from a recount are replaced by it."""
    database = open_database(settings.database_url)
    try:
        findings = [await database.read(_schema)]
        if findings[0].good:
            findings.append(
                await database.write(lambda conn: _tallies(conn, repair=repair))
                if repair
                else await database.read(lambda conn: _tallies(conn, repair=False))
            )
            findings += await database.read(lambda conn: _queues(conn, now))
            findings += await database.read(lambda conn: _requests(conn, now))
    except TROUBLE as error:
        trouble = told(error, settings.database_url)
        findings = [Finding(good=False, key=trouble.key, facts=trouble.facts)]
    finally:
        await database.close()
    findings.append(_channels(settings))
    if settings.public_url and not settings.public_url.startswith("https://"):
        findings.append(Finding(good=False, key="doctor-public-url"))
    return findings


def _schema(conn: Connection) -> Finding:
    current = schema.revision_of(conn)
    if current == schema.newest():
        return Finding(good=True, key="doctor-schema-good")
    return Finding(good=False, key="doctor-schema-old")


def _tallies(conn: Connection, *, repair: bool) -> Finding:
    """Every count must equal a recount from the declarations."""
    rounds = wrong = 0
    for running in campaigns.every(conn):
        if running.erased_at is not None:
            continue  # only the counts are left
        for round_ in rounds_of(conn, running.id):
            if round_.opened_at is None:
                continue
            rounds += 1
            form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
            counted = tallies.recount(conn, round_.id, form, running.tree_on)
            if counted == tallies.everything(conn, round_.id):
                continue
            wrong += 1
            if repair:
                tallies.replace(conn, round_.id, counted)
    if wrong and repair:
        return Finding(good=True, key="doctor-tallies-repaired", facts={"wrong": wrong})
    if wrong:
        return Finding(good=False, key="doctor-tallies-wrong", facts={"wrong": wrong, "rounds": rounds})
    return Finding(good=True, key="doctor-tallies-good", facts={"rounds": rounds})


def _queues(conn: Connection, now: datetime) -> list[Finding]:
    """Messages that nobody handles, and messages that nobody sends."""
    findings = []
    if failed := inbox.count_set_aside(conn):
        findings.append(Finding(good=False, key="doctor-inbox-failed", facts={"count": failed}))
    stuck = [row for row in backlog.queues(conn, now) if now - row.oldest_due_at > STUCK]
    if stuck:
        count = sum(row.count for row in stuck)
        findings.append(Finding(good=False, key="doctor-outbox-stuck", facts={"count": count}))
    return findings or [Finding(good=True, key="doctor-queues-good")]


def _requests(conn: Connection, now: datetime) -> list[Finding]:
    """What people wanted changed of their data and nobody answered in time."""
    overdue = requests.count_overdue(conn, now)
    return [Finding(good=False, key="doctor-requests-overdue", facts={"count": overdue})] if overdue else []


def _channels(settings: Settings) -> Finding:
    """Whether anybody can be reached otherwise than through the web."""
    if settings.telegram_token is None:
        return Finding(good=True, key="doctor-web-only")
    return Finding(good=True, key="doctor-telegram-set")
