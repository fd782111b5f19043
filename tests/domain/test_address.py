"""How people are addressed: by what the roster knows of them, never by how they write."""

import pytest

from bot.domain.address import Address, address_of
from bot.domain.people import AgeBand, Gender, Person, Role


def person(gender: Gender | None = None, age_band: AgeBand | None = None) -> Person:
    return Person(id=1, full_name="Nguyễn An", gender=gender, age_band=age_band)


@pytest.mark.parametrize(
    ("who", "role", "address"),
    [
        pytest.param(person(Gender.MALE), Role.STAFF, Address.MALE_TEACHER, id="Thầy"),
        pytest.param(person(Gender.FEMALE), Role.PRINCIPAL, Address.FEMALE_TEACHER, id="Cô"),
        pytest.param(person(), Role.HOMEROOM, Address.TEACHER, id="Thầy/Cô where the roster does not say"),
        pytest.param(person(Gender.MALE, AgeBand.FROM_7_TO_15), Role.PUPIL, Address.PUPIL, id="em"),
        pytest.param(person(None, AgeBand.FROM_16), Role.PUPIL, Address.PUPIL, id="em, from 16 too"),
        pytest.param(
            person(None, AgeBand.ADULT), Role.PUPIL, Address.PARENT, id="an adult learner is not em"
        ),
        pytest.param(person(Gender.FEMALE), Role.PARENT, Address.PARENT, id="anh/chị"),
        pytest.param(person(Gender.MALE), Role.OFFICER, Address.OFFICIAL, id="an official"),
        pytest.param(None, Role.STAFF, Address.STRANGER, id="not registered yet"),
        pytest.param(person(Gender.MALE), None, Address.STRANGER, id="no role known"),
    ],
)
def test_a_form_of_address_follows_from_the_role(who: Person | None, role: Role | None, address: Address):
    assert address_of(who, role) is address


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_form_of_address(role: Role):
    assert address_of(person(), role) is not Address.STRANGER
