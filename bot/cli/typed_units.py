"""What is typed about units: codes, days, and the list of the people who go on to another one."""

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from bot.cli.common import name_problems, texts
from bot.domain.names import search_key
from bot.errors import InputError

if TYPE_CHECKING:
    from bot.domain.people import Membership
    from bot.domain.units import Unit
    from bot.rosters.people import PeopleSheet, PersonRow
    from bot.storage import Connection

MISSING_KEYS: Mapping[str, str] = {
    "into": "cli-units-into-missing",
    "to": "cli-units-to-missing",
    "name": "cli-units-name-missing",
    "on": "cli-units-on-missing",
}


def given(what: str, value: str) -> str:
    """What an option was given. Raises InputError where it was left out."""
    if not value.strip():
        raise InputError(MISSING_KEYS[what])
    return value.strip()


def day(typed: str) -> date:
    """A day as people write it, "1/7/2025". Raises InputError."""
    from bot.rosters.cells import birthday_of as day_of

    text = given("on", typed)
    found = None if text.isdigit() else day_of(text)  # neither a bare year nor a spreadsheet's number
    if found is None:
        raise InputError("cli-units-on-wrong", value=text)
    return found


def in_words(day: date) -> str:
    """ "1/7/2025"."""
    return f"{day.day}/{day.month}/{day.year}"


def unit(conn: "Connection", code: str) -> "Unit":
    """The unit of a code. Raises InputError."""
    from bot.storage import units as store

    found = store.by_code(conn, code)
    if found is None:
        raise InputError("cli-unknown-unit", code=code)
    return found


def posts_of(conn: "Connection", sheet: "PeopleSheet", source: "Unit", target: "Unit") -> list[int]:
    """The posts of the people on a list; those who have gone on already have none left here.

    Raises InputError where rows match nobody or several, after naming each: then nobody is moved.
    """
    name_problems(sheet.problems)
    found: set[int] = set()
    wrong = sum(not problem.kept for problem in sheet.problems)
    for row in sheet.rows:
        posts = _posts(conn, row, source)
        persons = {post.person_id for post in posts}
        if len(persons) == 1:
            found |= {post.id for post in posts}
        elif persons or not _posts(conn, row, target):
            wrong += 1
            told = texts(
                "cli-units-person-not-one",
                row=row.row,
                name=row.full_name,
                unit=source.code,
                count=len(persons),
            )
            print(told, file=sys.stderr)
    if wrong:
        raise InputError("cli-units-people-left-out", count=wrong)
    return sorted(found)


def _posts(conn: "Connection", row: "PersonRow", unit: "Unit") -> "list[Membership]":
    """What whoever a row means holds in a unit; namesakes are told apart by their code."""
    from bot.domain.people import Role
    from bot.storage import people

    same = [
        one.membership
        for one in people.candidates(conn, [unit.id], Role, row.full_name)
        if search_key(one.full_name) == search_key(row.full_name)
    ]
    if len({post.person_id for post in same}) > 1:
        return [post for post in same if post.code == row.code] or same
    return same
