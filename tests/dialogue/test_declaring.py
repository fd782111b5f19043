"""One declaration step by step, on the form of công văn 1510: what follows from what is said."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.campaigns import campaign_from_json, definition_of
from bot.dialogue import (
    Ask,
    AskInclusive,
    AskSure,
    AskWhich,
    Declaring,
    Left,
    Note,
    Picked,
    Promised,
    Step,
    Submit,
    Summarise,
    asked_of,
    begin,
    step,
)
from bot.domain.forms import Answer, QuestionKind, Slot
from bot.domain.readings import Asked, Doubt, Intent, Reading

PATH = Path(__file__).parents[2] / "campaigns" / "bluezone-hau-giang-2020.yaml"
FORMS = campaign_from_json(definition_of(PATH.read_text(encoding="utf-8"))).forms
FORM, PUPIL = FORMS["install-self-and-family"], FORMS["install-pupil"]
TONIGHT = datetime(2020, 8, 18, 12, 30, tzinfo=UTC)

DECLARED: dict[str, Answer] = {"self_installed": True, "family_total": 3, "family_installed": 3}
AGAIN = Declaring(standing_id=1, answers=DECLARED, before=DECLARED, revision=1)


def says(**slots: Answer) -> Reading:
    return Reading(slots={Slot(name): value for name, value in slots.items()}, intent=Intent.ANSWER)


def doubts(*why: Doubt, number: int | None = None, **slots: Answer) -> Reading:
    read = {Slot(name): value for name, value in slots.items()}
    return Reading(slots=read, ask=True, doubts=why, intent=Intent.ANSWER, number=number)


def after(*said: Reading | Picked, state: Declaring | None = None) -> Step:
    """The last step of a declaration in which all this was said."""
    result = begin(FORM, Declaring(standing_id=1)) if state is None else Step(state=state, outcome=Left())
    for one in said:
        result = step(FORM, result.state, one)
    return result


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ([], "self_installed"),
        ([says(self_done=True)], "family_total"),
        ([says(self_done=True, family_total=0)], "confirm"),
        ([says(self_done=True, family_total=3, family_done=3)], "confirm"),
        ([says(self_done=True, family_all=True)], "family_total"),
        ([says(self_done=True, family_all=True), says(family_total=4)], "confirm"),
        ([says(self_done=True, family_total=4, family_done=2)], "family_exempt"),
        ([says(self_done=True, family_total=4, family_done=2, family_exempt=1)], "reason"),
        ([says(self_done=False, family_total=0)], "reason"),
        ([says(family_done=3)], "self_installed"),
    ],
    ids=[
        "nothing said",
        "the speaker alone",
        "lives alone",
        "everything in one sentence",
        "all of how many?",
        "all follows from the total",
        "who of the rest cannot",
        "why not",
        "has not, lives alone",
        "the family, not the speaker",
    ],
)
def test_only_what_is_missing_is_asked(said: Sequence[Reading], asked: str):
    assert after(*said).state.asked == asked


@pytest.mark.parametrize(
    ("amount", "outcome"),
    [(-1, Ask), (0, Summarise), (12, Ask), (13, AskSure), (50, AskSure), (51, Ask), (999_999, Ask)],
)
def test_a_number_that_cannot_be_is_refused_and_a_large_one_asked_about(amount: int, outcome: type):
    result = after(says(self_done=True), says(family_total=amount))
    assert type(result.outcome) is outcome
    assert ("family_total" in result.state.answers) is (amount in (0, 12))


def test_a_large_number_counts_once_it_is_confirmed():
    sure = [says(self_done=True), says(family_total=20)]
    assert after(*sure, says(answer=True)).state.answers["family_total"] == 20
    assert after(*sure, Picked(question="sure", option="yes")).state.answers["family_total"] == 20
    assert after(*sure, says(answer=False)).state.asked == "family_total"


def test_a_total_corrected_downwards_asks_the_rest_again():
    result = after(says(self_done=True, family_total=4, family_done=4), says(family_total=2))
    assert result.state.asked == "family_installed"
    assert result.state.answers == {"self_installed": True, "family_total": 2}


@pytest.mark.parametrize(("yes", "done"), [(True, 3), (False, 4)], ids=["counted", "not counted"])
def test_whether_a_number_counts_the_speaker_is_asked(yes: bool, done: int):
    doubtful = doubts(Doubt.INCLUSIVE, number=4, family_total=3)
    assert after(doubtful).outcome == AskInclusive(number=4)
    settled = after(doubtful, says(answer=yes)).state
    assert settled.answers.get("family_installed") == done
    assert settled.answers.get("family_total") == done
    assert settled.answers.get("self_installed") is (True if yes else None)


def test_a_total_that_came_with_the_doubtful_number_waits_for_its_answer():
    """ "nhà 5 người cài 3": four others; whether two or three of them have is asked."""
    doubtful = doubts(Doubt.INCLUSIVE, number=3, family_total=4)
    assert after(doubtful).state.answers == {}
    assert after(doubtful, says(answer=True)).state.answers == {
        "self_installed": True,
        "family_total": 4,
        "family_installed": 2,
    }


@pytest.mark.parametrize(
    ("doubt", "note"),
    [
        (Doubt.VAGUE, Note.VAGUE),
        (Doubt.OUT_OF_RANGE, Note.OUT_OF_RANGE),
        (Doubt.HEARSAY, Note.UNSURE),
        (Doubt.DOUBLE_NEGATION, Note.UNSURE),
        (Doubt.CONTRADICTION, Note.UNSURE),
        (Doubt.WHICH_SLOT, Note.WHICH),
        (Doubt.NOT_UNDERSTOOD, Note.NOT_UNDERSTOOD),
    ],
)
def test_a_doubt_is_told_and_the_question_stays(doubt: Doubt, note: Note):
    result = after(says(self_done=True), doubts(doubt, family_total=3))
    assert result.outcome == Ask(question=FORM.question("family_total"), note=note)
    assert result.state.misses == 1


def test_nothing_is_sent_by_a_yes_while_a_question_is_open():
    assert isinstance(after(says(self_done=True), Picked(question="confirm", option="yes")).outcome, Ask)
    assert isinstance(after(says(self_done=True), says(confirm=True)).outcome, Ask)


def test_a_yes_that_corrects_a_number_is_shown_again_first():
    summary = [says(self_done=True, family_total=3, family_done=3)]
    assert isinstance(after(*summary, says(confirm=True)).outcome, Submit)
    corrected = after(*summary, says(confirm=True, family_total=4, family_done=4))
    assert isinstance(corrected.outcome, Summarise)
    assert corrected.state.answers["family_total"] == 4


def test_a_bare_number_after_sending_is_asked_about_and_used_once_it_is_known_for_what():
    asked = after(doubts(Doubt.WHICH_SLOT, number=4), state=AGAIN)
    assert isinstance(asked.outcome, AskWhich)
    assert asked.state.answers == DECLARED
    known = step(FORM, asked.state, Picked(question="which", option="family_total"))
    assert known.state.answers == {**DECLARED, "family_total": 4}
    assert known.state.asked == "family_exempt"
    other = step(FORM, asked.state, Picked(question="which", option="self_installed"))
    assert other.state.asked == "self_installed"


def test_a_promise_is_not_yet():
    promise = Reading(
        slots={Slot.SELF_DONE: False, Slot.REASON: "later"}, intent=Intent.PROMISE, when=TONIGHT
    )
    result = after(promise)
    assert result.outcome == Promised(at=TONIGHT)
    assert result.state.answers == {}


def test_leaving_keeps_what_was_answered():
    left = after(says(self_done=True), Reading(intent=Intent.CANCEL))
    assert isinstance(left.outcome, Left)
    assert begin(FORM, left.state).state.asked == "family_total"


def test_an_answer_that_no_longer_applies_is_not_sent():
    result = after(
        says(self_done=False, family_total=0, reason="later"), says(self_done=True), says(confirm=True)
    )
    assert result.outcome == Submit(answers={"self_installed": True, "family_total": 0})


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        (Declaring(standing_id=1), Asked()),
        (Declaring(standing_id=1, asked="which"), Asked()),
        (Declaring(standing_id=1, asked="confirm"), Asked(slot=Slot.CONFIRM)),
        (Declaring(standing_id=1, asked="sure"), Asked(slot=Slot.ANSWER, kind=QuestionKind.YES_NO)),
        (Declaring(standing_id=1, asked="told_others"), Asked(slot=Slot.ANSWER, kind=QuestionKind.YES_NO)),
        (
            Declaring(standing_id=1, asked="family_installed"),
            Asked(slot=Slot.FAMILY_DONE, kind=QuestionKind.AMOUNT),
        ),
    ],
    ids=["nothing", "which", "summary", "sure", "a yes or no with its own buttons", "an amount"],
)
def test_the_reader_is_told_what_was_asked(state: Declaring, asked: Asked):
    assert asked_of(PUPIL, state) == asked
