"""What holds in every declaration, whatever is said or tapped, on every form that is shipped."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.campaigns import campaign_from_json, definition_of
from bot.dialogue import (
    Ask,
    AskInclusive,
    AskList,
    AskSure,
    AskWhich,
    Declaring,
    Picked,
    Step,
    Submit,
    Summarise,
    asked_of,
    begin,
    step,
)
from bot.dialogue.filling import LONGEST_TEXT, next_question, relevant
from bot.domain.forms import Answer, Answers, Form, Question, QuestionKind, Slot
from bot.domain.readings import Doubt, Intent, Reading

CAMPAIGNS = Path(__file__).parents[2] / "campaigns"
FORMS: Mapping[str, Form] = {
    f"{path.stem} {form.id}": form
    for path in sorted(CAMPAIGNS.glob("*.yaml"))
    for form in campaign_from_json(definition_of(path.read_text(encoding="utf-8"))).forms.values()
}
NOW = datetime(2020, 8, 18, 12, tzinfo=UTC)
QUICK = settings(max_examples=25, deadline=None)

Talk: TypeAlias = tuple[Form, list[Reading | Picked]]

numbers = st.integers(min_value=-3, max_value=60) | st.just(999_999)


def values_of(form: Form, slot: Slot) -> st.SearchStrategy[Answer]:
    """What a reader may put into a slot, right or wrong."""
    match slot:
        case Slot.SELF_DONE | Slot.CONFIRM:
            return st.booleans()
        case Slot.FAMILY_ALL:
            return st.just(value=True)
        case Slot.REASON:
            options = [option.id for question in form.questions for option in question.options]
            return st.sampled_from([*options, "no such reason"])
        case Slot.ANSWER:
            texts = st.sampled_from(["yes", "safe", "https://truong.example/a", "x" * 10_000])
            return st.booleans() | numbers | texts
    return numbers


@st.composite
def readings(draw: st.DrawFn, form: Form) -> Reading:
    slots = draw(st.sets(st.sampled_from(list(Slot)), max_size=4))
    doubts = tuple(draw(st.lists(st.sampled_from(list(Doubt)), max_size=2)))
    return Reading(
        slots={slot: draw(values_of(form, slot)) for slot in sorted(slots)},
        doubts=doubts,
        ask=bool(doubts),
        intent=draw(st.sampled_from(list(Intent))),
        when=draw(st.none() | st.just(NOW)),
        number=draw(st.none() | numbers),
    )


def picks(form: Form) -> st.SearchStrategy[Picked]:
    """Taps on every button a declaration can show, at any moment, old ones included."""
    ids = [question.id for question in form.questions]
    options = [(q.id, option.id) for q in form.questions for option in q.options]
    buttons = [
        *options,
        *((q.id, word) for q in form.questions for word in ("yes", "no", "gone")),
        *(("which", question) for question in ids),
        *((word, yes) for word in ("confirm", "inclusive", "sure") for yes in ("yes", "no")),
    ]
    return st.sampled_from([Picked(question=question, option=option) for question, option in buttons])


def played(form: Form, said: list[Reading | Picked]) -> list[tuple[Declaring, Reading | Picked, Step]]:
    """The steps of a declaration, each from the state that the one before left."""
    state = begin(form, Declaring(standing_id=1)).state
    steps = []
    for one in said:
        result = step(form, state, one)
        steps.append((state, one, result))
        state = result.state
    return steps


def could_be(question: Question, answer: Answer, answers: Answers) -> bool:
    """Whether an answer is one that the form allows."""
    match question.kind:
        case QuestionKind.YES_NO:
            return isinstance(answer, bool)
        case QuestionKind.AMOUNT:
            if isinstance(answer, bool) or not isinstance(answer, int):
                return False
            limit = answers.get(question.at_most, answer) if question.at_most else answer
            return question.minimum <= answer <= question.maximum and answer <= int(str(limit))
        case QuestionKind.CHOICE:
            return answer in [option.id for option in question.options]
        case QuestionKind.LINK:
            return str(answer).startswith(("http://", "https://"))
    return len(str(answer)) <= LONGEST_TEXT


@st.composite
def conversations(draw: st.DrawFn) -> tuple[Form, list[Reading | Picked]]:
    form = FORMS[draw(st.sampled_from(list(FORMS)))]
    # Taps first: a conversation of taps gets to the end far more often than one of wild readings.
    return form, draw(st.lists(picks(form) | readings(form), max_size=20))


@given(conversations())
@QUICK
def test_nothing_is_sent_that_was_not_shown(talk: Talk):
    """Whatever counts was in the summary that was asked about just before, unchanged; or, where one tap
    is to be enough, was tapped just now.
    """
    form, _ = talk
    for state, said, result in played(*talk):
        if not isinstance(result.outcome, Submit):
            continue
        if form.one_tap and isinstance(said, Picked) and said.question != "confirm":
            assert result.outcome.answers[said.question] == said.option
        else:
            assert state.asked == "confirm"
            assert result.outcome.answers == state.answers


@given(conversations())
@QUICK
def test_what_is_sent_answers_every_question_that_applies_with_what_the_form_allows(
    talk: Talk,
):
    form, said = talk
    for _, _, result in played(form, said):
        if isinstance(result.outcome, Submit | Summarise):
            answers = result.state.answers
            assert next_question(form, answers) is None
            assert relevant(form, answers) == answers
            for question_id, answer in answers.items():
                assert could_be(form.question(question_id), answer, answers), question_id


@given(conversations())
@QUICK
def test_those_who_have_and_those_who_cannot_are_no_more_than_there_are(talk: Talk):
    form, said = talk
    parts = [form.question_for(slot) for slot in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT)]
    for _, _, result in played(form, said):
        answers = result.state.answers
        total, done, exempt = (answers.get(part.id) if part else None for part in parts)
        if isinstance(total, int) and isinstance(done, int) and isinstance(exempt, int):
            assert done + exempt <= total


@given(conversations())
@QUICK
def test_equal_inputs_give_equal_steps_and_the_state_survives_being_stored(talk: Talk):
    form, said = talk
    for state, one, result in played(form, said):
        stored = Declaring.from_json(json.loads(json.dumps(state.to_json())))
        assert stored == state
        assert step(form, stored, one) == result


@given(conversations())
@QUICK
def test_every_step_leaves_a_question_that_can_be_asked_again(talk: Talk):
    """Whatever the state is, taking it up again asks a question or shows the summary."""
    form, said = talk
    for _, _, result in played(form, said):
        asked_of(form, result.state)
        again = begin(form, result.state).outcome
        assert isinstance(again, Ask | AskList | Summarise)
        if isinstance(result.outcome, Ask):
            assert result.state.asked == result.outcome.question.id


@given(conversations(), st.data())
@QUICK
def test_a_number_in_doubt_is_never_booked_before_the_doubt_is_settled(talk: Talk, data: st.DataObject):
    form, said = talk
    doubtful = data.draw(
        readings(form).filter(lambda reading: reading.ask and Slot.ANSWER not in reading.slots)
    )
    *_, (state, _, result) = played(form, [*said, doubtful])
    for slot in (Slot.FAMILY_TOTAL, Slot.FAMILY_DONE, Slot.FAMILY_EXEMPT):
        question = form.question_for(slot)
        if question is not None and question.id in result.state.answers:
            assert result.state.answers[question.id] == state.answers.get(question.id)


def test_an_earlier_version_of_the_state_can_be_read():
    stored = {**Declaring(standing_id=7, answers={"a": 1}).to_json(), "a_field_of_yesterday": 1}
    del stored["misses"]
    assert Declaring.from_json(stored) == Declaring(standing_id=7, answers={"a": 1})


def test_every_outcome_is_reached():
    """The walks above are worth something: they come to all the places there are."""
    reached: set[type] = set()
    form = FORMS["bluezone-hau-giang-2020 install-self-and-family"]

    def answer(slot: Slot, value: Answer, **more: object) -> Reading:
        return Reading(slots={slot: value}, intent=Intent.ANSWER, **more)  # type: ignore[arg-type]

    walks: list[list[Reading | Picked]] = [
        [answer(Slot.SELF_DONE, True), answer(Slot.FAMILY_TOTAL, 0), answer(Slot.CONFIRM, True)],
        [Reading(doubts=(Doubt.INCLUSIVE,), ask=True, number=4)],
        [answer(Slot.FAMILY_TOTAL, 20)],
        [answer(Slot.SELF_DONE, True), answer(Slot.FAMILY_TOTAL, 0), answer(Slot.CONFIRM, False)],
        [Reading(intent=Intent.PROMISE, when=NOW)],
        [Reading(intent=Intent.CANCEL)],
    ]
    for walk in walks:
        reached |= {type(result.outcome) for _, _, result in played(form, walk)}
    assert reached >= {Ask, Summarise, Submit, AskInclusive, AskSure, AskWhich}
    assert {outcome.__name__ for outcome in reached} >= {"Promised", "Left"}
