"""The help names commands that exist, and Telegram's menu offers nothing else."""

import re

import pytest

from bot.domain.address import Address
from bot.handlers.commands import COMMANDS
from bot.handlers.help import TOPIC_KEYS
from bot.platforms import MENU_KEYS
from bot.texts import Texts

TEXTS = {language: Texts.load(language) for language in ("vi", "en")}


@pytest.mark.parametrize("language", list(TEXTS))
@pytest.mark.parametrize("key", [*dict.fromkeys(TOPIC_KEYS.values()), "help-own"])
def test_every_command_of_the_help_is_one(language: str, key: str):
    named = set(re.findall(r"/([a-z]+)", TEXTS[language](key, Address.TEACHER)))

    assert named <= COMMANDS.keys()


def test_the_menu_offers_what_the_help_names():
    lines = [TEXTS["vi"](key, Address.TEACHER) for key in [*TOPIC_KEYS.values(), "help-own"]]
    helped = {command for line in lines for command in re.findall(r"/([a-z]+)", line)}

    assert MENU_KEYS.keys() <= COMMANDS.keys()
    assert MENU_KEYS.keys() - {"giupdo"} <= helped
