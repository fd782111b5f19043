"""Every table. Only the modules of this package read or write them.

All instants are UTC. Text columns that hold one of a few words hold the values of the enums in
`bot/domain/`. Depth of the tree is free: `lineage` lists, for each day whose tree a campaign rolls
up by, every unit with each of its ancestors and itself.
"""

from bot.storage.tables.base import metadata
from bot.storage.tables.campaigns import (
    alerts,
    campaigns,
    class_reports,
    daily_tallies,
    follow_ups,
    link_checks,
    local_deadlines,
    rounds,
    rungs,
    standings,
    submissions,
    tallies,
    unlinked,
)
from bot.storage.tables.conversation import (
    announcements,
    audit,
    batches,
    deliveries,
    files,
    imports,
    inbox,
    keys,
    leases,
    sessions,
    spending,
)
from bot.storage.tables.people import (
    consents,
    contacts,
    guardians,
    invites,
    join_codes,
    memberships,
    personal_links,
    persons,
    requests,
    transfers,
)
from bot.storage.tables.tree import lineage, unit_names, unit_parents, units

__all__ = [
    "alerts",
    "announcements",
    "audit",
    "batches",
    "campaigns",
    "class_reports",
    "consents",
    "contacts",
    "daily_tallies",
    "deliveries",
    "files",
    "follow_ups",
    "guardians",
    "imports",
    "inbox",
    "invites",
    "join_codes",
    "keys",
    "leases",
    "lineage",
    "link_checks",
    "local_deadlines",
    "memberships",
    "metadata",
    "personal_links",
    "persons",
    "requests",
    "rounds",
    "rungs",
    "sessions",
    "spending",
    "standings",
    "submissions",
    "tallies",
    "transfers",
    "unit_names",
    "unit_parents",
    "units",
    "unlinked",
]
