"""Announcements: to whom they may go, how they are cut to size, and in which hours they reach people. Pure.

An announcement informs; it is signed with a position and a unit and is no directive: what binds anybody
is a campaign.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum

from bot.domain.campaigns import QuietHours
from bot.domain.ladder import IsHoliday, first_within, hours
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.units import CLASS, SCHOOL

#: Characters of a text: less says nothing, more is a document.
SHORTEST, LONGEST = 10, 1_000


class Group(StrEnum):
    """Whom an announcement is for."""

    HEADS = "heads"  #: the principals of the schools of an office
    LEADERS = "leaders"  #: whoever answers for a unit; chosen by nobody, but told when a campaign starts
    STAFF = "staff"
    PUPILS = "pupils"
    PARENTS = "parents"


ROLES: dict[Group, frozenset[Role]] = {
    Group.HEADS: frozenset({Role.PRINCIPAL}),
    Group.LEADERS: frozenset({Role.PRINCIPAL, Role.DEPUTY, Role.OFFICER}),
    Group.STAFF: STAFF_ROLES,
    Group.PUPILS: frozenset({Role.PUPIL}),
    Group.PARENTS: frozenset({Role.PARENT}),
}


def groups(unit_kind: str) -> Sequence[Group]:
    """Whom a unit of this kind can write to, in itself and in everything below it."""
    if unit_kind == CLASS:
        return (Group.PUPILS, Group.PARENTS)
    if unit_kind == SCHOOL:
        return (Group.STAFF, Group.PUPILS, Group.PARENTS)
    return (Group.HEADS, Group.STAFF, Group.PUPILS, Group.PARENTS)


def goes_out_at(moment: datetime, roles: Iterable[Role], is_holiday: IsHoliday, *, urgent: bool) -> datetime:
    """When what is to be sent at this moment may reach people in these roles, UTC.

    In the hours in which they are reminded, and on their workdays; what is urgent goes at once.
    """
    if urgent:
        return moment
    return first_within(moment, hours(QuietHours(), roles), lambda day: day.weekday() == 6 or is_holiday(day))
