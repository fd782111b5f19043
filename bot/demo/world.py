"""The demo's world: the sample province in a database, both sides of the first directive at work.

Loading writes what imports and registrations would have left behind: rosters, an invite a school,
and a chat for those colleagues who "registered last week", so that a school is not empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bot.campaigns import definition_of
from bot.demo.province import SamplePerson, SampleProvince, sample_province
from bot.domain.consent import Agreement
from bot.domain.deadlines import VIETNAM
from bot.domain.people import Membership, Role
from bot.reminders import planner
from bot.storage import Connection, Database, campaign_changes, consents, contacts, invites, people, units
from bot.storage.people import NewMember
from bot.storage.units import NewUnit

#: Công văn 1510 was signed at 10:12 on this day; the officer starts the campaign at 10:20.
START = datetime(2020, 8, 18, 10, 20, tzinfo=VIETNAM).astimezone(UTC)
CAMPAIGN = Path(__file__).parents[2] / "campaigns" / "bluezone-hau-giang-2020.yaml"
#: They register before our eyes.
STRANGERS = ("Nguyễn Thị Hồng Nhung", "Lê Thị Mỹ Duyên")
#: Every so many-th member of staff registered before the story begins.
EVERY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody of the province, as the database knows them."""

    membership: Membership
    sample: SamplePerson


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What the demo needs to find again."""

    known: Sequence[Known]
    invites: dict[tuple[str, Role], str]  #: codes by unit code and role
    colleagues: Sequence[str]  #: web chats of colleagues who declare by themselves as time goes by

    def find(self, unit: str, role: Role, name: str = "") -> Known:
        """Somebody of a unit in a role. Raises LookupError."""
        for known in self.known:
            if (known.sample.unit_code, known.sample.role) == (unit, role) and name in known.sample.full_name:
                return known
        raise LookupError(f"{role} {name} of {unit}")


async def load(database: Database, now: datetime, *, colleagues: bool = True) -> World:
    """Write the sample province and start the campaign."""
    return await database.write(partial(_load, sample_province(), now, colleagues))


def _load(province: SampleProvince, now: datetime, colleagues: bool, conn: Connection) -> World:
    today = now.astimezone(VIETNAM).date()
    _units(conn, province, today)
    ids = {unit.code: found.id for unit in province.units if (found := units.by_code(conn, unit.code))}
    known = _people(conn, province, ids, now)
    codes = _invites(conn, province, ids, now)
    running = campaign_changes.start(conn, definition_of(CAMPAIGN), ids["SGDDT-HG"], now)
    chats = _register(conn, known, running.id, now) if colleagues else []
    planner.open_rounds(conn, now)
    return World(known=known, invites=codes, colleagues=chats)


def _units(conn: Connection, province: SampleProvince, today: date) -> None:
    units.save(
        conn,
        [
            NewUnit(
                code=unit.code,
                name=unit.name,
                kind=unit.kind,
                level=unit.level,
                order=unit.order,
                parent=unit.parent_code,
            )
            for unit in province.units
        ],
        today,
    )


def _people(conn: Connection, province: SampleProvince, ids: dict[str, int], now: datetime) -> list[Known]:
    samples = [person for person in province.people if person.role is not Role.PARENT]
    members = people.add_members(
        conn,
        [
            NewMember(
                full_name=person.full_name,
                unit_id=ids[person.unit_code],
                role=Role.STAFF if person.role is Role.HOMEROOM else person.role,
                gender=person.gender,
                age_band=person.age_band,
                position=person.position,
                group=person.group,
                code=person.code,
                has_smartphone=person.has_smartphone,
            )
            for person in samples
        ],
        now,
    )
    return [Known(membership=m, sample=s) for m, s in zip(members, samples, strict=True)]


def _invites(
    conn: Connection, province: SampleProvince, ids: dict[str, int], now: datetime
) -> dict[tuple[str, Role], str]:
    """One code a school for staff and one a class for pupils and parents, short enough to read out."""
    codes: dict[tuple[str, Role], str] = {}
    for unit in province.units:
        roles = {"school": (Role.STAFF,), "class": (Role.PUPIL, Role.PARENT)}.get(unit.kind, ())
        for role in roles:
            code = f"{role.value[:2]}{ids[unit.code]:03d}DEMO".upper()
            invites.add(conn, code=code, unit_id=ids[unit.code], role=role, now=now, expires_at=None)
            codes[unit.code, role] = code
    return codes


def _register(conn: Connection, known: Sequence[Known], campaign_id: int, now: datetime) -> list[str]:
    """Every other member of staff has a chat already and has agreed to the privacy notice."""
    staff = [
        k
        for k in known
        if k.sample.role in (Role.STAFF, Role.HOMEROOM) and k.sample.full_name not in STRANGERS
    ]
    chats: list[str] = []
    for place, colleague in enumerate(staff):
        if place % EVERY:
            continue
        chat = f"colleague-{colleague.membership.person_id}"
        contact = contacts.contact(conn, "web", chat, now)
        contacts.link(conn, contact.id, colleague.membership.person_id)
        consents.record(
            conn,
            campaign_id=campaign_id,
            person_id=colleague.membership.person_id,
            agreement=Agreement.OWN,
            agreed=True,
            given_by=colleague.membership.person_id,
            text_key="privacy-consent",
            channel="web",
            now=now,
        )
        chats.append(chat)
    return chats
