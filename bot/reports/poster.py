"""The poster of an invite: A4, black on white, to be read from two metres and pinned up anywhere."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bot.domain.deadlines import last_valid_day
from bot.domain.invites import Invite, Links
from bot.domain.names import search_key
from bot.domain.people import Role
from bot.domain.units import CLASS, Unit
from bot.reports import qr
from bot.storage import Connection, invites, units
from bot.texts import Texts

if TYPE_CHECKING:
    from fpdf import FPDF

_File = TypeVar("_File", bound="FPDF")
_FONTS = Path(__file__).with_name("fonts")
_REGULAR, _BOLD = _FONTS / "BeVietnamPro_400Regular.ttf", _FONTS / "BeVietnamPro_700Bold.ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The words of one page."""

    school: str
    audience: str
    title: str
    steps: Sequence[str]
    link: str  #: of the QR symbol
    code_label: str
    code: str
    links: Sequence[tuple[str, str]]  #: as they are printed, and where a click on the file leads
    notes: Sequence[str]


_AUDIENCE_KEYS: Mapping[Role, str] = {
    Role.STAFF: "poster-for-staff",
    Role.PUPIL: "poster-for-pupils",
    Role.PARENT: "poster-for-parents",
}


def sheet_of(invite: Invite, unit: Unit, school: Unit, *, texts: Texts, links: Links) -> Sheet:
    """The page for an invite into a unit of a school (or of an office, which is its own school)."""
    audience = texts(_AUDIENCE_KEYS.get(invite.role, "poster-for-heads"))
    in_class = unit.kind == CLASS
    printed = []
    if web := links.web(invite.code):
        printed.append((texts("poster-web", link=web.partition("://")[2]), web))
    if telegram := links.telegram(invite.code):
        printed.append((texts("poster-telegram", bot=links.telegram_bot), telegram))
    notes = [texts("poster-help-class" if in_class else "poster-help-school")]
    if invite.expires_at is not None:
        notes.insert(0, texts("poster-until", day=texts.formats.day(last_valid_day(invite.expires_at))))
    return Sheet(
        school=_nfc(school.name),
        audience=_with_class(texts, audience, unit.name) if in_class else audience,
        title=texts("poster-title"),
        steps=(
            texts("poster-step-open"),
            texts("poster-step-child" if invite.role is Role.PARENT else "poster-step-name"),
            texts("poster-step-answer"),
        ),
        link=links.best(invite.code),
        code_label=texts("poster-code"),
        code=invite.code,
        links=printed,
        notes=(*notes, texts("poster-privacy")),
    )


def _with_class(texts: Texts, audience: str, name: str) -> str:
    """Most schools list a class as "10A1", some as "Lớp 10A1"."""
    words = _nfc(name).split()
    bare = " ".join(words[1:] if search_key(words[0]) == "lop" else words)
    return texts("poster-in-class", audience=audience, unit=bare)


def _nfc(text: str) -> str:
    """One glyph a letter: the font has no place for a mark that stands alone."""
    return unicodedata.normalize("NFC", text)


def poster_maker(
    texts: Texts, links: Links
) -> Callable[[Connection, Mapping[str, Any]], Callable[[], bytes]]:
    """Makes the posters of `{"school": unit id, "invites": [ids]}`, a page each."""

    def make(conn: Connection, request: Mapping[str, Any]) -> Callable[[], bytes]:
        school = units.get(conn, request["school"])
        found = [invites.get(conn, invite_id) for invite_id in request["invites"]]
        sheets = [
            sheet_of(invite, units.get(conn, invite.unit_id), school, texts=texts, links=links)
            for invite in found
        ]
        return lambda: pdf(sheets)

    return make


# --- drawing, in millimetres and points ---------------------------------------------------------

_WIDTH, _HEIGHT, _MARGIN = 210.0, 297.0, 17.0
_INNER = _WIDTH - 2 * _MARGIN
_QR, _BETWEEN = 92.0, 8.0
#: Millimetres of a point, and of the distance of two lines: Vietnamese has marks above and below.
_LINE = 25.4 / 72 * 1.32
#: How far letters may shrink for a long name, in steps.
_SHRINK = [1 - step / 20 for step in range(11)]
#: A code is read out and typed in groups of so many characters: the first that leaves no rest.
_GROUPS = (4, 3, 5)


def pdf(sheets: Sequence[Sheet]) -> bytes:
    """A file with a page for each sheet."""
    from fpdf import FPDF

    with _new_file(FPDF) as file:
        file.set_title(sheets[0].title)
        for sheet in sheets:
            file.add_page()
            _draw(file, sheet)
        return bytes(file.output())


@contextmanager
def _new_file(kind: type[_File]) -> Iterator[_File]:
    from fpdf.fonts import TTFFont

    file = kind(format="A4")
    file.set_auto_page_break(auto=False)
    file.set_margin(_MARGIN)
    file.c_margin = 0
    file.add_font("vietnam", "", _REGULAR)
    file.add_font("vietnam", "B", _BOLD)
    try:
        yield file
    finally:
        for font in file.fonts.values():
            if isinstance(font, TTFFont):  # holds its file open
                font.close()


def _draw(file: "FPDF", sheet: Sheet) -> None:
    file.set_y(_MARGIN)
    _text(file, sheet.school, 22, bold=True, lines=2)
    _text(file, sheet.audience, 18, lines=2)
    _rule(file, file.get_y() + 4)
    file.set_y(file.get_y() + 9)
    _text(file, sheet.title, 39, bold=True, lines=1)
    top = file.get_y() + 6
    _symbol(file, sheet.link, _WIDTH - _MARGIN - _QR, top)
    file.set_y(top)
    for number, step in enumerate(sheet.steps, 1):
        _step(file, number, step, room=_QR / len(sheet.steps))
    file.set_y(top + _QR + 9)
    _code(file, sheet.code_label, sheet.code)
    file.set_y(file.get_y() + 5)
    for words, target in sheet.links:
        _text(file, words, 16, lines=1, link=target)
    notes = sum(_height(file, note, 12.5) + 1 for note in sheet.notes)
    foot = _HEIGHT - _MARGIN - notes
    _rule(file, foot - 4)
    file.set_y(foot)
    for note in sheet.notes:
        _text(file, note, 12.5, lines=3)
        file.set_y(file.get_y() + 1)


def _text(
    file: "FPDF",
    words: str,
    points: float,
    *,
    lines: int,
    bold: bool = False,
    x: float = _MARGIN,
    width: float = _INNER,
    link: str = "",
) -> None:
    """A paragraph from here down; its letters shrink until it takes no more than so many lines."""
    for factor in _SHRINK:
        file.set_font("vietnam", "B" if bold else "", points * factor)
        if _lines(file, words, width) <= lines:
            break
    file.set_x(x)
    file.multi_cell(
        width, file.font_size_pt * _LINE, words, align="L", link=link, new_x="LMARGIN", new_y="NEXT"
    )


def _lines(file: "FPDF", words: str, width: float) -> int:
    found = file.multi_cell(width, text=words, dry_run=True, output="LINES")
    assert isinstance(found, list)
    return len(found)


def _height(file: "FPDF", words: str, points: float) -> float:
    file.set_font("vietnam", "", points)
    return _lines(file, words, _INNER) * points * _LINE


def _rule(file: "FPDF", y: float) -> None:
    file.set_line_width(0.6)
    file.line(_MARGIN, y, _WIDTH - _MARGIN, y)


def _step(file: "FPDF", number: int, words: str, *, room: float) -> None:
    """A number in a disc, and what to do beside it."""
    top, disc = file.get_y(), 13.0
    file.set_fill_color(0)
    file.ellipse(_MARGIN, top, disc, disc, style="F")
    file.set_font("vietnam", "B", 20)
    file.set_text_color(255)
    file.set_xy(_MARGIN, top)
    file.cell(disc, disc, str(number), align="C")
    file.set_text_color(0)
    file.set_y(top + 1)
    x = _MARGIN + disc + 5
    _text(file, words, 17.5, lines=3, x=x, width=_WIDTH - _MARGIN - _QR - _BETWEEN - x)
    file.set_y(top + room)


def _symbol(file: "FPDF", link: str, x: float, y: float) -> None:
    """The QR symbol in a frame, its quiet zone inside."""
    rows = qr.matrix(link)
    module = _QR / (len(rows) + 2 * qr.QUIET)
    file.set_line_width(0.3)
    file.rect(x, y, _QR, _QR)
    file.set_fill_color(0)
    for down, row in enumerate(rows):
        for across, length in _runs(row):
            file.rect(
                x + (qr.QUIET + across) * module,
                y + (qr.QUIET + down) * module,
                length * module,
                module,
                style="F",
            )


def _runs(row: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where dark modules that touch begin, and how many they are: drawn as one, no gap shows in print."""
    at = 0
    for dark, group in groupby(row):
        length = len(list(group))
        if dark:
            yield at, length
        at += length


def _code(file: "FPDF", label: str, code: str) -> None:
    """The code, in a box, so large that it is copied without a mistake."""
    top, height = file.get_y(), 32.0
    file.set_line_width(0.9)
    file.rect(_MARGIN, top, _INNER, height)
    file.set_xy(_MARGIN, top + 2)
    file.set_font("vietnam", "", 13)
    file.cell(_INNER, 8, label, align="C")
    file.set_xy(_MARGIN, top + 10)
    file.set_font("vietnam", "B", 48)
    file.set_char_spacing(5)
    file.cell(_INNER, 19, grouped(code), align="C")
    file.set_char_spacing(0)
    file.set_y(top + height)


def grouped(code: str) -> str:
    """A code in groups of one length, "PA0 12D EMO"; where its length has none, the last is shorter."""
    size = next((size for size in _GROUPS if len(code) % size == 0), _GROUPS[0])
    return " ".join(code[at : at + size] for at in range(0, len(code), size))
