"""The comparison itself: what it calls a mistake, and in which words."""

from pathlib import Path

import pytest

from bot.texts.checking import Catalogue, differences, unknown_keys, unused_keys, wrong_facts
from bot.texts.entries import read_entries
from bot.texts.uses import find_uses

FTL = """
plain = x
one = { $n }
two = { $n } { $m } { $You }
outer = { inner }
inner = { $deep }
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return locale(tmp_path, "vi", FTL)


def locale(folder: Path, name: str, source: str) -> Catalogue:
    (folder / "locales" / name).mkdir(parents=True)
    (folder / "locales" / name / "a.ftl").write_text(source, "utf-8")
    return read_entries(folder / "locales" / name)


def package(folder: Path, **sources: str) -> Path:
    root = folder / "bot"
    root.mkdir()
    for name, source in sources.items():
        (root / f"{name}.py").write_text(source, "utf-8")
    return root


def test_an_unknown_id_is_reported_once_with_its_places(tmp_path: Path, catalogue: Catalogue) -> None:
    uses = find_uses(package(tmp_path, module='texts("plain")\ntexts("nonsense")', other='t("nonsense")'))
    assert unknown_keys(uses, catalogue) == ["bot/module.py:2, bot/other.py:1: no message 'nonsense'"]


def test_a_message_that_only_another_message_contains_is_used(tmp_path: Path, catalogue: Catalogue) -> None:
    uses = find_uses(package(tmp_path, module='texts("plain"), texts("one"), texts("outer")'))
    assert unused_keys(uses, catalogue) == ["locales/vi/a.ftl:4: two is used nowhere"]


FACTS = [
    ("all of them", 'texts("two", address, n=1, m=2)', []),
    ("a table of them", 'texts("two", address, **facts)', []),
    ("some by name and the rest in a mapping", 'texts("two", n=1, **facts)', []),
    ("one too few", 'texts("two", n=1)', ["bot/module.py:1: two also needs $m"]),
    ("one too many", 'texts("one", n=1, z=2)', ["bot/module.py:1: one never says $z"]),
    ("one too many beside a mapping", 'texts("one", z=2, **facts)', ["bot/module.py:1: one never says $z"]),
    ("one that a part says", 'texts("outer")', ["bot/module.py:1: outer also needs $deep"]),
    ("one that half of a choice says", 'texts("one" if x else "plain", n=1)', []),
    (
        "too few for half of a choice",
        'texts("one" if x else "plain")',
        ["bot/module.py:1: one also needs $n"],
    ),
    (
        "one that is always there",
        'texts("one", n=1, you="em")',
        ["bot/module.py:1: $you is given by the catalogue itself"],
    ),
]


@pytest.mark.parametrize(("source", "mistakes"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_facts_are_compared(tmp_path: Path, catalogue: Catalogue, source: str, mistakes: list[str]) -> None:
    assert wrong_facts(find_uses(package(tmp_path, module=source)), catalogue) == mistakes


def test_a_value_that_is_rendered_later_may_get_facts_then(tmp_path: Path, catalogue: Catalogue) -> None:
    problem = "class Problem:\n    row: int\n    key: str\n    facts: dict[str, str]\n"
    made = 'Problem(row=1, key="two", facts={"n": 1})\nProblem(row=1, key="one", facts={"z": 1})'
    uses = find_uses(package(tmp_path, module=problem + made))
    assert wrong_facts(uses, catalogue) == ["bot/module.py:6: one never says $z"]


def test_locales_are_compared_both_ways(tmp_path: Path) -> None:
    catalogues = {
        "en": locale(tmp_path, "en", "same = { $n }\nfacts = { $n }\nonly-en = x"),
        "vi": locale(tmp_path, "vi", "same = { $You } { $n }\nfacts = { $m }\nonly-vi = x"),
    }
    assert differences(catalogues) == [
        "locales/en/a.ftl:2: facts says $n, but $m at locales/vi/a.ftl:2",
        "locales/en/a.ftl:3: only-en is missing in vi",
        "locales/vi/a.ftl:3: only-vi is missing in en",
    ]
