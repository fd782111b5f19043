"""Message texts as Telegram reads them: trimming, `parse_mode=HTML`, entities, lengths.

Rules: core.telegram.org/bots/api#formatting-options. Offsets and lengths are UTF-16 code units.
"""

import re
from html import unescape
from typing import Any

from tests.fakes.telegram.refusals import Refusal, bad_request

TEXT_LIMIT = 4096  #: UTF-16 code units after entities parsing; the strictest reading of "characters"
CAPTION_LIMIT = 1024

_ENTITY_OF_TAG = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^<>]*)>")
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))""")
_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,64}(?:@\w+)?(?!\w)")


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def commands_in(text: str) -> list[dict[str, Any]]:
    """The bot_command entity a person's message begins with, as a list of none or one."""
    found = _COMMAND.match(text)
    return [{"type": "bot_command", "offset": 0, "length": len(found[0])}] if found else []


def formatted(
    text: str, parse_mode: str, entities: list[dict[str, Any]] | None, *, limit: int
) -> tuple[str, list[dict[str, Any]]]:
    """The text people see and its entities. Raises Refusal where Telegram would refuse it.

    An empty result is no error here: a caption may be empty, a text may not.
    """
    if parse_mode.lower() == "html":
        text, entities = _from_html(text)
    elif parse_mode:
        raise bad_request(f"unsupported parse_mode (the double reads HTML only, not {parse_mode!r})")
    seen = text.strip()
    if units(seen) > limit:
        raise bad_request("message is too long" if limit == TEXT_LIMIT else "message caption is too long")
    if not entities:
        return seen, []
    cut = units(text[: len(text) - len(text.lstrip())])
    moved = [entity | {"offset": max(entity["offset"] - cut, 0)} for entity in entities]
    return seen, moved


def _from_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    plain = ""
    entities: list[dict[str, Any]] = []
    open_tags: list[tuple[str, dict[str, Any]]] = []
    position = 0
    while position < len(source):
        following = source.find("<", position)
        end = following if following >= 0 else len(source)
        plain += _REFERENCE.sub(lambda found: unescape(found[0]), source[position:end])
        if following < 0:
            break
        tag = _TAG.match(source, following)
        at = len(source[:following].encode())
        if tag is None:
            raise _unparsable(f'Unsupported start tag "{source[following + 1 :][:1]}" at byte offset {at}')
        name = tag["name"].lower()
        if tag["close"]:
            entities.append(_closed(name, at, open_tags, units(plain)))
        else:
            open_tags.append((name, _opened(name, tag["rest"], at, units(plain))))
        position = tag.end()
    if open_tags:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    found = [entity for entity in entities if entity["length"]]
    return plain, sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _opened(name: str, rest: str, at: int, offset: int) -> dict[str, Any]:
    if name not in _ENTITY_OF_TAG:
        raise _unparsable(f'Unsupported start tag "{name}" at byte offset {at}')
    if name == "span" and "tg-spoiler" not in rest:
        raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
    entity: dict[str, Any] = {"type": _ENTITY_OF_TAG[name], "offset": offset, "length": 0}
    if name == "a" and (link := _HREF.search(rest)):
        entity["url"] = next(part for part in link.groups() if part is not None)
    return entity


def _closed(name: str, at: int, open_tags: list[tuple[str, dict[str, Any]]], end: int) -> dict[str, Any]:
    if not open_tags:
        raise _unparsable(f"Unexpected end tag at byte offset {at}")
    expected, entity = open_tags.pop()
    if name != expected:
        raise _unparsable(
            f'Unmatched end tag at byte offset {at}, expected "</{expected}>", found "</{name}>"'
        )
    return entity | {"length": end - entity["offset"]}


def _unparsable(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")
