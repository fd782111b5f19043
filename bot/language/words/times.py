"""Moments to come. The value says how times.py finds the instant.

("day", days from today, "hour:minute"), ("weekday", "hour:minute"), ("days", None), ("hours", None),
("minutes", None), ("clock", None), ("in", hours): counted from now; None: no moment is named ("khi nào rảnh").
"""

from bot.language.tags import Tag

TIMES: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.SOON,
        ("day", 0, "19:30"),
        "tối nay, tối về, tối, đêm nay, buổi tối, tối em về, tối đi làm về, tối rảnh, tonight",
    ),
    (Tag.SOON, ("day", 0, "16:30"), "chiều nay, chiều, chiều về, buổi chiều"),
    (Tag.SOON, ("day", 0, "12:00"), "trưa nay, trưa, trưa về"),
    (
        Tag.SOON,
        ("in", 2),
        "chút nữa, chút, lát nữa, lát, tí nữa, tí, tẹo nữa, xíu nữa, xíu, chốc nữa, lát về, tý nữa, tý, hồi nữa, chút xíu nữa, xíu xiu nữa, tí xíu nữa, tí tẹo nữa, một chút nữa, một lát nữa, một lúc nữa, lúc nữa, lát hồi, chặp nữa, chút xíu, soon",
    ),
    (
        Tag.SOON,
        ("day", 1, "07:30"),
        "mai, ngày mai, sáng mai, bữa sau, hôm sau, tomorrow, mai mốt, ngày hôm sau, mai đi",
    ),
    (Tag.SOON, ("day", 1, "16:30"), "chiều mai, mai chiều"),
    (Tag.SOON, ("day", 1, "12:00"), "trưa mai"),
    (Tag.SOON, ("day", 1, "19:30"), "tối mai, mai tối"),
    # "mốt" is the day after tomorrow, never "một".
    (
        Tag.SOON,
        ("day", 2, "07:30"),
        "mốt, ngày mốt, ngày kia, bữa mốt, mấy bữa nữa, vài bữa nữa, vài hôm nữa, mấy hôm nữa, sáng mốt, vài ngày nữa, mấy ngày nữa, sáng ngày kia",
    ),
    (Tag.SOON, ("day", 2, "19:30"), "tối mốt, tối ngày mốt"),
    (Tag.SOON, ("day", 7, "07:30"), "tuần sau, tuần tới, sang tuần, qua tuần, đầu tuần sau"),
    (Tag.SOON, ("weekend", "07:30"), "cuối tuần, cuối tuần này"),
    (
        Tag.SOON,
        ("weekday", "07:30"),
        "thứ #, thứ hai/ba/tư/năm/sáu/bảy, chủ nhật, thứ # này, thứ # tới, thứ bảy này, chủ nhật này, "
        "thứ hai/ba/tư/năm/sáu/bảy tới, sáng thứ #, sáng chủ nhật, thứ # tuần sau, thứ hai/ba/tư/năm/sáu/bảy tuần sau",
    ),
    (Tag.SOON, ("weekday", "19:30"), "tối thứ #, tối thứ hai/ba/tư/năm/sáu/bảy, tối chủ nhật"),
    (Tag.SOON, ("weekday", "16:30"), "chiều thứ #, chiều thứ hai/ba/tư/năm/sáu/bảy, chiều chủ nhật"),
    (Tag.SOON, ("days", None), "# ngày nữa, # hôm nữa, # bữa nữa, {n} ngày nữa, {n} hôm nữa, {n} bữa nữa"),
    (Tag.SOON, ("hours", None), "# tiếng nữa, # giờ nữa, {n} tiếng nữa, {n} giờ nữa"),
    (Tag.SOON, ("minutes", None), "# phút nữa, {n} phút nữa, mười lăm phút nữa, ba mươi phút nữa"),
    (Tag.SOON, ("minutes", 30), "nửa tiếng nữa, nửa giờ nữa"),
    (
        Tag.SOON,
        ("clock", None),
        "# giờ tối/chiều/trưa/đêm/khuya nay, mười một/hai giờ tối/chiều/trưa/đêm/khuya nay, {n} giờ tối/chiều/trưa/đêm/khuya nay, # giờ #/rưỡi tối/chiều/trưa/đêm/khuya nay, {n} giờ rưỡi tối/chiều/trưa/đêm nay",
    ),
    (
        Tag.CLOCK,
        None,
        "# giờ, # giờ #, # giờ rưỡi, # : #, {n} giờ, {n} giờ rưỡi, lúc # giờ, lúc # giờ #, lúc {n} giờ, # giờ tối/sáng/chiều/trưa, {n} giờ tối/sáng/chiều/trưa, # giờ # phút, # giờ kém #, mười một/hai giờ, mười một/hai giờ rưỡi, mười một/hai giờ trưa/đêm",
    ),
    (
        Tag.SOON,
        None,
        "ra viện, xuất viện, khỏi bệnh, hết bệnh, hết cách ly, hết giãn cách, hết phong tỏa, ngủ dậy, có máy mới, mua được máy, mua được điện thoại, sửa xong máy, lấy được máy, nhận máy về, đủ tiền mua máy, xong đợt này, xong vụ này, xong việc này, xong tuần này, xong tháng này, xong mùa này, xong đám này, xong kỳ này, xong lần này, qua đợt này, qua tuần này, qua đám này, hết đợt này, hết vụ này, hết tuần này, hết tháng này, hết mùa này, hết kỳ thi, gặt xong, cấy xong, họp xong em, dạy xong em, đợt sau, dịp sau, kỳ sau, có điện, có điện lại, có mạng lại, có sóng, có tiền, có lương, lãnh lương, mua máy mới, sửa máy xong, lấy máy về, máy sửa xong, lên tỉnh, ra thị trấn, về thị trấn, xuống huyện, lên huyện, ra huyện, ra xã, lên xã, khi nào lên, khi nào ra, khi nào xuống, bao giờ về, bao giờ rảnh, bao giờ có, bao giờ mua, bao giờ lên, bao giờ ra, chừng nào về, chừng nào mua, chừng nào lên, chừng nào xong, chừng mô rảnh, chừng mô có, khi mô rảnh, khi mô có, khi mô về, lúc mô rảnh, bữa mô rảnh, hôm mô rảnh, bữa mô, khi nào rảnh, khi nào có, lúc nào rảnh, bữa nào rảnh, hôm nào rảnh, khi rảnh, chừng nào rảnh, khi nào có máy, khi nào có mạng, rảnh rồi cài, rảnh, có máy, có mạng, có wifi, "
        "chừng nào có, khi nào về, khi có mạng, khi có wifi, có mạng rồi cài, về nhà, về tới nhà, khi về, khi nào có điện thoại, khi nào mua, sau này, "
        "sau giờ học, sau giờ dạy, sau giờ làm, sau giờ, sau khi tan, tan trường, hết giờ, sau buổi, đi làm về, đi học về, đi dạy về, về em, xong việc, sau, "
        "khi nào mua máy, hết tháng, hết tuần, hết hè, hết dịch, hết mùa dịch, hết ca, hết tiết, cuối tháng, đầu tháng, cuối tháng này, đầu tháng sau, tan học, tan làm, sau tết, sau khi thi, =thi xong, xíu nữa rảnh, tháng sau, tháng tới, bữa nào, hôm nào",
    ),
)
