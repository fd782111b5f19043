"""How a reply looks on Zalo, and what becomes of files."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.plain_text import units
from bot.channels.zalo import Zalo
from bot.channels.zalo.screens import MOST_TEXT, screens
from bot.domain.messages import Attachment, Choice, Reply
from bot.errors import OutcomeUnknown, Unavailable
from tests.channels.zalo.conftest import channel_at
from tests.fakes.zalo.people import Person
from tests.fakes.zalo_server import ZaloServer

POSTER = Attachment(ref="7", name="to-dan.png", mime="image/png")
WORKBOOK = Attachment(ref="8", name="so-lieu.xlsx", mime="application/vnd.ms-excel")


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label=label, action="do:1") for label in labels)


@pytest.fixture
def lan(server: ZaloServer) -> Person:
    return server.bot.person("Lan", known=True)


class TestScreens:
    def test_choices_are_numbered_lines_under_the_text(self):
        reply = Reply(text="Thông tin đúng chưa ạ?", choices=choices("Gửi khai báo", "Sửa lại"))
        assert screens(reply) == ["Thông tin đúng chưa ạ?\n\n1. Gửi khai báo\n2. Sửa lại"]

    def test_under_a_question_whose_answer_is_a_number_nothing_is_numbered(self):
        reply = Reply(text="Mấy người ạ?", choices=choices("Để sau", "Thôi"), number_expected=True)
        assert screens(reply) == ["Mấy người ạ?\n\n• Để sau\n• Thôi"]

    def test_a_label_stays_on_its_line(self):
        assert screens(Reply(text="?", choices=choices("Trường\nTHPT"))) == ["?\n\n1. Trường THPT"]

    def test_the_end_of_a_long_text_and_its_choices_stay_together(self):
        reply = Reply(text="Một câu dài vừa phải. " * 90, choices=choices("Đúng", "Sửa"))
        *_before, last = screens(reply)
        assert "Một câu dài vừa phải." in last
        assert last.endswith("\n\n1. Đúng\n2. Sửa")

    def test_a_hundred_choices_follow_their_text_in_whole_lines(self):
        reply = Reply(text="Đơn vị nào ạ?", choices=choices(*(f"Trường Tiểu học số {n}" for n in range(100))))
        first, *lists = screens(reply)
        assert first == "Đơn vị nào ạ?"
        lines = "\n".join(lists).splitlines()
        assert [line.partition(".")[0] for line in lines] == [str(n) for n in range(1, 101)]

    @settings(deadline=None)
    @given(
        st.text(alphabet="aă👍\n .", max_size=6000),
        st.lists(st.text(alphabet="bộ👍", min_size=1, max_size=60), max_size=60),
        st.booleans(),
    )
    def test_no_message_is_too_long_and_nothing_is_lost(self, text: str, labels: list[str], expected: bool):
        told = screens(Reply(text=text, choices=choices(*labels), number_expected=expected))
        assert all(units(message) <= MOST_TEXT for message in told)
        shown = "".join("".join(told).split())
        assert shown.startswith("".join(text.split()))
        assert all(label in shown for label in labels)


class TestSending:
    async def test_nothing_is_asked_to_be_styled(self, server: ZaloServer, zalo: Zalo, lan: Person):
        await zalo.send(lan.chat.chat_id, Reply(text="*a* <b>b</b>"))
        [call] = server.sent()
        assert call.parameters.keys() == {"chat_id", "text"}

    async def test_what_replaces_or_takes_back_a_message_is_said_as_a_new_one(
        self, server: ZaloServer, zalo: Zalo, lan: Person
    ):
        await zalo.send(lan.chat.chat_id, Reply(text="đính chính", edits="1"))
        await zalo.send(lan.chat.chat_id, Reply(text="đã thu hồi", deletes="1"))
        assert [shown.said for shown in lan.screen] == ["đính chính", "đã thu hồi"]

    async def test_the_next_try_of_a_long_text_goes_on_where_the_last_one_ended(
        self, server: ZaloServer, zalo: Zalo, lan: Person
    ):
        reply = Reply(text="\n".join(f"{n}. {'x' * 50}" for n in range(100)))
        server.faults.next("sendMessage", kind="slow", seconds=0.0)
        server.faults.next("sendMessage", kind="bad_gateway")
        with pytest.raises(Unavailable):
            await zalo.send(lan.chat.chat_id, reply)
        await zalo.send(lan.chat.chat_id, reply)
        assert [shown.said for shown in lan.screen] == screens(reply)
        assert zalo.costs(reply) == len(screens(reply))

    async def test_a_send_that_hangs_after_it_was_taken_may_have_arrived(
        self, server: ZaloServer, zalo: Zalo, lan: Person
    ):
        server.faults.next("sendMessage", kind="hang")
        with pytest.raises(OutcomeUnknown):
            await zalo.send(lan.chat.chat_id, Reply(text="nhắc việc"))
        assert [shown.said for shown in lan.screen] == ["nhắc việc"]

    async def test_no_error_holds_the_token(self, server: ZaloServer):
        channel = channel_at("http://127.0.0.1:1")
        with pytest.raises(Unavailable) as caught:
            await channel.send("a", Reply(text="b"))
        assert "double-of-zalo" not in repr(caught.value) + str(caught.value.__cause__)
        assert "double-of-zalo" not in repr(vars(channel)) + repr(vars(channel._client))
        await channel.close()


class TestFiles:
    @pytest.fixture
    async def linking(self, server: ZaloServer):
        server.routes["https://khaibao.test/f/"] = f"{server.url}/files/"
        channel = channel_at(server.url, link=lambda file: f"https://khaibao.test/f/{file.ref}/2/abc")
        yield channel
        await channel.close()

    async def test_a_picture_is_fetched_by_zalo_and_shown_with_its_text(
        self, server: ZaloServer, linking: Zalo, lan: Person
    ):
        server.files["/files/7/2/abc"] = b"PNG"
        await linking.send(lan.chat.chat_id, Reply(text="Tờ dán", attachment=POSTER, choices=choices("In")))
        [shown] = lan.screen
        assert (shown.text, shown.photo, shown.buttons) == ("Tờ dán", b"PNG", ["In"])

    async def test_a_picture_that_zalo_cannot_fetch_goes_as_a_link(
        self, server: ZaloServer, linking: Zalo, lan: Person
    ):
        await linking.send(lan.chat.chat_id, Reply(text="Tờ dán", attachment=POSTER))
        assert [shown.said for shown in lan.screen] == [
            "to-dan.png:\nhttps://khaibao.test/f/7/2/abc",
            "Tờ dán",
        ]

    async def test_another_file_is_a_link_under_the_text(
        self, server: ZaloServer, linking: Zalo, lan: Person
    ):
        reply = Reply(text="Bảng tổng hợp", attachment=WORKBOOK, choices=choices("Xong"))
        await linking.send(lan.chat.chat_id, reply)
        [shown] = lan.screen
        assert shown.said == ("Bảng tổng hợp\n\nso-lieu.xlsx:\nhttps://khaibao.test/f/8/2/abc\n\n1. Xong")
        assert linking.costs(reply) == 1

    async def test_where_nobody_could_open_a_link_the_text_says_where_the_file_is(
        self, zalo: Zalo, lan: Person
    ):
        await zalo.send(lan.chat.chat_id, Reply(text="Bảng tổng hợp", attachment=WORKBOOK))
        assert lan.screen[-1].said == "Bảng tổng hợp\n\nZalo không mang được tệp so-lieu.xlsx."
