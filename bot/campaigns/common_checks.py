"""Checks that several parts of a campaign file share: ids, placeholders, conditions."""

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from string import Formatter

from bot.campaigns.problems import Mistake, Path, listed, mistake
from bot.domain.expressions import Expression

#: Placeholders that every text may use: the form of address in mid-sentence and at a sentence start.
ADDRESS_WORDS = ("xung_ho", "Xung_ho")


TWICE_KEYS = {
    "id": "campaign-duplicate-id",
    "slot": "campaign-duplicate-slot",
    "label": "campaign-duplicate-label",
}


def twice(words: Iterable[tuple[Path, str]], what: str = "id") -> Iterator[Mistake]:
    """Words that stand a second time where each has to be different; `what` they are."""
    seen: set[str] = set()
    for at, word in words:
        if word in seen:
            yield mistake(at, TWICE_KEYS[what], value=word)
        seen.add(word)


def check_placeholders(at: Path, text: str, allowed: Collection[str] = ()) -> Iterator[Mistake]:
    """Braces of a text that nothing would fill."""
    allowed = (*ADDRESS_WORDS, *allowed)
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        yield mistake(at, "campaign-bad-braces", allowed=listed(allowed))
        return
    for _, name, spec, conversion in pieces:
        if name is not None and (spec or conversion or name not in allowed):
            yield mistake(at, "campaign-unknown-placeholder", value=name, allowed=listed(allowed))


def check_condition(
    at: Path,
    condition: Expression | None,
    questions: Mapping[str, frozenset[str]],
    usable: Collection[str] | None = None,
) -> Iterator[Mistake]:
    """Names and values of a condition that can never be answered.

    `questions` maps each question of the form to its options (none: any value); `usable` are those
    that are asked before, where only these make sense.
    """
    if condition is None:
        return
    for name in sorted(condition.names):
        if name not in questions:
            yield mistake(at, "campaign-unknown-question", value=name, allowed=listed(questions))
        elif usable is not None and name not in usable:
            yield mistake(at, "campaign-later-question", value=name, allowed=listed(usable))
    for name, value in _compared_words(condition.tree):
        options = questions.get(name)
        if options and value not in options:
            yield mistake(
                at, "campaign-unknown-option", value=value, question=name, allowed=listed(sorted(options))
            )


def _compared_words(tree: ast.expr) -> Iterator[tuple[str, str]]:
    """Every (question, quoted word) that stand on two sides of a comparison."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            for name in (side.id for side in sides if isinstance(side, ast.Name)):
                for side in sides:
                    for part in side.elts if isinstance(side, ast.Tuple) else (side,):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield name, part.value
