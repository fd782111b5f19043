"""What is wrong with a deployment: settings, words, database, tallies, queues, channels; a finding each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.asking import form_of
from bot.domain.deadlines import local
from bot.domain.messages import Lane
from bot.domain.quotas import Quota, next_reset, quota
from bot.settings import Settings
from bot.storage import (
    Connection,
    backlog,
    campaigns,
    inbox,
    open_database,
    requests,
    schema,
    shards,
    spending,
    tallies,
)
from bot.storage.failures import TROUBLE, told
from bot.storage.rounds import rounds_of
from bot.texts.entries import LOCALES, BrokenLocale, read_entries

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
            quotas = _quotas_of(settings)
            findings += await database.read(lambda conn: _queues(conn, quotas, now))
            findings += await database.read(lambda conn: _requests(conn, now))
            findings += await database.read(lambda conn: _users(conn, settings))
            findings += await database.read(lambda conn: _messages(conn, quotas, now))
    except TROUBLE as error:
        trouble = told(error, settings.database_url)
        findings = [Finding(good=False, key=trouble.key, facts=trouble.facts)]
    finally:
        await database.close()
    findings += _channels(settings)
    findings += _words(settings)
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


def _queues(conn: Connection, quotas: Mapping[str, Quota], now: datetime) -> list[Finding]:
    """Messages that nobody handles, and messages that nobody sends, unless they wait for the next month."""
    findings = []
    if failed := inbox.count_set_aside(conn):
        findings.append(Finding(good=False, key="doctor-inbox-failed", facts={"count": failed}))
    sent = spending.sent(conn, now)
    stuck = [
        row
        for row in backlog.queues(conn, now)
        if now - row.oldest_due_at > STUCK
        and (row.channel not in quotas or quotas[row.channel].left(row.lane, sent.get(row.channel, 0)))
    ]
    if stuck:
        count = sum(row.count for row in stuck)
        findings.append(Finding(good=False, key="doctor-outbox-stuck", facts={"count": count}))
    return findings or [Finding(good=True, key="doctor-queues-good")]


def _requests(conn: Connection, now: datetime) -> list[Finding]:
    """What people wanted changed of their data and nobody answered in time."""
    overdue = requests.count_overdue(conn, now)
    return [Finding(good=False, key="doctor-requests-overdue", facts={"count": overdue})] if overdue else []


def _quotas_of(settings: Settings) -> dict[str, Quota]:
    """The quotas of the bots that have one."""
    if not settings.zalo_monthly_messages:
        return {}
    granted = quota(settings.zalo_monthly_messages, settings.zalo_reserve)
    return dict.fromkeys(settings.zalo_bots, granted)


def _users(conn: Connection, settings: Settings) -> list[Finding]:
    """How many people each Zalo bot has, and whether it has room for more."""
    most, findings = settings.zalo_users, []
    for channel, count in shards.users(conn, list(settings.zalo_bots)).items():
        facts: dict[str, str | int] = {"channel": channel, "users": count, "most": most}
        if not most:
            findings.append(Finding(good=True, key="doctor-quota-users-unlimited", facts=facts))
        else:
            key = "doctor-quota-users" if count < most else "doctor-quota-full"
            findings.append(Finding(good=count < most, key=key, facts=facts))
    return findings


def _messages(conn: Connection, quotas: Mapping[str, Quota], now: datetime) -> list[Finding]:
    """What each bot with a quota has sent this month, and whether that will do."""
    findings = []
    for channel, account in spending.accounts(conn, quotas, now).items():
        facts: dict[str, str | int] = {
            "channel": channel,
            "sent": account.sent,
            "monthly": account.quota.monthly,
            "reserve": account.quota.reserve,
            "day": f"{local(next_reset(now)):%-d/%-m/%Y}",
        }
        if not account.quota.left(Lane.ANSWER, account.sent):
            findings.append(Finding(good=False, key="doctor-quota-spent", facts=facts))
        elif account.quota.level(account.sent):
            findings.append(Finding(good=False, key="doctor-quota-short", facts=facts))
        else:
            findings.append(Finding(good=True, key="doctor-quota-messages", facts=facts))
    return findings


def _words(settings: Settings) -> list[Finding]:
    """The sentences that cannot be read: the bot itself reads each only when it says it."""
    try:
        read_entries(LOCALES / settings.language)
    except BrokenLocale as broken:
        first, *_ = broken.mistakes
        facts: Mapping[str, str | int] = {"count": len(broken.mistakes), "first": first}
        return [Finding(good=False, key="doctor-words-broken", facts=facts)]
    return []


def _channels(settings: Settings) -> list[Finding]:
    """Whether anybody can be reached otherwise than through the web."""
    if settings.telegram_token is not None:
        return [Finding(good=True, key="doctor-telegram-set")]
    return [] if settings.zalo_bots else [Finding(good=True, key="doctor-web-only")]
