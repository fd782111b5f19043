"""Wishes about one's own data, told from everything else that people write."""

import pytest

from bot.language.wishes import Wish, wish_of


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("xóa hết dữ liệu của tôi", Wish.ERASE),
        ("xoa du lieu", Wish.ERASE),
        ("em muốn xóa tài khoản ạ", Wish.ERASE),
        ("rút lại đồng ý", Wish.WITHDRAW),
        ("em không đồng ý nữa", Wish.WITHDRAW),
        ("hệ thống ghi sai tên em rồi", Wish.CORRECT),
        ("tên em bị ghi sai", Wish.CORRECT),
        ("sai lớp rồi cô", Wish.CORRECT),
        ("em báo trực tiếp với nhà trường nhé", Wish.OFFLINE),
        ("cho em khai báo bằng giấy", Wish.OFFLINE),
        ("dữ liệu của tôi", None),
        ("em cài rồi, nhà 3 người", None),
        ("em xóa ứng dụng rồi cài lại", None),
        ("em không đồng ý", None),
        ("không có giấy tờ gì ạ", None),
        ("", None),
        ("xóa dữ liệu " + "rất " * 20, None),
    ],
)
def test_a_wish_is_read_where_there_is_one(text: str, wish: Wish | None):
    assert wish_of(text) is wish
