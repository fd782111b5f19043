"""Who may do what: every role, every action, every relation of two units."""

from itertools import product

import pytest

from bot.domain.people import Role
from bot.domain.permissions import Action, Relation, may

#: One letter an action, in the order of `Action`: N numbers, L list of names, U nudge, V invite,
#: A approve, P approve heads, R roster, T tree of units, C change the roster, G delegate, D declare for
#: the unit, K class report, M run campaigns, H own deadline, O open a round, B broadcast an announcement.
#: The table is the specification: read it line by line.
LETTERS = dict(zip(Action, "NLUVAPRTCGDKMHOB", strict=True))
#:                     own              inside          below      viewed  elsewhere
MATRIX = {
    Role.OFFICER: ("NUVPTGDMHOB", "", "NUVPTMHOB", "N", ""),
    Role.PRINCIPAL: ("NLUVARCGDKMHB", "NLUVARCGKHB", "", "", ""),
    Role.DEPUTY: ("NLUVARCDKMHB", "NLUVARCKHB", "", "", ""),
    Role.CLERK: ("NLUVRCDKB", "NLUVRCKB", "", "", ""),
    Role.HOMEROOM: ("NLUVARCKB", "", "", "", ""),
    Role.STAFF: ("", "", "", "", ""),
    Role.PUPIL: ("", "", "", "", ""),
    Role.PARENT: ("", "", "", "", ""),
}


@pytest.mark.parametrize(
    ("role", "action", "relation"),
    list(product(Role, Action, Relation)),
    ids=lambda word: word.value,
)
def test_a_role_may_do_what_the_matrix_says(role: Role, action: Action, relation: Relation):
    column = list(Relation).index(relation)

    assert may(role, action, relation) is (LETTERS[action] in MATRIX[role][column])


@pytest.mark.parametrize("role", Role)
def test_names_never_leave_the_school(role: Role):
    assert not may(role, Action.SEE_NAMES, Relation.BELOW)
    assert not may(role, Action.SEE_NAMES, Relation.VIEWED)
    assert not may(role, Action.SEE_NAMES, Relation.ELSEWHERE)


@pytest.mark.parametrize(("role", "action"), list(product(Role, Action)))
def test_nobody_may_do_anything_elsewhere(role: Role, action: Action):
    assert not may(role, action, Relation.ELSEWHERE)
