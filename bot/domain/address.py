"""How a person is addressed. The bot never infers this from the pronoun somebody writes of themselves."""

from enum import StrEnum

from bot.domain.people import AgeBand, Gender, Person, Role


class Address(StrEnum):
    """Forms of address; the catalogue in `locales/` words each message for them."""

    TEACHER = "teacher"  #: "Thầy/Cô": teachers, staff, heads
    MALE_TEACHER = "male_teacher"  #: "Thầy", where the roster knows
    FEMALE_TEACHER = "female_teacher"  #: "Cô", where the roster knows
    PUPIL = "pupil"  #: "em"
    PARENT = "parent"  #: "anh/chị"
    OFFICIAL = "official"  #: "anh/chị"
    STRANGER = "stranger"  #: no pronoun at all


def address_of(person: Person | None, role: Role | None) -> Address:
    """The form of address for a person in a role; a stranger where either is not known."""
    match role:
        case _ if person is None or role is None:
            return Address.STRANGER
        case Role.PUPIL:
            # Adult learners of continuing education are not "em"; the roster's age band tells.
            return Address.PARENT if person.age_band is AgeBand.ADULT else Address.PUPIL
        case Role.PARENT:
            return Address.PARENT
        case Role.OFFICER:
            return Address.OFFICIAL
    match person.gender:
        case Gender.MALE:
            return Address.MALE_TEACHER
        case Gender.FEMALE:
            return Address.FEMALE_TEACHER
    return Address.TEACHER
