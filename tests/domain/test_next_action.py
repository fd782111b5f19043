"""What helps a head most: what only they can do first, then whom they can move, then looking on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.next_action import NextAction, Situation, next_action


@pytest.mark.parametrize(
    ("now", "best"),
    [
        pytest.param(Situation(), None, id="nothing is left"),
        pytest.param(
            Situation(unit_due_today=True, unit_owes=True, newcomers=2, owing=7, to_nudge=7),
            NextAction.DECLARE_FOR_UNIT,
            id="a report of the school that is due today comes first",
        ),
        pytest.param(
            Situation(unit_owes=True, newcomers=2, owing=7, unconnected=6, to_nudge=1),
            NextAction.APPROVE,
            id="newcomers cannot declare before somebody lets them in",
        ),
        pytest.param(
            Situation(owing=7, unconnected=4, questions=1, to_nudge=3),
            NextAction.CONNECT,
            id="most of those who owe have no chat: reminding reaches few",
        ),
        pytest.param(
            Situation(owing=8, unconnected=4, to_nudge=4),
            NextAction.NUDGE,
            id="half of them can be reached: remind",
        ),
        pytest.param(
            Situation(owing=7, questions=1, to_nudge=7),
            NextAction.ANSWER,
            id="who waits for an answer is not helped by a reminder",
        ),
        pytest.param(
            Situation(unit_owes=True, owing=7, to_nudge=7, owes=True), NextAction.NUDGE, id="remind"
        ),
        pytest.param(
            Situation(unit_owes=True, owing=7, owes=True),
            NextAction.DECLARE_FOR_UNIT,
            id="everybody was reminded today: the school's own report, due later",
        ),
        pytest.param(Situation(owing=7, owes=True), NextAction.DECLARE, id="then the head's own"),
        pytest.param(Situation(owing=7, unconnected=1), NextAction.CONNECT, id="then the one without a chat"),
        pytest.param(Situation(owing=7), NextAction.LOOK, id="then whoever is left"),
    ],
)
def test_the_most_useful_thing_comes_first(now: Situation, best: NextAction | None):
    assert next_action(now) is best


_COUNT = st.integers(0, 3)
SITUATIONS = st.builds(
    Situation,
    unit_due_today=st.booleans(),
    unit_owes=st.booleans(),
    newcomers=_COUNT,
    owing=_COUNT,
    unconnected=_COUNT,
    questions=_COUNT,
    to_nudge=_COUNT,
    owes=st.booleans(),
)


@given(now=SITUATIONS)
def test_nothing_is_offered_that_is_not_there_to_be_done(now: Situation):
    there = {
        NextAction.DECLARE_FOR_UNIT: now.unit_owes or now.unit_due_today,
        NextAction.APPROVE: now.newcomers,
        NextAction.CONNECT: now.unconnected,
        NextAction.ANSWER: now.questions,
        NextAction.NUDGE: now.to_nudge,
        NextAction.DECLARE: now.owes,
        NextAction.LOOK: now.owing,
    }
    best = next_action(now)
    assert there[best] if best is not None else not any(there.values())
