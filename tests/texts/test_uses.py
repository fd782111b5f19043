"""What counts in code as asking for a message, and where the checker has to give up."""

from pathlib import Path

import pytest

from bot.texts.uses import find_uses

#: The ways in which our code takes keys along.
DEFINITIONS = """
class InputError(Exception):
    def __init__(self, key, **facts): ...
class FileError(InputError): ...
class ListedError(InputError):
    def __init__(self, name): super().__init__("listed", file=name)
class Problem:
    row: int
    key: str
    facts: dict[str, str]
class Turn:
    def t(self, key, /, **facts): return self.texts(key, self.address, **facts)
    def choice(self, key, action, /, **facts): return self.texts(key, **facts)
def complain(row, key, *, kept=False, facts=None): return Problem(row=row, key=key, facts=facts)
def fault(name): return "empty" if not name else None
A_KEYS = {1: "plain", 2: "one"}
PAGE_KEYS = ("title", "foot")
"""
#: What the definitions alone ask for: tables count whole, wherever they are used.
ALWAYS = {"listed", "plain", "one", "title", "foot"}


def package(folder: Path, **sources: str) -> Path:
    root = folder / "bot"
    root.mkdir()
    (root / "definitions.py").write_text(DEFINITIONS, "utf-8")
    for name, source in sources.items():
        (root / f"{name}.py").write_text(source, "utf-8")
    return root


RECOGNISED = [
    ("the catalogue", 'texts("a")', {"a"}),
    ("its short name", 't("a", address)', {"a"}),
    ("an attribute", 'self.texts("a", address)', {"a"}),
    ("a method that passes it on", 'turn.t("a", n=1)', {"a"}),
    ("a button", 'turn.choice("a", "yes")', {"a"}),
    ("an error", 'raise InputError("a")', {"a"}),
    ("an error derived from it", 'raise FileError("a", n=1)', {"a"}),
    ("a field", 'Problem(row=3, key="a", facts={})', {"a"}),
    ("the second argument", 'complain(3, "a")', {"a"}),
    ("one or another", 'texts("a" if late else "b", n=1)', {"a", "b"}),
    ("a local name", 'def f():\n    key = "a" if late else "b"\n    texts(key)', {"a", "b"}),
    ("one of two names", 'def f():\n    key, facts = "a", {}\n    texts(key, **facts)', {"a"}),
    ("what a function returns", "def f():\n    if key := fault(name): texts(key)", {"empty"}),
    ("a table here", 'B_KEYS = {1: "a"}\ntexts(B_KEYS[x])', {"a"}),
    ("a typed table", 'B_KEYS: Mapping[int, str] = {"x": "a"}\ntexts(B_KEYS[x])', {"a"}),
    ("a frozen table", 'B_KEYS = MappingProxyType({1: "a"})\ntexts(B_KEYS[x])', {"a"}),
    ("a table with a fallback", 'B_KEYS = {1: "a"}\ntexts(B_KEYS.get(x, "b"))', {"a", "b"}),
    ("a list of ids", 'B_KEYS = ("a", "b")\ndef f(): return {key: texts(key) for key in B_KEYS}', {"a", "b"}),
    ("the key of an error", "texts(error.key, address, **error.facts)", set()),
    ("something else", 'print("a"); texts.fill("a", address); Texts.load("a")', set()),
    ("another method of that name", "chance.choice(names)", set()),
]


@pytest.mark.parametrize(
    ("source", "keys"), [row[1:] for row in RECOGNISED], ids=[row[0] for row in RECOGNISED]
)
def test_keys_are_recognised(tmp_path: Path, source: str, keys: set[str]) -> None:
    uses = find_uses(package(tmp_path, module=source))
    assert {key for use in uses.known for key in use.keys} == ALWAYS | keys
    assert uses.unclear == ()


def test_a_table_of_another_module_is_recognised(tmp_path: Path) -> None:
    uses = find_uses(package(tmp_path, module="texts(definitions.A_KEYS[x])\ntexts(A_KEYS[x])"))
    assert [use.keys for use in uses.known if use.place.startswith("bot/module.py")] == [("plain", "one")] * 2


def test_keys_in_pages_are_recognised(tmp_path: Path) -> None:
    root = package(tmp_path)
    (root / "page.html").write_text("<h1>{{ t('a') }}</h1>\n{{ texts(\"b\", n=1) }}", "utf-8")
    assert {use.place: use.keys for use in find_uses(root).known if "html" in use.place} == {
        "bot/page.html:1": ("a",),
        "bot/page.html:2": ("b",),
    }


UNCLEAR = [
    ("a variable", "texts(name)"),
    ("a made-up id", 'texts(f"state-{state}")'),
    ("an undeclared table", "texts(names[state])"),
    ("half of a choice", 'texts("a" if late else name)'),
    ("a parameter", "def f(key): texts(key)"),
    ("a name that may be anything", 'def f():\n    key = "a"\n    key = read(); texts(key)'),
]


@pytest.mark.parametrize("source", [row[1] for row in UNCLEAR], ids=[row[0] for row in UNCLEAR])
def test_a_key_that_cannot_be_told_is_reported_with_its_place(tmp_path: Path, source: str) -> None:
    uses = find_uses(package(tmp_path, module=source))
    line = source.count("\n") + 1
    assert [place.split(": ")[0] for place in uses.unclear] == [f"bot/module.py:{line}"]
    assert not any(use.place.startswith("bot/module.py") for use in uses.known)


FACTS = [
    ("by name", 'texts("a", address, n=1, m=2)', {"n", "m"}, False),
    ("some in a mapping", 'texts("a", n=1, **facts)', {"n"}, True),
    ("beside other arguments", 'turn.choice("a", "yes", n=1)', {"n"}, False),
    ("a fact of the name of a parameter", 'turn.t("a", key="x")', {"key"}, False),
    ("a field of a value", 'Problem(row=1, key="a", facts={"n": 1})', {"n"}, True),
    ("a parameter", 'complain(1, "a", kept=True, facts={"n": 1})', {"n"}, True),
]


@pytest.mark.parametrize(
    ("source", "facts", "more"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS]
)
def test_the_facts_of_a_use_are_told(tmp_path: Path, source: str, facts: set[str], *, more: bool) -> None:
    known = find_uses(package(tmp_path, module=source)).known
    (use,) = [use for use in known if use.place == "bot/module.py:1"]
    assert (use.keys, set(use.facts), use.open_facts) == (("a",), facts, more)
