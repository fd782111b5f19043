"""One evening of Công văn 1510 on Telegram: real processes, real HTTP, and a plug that is pulled."""

import asyncio
from pathlib import Path

import pytest

from tests.e2e.conftest import School
from tests.e2e.program import Program
from tests.fakes.telegram.remote import RemotePerson

pytestmark = pytest.mark.timeout(120)
#: The database makes no difference to these; the others run on both.
on_sqlite = pytest.mark.parametrize("database_setting", ["sqlite"], indirect=True)


async def register(school: School, person: RemotePerson, name: str) -> None:
    """Through the deep link to the first question."""
    await person.starts(school.staff_code)
    await person.hears(containing="họ và tên")
    await person.says(name)
    await person.taps("Đúng", await person.hears(button="Đúng"))
    await person.taps("Đồng ý", await person.hears(button="Đồng ý"))
    await person.hears(button="Đã cài")


async def declare(person: RemotePerson) -> None:
    await person.says("em cài rồi, chồng với 2 con cũng cài rồi")
    await person.hears(containing="bao nhiêu người")
    await person.says("3")
    await person.taps("Gửi khai báo", await person.hears(button="Gửi khai báo"))
    await person.hears(containing="Đã nhận khai báo")


async def test_a_teacher_declares_in_one_evening_and_the_principal_sees_it(school: School) -> None:
    nhung, thuy = school.telegram.person(11, "Nhung"), school.telegram.person(12, "Thủy")
    async with school.program.run():
        await register(school, nhung, "hong nhung")
        await declare(nhung)

        await thuy.starts(school.principal_code)
        await thuy.hears(containing="họ và tên")
        await thuy.says("thu thuy")
        await thuy.taps("Đúng", await thuy.hears(button="Đúng"))
        await thuy.hears(containing="Đăng ký thành công")
        await thuy.says("trường mình sao rồi")
        status = await thuy.hears(containing="Tình hình Trường THPT Vị Thanh")
        assert "1/4" in status.text
        await thuy.says("/chuabao")
        missing = await thuy.hears(containing="Lê Văn An")
        assert "Nguyễn Thị Hồng Nhung" not in missing.text
    tally = await school.tally()
    assert (tally["expected"], tally["declared"], tally["complete"], tally["people"]) == (4, 1, 1, 4)
    assert await school.telegram.unacknowledged() == []
    assert await school.telegram.unanswered_taps() == []


@on_sqlite
async def test_killed_between_the_commit_and_the_send_the_answer_still_arrives_once(school: School) -> None:
    nhung = school.telegram.person(11, "Nhung")
    async with school.program.run() as bot:
        await register(school, nhung, "hong nhung")
        # The answer is committed, its send hangs before Telegram takes it: then the plug is pulled.
        await school.telegram.fault("sendMessage", kind="slow", seconds=30)
        await nhung.says("em cài rồi, nhà em ở một mình")
        await school.telegram.called("sendMessage", times=3, chat_id=11)
        await bot.kill()
    await school.telegram.clear_faults()
    async with school.program.run():
        summary = await nhung.hears(button="Gửi khai báo", timeout=15)
        await nhung.taps("Gửi khai báo", summary)
        await nhung.hears(containing="Đã nhận khai báo")
    assert (await school.tally())["complete"] == 1
    summaries = [call for call in await school.telegram.sent(11) if "Gửi khai báo" in str(call.parameters)]
    assert len(summaries) <= 2  # the one whose send was cut off may have arrived


@on_sqlite
async def test_messages_written_while_the_bot_was_down_are_answered_in_order_after_the_start(
    school: School,
) -> None:
    nhung, an = school.telegram.person(11, "Nhung"), school.telegram.person(13, "An")
    async with school.program.run():
        await register(school, nhung, "hong nhung")
    await nhung.says("em cài rồi", "chồng với 2 con cũng cài rồi", "3")
    await an.starts(school.staff_code)
    async with school.program.run():
        await nhung.hears(button="Gửi khai báo", timeout=15)
        await an.hears(containing="họ và tên", timeout=15)
    assert await school.telegram.unacknowledged() == []


@on_sqlite
async def test_telegram_throttles_fails_and_drops_connections_and_every_answer_arrives(
    school: School,
) -> None:
    nhung = school.telegram.person(11, "Nhung")
    async with school.program.run():
        await school.telegram.fault("sendMessage", kind="too_many_requests", retry_after=1)
        await nhung.starts(school.staff_code)
        await nhung.hears(containing="họ và tên", timeout=20)
        await school.telegram.fault("sendMessage", kind="bad_gateway")
        await nhung.says("hong nhung")
        await nhung.taps("Đúng", await nhung.hears(button="Đúng", timeout=20))
        await school.telegram.fault("*", kind="reset_delivered")
        await nhung.taps("Đồng ý", await nhung.hears(button="Đồng ý", timeout=20))
        await nhung.hears(button="Đã cài", timeout=20)


@on_sqlite
async def test_a_blocked_person_is_not_written_to_again_and_comes_back_by_writing(school: School) -> None:
    nhung = school.telegram.person(11, "Nhung")
    async with school.program.run():
        await register(school, nhung, "hong nhung")
        await nhung.blocks()
        await school.telegram.all_acknowledged()
        await nhung.unblocks()
        await nhung.says("/trangthai")
        await nhung.hears(containing="Bluezone")


@on_sqlite
async def test_wrong_files_and_unknown_codes_get_one_sentence_each(school: School) -> None:
    lan, nhung = school.telegram.person(14, "Lan"), school.telegram.person(11, "Nhung")
    async with school.program.run():
        await lan.says("SAICODE9")
        await lan.hears(containing="Mã này không đúng")
        await register(school, nhung, "hong nhung")
        await nhung.sends_photo()
        await nhung.hears(containing="chưa đọc được ảnh")
        await nhung.sends_document("danh-sach.pdf", b"%PDF-1.7 ...")
        await nhung.hears(containing="chưa đọc được ảnh")
        await nhung.sends_sticker()
        await nhung.hears(containing="chưa đọc được ảnh")
        await nhung.says("😀" * 3000)
        await nhung.hears()
    assert not any("Traceback" in line for line in school.program.log)
    assert not any(school.telegram.token in line or "Nhung" in line for line in school.program.log)


@on_sqlite
async def test_a_principal_sends_the_staff_list_into_the_chat(school: School) -> None:
    thuy = school.telegram.person(12, "Thủy")
    sheet = "STT,Họ và tên,Chức vụ,Tổ\n1,Trần Thị Thu Thủy,Hiệu trưởng,BGH\n2,Võ Thị Mới,Giáo viên,Tổ Sử\n"
    async with school.program.run():
        await thuy.starts(school.principal_code)
        await thuy.hears(containing="họ và tên")
        await thuy.says("thu thuy")
        await thuy.taps("Đúng", await thuy.hears(button="Đúng"))
        await thuy.hears(containing="Đăng ký thành công")
        await thuy.sends_document("danh-sach.csv", sheet.encode())
        read = await thuy.hears(button="Nhập danh sách", timeout=15)
        await thuy.taps("Nhập danh sách", read)
        await thuy.hears(containing="1 người mới")
    assert (await school.tally())["expected"] == 5


@on_sqlite
async def test_a_wrong_token_is_one_sentence_and_exit_code_1(tmp_path: Path, school: School) -> None:
    program = Program(tmp_path, {**school.program.settings, "TELEGRAM_TOKEN": "1:wrong-token-wrong-token"})
    said = await program.command("run", succeeds=False)
    assert len(said.strip().splitlines()) == 1
    assert "Traceback" not in said
    assert "wrong-token" not in said


@on_sqlite
async def test_sigterm_ends_within_ten_seconds_and_keeps_what_waits(school: School) -> None:
    nhung = school.telegram.person(11, "Nhung")
    async with school.program.run() as bot:
        await nhung.starts(school.staff_code)
        await nhung.hears(containing="họ và tên")
        bot.process.terminate()
        await asyncio.wait_for(bot.process.wait(), 10)
    assert bot.process.returncode == 0
