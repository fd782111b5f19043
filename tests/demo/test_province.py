"""The sample province: plausible, the same every time, and readable back from its own spreadsheets."""

import unicodedata
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from bot.demo.province import SampleProvince, sample_province
from bot.demo.workbooks import write_workbooks
from bot.domain.people import STAFF_ROLES, AgeBand, Gender, Role
from bot.rosters.people import read_people
from bot.rosters.units import read_units

EMPLOYED = STAFF_ROLES | {Role.HOMEROOM}
STORY_SCHOOL = "THPT-VITHANH"


@pytest.fixture(scope="module")
def province() -> SampleProvince:
    return sample_province()


def staff_by_school(province):
    staff = defaultdict(list)
    for person in province.people:
        if person.role in EMPLOYED:
            staff[person.unit_code].append(person)
    return staff


def test_a_seed_gives_one_province(province):
    assert sample_province() == province
    assert sample_province(seed=7).people != province.people
    assert sample_province(seed=7).units == province.units


def test_generation_does_not_delay_the_demo():
    # About 0.05 s; the limit leaves room for a busy machine and for coverage.
    def seconds() -> float:
        start = process_time()
        sample_province()
        return process_time() - start

    assert min(seconds() for _ in range(3)) < 0.5


def test_the_tree_is_that_of_2020(province):
    kinds = Counter(unit.kind for unit in province.units)
    assert (kinds["ministry"], kinds["department"], kinds["district"]) == (1, 1, 8)
    assert 28 <= kinds["school"] <= 34
    by_code = {unit.code: unit for unit in province.units}
    assert len(by_code) == len(province.units)
    assert [unit.order for unit in province.units] == list(range(1, len(province.units) + 1))
    for unit in province.units:
        if unit.kind == "school":
            above = "district" if unit.level in {"THCS", "TH", "MN"} else "department"
            assert by_code[unit.parent_code].kind == above, unit
    parents = [None, *(unit.parent_code for unit in province.units[1:])]
    seen = {None}
    for unit, parent in zip(province.units, parents, strict=True):
        assert parent in seen, "parents come before children"
        seen.add(unit.code)
    with_schools = {unit.parent_code for unit in province.units if unit.kind == "school"}
    assert {unit.code for unit in province.units if unit.kind == "district"} <= with_schools


def test_every_school_has_the_people_a_school_has(province):
    staff = staff_by_school(province)
    classes = defaultdict(set)
    for unit in province.units:
        if unit.kind == "class":
            classes[unit.parent_code].add(unit.name.removeprefix("Lớp "))
    assert staff.keys() == {unit.code for unit in province.units if unit.kind == "school"}
    for school, people in staff.items():
        roles = Counter(person.role for person in people)
        assert 18 <= len(people) <= 60
        assert roles[Role.PRINCIPAL] == 1
        assert 1 <= roles[Role.DEPUTY] <= 2
        assert roles[Role.CLERK] == 1
        leading = [person.class_name for person in people if person.role is Role.HOMEROOM]
        assert sorted(leading) == sorted(classes[school])
        assert {"Bảo vệ", "Cấp dưỡng"} <= {person.position for person in people}


def test_every_office_has_its_officer(province):
    officers = [person.unit_code for person in province.people if person.role is Role.OFFICER]
    offices = [unit.code for unit in province.units if unit.kind in {"ministry", "department", "district"}]
    assert officers == offices


def test_pupils_are_about_3500_and_of_the_age_of_their_class(province):
    levels = {unit.code: unit.level for unit in province.units}
    level_of_class = {unit.code: levels[unit.parent_code] for unit in province.units if unit.kind == "class"}
    pupils = [person for person in province.people if person.role is Role.PUPIL]
    assert 3300 <= len(pupils) <= 3700
    bands: dict[str, Counter[AgeBand | None]] = defaultdict(Counter)
    for pupil in pupils:
        bands[level_of_class[pupil.unit_code]][pupil.age_band] += 1
    assert bands["MN"].keys() == {AgeBand.UNDER_7}
    assert bands["THCS"].keys() == {AgeBand.FROM_7_TO_15}
    assert bands["THPT"].keys() == {AgeBand.FROM_7_TO_15, AgeBand.FROM_16}
    assert AgeBand.ADULT in bands["GDTX"]


@pytest.mark.parametrize(
    ("level", "low", "high"), [("THPT", 0.65, 0.8), ("THCS", 0.3, 0.45), ("TH", 0, 0.06)]
)
def test_smartphones_are_commoner_among_older_pupils(province, level, low, high):
    schools = {unit.code for unit in province.units if unit.level == level}
    classes = {unit.code for unit in province.units if unit.parent_code in schools}
    pupils = [p for p in province.people if p.role is Role.PUPIL and p.unit_code in classes]
    assert low <= sum(p.has_smartphone for p in pupils) / len(pupils) <= high


def test_small_pupils_have_a_parent_who_speaks_for_them(province):
    school_of = {unit.code: unit.parent_code for unit in province.units}
    small = {unit.code for unit in province.units if unit.level in {"TH", "MN"}}
    pupils = Counter(
        (school_of[p.unit_code], p.code)
        for p in province.people
        if p.role is Role.PUPIL and school_of[p.unit_code] in small
    )
    spoken_for = Counter(
        (school_of[p.unit_code], child)
        for p in province.people
        if p.role is Role.PARENT
        for child in p.children
    )
    assert spoken_for == pupils
    assert set(pupils.values()) == {1}
    assert any(len(p.children) > 1 for p in province.people), "one account may speak for several children"


def test_codes_tell_everybody_in_a_unit_apart(province):
    codes = Counter((person.unit_code, person.code) for person in province.people)
    assert max(codes.values()) == 1


def test_namesakes_occur_in_schools_and_in_classes(province):
    names = Counter((p.unit_code, p.full_name) for p in province.people if p.role is not Role.PARENT)
    twice = {unit for (unit, _), count in names.items() if count > 1}
    kinds = {unit.code: unit.kind for unit in province.units}
    assert {kinds[unit] for unit in twice} == {"school", "class"}


def test_names_are_composed_vietnamese_and_some_are_khmer(province):
    names = [person.full_name for person in province.people]
    assert all(unicodedata.is_normalized("NFC", name) for name in names)
    assert all(2 <= len(name.split()) <= 6 and name == name.strip() for name in names)
    surnames = Counter(name.split()[0] for name in names)
    assert surnames["Nguyễn"] > surnames["Danh"] > 20


def test_the_school_of_the_story(province):
    staff = staff_by_school(province)[STORY_SCHOOL]
    names = Counter(person.full_name for person in staff)
    assert len(staff) == 52
    assert staff[0].role is Role.PRINCIPAL
    assert (staff[0].full_name, staff[0].gender) == ("Trần Thị Thu Thủy", Gender.FEMALE)
    (nhung,) = [person for person in staff if person.full_name == "Nguyễn Thị Hồng Nhung"]
    assert (nhung.role, nhung.position) == (Role.STAFF, "Giáo viên")
    (namesake,) = [name for name, count in names.items() if count > 1]
    groups = {person.group for person in staff if person.full_name == namesake}
    assert len(groups) == names[namesake] == 2


def test_the_staff_workbook_gives_the_school_back_and_two_rows_to_look_at(province, tmp_path: Path):
    _, path = write_workbooks(province, tmp_path)
    assert path.name == "danh-sach-THPT-VITHANH.xlsx"
    sheet = read_people(path.read_bytes(), path.name, today=date(2020, 8, 18))
    assert [
        (r.full_name, r.role, r.group, r.class_name, r.code, r.gender, r.position) for r in sheet.rows
    ] == [
        (p.full_name, p.role, p.group, p.class_name, p.code, p.gender, p.position)
        for p in staff_by_school(province)[STORY_SCHOOL]
    ]
    assert [problem.key for problem in sheet.problems] == ["problem-missing-name", "problem-name-digits"]


def test_the_units_workbook_gives_the_tree_back(province, tmp_path: Path):
    path, _ = write_workbooks(province, tmp_path)
    assert path.name == "don-vi.xlsx"
    sheet = read_units(path.read_bytes(), path.name)
    assert [(r.code, r.name, r.kind, r.level, r.parent_code) for r in sheet.rows] == [
        (u.code, u.name, u.kind, u.level, u.parent_code) for u in province.units if u.kind != "class"
    ]
    assert sheet.problems == ()
