"""A homeroom teacher's numbers for a whole class, and what they add to what its pupils declared.

Công văn 1510, clause 3, is passed on to pupils by their homeroom teacher, who reports in numbers: "lớp
8A2: 38 em cài rồi, 4 em không có máy". Pupils who declared for themselves stay as they declared; the
report stands for those who are silent, and never for more of them than there are.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.domain.forms import Answer, Answers, Form, Question, QuestionKind, Slot
from bot.domain.standings import State, judge
from bot.domain.tallies import COMPLETE, DECLARED, LATE, ON_TIME, amount

#: States of a yes-or-no question; other states are named by an option or by a reason.
YES, NO = "yes", "no"
#: The reason of pupils whose roster says that they have none, wherever a campaign offers it.
NO_SMARTPHONE = "no_smartphone"


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilState:
    """What a pupil of the class may be reported as, and what such a pupil would have answered."""

    id: str  #: "yes", "no", an option of the leading question, or a reason
    label: str  #: as the form words it; empty for a plain yes or no
    answers: Answers
    offered: bool  #: an answer of the leading question; a reason is only taken when it is said


def leading_question(form: Form) -> Question | None:
    """The question whose answer a class is counted by; None for a form that only single pupils can answer."""
    own = form.question_for(Slot.SELF_DONE)
    if own is not None:
        return own
    first = form.questions[0]
    return first if first.kind in (QuestionKind.YES_NO, QuestionKind.CHOICE) else None


def pupil_states(form: Form) -> tuple[PupilState, ...]:
    """The states of a form in its order, which puts first what the directive aims at."""
    question = leading_question(form)
    if question is None:
        return ()
    reason = form.question_for(Slot.REASON)
    found = [_state_of_option(question, reason, option.id) for option in question.options] or [
        PupilState(id=YES, label="", answers={question.id: True}, offered=True),
        PupilState(id=NO, label="", answers={question.id: False}, offered=True),
    ]
    if reason is not None and question.kind is QuestionKind.YES_NO:
        known = {state.id for state in found}
        found += [
            PupilState(
                id=option.id,
                label=option.label,
                answers={question.id: False, reason.id: option.id},
                offered=False,
            )
            for option in reason.options
            if option.id not in known
        ]
    return tuple(found)


def _state_of_option(question: Question, reason: Question | None, option_id: str) -> PupilState:
    option = next(option for option in question.options if option.id == option_id)
    plain: Answer = option.id == YES if question.kind is QuestionKind.YES_NO else option.id
    answers = dict(option.sets) or {question.id: plain}
    named = answers.get(reason.id) if reason is not None else None
    return PupilState(id=str(named or option.id), label=option.label, answers=answers, offered=True)


def rest(said: Mapping[str, int], size: int) -> int:
    """How many pupils of the class the numbers leave open; negative where they are more than the class."""
    return size - sum(said.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """The pupils of a class in a round."""

    own: Collection[Answers]  #: what pupils declared themselves, or had declared for them
    silent: int  #: expected, and nothing declared
    exempt: int  #: on the roster and not asked, because it says that they have no smartphone
    #: pupils who declared and had themselves deleted since, by `declared_state`
    erased: Mapping[str, int] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.own) + sum(self.erased.values()) + self.silent + self.exempt


def added(form: Form, said: Mapping[str, int], pupils: Class) -> Counter[str]:
    """How many of the silent pupils a report puts into each state.

    The report covers the whole class, so whoever is known to be in a state already is taken off it.
    Where it still speaks of more pupils than are silent, the state that the directive aims at gives way
    first: numbers that contradict each other never make a class look better.
    """
    states = [state.id for state in pupil_states(form)]
    known = Counter(_state(form, answers, said) for answers in pupils.own)
    for state_id, number in pupils.erased.items():
        known[_among(form, state_id, said)] += number
    known[NO_SMARTPHONE if NO_SMARTPHONE in said else NO] += pupils.exempt
    found = Counter({state: max(0, said[state] - known[state]) for state in states if state in said})
    over = found.total() - pupils.silent
    for state in states:
        less = min(found[state], max(0, over))
        found[state] -= less
        over -= less
    return +found


def declared_state(form: Form, answers: Answers) -> str:
    """The state of a pupil's own answers, as finely as the form tells states apart."""
    return _state(form, answers, {state.id for state in pupil_states(form)})


def _among(form: Form, state_id: str, said: Collection[str]) -> str:
    """A `declared_state` among the states that a report tells apart, as `_state` would have it."""
    question = leading_question(form)
    if state_id in said or question is None or question.kind is QuestionKind.CHOICE:
        return state_id
    return YES if state_id == YES else NO


def _state(form: Form, answers: Answers, said: Collection[str]) -> str:
    """The state that a pupil's own answers belong to, among those that a report tells apart."""
    question, reason = leading_question(form), form.question_for(Slot.REASON)
    answer = answers.get(question.id) if question is not None else None
    if answer is True:
        return YES
    if isinstance(answer, str):
        return answer
    named = answers.get(reason.id) if reason is not None else None
    return named if isinstance(named, str) and named in said else NO


def contribution(
    form: Form, said: Mapping[str, int], timely: Mapping[str, int], pupils: Class
) -> Counter[str]:
    """What a report adds to the tallies of its class. `timely` is what had been reported by the deadline.

    It adds to nothing that says who is expected or chased: those who are silent stay silent.
    """
    counts: Counter[str] = Counter()
    found = added(form, said, pupils)
    declared = found.total()
    on_time = min(declared, added(form, timely, pupils).total())
    counts.update({DECLARED: declared, ON_TIME: on_time, LATE: declared - on_time})
    for state in pupil_states(form):
        number = found[state.id]
        if judge(form, state.answers).state is State.COMPLETE:
            counts[COMPLETE] += number
        for measure in form.measures:
            counts[measure.id] += number * amount(measure, state.answers)
    return +counts
