"""What is said about it: done, not done, promised, removed; and the small words that decide."""

from bot.language.tags import Tag

ANSWERS: tuple[tuple[Tag, object, str], ...] = (
    (Tag.VERB, None, "thực hiện, làm được, làm"),
    # Places that sound like numbers and relatives once their marks are gone.
    (
        Tag.UNKNOWN,
        None,
        "ra trường, lên trường, vào trường, vô trường, tới trường, đến trường, qua trường, ghé trường, lên lớp, vào lớp, vô lớp, tới lớp, đến lớp, lên cơ quan, tới cơ quan, đến cơ quan, vào cơ quan, trả lời, đầy nhóc, họp phụ huynh, hội phụ huynh, nhóm phụ huynh, group phụ huynh, ban phụ huynh, nội trú, bán trú, =ngoại trú, ngoại ngữ, nội quy, nội dung, ngoại khóa, nội bộ, ngoại tỉnh, ngoại thành, quên mất, quên mất tiêu, quên béng mất, danh bạ, bình dương, hải dương, đại dương, bà rịa, bà rịa vũng tàu, ba vì, ba đình, ba tri, ba tơ, năm căn, bảy núi, bà nà, bà điểm, bà chiểu, châu thành, châu đốc, châu phú, cái bè, cái răng, cái nước, cái côn, cờ đỏ, "
        "tam kỳ, tam bình, ngã ba, ngã tư, ngã năm, ngã sáu, ngã bảy, ô môn, sa đéc, hồng ngự, hồng dân, cầu kè, cầu ngang, mồ côi, an biên, u minh, chợ mới, phụng hiệp, hòn đất, nhà bè, cà mau, "
        "làm ở, làm trên, làm tại, làm dưới, làm ngoài, làm bên, làm công ty, làm xưởng, làm hãng, làm rẫy, làm ruộng, làm vườn, làm hồ",
    ),
    # Loading something else.
    (
        Tag.UNKNOWN,
        None,
        "chưa play, nhóm zalo, group zalo, qua zalo, lên zalo, vào zalo, trên zalo, bên zalo, zalo lớp, zalo tổ, zalo nhóm, zalo trường, zalo cô/thầy, gửi ảnh, gửi hình, gửi minh chứng, chụp ảnh, chụp hình, nộp ảnh, nộp hình, up ảnh, up hình, đăng ảnh, đăng hình, bảo vệ, bảo hiểm, bảo mật, đừng nói, chứ đừng nói, tải ảnh, tải hình, tải file, tải tài liệu, tải hướng dẫn, tải video, tải mẫu, tải phiếu, tải công văn",
    ),
    (
        Tag.DID,
        None,
        "rồi, xong, đã, xong xuôi, done, hoàn thành, thành công, lâu rồi, xong rồi, ok rồi, rồi đó, hoàn tất, "
        "được rồi, đã hoàn thiện, hoàn thiện, vừa xong, mới xong, xong béng, xong tất, đâu vào đấy, đâu vào đó, đâu ra đó, có sẵn rồi, đã có sẵn, có trong máy rồi, có trên máy rồi, trong máy có rồi, đã có trên máy, đã có trong máy, có sẵn trong máy, có sẵn trong máy rồi, có sẵn trên máy, làm rồi, làm xong rồi, đã làm, đã xong, vừa mới, already, finished",
    ),
    (
        Tag.HAVE,
        None,
        "có, có chứ, có chớ, có chứ sao không, có chớ sao không, có chứ sao lại không, have, has",
    ),
    (Tag.HAVE, "more", "có thêm, thêm cả, thêm được"),
    (Tag.CAN, None, "được, nổi, vô, vào, thành, xong được"),
    (
        Tag.NOT,
        None,
        "chưa bao giờ, chưa khi nào, chưa lúc nào, chưa lần nào, không, chưa, chẳng, chả, no, not yet, haven't, not, don't, đâu có, chưa có, không có, hổng có, chưa hề, "
        "chưa từng, nỏ, nỏ có, đếch, đếch có, méo, éo, đéo, ứ, chẳng có, chả có, chưa nữa, chưa hề có, chưa kịp, không kịp, chưa được, chưa thể, không thể, không hề, vẫn chưa, chưa xong, not yet",
    ),
    # Rhetorical: the words say "have", the meaning is "have not".
    (
        Tag.DENY,
        None,
        "có bao giờ mà, có khi nào mà, có lúc nào mà, làm chi có, có mô, mô có, có mô mà, làm gì có, có đâu, đâu có, gì nổi, gì được, sao nổi, đời nào, sức mấy, làm gì có chuyện, lấy gì, lấy đâu, lấy đâu ra, "
        "sao mà cài, sao cài, đâu mà cài, có đâu mà, thế nào được, đâu ra, sao được, nào đã, đã đâu, chưa đâu, không đâu, chưa mô, có mô, răng mà cài, răng mà tải, làm răng mà cài, sao mà tải",
    ),
    (
        Tag.WILL,
        None,
        "sẽ, để em, để tôi, để mình, để con, để tui, để anh/chị/mẹ/ba/chồng/vợ, định, dự định, chuẩn bị, sắp, sắp sửa, tính, hẹn, hứa, chờ, đợi, từ từ, "
        "khất, xin khất, cho em/con/tôi khất, xin hoãn, thu xếp, sắp xếp, ráng, cố gắng, tranh thủ, xin phép, để, đặng, mới định, muốn, liền, will, nhất định, bữa nào",
    ),
    # Whoever is asked to do it for the speaker is not the one who has it: "nhờ con gái cài rồi".
    (Tag.BY, None, "nhờ, kêu, biểu, nhờ vả, mượn tay"),
    (
        Tag.PAST,
        None,
        "=tới giờ, =tới nay, =đến giờ, =đến nay, lâu lắc lâu lơ, hồi khuya, hồi hôm, khi hôm, đêm hôm, hôm nọ, hôm kìa, bữa kia, bữa nọ, mấy hôm trước, mấy bữa trước, mấy ngày trước, vài bữa trước, vài hôm trước, vài ngày trước, tháng rồi, tuần rồi, cách đây # ngày/hôm/tuần/tháng/năm, cách đây {n} ngày/hôm/tuần/tháng/năm, "
        "# ngày/hôm/tuần/tháng/năm trước, {n} ngày/hôm/tuần/tháng/năm trước, đợt trước, năm kia, khi chiều, khi sáng, khi tối, khi trưa, ban sáng, ban chiều, hồi hổm, từ hổm, từ hồi nào, trước khi, hôm/bữa thứ #, hôm/bữa thứ hai/ba/tư/năm/sáu/bảy, hôm/bữa chủ nhật, hôm/bữa cô/thầy, từ thứ #, từ thứ hai/ba/tư/năm/sáu/bảy, từ chủ nhật, từ sáng, từ trưa, từ chiều, từ tối, hôm qua, hôm kia, hôm trước, hôm bữa, bữa trước, bữa hổm, bữa hôm, hồi, hồi nãy, nãy, lúc nãy, vừa nãy, tuần trước, tháng trước, "
        "tối qua, đêm qua, chiều qua, sáng qua, trưa qua, từ hôm, từ lâu, lâu lắc, từ đời nào, từ đời thuở nào, từ thuở nào, đời nào rồi, từ đợt, từ đợt tháng #, đợt tháng #, hồi tháng #, từ hồi còn, từ khi còn, từ lúc còn, hồi còn, lúc còn, từ hồi chưa nghỉ, từ hồi chưa vào, từ lúc chưa nghỉ, từ hồi chưa có, từ lúc chưa có, từ khi chưa có, hồi chưa có, tối hôm qua, sáng hôm qua, chiều hôm qua, trưa hôm qua, tối hôm kia, # giờ tối/sáng/chiều/trưa hôm qua, lúc # giờ tối/sáng/chiều/trưa hôm qua, # giờ tối/sáng/chiều/trưa/hôm/đêm qua, lúc # giờ tối/sáng/chiều/trưa/hôm/đêm qua, # giờ # tối/sáng/chiều/trưa/hôm/đêm qua, lúc # giờ ngày #, từ trước, từ năm ngoái, từ năm kia, từ năm trước, từ ngày, từ ngày #, từ tháng #, từ năm #, từ tuần trước, từ tháng, từ hồi, "
        "hồi sáng, hồi chiều, hồi tối, hồi trưa, từ đầu, ban nãy, khi nãy, mới nãy, mấy hôm nay, mấy bữa, từ bữa, năm ngoái, từ năm",
    ),
    # What was so at first has passed.
    (Tag.PAST, "first", "lúc đầu, ban đầu, hồi đầu, thoạt đầu, mới đầu, lúc đầu thì, ban đầu thì"),
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
        "lỡ gỡ, dẹp, dẹp rồi, bay màu, bay app, bay ứng dụng, bị bay, rớt mất, mất trộm, bị mất trộm, mất cắp, bị mất cắp, bị lấy cắp, bị lấy trộm, bị móc túi, bị trộm, bị giật, bị cướp, làm rớt, làm rơi, rơi mất, đánh rơi, đánh mất, làm mất, xóa sạch, format, format máy, chạy lại máy, up rom, tháo ra, tháo bỏ, "
        "gỡ, gỡ bỏ, gỡ ra, gỡ mất, bị mất điện thoại/máy, bị mất điện thoại, mất điện thoại, xóa, xóa mất, xóa đi, xóa app, xóa ứng dụng, lỡ xóa, lỡ tay xóa, bị xóa, mất, bị mất, mất tiêu, "
        "đổi máy, thay máy, đổi điện thoại, thay điện thoại, reset, reset máy, khôi phục cài đặt gốc, uninstall, xóa nó, "
        "đã gỡ, đã xóa, nên thôi, rồi thôi luôn, nên thôi luôn, nên bỏ rồi, giờ hết rồi, giờ hết, giờ thì hết rồi, giờ không còn, giờ không còn nữa, nay không còn, giờ không có nữa, không còn nữa, không thấy đâu, không thấy đâu nữa, không thấy nữa, không còn thấy, không còn thấy nữa, có thấy đâu, có thấy đâu nữa, biến mất, biến đâu mất, đâu mất, đâu mất tiêu, mất đâu, mất đâu rồi, mất sạch, mất trắng, bay sạch, bay mất, tháo, remove, mất máy, mất điện thoại, hủy cài đặt, gỡ cài đặt",
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
        "còn thiếu, còn sót, sót, sót lại, sót mỗi, sót có, sót mình, =chừa, =chừa mỗi, =chừa có, =chừa lại, loại trừ, trừ mỗi, ngoại trừ mỗi, trừ, ngoại trừ, trừ ra, chỉ trừ, thiếu, thiếu mỗi, except, nữa là đủ, nữa là xong, nữa là hết",
    ),
    (
        Tag.ONLY,
        None,
        "mới có, mới chỉ, mới chỉ có, mới được, mỗi, chỉ, chỉ có, chỉ mới, chỉ mới có, có mỗi, mới mình, có mình, chỉ mình, chỉ riêng, "
        "một mình, duy nhất, duy nhất có, có một mình, mới một mình, chỉ một mình, mới mỗi, chỉ được, chỉ mỗi, chỉ có mỗi, "
        "chỉ có mình, mới có mình, mới có mỗi, chỉ có một mình, mới có một mình, only, thôi, mới, có mỗi mình, mỗi mình, còn có",
    ),
    (
        Tag.ONLY,
        "left",
        "còn mỗi, chỉ còn, chỉ còn mỗi, còn duy nhất, chỉ còn lại, còn lại mỗi, còn lại có, còn đúng, còn lại đúng",
    ),
    (Tag.ALSO, None, "nữa, cũng vậy, cũng thế, luôn, tương tự, cũng, cũng y vậy, too, also, cũng như vậy"),
    (
        Tag.WRONG,
        None,
        "👎, ❌, ✖, mới đúng, mới phải, khoan nhầm, à không, ờ không, ủa không, ấy không, á không, í không, à quên, í nhầm, ý nhầm, á nhầm, í lộn, ý lộn, á lộn, ủa lộn, ủa nhầm, ờ nhầm, ờ lộn, í quên, ý quên, á quên, sửa lại, sửa thành, đính chính, muốn sửa, cần sửa, xin sửa, muốn chỉnh, cần chỉnh, muốn chỉnh sửa, cần chỉnh sửa, cần điều chỉnh, sửa, cập nhật lại, wrong, bị sai, sai rồi, nhầm rồi, lộn rồi, không đúng, chưa đúng, chưa chính xác, không chính xác, không chuẩn, chưa chuẩn, incorrect, lộn số, sai số, trật lất, trật rồi, sai bét, sai be bét, nói bậy, báo bậy, ghi bậy, đâu đúng, đúng gì mà đúng, đúng đâu mà đúng, đúng chỗ nào mà đúng",
    ),
    # A number right behind these is the one that was typed by mistake.
    (
        Tag.WRONG,
        "slip",
        "ghi nhầm, gõ nhầm, bấm nhầm, viết nhầm, nói nhầm, nói lộn, đếm nhầm, ghi sai, khai nhầm, báo nhầm, ghi lộn, nhập sai/nhầm/lộn, khai sai/lộn, bấm lộn/sai, đánh nhầm/lộn/sai, điền nhầm/sai/lộn, đọc nhầm/lộn, tính nhầm/sai/lộn, đếm sai/lộn, viết sai/lộn, báo sai/lộn, gõ lộn/sai, nhắn nhầm/lộn",
    ),
    # Denied these are the contrary: "không thấy sai". "không sửa được" is not.
    (
        Tag.WRONG,
        "error",
        "chưa đúng đâu, không đúng đâu, chưa chuẩn đâu, chưa khớp đâu, không khớp đâu, sai, nhầm, lộn, trật, sai sót, nhầm lẫn",
    ),
    # Whoever stops short has not judged yet.
    (Tag.WRONG, "wait", "à mà khoan, ủa khoan, à khoan, khoan đã, khoan khoan"),
    # An apology may be for the wrong number, or only for being late.
    (Tag.WRONG, "sorry", "xin lỗi, thành thật xin lỗi"),
    (
        Tag.RIGHT,
        None,
        "đúng sự thật, là đúng sự thật, hoàn toàn đúng, hoàn toàn đúng sự thật, hoàn toàn chính xác, đúng hoàn toàn, cam đoan, xin cam đoan, cam kết, chịu trách nhiệm, xin chịu trách nhiệm, chuẩn đét, chuẩn bài, chuẩn men, chuẩn xác luôn, khớp, khớp rồi, trùng khớp, y hệt, y hệt vậy, như vậy là đúng, thế là đúng, vậy là đúng, vậy đúng rồi, đúng như vậy, đúng như thế, quá đúng, quá chuẩn, chuẩn xác, chuẩn cơm mẹ nấu, chấp nhận, ưng, đúng, đúng rồi, chính xác, chuẩn, xác nhận, đồng ý, chuẩn rồi, đúng hết, không sai, không sai đâu, có sai gì đâu, có gì sai đâu, có gì sai, không sai chỗ nào, có sai đâu, không có gì sai, không nhầm, phải rồi, "
        "để vậy đi, để thế đi, cứ để vậy, cứ để vậy đi, cứ để thế, để nguyên, để nguyên vậy, để nguyên đi, thôi khỏi sửa, thôi khỏi chỉnh, thôi không sửa, thôi không sửa nữa, vậy đi, thôi vậy đi, cứ vậy đi, cứ thế đi, cứ vậy mà gửi/nộp/làm, cứ thế mà gửi/nộp/làm, "
        "{no} có gì sai/nhầm/lộn/sửa/chỉnh, {no} có gì {amend}, {no} có gì phải/cần/để {amend}, {no} có chỗ nào sai, {no} có chỗ nào phải/cần {amend}, {no} thấy gì sai, {no} thấy sai, {no} thấy sai gì, "
        "{no} thấy sai chỗ nào, {no} thấy chỗ nào sai, không sai sót, {no} sai sót gì, không sai sót chỗ nào, {no} có sai sót, {no} có sai sót gì, {no} có gì sai sót, {no} cần {amend}, {no} cần {amend} gì, {no} cần {amend} gì thêm, {no} phải {amend}, {no} phải {amend} gì, {no} {amend} gì, khỏi {amend}, "
        "chuẩn luôn, chính xác rồi, gửi đi, gửi luôn, gửi khai báo, gửi, khỏi sửa, khỏi sửa gì, không cần sửa, không phải sửa, correct, right, đúng vậy, đúng thế, y vậy, y chang, y chang vậy, ổn, ổn rồi, hợp lý, duyệt, "
        "xác nhận đúng, đúng cả, đúng y, không có sai, chẳng sai, đâu có sai, không sai gì, sao sai được, hợp lệ, nhất trí, chốt, chốt luôn, chốt đơn, chuẩn không cần chỉnh, lưu, lưu lại, lưu đi, nộp luôn, nộp đi, khỏi sửa gì nữa, đúng đó, đúng đấy, phải, không sửa gì, sai đâu mà sai",
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
        "ừ, ok, vâng, được, 👍, 👌, ✅, ✔, ☑, 👍🏻, 💯, tốt, good, chắc chắn, chắc cú, uhm, okay, vâng ạ, chứ sao, tất nhiên, ok bạn/em/anh/chị, vâng bạn, ừ bạn, dạ bạn, ờ bạn, đương nhiên, chuyện, chứ sao không, chớ sao không, chớ sao, dĩ nhiên, hẳn rồi, 🆗, nhất trí",
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
        "hình như là, không dám chắc, không biết chắc, phân vân, khả năng, khả năng cao, nếu không nhầm, nếu không lầm, không lầm thì, không nhầm thì, theo em/tôi/con biết, theo em/tôi/con nhớ, thì phải, nghe đồn, nghe kể, nghe mẹ/má/ba/bố/chồng/vợ nói, chắc vậy, chắc thế, áng chừng, nhớ không lầm, nhớ không nhầm, nhớ mang máng, xạo, nói xạo, giỡn, giỡn thôi, đùa, đùa thôi, nói chơi, suýt, suýt nữa, xém, xém nữa, "
        "coi như, xem như, cũng coi như, cũng xem như, chắc là, hình như, có lẽ, không chắc, không chắc lắm, chưa chắc, không nhớ, không nhớ rõ, không rõ, chưa rõ, không biết, không biết nữa, không biết rõ, chắc, nghe nói, nghe đâu, tưởng, thấy bảo, "
        "đâu như, để hỏi lại, để hỏi, để xem, để xem lại, để coi, để coi lại, hỏi lại, có khi, nghe bảo, thấy nói, không để ý, chắc cũng, em nghĩ, nghĩ là, có thể, maybe, dường như, chưa biết, ước chừng, hên xui, đoán, chả biết, chẳng biết, kiểm tra lại, xem lại, khoan, khoan đã, để hỏi lại, đợi chút, chờ chút, đừng gửi, đừng nộp, đừng lưu, khoan gửi, khoan nộp, khoan lưu, chắc tầm, chắc khoảng",
    ),
)
