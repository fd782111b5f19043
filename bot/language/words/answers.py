"""What is said about it: done, not done, promised, removed; and the small words that decide."""

from bot.language.tags import Tag

ANSWERS: tuple[tuple[Tag, object, str], ...] = (
    (Tag.VERB, None, "thực hiện, làm được, làm"),
    # Loading something else.
    (
        Tag.UNKNOWN,
        None,
        "bảo vệ, bảo hiểm, bảo mật, đừng nói, chứ đừng nói, tải ảnh, tải hình, tải file, tải tài liệu, tải hướng dẫn, tải video, tải mẫu, tải phiếu, tải công văn",
    ),
    (
        Tag.DID,
        None,
        "rồi, xong, đã, xong xuôi, done, hoàn thành, thành công, lâu rồi, xong rồi, ok rồi, rồi đó, hoàn tất, "
        "được rồi, làm rồi, làm xong rồi, đã làm, đã xong, vừa mới, already, finished",
    ),
    (Tag.HAVE, None, "có, có chứ, have, has"),
    (Tag.HAVE, "more", "có thêm, thêm cả, thêm được"),
    (Tag.CAN, None, "được, nổi, vô, vào, thành, xong được"),
    (
        Tag.NOT,
        None,
        "không, chưa, chẳng, chả, no, not yet, haven't, not, don't, đâu có, chưa có, không có, hổng có, chưa hề, "
        "chưa từng, chưa kịp, không kịp, chưa được, chưa thể, không thể, không hề, vẫn chưa, chưa xong, not yet",
    ),
    # Rhetorical: the words say "have", the meaning is "have not".
    (
        Tag.DENY,
        None,
        "làm gì có, có đâu, đâu có, gì nổi, gì được, sao nổi, đời nào, sức mấy, làm gì có chuyện, lấy gì, lấy đâu, lấy đâu ra, "
        "sao mà cài, sao cài, đâu mà cài, có đâu mà, thế nào được, đâu ra, sao được, nào đã, đã đâu, chưa đâu, không đâu",
    ),
    (
        Tag.WILL,
        None,
        "sẽ, để em, để tôi, để mình, để con, để tui, để anh/chị/mẹ/ba/chồng/vợ, định, dự định, chuẩn bị, sắp, sắp sửa, tính, hẹn, hứa, chờ, đợi, từ từ, "
        "thu xếp, sắp xếp, ráng, cố gắng, tranh thủ, xin phép, để, đặng, mới định, muốn, liền, will, nhất định, bữa nào",
    ),
    # Whoever is asked to do it for the speaker is not the one who has it: "nhờ con gái cài rồi".
    (Tag.BY, None, "nhờ, kêu, biểu, nhờ vả, mượn tay"),
    (
        Tag.PAST,
        None,
        "trước khi, hôm/bữa thứ #, hôm/bữa thứ hai/ba/tư/năm/sáu/bảy, hôm/bữa chủ nhật, hôm/bữa cô/thầy, từ thứ #, từ thứ hai/ba/tư/năm/sáu/bảy, từ chủ nhật, từ sáng, từ trưa, từ chiều, từ tối, hôm qua, hôm kia, hôm trước, hôm bữa, bữa trước, bữa hổm, bữa hôm, hồi, hồi nãy, nãy, lúc nãy, vừa nãy, tuần trước, tháng trước, "
        "tối qua, đêm qua, chiều qua, sáng qua, trưa qua, từ hôm, từ lâu, lâu lắc, từ đời nào, đời nào rồi, từ trước, từ ngày, từ ngày #, từ tháng #, từ năm #, từ tuần trước, từ tháng, từ hồi, "
        "hồi sáng, hồi chiều, hồi tối, hồi trưa, từ đầu, ban nãy, khi nãy, mới nãy, mấy hôm nay, mấy bữa, từ bữa, năm ngoái, từ năm",
    ),
    (
        Tag.NOW,
        None,
        "giờ, bây giờ, hiện tại, hiện giờ, hiện nay, hiện, nay, hôm nay, giờ thì, sáng nay, trưa nay, cuối cùng",
    ),
    (
        Tag.ONGOING,
        None,
        "đang cài, đang tải, đang làm, đang cài đặt, cài dở, gần xong, sắp xong, đang tiến hành, đang chờ, đang đợi, đang chạy, "
        "đang load, đang cập nhật, còn đang, dở dang, giữa chừng, installing, cài nửa chừng, đang thực hiện, tải chưa xong, tải rồi chưa cài, tải rồi mà/nhưng chưa cài, tải về rồi chưa cài, tải về rồi mà/nhưng chưa cài, đang nhờ, được một nửa, cài được một nửa, tải được một nửa, được nửa",
    ),
    (
        Tag.GONE,
        None,
        "gỡ, gỡ bỏ, gỡ ra, gỡ mất, bị mất điện thoại/máy, bị mất điện thoại, mất điện thoại, xóa, xóa mất, xóa đi, xóa app, xóa ứng dụng, lỡ xóa, lỡ tay xóa, bị xóa, mất, bị mất, mất tiêu, "
        "đổi máy, thay máy, đổi điện thoại, thay điện thoại, reset, reset máy, khôi phục cài đặt gốc, uninstall, xóa nó, "
        "đã gỡ, đã xóa, bay mất, tháo, remove, mất máy, mất điện thoại, hủy cài đặt, gỡ cài đặt",
    ),
    (Tag.FOR, None, "cho, giúp, giùm, dùm, hộ"),
    (Tag.SAYS, None, "bảo, nói, nhắn, hỏi, báo, dặn, nhắc, said, nói là, bảo là, nói rằng"),
    (Tag.FORBID, None, "không cho, chưa cho, không cho phép, cấm, hổng cho, không đồng ý cho"),
    (Tag.WITH, None, "và, với, cùng, cùng với, +, lẫn, and, cộng, thêm, hay"),
    (
        Tag.BUT,
        None,
        "còn, nhưng, nhưng mà, mà, riêng, tuy nhiên, trong đó, trong số đó, but, thế nhưng, chứ, còn thì, trong khi, vì, do, tại, tại vì, bởi vì, do đó, nên, thành ra",
    ),
    (
        Tag.THEN,
        None,
        "rồi báo, rồi gửi, rồi nhắn, rồi chụp, rồi cho, rồi khai, rồi sẽ, rồi mới, rồi em báo/gửi, rồi tính, rồi báo lại, xong báo, xong gửi, xong nhắn, xong em báo/gửi/nhắn, xong sẽ báo",
    ),
    (
        Tag.EXCEPT,
        None,
        "trừ, ngoại trừ, trừ ra, chỉ trừ, thiếu, thiếu mỗi, except, nữa là đủ, nữa là xong, nữa là hết",
    ),
    (
        Tag.ONLY,
        None,
        "mới có, mới chỉ, mới chỉ có, mới được, mỗi, chỉ, chỉ có, chỉ mới, chỉ mới có, có mỗi, mới mình, có mình, chỉ mình, chỉ riêng, "
        "một mình, duy nhất, duy nhất có, có một mình, mới một mình, chỉ một mình, mới mỗi, chỉ được, chỉ mỗi, chỉ có mỗi, "
        "chỉ có mình, mới có mình, mới có mỗi, chỉ có một mình, mới có một mình, only, thôi, mới, còn mỗi, có mỗi mình, mỗi mình, chỉ còn, còn có, còn duy nhất",
    ),
    (Tag.ALSO, None, "nữa, cũng vậy, cũng thế, luôn, tương tự, cũng, cũng y vậy, too, also, cũng như vậy"),
    (
        Tag.WRONG,
        None,
        "👎, ❌, ✖, mới đúng, mới phải, à không, ờ không, ủa không, ấy không, á không, í không, à quên, nhầm, lộn, í nhầm, ý nhầm, á nhầm, ghi nhầm, gõ nhầm, bấm nhầm, viết nhầm, xin lỗi, sửa lại, sửa thành, đính chính, nói nhầm, nói lộn, sai, "
        "sửa, cập nhật lại, wrong, đếm nhầm, ghi sai, bị sai, sai rồi, khai nhầm, nhầm rồi, lộn rồi, báo nhầm, không đúng, chưa đúng, chưa chính xác, không chính xác, không chuẩn, chưa chuẩn, incorrect, lộn số, sai số",
    ),
    (
        Tag.RIGHT,
        None,
        "đúng, đúng rồi, chính xác, chuẩn, xác nhận, đồng ý, chuẩn rồi, đúng hết, không sai, không sai đâu, có sai gì đâu, có gì sai đâu, có gì sai, không sai chỗ nào, có sai đâu, không có gì sai, không nhầm, phải rồi, "
        "chuẩn luôn, chính xác rồi, gửi đi, gửi luôn, gửi khai báo, gửi, khỏi sửa, khỏi sửa gì, không cần sửa, không phải sửa, correct, right, đúng vậy, đúng thế, y vậy, y chang, y chang vậy, ổn, ổn rồi, hợp lý, duyệt, "
        "xác nhận đúng, đúng cả, đúng y, không có sai, chẳng sai, đâu có sai, không sai gì, sao sai được, hợp lệ, nhất trí, chốt, chốt luôn, khỏi sửa gì nữa, đúng đó, đúng đấy, phải, không sửa gì, sai đâu mà sai",
    ),
    (Tag.INSTEAD, "who", "ai nói, ai bảo, đứa nào nói"),
    (
        Tag.INSTEAD,
        None,
        "chứ không phải, không phải là, đâu phải là, đâu phải, không có chuyện, chứ không phải là, chớ không phải, không phải, chứ đâu phải, chứ không, chứ đâu có",
    ),
    (
        Tag.YES,
        None,
        "ừ, ok, vâng, được, 👍, 👌, ✅, ✔, ☑, 👍🏻, 💯, tốt, good, chắc chắn, uhm, okay, vâng ạ, chứ sao, tất nhiên, chứ sao không, dĩ nhiên, hẳn rồi, 🆗, nhất trí",
    ),
    (Tag.RESPECT, None, "dạ, dạ vâng, dạ thưa, thưa, kính thưa"),
    (
        Tag.INTRO,
        None,
        "em là, tôi là, con là, cháu là, mình là, em tên, tôi tên, con tên, cháu tên, mình tên, tên em, tên tôi, em học, con học, cháu học, "
        " tôi dạy, em dạy, con mới học, em mới học, em đang học, con đang học, tên con, tui là, tui tên",
    ),
    # A parent who introduces himself declares for the child: "em", "cháu", "con" is then the speaker.
    (
        Tag.INTRO,
        "parent",
        "phụ huynh, là phụ huynh, tôi là phụ huynh, em là phụ huynh, phụ huynh em/cháu/bé, phụ huynh của em/cháu/bé, tôi là phụ huynh em/cháu/bé, tôi là phụ huynh của em/cháu/bé, "
        "tôi là mẹ/bố/ba/má/cha em/cháu/bé, tôi là mẹ/bố/ba/má/cha của em/cháu/bé/con, em là mẹ/bố/ba/má cháu/bé, em là mẹ/bố/ba/má của cháu/bé, mình là mẹ/bố/ba/má cháu/bé/con, mẹ/bố/ba/má cháu/bé đây, mình là mẹ/bố/ba/má của cháu/bé/con/em",
    ),
    (Tag.OF, None, "trên, trong, trong số, trong tổng số, trên tổng số, of, out of"),
    (
        Tag.IF,
        None,
        "nếu, giá mà, giá như, lỡ, giả sử, nếu mà, khi nào, khi, lúc nào, bao giờ, sau khi, đến khi, tới khi, chừng nào, if, when, hễ",
    ),
    (
        Tag.UNSURE,
        None,
        "coi như, xem như, cũng coi như, cũng xem như, chắc là, hình như, có lẽ, không chắc, không chắc lắm, chưa chắc, không nhớ, không nhớ rõ, không rõ, chưa rõ, không biết, không biết nữa, không biết rõ, chắc, nghe nói, nghe đâu, tưởng, thấy bảo, "
        "đâu như, để hỏi lại, để hỏi, để xem, để xem lại, để coi, để coi lại, hỏi lại, có khi, nghe bảo, thấy nói, không để ý, chắc cũng, em nghĩ, nghĩ là, có thể, maybe, dường như, chưa biết, ước chừng, hên xui, đoán, chả biết, chẳng biết, kiểm tra lại, xem lại, khoan, khoan đã, để hỏi lại, đợi chút, chờ chút, chắc tầm, chắc khoảng",
    ),
)
