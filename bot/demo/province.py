"""A sample province for the demo: invented people in plausible schools of Hậu Giang in 2020.

The tree is the one of 2020 (ministry, department, eight districts; high schools hang directly under the
department). No name, number or class is that of a real person or school roll: names are drawn from
`names.toml`, and the schools' sizes in `province.toml` are made up. One seed gives one province.
"""

import random
import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from bot.demo.names import KHMER_SHARE, Names
from bot.domain.names import search_key
from bot.domain.people import AgeBand, Gender, Role
from bot.domain.units import CLASS, SCHOOL
from bot.rosters.cells import age_band_of

#: The day công văn 1510 was signed: ages are those of this day.
SAMPLE_DAY = date(2020, 8, 18)
#: Below this size a school has one deputy, from it on two.
TWO_DEPUTIES_FROM = 30
MOTHERS = 0.7  #: of the parents who answer for a small child
SIBLINGS = 0.06  #: share of small pupils with an elder brother or sister at the school
STAFF_WITH_SMARTPHONE = 0.94


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleUnit:
    """A node of the tree."""

    code: str
    name: str
    kind: str  #: "ministry", "department", "district", "school", "class"
    level: str = ""  #: of schools: THPT, PTDTNT, GDTX, THCS, TH, MN
    parent_code: str | None = None
    order: int = 0  #: place in the official list, from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePerson:
    """Somebody in a role: staff belong to their school, pupils and parents to the class."""

    unit_code: str
    full_name: str
    role: Role  #: HOMEROOM: a member of staff of `unit_code` who also leads the class `class_name`
    group: str = ""
    class_name: str = ""
    gender: Gender | None = None
    age_band: AgeBand | None = None  #: of pupils only
    has_smartphone: bool | None = None
    code: str = ""  #: list number of staff; class and list number of pupils; unique within the unit
    position: str = ""
    #: of parents: codes of the pupils they speak for (a pupil's code is unique within the school)
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleProvince:
    """The whole sample."""

    units: tuple[SampleUnit, ...]  #: parents before children
    people: tuple[SamplePerson, ...]


def sample_province(seed: int = 1510) -> SampleProvince:
    """The province of a seed; the same seed gives the same province."""
    data = load_plan()
    chance = random.Random(seed)  # nosec B311
    units = _offices(data)
    people = _officers(units, data["officials"], chance)
    for plan in data["schools"]:
        school = _School(plan, data["levels"][plan["level"]], chance)
        parent = plan.get("parent", data["department"]["code"])
        units.append(
            SampleUnit(
                code=plan["code"],
                name=plan["name"],
                kind=SCHOOL,
                level=plan["level"],
                parent_code=parent,
                order=len(units) + 1,
            )
        )
        for name in plan["classes"]:
            code = school.class_code(name)
            order = len(units) + 1
            units.append(
                SampleUnit(code=code, name=f"Lớp {name}", kind=CLASS, parent_code=plan["code"], order=order)
            )
        people += school.staff()
        people += school.pupils()
    return SampleProvince(units=tuple(units), people=tuple(people))


@cache
def load_plan() -> dict[str, Any]:
    """What `province.toml` says."""
    with Path(__file__).with_name("province.toml").open("rb") as file:
        return tomllib.load(file)


def _offices(data: dict[str, Any]) -> list[SampleUnit]:
    ministry, department = data["ministry"], data["department"]
    units = [
        SampleUnit(**ministry, kind="ministry", order=1),
        SampleUnit(**department, kind="department", parent_code=ministry["code"], order=2),
    ]
    for order, district in enumerate(data["districts"], start=3):
        units.append(
            SampleUnit(**district, kind="district", parent_code=department["code"], order=order),
        )
    return units


def _officers(
    offices: list[SampleUnit], officials: dict[str, Any], chance: random.Random
) -> list[SamplePerson]:
    names, taken = Names(chance), set[str]()
    officers = []
    for unit in offices:
        gender = chance.choice(list(Gender))
        officers.append(
            SamplePerson(
                unit_code=unit.code,
                full_name=names.draw(gender, taken=taken),
                role=Role.OFFICER,
                group=officials["group"],
                gender=gender,
                has_smartphone=True,
                code="1",
                position=officials["positions"][unit.kind],
            )
        )
    return officers


@dataclass(frozen=True, slots=True)
class _Post:
    """A place on the staff list, still without a person."""

    role: Role
    position: str
    group: str
    class_name: str = ""
    female: float = 0.5
    teaches: bool = False


class _School:
    """Fills one school with people."""

    def __init__(self, plan: dict[str, Any], level: dict[str, Any], chance: random.Random) -> None:
        self._plan = plan
        self._level = level
        self._chance = chance
        self._names = Names(chance)
        self._khmer: float = level.get("khmer", KHMER_SHARE)

    def class_code(self, class_name: str) -> str:
        return f"{self._plan['code']}-{_ascii(class_name)}"

    def staff(self) -> list[SamplePerson]:
        posts = self._posts()
        cast = self._plan.get("cast", {})
        given: dict[int, dict[str, str]] = {}
        teachers = [i for i, post in enumerate(posts) if post.teaches and post.role is Role.STAFF]
        if cast:
            given[0] = cast["head"]
            # The namesakes stand in different groups, as it happens.
            given |= {teachers[0]: cast["namesakes"], teachers[-1]: cast["namesakes"]}
            given[teachers[1]] = cast["teacher"]
        taken = {person["name"] for person in given.values()}
        people = [
            self._employee(number, post, given.get(number - 1), taken)
            for number, post in enumerate(posts, start=1)
        ]
        if not cast and self._chance.random() < 0.4:
            first, second = teachers[0], teachers[-1]
            people[second] = _renamed(people[second], people[first])
        return people

    def pupils(self) -> list[SamplePerson]:
        """The pupils of every class, and for small ones the parents who answer for them."""
        pupils: list[SamplePerson] = []
        families: list[tuple[SamplePerson, list[str]]] = []
        for class_name in self._plan["classes"]:
            taken: set[str] = set()
            size = self._plan["size"] + self._chance.randint(-3, 3)
            members = []
            for number in range(1, size + 1):
                elder = None
                if families and self._level.get("parents") and self._chance.random() < SIBLINGS:
                    elder = self._chance.choice(families)
                surname = elder[0].full_name.split()[0] if elder else None
                pupil = self._pupil(class_name, number, taken, surname)
                members.append(pupil)
                if elder:
                    elder[1].append(pupil.code)
                else:
                    families.append((pupil, [pupil.code]))
            if self._chance.random() < 0.25:
                members[-1] = _renamed(members[-1], members[0])
            pupils += members
        if self._level.get("parents"):
            taken = set()
            pupils += [self._parent(eldest, codes, taken) for eldest, codes in families]
        return pupils

    def _posts(self) -> list[_Post]:
        level, plan = self._level, self._plan
        deputies = 2 if plan["staff"] >= TWO_DEPUTIES_FROM else 1
        posts = [_Post(Role.PRINCIPAL, level["head"], "Ban giám hiệu")]
        posts += [_Post(Role.DEPUTY, level["deputy"], "Ban giám hiệu")] * deputies
        office = [_Post(Role.CLERK, "Văn thư", "Tổ Văn phòng", female=0.8)]
        office += [
            _Post(Role.STAFF, position, "Tổ Văn phòng", female=0.02 if position == "Bảo vệ" else 0.5)
            for position in level["support"]
        ]
        count = plan["staff"] - len(posts) - len(office)
        names: list[str] = level["groups"]
        groups = sorted((names[number % len(names)] for number in range(count)), key=names.index)
        # Every class gets one homeroom teacher; they are spread evenly over the list of teachers.
        step = count / len(plan["classes"])
        homerooms = {int(step * index + step / 2): name for index, name in enumerate(plan["classes"])}
        previous = ""
        for number, group in enumerate(groups):
            position = "Giáo viên" if group == previous else "Tổ trưởng chuyên môn"
            previous = group
            leads = homerooms.get(number, "")
            role = Role.HOMEROOM if leads else Role.STAFF
            posts.append(_Post(role, position, group, leads, level["female"], teaches=True))
        return posts + office

    def _employee(
        self, number: int, post: _Post, given: dict[str, str] | None, taken: set[str]
    ) -> SamplePerson:
        gender = Gender.FEMALE if self._chance.random() < post.female else Gender.MALE
        if given:
            gender, name = Gender(given["gender"]), given["name"]
        else:
            name = self._names.draw(gender, taken=taken, khmer=self._khmer / 2)
        return SamplePerson(
            unit_code=self._plan["code"],
            full_name=name,
            role=post.role,
            group=post.group,
            class_name=post.class_name,
            gender=gender,
            has_smartphone=self._chance.random() < STAFF_WITH_SMARTPHONE,
            code=str(number),
            position=post.position,
        )

    def _pupil(self, class_name: str, number: int, taken: set[str], surname: str | None) -> SamplePerson:
        chance = self._chance
        gender = Gender.FEMALE if chance.random() < 0.5 else Gender.MALE
        return SamplePerson(
            unit_code=self.class_code(class_name),
            full_name=self._names.draw(gender, taken=taken, khmer=self._khmer, surname=surname),
            role=Role.PUPIL,
            class_name=class_name,
            gender=gender,
            age_band=age_band_of(self._birthday(class_name), SAMPLE_DAY),
            has_smartphone=chance.random() < self._level["smartphone"],
            code=f"{_ascii(class_name)}-{number:02}",
        )

    def _birthday(self, class_name: str) -> date:
        """Class 1 begins in the year a child turns six; learners of continuing education are of any age."""
        chance = self._chance
        if chance.random() < self._level.get("adults", 0):
            return date(chance.randint(1970, 1999), 6, 15)
        ages: dict[str, int] = self._level.get("ages", {})
        grade = re.match(r"\d+", class_name)
        age = int(grade[0]) + 5 if grade else ages[class_name.split()[0]]
        return date(SAMPLE_DAY.year - age, chance.randint(1, 12), chance.randint(1, 28))

    def _parent(self, eldest: SamplePerson, codes: list[str], taken: set[str]) -> SamplePerson:
        mother = self._chance.random() < MOTHERS
        gender = Gender.FEMALE if mother else Gender.MALE
        surname = None if mother else eldest.full_name.split()[0]
        return SamplePerson(
            unit_code=eldest.unit_code,
            full_name=self._names.draw(gender, taken=taken, khmer=self._khmer, surname=surname),
            role=Role.PARENT,
            class_name=eldest.class_name,
            gender=gender,
            has_smartphone=self._chance.random() < 0.85,
            code=f"PH-{eldest.code}",
            children=tuple(codes),
        )


def _renamed(person: SamplePerson, like: SamplePerson) -> SamplePerson:
    """The same person with the name and gender of another: full namesakes are common."""
    return replace(person, full_name=like.full_name, gender=like.gender)


@cache
def _ascii(class_name: str) -> str:
    """A class as part of a code: "Lá 1" → "LA1"."""
    return search_key(class_name).upper().replace(" ", "")
