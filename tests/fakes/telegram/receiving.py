"""The methods with which a bot receives and introduces itself."""

import re
from collections.abc import Awaitable, Coroutine
from typing import Any

from tests.fakes.telegram.journal import Call
from tests.fakes.telegram.parameters import flag, integer, structure, text
from tests.fakes.telegram.refusals import bad_request, conflict
from tests.fakes.telegram.updates import MOST_AT_ONCE, UpdateQueue
from tests.fakes.telegram.webhook import Webhook
from tests.fakes.telegram.world import World

DOWNLOAD_BYTES = 20 * 2**20
_MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


class Encoded(bytes):
    """A result that is JSON already."""


class Receiving:
    """Updates by poll or webhook, commands, files."""

    def __init__(self, world: World, updates: UpdateQueue, webhook: Webhook) -> None:
        self._world = world
        self._updates = updates
        self._webhook = webhook
        #: (scope, language) → commands
        self.commands: dict[tuple[str, str], list[dict[str, Any]]] = {}

    def get_me(self, _call: Call) -> dict[str, Any]:
        can = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        return self._world.bot | can

    def get_updates(self, call: Call) -> Encoded | Coroutine[Any, Any, Encoded]:
        if self._webhook.url:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
                " first"
            )
        self._updates.end_poll(
            "terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        self._choose_kinds(call)
        offset = integer(call.parameters, "offset")
        limit = integer(call.parameters, "limit", MOST_AT_ONCE)
        limit = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
        seconds = integer(call.parameters, "timeout")
        if batch := self._batch(offset, limit):
            return batch
        return self._poll(self._updates.wait(seconds), offset, limit) if seconds > 0 else Encoded(b"[]")

    async def _poll(self, arrival: Awaitable[None], offset: int, limit: int) -> Encoded:
        await arrival
        return self._batch(offset, limit) or Encoded(b"[]")

    def _batch(self, offset: int, limit: int) -> Encoded | None:
        batch = self._updates.take(offset, limit)
        return Encoded(b"[" + b",".join(update.encoded for update in batch) + b"]") if batch else None

    def set_webhook(self, call: Call) -> bool:
        url, secret = text(call.parameters, "url"), text(call.parameters, "secret_token")
        if not url:
            return self.delete_webhook(call)
        if len(secret) > 256:
            raise bad_request("secret token is too long")
        if not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        self._choose_kinds(call)
        if flag(call.parameters, "drop_pending_updates"):
            self._updates.drop()
        connections = integer(call.parameters, "max_connections", 40)
        self._webhook.set(url, secret, min(max(connections, 1), 100))
        self._updates.end_poll("terminated by setWebhook request")
        return True

    def delete_webhook(self, call: Call) -> bool:
        self._webhook.forget()
        if flag(call.parameters, "drop_pending_updates"):
            self._updates.drop()
        return True

    def get_webhook_info(self, _call: Call) -> dict[str, Any]:
        info: dict[str, Any] = {
            "url": self._webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self._webhook.url:
            info["max_connections"] = self._webhook.max_connections
        if self._webhook.last_error:
            info["last_error_date"], info["last_error_message"] = self._webhook.last_error
        if self._updates.allowed:
            info["allowed_updates"] = self._updates.allowed
        return info

    def set_my_commands(self, call: Call) -> bool:
        commands = structure(call.parameters, "commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands: expected an Array of BotCommand")
        if len(commands) > _MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(text(command, "command")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(text(command, "description")) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[self._audience(call)] = commands
        return True

    def get_my_commands(self, call: Call) -> list[dict[str, Any]]:
        return self.commands.get(self._audience(call), [])

    def get_file(self, call: Call) -> dict[str, Any]:
        file = self._world.files.get(text(call.parameters, "file_id"))
        if file is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(file.content) > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return file.as_json() | {"file_path": file.path}

    def _choose_kinds(self, call: Call) -> None:
        """`allowed_updates`: kept from the last time where it is not named, [] for all."""
        kinds = structure(call.parameters, "allowed_updates")
        if kinds is not None:
            self._updates.allowed = kinds or None

    def _audience(self, call: Call) -> tuple[str, str]:
        scope = structure(call.parameters, "scope") or {"type": "default"}
        return str(sorted(scope.items())), text(call.parameters, "language_code")
