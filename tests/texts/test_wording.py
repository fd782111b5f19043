"""House style of the Vietnamese sentences: what a school would not write, the bot does not say."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import product

import pytest
from fluent.syntax import ast as ftl

from bot.domain.address import Address
from bot.texts import Texts
from bot.texts.entries import LOCALES, read_entries

VI = LOCALES / "vi"
ENTRIES = read_entries(VI)

MOST_LINES = 5
#: Messages that may be longer, with the reason.
LONG = {
    "privacy-consent": "the law lists what must be told before somebody agrees (Luật 91/2025/QH15)",
    "privacy-consent-guardian": "the same, said to a parent",
    "privacy-assent": "the same, said to a child",
}

#: What must not be said, with the reason.
FORBIDDEN = {
    r"\bbạn\b": "nobody in a school is called so; leave the pronoun out",
    r"!": "warm but official",
    r"\btỉ lệ\b": "the spelling here is 'tỷ lệ'",
    r"\b(chậm trễ|vi phạm|chây ì)\b": "nobody is shamed",
    r"\b(chưa|không)\b[^.?\n]*\b(phải|đúng) không\b": "'dạ' to a negative question can mean both",
    r"\b(chưa|không)\b[^.?\n]* à\?": "'dạ' to a negative question can mean both",
    r"(^|[.:?] )(tôi|mình)\b": "the bot calls itself 'hệ thống'",
    r"  |\t| $": "stray white space",
}


def wordings(pattern: ftl.Pattern) -> Iterator[str]:
    """Every way a pattern can read: facts stand as "…", selectors take each of their variants."""
    choices: list[list[str]] = []
    for element in pattern.elements:
        match element:
            case ftl.TextElement():
                choices.append([element.value or ""])
            case ftl.Placeable(expression=ftl.SelectExpression(variants=variants)):
                choices.append([text for variant in variants for text in wordings(variant.value)])
            case ftl.Placeable(expression=ftl.MessageReference(id=ftl.Identifier(name=name))):
                choices.append(list(wordings(ENTRIES[name].pattern)))
            case ftl.Placeable(expression=ftl.StringLiteral(value=value)):
                choices.append([value])
            case _:
                choices.append(["…"])
    for parts in product(*choices):
        yield "".join(parts)


@pytest.mark.parametrize("name", sorted(path.name for path in VI.glob("*.ftl")))
def test_files_are_composed_unicode(name: str) -> None:
    assert unicodedata.is_normalized("NFC", (VI / name).read_text("utf-8"))


@pytest.mark.parametrize("rule", FORBIDDEN, ids=FORBIDDEN.values())
def test_house_style(rule: str) -> None:
    found = [
        f"{entry.place}: {key}: {text!r}"
        for key, entry in ENTRIES.items()
        for text in wordings(entry.pattern)
        if re.search(rule, text, re.IGNORECASE | re.MULTILINE)
    ]
    assert "\n".join(found) == ""


def test_a_message_has_at_most_five_lines() -> None:
    longest = {key: max(text.count("\n") + 1 for text in wordings(e.pattern)) for key, e in ENTRIES.items()}
    assert {key for key, lines in longest.items() if lines > MOST_LINES} == LONG.keys()


def test_a_message_has_at_most_one_emoji() -> None:
    found = [
        f"{entry.place}: {key}"
        for key, entry in ENTRIES.items()
        for text in wordings(entry.pattern)
        if sum(unicodedata.category(letter) == "So" for letter in text) > 1
    ]
    assert "\n".join(found) == ""


def test_a_message_asks_at_most_one_question() -> None:
    found = [
        f"{entry.place}: {key}: {text!r}"
        for key, entry in ENTRIES.items()
        for text in wordings(entry.pattern)
        if text.count("?") > 1
    ]
    assert "\n".join(found) == ""


#: A stranger is not addressed; these words then have nothing to stand before, or begin a sentence alone.
DANGLING = re.compile(
    r"\b(của|với|cho|giúp|và|đến|từ|về|tính|cả|gửi)(?=[.,;:?\n]|$)|(^|[.:?] |\n)(Và|Là|Với)\b"
)


def said_to(address: Address) -> dict[str, str]:
    texts = Texts.load("vi")
    return {key: texts(key, address, **dict.fromkeys(entry.facts, "×")) for key, entry in ENTRIES.items()}


def test_a_sentence_to_a_stranger_is_whole_without_the_form_of_address() -> None:
    addressed = said_to(Address.TEACHER)
    found = [
        f"{ENTRIES[key].place}: {key}: {text!r}"
        for key, text in said_to(Address.STRANGER).items()
        if DANGLING.search(text) and not DANGLING.search(addressed[key])
    ]
    assert "\n".join(found) == ""


#: Messages that no pupil ever gets, with the reader they are for.
NOT_FOR_PUPILS = {
    "newcomer-request": "the head of a unit",
    "complaint-notice": "the head of a unit",
    "alert": "the head of a unit",
    "privacy-consent-guardian": "a parent or guardian",
}


def test_a_sentence_to_a_pupil_says_neither_kinh_nor_vui_long() -> None:
    addressed = said_to(Address.TEACHER)
    formal = re.compile(r"\b(kính|vui lòng|trân trọng)\b", re.IGNORECASE)
    worded_for_pupils = {key: text for key, text in said_to(Address.PUPIL).items() if text != addressed[key]}
    found = {key for key, text in worded_for_pupils.items() if formal.search(text)}
    assert found == NOT_FOR_PUPILS.keys()


@pytest.mark.parametrize("locale", ["vi", "en"])
def test_short_names_of_units_are_pairs_of_a_phrase_and_something_shorter(locale: str) -> None:
    for line in Texts.load(locale)("unit-short-names").splitlines():
        phrase, short = line.split(" = ")
        assert 0 < len(short) < len(phrase)
