"""Where a respondent stands in a round, and how answers decide it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.forms import Answers, Form, QuestionKind


class State(StrEnum):
    """An explicit zero is a declaration; silence is not."""

    MISSING = "missing"  #: nothing declared
    PARTIAL = "partial"  #: declared, target not reached
    COMPLETE = "complete"


class Stopped(StrEnum):
    """Why somebody who has not completed is nevertheless not chased."""

    SETTLED = "settled"  #: whoever is left cannot
    DECLINED = "declined"  #: did not consent; reports to the school directly
    OFFLINE = "offline"  #: reports outside the system
    ASKED = "asked"  #: asked not to be reminded
    COMPLAINT = "complaint"
    LEFT = "left"  #: no longer expected at all
    ON_LEAVE = "on_leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A respondent in a round. Exactly one of `membership_id` and `unit_id` is set."""

    id: int
    round_id: int
    home_unit_id: int  #: where it is counted
    membership_id: int | None = None
    unit_id: int | None = None
    state: State = State.MISSING
    late: bool = False  #: the first declaration came after the deadline
    stopped: Stopped | None = None
    declared_at: datetime | None = None
    revision: int = 0

    @property
    def owes(self) -> bool:
        return self.state is not State.COMPLETE and self.stopped is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What answers amount to."""

    state: State
    settled: bool  #: not complete, and nothing more can be done
    grade: str | None = None  #: id of the form's grade, where it grades


def judge(form: Form, answers: Answers) -> Verdict:
    """Whether these answers reach the target, and whether anything is left to chase."""
    complete = form.complete_if.holds(answers)
    settled = not complete and form.settled_if is not None and form.settled_if.holds(answers)
    grade = next((grade.id for grade in form.grades if grade.when.holds(answers)), None)
    return Verdict(state=State.COMPLETE if complete else State.PARTIAL, settled=settled, grade=grade)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something a person can declare: for themselves, for their unit, or for a child."""

    standing: Standing
    campaign_id: int
    campaign_slug: str
    obligation: str
    due_before: datetime | None
    opens_at: datetime
    label: str  #: what an ad hoc round asks for; empty otherwise
    question: QuestionKind | None = None  #: how it is answered; None: by the obligation's own form
    #: whom it is for when that is not the person: a child's name or a unit's name
    on_behalf_of: str = ""
    #: the person whose data it is; None for a unit's
    subject_id: int | None = None
    round_kind: str = "single"
    slot: date | None = None  #: the local day that names a round of a rhythm

    def is_late(self, at: datetime) -> bool:
        return self.due_before is not None and at >= self.due_before


def by_urgency(tasks: Iterable[Task], now: datetime) -> list[Task]:
    """What can still be in time comes first, the nearest deadline first; then what is overdue, the latest
    first, so that a round missed long ago never hides today's; then what has no deadline; then the rest.
    """

    def urgency(task: Task) -> tuple[int, float]:
        if not task.standing.owes:
            return 3, 0
        if task.due_before is None:
            return 2, 0
        late, due = task.is_late(now), task.due_before.timestamp()
        return int(late), -due if late else due

    return sorted(tasks, key=urgency)
