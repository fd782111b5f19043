"""Files that are made for somebody: posters, QR pictures, exports. None is made inside a turn.

A turn checks the right and writes down a request; making takes longer than a turn may, so it is done
just before the message leaves:

    turn:        return Reply(text=…, attachment=turn.paper("poster", "to-dan.pdf", invites=[7]))
    `files`:     a row without content, with the request {"kind": "poster", "invites": [7]}
    dispatcher:  Papers.attach(reply) ──► makers["poster"](conn, request) ──► draw() in a thread ──► sent

A new kind of paper is a maker of its own, joined to the others in `build` of `bot/app.py`. It has two
halves:

    def export(conn: Connection, request: Mapping[str, Any]) -> Callable[[], bytes]:
        rows = …                                # reads what it needs: on the event loop, so quickly
        return lambda: workbook(rows)           # draws it: in a thread, with no connection

What is made is kept for a week, so that a second try or a click on the web's link finds it again.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot.delivery.faults import describe
from bot.domain.messages import Reply
from bot.errors import InputError, Refused, Unavailable
from bot.storage import Connection, Database, files
from bot.storage.failures import of_the_database
from bot.storage.files import StoredFile
from bot.texts import Texts

_log = logging.getLogger(__name__)

#: Reads what a request needs and returns what draws it. Raises InputError, in either half, where the
#: person is to be told why there is no paper.
Maker = Callable[[Connection, Mapping[str, Any]], Callable[[], bytes]]


class Papers:
    """Loads stored files; makes those that are only asked for."""

    def __init__(self, database: Database, makers: Mapping[str, Maker], texts: Texts) -> None:
        self._database = database
        self._makers = makers
        self._texts = texts
        # One at a time: two that draw would take the processor from people's turns.
        self._drawing = asyncio.Lock()

    async def attach(self, reply: Reply) -> tuple[Reply, bytes | None]:
        """A reply as it is sent, with the content of its attachment.

        Where a paper cannot be made, the reply says so. Raises ChannelError: Refused for a file that is
        no longer kept, Unavailable where the database does not answer.
        """
        if reply.attachment is None:
            return reply, None
        try:
            file = await self.load(int(reply.attachment.ref))
        except InputError as error:
            return replace(reply, text=self._texts(error.key, **error.facts), attachment=None), None
        except Exception as error:
            _log.error("attachment not read: %s", describe(error))
            raise Unavailable("file-not-read") from error
        if file is None:
            raise Refused("file-expired")
        return reply, file.content

    async def load(self, file_id: int) -> StoredFile | None:
        """A stored file with its content, made now if it has to be; None when it is no longer kept.

        Raises InputError for one that cannot be made.
        """
        file = await self._stored(file_id)
        if file is None or file.content is not None:
            return file
        async with self._drawing:
            file = await self._stored(file_id)  # somebody else may just have made it
            if file is None or file.content is not None or file.request is None:
                return file
            content = await self._make(file.request)
            await self._database.write(partial(files.made, file_id=file_id, content=content))
        return replace(file, content=content)

    async def _make(self, request: Mapping[str, Any]) -> bytes:
        kind = request["kind"]
        try:
            make = self._makers[kind]
            draw = await self._database.read(lambda conn: make(conn, request))
            return await asyncio.to_thread(draw)
        except InputError:
            raise
        except Exception as error:
            if of_the_database(error):
                raise
            # Trying again would fail again, and hold up everything else of this chat.
            _log.error("a paper of kind %s failed: %s", kind, describe(error))
            raise InputError("err-paper") from error

    async def _stored(self, file_id: int) -> StoredFile | None:
        return await self._database.read(partial(files.load, file_id=file_id))
