"""Files for channels that carry none: an address that opens one file for a day, for whoever was sent it.

GET /f/{file id}/{until when, Unix seconds}/{signature}

The signature is an HMAC over the two numbers before it, so nothing is kept for a link and nobody can guess
one. A file is gone earlier where it is deleted earlier (`bot/storage/files.py`).
"""

import base64
import hashlib
import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.domain.messages import Attachment
from bot.errors import InputError
from bot.storage.files import StoredFile
from bot.texts import Texts
from bot.web.guard import download

#: The name of the key that these addresses are signed with.
KEY = "shared-files"
#: How long an address opens its file.
LIFE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFiles:
    """Makes the addresses."""

    key: str = field(repr=False)
    public_url: str
    now: Callable[[], datetime]

    def link(self, attachment: Attachment) -> str:
        """The address under which a stored file can be had until tomorrow."""
        until = int((self.now() + LIFE).timestamp())
        signature = self._sign(attachment.ref, str(until))
        return f"{self.public_url.rstrip('/')}/f/{attachment.ref}/{until}/{signature}"

    def opens(self, file: str, until: str, signature: str) -> bool:
        """Whether an address is one of ours, and not too old."""
        genuine = hmac.compare_digest(signature.encode(errors="replace"), self._sign(file, until).encode())
        return genuine and self.now().timestamp() < int(until)

    def _sign(self, file: str, until: str) -> str:
        mac = hmac.digest(self.key.encode(), f"{file}/{until}".encode(errors="replace"), hashlib.sha256)
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")


def shared_files_route(
    shared: SharedFiles, load: Callable[[int], Awaitable[StoredFile | None]], texts: Texts
) -> Route:
    """The route. `load` gives a stored file; it raises InputError for one that cannot be made."""

    async def file(request: Request) -> Response:
        parts = request.path_params
        if not shared.opens(parts["file"], parts["until"], parts["signature"]):
            raise HTTPException(404, texts("web-error-file"))
        try:
            stored = await load(int(parts["file"]))
        except InputError as error:
            raise HTTPException(404, texts(error.key, **error.facts)) from error
        if stored is None or stored.content is None:
            raise HTTPException(404, texts("web-error-file"))
        return download(stored.content, stored.name, stored.mime)

    return Route("/f/{file}/{until}/{signature}", file)
