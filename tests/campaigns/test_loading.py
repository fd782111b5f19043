"""A file, its text and its stored definition give the same campaign."""

import json
from datetime import UTC, date, datetime, time

import pytest

from bot.campaigns import (
    CampaignFileError,
    campaign_from_json,
    definition_of,
    json_schema,
    load_campaign,
    shipped,
)
from bot.domain.campaigns import Cadence, Escalation, Ladder, Superior
from bot.domain.forms import Option
from bot.domain.people import STAFF_ROLES, Role
from bot.domain.tallies import amount
from tests.campaigns.samples import SMALL, changed


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_stored_definition_gives_the_same_campaign(path):
    stored = json.dumps(definition_of(path))
    assert campaign_from_json(json.loads(stored)) == load_campaign(path)


def test_a_text_and_its_file_give_the_same_campaign(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_text(f"\ufeff{SMALL}", encoding="utf-8")  # as Notepad saves it
    assert load_campaign(path) == load_campaign(SMALL, "small.yaml")


def test_a_definition_that_is_wrong_has_fields_but_no_lines():
    definition = definition_of(SMALL)
    definition["title"] = 7
    with pytest.raises(CampaignFileError) as caught:
        campaign_from_json(definition)
    (problem,) = caught.value.problems
    assert (problem.line, problem.field, problem.key) == (0, "title", "campaign-not-text")


def test_a_file_that_is_not_there_is_told_in_one_problem(tmp_path):
    with pytest.raises(CampaignFileError) as caught:
        load_campaign(tmp_path / "none.yaml", "none.yaml")
    assert [problem.key for problem in caught.value.problems] == ["campaign-unreadable"]


def test_a_file_of_another_encoding_is_told_with_its_line(tmp_path):
    path = tmp_path / "old.yaml"
    path.write_bytes(b"slug: a\ntitle: Tr\xe0n\n")
    with pytest.raises(CampaignFileError) as caught:
        definition_of(path, "old.yaml")
    (problem,) = caught.value.problems
    assert (problem.key, problem.line) == ("campaign-not-utf8", 2)


@pytest.mark.parametrize(
    ("due", "before", "phrase"),
    [
        ("before: 2026-03-20", datetime(2026, 3, 19, 17, tzinfo=UTC), "trước ngày 20/3/2026"),
        ("by: 2026-03-20", datetime(2026, 3, 20, 17, tzinfo=UTC), "chậm nhất ngày 20/3/2026"),
        (
            'before: "2026-03-20 16:00"',
            datetime(2026, 3, 20, 9, tzinfo=UTC),
            "trước 16 giờ 00 ngày 20/3/2026",
        ),
        (
            'by: "2026-03-20 16:00"',
            datetime(2026, 3, 20, 9, 1, tzinfo=UTC),
            "chậm nhất 16 giờ 00 ngày 20/3/2026",
        ),
        ("before: 2026-03-20, phrase: trước 20/3", datetime(2026, 3, 19, 17, tzinfo=UTC), "trước 20/3"),
    ],
)
def test_before_leaves_out_the_day_or_minute_that_by_includes(due, before, phrase):
    campaign = load_campaign(changed("before: 2026-03-20", due))
    read = campaign.obligation("staff").due
    assert read is not None
    assert (read.before, read.phrase) == (before, phrase)


def test_a_letter_that_is_relayed_after_its_deadline_is_no_mistake():
    text = changed("issued_on: 2026-03-01", "issued_on: 2026-03-25").replace(
        "reasons:",
        "basis: [{number: 2/BGDĐT, issued_on: 2026-03-01, issuer: Bộ, subject: thử}]\nreasons:",
    )
    assert load_campaign(text).directive.issued_on == date(2026, 3, 25)


def test_the_hours_of_a_rhythm_and_a_ladder_are_local_times():
    campaign = load_campaign(SMALL)
    assert campaign.obligation("schools").cadences == (
        Cadence(weekdays=(0, 4), opens=time(7), closes=time(17)),
    )
    assert campaign.obligation("staff").ladder == Ladder(
        days_before=(7, 1),
        at=time(7),
        escalations=(Escalation(days_before=1, to=Superior.PRINCIPAL),),
    )


@pytest.mark.parametrize(
    ("written", "steps"),
    [
        pytest.param("", "3 group_head, 1 principal, -1 officer", id="the usual where nothing is said"),
        pytest.param("      escalate: []\n", "", id="none where none are wanted"),
        pytest.param(
            "      escalate: [{days_before: -1, to: officer}]\n", "-1 officer", id="as the file says"
        ),
    ],
)
def test_who_hears_above_is_the_files_to_say(written: str, steps: str):
    text = changed("      escalate: {days_before: 1, to: principal}\n", written)
    staff = load_campaign(text, "small.yaml").obligation("staff")
    assert staff.ladder is not None
    assert ", ".join(f"{one.days_before} {one.to.value}" for one in staff.ladder.escalations) == steps


def test_without_quiet_hours_nobody_is_written_to_at_noon_or_at_night():
    spans = load_campaign(SMALL).quiet_hours.spans
    assert spans.keys() == set(Role)
    assert spans[Role.PUPIL] == ((time(17), time(20, 30)),)
    assert spans[Role.STAFF] == ((time(6, 30), time(11, 15)), (time(13, 15), time(20, 30)))


def test_the_hours_of_staff_are_those_of_everybody_employed_who_is_not_named():
    hours = 'quiet_hours: {outside: {staff: ["06:45-10:30"], clerk: ["09:00-12:00"]}, sundays: true}\nfaq:'
    quiet = load_campaign(changed("faq:", hours)).quiet_hours
    assert quiet.sundays
    assert quiet.spans[Role.CLERK] == ((time(9), time(12)),)
    for role in STAFF_ROLES - {Role.CLERK} | {Role.HOMEROOM}:
        assert quiet.spans[role] == ((time(6, 45), time(10, 30)),)


def test_an_emergency_may_remind_at_night():
    text = changed('reminders: {at: "10:00"}', 'reminders: {at: "05:00"}').replace(
        "faq:", "emergency: true\nfaq:"
    )
    assert load_campaign(text).emergency


def test_the_wording_for_teachers_is_also_that_for_a_thay_and_a_co():
    text = changed("ask: Có bao nhiêu người?", "ask: {default: a, teacher: b, female_teacher: c}")
    ask = load_campaign(text).forms["count"].question("total").ask
    assert ask == {"default": "a", "teacher": "b", "male_teacher": "b", "female_teacher": "c"}


def test_an_option_that_gives_other_answers_gives_its_own_too():
    few = load_campaign(SMALL).forms["count"].question("left").options[1]
    assert few == Option(id="few", label="Ít", sets={"done": True, "left": "few"})


def test_a_question_for_the_reason_offers_the_reasons_of_the_campaign():
    text = changed(
        "      - id: left\n",
        "      - {id: why, kind: choice, slot: reason, label: a, ask: b}\n      - id: left\n",
    )
    campaign = load_campaign(text)
    assert campaign.forms["count"].question("why").options == campaign.reasons
    assert campaign.unable_reasons == {"no_phone"}


def test_a_grade_is_counted_where_no_grade_before_it_holds():
    text = changed("of: [left=few]", "of: [grade=rest]").replace(
        "      - {id: fine, label: Tốt, when: done}\n",
        "      - {id: fine, label: Tốt, when: done}\n      - {id: rest, label: Khác, when: total > 0}\n",
    )
    (_, few) = load_campaign(text).forms["count"].measures
    assert [amount(few, {"done": done, "total": 2}) for done in (True, False)] == [0, 1]


def test_the_schema_knows_every_key_of_the_shipped_files():
    schema = json_schema()
    assert schema["additionalProperties"] is False
    for path in shipped():
        assert definition_of(path).keys() <= schema["properties"].keys()
        assert set(schema["required"]) <= definition_of(path).keys()
