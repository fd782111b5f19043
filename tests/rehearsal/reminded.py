"""Who was reminded of what, how often, and whether that was right."""

from collections import Counter, defaultdict
from datetime import datetime

from sqlalchemy import Connection, or_, select

from bot.domain.deadlines import VIETNAM
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.standings import judge
from bot.storage.tables import contacts, deliveries, guardians, memberships, standings, submissions
from tests.rehearsal.agents import Ledger
from tests.rehearsal.findings import DAILY, DONE, PEACE, Findings, opened

#: Deliveries that remind somebody of what they owe, in one message a day.
REMINDERS = ("reminder", "digest")


def reminders(findings: Findings, ledger: Ledger, conn: Connection) -> None:
    sent = conn.execute(
        select(
            deliveries.c.id,
            deliveries.c.person_id,
            deliveries.c.kind,
            deliveries.c.dedupe_key,
            deliveries.c.finished_at,
        ).where(
            deliveries.c.state == "sent",
            deliveries.c.person_id.is_not(None),
            or_(deliveries.c.kind.in_(REMINDERS), deliveries.c.kind.like("round:%")),
        )
    ).all()
    left_alone = _left_alone(ledger, conn)
    a_day: Counter[tuple[int, str]] = Counter()
    owing = _Owing(conn)
    for row in sent:
        where = f"delivery {row.id} {row.kind} to person {row.person_id} at {row.finished_at}"
        if row.person_id in left_alone:
            findings.compare(PEACE, where, row.finished_at <= left_alone[row.person_id], True)
        if row.dedupe_key.startswith("follow-up:"):
            continue
        if row.kind in REMINDERS:
            a_day[row.person_id, row.finished_at.astimezone(VIETNAM).date().isoformat()] += 1
        if row.kind == "reminder":
            findings.compare(DONE, where, owing.at(row.person_id, row.finished_at), True)
        elif row.kind != "digest":
            round_id = int(row.kind.partition(":")[2])
            findings.compare(DONE, where, owing.at(row.person_id, row.finished_at, round_id), True)
    for (person, day), number in a_day.items():
        findings.compare(DAILY, f"person {person} on {day}", number <= 1, True)


class _Owing:
    """Whether somebody owed anything at a moment, from the history of what they answer for."""

    def __init__(self, conn: Connection) -> None:
        self._of: dict[int, list[int]] = defaultdict(list)
        self._round: dict[int, int] = {}
        self._history: dict[int, list[tuple[datetime, bool]]] = defaultdict(list)
        forms = {round_.id: form for _, round_, form in opened(conn)}
        own = select(memberships.c.person_id, standings.c.id, standings.c.round_id).join(
            standings, standings.c.membership_id == memberships.c.id
        )
        heads = (
            select(memberships.c.person_id, standings.c.id, standings.c.round_id)
            .join(standings, standings.c.unit_id == memberships.c.unit_id)
            .where(memberships.c.role.in_([*(role.value for role in HEAD_ROLES), Role.OFFICER.value]))
        )
        children = (
            select(guardians.c.guardian_id, standings.c.id, standings.c.round_id)
            .join(memberships, memberships.c.person_id == guardians.c.child_id)
            .join(standings, standings.c.membership_id == memberships.c.id)
        )
        for statement in (own, heads, children):
            for person, standing, round_id in conn.execute(statement):
                self._of[person].append(standing)
                self._round[standing] = round_id
        made = select(submissions.c.standing_id, submissions.c.submitted_at, submissions.c.answers)
        for standing, at, answers in conn.execute(made.order_by(submissions.c.revision)):
            if standing in self._round:
                judged = judge(forms[self._round[standing]], answers)
                self._history[standing].append((at, judged.state.value == "complete" or judged.settled))

    def at(self, person: int, moment: datetime, round_id: int | None = None) -> bool:
        for standing in self._of.get(person, ()):
            if round_id is not None and self._round[standing] != round_id:
                continue
            done = [reached for at, reached in self._history.get(standing, ()) if at <= moment]
            if not (done and done[-1]):
                return True
        return False


def _left_alone(ledger: Ledger, conn: Connection) -> dict[int, datetime]:
    """Since when somebody wants no reminders, by person."""
    known = {
        (row.channel, row.chat): row.person_id
        for row in conn.execute(select(contacts.c.channel, contacts.c.chat, contacts.c.person_id))
    }
    return {known[chat]: since for chat, since in ledger.left_alone.items()}
