"""A form filled in as a whole: what it says, what is wrong with it, and that it says what a talk would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import (
    SKIP,
    Ask,
    AskList,
    AskSure,
    Declaring,
    Fault,
    Picked,
    Step,
    Submit,
    Summarise,
    Written,
    begin,
    read_fields,
    step,
    typed_as,
)
from bot.domain.expressions import parse
from bot.domain.forms import Answers, Form, Question, QuestionKind, Slot
from bot.domain.readings import Intent, Reading, Ticks
from tests.dialogue.test_properties import FORMS, QUICK

NEW = Declaring(standing_id=1)
STAFF = FORMS["bluezone-hau-giang-2020 install-self-and-family"]
PUPIL = FORMS["bluezone-hau-giang-2020 install-pupil"]
GUIDE = FORMS["bluezone-hau-giang-2020 website-guide"]
SAFETY = FORMS["an-toan-mua-bao-2026 safety"]


def one(kind: QuestionKind, **more: object) -> Form:
    question = Question(id="q", kind=kind, ask={"default": "?"}, label="Q", **more)  # type: ignore[arg-type]
    return Form(id="f", questions=(question,), complete_if=parse("known(q)"))


@pytest.mark.parametrize(
    ("form", "typed", "expected"),
    [
        pytest.param(one(QuestionKind.AMOUNT), "4", 4, id="a number"),
        pytest.param(one(QuestionKind.AMOUNT), " 04 ", 4, id="a nought in front"),
        pytest.param(one(QuestionKind.AMOUNT), "1.200", 1200, id="thousands"),
        pytest.param(one(QuestionKind.AMOUNT), "1,5", Fault.NOT_A_NUMBER, id="a fraction"),
        pytest.param(one(QuestionKind.AMOUNT), "٣", Fault.NOT_A_NUMBER, id="other digits"),
        pytest.param(one(QuestionKind.AMOUNT, maximum=9), "10", Fault.OUT_OF_RANGE, id="too large"),
        pytest.param(one(QuestionKind.AMOUNT), "", Fault.MISSING, id="nothing"),
        pytest.param(one(QuestionKind.YES_NO), "no", False, id="a no"),
        pytest.param(one(QuestionKind.YES_NO), "nein", Fault.NOT_AN_OPTION, id="neither yes nor no"),
        pytest.param(one(QuestionKind.LINK), "https://a.vn", "https://a.vn", id="an address"),
        pytest.param(one(QuestionKind.LINK), "a.vn", Fault.NOT_A_LINK, id="half an address"),
        pytest.param(one(QuestionKind.TEXT), "x" * 500, "x" * 500, id="a long text"),
        pytest.param(one(QuestionKind.TEXT), "x" * 501, Fault.TOO_LONG, id="too long a text"),
        pytest.param(one(QuestionKind.DATE), "2020-08-29", "2020-08-29", id="a date field"),
        pytest.param(one(QuestionKind.DATE), "29/8/2020", "2020-08-29", id="a typed date"),
        pytest.param(one(QuestionKind.DATE), "31/2/2020", Fault.NOT_A_DATE, id="no such day"),
    ],
)
def test_a_field_is_an_answer_or_says_what_is_wrong(form: Form, typed: str, expected: object):
    sheet = read_fields(form, {"q": typed})

    assert (sheet.faults.get("q") or sheet.answers["q"]) == expected


def test_what_need_not_be_answered_may_be_empty_and_is_not_asked_again():
    sheet = read_fields(PUPIL, {"self_installed": "yes"})
    after = step(PUPIL, NEW, Written(answers=sheet.answers))

    assert sheet.faults == {}
    assert after.outcome == Summarise()


def test_a_choice_answers_for_two_whatever_stands_in_the_other_field():
    both = {"self_installed": "no_phone", "family_total": "0"}

    assert read_fields(STAFF, both).answers["reason"] == "no_smartphone"
    assert read_fields(STAFF, {**both, "reason": "later"}).answers["reason"] == "no_smartphone"


def test_an_unusual_amount_needs_its_box_ticked_for_that_amount():
    fields = {"self_installed": "yes", "family_total": "20", "family_installed": "0"}

    assert read_fields(STAFF, fields).faults["family_total"] is Fault.UNUSUAL
    assert read_fields(STAFF, {**fields, "sure-family_total": "19"}).faults["family_total"] is Fault.UNUSUAL
    assert read_fields(STAFF, {**fields, "sure-family_total": "20"}).answers["family_total"] == 20


def test_those_who_have_and_those_who_cannot_are_no_more_than_there_are():
    fields = {"self_installed": "yes", "family_total": "4", "family_installed": "3", "family_exempt": "2"}

    assert read_fields(STAFF, fields).faults["family_exempt"] is Fault.TOO_MANY


def test_where_one_tap_is_enough_a_form_is_enough():
    sheet = read_fields(SAFETY, {"status": "safe"})

    assert isinstance(step(SAFETY, NEW, Written(answers=sheet.answers)).outcome, Submit)


def test_an_address_stands_in_the_field_as_it_was_declared():
    assert typed_as(GUIDE.questions[0], {"link": "https://a.vn"}) == "https://a.vn"
    assert typed_as(GUIDE.questions[0], {}) == ""


# --- a form says what a talk would ----------------------------------------------------------------


@st.composite
def filled(draw: st.DrawFn) -> tuple[Form, dict[str, str]]:
    """A form, and something in each of its fields: mostly what fits, sometimes nothing or nonsense."""
    form = draw(st.sampled_from([form for _, form in sorted(FORMS.items())]))
    fields = {}
    for question in form.questions:
        match question.kind:
            case QuestionKind.AMOUNT:
                typed = draw(st.integers(0, 8).map(str) | st.sampled_from(["", "14", "60", "ba"]))
                if draw(st.booleans()):
                    fields[f"sure-{question.id}"] = typed
            case QuestionKind.LINK:
                typed = draw(st.sampled_from(["https://truong.example/a", "truong.example", ""]))
            case QuestionKind.YES_NO | QuestionKind.CHOICE:
                options = [option.id for option in question.options] or ["yes", "no"]
                typed = draw(st.sampled_from([*options, *options, "", "x"]))
            case _:
                typed = draw(st.sampled_from(["không có gì", ""]))
        fields[question.id] = typed
    return form, fields


def talk(form: Form, fields: dict[str, str]) -> Answers:
    """Answer one question after the other with what stands in its field, as a chat does."""
    at = begin(form, NEW)
    for _ in range(3 * len(form.questions)):
        match at.outcome:
            case Ask(question=question):
                at = step(form, at.state, said(form, question, fields))
            case AskList(lines=lines):
                yes = {number for number, question in lines if fields[question.id] == "yes"}
                no = {number for number, _ in lines} - yes
                at = step(form, at.state, Ticks(yes=frozenset(yes), no=frozenset(no)))
            case AskSure():
                at = step(form, at.state, Picked(question="sure", option="yes"))
            case _:
                break
    return ended(form, at)


def said(form: Form, question: Question, fields: dict[str, str]) -> Reading | Picked:
    typed = fields[question.id]
    if not typed:
        return Picked(question=question.id, option=SKIP)
    match question.kind:
        case QuestionKind.YES_NO | QuestionKind.CHOICE:
            return Picked(question=question.id, option=typed)
        case QuestionKind.AMOUNT:
            return Reading(slots={Slot.ANSWER: int(typed)}, intent=Intent.ANSWER)
    return Reading(slots={Slot.ANSWER: typed}, intent=Intent.ANSWER)


def ended(form: Form, at: Step) -> Answers:
    if isinstance(at.outcome, Summarise):
        at = step(form, at.state, Picked(question="confirm", option="yes"))
    assert isinstance(at.outcome, Submit), at.outcome
    return at.outcome.answers


@QUICK
@given(filled())
def test_what_a_form_declares_is_what_a_conversation_with_the_same_answers_declares(
    case: tuple[Form, dict[str, str]],
):
    form, fields = case
    sheet = read_fields(form, fields)
    if sheet.faults:
        return
    assert ended(form, step(form, NEW, Written(answers=sheet.answers))) == talk(form, fields)


@QUICK
@given(filled())
def test_a_form_without_faults_is_ready_to_be_confirmed_and_stands_in_its_fields_again(
    case: tuple[Form, dict[str, str]],
):
    form, fields = case
    sheet = read_fields(form, fields)
    if sheet.faults:
        return
    after = step(form, NEW, Written(answers=sheet.answers))
    assert isinstance(after.outcome, Summarise | Submit)
    again = {question.id: typed_as(question, after.state.answers) for question in form.questions}
    sure = {name: value for name, value in fields.items() if name.startswith("sure-")}
    assert read_fields(form, again | sure).answers == after.state.answers
