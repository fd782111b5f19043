"""YAML text as plain data, remembering which line everything stands on.

A plain subset, so that a file means what it looks like: `yes`, `on` and `07:00` are texts (YAML 1.1
makes truth values of the first two and a number of the third), dates are texts, only `true` and `false`
are truth values. Aliases and tags are refused: a campaign needs neither, and aliases are how a small
file becomes a huge one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.campaigns.problems import Path, Problem, field_name

#: Larger files are not read; a campaign is some 30 kB.
LIMIT_BYTES = 1_000_000
#: Deeper nesting is a mistake: the schema needs seven levels.
LIMIT_DEPTH = 20

# libyaml is ten times faster; PyYAML comes without it on a few platforms.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: At most as many digits as fit a machine word: longer ones are names of something, not amounts.
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class YamlReading:
    """What a text says."""

    data: Any = None  #: None for a text that cannot be read to its end
    lines: dict[Path, int] = field(default_factory=lambda: {(): 1})
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, line: int, key: str, at: Path = (), /, **facts: str | int) -> None:
        self.problems.append(Problem(line=line, field=field_name(at, None), key=key, facts=facts))


class _Unreadable(Exception):
    """The rest of the text cannot be read."""


def read_yaml(text: str) -> YamlReading:
    """Read a text; whatever is wrong with it as YAML is in `problems`."""
    reading = YamlReading()
    if len(text) > LIMIT_BYTES or len(text.encode(errors="surrogatepass")) > LIMIT_BYTES:
        reading.wrong(1, "campaign-too-big", limit=LIMIT_BYTES)
    elif unprintable := _UNPRINTABLE.search(text):
        line = text.count("\n", 0, unprintable.start()) + 1
        reading.wrong(line, "campaign-yaml-character", code=f"U+{ord(unprintable[0]):04X}")
    else:
        try:
            _Document(text, reading).read()
        except _Unreadable:
            pass
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark is not None else 1
            reading.wrong(line, "campaign-yaml-syntax")
    return reading


class _Document:
    """The one document of a text, from the parser's events."""

    def __init__(self, text: str, reading: YamlReading) -> None:
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_Loader))
        self._reading = reading
        self._depth = 0

    def read(self) -> None:
        next(self._events)  # the stream begins
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            self._reading.wrong(1, "campaign-yaml-empty")
            return
        data = self._node(next(self._events), ())
        next(self._events)  # the document ends
        if isinstance(event := next(self._events), yaml.DocumentStartEvent):
            self._refuse(event, "campaign-yaml-documents")
        self._reading.data = data

    def _refuse(self, event: Any, key: str, **facts: str | int) -> None:
        self._reading.wrong(event.start_mark.line + 1, key, **facts)
        raise _Unreadable

    def _node(self, event: Any, at: Path) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "campaign-yaml-alias", value=f"*{event.anchor}")
        if event.tag not in {None, "!"}:
            self._refuse(event, "campaign-yaml-tag", value=event.tag)
        self._reading.lines.setdefault(at, event.start_mark.line + 1)
        match event:
            case yaml.ScalarEvent():
                return _plain(event.value) if event.implicit[0] else event.value
            case _ if self._depth == LIMIT_DEPTH:
                self._refuse(event, "campaign-yaml-depth", limit=LIMIT_DEPTH)
        self._depth += 1
        read = self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence
        value = read(at)
        self._depth -= 1
        return value

    def _sequence(self, at: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._node(event, (*at, len(values))))
        return values

    def _mapping(self, at: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "campaign-yaml-key")
            key: str = event.value
            place, line = (*at, key), event.start_mark.line + 1
            if key in values:
                first = self._reading.lines[place]
                self._reading.wrong(line, "campaign-yaml-twice", place, value=key, first=first)
            self._reading.lines.setdefault(place, line)
            values.setdefault(key, self._node(next(self._events), place))
        return values


def _plain(text: str) -> str | int | bool | None:
    """What an unquoted word means."""
    match text:
        case "" | "~" | "null":
            return None
        case "true" | "false":
            return text == "true"
    return int(text) if _INTEGER.fullmatch(text) else text
