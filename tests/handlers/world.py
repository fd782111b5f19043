"""The sample province of `province.yaml` in a database, with a campaign at work in it."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select, true

from bot.campaigns import definition_of
from bot.domain.consent import SENSITIVE, Agreement
from bot.domain.deadlines import VIETNAM
from bot.domain.people import AgeBand, Gender, Role
from bot.reminders import planner
from bot.storage import (
    Connection,
    campaign_changes,
    campaigns,
    consents,
    contacts,
    invites,
    memberships,
    people,
    personal_links,
    tables,
    unit_changes,
    units,
)
from bot.storage.people import NewMember
from bot.storage.units import NewUnit

CAMPAIGNS = Path(__file__).parents[2] / "campaigns"


@cache
def _province() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("province.yaml").read_text(encoding="utf-8")
    )
    return data


@cache
def _definition(campaign: str) -> dict[str, Any]:
    return definition_of((CAMPAIGNS / f"{campaign}.yaml").read_text(encoding="utf-8"))


def write_province(conn: Connection, now: datetime) -> None:
    """Write the units, the rosters and the invites."""
    province = _province()
    units.save(conn, [NewUnit(**unit) for unit in province["units"]], now.astimezone(VIETNAM).date())
    for code, roster in province["people"].items():
        members = people.add_members(conn, [_member(unit_id(conn, code), row) for row in roster], now)
        for member, row in zip(members, roster, strict=True):
            if "leads" in row:
                memberships.add_membership(
                    conn, member.person_id, unit_id(conn, row["leads"]), Role.HOMEROOM, now
                )
    for code, (unit, role) in province["invites"].items():
        invites.add(conn, code=code, unit_id=unit_id(conn, unit), role=Role(role), now=now, expires_at=None)
    # Drawn by chance elsewhere: here the same in every run, so that links can be written down.
    conn.execute(tables.keys.insert(), {"name": personal_links.KEY, "value": "0" * 64})


@cache
def _trees() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("trees.yaml").read_text(encoding="utf-8"))
    return data


def grow(conn: Connection, tree: str, now: datetime) -> None:
    """Change the units as one of the trees says, and write the rosters of the new ones."""
    changes = _trees()[tree]
    rows = [row | {"viewers": tuple(row["viewers"])} if "viewers" in row else row for row in changes["units"]]
    units.save(conn, [NewUnit(**row) for row in rows], now.astimezone(VIETNAM).date())
    for code, roster in changes.get("people", {}).items():
        people.add_members(conn, [_member(unit_id(conn, code), row) for row in roster], now)


def merge(conn: Connection, tree: str, now: datetime) -> None:
    """Merge units as one of the trees says; campaigns run already."""
    for into, merged in _trees()[tree].get("merges", {}).items():
        old = [units.get(conn, unit_id(conn, code)) for code in merged["of"]]
        unit_changes.merge(conn, old, units.get(conn, unit_id(conn, into)), merged["since"], now)


def _member(home_id: int, row: dict[str, Any]) -> NewMember:
    return NewMember(
        full_name=row["name"],
        unit_id=home_id,
        role=Role(row["role"]),
        gender=Gender(row["gender"]) if "gender" in row else None,
        age_band=AgeBand(row["age"]) if "age" in row else None,
        position=row.get("position", ""),
        group=row.get("group", ""),
        code=row.get("code", ""),
    )


def start_campaign(conn: Connection, campaign: str, now: datetime) -> None:
    """Put a shipped campaign to work for the department of Hậu Giang and open what is due."""
    campaign_changes.start(conn, _definition(campaign), unit_id(conn, "SGD"), now)
    planner.open_rounds(conn, now)


def unit_id(conn: Connection, code: str) -> int:
    unit = units.by_code(conn, code)
    assert unit is not None, f"no unit {code}"
    return unit.id


def person_id(conn: Connection, name: str) -> int:
    """Somebody on a roster; "Lê Văn An, GV103" tells namesakes apart by their code."""
    full_name, _, code = name.partition(", ")
    held = tables.memberships.c
    found: int | None = conn.scalars(
        select(held.person_id)
        .join(tables.persons)
        .where(tables.persons.c.full_name == full_name, held.code == code if code else true())
        .order_by(held.id)
    ).first()
    assert found is not None, f"nobody is called {name}"
    return found


def register(conn: Connection, channel: str, chat: str, who: int, now: datetime) -> None:
    """As if they had registered from this chat before."""
    contacts.link(conn, contacts.contact(conn, channel, chat, now).id, who)


def agree(conn: Connection, who: int, now: datetime) -> None:
    """As if they had agreed to the privacy notice of every campaign before."""
    for running in campaigns.every(conn):
        notice = "privacy-consent"
        consents.record(
            conn,
            campaign_id=running.id,
            person_id=who,
            agreement=Agreement.OWN,
            agreed=True,
            given_by=who,
            text_key=f"{notice}{SENSITIVE}" if running.campaign.sensitive else notice,
            channel="web",
            now=now,
        )
