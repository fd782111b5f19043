"""Every table. Only the modules of this package read or write them.

All instants are UTC. Text columns that hold one of a few words hold the values of the enums in
`bot/domain/`. Depth of the tree is free: `lineage` lists, for each day whose tree a campaign rolls
up by, every unit with each of its ancestors and itself.
"""

from bot.storage.tables.base import metadata
from bot.storage.tables.campaigns import campaigns, follow_ups, rounds, rungs, standings, submissions, tallies
from bot.storage.tables.conversation import audit, deliveries, files, imports, inbox, leases, sessions
from bot.storage.tables.people import consents, contacts, guardians, invites, join_codes, memberships, persons
from bot.storage.tables.tree import lineage, unit_names, unit_parents, units

__all__ = [
    "audit",
    "campaigns",
    "consents",
    "contacts",
    "deliveries",
    "files",
    "follow_ups",
    "guardians",
    "imports",
    "inbox",
    "invites",
    "join_codes",
    "leases",
    "lineage",
    "memberships",
    "metadata",
    "persons",
    "rounds",
    "rungs",
    "sessions",
    "standings",
    "submissions",
    "tallies",
    "unit_names",
    "unit_parents",
    "units",
]
