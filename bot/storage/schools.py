"""A school as one house: its classes, however deep they lie, and the school that a class lies in."""

from datetime import date

from sqlalchemy import Connection

from bot.domain.units import CLASS, SCHOOL, Unit
from bot.storage import units


def school_of(conn: Connection, unit_id: int, on: date) -> Unit:
    """The school that a unit is or lies in on a day; any other unit is its own."""
    unit = units.get(conn, unit_id)
    above = units.upwards(conn, unit_id, on) if unit.kind != SCHOOL else iter(())
    return next((school for school in above if school.kind == SCHOOL), unit)


def classes(conn: Connection, school_id: int, on: date) -> list[Unit]:
    """The classes of a school on a day, in the official order; there may be grades between."""
    found: list[Unit] = []
    for unit in units.children(conn, school_id, on):
        if unit.kind == CLASS:
            found.append(unit)
        elif unit.kind != SCHOOL:
            found += classes(conn, unit.id, on)
    return found


def inside(conn: Connection, unit: Unit, on: date) -> list[Unit]:
    """A school with its classes; of an office only itself, never the schools below it."""
    return [unit, *classes(conn, unit.id, on)] if unit.kind == SCHOOL else [unit]
