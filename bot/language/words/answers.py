"""What is said about it: done, not done, promised, removed; and the small words that decide."""

from bot.language.tags import Tag

ANSWERS: tuple[tuple[Tag, object, str], ...] = (
    (Tag.VERB, None, "thực hiện, làm được, làm"),
    # Places that sound like numbers and relatives once their marks are gone.
    (
        Tag.UNKNOWN,
        None,
        "làm bài, làm bài tập, làm toán, làm văn, làm việc, làm việc nhà, làm cỏ, làm cơm, làm bánh, làm mắm, làm nương, làm đồng, làm lúa, làm cá, làm nail, làm tóc, làm thuê, làm mướn, làm ca, làm đêm, làm tối, làm thêm, làm ăn, làm lụng, làm giấy tờ, làm hồ sơ, làm sổ, làm sổ sách, làm báo cáo, làm phiếu, làm điểm, làm nhà, làm lễ, làm đám, làm giỗ, làm tiệc, làm cưới, làm phụ hồ, làm thợ, làm mộc, làm nông, làm biển, làm quen, làm sao cho, làm y tế, làm văn thư, làm kế toán, làm thủ quỹ, làm bảo vệ, làm tạp vụ, làm giáo viên, làm công nhân, làm nhân viên, làm thư viện, làm giám thị, làm cấp dưỡng, làm bếp, làm nhà bếp, làm hành chính, làm văn phòng, làm quản lý, làm bí thư, làm nhà nước, làm cho công ty, làm tăng ca, làm thủ tục, làm kế hoạch, hà nội, hà nam, hà giang, hà tĩnh, hà đông, quảng nam, nam định, việt nam, miền nam, phương nam, nam bộ, ba bể, ba động, ba chẽ, bác hồ, bác ái, cụ hồ, chị em phụ nữ, bà triệu, ông táo, bàn phím em, bàn phím máy em, bàn phím bị, bàn phím lỗi, bàn phím hư, bàn phím hỏng, lỗi bàn phím, lỗi font, lỗi chính tả, lỗi gõ, lỗi gõ dấu, bị lỗi gõ, bị lỗi gõ dấu, bị lỗi dấu, hư bàn phím, hỏng bàn phím, mới sinh ở cữ, mới sinh em bé, mới sinh con, mới sinh bé, mới sinh xong, mới sanh xong, ở cữ, nằm cữ, nghỉ sinh, nghỉ thai sản, nghỉ hộ sản, nghỉ đẻ, mới đẻ xong, thiết bị của bạn, điện thoại của bạn, máy của bạn, ra mắt, có mặt, vắng mặt, bề mặt, trước mặt, mặt trời, tối mặt, sấp mặt, đẹp mặt, chế độ, chế độ trẻ em, thử # lần, thử {n} lần, xóa ảnh, xóa bớt ảnh, xóa hình, xóa bớt hình, bớt ảnh, bớt hình, dọn ảnh, dọn hình, dọn máy, lưu ảnh, hình ảnh, tấm ảnh, bức ảnh, album ảnh, đống ảnh, xóa game, xóa bớt game, xóa bớt app, xóa bớt ứng dụng, xóa video, xóa bớt video, gỡ bớt app, gỡ bớt game, gỡ bớt ứng dụng, xóa bớt, dọn bớt, ra trường, lên trường, vào trường, vô trường, tới trường, đến trường, qua trường, ghé trường, lên lớp, vào lớp, vô lớp, tới lớp, đến lớp, lên cơ quan, tới cơ quan, đến cơ quan, vào cơ quan, trả lời, đầy nhóc, họp phụ huynh, hội phụ huynh, nhóm phụ huynh, group phụ huynh, ban phụ huynh, nội trú, bán trú, =ngoại trú, ngoại ngữ, nội quy, nội dung, ngoại khóa, nội bộ, ngoại tỉnh, ngoại thành, danh bạ, bình dương, hải dương, đại dương, bà rịa, bà rịa vũng tàu, ba vì, ba đình, ba tri, ba tơ, năm căn, bảy núi, bà nà, bà điểm, bà chiểu, châu thành, châu đốc, châu phú, cái bè, cái răng, cái nước, cái côn, cờ đỏ, "
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
        "mần xong, mần xong rồi, mần rồi, làm gọn rồi, xong gọn, gọn rồi, gọn gàng rồi, có trong máy, có trên máy, có trong điện thoại, có trên điện thoại, xong béng rồi, xong xuôi rồi, xong xuôi hết, xong xuôi cả, xong xuôi hết rồi, xong re, xong ro, xong tuốt, xong tuốt tuồn tuột, xong tuột, xong cái rụp, xong phăng, xong lâu rồi, xong từ lâu, đã xong xuôi, đã hoàn thành, đã hoàn tất, hoàn thành rồi, hoàn tất rồi, đã thực hiện xong, thực hiện xong, thực hiện xong rồi, ngon lành, ngon ơ, ngon ơ rồi, ngon lành rồi, đâu ra đấy, đâu ra đấy rồi, đâu vào đó rồi, đâu vào đấy rồi, đâu đó xong xuôi, ổn thỏa, ổn thỏa rồi, ổn thỏa hết, =êm xuôi, =êm xuôi rồi, =êm rồi, xong khâu này, có rồi, có rồi đó, có lâu rồi, có từ lâu, có từ lâu rồi, có luôn rồi, đã có rồi, nằm trong máy rồi, nằm sẵn trong máy, nằm sẵn trong máy rồi, nằm chình ình trong máy, có sẵn luôn rồi, có trong điện thoại rồi, có trên điện thoại rồi, rồi mới dám, rồi mới được vô, rồi mới được vào, rồi mới được đi, rồi mới cho vô, rồi mới cho vào, all done, completed, complete, finish, rồi, xong, đã, xong xuôi, done, hoàn thành, thành công, lâu rồi, xong rồi, ok rồi, rồi đó, hoàn tất, "
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
        "tạm thời chưa, tạm thời thì chưa, tạm chưa, trước mắt chưa, trước mắt thì chưa, chưa đụng tới, chưa đụng đến, chưa rớ tới, chưa rớ đến, chưa sờ tới, chưa sờ đến, chưa động tới, chưa động đến, chưa ngó tới, chưa ngó đến, chưa ngó ngàng, chưa ngó ngàng gì, chưa mó tới, chưa đả động, chưa đả động gì, chưa đâu vào đâu, chưa đâu vô đâu, chưa đâu ra đâu, chưa tới đâu, chưa đến đâu, chưa gì hết, chưa gì cả, chưa gì ráo, chưa có gì hết, chưa có gì cả, chưa nhúc nhích, chưa nhúc nhích gì, chưa ăn thua, chưa ăn thua gì, chưa có luôn, chưa thấy đâu, chưa rảnh tay, chưa bao giờ, chưa khi nào, chưa lúc nào, chưa lần nào, không, chưa, chẳng, chả, no, not yet, haven't, not, don't, đâu có, chưa có, không có, hổng có, chưa hề, "
        "chưa từng, nỏ, nỏ có, đếch, đếch có, méo, éo, đéo, ứ, chẳng có, chả có, chưa nữa, chưa hề có, chưa kịp, không kịp, chưa được, chưa thể, không thể, không hề, vẫn chưa, chưa xong, not yet",
    ),
    # Rhetorical: the words say "have", the meaning is "have not".
    (
        Tag.DENY,
        None,
        "thì khỏi, thì khỏi luôn, thì chịu, thì chịu rồi, thì chịu luôn, thì chịu thua, thì thua, thì thua luôn, thì bó tay, thì pó tay, thì xin chịu, thì xin miễn, thì miễn, thì miễn bàn, chịu rồi, chịu thua rồi, xin chịu, thì khỏi nói, thì hết cách, có bao giờ mà, có khi nào mà, có lúc nào mà, làm chi có, có mô, mô có, có mô mà, làm gì có, có đâu, đâu có, gì nổi, gì được, sao nổi, đời nào, sức mấy, làm gì có chuyện, lấy gì, lấy đâu, lấy đâu ra, "
        "sao mà cài, sao cài, đâu mà cài, có đâu mà, thế nào được, đâu ra, sao được, nào đã, đã đâu, chưa đâu, không đâu, chưa mô, có mô, răng mà cài, răng mà tải, làm răng mà cài, sao mà tải",
    ),
    (
        Tag.WILL,
        None,
        "xin phép khất, cho em khất, khất lại, khất tới, gác lại, để bữa khác, để hôm khác, để dịp khác, để lúc khác, chừng nào rảnh, hẹn cô, hẹn thầy, hứa sẽ, sẽ ráng, sẽ cố, sẽ cố gắng, sẽ tranh thủ, xong việc sẽ, sẽ, để em, để tôi, để mình, để con, để tui, để anh/chị/mẹ/ba/chồng/vợ, định, dự định, chuẩn bị, sắp, sắp sửa, tính, hẹn, hứa, chờ, đợi, từ từ, "
        "khất, xin khất, cho em/con/tôi khất, xin hoãn, thu xếp, sắp xếp, ráng, cố gắng, tranh thủ, xin phép, để, đặng, mới định, muốn, liền, will, nhất định, bữa nào",
    ),
    # Whoever is asked to do it for the speaker is not the one who has it: "nhờ con gái cài rồi".
    (Tag.BY, None, "nhờ, kêu, biểu, nhờ vả, mượn tay"),
    (
        Tag.PAST,
        None,
        "hồi nào giờ, từ hồi nào giờ, nào giờ, từ nào giờ, xưa giờ, từ xưa giờ, trước giờ, từ trước giờ, từ trước tới giờ, từ trước đến giờ, từ trước đến nay, từ trước tới nay, xưa nay, từ xưa tới nay, bữa tê, từ bữa tê, hôm tê, từ hôm tê, bữa nớ, hôm nớ, từ bữa nớ, từ hôm nớ, hồi hôm tê, khi mô rồi, mấy hôm rồi, mấy bữa rồi, mấy ngày rồi, mấy tuần rồi, vài hôm rồi, cả tuần rồi, cả tháng rồi, mấy bữa trước, từ thời ông bành tổ, từ đời ông bành tổ, từ thời bành tổ, từ đời nảo đời nào, từ thời cố hỉ, từ hồi năm nảo năm nao, từ khuya, hồi khuya lắc, từ đời tám hoánh, đời tám hoánh, từ đời tám hoánh nào, từ tám hoánh, từ đời cố lũy, từ đời cố hỉ, từ đời ông cố, từ đời thuở, từ tám đời, từ tám kiếp, từ đời kiếp nào, từ kiếp nào, từ kiếp trước, từ thời nảo thời nào, từ thời nào, từ thời, từ đời, từ xưa, từ xửa xưa, từ bao giờ, từ bao giờ rồi, từ lâu lắm, từ lâu lắm rồi, từ lâu rồi, từ hổm tới giờ, từ dạo, từ dạo trước, từ bữa đó, từ hôm đó, từ hôm ấy, từ bữa hổm, từ bữa trước, từ hôm trước, từ đợt dịch, từ mùa dịch, từ hồi dịch, hồi dịch, từ lúc dịch, hồi có dịch, từ hồi có dịch, hồi hè, từ hồi hè, từ hè, hồi đầu tuần, hồi cuối tuần, hồi đầu tháng, hồi cuối tháng, hồi tuần trước, hồi tuần rồi, hồi tháng trước, hồi tháng rồi, hồi năm ngoái, từ tuần rồi, từ tháng trước, từ tháng rồi, hồi mới mua máy, từ hồi mua máy, từ lúc mua máy, từ hôm mua máy, yesterday, last week, last month, last night, since monday/tuesday/wednesday/thursday/friday/saturday/sunday, since last week, since last month, since yesterday, since june/july/august, long ago, long time ago, a long time ago, days ago, weeks ago, ages ago, this morning, =tới giờ, =tới nay, =đến giờ, =đến nay, lâu lắc lâu lơ, hồi khuya, hồi hôm, khi hôm, đêm hôm, hôm nọ, hôm kìa, bữa kia, bữa nọ, mấy hôm trước, mấy bữa trước, mấy ngày trước, vài bữa trước, vài hôm trước, vài ngày trước, tháng rồi, tuần rồi, cách đây # ngày/hôm/tuần/tháng/năm, cách đây {n} ngày/hôm/tuần/tháng/năm, "
        "# ngày/hôm/tuần/tháng/năm trước, {n} ngày/hôm/tuần/tháng/năm trước, đợt trước, năm kia, khi chiều, khi sáng, khi tối, khi trưa, ban sáng, ban chiều, hồi hổm, từ hổm, từ hồi nào, trước khi, hôm/bữa thứ #, hôm/bữa thứ hai/ba/tư/năm/sáu/bảy, hôm/bữa chủ nhật, hôm/bữa cô/thầy, từ hôm/bữa thứ #, từ hôm/bữa thứ hai/ba/tư/năm/sáu/bảy, từ hôm/bữa chủ nhật, từ tối thứ #, từ tối thứ hai/ba/tư/năm/sáu/bảy, từ chiều/sáng thứ #, từ chiều/sáng thứ hai/ba/tư/năm/sáu/bảy, từ tối/sáng/chiều chủ nhật, từ thứ #, từ thứ hai/ba/tư/năm/sáu/bảy, từ chủ nhật, từ sáng, từ trưa, từ chiều, từ tối, hôm qua, hôm kia, hôm trước, hôm bữa, bữa trước, bữa hổm, bữa hôm, hồi, hồi nãy, nãy, lúc nãy, vừa nãy, tuần trước, tháng trước, "
        "tối qua, đêm qua, chiều qua, sáng qua, trưa qua, từ hôm, từ lâu, lâu lắc, từ đời nào, từ đời thuở nào, từ thuở nào, đời nào rồi, từ đợt, từ đợt tháng #, đợt tháng #, hồi tháng #, từ hồi còn, từ khi còn, từ lúc còn, hồi còn, lúc còn, từ hồi chưa nghỉ, từ hồi chưa vào, từ lúc chưa nghỉ, từ hồi chưa có, từ lúc chưa có, từ khi chưa có, hồi chưa có, tối hôm qua, sáng hôm qua, chiều hôm qua, trưa hôm qua, tối hôm kia, # giờ tối/sáng/chiều/trưa hôm qua, lúc # giờ tối/sáng/chiều/trưa hôm qua, # giờ tối/sáng/chiều/trưa/hôm/đêm qua, lúc # giờ tối/sáng/chiều/trưa/hôm/đêm qua, # giờ # tối/sáng/chiều/trưa/hôm/đêm qua, lúc # giờ ngày #, từ trước, từ năm ngoái, từ năm kia, từ năm trước, từ ngày, từ ngày #, từ hôm #, từ bữa #, hồi hôm #, từ hồi #, từ mùng #, từ mồng #, từ tháng #, từ năm #, từ tuần trước, từ tháng, từ hồi, "
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
        "đang vật lộn, đang mày mò, đang mò mẫm, đang loay hoay, đang cài, đang tải, đang làm, đang cài đặt, cài dở, gần xong, sắp xong, đang tiến hành, đang chờ, đang đợi, đang chạy, "
        "đang load, đang cập nhật, còn đang, dở dang, giữa chừng, installing, cài nửa chừng, đang thực hiện, tải chưa xong, tải rồi chưa cài, tải rồi mà/nhưng chưa cài, tải về rồi chưa cài, tải về rồi mà/nhưng chưa cài, đang nhờ, được một nửa, cài được một nửa, tải được một nửa, được nửa",
    ),
    # With the verb and no word for "done": still at it.
    (
        Tag.ONGOING,
        "since",
        "nãy giờ, nãy tới giờ, nãy đến giờ, từ nãy giờ, từ nãy tới giờ, từ nãy đến giờ, hồi nãy giờ, hồi nãy tới giờ, sáng giờ, từ sáng giờ, sáng tới giờ, từ sáng tới giờ, từ sáng đến giờ, chiều giờ, trưa giờ, tối giờ, từ chiều tới giờ, từ trưa tới giờ, từ tối tới giờ",
    ),
    (
        Tag.GONE,
        None,
        "gỡ mất tiêu, gỡ mất tiêu rồi, xóa mất tiêu, xóa mất tiêu rồi, mất tiêu rồi, gỡ mất hết, gỡ mất rồi, xóa mất rồi, gỡ tuốt, xóa tuốt, gỡ sạch, gỡ trớt, gỡ bỏ rồi, gỡ phăng, gỡ luôn, gỡ liền, gỡ béng, xóa béng, xóa phăng, xóa luôn, xóa xừ, xóa mẹ, xóa quách, gỡ quách, gỡ xừ, cho bay màu, cho đi luôn, cho vào thùng rác, bay mất tiêu, bay đâu mất, tự gỡ, tự xóa, tự mất, bị gỡ, bị xóa mất, lỡ tay gỡ, lỡ gỡ mất, uninstalled, removed, deleted, delete, lỡ gỡ, dẹp, dẹp rồi, bay màu, bay app, bay ứng dụng, bị bay, rớt mất, mất trộm, bị mất trộm, mất cắp, bị mất cắp, bị lấy cắp, bị lấy trộm, bị móc túi, bị trộm, bị giật, bị cướp, làm rớt, làm rơi, rơi mất, đánh rơi, đánh mất, làm mất, xóa sạch, format, format máy, chạy lại máy, up rom, tháo ra, tháo bỏ, "
        "gỡ, gỡ bỏ, gỡ ra, gỡ mất, bị mất điện thoại/máy, bị mất điện thoại, mất điện thoại, xóa, xóa mất, xóa đi, xóa app, xóa ứng dụng, lỡ xóa, lỡ tay xóa, bị xóa, mất, bị mất, mất tiêu, "
        "đổi máy, thay máy, đổi điện thoại, thay điện thoại, reset, reset máy, khôi phục cài đặt gốc, uninstall, xóa nó, "
        "đã gỡ, đã xóa, nên thôi, rồi thôi luôn, nên thôi luôn, nên bỏ rồi, giờ hết rồi, giờ hết, giờ thì hết rồi, giờ không còn, giờ không còn nữa, nay không còn, giờ không có nữa, không còn nữa, không thấy đâu, không thấy đâu nữa, không thấy nữa, không còn thấy, không còn thấy nữa, có thấy đâu, có thấy đâu nữa, biến mất, biến đâu mất, đâu mất, đâu mất tiêu, mất đâu, mất đâu rồi, mất sạch, mất trắng, bay sạch, bay mất, tháo, remove, mất máy, mất điện thoại, hủy cài đặt, gỡ cài đặt",
    ),
    (
        Tag.UNABLE,
        "trouble",
        "không thành công, chưa thành công, bất thành, thất bại, {no} ăn thua, {no} ăn thua gì",
    ),
    (Tag.FOR, None, "cho, giúp, giùm, dùm, hộ"),
    (Tag.SAYS, None, "bảo, nói, nhắn, hỏi, báo, dặn, nhắc, said, nói là, bảo là, nói rằng"),
    (Tag.FORBID, None, "không cho, chưa cho, không cho phép, cấm, hổng cho, không đồng ý cho"),
    (Tag.WITH, None, "và, với, cùng, cùng với, +, lẫn, and, cộng, thêm, hay"),
    (
        Tag.BUT,
        None,
        "=chớ, hóa ra, té ra, thì ra, ai dè, ai ngờ, dè đâu, ngờ đâu, hóa ra là, té ra là, ai dè là, còn, nhưng, nhưng mà, mà, riêng, tuy nhiên, trong đó, trong số đó, but, thế nhưng, chứ, còn thì, trong khi, vì, do, tại, tại vì, bởi vì, do đó, nên, thành ra",
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
        "còn mỗi, chỉ còn, chỉ còn mỗi, còn duy nhất, chỉ còn lại, còn có mỗi, chỉ còn có, chỉ còn có mỗi, chỉ còn duy nhất, chỉ còn đúng, còn lại mỗi, còn lại có, còn đúng, còn lại đúng, còn sót lại mỗi, giờ còn mỗi, giờ chỉ còn, giờ còn có, giờ còn đúng, =mỗi còn",
    ),
    (Tag.ALSO, None, "nữa, cũng vậy, cũng thế, luôn, tương tự, cũng, cũng y vậy, too, also, cũng như vậy"),
    (
        Tag.WRONG,
        None,
        "khác rồi, không giống, ghi dư, ghi thừa, ghi thiếu, tính dư, tính thừa, tính thiếu, đếm dư, đếm thiếu, báo dư, báo thiếu, khai dư, khai thiếu, nhầm nhọt, nhầm nhọt gì, nhầm nhọt rồi, sai số lượng, sai thông tin, sai tên, sai rồi đó, sai rùi, sai khác, không khớp số, không khớp rồi, sai hết, sai hết rồi, sai hết trơn, sai tùm lum, sai tùm lum rồi, sai tá lả, sai lè, sai lè lè, sai toét, sai bậy, sai toàn bộ, sai to, sai to rồi, sai mất rồi, sai chỗ, sai trật lất, nhầm hết, nhầm hết rồi, nhầm to, nhầm mất rồi, lộn hết, lộn hết rồi, lộn tùm lum, trật hết, trật chìa, trật bàn đạp, {no} khớp, lệch rồi, bị lệch, lệch số, lệch hết, bậy rồi, tầm bậy rồi, chưa ổn, không ổn, chưa chuẩn lắm, chưa đúng lắm, không đúng lắm, không trúng, chưa trúng, đâu trúng, đâu chuẩn, ghi sai rồi, ghi nhầm rồi, ghi lộn rồi, không phải vậy, không phải thế, không phải rứa, đâu phải vậy, đâu phải thế, đâu phải rứa, không phải như vậy, không phải như thế, chưa phải vậy, chưa phải thế, not correct, not right, not true, 👎, ❌, ✖, mới đúng, mới phải, khoan nhầm, à không, ờ không, ủa không, ấy không, á không, í không, à quên, í nhầm, ý nhầm, á nhầm, í lộn, ý lộn, á lộn, ủa lộn, ủa nhầm, ờ nhầm, ờ lộn, í quên, ý quên, á quên, sửa lại, sửa thành, đính chính, muốn sửa, cần sửa, xin sửa, muốn chỉnh, cần chỉnh, muốn chỉnh sửa, cần chỉnh sửa, cần điều chỉnh, sửa, cập nhật lại, wrong, bị sai, sai rồi, nhầm rồi, lộn rồi, không đúng, chưa đúng, chưa chính xác, không chính xác, không chuẩn, chưa chuẩn, incorrect, lộn số, sai số, trật lất, trật rồi, sai bét, sai be bét, nói bậy, báo bậy, ghi bậy, đâu đúng, đúng gì mà đúng, đúng đâu mà đúng, đúng chỗ nào mà đúng",
    ),
    # A number right behind these is the one that was typed by mistake.
    (
        Tag.WRONG,
        "slip",
        "khai bậy, ghi bậy bạ, khai bậy bạ, báo bậy bạ, khai tầm bậy, ghi tầm bậy, báo tầm bậy, khai tầm bậy tầm bạ, ghi nhầm, gõ nhầm, bấm nhầm, viết nhầm, nói nhầm, nói lộn, đếm nhầm, ghi sai, khai nhầm, báo nhầm, ghi lộn, nhập sai/nhầm/lộn, khai sai/lộn, bấm lộn/sai, đánh nhầm/lộn/sai, điền nhầm/sai/lộn, đọc nhầm/lộn, tính nhầm/sai/lộn, đếm sai/lộn, viết sai/lộn, báo sai/lộn, gõ lộn/sai, nhắn nhầm/lộn",
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
        "=trúng, =trúng rồi, trúng phóc, trúng phóc rồi, trúng hết, trúng hết rồi, trúng cả, trúng y, trúng boong, trúng chóc, trúng bóc, trúng y chang, trúng đó, y bong, y xì, y xì đúc, y xì vậy, y xì rồi, y chang rồi, y chang luôn, y chang đó, đúng y chang, đúng y chang vậy, đúng y chang rồi, đúng y xì, đúng y vậy, đúng y rồi, đúng y hệt, y như vậy, y như rứa, y rứa, đúng rứa, đúng rứa rồi, rứa là đúng, phải rứa, đúng bóc, đúng phóc, đúng boong, đúng chóc, đúng bài, đúng đắn, chuẩn chỉnh, chuẩn cả, chuẩn hết, chuẩn hết rồi, chuẩn khỏi chỉnh, chuẩn từng chữ, chuẩn từng số, chuẩn như cơm mẹ nấu, đúng cả rồi, đúng tất, đúng tất cả, đúng hết trơn, đúng hết ráo, đúng hết cả, đúng từng chữ, đúng từng số, đúng số rồi, đúng mà, vẫn vậy, vẫn thế, vẫn như vậy, vẫn như thế, vẫn như cũ, như cũ, y như cũ, y cũ, {no} đổi gì, {no} thay đổi, {no} thay đổi gì, {no} có thay đổi, {no} có thay đổi gì, {no} có gì thay đổi, {no} có gì thay đổi hết, {no} có gì khác, {no} khác gì, {no} có gì mới, vẫn y nguyên, vẫn y vậy, giữ nguyên, giữ nguyên vậy, giữ nguyên như vậy, {no} trật miếng nào, {no} trật tí nào, {no} sai một tí, {no} sai một tí nào, {no} sai một chút nào, {no} sai đi đâu được, {no} sai đâu được, {no} sai vào đâu được, {no} lệch chút nào, {no} lệch li nào, {no} nhầm tí nào, {no} nhầm chỗ nào, {no} sai tí nào, {no} sai chút nào, {no} sai miếng nào, {no} sai ly nào, {no} sai một ly, {no} sai một chữ, {no} sai một li, {no} sai con số nào, {no} sai số nào, {no} lệch, {no} lệch đi đâu, {no} lệch tí nào, {no} trật, {no} trật đi đâu, {no} trật chỗ nào, {no} trật chút nào, {no} chê vào đâu được, khỏi chê, khỏi chỉnh, khỏi phải sửa, {no} phải sửa đâu, {no} cần sửa đâu, lưu giùm, lưu giúp, lưu luôn, gửi giùm, gửi giúp, gửi được rồi, cho gửi, cho gửi đi, cứ gửi, cứ gửi đi, cứ nộp, cứ nộp đi, cứ lưu, cứ lưu đi, nộp giúp, nộp giùm, duyệt luôn, duyệt đi, chốt nha, chốt vậy, chốt vậy đi, chốt sổ, chốt hạ, tôi xác nhận, em xác nhận, xin xác nhận, đã xác nhận, xác nhận là đúng, xác nhận luôn, confirm, confirmed, i confirm, exactly, exact, all good, all correct, perfect, that is right, đúng rồi đó, phải rồi đó, phải đó, phải đấy, nhất trí cao, nhất trí hoàn toàn, đồng ý hết, ưng rồi, ưng cái bụng, đúng sự thật, là đúng sự thật, hoàn toàn đúng, hoàn toàn đúng sự thật, hoàn toàn chính xác, đúng hoàn toàn, cam đoan, xin cam đoan, cam kết, chịu trách nhiệm, xin chịu trách nhiệm, chuẩn đét, chuẩn bài, chuẩn men, chuẩn xác luôn, khớp, khớp rồi, trùng khớp, y hệt, y hệt vậy, như vậy là đúng, thế là đúng, vậy là đúng, vậy đúng rồi, đúng như vậy, đúng như thế, quá đúng, quá chuẩn, chuẩn xác, chuẩn cơm mẹ nấu, chấp nhận, ưng, đúng, đúng rồi, chính xác, chuẩn, xác nhận, đồng ý, chuẩn rồi, đúng hết, không sai, không sai đâu, có sai gì đâu, có gì sai đâu, có gì sai, không sai chỗ nào, có sai đâu, không có gì sai, không nhầm, phải rồi, "
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
        "ok con dê, ô kê con dê, ok con gà đen, ok con gà, ok con bê, ok luôn, ok hết, ok tất, chuẩn cơm mẹ nấu, ờ đúng, ừ đúng, sure, of course, quá chắc, chắc như bắp, chắc bắp, khỏi nói, còn phải hỏi, còn phải nói, khỏi bàn, dĩ nhiên rồi, đương nhiên rồi, tất nhiên rồi, chuyện nhỏ, ừ, ok, vâng, được, 👍, 👌, ✅, ✔, ☑, 👍🏻, 💯, tốt, good, chắc chắn, chắc cú, uhm, okay, vâng ạ, chứ sao, tất nhiên, ok bạn/em/anh/chị, vâng bạn, ừ bạn, dạ bạn, ờ bạn, đương nhiên, chuyện, chứ sao không, chớ sao không, chớ sao, dĩ nhiên, hẳn rồi, 🆗, nhất trí",
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
        "nếu, nào, giá mà, giá như, lỡ, giả sử, nếu mà, khi nào, khi, lúc nào, bao giờ, sau khi, đến khi, tới khi, chừng nào, if, when, hễ",
    ),
    (Tag.UNSURE, "supposed", "tưởng, tưởng là, cứ tưởng, cứ tưởng là, tưởng đâu, cứ nghĩ là, ngỡ, ngỡ là"),
    (
        Tag.UNSURE,
        None,
        "không rành, không rành lắm, không rành nữa, không rành đâu, ai có máy, ai có điện thoại, ai có smartphone, ai có đt, người nào có máy, người nào có điện thoại, đứa nào có máy, đứa nào có điện thoại, ai có máy thì, ai biết chắc, ai biết được, chắc gì, chưa chắc lắm, ngờ ngợ, nhớ nhớ quên quên, không nhớ nổi, hổng chừng, biết đâu, biết đâu được, biết đâu chừng, chắc đâu, bán tín bán nghi, hình như là, không dám chắc, không biết chắc, phân vân, khả năng, khả năng cao, nếu không nhầm, nếu không lầm, không lầm thì, không nhầm thì, theo em/tôi/con biết, theo em/tôi/con nhớ, thì phải, nghe đồn, nghe kể, nghe mẹ/má/ba/bố/chồng/vợ nói, chắc vậy, chắc thế, áng chừng, nhớ không lầm, nhớ không nhầm, nhớ mang máng, xạo, nói xạo, giỡn, giỡn thôi, đùa, đùa thôi, nói chơi, suýt, suýt nữa, xém, xém nữa, "
        "coi như, xem như, cũng coi như, cũng xem như, chắc là, hình như, có lẽ, không chắc, không chắc lắm, chưa chắc, không nhớ, không nhớ rõ, không rõ, chưa rõ, không biết, không biết nữa, không biết rõ, chắc, nghe nói, nghe đâu, thấy bảo, "
        "đâu như, để hỏi lại, để hỏi, để xem, để xem lại, để coi, để coi lại, hỏi lại, có khi, nghe bảo, thấy nói, không để ý, chắc cũng, =em nghĩ, em nghĩ là, em nghĩ chắc, nghĩ là, có thể, maybe, dường như, chưa biết, ước chừng, hên xui, đoán, chả biết, chẳng biết, kiểm tra lại, xem lại, khoan, khoan đã, để hỏi lại, đợi chút, chờ chút, đừng gửi, đừng nộp, đừng lưu, khoan gửi, khoan nộp, khoan lưu, chắc tầm, chắc khoảng",
    ),
)
