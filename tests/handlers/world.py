"""The sample province of `province.yaml` in a database, with a campaign at work in it."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.campaigns import definition_of
from bot.domain.consent import Agreement
from bot.domain.deadlines import VIETNAM
from bot.domain.people import AgeBand, Gender, Role
from bot.reminders import planner
from bot.storage import Connection, campaigns, consents, invites, people, units
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
                people.add_membership(conn, member.person_id, unit_id(conn, row["leads"]), Role.HOMEROOM, now)
    for code, (unit, role) in province["invites"].items():
        invites.add(conn, code=code, unit_id=unit_id(conn, unit), role=Role(role), now=now, expires_at=None)


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
    running = campaigns.start(
        conn, _definition(campaign), unit_id(conn, "SGD"), now.astimezone(VIETNAM).date(), now
    )
    campaigns.add_rounds(conn, planner.first_rounds(running, now))
    planner.open_rounds(conn, now)


def unit_id(conn: Connection, code: str) -> int:
    unit = units.by_code(conn, code)
    assert unit is not None, f"no unit {code}"
    return unit.id


def person_id(conn: Connection, name: str) -> int:
    """Somebody on a roster; "Lê Văn An, GV103" tells namesakes apart by their code."""
    full_name, _, code = name.partition(", ")
    roles = list(Role)
    found = [
        member
        for unit in [unit["code"] for unit in _province()["units"]]
        for candidate in people.candidates(conn, [unit_id(conn, unit)], roles, full_name)
        if (member := candidate.membership).code == code or not code
    ]
    assert found, f"nobody is called {name}"
    return found[0].person_id


def register(conn: Connection, channel: str, chat: str, who: int, now: datetime) -> None:
    """As if they had registered from this chat before."""
    people.link(conn, people.contact(conn, channel, chat, now).id, who)


def agree(conn: Connection, who: int, now: datetime) -> None:
    """As if they had agreed to the privacy notice of every campaign before."""
    for running in campaigns.every(conn):
        consents.record(
            conn,
            campaign_id=running.id,
            person_id=who,
            agreement=Agreement.OWN,
            agreed=True,
            given_by=who,
            text_key="privacy-consent",
            channel="web",
            now=now,
        )
