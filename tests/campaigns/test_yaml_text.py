"""A campaign file means what it looks like, and YAML's dangers are refused by name and line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.campaigns.loading import load_campaign
from bot.campaigns.problems import CampaignFileError
from bot.campaigns.yaml_text import LIMIT_BYTES, read_yaml
from tests.campaigns.samples import SMALL, changed, problems_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ("off", "off"),
        ("07:00", "07:00"),
        ("2020-08-30", "2020-08-30"),
        ("true", True),
        ("false", False),
        ("'true'", "true"),
        ("30", 30),
        ("'30'", "30"),
        ("012", "012"),
        ("-1", -1),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("9" * 19, "9" * 19),
        ("null", None),
        ("", None),
    ],
)
def test_a_word_means_what_it_looks_like(written, meant):
    assert read_yaml(f"key: {written}").data == {"key": meant}


def test_every_part_remembers_its_line():
    reading = read_yaml("a:\n  - b: 1\n    c:\n      - x\n      - y\n")
    assert reading.lines == {
        (): 1,
        ("a",): 1,
        ("a", 0): 2,
        ("a", 0, "b"): 2,
        ("a", 0, "c"): 3,
        ("a", 0, "c", 0): 4,
        ("a", 0, "c", 1): 5,
    }


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        pytest.param("", 1, "campaign-yaml-empty", id="nothing"),
        pytest.param("# chưa viết\n", 1, "campaign-yaml-empty", id="only a comment"),
        pytest.param("- a\n- b\n", 1, "campaign-not-a-campaign", id="a list"),
        pytest.param("a: 1\nb: [1, 2\nc: 3\n", 3, "campaign-yaml-syntax", id="open bracket"),
        pytest.param("a: 1\n\tb: 2\n", 2, "campaign-yaml-syntax", id="tab"),
        pytest.param("a: 1\nb: \x07\n", 2, "campaign-yaml-character", id="control character"),
        pytest.param("a: 1\nb: \ud800\n", 2, "campaign-yaml-character", id="half a character"),
        pytest.param("a: &x [1]\nb: *x\n", 2, "campaign-yaml-alias", id="alias"),
        pytest.param("a: 1\nb: !!python/name:os.system\n", 2, "campaign-yaml-tag", id="tag"),
        pytest.param("? [a]\n: 1\n", 1, "campaign-yaml-key", id="a list for a key"),
        pytest.param("a: 1\n---\nb: 2\n", 2, "campaign-yaml-documents", id="two documents"),
        pytest.param("a:\n  " + "[" * 21 + "]" * 21, 2, "campaign-yaml-depth", id="too deep"),
        pytest.param("[" * 100_000, 1, "campaign-yaml-depth", id="far too deep"),
        pytest.param("a" * (LIMIT_BYTES + 1), 1, "campaign-too-big", id="too long"),
        pytest.param("ớ" * (LIMIT_BYTES // 2), 1, "campaign-too-big", id="too many bytes"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text, line, key):
    assert problems_of(text) == [(line, key)]


def test_a_key_that_stands_twice_is_told_with_the_line_of_the_first():
    with pytest.raises(CampaignFileError) as caught:
        load_campaign(changed("maximum: 50", "kind: amount"), "small.yaml")
    (problem,) = caught.value.problems
    assert (problem.key, problem.line) == ("campaign-yaml-twice", 24)
    assert problem.facts == {"value": "kind", "first": 20}


def test_aliases_do_not_make_a_small_file_huge():
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n" for i in range(60))
    assert problems_of(bomb) == [(2, "campaign-yaml-alias")]


def _or_mistakes(text: str) -> None:
    """Load a text; nothing but CampaignFileError may come out, and its problems are told in order."""
    try:
        load_campaign(text, "any.yaml")
    except CampaignFileError as error:
        lines = [problem.line for problem in error.problems]
        assert lines
        assert all(one <= other for one, other in pairwise(lines))


@given(st.text())
def test_no_text_does_worse_than_a_list_of_mistakes(text):
    _or_mistakes(text)


#: Pieces that make YAML of a kind, and words that campaign files know.
PIECES = st.sampled_from(
    [
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        ", ",
        '"',
        "'",
        "|",
        ">",
        "#",
        "*",
        "&",
        "!",
        "? ",
    ]
    + [
        "forms",
        "questions",
        "obligations",
        "due",
        "ask",
        "kind",
        "choice",
        "of",
        "id",
        "true",
        "12",
        "2026-03-01",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_yaml_does_worse_than_a_list_of_mistakes(text):
    _or_mistakes(text)


JSONLIKE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["", "a", "{x}", "{", "done ==", "2026-01-01"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "of", "a"]), inner, max_size=3)
    ),
    max_leaves=5,
)
LINES = SMALL.splitlines()


@given(st.integers(0, len(LINES) - 1), st.sampled_from(["cut", "value", "twice", "indent"]), JSONLIKE)
def test_no_change_of_a_good_file_does_worse_than_a_list_of_mistakes(place, change, value):
    lines = list(LINES)
    key, colon, _ = lines[place].partition(": ")
    match change:
        case "cut":
            del lines[place]
        case "value" if colon:
            lines[place] = f"{key}: {_flow(value)}"
        case "twice":
            lines.insert(place, lines[place])
        case _:
            lines[place] = f" {lines[place]}"
    _or_mistakes("\n".join(lines))


def _flow(value: object) -> str:
    """A value as YAML on one line."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {_flow(inner)}' for key, inner in value.items())}}}"
    return f'"{value}"'
