"""The morning's digest: one message a day to whoever answers for others, about all campaigns.

Heads and officers get numbers, worst first, and the one button that helps most; heads of staff groups
and homeroom teachers the names of their own people who have not completed. At most six lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.domain.address import Address
from bot.domain.deadlines import local
from bot.domain.figures import hidden
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Membership, Role
from bot.domain.staff_groups import leads_group, same_group
from bot.domain.standings import Task
from bot.domain.tallies import DECLARED, EXPECTED, Share, completeness
from bot.domain.units import Unit
from bot.handlers import deadline_words, next_step
from bot.storage import Connection, requests, rollups, schools, tasks, units
from bot.storage.campaigns import CampaignState
from bot.storage.rollups import Current
from bot.storage.tasks import Owing
from bot.storage.unit_parents import Link
from bot.texts import Texts
from bot.texts.unit_names import spoken

LINES = 6
#: Campaigns, or lists of names, that are told one by one.
TOLD = 3
#: Names in one line.
NAMES = 8


def words(
    texts: Texts, conn: Connection, address: Address, held: list[Membership], owed: list[Task], now: datetime
) -> Reply | None:
    """The digest of somebody with these roles, who owes this themselves; None where nobody of theirs does."""
    head = next((one for one in held if one.role in (*HEAD_ROLES, Role.OFFICER)), None)
    told = None if head is None else _of_unit(texts, conn, address, head, owed, now)
    return told or _of_own_people(texts, conn, address, held, owed, now)


# --- numbers ------------------------------------------------------------------------------------


def _of_unit(
    texts: Texts, conn: Connection, address: Address, head: Membership, owed: list[Task], now: datetime
) -> Reply | None:
    unit = units.get(conn, head.unit_id)
    left = [(*one, "") for one in _incomplete(conn, unit, now)] or _merged(conn, unit, now)
    if not left:
        return None
    seen = next_step.outlook(conn, head, unit, owed, now)
    more: list[str] = []
    if head.role is Role.OFFICER and (below := _lacking(texts, conn, address, unit, left[0][0])):
        more.append(below)
    if seen.situation.unconnected:
        more.append(texts("digest-unreached", address, count=seen.situation.unconnected))
    if seen.own_tasks:
        more.append(texts("digest-own", address, count=len(seen.own_tasks)))
    if head.role is not Role.OFFICER and (asked := _requests(texts, conn, address, unit, now)):
        more.append(asked)
    shown = left[: min(TOLD, LINES - 1 - len(more))]
    if len(left) > len(shown):
        shown = left[: min(TOLD, LINES - 2 - len(more))]
        more.insert(0, texts("digest-more", address, count=len(left) - len(shown)))
    numbers = {one.running.campaign.directive.number for one, _, _ in left}
    named = len(numbers) > 1  # said once, where it is the same for all
    lines = [
        texts("digest-head", address, unit=unit.name, moment=now)
        if named
        else texts("digest-head-of", address, unit=unit.name, moment=now, directive=numbers.pop())
    ]
    lines += [_line(texts, address, *one, named=named) for one in shown]
    button = next_step.button(texts, conn, address, seen)
    details = Choice(label=texts("button-details", address), action=f"status:{unit.id}")
    return Reply(text="\n".join([*lines, *more]), choices=(details,) if button is None else (button, details))


def _merged(conn: Connection, unit: Unit, now: datetime) -> list[tuple[Current, dict[str, int], str]]:
    """What is left in schools that were merged into this one: it is counted there still; with their names."""
    found = units.beside(conn, unit.id, local(now).date(), Link.SUCCESSOR)
    return [(*one, merged.name) for merged in found for one in _incomplete(conn, merged, now)]


def _requests(texts: Texts, conn: Connection, address: Address, unit: Unit, now: datetime) -> str:
    """What people of a school want changed of their data, and how much of it is overdue."""
    inside = [place.id for place in schools.inside(conn, unit, local(now).date())]
    asked = requests.open_in(conn, inside)
    overdue = sum(one.due_at <= now for one in asked)
    return texts("digest-requests", address, count=len(asked), overdue=overdue) if asked else ""


def _incomplete(conn: Connection, unit: Unit, now: datetime) -> list[tuple[Current, dict[str, int]]]:
    """What somebody of a unit has not declared, with its tally: the worst first, and last what has no
    deadline. A slot that is over is history.
    """
    found = [
        one
        for one in rollups.current(conn, unit.id, now)
        if one.running.state is CampaignState.RUNNING
        and not (one.round.slot is not None and one.round.is_late(now))
    ]
    tallies = rollups.tallies_of(conn, [one.round.id for one in found], unit.id)
    left = [(one, tallies[one.round.id]) for one in found]
    left = [(one, tally) for one, tally in left if tally.get(DECLARED, 0) < tally.get(EXPECTED, 0)]
    return sorted(
        left, key=lambda it: (it[0].round.due_before is None, it[1].get(DECLARED, 0) / it[1][EXPECTED])
    )


def _line(
    texts: Texts, address: Address, one: Current, tally: dict[str, int], merged: str, *, named: bool
) -> str:
    """One thing to be declared; `merged` names the school it is counted in, where that is another.

    `named`: with the number of its directive.
    """
    return texts(
        LINE_KEYS["digest-line-of" if named else "digest-line"],
        address,
        directive=one.running.campaign.directive.number,
        title=f"{_title(one)} ({merged})" if merged else _title(one),
        declared=tally.get(DECLARED, 0),
        expected=tally[EXPECTED],
        share=completeness(tally),
    )


LINE_KEYS = {key: key for key in ("digest-line", "digest-line-of")}


def _title(one: Current) -> str:
    obligation = one.running.campaign.obligation(one.round.obligation)
    return one.round.label or obligation.short or obligation.title


def _lacking(texts: Texts, conn: Connection, address: Address, unit: Unit, one: Current) -> str:
    """The units below an office that lack most of what stands worst, by numbers; empty where none may be.

    Counts of a few people could point at somebody, and are left out.
    """
    on = one.running.tree_on
    rows = rollups.below(conn, one.round.id, unit.id, on)
    secret: frozenset[int] = frozenset()
    if not one.running.campaign.obligation(one.round.obligation).audience.answered_by_units:
        cells = {row.unit_id: row.expected for row in rows}
        whole = rollups.tallies_of(conn, [one.round.id], unit.id)[one.round.id].get(EXPECTED, 0)
        secret = hidden({unit.id: whole - sum(cells.values()), **cells})
    left = [row for row in rows if row.declared < row.expected and row.unit_id not in secret]
    if not left:
        return ""
    left.sort(key=lambda row: (row.declared / row.expected, -row.expected))
    names = rollups.named(conn, [row.unit_id for row in left[:TOLD]], on)
    told = [
        texts(
            "digest-unit",
            address,
            unit=names[row.unit_id].name,
            declared=row.declared,
            expected=row.expected,
            share=Share(part=row.declared, whole=row.expected),
        )
        for row in left[:TOLD]
    ]
    return texts("digest-lacking", address, units="; ".join(told), count=len(left) - len(told))


# --- names --------------------------------------------------------------------------------------


def _of_own_people(
    texts: Texts, conn: Connection, address: Address, held: list[Membership], owed: list[Task], now: datetime
) -> Reply | None:
    """Who of a staff group or class has not completed what has a deadline, to whoever heads it."""
    lines: list[str] = []
    choices: list[Choice] = []
    for place, unit_id, lists in _lists(texts, conn, held, now):
        for one, people in lists:
            lines.append(_names(texts, address, place, one, people))
        if lists and unit_id is not None:
            choices.append(Choice(label=texts("button-details", address), action=f"missing:{unit_id}"))
    if not lines:
        return None
    shown = [texts("digest-people", address, moment=now), *lines[:TOLD]]
    if owed:
        shown.append(texts("digest-own", address, count=len(owed)))
        action = f"open:{owed[0].standing.id}" if len(owed) == 1 else "tasks"
        choices.insert(0, Choice(label=texts("button-declare", address), action=action))
    return Reply(text="\n".join([*shown, texts("missing-foot", address)]), choices=tuple(choices[:TOLD]))


def _lists(
    texts: Texts, conn: Connection, held: Iterable[Membership], now: datetime
) -> Iterator[tuple[str, int | None, list[tuple[Current, list[Owing]]]]]:
    """Each group and class somebody heads: its name, the class's id, and who has not completed what."""
    today = local(now).date()
    for one in held:
        if one.role is Role.HOMEROOM:
            led = spoken(texts, units.get(conn, one.unit_id))
            yield led, one.unit_id, _owing(conn, one.unit_id, "", one, now)
        elif leads_group(one):
            school = schools.school_of(conn, one.unit_id, today)
            yield one.group, None, _owing(conn, school.id, one.group, one, now)


def _owing(
    conn: Connection, unit_id: int, group: str, head: Membership, now: datetime
) -> list[tuple[Current, list[Owing]]]:
    found = []
    for one in rollups.current(conn, unit_id, now):
        chased = one.running.state is CampaignState.RUNNING and one.round.due_before is not None
        if one.running.campaign.sensitive:  # for the eyes of whoever leads the school
            continue
        if not chased or one.running.campaign.obligation(one.round.obligation).audience.answered_by_units:
            continue
        people = [
            owing
            for owing in tasks.owing(conn, one.round.id, unit_id, one.running)
            if owing.standing.owes
            and owing.person_id != head.person_id
            and (not group or same_group(owing.group, group))
        ]
        if people:
            found.append((one, people))
    return found


def _names(texts: Texts, address: Address, place: str, one: Current, people: Sequence[Owing]) -> str:
    due = one.round.due_before
    until = texts("due-none") if due is None else deadline_words.until(texts, due)
    count, title = len(people), _title(one)
    if one.running.campaign.sensitive:  # names of these stay with the head of the school
        return texts("digest-count", address, place=place, count=count, title=title, due=until)
    return texts(
        "digest-names",
        address,
        place=place,
        count=count,
        title=title,
        due=until,
        names=", ".join(_name(texts, person, people) for person in people[:NAMES]),
        more=max(0, count - NAMES),
    )


def _name(texts: Texts, person: Owing, among: Sequence[Owing]) -> str:
    """A name, with the end of the code that tells it from a namesake's."""
    namesakes = [other for other in among if other.full_name == person.full_name]
    if not person.code or not namesakes[1:]:
        return person.full_name
    return f"{person.full_name} ({texts('code-ending', ending=person.code[-3:])})"
