"""Questions that need no answer: asked once, left out with a tap, and never asked again."""

from bot.campaigns import load_campaign, shipped
from bot.dialogue import SKIP, Ask, Declaring, Picked, Step, Submit, Summarise, begin, step
from bot.domain.forms import Answer, Slot
from bot.domain.readings import Intent, Reading

CAMPAIGN = load_campaign(next(path for path in shipped() if path.stem == "bluezone-hau-giang-2020"))
PUPIL = CAMPAIGN.forms["install-pupil"]
INSTALLED = Picked(question="self_installed", option="yes")


def after(*said: Reading | Picked, state: Declaring | None = None) -> Step:
    result = begin(PUPIL, state or Declaring(standing_id=1))
    for one in said:
        result = step(PUPIL, result.state, one)
    return result


def skip(question: str) -> Picked:
    return Picked(question=question, option=SKIP)


def asked(result: Step) -> str | None:
    return result.outcome.question.id if isinstance(result.outcome, Ask) else None


def test_a_question_that_needs_no_answer_is_asked_all_the_same():
    assert asked(after(INSTALLED)) == "family_installed"


def test_what_is_left_out_is_not_asked_again():
    result = after(INSTALLED, skip("family_installed"))
    assert asked(result) == "told_others"

    result = after(skip("told_others"), state=result.state)
    assert isinstance(result.outcome, Summarise)
    assert result.state.answers == {"self_installed": True}


def test_a_declaration_without_it_can_be_sent():
    result = after(
        INSTALLED,
        skip("family_installed"),
        skip("told_others"),
        Picked(question="confirm", option="yes"),
    )
    assert isinstance(result.outcome, Submit)


def test_what_has_to_be_answered_cannot_be_left_out():
    assert asked(after(skip("self_installed"))) == "self_installed"


def test_a_correction_does_not_ask_what_was_left_out_when_it_was_declared():
    before: dict[str, Answer] = {"self_installed": False, "reason": "later"}
    declared = Declaring(standing_id=1, answers=before, before=before, revision=1)

    result = step(PUPIL, declared, Reading(slots={Slot.SELF_DONE: True}, intent=Intent.CORRECTION))

    assert isinstance(result.outcome, Summarise)


def test_what_is_left_out_can_be_answered_later_in_a_sentence():
    result = after(INSTALLED, skip("family_installed"))
    said = Reading(slots={Slot.FAMILY_DONE: 3}, intent=Intent.ANSWER)
    assert after(said, state=result.state).state.answers["family_installed"] == 3
