"""QR pictures: the right picture for a code, and white enough around it."""

import struct
import zlib

import pytest

from bot.domain.invites import Links
from bot.domain.people import Role
from bot.reports import qr
from bot.storage import Connection, NotFound, invites
from tests.storage.world import STARTED, on_each_database, plant, unit_id

LINK = "https://khaibao.example/i/K7M2QXRT"


def pixels(png: bytes) -> list[list[bool]]:
    """The dark pixels of a black and white picture (PNG, one bit a pixel, no filter but "none" and "up")."""
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert (depth, colour) == (1, 0)
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(data), (width + 7) // 8
    rows, above = [], bytes(stride)
    for start in range(0, len(raw), 1 + stride):
        line = raw[start + 1 : start + 1 + stride]
        assert raw[start] in (0, 2), "a filter of another kind"
        if raw[start] == 2:  # differences from the line above
            line = bytes((byte + before) & 255 for byte, before in zip(line, above, strict=True))
        rows.append([bit == "0" for bit in "".join(f"{byte:08b}" for byte in line)[:width]])
        above = line
    assert len(rows) == height
    return rows


def test_the_picture_is_the_symbol_of_the_link_with_four_white_modules_around():
    dark = pixels(qr.png(LINK))
    modules = [row[5::10] for row in dark[5::10]]  # the middle of each module
    bare = [row[4:-4] for row in modules[4:-4]]

    assert bare == qr.matrix(LINK)
    assert sum(map(sum, bare)) == sum(map(sum, modules))  # nothing dark outside


def test_a_drawing_can_be_had_too():
    assert qr.svg(LINK).startswith(b"<?xml")


@on_each_database
def test_a_request_names_an_invite(conn: Connection):
    plant(conn)
    make = qr.qr_maker(Links(public_url="https://khaibao.example"))
    made = invites.add(
        conn, code="K7M2QXRT", unit_id=unit_id(conn, "C"), role=Role.STAFF, now=STARTED, expires_at=None
    )

    assert make(conn, {"invite": made.id})() == qr.png(LINK)
    with pytest.raises(NotFound):
        make(conn, {"invite": made.id + 1})
