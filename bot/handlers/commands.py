"""Typed commands, "/trangthai Trường THPT Vị Thanh": the same as buttons and plain words."""

from collections.abc import Callable, Mapping

from bot.domain.messages import Reply
from bot.handlers import ad_hoc, announce, deadlines, register, status
from bot.handlers import help as help_handler
from bot.handlers.actions import act
from bot.handlers.turn import Turn

#: Typed commands and the actions they mean; Telegram allows only a–z, 0–9 and _ in them.
COMMANDS: Mapping[str, str] = {
    "khaibao": "tasks",
    "declare": "tasks",
    "trangthai": "status",
    "status": "status",
    "xuat": "export",
    "export": "export",
    "lichsu": "rounds",
    "rounds": "rounds",
    "dotxuat": "ad-hoc",
    "adhoc": "ad-hoc",
    "thongbao": "announce",
    "announce": "announce",
    "chuabao": "missing",
    "missing": "missing",
    "chiendich": "campaigns",
    "campaigns": "campaigns",
    "vanban": "directive",
    "directive": "directive",
    "baocaolop": "report",
    "class": "report",
    "han": "deadlines",
    "deadline": "deadlines",
    "nhansu": "people",
    "people": "people",
    "namhoc": "year",
    "year": "year",
    "moi": "invite",
    "invite": "invite",
    "huy": "cancel",
    "cancel": "cancel",
    "lienket": "join",
    "link": "join",
    "dulieu": "data",
    "data": "data",
    "yeucau": "requests",
    "requests": "requests",
    "tamdung": "stop",
    "stop": "stop",
    "nhaclai": "remind",
    "remind": "remind",
    "chuaketnoi": "unreached",
    "unreached": "unreached",
    "giupdo": "help",
    "help": "help",
}

#: Actions that make something of the words behind the command.
_WITH_WORDS: Mapping[str, Callable[[Turn, str], Reply]] = {
    "ad-hoc": ad_hoc.command,
    "announce": announce.command,
    "deadlines": deadlines.command,
    "status": status.typed,
}


def carry_out(turn: Turn, text: str) -> Reply:
    """What a command does; one that nobody knows gets a word of help."""
    word, _, rest = text[1:].partition(" ")
    word, rest = word.partition("@")[0].lower(), rest.strip()
    if word in ("start", "batdau"):
        return register.start(turn, rest)
    if turn.person is None and word != "help":
        return register.start(turn)
    action = COMMANDS.get(word, "")
    if action == "join" and rest.lower() == "web":
        action = "my-link"
    if action in _WITH_WORDS and rest:
        return _WITH_WORDS[action](turn, rest)
    return act(turn, action) if action else help_handler.unknown(turn)
