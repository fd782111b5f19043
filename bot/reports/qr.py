"""QR pictures of links (ISO/IEC 18004)."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from bot.domain.invites import Links
from bot.storage import Connection, invites

#: White modules that a reader needs around the symbol (ISO/IEC 18004, 6.3.8).
QUIET = 4
#: Pixels of a module: about 400 in all, sharp on a phone and small enough to be sent as a picture.
_PIXELS = 10


def matrix(link: str) -> list[list[bool]]:
    """The dark modules of a link's symbol, row by row, without the quiet zone.

    Level M mends 15 %: a crease or a stain on a poster does no harm.
    """
    import segno

    return [[bool(module) for module in row] for row in segno.make_qr(link, error="m").matrix]


def png(link: str) -> bytes:
    """A link's symbol as a black and white picture."""
    return _picture(link, "png")


def svg(link: str) -> bytes:
    """The same as a drawing of any size."""
    return _picture(link, "svg")


def _picture(link: str, kind: str) -> bytes:
    import segno

    picture = io.BytesIO()
    segno.make_qr(link, error="m").save(picture, kind=kind, scale=_PIXELS, border=QUIET)
    return picture.getvalue()


def qr_maker(links: Links) -> Callable[[Connection, Mapping[str, Any]], Callable[[], bytes]]:
    """Makes the QR picture of `{"invite": id}`."""

    def make(conn: Connection, request: Mapping[str, Any]) -> Callable[[], bytes]:
        link = links.best(invites.get(conn, request["invite"]).code)
        return lambda: png(link)

    return make
