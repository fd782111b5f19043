"""People, the roles they hold in units, and the chat addresses they are reached at."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a unit. Roles come from rosters and invites, never from what people write."""

    OFFICER = "officer"  #: official of a ministry, department, district or commune
    PRINCIPAL = "principal"  #: head of a school or centre
    DEPUTY = "deputy"
    CLERK = "clerk"  #: văn thư, focal person: often does the real reporting
    HOMEROOM = "homeroom"  #: homeroom teacher (GVCN) of the class that the membership names
    STAFF = "staff"
    PUPIL = "pupil"
    PARENT = "parent"


#: Roles whose holders are staff of a school: those whom "viên chức, người lao động" means.
STAFF_ROLES = frozenset({Role.PRINCIPAL, Role.DEPUTY, Role.CLERK, Role.STAFF})
#: Roles that answer for their unit, in the order in which they are asked.
HEAD_ROLES = (Role.PRINCIPAL, Role.DEPUTY, Role.CLERK)


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class AgeBand(StrEnum):
    """The bands that Vietnamese data protection makes differences between; no birth date is kept."""

    UNDER_7 = "under_7"  #: a parent decides and declares
    FROM_7_TO_15 = "7_15"  #: a parent and the child both agree
    FROM_16 = "16_plus"  #: decides alone
    ADULT = "adult"  #: a grown-up learner


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One human."""

    id: int
    full_name: str
    gender: Gender | None = None
    age_band: AgeBand | None = None
    contact_id: int | None = None  #: the chat they last wrote from: where reminders go


class MembershipState(StrEnum):
    ACTIVE = "active"
    PENDING = "pending"  #: a newcomer whom the school has not approved yet
    LEFT = "left"
    REJECTED = "rejected"
    ON_LEAVE = "on_leave"  #: long leave: on the roster, not expected to declare


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's role in a unit."""

    id: int
    person_id: int
    unit_id: int
    role: Role
    state: MembershipState = MembershipState.ACTIVE
    position: str = ""  #: as printed on the roster, "Tổ trưởng"
    group: str = ""  #: staff group (tổ), as printed
    code: str = ""  #: list number or employee code: tells namesakes apart
    has_smartphone: bool | None = None
    granted_by: int | None = None  #: the person who let them act in this role; None: it is their own
    until: datetime | None = None  #: when it ended, or when what was granted ends

    def has_lapsed(self, now: datetime) -> bool:
        """Whether it was granted until a moment that has come: it gives no right from then on."""
        return self.granted_by is not None and self.until is not None and self.until <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One chat address on one channel."""

    id: int
    channel: str
    chat: str
    person_id: int | None = None
    unreachable_at: datetime | None = None
    wrong_codes: int = 0
    locked_until: datetime | None = None
