"""What homeroom teachers write of a class. `v` is each verb of the campaign; `=` is never read without marks."""

from enum import StrEnum

from bot.domain.class_reports import NO, NO_SMARTPHONE, YES


class Kind(StrEnum):
    """What a phrase is, in a report of a class."""

    STATE = "state"  #: what the pupils of a number have done
    NUMBER = "number"
    SIZE = "size"  #: the number behind it is that of the whole class
    OF = "of"  #: 38/42
    ALL = "all"
    REST = "rest"
    HAVING = "having"  #: of a telephone, which does not say what was done with it
    PUPILS = "pupils"
    BREAK = "break"  #: what follows is said of another number
    VAGUE = "vague"
    HOME = "home"  #: a household is spoken of


PHRASES: tuple[tuple[Kind, str | None, str], ...] = (
    (Kind.STATE, YES, "v, đã v, v rồi, v xong, v được, có v, xong, rồi, hoàn thành, hoàn tất, done"),
    (
        Kind.STATE,
        NO,
        "chưa, chưa v, chưa v được, chưa v xong, chưa xong, chưa hoàn thành, chưa muốn v, chưa chịu v, không, "
        "không v, không chịu v, sẽ v, đang v, v sau, thiếu, còn thiếu, từ chối",
    ),
    (
        Kind.STATE,
        NO_SMARTPHONE,
        "không có máy, không có điện thoại, không máy, không điện thoại, không có smartphone, không smartphone, "
        "không có thiết bị, không có điện thoại thông minh, không điện thoại thông minh, không có máy để v, "
        "không có điện thoại để v, chưa có máy, chưa có điện thoại, chưa có thiết bị, cục gạch, bàn phím, "
        "không dùng điện thoại, không được dùng điện thoại, chưa có điện thoại thông minh",
    ),
    (
        Kind.STATE,
        "incompatible",
        "không v được, v không được, không thể v, máy không hỗ trợ, máy không v được, không tương thích, máy cũ, "
        "điện thoại không v được, điện thoại không hỗ trợ, máy yếu, máy đời cũ, không đủ điều kiện",
    ),
    (Kind.SIZE, None, "sĩ số, ss, tổng số, tổng cộng, tổng, lớp có, lớp em có, lớp tôi có, lớp mình có"),
    (Kind.OF, None, "/, trên tổng số, trên tổng, =trên"),
    (Kind.ALL, None, "cả lớp, toàn lớp, hết, đủ, toàn bộ, tất cả, đều, trọn, 100 %, 100 phần trăm"),
    (Kind.REST, None, "còn lại, số còn lại, các em còn lại, mấy em còn lại, những em còn lại"),
    (Kind.HAVING, None, "có máy, có điện thoại, có smartphone, có điện thoại thông minh, có thiết bị"),
    (Kind.PUPILS, None, "học sinh, học viên"),
    (Kind.BREAK, None, "=còn, và, nhưng, riêng, trong đó, ngoài ra, với"),
    (
        Kind.VAGUE,
        None,
        "khoảng, =tầm, =cỡ, =chừng, gần, hơn, vài, mấy em, mấy bạn, nhiều, đa số, hầu hết, phần lớn, một nửa, "
        "=nửa, chắc, =ít, hình như, gần hết, gần như, =âm, trên dưới, đâu đó, một số, %, phần trăm, lớp trên",
    ),
    (
        Kind.HOME,
        None,
        "nhà, gia đình, người nhà, người thân, vợ, chồng, bố mẹ, ba mẹ, cha mẹ, ông bà, =con em, =con tôi, "
        "cháu tôi, hàng xóm, phụ huynh",
    ),
)
