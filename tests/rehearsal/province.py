"""A province of any size: its tree, its people, and the lists that its schools send in."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from bot.demo.names import Names
from bot.domain.deadlines import VIETNAM
from bot.domain.people import AgeBand, Gender, Role
from bot.storage import Connection, invites, people, units
from bot.storage.people import NewMember
from bot.storage.units import NewUnit

DEPARTMENT = "SGD"
#: Pupils of a class, where there are enough of them.
CLASS_SIZE = 35
#: Schools of a district; high schools hang directly under the department.
DISTRICT_SIZE = 8
LEVELS = ("THCS", "TH", "THPT", "TH", "MN", "THCS")
NAMES = {
    "THPT": "Trường THPT {}",
    "THCS": "Trường THCS {}",
    "TH": "Trường Tiểu học {}",
    "MN": "Trường Mẫu giáo {}",
}
PLACES = (
    "Vị Thanh", "Ngã Bảy", "Long Mỹ", "Châu Thành", "Phụng Hiệp", "Vị Thủy", "Hòa An", "Tân Long",
    "Cái Tắc", "Bình Thạnh", "Đông Phú", "Thạnh Xuân", "Hiệp Hưng", "Lương Tâm", "Xà Phiên", "Vĩnh Viễn",
    "Phương Bình", "Trường Long", "Nhơn Nghĩa", "Hỏa Lựu", "Thuận Hưng", "Đại Thành", "Búng Tàu", "Rạch Gòi",
)  # fmt: skip
GRADES = {"THPT": (10, 12), "THCS": (6, 9), "TH": (1, 5)}
#: How likely the roster says that a pupil has a smartphone.
WITH_SMARTPHONE = {"THPT": 0.85, "THCS": 0.6, "TH": 0.35, "MN": 0.3}
GROUPS = ("Tổ Toán", "Tổ Văn", "Tổ Anh", "Tổ Lý", "Tổ Hóa - Sinh", "Tổ Văn phòng")


@dataclass(slots=True, kw_only=True, eq=False)
class Human:
    """Somebody on a roster."""

    name: str
    unit: str  #: code of the school, office or class
    role: Role
    code: str = ""
    gender: Gender
    band: AgeBand | None = None
    smartphone: bool | None = None
    position: str = ""
    group: str = ""
    leads: str = ""  #: the class of a homeroom teacher, by name


@dataclass(slots=True, kw_only=True, eq=False)
class Class:
    code: str
    name: str
    pupils: list[Human] = field(default_factory=list)


@dataclass(slots=True, kw_only=True, eq=False)
class School:
    code: str
    name: str
    level: str
    parent: str
    staff: list[Human] = field(default_factory=list)  #: the first is the principal
    classes: list[Class] = field(default_factory=list)

    @property
    def head(self) -> Human:
        return self.staff[0]


@dataclass(slots=True, kw_only=True)
class Province:
    officers: list[Human]  #: the department's first, then one a district
    schools: list[School]
    districts: list[str]


def invent(chance: Random, *, schools: int, staff: int, pupils: int) -> Province:
    """A province of this size; the same seed gives the same one."""
    names = Names(chance)
    districts = [f"P{number + 1:02}" for number in range(max(1, schools // DISTRICT_SIZE))]
    found = [_school(chance, number, districts) for number in range(schools)]
    for school, members in zip(found, _shares(chance, staff, schools, least=4), strict=True):
        _hire(chance, names, school, members)
    for school, members in zip(found, _shares(chance, pupils, schools, least=6), strict=True):
        _enrol(chance, names, school, members)
        for teacher, taught in zip(school.staff[1:], school.classes, strict=False):
            teacher.leads = taught.name
    taken: set[str] = set()
    officers = [_officer(chance, names, taken, unit) for unit in (DEPARTMENT, *districts)]
    return Province(officers=officers, schools=found, districts=districts)


def _shares(chance: Random, total: int, parts: int, *, least: int) -> list[int]:
    """Sizes that add up to a total, of schools large and small."""
    weights = [chance.uniform(0.5, 1.5) for _ in range(parts)]
    sizes = [max(least, int(total * weight / sum(weights))) for weight in weights]
    for place in range(max(0, total - sum(sizes))):
        sizes[place % parts] += 1
    return sizes


def _school(chance: Random, number: int, districts: Sequence[str]) -> School:
    level = LEVELS[number % len(LEVELS)]
    place, again = PLACES[number % len(PLACES)], number // len(PLACES)
    return School(
        code=f"T{number + 1:03}",
        name=NAMES[level].format(f"{place} {again + 1}" if again else place),
        level=level,
        parent=DEPARTMENT if level == "THPT" else chance.choice(districts),
    )


def _officer(chance: Random, names: Names, taken: set[str], unit: str) -> Human:
    gender = chance.choice(list(Gender))
    return Human(
        name=names.draw(gender, taken=taken),
        unit=unit,
        role=Role.OFFICER,
        code=f"CV-{unit}",
        gender=gender,
        position="Chuyên viên",
    )


def _hire(chance: Random, names: Names, school: School, members: int) -> None:
    taken: set[str] = set()
    for number in range(members):
        gender = Gender.FEMALE if chance.random() < 0.65 else Gender.MALE
        role = Role.PRINCIPAL if number == 0 else Role.STAFF
        school.staff.append(
            Human(
                name=names.draw(gender, taken=taken),
                unit=school.code,
                role=role,
                code=f"GV{number + 1:03}",
                gender=gender,
                position="Hiệu trưởng" if number == 0 else "Giáo viên",
                group="Ban giám hiệu" if number == 0 else chance.choice(GROUPS),
            )
        )
    if members > 8:  # namesakes, as there are in every larger school
        school.staff[-1].name, school.staff[-1].group = school.staff[-2].name, "Tổ Sử - Địa"
        school.staff[-2].group = "Tổ Toán"


def _enrol(chance: Random, names: Names, school: School, members: int) -> None:
    count = max(1, round(members / CLASS_SIZE))
    first, last = GRADES.get(school.level, (0, 0))
    for place in range(count):
        grade = first + place % (last - first + 1)
        letter = place // (last - first + 1) + 1
        name = f"{grade}A{letter}" if last else f"Lá {place + 1}"
        school.classes.append(Class(code=f"{school.code}-{place + 1:02}", name=name))
    taken: list[set[str]] = [set() for _ in range(count)]
    for number in range(members):
        place = number % count
        home = school.classes[place]
        gender = chance.choice(list(Gender))
        home.pupils.append(
            Human(
                name=names.draw(gender, taken=taken[place]),
                unit=home.code,
                role=Role.PUPIL,
                code=f"{home.code}-{len(home.pupils) + 1:02}",
                gender=gender,
                band=_band(chance, school.level, home.name),
                smartphone=chance.random() < WITH_SMARTPHONE[school.level],
            )
        )


def _band(chance: Random, level: str, name: str) -> AgeBand:
    if level == "MN":
        return AgeBand.UNDER_7
    if level == "THPT" and (not name.startswith("10") or chance.random() < 0.3):
        return AgeBand.FROM_16
    return AgeBand.FROM_7_TO_15


# --- what the operator writes down before the first day ------------------------------------------


def write(conn: Connection, province: Province, now: datetime) -> dict[tuple[str, Role], str]:
    """The tree, officers, heads and pupils, and a personal code for each head and officer.

    The staff lists come from the principals, in the chat.
    """
    rows = [NewUnit(code=DEPARTMENT, name="Sở GD&ĐT Hậu Giang", kind="department", order=1)]
    rows += [
        NewUnit(code=code, name=f"Phòng GD&ĐT huyện {PLACES[place]}", kind="district", parent=DEPARTMENT)
        for place, code in enumerate(province.districts)
    ]
    for school in province.schools:
        rows.append(
            NewUnit(
                code=school.code, name=school.name, kind="school", level=school.level, parent=school.parent
            )
        )
        rows += [
            NewUnit(code=home.code, name=home.name, kind="class", parent=school.code)
            for home in school.classes
        ]
    units.save(conn, rows, now.astimezone(VIETNAM).date())
    ids = units.ids_by_code(conn)
    humans = [*province.officers, *(school.head for school in province.schools)]
    humans += [pupil for school in province.schools for home in school.classes for pupil in home.pupils]
    people.add_members(conn, [_member(human, ids[human.unit.lower()]) for human in humans], now)
    codes: dict[tuple[str, Role], str] = {}
    for human in humans:
        if human.role is Role.PUPIL:
            continue
        code = f"{human.role.value[:2]}{human.unit}X1".upper().ljust(8, "A")
        codes[human.unit, human.role] = code
        invites.add(
            conn,
            code=code,
            unit_id=ids[human.unit.lower()],
            role=human.role,
            now=now,
            expires_at=None,
            max_uses=1,
        )
    return codes


def _member(human: Human, unit_id: int) -> NewMember:
    return NewMember(
        full_name=human.name,
        unit_id=unit_id,
        role=human.role,
        gender=human.gender,
        age_band=human.band,
        position=human.position,
        group=human.group,
        code=human.code,
        has_smartphone=human.smartphone,
    )


def staff_list(school: School) -> bytes:
    """The staff list as the school keeps it."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow(["STT", "Mã GV", "Họ và tên", "Giới tính", "Chức vụ", "Tổ", "Chủ nhiệm"])
    for number, human in enumerate(school.staff, start=1):
        gender = "Nữ" if human.gender is Gender.FEMALE else "Nam"
        lines.writerow([number, human.code, human.name, gender, human.position, human.group, human.leads])
    return file.getvalue().encode("utf-8-sig")
