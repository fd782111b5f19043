"""Every mistake of a campaign file is told by its own sentence, on its own line."""

import pytest

from bot.campaigns import CampaignFileError, load_campaign
from tests.campaigns.samples import SMALL, changed, problems_of

CADENCE = '    cadence:\n      weekdays: [mon, fri]\n      opens: "07:00"\n      closes: "17:00"\n'
DUE = "    due: {before: 2026-03-20}\n"
TWO_CADENCES = """\
    cadences:
      - {daily: true, opens: "07:00", closes: "09:00", until: 2026-03-31}
      - {weekdays: [sun], opens: "08:00", closes: "12:00", since: 2026-03-31} #!
"""

#: id → (what stands in the small file, what stands there instead, the sentence, facts of it).
#: The mistake is expected on the line of the replacement that ends in "#!", else on its first line.
MISTAKES = {
    # shapes
    "misspelt key": ("title: Đăng ký", "titel: Đăng ký", "campaign-misspelt-key", {"suggestion": "title"}),
    "unknown key": (
        "    title: báo cáo thử\n",
        "    title: báo cáo thử\n    xyzzy: 1 #!\n",
        "campaign-unknown-key",
        {"value": "xyzzy"},
    ),
    "misspelt key of a group on its own": (
        "escalate: {days_before: 1, to: principal}",
        "escalate: {days_before: 1, to: principal, too: clerk}",
        "campaign-misspelt-key",
        {"suggestion": "to"},
    ),
    "misspelt key of one group of several": (
        "escalate: {days_before: 1, to: principal}",
        "escalate: [{days_befor: 1, to: principal}]",
        "campaign-misspelt-key",
        {"suggestion": "days_before"},
    ),
    "number for a text": ("title: đăng ký thử", "title: 7", "campaign-not-text", {"value": "7"}),
    "text for a number": ("maximum: 50", "maximum: many", "campaign-not-number", {"value": "many"}),
    "text for a truth value": ("unable: true", "unable: yes", "campaign-not-boolean", {"value": "yes"}),
    "group for a list": ("days_before: [7, 1]", "days_before: {a: 1}", "campaign-not-list", {}),
    "text for a group": ("audience: {units: [school]}", "audience: school", "campaign-not-group", {}),
    "date that is none": ("issued_on: 2026-03-01", "issued_on: 2026-02-30", "campaign-not-date", {}),
    "date as it is written by hand": (DUE, "    due: {by: 20/3/2026}\n", "campaign-not-date", {}),
    "condition that is a truth value": ("when: done", "when: true", "campaign-not-text", {"value": "true"}),
    "time that is none": ('opens: "07:00"', "opens: 7h", "campaign-not-time", {"value": "7h"}),
    "word that is not on the list": (
        "kind: amount",
        "kind: number",
        "campaign-not-allowed",
        {"allowed": "yes_no, amount, choice, text, link, date, photo"},
    ),
    "nothing where something is needed": ("issuer: Sở", "issuer:", "campaign-empty-value", {}),
    "empty text": ("issuer: Sở", "issuer: ' '", "campaign-empty-text", {}),
    "empty list": ("phrases: [hạn khi nào]", "phrases: []", "campaign-empty-list", {}),
    "text that is too long": (
        "label: Không có điện thoại,",
        f"label: {'a' * 41},",
        "campaign-too-long",
        {"limit": 40},
    ),
    "number that is too small": (
        "days_before: 1,",
        "days_before: -366,",
        "campaign-too-small",
        {"limit": -365},
    ),
    "number that is too large": ("[7, 1]", "[366, 1]", "campaign-too-large", {"limit": 365}),
    "id with a capital": ("id: fine", "id: Fine", "campaign-bad-id", {"value": "Fine"}),
    "id that is too long": ("id: people", f"id: {'p' * 25}", "campaign-bad-id", {}),
    "question id with a hyphen": ("id: done", "id: d-one", "campaign-bad-name", {}),
    "slug with a space": ("slug: small-2026", "slug: small 2026", "campaign-bad-slug", {}),
    "guide that is no address": ("faq:", "guide: bluezone\nfaq:", "campaign-not-link", {}),
    "answer that is a list": ("{done: true}", "{done: [1]}", "campaign-not-answer", {}),
    "sending hours the wrong way round": (
        "faq:",
        'quiet_hours:\n  outside: {pupil: ["20:00-17:00"]} #!\nfaq:',
        "campaign-not-span",
        {},
    ),
    # ids
    "two obligations of one id": (
        "- id: schools",
        "- id: staff",
        "campaign-duplicate-id",
        {"value": "staff"},
    ),
    "two reasons of one id": ("id: later", "id: no_phone", "campaign-duplicate-id", {"value": "no_phone"}),
    "two questions of one id": (
        "      - id: total\n",
        "      - {id: done, kind: yes_no, label: b, ask: c} #!\n      - id: total\n",
        "campaign-duplicate-id",
        {"value": "done"},
    ),
    "two options of one id": (
        "          - {id: few, label: Ít",
        "          - {id: many, label: Rất nhiều} #!\n          - {id: few, label: Ít",
        "campaign-duplicate-id",
        {"value": "many"},
    ),
    "two options that read the same": ("label: Ít", "label: NHIỀU", "campaign-duplicate-label", {}),
    "two questions for one slot": (
        "      - id: left\n",
        "      - {id: x, kind: amount, slot: family_total, label: b, ask: c} #!\n      - id: left\n",
        "campaign-duplicate-slot",
        {"value": "family_total"},
    ),
    "question id that means something else": (
        "      - id: left\n",
        "      - {id: known, kind: text, label: b, ask: c} #!\n      - id: left\n",
        "campaign-reserved-id",
        {"value": "known"},
    ),
    "question id that conditions cannot name": (
        "      - id: left\n",
        "      - {id: not, kind: text, label: b, ask: c} #!\n      - id: left\n",
        "campaign-reserved-id",
        {"value": "not"},
    ),
    "measure id that every round has": (
        "    rates:\n",
        "      - {id: expected, label: b, of: [1]} #!\n    rates:\n",
        "campaign-reserved-id",
        {"value": "expected"},
    ),
    "ids too long for a button": (
        "      - id: total\n",
        f"      - {{id: {'q' * 24}, kind: choice, label: b, ask: c, "
        f"options: [{{id: {'o' * 17}, label: x}}]}} #!\n      - id: total\n",
        "campaign-action-too-long",
        {"limit": 40},
    ),
    # forms
    "slot of another kind": ("slot: self_done", "slot: reason", "campaign-slot-kind", {"kind": "choice"}),
    "slot that no question takes": ("slot: self_done", "slot: confirm", "campaign-not-allowed", {}),
    "choice of nothing": (
        "      - id: total\n",
        "      - {id: x, kind: choice, label: b, ask: c} #!\n      - id: total\n",
        "campaign-no-options",
        {},
    ),
    "options of an amount": (
        "confirm_above: 12",
        "options: [{id: a, label: b}]",
        "campaign-options-not-allowed",
        {},
    ),
    "yes/no option that is neither": (
        "slot: self_done",
        "slot: self_done\n        options: [{id: maybe, label: Có thể}] #!",
        "campaign-sets-itself",
        {"question": "done"},
    ),
    "option that sets what is not asked": ("{done: true}", "{gone: true}", "campaign-unknown-question", {}),
    "option that sets what cannot be": ("{done: true}", "{done: 3}", "campaign-sets-wrong-value", {}),
    "option that sets yes for an amount": ("{done: true}", "{total: true}", "campaign-sets-wrong-value", {}),
    "option that sets another than itself": ("{done: true}", "{left: many}", "campaign-sets-itself", {}),
    "option that sets what nobody chooses": (
        "      - id: total\n",
        "      - {id: s, kind: choice, label: b, ask: c, options: [{id: a, label: a, sets: {left: x}}]} #!\n"
        "      - id: total\n",
        "campaign-sets-wrong-value",
        {"value": "x", "question": "left"},
    ),
    "option that sets a number for a text": (
        "      - id: total\n",
        "      - {id: t, kind: text, label: b, ask: c}\n"
        "      - {id: s, kind: choice, label: b, ask: c, options: [{id: a, label: a, sets: {t: 1}}]} #!\n"
        "      - id: total\n",
        "campaign-sets-wrong-value",
        {"value": "1", "question": "t"},
    ),
    "condition nested deeper than anybody writes": (
        "when: done",
        f"when: {'~' * 399}1",
        "campaign-bad-expression",
        {},
    ),
    "limit on a text": (
        "      - id: total\n",
        "      - {id: x, kind: text, label: b, ask: c, maximum: 3} #!\n      - id: total\n",
        "campaign-only-for-amounts",
        {"name": "maximum"},
    ),
    "limits that leave nothing": ("confirm_above: 12", "minimum: 60", "campaign-range", {"maximum": 50}),
    "doubt that no amount reaches": ("confirm_above: 12", "confirm_above: 50", "campaign-too-large", {}),
    "limit by a later question": (
        "confirm_above: 12",
        "at_most: left",
        "campaign-later-question",
        {"value": "left"},
    ),
    "wording without a default": (
        "ask: Có bao nhiêu người?",
        "ask: {pupil: Có bao nhiêu người?}",
        "campaign-ask-default",
        {},
    ),
    "wording for nobody": (
        "ask: Có bao nhiêu người?",
        "ask: {default: a, ban: b}",
        "campaign-unknown-address",
        {"value": "ban"},
    ),
    "placeholder that nothing fills": (
        "{rest} người",
        "{con_lai} người",
        "campaign-unknown-placeholder",
        {"value": "con_lai", "allowed": "xung_ho, Xung_ho, done, total, rest"},
    ),
    "placeholder in an answer": ("{Xung_ho} xem", "{total} xem", "campaign-unknown-placeholder", {}),
    "open brace": ("{Xung_ho} xem", "{Xung_ho xem", "campaign-bad-braces", {}),
    # conditions
    "condition that is no condition": (
        "when: done",
        "when: done and",
        "campaign-bad-expression",
        {"piece": "done and"},
    ),
    "condition that does more than compare": (
        "when: done",
        'when: "open(done)"',
        "campaign-bad-expression",
        {"piece": "open(done)"},
    ),
    "condition on what is not asked": (
        "when: done",
        "when: downe",
        "campaign-unknown-question",
        {"value": "downe", "allowed": "done, total, left"},
    ),
    "condition on what is asked later": (
        "ask_if: total > 0",
        'ask_if: left == "few"',
        "campaign-later-question",
        {"value": "left", "allowed": "done, total"},
    ),
    "condition on what cannot be chosen": (
        'left == "few"',
        'left == "fwe"',
        "campaign-unknown-option",
        {"value": "fwe", "allowed": "few, many"},
    ),
    "condition on a group of what cannot be chosen": (
        'left == "few"',
        'left in ("few", "fwe")',
        "campaign-unknown-option",
        {"value": "fwe"},
    ),
    "condition of the length of a book": ("when: done", f"when: {'+' * 401}1", "campaign-too-long", {}),
    # measures and rates
    "measure of a choice": ("of: [1, total]", "of: [1, left]", "campaign-not-countable", {"value": "left"}),
    "measure of a value nobody chooses": ("[left=few]", "[left=fwe]", "campaign-unknown-option", {}),
    "measure of a grade nobody gets": ("[left=few]", "[grade=bad]", "campaign-unknown-option", {}),
    "measure of what is not asked": ("[left=few]", "[right=few]", "campaign-unknown-question", {}),
    "rate of nothing": ("numerator: few", "numerator: fwe", "campaign-unknown-measure", {"value": "fwe"}),
    # who and when
    "unknown form": (
        "    audience: {units: [school]}\n    form: count",
        "    audience: {units: [school]}\n    form: cuont #!",
        "campaign-unknown-form",
        {"value": "cuont", "allowed": "count"},
    ),
    "audience of people and units": (
        "{units: [school]}",
        "{units: [school], roles: [clerk]}",
        "campaign-audience-both",
        {},
    ),
    "audience of nobody": ("{units: [school]}", "{}", "campaign-audience-nobody", {}),
    "units with a smartphone": (
        "{units: [school]}",
        "{units: [school], smartphone_only: true}",
        "campaign-audience-smartphone",
        {},
    ),
    "proxies of a school": (
        "    audience: {units: [school]}",
        "    proxies: [parent]\n    audience: {units: [school]}",
        "campaign-proxies-for-units",
        {},
    ),
    "deadline and rhythm": (DUE, f"{DUE}{CADENCE}", "campaign-due-and-cadence", {}),
    "one rhythm and several": (
        CADENCE,
        f'{CADENCE}    cadences: [{{daily: true, opens: "07:00", closes: "17:00"}}]\n',
        "campaign-cadence-twice",
        {},
    ),
    "deadline that is none": (DUE, "    due: {phrase: sớm}\n", "campaign-due-before-or-by", {}),
    "deadline twice": (
        DUE,
        "    due: {before: 2026-03-20, by: 2026-03-20}\n",
        "campaign-due-before-or-by",
        {},
    ),
    "deadline before the letter": (
        DUE,
        "    due: {before: 2026-03-01}\n",
        "campaign-due-before-issued",
        {"last": "2026-02-28", "issued": "2026-03-01"},
    ),
    "rhythm without days": (
        "    cadence:\n      weekdays: [mon, fri]\n",
        "    cadence:\n",
        "campaign-cadence-days",
        {},
    ),
    "rhythm that closes before it opens": (
        'closes: "17:00"',
        'closes: "06:00"',
        "campaign-cadence-hours",
        {},
    ),
    "rhythm that ends before it begins": (
        'closes: "17:00"',
        'closes: "17:00"\n      since: 2026-05-01\n      until: 2026-04-01 #!',
        "campaign-cadence-span",
        {},
    ),
    "two rhythms at once": (CADENCE, TWO_CADENCES, "campaign-cadences-overlap", {}),
    "zone that is none": ("faq:", "timezone: Asia/Can_Tho\nfaq:", "campaign-unknown-timezone", {}),
    # reminders that can never be sent
    "reminders of nothing": (
        f'{CADENCE}    reminders: {{at: "10:00"}}',
        '    reminders: {at: "10:00"}',
        "campaign-reminders-without-due",
        {},
    ),
    "reminders without a rung": (
        'reminders: {at: "10:00"}',
        'reminders: {at: "10:00", on_day: false}',
        "campaign-reminders-empty",
        {},
    ),
    "reminder before the letter": (
        "days_before: [7, 1]",
        "days_before: [19, 1]",
        "campaign-rung-before-issued",
        {"value": 19, "day": "2026-02-28", "issued": "2026-03-01"},
    ),
    "reminder before the round": (
        'reminders: {at: "10:00"}',
        'reminders: {at: "10:00", days_before: [1]}',
        "campaign-rung-before-round",
        {"value": 1},
    ),
    "reminder after the round": (
        'reminders: {at: "10:00"}',
        'reminders: {at: "17:00"}',
        "campaign-reminders-after-close",
        {"closes": "17:00"},
    ),
    "reminder after the hour of the deadline": (
        '    due: {before: 2026-03-20}\n    reminders:\n      days_before: [7, 1]\n      at: "07:00"',
        '    due: {before: "2026-03-20 16:00"}\n    reminders:\n'
        '      days_before: [7, 1]\n      at: "16:30" #!',
        "campaign-reminders-after-close",
        {"value": "16:30", "closes": "16:00"},
    ),
    "reminder at night": (
        'reminders: {at: "10:00"}',
        'reminders: {at: "05:00"}',
        "campaign-reminders-quiet",
        {"allowed": "06:30-11:15, 13:15-20:30"},
    ),
    "hour of the reminders missing": (
        '    reminders:\n      days_before: [7, 1]\n      at: "07:00"\n',
        "    reminders:\n      days_before: [7, 1]\n",
        "campaign-missing-key",
        {"name": "at"},
    ),
    "reminders in minutes that a round is too short for": (
        '    reminders: {at: "10:00"}',
        "    reminders: {every_minutes: 600}",
        "campaign-reminders-minutes",
        {"value": 600, "limit": 600},
    ),
    "reminders in minutes of a deadline": (
        '      at: "07:00"\n      escalate',
        '      at: "07:00"\n      every_minutes: 60 #!\n      escalate',
        "campaign-reminders-minutes",
        {"limit": 0},
    ),
    "steps of a question that is no choice": (
        '    complete_if: done and left == "few"\n',
        '    complete_if: done and left == "few"\n    steps: total #!\n',
        "campaign-steps-choice",
        {"value": "total"},
    ),
    "funnel of a measure that there is not": (
        '    complete_if: done and left == "few"\n',
        '    complete_if: done and left == "few"\n    funnel: [people, nobody] #!\n',
        "campaign-unknown-measure",
        {"value": "nobody"},
    ),
    "question id that buttons use": (
        "      - id: left\n",
        "      - {id: which, kind: text, label: b, ask: c} #!\n      - id: left\n",
        "campaign-reserved-id",
        {"value": "which"},
    ),
    "chasing less often than it lasts": (
        "      days_before: [7, 1]",
        "      overdue_every_days: 15",
        "campaign-reminders-overdue",
        {"every": 15, "days": 14},
    ),
}


def _line(text: str, old: str, new: str) -> int:
    """The line on which the mistake is expected."""
    start = SMALL.index(old)
    if "#!" in new:
        start += new.index("#!")
    return text.count("\n", 0, start) + 1


@pytest.mark.parametrize(("old", "new", "key", "facts"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_told_by_its_sentence_on_its_line(old, new, key, facts):
    text = changed(old, new)
    with pytest.raises(CampaignFileError) as caught:
        load_campaign(text, "small.yaml")
    told = caught.value.problems
    assert [(problem.key, problem.line) for problem in told] == [(key, _line(text, old, new))]
    assert facts.items() <= told[0].facts.items()


def test_a_key_that_is_missing_is_told_where_its_group_begins():
    text = changed("  number: 1/SGDĐT\n", "")
    with pytest.raises(CampaignFileError) as caught:
        load_campaign(text, "small.yaml")
    (problem,) = caught.value.problems
    assert (problem.key, problem.line, problem.facts) == ("campaign-missing-key", 3, {"name": "number"})


def test_every_mistake_of_a_file_is_told_at_once_in_the_order_of_the_file():
    text = (
        SMALL.replace("title: Đăng ký thử", "titel: Đăng ký thử")  # a shape …
        .replace("ask_if: total > 0", "ask_if: totla > 0")  # … a condition in a part that is sound …
        .replace("before: 2026-03-20", "before: 2026-02-01")  # … and a date in another
        .replace('answer: "{Xung_ho} xem', 'answer: "{ai} xem')
    )
    assert problems_of(text) == [
        (2, "campaign-misspelt-key"),
        (31, "campaign-unknown-question"),
        (49, "campaign-due-before-issued"),
        (66, "campaign-unknown-placeholder"),
    ]


def test_a_mistake_names_file_and_field():
    with pytest.raises(CampaignFileError) as caught:
        load_campaign(changed("maximum: 50", "maximum: x"), "small.yaml")
    assert caught.value.facts == {"file": "small.yaml", "count": 1}
    assert "24: forms.count.questions.total.maximum: campaign-not-number" in str(caught.value)
    assert caught.value.problems[0].field == "forms.count.questions.total.maximum"


def test_items_without_an_id_are_counted_from_one():
    with pytest.raises(CampaignFileError) as caught:
        load_campaign(changed("[7, 1]", "[7, x]"), "small.yaml")
    assert caught.value.problems[0].field == "obligations.staff.reminders.days_before[2]"


CHECKLIST = (
    "      - {{id: a, kind: yes_no, label: b, ask: c}}\n"
    "      - {{id: e, kind: yes_no, label: b, ask: c}}\n"
    '    complete_if: done and left == "few"\n'
    "    checklists: [{{id: {id}, label: b, ask: {ask}, questions: [{questions}]}}]\n"
)


@pytest.mark.parametrize(
    ("id_", "ask", "questions", "told"),
    [
        pytest.param("x", "c", "a, e", [], id="as it should be"),
        pytest.param("x", "c", "a, total", ["campaign-checklist-kind"], id="an amount"),
        pytest.param("x", "c", "a, done", ["campaign-checklist-kind"], id="a question with a slot"),
        pytest.param("x", "c", "a, nothing", ["campaign-unknown-question"], id="a question there is not"),
        pytest.param("x", "c", "a, a", ["campaign-duplicate-id"], id="a question twice"),
        pytest.param("done", "c", "a, e", ["campaign-duplicate-id"], id="called like a question"),
        pytest.param("confirm", "c", "a, e", ["campaign-reserved-id"], id="a name that buttons use"),
        pytest.param("x", '"{ai}"', "a, e", ["campaign-unknown-placeholder"], id="nothing fills it"),
    ],
)
def test_a_checklist_holds_yes_no_questions_of_its_own(id_: str, ask: str, questions: str, told: list[str]):
    text = changed(
        '    complete_if: done and left == "few"\n',
        CHECKLIST.format(id=id_, ask=ask, questions=questions),
    )
    assert [key for _, key in problems_of(text)] == told
