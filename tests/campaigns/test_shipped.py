"""Every campaign that comes with the program loads, and speaks as the directives' readers are spoken to."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from bot.campaigns import load_campaign, shipped
from bot.domain.address import Address
from bot.domain.campaigns import Campaign
from bot.domain.forms import Question, QuestionKind, Slot
from bot.domain.messages import ACTION_BYTES
from bot.domain.standings import State, judge
from bot.texts.catalogue import Texts

CAMPAIGNS = {path.stem: load_campaign(path, path.name) for path in shipped()}
each_campaign = pytest.mark.parametrize("campaign", CAMPAIGNS.values(), ids=CAMPAIGNS.keys())
#: What nobody is called, and what shames or orders people about.
NOT_SAID = re.compile(r"!|\bbạn\b|\bquý vị\b|chậm trễ|vi phạm|bắt buộc phải|\btỉ lệ\b", re.IGNORECASE)
NEGATIVE_QUESTION = re.compile(r"(chưa|không)[^.?,]*(phải không|đúng không)\?", re.IGNORECASE)


def _questions(campaign: Campaign) -> Iterator[Question]:
    for form in campaign.forms.values():
        yield from form.questions


def _texts(campaign: Campaign) -> Iterator[str]:
    for question in _questions(campaign):
        yield from question.ask.values()
        yield question.label
        yield from (option.label for option in question.options)
    for form in campaign.forms.values():
        yield from (measure.label for measure in form.measures)
        yield from (rate.label for rate in form.rates)
        yield from (grade.label for grade in form.grades)
    yield from (obligation.title for obligation in campaign.obligations)
    yield from (faq.answer for faq in campaign.faq)


def test_both_directives_and_two_of_today_are_shipped():
    assert {"bluezone-hau-giang-2020", "an-toan-covid-19-2021"} < CAMPAIGNS.keys()
    assert len(CAMPAIGNS) == 4


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_file_has_the_name_of_its_campaign(path: Path):
    assert load_campaign(path).slug == path.stem


@each_campaign
def test_nothing_is_said_that_shames_or_shouts(campaign):
    assert [text for text in _texts(campaign) if NOT_SAID.search(text)] == []


@each_campaign
def test_no_question_is_negative(campaign):
    asked = [text for question in _questions(campaign) for text in question.ask.values()]
    assert [text for text in asked if NEGATIVE_QUESTION.search(text)] == []


@each_campaign
def test_a_question_is_short_and_asks_once(campaign):
    for question in _questions(campaign):
        for text in question.ask.values():
            assert text.count("?") <= 1, text
            assert len(text) <= 220, text


@each_campaign
def test_titles_end_sentences_and_so_have_no_end_of_their_own(campaign):
    for obligation in campaign.obligations:
        assert obligation.title[0].islower(), obligation.title
        assert obligation.title[-1].isalnum(), obligation.title


@each_campaign
@pytest.mark.parametrize("address", Address)
def test_every_text_can_be_said_to_everybody(campaign, address):
    texts = Texts.load("vi")
    for question in _questions(campaign):
        facts = dict.fromkeys((*question.ask_with, *(other.id for other in _questions(campaign))), 3)
        said = texts.fill(question.ask.get(address, question.ask["default"]), address, **facts)
        assert "{" not in said
        assert said[0].isupper() or said[0].isdigit(), said
    for faq in campaign.faq:
        assert "{" not in texts.fill(faq.answer, address)


@each_campaign
def test_every_question_that_people_ask_is_answered_once(campaign):
    assert len(campaign.faq) >= 5
    phrases = [phrase for faq in campaign.faq for phrase in faq.phrases]
    assert len(phrases) == len(set(phrases))


@each_campaign
def test_clauses_of_answers_are_those_of_the_directive(campaign):
    clauses = {obligation.clause for obligation in campaign.obligations}
    clauses |= {note.clause for note in campaign.notes} | {letter.number for letter in campaign.basis} | {""}
    assert {faq.clause for faq in campaign.faq} <= clauses


@each_campaign
def test_every_choice_fits_a_button(campaign):
    for question in _questions(campaign):
        for option in question.options:
            assert len(f"{question.id}{option.id}") + len("answer::0123456789:") <= ACTION_BYTES


@each_campaign
def test_every_form_is_used_and_its_questions_have_examples_where_they_are_typed(campaign):
    assert {obligation.form for obligation in campaign.obligations} == campaign.forms.keys()
    for question in _questions(campaign):
        if question.kind in {QuestionKind.AMOUNT, QuestionKind.LINK, QuestionKind.TEXT}:
            assert question.example, question.id


@each_campaign
def test_households_are_confirmed_above_twelve_and_refused_above_fifty(campaign):
    for question in _questions(campaign):
        if question.slot is Slot.FAMILY_TOTAL:
            assert (question.confirm_above, question.maximum) == (12, 50)


@each_campaign
def test_nobody_has_complied_by_saying_nothing(campaign):
    for form in campaign.forms.values():
        verdict = judge(form, {})
        assert (verdict.state, verdict.settled, verdict.grade) == (State.PARTIAL, False, None)


@each_campaign
def test_labels_of_a_form_tell_its_numbers_apart(campaign):
    for form in campaign.forms.values():
        labels = [*(measure.label for measure in form.measures), *(rate.label for rate in form.rates)]
        assert all(one != other for one, other in combinations(labels, 2))


def test_a_call_for_help_in_a_storm_alerts_somebody_and_is_not_chased():
    form = CAMPAIGNS["an-toan-mua-bao-2026"].forms["safety"]
    answers = {"status": "need_help", "need": "medical"}
    assert form.alert_if is not None
    assert form.alert_if.holds(answers)
    assert not form.alert_if.holds({"status": "safe"})
    assert judge(form, answers).settled
    assert CAMPAIGNS["an-toan-mua-bao-2026"].emergency


def test_a_household_need_not_do_what_only_those_of_fourteen_can():
    form = CAMPAIGNS["vneid-muc-2-2026"].forms["activate-self-family"]
    household = {"self_activated": True, "family_total": 3, "family_activated": 1, "family_exempt": 2}
    assert judge(form, household).state is State.COMPLETE
