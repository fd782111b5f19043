"""A word the reader does not know makes it ask; it is never skipped to book a number."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from bot.language.clauses import clauses_of
from bot.language.groups import grouped
from bot.language.lexicon import lexicon_for
from bot.language.parsing import BLUEZONE
from bot.language.residue import is_unread
from bot.language.spans import spans_of
from bot.language.spelling import fold, key
from bot.language.tags import Tag
from bot.language.text import Word, words_of, writes_marks
from bot.language.words.familiar import everyday_words
from tests.language.judging import Row, judge, parsed, rows_of

LEXICON = lexicon_for(BLUEZONE.apps, BLUEZONE.verbs, ())
ROWS = [row for table in ("opening", "speaker", "household", "how_many", "summary") for row in rows_of(table)]
WORD = re.compile(r"[^\W\d_]+")
FREQUENCY = Counter(word.lower() for row in ROWS for word in WORD.findall(row.text))


def with_one_word_unknown() -> Iterator[tuple[Row, str, str]]:
    """Every row with every word of it in turn replaced by one that no language has."""
    for row in ROWS:
        nonsense = "nghoém" if writes_marks(row.text) else "nghoemb"
        for word in WORD.finditer(row.text):
            yield row, word.group().lower(), row.text[: word.start()] + nonsense + row.text[word.end() :]


def test_a_message_with_a_word_nobody_knows_is_asked_about_and_not_read_wrong():
    """Before words left over were looked at, one in nine such messages was read wrong."""
    verdicts = Counter[tuple[str, bool]]()
    for row, word, text in with_one_word_unknown():
        verdicts[judge(row, parsed(text, row.asked)), FREQUENCY[word] <= 20] += 1
    rare = sum(number for (_, is_rare), number in verdicts.items() if is_rare)
    assert verdicts["wrong", True] <= 0.003 * rare
    assert verdicts["wrong", True] + verdicts["wrong", False] <= 0.003 * verdicts.total()
    assert verdicts["right", True] >= 0.4 * rare  # a word that does not matter need not be known


def unread(text: str) -> bool:
    words = words_of(text, LEXICON)
    groups = grouped(spans_of(words, LEXICON, marked=writes_marks(text)), words)
    return any(is_unread(clause.spans, words) for clause in clauses_of(groups, words))


@pytest.mark.parametrize(
    "text",
    [
        "mẹ và nghoém đã cài",  # a relative?
        "em nghoém cài rồi",  # a negation?
        "em cài nghoém rồi",  # another app?
        "nghoém 3 người",  # a guess?
        "Nghoém cài rồi",  # a name, but of whom?
        "em voi nghoemb cai roi",
    ],
)
def test_what_is_in_no_table_leaves_its_clause_unread(text: str):
    assert unread(text)


@pytest.mark.parametrize(
    "text",
    [
        "em đang ở trường, cài rồi",
        "chị Nghoém đã cài",  # a capital behind a relative is a name
        "chị thảo đã cài",  # and a common name is one without
        "ba em làm ở Bình Dương",
        "trời mưa quá trời",
        "em đi chợ về rồi cài rồi",
    ],
)
def test_everyday_words_and_names_are_no_riddle(text: str):
    assert not unread(text)


def test_no_everyday_word_denies_doubts_counts_or_names_anybody():
    telling = {Tag.KIN, Tag.NOT, Tag.DENY, Tag.GONE, Tag.EXCEPT, Tag.UNSURE, Tag.SOME, Tag.ABOUT, Tag.WRONG}
    tags = {word: LEXICON.matches([Word(0, 0, word, fold(word))], 0) for word in everyday_words()}
    assert {word for word, entries in tags.items() if entries and entries[0].tag in telling} == set()


@pytest.mark.parametrize("word", ["mẹ", "vợ", "không", "chưa", "gỡ", "trừ", "khoảng"])
def test_words_that_decide_are_no_everyday_words(word: str):
    assert key(word) not in everyday_words()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bố, nghoém và em gái", "family_total"),
        ("nghoém 3", "family_installed"),
        ("mẹ nghoém rồi", "family_installed"),
        ("nghoém đúng", "confirm"),
        ("nhà em 4 người nghoém cài", None),
    ],
)
def test_nothing_is_booked_from_an_unread_clause(text: str, asked: str | None):
    found = parsed(text, asked)
    assert found["ask"]
    assert "self_installed" not in found["slots"]
    assert "confirm" not in found["slots"]


def test_chatter_beside_an_answer_costs_no_question():
    found = parsed("em cài rồi ạ, hôm nay trường mình nhoáng nhoàng lu xu bu lơ tơ mơ quá", None)
    assert found == {"id": "", "slots": {"self_installed": True}, "ask": False}


@pytest.mark.parametrize(("text", "is_riddle"), [("em dạy bốn tiết", False), ("mẹ và bốn nghoém", True)])
def test_a_number_of_things_is_no_riddle(text: str, is_riddle: bool):
    assert unread(text) is is_riddle
