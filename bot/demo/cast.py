"""The people one can be in the demo: who they are, how their chat begins, and what they may say."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.demo.routes import Persona
from bot.demo.world import World
from bot.domain.people import Role
from bot.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One person of the cast."""

    id: str
    unit: str
    role: Role
    name: str = ""  #: part of the name, where the unit has several in that role
    #: they come in through an invite of this role; without, they are registered from the start
    invited_as: Role | None = None
    opens_first: bool = False


CAST = (
    Part(
        id="teacher",
        unit="THPT-VITHANH",
        role=Role.STAFF,
        name="Nguyễn Thị Hồng Nhung",
        invited_as=Role.STAFF,
        opens_first=True,
    ),
    Part(id="principal", unit="THPT-VITHANH", role=Role.PRINCIPAL, opens_first=True),
    Part(id="officer", unit="SGDDT-HG", role=Role.OFFICER, opens_first=True),
    Part(id="teacher2", unit="THPT-VITHANH", role=Role.STAFF, name="Lê Thị Mỹ Duyên", invited_as=Role.STAFF),
    Part(
        id="pupil",
        unit="THPT-VITHANH-12A1",
        role=Role.PUPIL,
        name="Nguyễn Ngọc Hồng",
        invited_as=Role.PUPIL,
    ),
    Part(
        id="parent",
        unit="THCS-LEQUYDON-VT-6A1",
        role=Role.PUPIL,
        name="Nguyễn Ngọc My",
        invited_as=Role.PARENT,
    ),
    Part(id="district", unit="PGDDT-VITHANH", role=Role.OFFICER),
)

ABOUT_KEYS: Mapping[str, str] = {
    "teacher": "demo-about-teacher",
    "teacher2": "demo-about-teacher2",
    "principal": "demo-about-principal",
    "officer": "demo-about-officer",
    "district": "demo-about-district",
    "pupil": "demo-about-pupil",
    "parent": "demo-about-parent",
}
#: What each may say, a sentence a line.
SAYS_KEYS: Mapping[str, str] = {
    "teacher": "demo-says-teacher",
    "teacher2": "demo-says-teacher2",
    "principal": "demo-says-principal",
    "officer": "demo-says-officer",
    "district": "demo-says-district",
    "pupil": "demo-says-pupil",
    "parent": "demo-says-parent",
}
PART_KEYS: Mapping[str, str] = {
    "teacher": "demo-part-teacher",
    "teacher2": "demo-part-teacher",
    "principal": "demo-part-principal",
    "officer": "demo-part-officer",
    "district": "demo-part-officer",
    "pupil": "demo-part-pupil",
    "parent": "demo-part-parent",
}


def persona(part: Part, world: World, unit_name: str, texts: Texts) -> Persona:
    """A part as the console shows it."""
    name = world.find(part.unit, part.role, part.name).sample.full_name
    if part.invited_as is Role.PARENT:
        name = texts("parent-of", name=name)
    return Persona(
        id=part.id,
        name=name,
        role=texts(PART_KEYS[part.id]),
        unit=unit_name,
        about=texts(ABOUT_KEYS[part.id]),
        says=tuple(texts(SAYS_KEYS[part.id]).splitlines()),
        opens_first=part.opens_first,
    )
