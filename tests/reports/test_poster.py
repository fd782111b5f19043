"""The poster: everything on it, nothing over the edge, every letter in the font."""

import re
import unicodedata
import zlib
from datetime import date
from typing import Any

import pytest
from fpdf import FPDF
from fpdf.fonts import TTFFont
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.deadlines import by_day
from bot.domain.invites import Invite, Links
from bot.domain.people import Role
from bot.domain.units import Unit
from bot.reports import poster
from bot.reports.poster import Sheet, pdf, poster_maker, sheet_of
from bot.storage import Connection, invites
from bot.texts import Texts
from tests.storage.world import STARTED, on_each_database, plant, unit_id

TEXTS = Texts.load("vi")
LINKS = Links(public_url="https://khaibao.example.vn", telegram_bot="khaibao_bot")
SCHOOL = Unit(id=1, code="C", name="Trường THPT Vị Thanh", kind="school")
CLASS = Unit(id=2, code="C-10A1", name="10A1", kind="class")
LONG = "Trường Phổ thông Dân tộc Nội trú THCS và THPT Nguyễn Huỳnh Đức huyện Long Mỹ, TP"
VOWELS = "aăâeêioôơuưy"
LETTERS = {
    unicodedata.normalize("NFC", letter + tone)
    for vowel in VOWELS + VOWELS.upper()
    for letter in vowel
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
} | set("đĐ")


def sheet(role: Role = Role.STAFF, unit: Unit = SCHOOL, links: Links = LINKS, **changes: Any) -> Sheet:
    facts: dict[str, Any] = {
        "id": 1,
        "code": "K7M2QXRT",
        "unit_id": unit.id,
        "role": role,
        "expires_at": None,
    }
    return sheet_of(Invite(**(facts | changes)), unit, SCHOOL, texts=TEXTS, links=links)


def pages(file: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", file))


# --- what it says


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("HS10A120", "HS10 A120"),
        ("PA012DEMO", "PA0 12D EMO"),
        ("AB012DEMOX", "AB012 DEMOX"),
        ("ABCDEFG", "ABCD EFG"),
    ],
    ids=["eight", "nine", "ten", "a prime"],
)
def test_a_code_is_printed_in_groups_of_one_length(code: str, printed: str):
    assert poster.grouped(code) == printed


@pytest.mark.parametrize(
    ("role", "unit", "audience", "second_step", "whom"),
    [
        pytest.param(Role.STAFF, SCHOOL, "Dành cho giáo viên", "Nhắn họ và tên,", "văn thư", id="staff room"),
        pytest.param(Role.PUPIL, CLASS, "học viên – lớp 10A1", "Nhắn họ và tên,", "chủ nhiệm", id="class"),
        pytest.param(Role.PARENT, CLASS, "phụ huynh – lớp 10A1", "tên của con", "chủ nhiệm", id="parents"),
        pytest.param(Role.PRINCIPAL, SCHOOL, "người phụ trách", "Nhắn họ và tên,", "văn thư", id="a head"),
    ],
)
def test_it_is_worded_for_those_who_stand_before_it(
    role: Role, unit: Unit, audience: str, second_step: str, whom: str
):
    page = sheet(role, unit)

    assert page.school == "Trường THPT Vị Thanh"
    assert audience in page.audience
    assert len(page.steps) == 3
    assert second_step in page.steps[1]
    assert whom in " ".join(page.notes)


def test_it_shows_the_code_and_every_way_in():
    page = sheet()

    assert page.code == "K7M2QXRT"
    assert page.link == "https://khaibao.example.vn/i/K7M2QXRT"
    assert page.links == [
        ("Trang web: khaibao.example.vn/i/K7M2QXRT", "https://khaibao.example.vn/i/K7M2QXRT"),
        ("Telegram: t.me/khaibao_bot, rồi nhập mã mời", "https://t.me/khaibao_bot?start=K7M2QXRT"),
    ]
    assert [words for words, _ in sheet(links=Links(public_url="http://k.vn")).links] == [
        "Trang web: k.vn/i/K7M2QXRT"
    ]


def test_it_says_until_when_the_code_is_good_and_what_is_never_asked():
    page = sheet(expires_at=by_day(date(2020, 10, 17)))

    assert page.notes[0] == "Mã dùng được đến hết thứ Bảy 17/10/2020."
    assert "không bao giờ hỏi mật khẩu" in page.notes[-1]
    assert len(sheet().notes) == len(page.notes) - 1


@pytest.mark.parametrize("name", ["10A1", "Lớp 10A1", "lop  10A1", unicodedata.normalize("NFD", "Lớp 10A1")])
def test_a_class_is_called_a_class_once(name: str):
    assert sheet(Role.PUPIL, Unit(id=2, code="x", name=name, kind="class")).audience.endswith(" – lớp 10A1")


# --- how it is drawn


class Recorder(FPDF):
    """Remembers where everything was put: (left, top, right, bottom)."""

    boxes: list[tuple[float, float, float, float]]
    trying = False

    def multi_cell(self, *args: Any, **options: Any) -> Any:
        if options.get("dry_run"):  # which calls this again, on a page that is thrown away
            self.trying = True
        left, top = self.x, self.y
        done = super().multi_cell(*args, **options)
        if not self.trying:
            self.boxes.append((left, top, left + args[0], self.y))
        self.trying = self.trying and not options.get("dry_run")
        return done

    def rect(self, x: float, y: float, w: float, h: float, *args: Any, **options: Any) -> None:
        if not options.get("style"):  # a frame, not a module of the symbol
            self.boxes.append((x, y, x + w, y + h))
        super().rect(x, y, w, h, *args, **options)


def drawn(page: Sheet) -> list[tuple[float, float, float, float]]:
    with poster._new_file(Recorder) as file:
        file.boxes = []
        file.add_page()
        poster._draw(file, page)
        return file.boxes


def assert_fits(boxes: list[tuple[float, float, float, float]]) -> None:
    for left, top, right, bottom in boxes:
        assert left >= 16.9
        assert top >= 16.9
        assert right <= 193.1
        assert bottom <= 281
    for n, (left, top, right, bottom) in enumerate(boxes):
        for other_left, other_top, other_right, other_bottom in boxes[n + 1 :]:
            apart = (
                right <= other_left + 0.01
                or other_right <= left + 0.01
                or bottom <= other_top + 0.01
                or other_bottom <= top + 0.01
            )
            assert apart, "one thing is printed over another"


WORDS = st.lists(st.text(sorted(LETTERS), min_size=1, max_size=14), min_size=1, max_size=20)
NAMES = WORDS.map(lambda words: " ".join(words)[:80].strip())


@given(school=NAMES, name=NAMES, code=st.text("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=8, max_size=8))
@settings(max_examples=15, deadline=None)
def test_the_longest_names_stay_on_the_page_and_apart(school: str, name: str, code: str):
    invite = Invite(id=1, code=code, unit_id=2, role=Role.PARENT, expires_at=by_day(date(2020, 10, 17)))
    page = sheet_of(
        invite,
        Unit(id=2, code="x", name=name, kind="class"),
        Unit(id=1, code="y", name=school, kind="school"),
        texts=TEXTS,
        links=Links(
            public_url="https://khaibao-nganh-giao-duc.haugiang.example.vn", telegram_bot="k" * 29 + "bot"
        ),
    )

    assert_fits(drawn(page))


@pytest.mark.parametrize("role", Role)
def test_a_school_with_a_name_of_80_letters_has_a_poster_for_everybody(role: Role):
    assert len(LONG) == 80
    assert_fits(drawn(sheet(role, Unit(id=1, code="C", name=LONG, kind="school"))))


@pytest.mark.parametrize("font", ["vietnam", "vietnamB"], ids=["regular", "bold"])
def test_the_font_has_every_letter_of_vietnamese_and_every_sign_we_print(font: str):
    page = sheet(Role.PARENT, CLASS, expires_at=by_day(date(2020, 10, 17)))
    printed = "".join((page.title, page.audience, page.code_label, *page.steps, *page.notes))

    with poster._new_file(FPDF) as file:
        found = file.fonts[font]
        assert isinstance(found, TTFFont)
        missing = [letter for letter in sorted(LETTERS | set(printed)) if ord(letter) not in found.cmap]

    assert missing == []
    assert len(LETTERS) == 2 * 12 * 6 + 2


def test_each_class_has_a_page_of_its_own_in_one_file():
    classes = [Unit(id=n, code=f"C-{n}", name=f"10A{n}", kind="class") for n in range(1, 6)]
    file = pdf([sheet(Role.PUPIL, unit, code=f"K7M2QXR{unit.id}") for unit in classes])

    assert file.startswith(b"%PDF-")
    assert pages(file) == 5
    assert len(file) < 100_000  # the letters that are used, not whole fonts


def test_only_black_and_white_ink_is_used():
    streams = re.findall(rb"stream\n(.*?)\nendstream", pdf([sheet()]), re.DOTALL)
    commands = zlib.decompress(streams[0]).decode("latin-1")
    inks = set(re.findall(r"([\d.]+(?: [\d.]+){0,2}) (?:g|G|rg|RG)\b", commands))

    assert {float(part) for ink in inks for part in ink.split()} <= {0.0, 1.0}


@on_each_database
def test_a_request_names_the_school_and_the_invites(conn: Connection):
    plant(conn)
    made = [
        invites.add(conn, code=code, unit_id=unit_id(conn, place), role=role, now=STARTED, expires_at=None).id
        for code, place, role in (("AAAA", "C", Role.STAFF), ("BBBB", "C-10A1", Role.PUPIL))
    ]

    draw = poster_maker(TEXTS, LINKS)(conn, {"school": unit_id(conn, "C"), "invites": made})

    assert pages(draw()) == 2
