"""Commands in words: what an errand is, what goes with it, and what only sounds like one."""

import pytest

from bot.language.errands import Errand, Order, order_of


@pytest.mark.parametrize(
    ("text", "errand"),
    [
        ("xuất excel", Errand.EXPORT),
        ("cho em xin file excel ạ", Errand.EXPORT),
        ("tải báo cáo", Errand.EXPORT),
        ("xuat so lieu", Errand.EXPORT),
        ("tạo mã mời", Errand.INVITE),
        ("lấy mã QR mời", Errand.INVITE),
        ("Tạo mã mời giáo viên giúp tôi", Errand.INVITE),
        ("danh sách chiến dịch", Errand.CAMPAIGNS),
        ("chiến dịch nào đang chạy", Errand.CAMPAIGNS),
        ("có những chiến dịch nào", Errand.CAMPAIGNS),
        ("phát động chiến dịch mới", Errand.LAUNCH),
        ("đặt hạn nội bộ", Errand.DEADLINE),
        ("hạn nội bộ", Errand.DEADLINE),
        ("chuyển công tác", Errand.PEOPLE),
        ("giáo viên nghỉ phép", Errand.PEOPLE),
        ("nghỉ thai sản", Errand.PEOPLE),
        ("có giáo viên nghỉ việc", Errand.PEOPLE),
        ("cập nhật nhân sự", Errand.PEOPLE),
        ("ủy quyền", Errand.PEOPLE),
        ("phân công chủ nhiệm", Errand.PEOPLE),
        ("kết thúc năm học", Errand.YEAR),
        ("xem công văn", Errand.DIRECTIVE),
        ("công văn nói gì ạ", Errand.DIRECTIVE),
        ("lịch sử báo cáo", Errand.ROUNDS),
        ("báo cáo lớp", Errand.REPORT),
        ("ai chưa kết nối", Errand.UNREACHED),
        ("nhắc những người chưa khai báo", Errand.NUDGE),
        ("nhắc các trường chưa báo cáo", Errand.NUDGE),
        ("nhac nguoi con thieu", Errand.NUDGE),
        ("yêu cầu chờ xử lý", Errand.REQUESTS),
        ("dùng thêm Zalo", Errand.JOIN),
        ("gửi thông báo", Errand.ANNOUNCE),
        ("dạ em muốn soạn thông báo ạ", Errand.ANNOUNCE),
        ("yêu cầu báo cáo đột xuất", Errand.AD_HOC),
    ],
)
def test_an_errand_in_words(text: str, errand: Errand):
    assert order_of(text) == Order(errand=errand)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        (
            "gửi thông báo: Chiều mai 14h họp hội đồng",
            Order(errand=Errand.ANNOUNCE, words="Chiều mai 14h họp hội đồng"),
        ),
        (
            "Đặt hạn nội bộ trước 17h ngày 28/8",
            Order(errand=Errand.DEADLINE, words="trước 17h ngày 28/8"),
        ),
        (
            "mở đợt đột xuất - trước 14h: số học sinh nghỉ do sốt",
            Order(errand=Errand.AD_HOC, words="trước 14h: số học sinh nghỉ do sốt"),
        ),
    ],
)
def test_what_goes_with_an_errand_is_kept_as_it_was_written(text: str, order: Order):
    assert order_of(text) == order


@pytest.mark.parametrize(
    "text",
    [
        "",
        "em cài rồi ạ",
        "hai đứa nghỉ học, còn lại cài rồi",
        "lớp 8A2: 38 em có máy cài rồi, 4 em không có máy",
        "mai nhắc em nhé",
        "nhắc lại tối nay",
        "đừng nhắc em nữa",
        "em nghe thông báo rồi",
        "chưa nhận được công văn",
        "chuyển công tác rồi thì khai ở trường nào",
        "mẹ em nghỉ hưu rồi nhưng chưa cài",
        "hạn tới bữa nào",
        "báo cáo lớp em 38 bạn cài rồi",
        "4 người",
        "không thay đổi",
    ],
)
def test_what_says_something_else_is_no_errand(text: str):
    assert order_of(text) is None
