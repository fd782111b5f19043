"""The shipped locales against each other and against the code. Each failure lists file and line."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from bot.domain.address import Address
from bot.texts import Texts
from bot.texts.checking import Catalogue, differences, unknown_keys, unused_keys, wrong_facts
from bot.texts.entries import LOCALES, find_messages, read_entries, read_message
from bot.texts.uses import Uses, find_uses

LOCALE_NAMES = sorted(path.name for path in LOCALES.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def uses() -> Uses:
    return find_uses(Path(__file__).parents[2] / "bot")


@cache
def catalogue(locale: str) -> Catalogue:
    return read_entries(LOCALES / locale)


@pytest.fixture
def vietnamese() -> Catalogue:
    return catalogue("vi")


def assert_none(mistakes: Sequence[str]) -> None:
    """Fail with all of them, one a line: an assertion would show the first few."""
    if mistakes:
        pytest.fail("\n".join((f"{len(mistakes)} found:", *mistakes)), pytrace=False)


@pytest.mark.parametrize("locale", LOCALE_NAMES)
def test_a_locale_has_no_entry_that_cannot_be_read(locale: str) -> None:
    assert catalogue(locale)


@pytest.mark.parametrize("locale", LOCALE_NAMES)
def test_messages_read_one_by_one_are_those_of_the_whole(locale: str) -> None:
    messages = find_messages(LOCALES / locale)

    assert {key: read_message(key, messages)[key].facts for key in messages} == {
        key: entry.facts for key, entry in catalogue(locale).items()
    }


def test_every_locale_has_the_same_messages_with_the_same_facts() -> None:
    assert LOCALE_NAMES == ["en", "vi"]
    catalogues = {locale: catalogue(locale) for locale in LOCALE_NAMES}
    assert_none(differences(catalogues))


def test_every_message_the_code_asks_for_is_written(uses: Uses, vietnamese: Catalogue) -> None:
    assert_none(unknown_keys(uses, vietnamese))


def test_every_message_asked_for_can_be_told_from_the_code(uses: Uses) -> None:
    assert_none(uses.unclear)


def test_no_message_is_unused(uses: Uses, vietnamese: Catalogue) -> None:
    assert_none(unused_keys(uses, vietnamese))


def test_every_call_gives_the_facts_its_message_says(uses: Uses, vietnamese: Catalogue) -> None:
    assert_none(wrong_facts(uses, vietnamese))


@pytest.mark.parametrize("address", Address)
@pytest.mark.parametrize("locale", LOCALE_NAMES)
def test_every_message_can_be_said_to_everybody(locale: str, address: Address) -> None:
    texts = Texts.load(locale)
    for key, entry in catalogue(locale).items():
        text = texts(key, address, **dict.fromkeys(entry.facts, "×"))
        assert "{" not in text, key
        assert "$" not in text, key
        assert not any("\ue000" <= letter <= "\uf8ff" for letter in text), key
