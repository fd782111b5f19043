"""The spreadsheet says what the chat says."""

import re
from collections.abc import Mapping
from typing import Any

from bot.reports.exporting import Exporting
from bot.storage import files
from bot.storage.tables import audit
from bot.texts import Texts
from tests.handlers.stage import Stage, Theatre
from tests.handlers.transcripts import staged
from tests.reports.files import sheets

WORLD: Mapping[str, Any] = {
    "campaign": "bluezone-hau-giang-2020",
    "start": "2020-08-18 14:05",
    "cast": {
        "thuy": {"is": "Trần Thị Thu Thủy", "agreed": True},
        "nhung": {"is": "Nguyễn Thị Hồng Nhung", "agreed": True},
        "lan": {"is": "Phan Thị Lan", "agreed": True},
        "hung": {"is": "Bùi Quốc Hưng", "agreed": True},
    },
}


def declared(theatre: Theatre) -> Stage:
    """Two teachers of seven have declared; in one family a child cannot."""
    stage = staged(dict(WORLD), theatre)
    for chat, answers in {
        "nhung": ("em cài rồi", "3", "1", "1", "trẻ nhỏ"),
        "lan": ("em cài rồi", "0"),
    }.items():
        for answer in answers:
            stage.says(chat, answer)
        stage.taps(chat, "confirm yes")
    return stage


def workbook(stage: Stage, chat: str) -> dict[str, list[list[Any]]]:
    """What is made of the file that a chat was just sent."""
    attachment = stage.shown[chat].attachment
    assert attachment is not None
    with stage.connect() as conn:
        wanted = files.load(conn, int(attachment.ref))
        assert wanted is not None
        assert wanted.request is not None
        draw = Exporting(texts=Texts.load("vi"), now=lambda: stage.now)(conn, wanted.request)
    return sheets(draw())


def shares(text: str) -> list[tuple[int, int]]:
    """Every "2/7" of a status below its head line, in order."""
    _, _, below = text.partition("\n")
    return [(int(part), int(whole)) for part, whole in re.findall(r"(\d+)/(\d+)", below)]


def test_a_school_is_told_the_same_figures_in_the_chat_and_in_the_spreadsheet(theatre: Theatre):
    stage = declared(theatre)
    [status] = stage.says("thuy", "/trangthai")
    stage.taps("thuy", "Xuất bảng tính")
    book = workbook(stage, "thuy")

    overview = book["Tổng hợp"][5]
    received, on_time, complete, of_all, of_able, pupils, website = shares(status.reply.text)
    expected, actual, _, timely, _, reached, _ = overview[3:]
    assert [(actual, expected), (timely, expected), (reached, expected)] == [received, on_time, complete]
    rates = {row[2]: (row[3], row[4]) for row in book["Chỉ tiêu"][5:] if row[5] not in ("", "–")}
    assert rates["Tỷ lệ đã cài trên tổng số người đã khai"] == of_all == (3, 5)
    assert rates["Tỷ lệ đã cài trên số người có thể cài"] == of_able == (3, 4)
    assert [(row[4], row[3]) for row in book["Tổng hợp"][6:8]] == [pupils, website]
    assert (overview[5], "28,57%" in status.reply.text) == (0.2857, True)


def test_sums_of_the_tables_are_the_totals_of_the_chat(theatre: Theatre):
    stage = declared(theatre)
    stage.says("thuy", "/xuat")

    table = workbook(stage, "thuy")["Bluezone của CBGVNV"]

    *groups, total = [row for row in table[5:] if row[1] and not str(row[1]).startswith("Số")]
    for column in (2, 3, 5, 6, 7):
        assert sum(row[column] for row in groups if row[column] != "–") == total[column]
    assert (total[1], total[2], total[3]) == ("Tổng cộng", 7, 2)


def test_names_are_in_the_heads_file_and_not_in_the_officers(theatre: Theatre):
    stage = declared(theatre)
    for chat in ("thuy", "hung"):
        stage.says(chat, "/xuat")

    found = {chat: repr(workbook(stage, chat)) for chat in ("thuy", "hung")}

    assert "Lê Văn An" in found["thuy"]
    assert not any(name in found["hung"] for name in ("Lê Văn An", "Phan Thị Lan", "Mai Văn Sơn"))


def test_every_export_is_written_down_with_who_asked_for_it(theatre: Theatre):
    stage = declared(theatre)
    stage.says("thuy", "/xuat")
    stage.says("hung", "/xuat")
    stage.acts("lan", "export:1")  # is not allowed

    with stage.connect() as conn:
        kept = conn.execute(audit.select().where(audit.c.action == "export").order_by(audit.c.id)).all()

    assert [(row.subject, row.detail) for row in kept] == [
        ("unit:3", "bluezone-hau-giang-2020 names"),
        ("unit:1", "bluezone-hau-giang-2020 numbers"),
    ]
    assert all(row.person_id for row in kept)
