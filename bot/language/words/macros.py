"""Lists that phrases of the other tables refer to as `{name}`."""

MACROS: dict[str, str] = {
    #: Negations; "không" and "chưa" also end questions, which is why rules look at their place.
    "not": "không/chưa/chẳng/chả/đâu có/không có/chưa có",
    "no": "không/chưa/chẳng/chả",
    "phone": "điện thoại/điện thoại thông minh/smartphone/phone/điện thoại cảm ứng/điện thoại xịn/máy",
    "use": "dùng/xài/sử dụng/biết dùng/biết xài/biết sử dụng/rành",
    #: What one does to a summary that is not right.
    "amend": "sửa/sửa đổi/thay đổi/bổ sung/thêm/thêm bớt/chỉnh/chỉnh sửa/điều chỉnh",
    "me": "em/tôi/mình/tui/con/cháu/bản thân",
    "not_that": "không phải/đâu phải/chẳng phải/không phải là",
    "n": "một/hai/ba/bốn/năm/sáu/bảy/tám/chín/mười",
    #: Without "ba": "ba mẹ con" is the parents of "con", not three.
    "nb": "hai/bốn/năm/sáu/bảy",
    #: Mekong delta: children are called by birth order, starting at two; the eldest is "Hai".
    "birth": "hai/ba/tư/năm/sáu/bảy/tám/chín/mười/út/cả/lớn/nhỏ",
    "nth": "hai/ba/tư/năm/sáu/bảy/tám/chín/mười/út",
    "few": "một hai/hai ba/ba bốn/bốn năm/năm sáu/năm bảy/sáu bảy/bảy tám/dăm ba/đôi ba/vài ba",
    "persons": "khẩu/nhân khẩu/thành viên/miệng ăn/miệng/người/mạng/đứa",
    "count": "người/đứa/mạng/thành viên/nhân khẩu/khẩu/bạn",
}
