"""The rules by name: what each reads, and the neighbour it must not read."""

import pytest

from bot.domain.readings import Asked
from bot.language import read
from bot.language.clauses import clauses_of
from bot.language.groups import grouped
from bot.language.lexicon import Lexicon, lexicon_for
from bot.language.pairs import PAIRS
from bot.language.parsing import BLUEZONE, EXAMPLE_NOW
from bot.language.spans import Span, spans_of
from bot.language.states import STATE_RULES, state_of
from bot.language.tags import Tag
from bot.language.text import Word, words_of, writes_marks


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return lexicon_for(BLUEZONE.apps, BLUEZONE.verbs, ())


def groups_of(text: str, lexicon: Lexicon) -> tuple[list[Span], list[Word]]:
    words = words_of(text, lexicon)
    return grouped(spans_of(words, lexicon, marked=writes_marks(text)), words), words


STATES = {
    "denied": (["em có cài đâu", "làm gì có", "cài gì nổi"], "em cài ở đâu"),
    "undone": (["em gỡ rồi", "em xóa mất rồi", "em đổi máy nên mất"], "em gỡ facebook"),
    "in_progress": (["em đang tải", "cài dở", "được 60% rồi"], "cài xong 100% rồi"),
    "forbidden": (["ba má không cho cài", "mẹ không cho dùng điện thoại"], "mẹ cho cài rồi"),
    "prevented": (["em không có điện thoại", "máy cũ quá", "em không muốn cài"], "máy cũ mà cài rồi"),
    "failed": (["không cài được", "cài hoài không được"], "cài được rồi"),
    "not_yet": (["em chưa cài", "mẹ thì chưa", "không"], "chưa gì đã hỏi"),
    "promised": (["mai em cài", "tối nay", "để em cài", "em sẽ cài"], "tối qua em cài rồi"),
    "finished": (["đã cài", "em cài rồi", "mẹ rồi", "hai người cài", "mới có em cài"], "em cài"),
}


def test_every_rule_of_state_has_its_examples():
    assert [rule.__name__ for _, rule in STATE_RULES] == list(STATES)


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule, (texts, _) in STATES.items() for text in texts]
)
def test_state_rule(rule: str, text: str, lexicon: Lexicon):
    groups, words = groups_of(text, lexicon)
    assert state_of(groups, words)[1] == rule


@pytest.mark.parametrize(("rule", "text"), [(rule, other) for rule, (_, other) in STATES.items()])
def test_state_rule_keeps_away_from(rule: str, text: str, lexicon: Lexicon):
    groups, words = groups_of(text, lexicon)
    assert state_of(groups, words)[1] != rule


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("4 người", [(Tag.PEOPLE, 4)]),
        ("2 con", [(Tag.KIN, 2)]),
        ("3 người con", [(Tag.KIN, 3)]),
        ("2 ông bà", [(Tag.KIN, 2)]),
        ("hai vợ chồng", [(Tag.TOGETHER, 2)]),
        ("vợ chồng con trai", [(Tag.KIN, 2)]),
        ("mẹ em", [(Tag.KIN, 1)]),
        ("anh hai", [(Tag.KIN, 1)]),
        ("ba má", [(Tag.KIN, 2)]),
        ("1 mình", [(Tag.ALONE, None)]),
        ("3/5", [(Tag.FRACTION, (3, 5))]),
        ("3 trong 5", [(Tag.FRACTION, (3, 5))]),
        ("19/8", [(Tag.LABEL, None)]),
        ("20/8/2020", [(Tag.LABEL, None)]),
        ("2,5 người", [(Tag.RANGE, None), (Tag.COUNTED, None)]),
        ("-2", [(Tag.RANGE, None)]),
        ("4-5 người", [(Tag.VAGUE, None)]),
        ("khoảng 5 người", [(Tag.VAGUE, None)]),
        ("mấy em", [(Tag.VAGUE, None)]),
        ("trên 5 người", [(Tag.VAGUE, None)]),
        ("35/40 em", [(Tag.OTHERS, None)]),
        ("2 xe", [(Tag.DEVICES, None)]),
        ("ngoài em", [(Tag.EXCLUDING, None)]),
        ("tính cả em", [(Tag.INCLUDING, None)]),
        ("cháu Minh nhà tôi", [(Tag.SELF, None)]),
        ("người nhà", [(Tag.REST, None)]),
    ],
)
def test_neighbours_that_belong_together(text: str, tags: list[tuple[Tag, object]], lexicon: Lexicon):
    groups, _ = groups_of(text, lexicon)
    assert [group.tag for group in groups] == [tag for tag, _ in tags]
    assert all(value is None or group.value == value for group, (_, value) in zip(groups, tags, strict=True))


def test_no_pair_of_neighbours_has_two_rules():
    pairs = [(left, right) for pair in PAIRS for left in pair.left for right in pair.right]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("mẹ cài rồi, ba chưa", 2),
        ("mẹ rồi ba chưa", 2),
        ("em cài rồi nhưng mẹ chưa", 2),
        ("em với mẹ cài rồi", 1),
        ("đã cài cho em và 3 người nhà", 1),
        ("nhà còn 4 người", 1),
    ],
)
def test_a_clause_says_one_thing(text: str, number: int, lexicon: Lexicon):
    groups, words = groups_of(text, lexicon)
    assert len(clauses_of(groups, words)) == number


def test_every_word_of_a_message_is_in_exactly_one_span(lexicon: Lexicon):
    words = words_of("Dạ em cài rồi, ck với 2 con nx 🙏", lexicon)
    spans = spans_of(words, lexicon, marked=True)
    assert [at for span in spans for at in range(span.first, span.last)] == list(range(len(words)))


def test_a_pasted_text_is_not_read():
    reading = read("em cài rồi. " * 200, Asked(), BLUEZONE, EXAMPLE_NOW)
    assert reading.ask
    assert not reading.slots
