"""Conversations as data: reading a transcript, playing it, writing down what was said.

A transcript (`transcripts/*.yaml`) holds `about`, `campaign` (one, or several), `start` (local time), a
`tree` where units changed (`trees.yaml`), `cast` (the chats: who each `is`, whether they `agreed`, on
which channel if not the web) and `lines`; where a bot has a `quota`, also its messages of the month, how
many of them are kept for conversations, how many were sent before, and how many people it may have
(`{zalo:1: {monthly: 20, reserve: 5, sent: 8, users: 3}}`). A line is one of

    they: text | tap: button | tap_again: true | tap_of: {other chat: button} | action: any string
    sends: media | fills: {obligation: {question: what is typed}} | after: 2 days | at: 2020-08-26 07:00

with `as:` where another chat of the cast speaks than before. `tap` names a button of the last message by
its label or by words of its action; `tap_of` taps one that another chat was shown. By hand belong to a line
`check:` (`checks.py` says what can be asked) and `nothing_changed: true`; everything else (`we`, `choices`,
`file`, `also`: what reached other chats or came by itself) is written by

    python -m tests.handlers.transcripts --rewrite

and reviewed as a diff.
"""

import sys
import textwrap
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bot.domain.deadlines import VIETNAM
from bot.domain.quotas import Quota
from bot.storage import Connection, spending
from tests.handlers.checks import examine, miscounted, records
from tests.handlers.stage import LONGEST, Arrived, Stage, Theatre
from tests.handlers.world import agree, grow, merge, person_id, register, start_campaign, write_province

FOLDER = Path(__file__).with_name("transcripts")
Transcript = dict[str, Any]
Line = dict[str, Any]

#: What one line does; exactly one of these.
VERBS = ("they", "tap", "tap_again", "tap_of", "action", "sends", "fills", "after", "at")
#: What is written by rewriting.
GENERATED = ("we", "choices", "file", "also")
#: The one in C reads the same much faster, where it is there.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNITS = {"minute": "minutes", "hour": "hours", "day": "days"}


def load(path: Path) -> Transcript:
    transcript: Transcript = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    return transcript


def staged(transcript: Transcript, theatre: Theatre) -> Stage:
    """The world of a transcript."""
    start, campaigns, tree = _moment(transcript["start"]), transcript["campaign"], transcript.get("tree")

    def write(conn: Connection) -> None:
        write_province(conn, start)
        if tree:
            grow(conn, tree, start)
        for campaign in [campaigns] if isinstance(campaigns, str) else campaigns:
            start_campaign(conn, campaign, start)
        if tree:
            merge(conn, tree, start)

    connect = theatre.set(f"{campaigns}-{tree}-{start:%Y%m%d%H%M}", write)
    cast = transcript["cast"]
    stage = Stage(
        connect=connect,
        now=start,
        channels={chat: part["on"] for chat, part in cast.items() if "on" in part},
        quotas={
            channel: Quota(monthly=part["monthly"], reserve=part["reserve"])
            for channel, part in transcript.get("quota", {}).items()
        },
        seats={
            channel: part["users"] for channel, part in transcript.get("quota", {}).items() if "users" in part
        },
    )
    with connect() as conn:
        for channel, part in transcript.get("quota", {}).items():
            spending.add(conn, channel, part["sent"], start)
        for chat, part in cast.items():
            if "is" in part:
                who = person_id(conn, part["is"])
                register(conn, stage.channel(chat), chat, who, start)
                if part.get("agreed"):
                    agree(conn, who, start)
    return stage


def play(transcript: Transcript, stage: Stage) -> Iterator[tuple[Line, Line]]:
    """Plays the lines one by one; yields each as it is written and as it came out.

    What must hold after every line is asserted here.
    """
    chat = next(iter(transcript["cast"]))
    with stage.connect() as conn:
        before = records(conn)
    for line in transcript["lines"]:
        chat = line.get("as", chat)
        arrived = _perform(line, chat, stage)
        with stage.connect() as conn:
            after = records(conn)
            if after != before:
                assert miscounted(conn) == [], "a tally differs from its recount"
        came = {key: value for key, value in line.items() if key not in GENERATED} | _heard(arrived, chat)
        if "nothing_changed" in line:
            came["nothing_changed"] = after == before
        if "check" in line:
            came["check"] = examine(stage, chat, line["check"])
        before = after
        yield line, came


def _perform(line: Line, chat: str, stage: Stage) -> list[Arrived]:
    match [(verb, line[verb]) for verb in VERBS if verb in line]:
        case [("they", text)]:
            return stage.says(chat, _text(text))
        case [("tap", words)]:
            return stage.taps(chat, words)
        case [("tap_again", True)]:
            return stage.acts(chat, stage.tapped[chat])
        case [("tap_of", shown)]:
            [(other, words)] = shown.items()
            return stage.taps(chat, words, other)
        case [("action", action)]:
            return stage.acts(chat, action)
        case [("sends", {"document": name, "content": content})]:
            return stage.sends(chat, "document", name, content.encode())
        case [("fills", form)]:
            [(obligation, fields)] = form.items()
            return stage.fills(chat, obligation, fields)
        case [("sends", kind)]:
            return stage.sends(chat, kind)
        case [("after", span)]:
            return stage.waits(stage.now + _span(span))
        case [("at", moment)]:
            return stage.waits(_moment(moment))
    raise AssertionError(f"a line does exactly one of {VERBS}: {line}")


def _heard(arrived: list[Arrived], chat: str) -> Line:
    """What was said: `we` is the answer to whoever spoke, `also` is everything else."""
    heard: Line = {}
    for message in arrived:
        assert message.reply.text.strip(), "an empty message"
        assert len(message.reply.text.encode("utf-16-le")) // 2 <= LONGEST, "a message that no channel takes"
        said: Line = {"we": message.reply.text}
        if message.reply.choices:
            said["choices"] = [choice.label for choice in message.reply.choices]
        if message.reply.attachment is not None:
            said["file"] = message.reply.attachment.name
        if message.kind == "answer" and message.chat == chat and "we" not in heard:
            heard |= said
        else:
            heard.setdefault("also", []).append({"to": message.chat, "kind": message.kind, **said})
    return heard


def _text(text: Any) -> str:
    """A text; `{repeat: x, times: 10000}` stands for a long one."""
    return text["repeat"] * text["times"] if isinstance(text, dict) else str(text)


def _span(span: str) -> timedelta:
    """ "2 days", "15 minutes"."""
    number, unit = span.split()
    return timedelta(**{_UNITS[unit.removesuffix("s")]: int(number)})


def _moment(local: Any) -> datetime:
    return datetime.strptime(f"{local} +0700", "%Y-%m-%d %H:%M %z").astimezone(VIETNAM)


# --- rewriting ----------------------------------------------------------------------------------


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, checks on one line."""


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


class _OneLine(dict[str, Any]):
    """Written as {…}."""


def _one_line(dumper: yaml.SafeDumper, data: _OneLine) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=True)


class _Row(list[str]):
    """Written as […]."""


def _row(dumper: yaml.SafeDumper, data: _Row) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


_Dumper.add_representer(str, _string)
_Dumper.add_representer(_OneLine, _one_line)
_Dumper.add_representer(_Row, _row)


def written(transcript: Transcript) -> str:
    """A transcript as its file holds it: the same whoever wrote it."""
    head = {key: value for key, value in transcript.items() if key not in ("cast", "lines")}
    cast = {chat: _OneLine(part or {}) for chat, part in transcript["cast"].items()}
    parts = [_dump(head), _dump({"cast": cast}), "lines:\n", *map(_written_line, transcript["lines"])]
    return "".join(parts)


def _written_line(line: Line) -> str:
    ordered = {key: line[key] for key in ("note", "as", *VERBS, *GENERATED) if key in line}
    ordered |= {key: value for key, value in line.items() if key not in ordered}
    return textwrap.indent(_dump([_styled(ordered)]).rstrip("\n"), "  ") + "\n"


def _styled(line: Line) -> Line:
    styled = dict(line)
    if "choices" in styled:
        styled["choices"] = _Row(styled["choices"])
    if "check" in styled:
        styled["check"] = _OneLine(styled["check"])
    if "also" in styled:
        styled["also"] = [_styled(message) for message in styled["also"]]
    return styled


def _dump(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=106)


def rewrite(path: Path, theatre: Theatre) -> bool:
    """Write down what is said now; whether that changes the file. Checks are left as they are."""
    transcript = load(path)
    lines = [
        {key: value for key, value in line.items() if key not in GENERATED}
        | {key: came[key] for key in GENERATED if key in came}
        for line, came in play(transcript, staged(transcript, theatre))
    ]
    text = written({**transcript, "lines": lines})
    changed = text != path.read_text(encoding="utf-8")
    if changed:
        path.write_text(text, encoding="utf-8")
    return changed


def main(arguments: list[str]) -> None:
    """Rewrite the transcripts named, or all of them."""
    if arguments[:1] != ["--rewrite"]:
        sys.exit("usage: python -m tests.handlers.transcripts --rewrite [NAME …]")
    names = arguments[1:]
    theatre = Theatre()
    for path in sorted(FOLDER.glob("*.yaml")):
        if (not names or path.stem in names) and rewrite(path, theatre):
            sys.stdout.write(f"rewritten: {path.name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
