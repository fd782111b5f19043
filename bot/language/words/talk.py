"""What a message can be besides an answer: questions, complaints, greetings, commands, courtesy."""

from bot.domain.readings import Intent
from bot.language.tags import Tag

TALK: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.POLITE,
        None,
        "tổng cộng, tổng cộng lại, tổng cộng hết, tổng cộng lại là, cộng lại là, vị chi là, sir, madam, =hỉ, =hí, =hầy, =hà, =hè, =hén, không những, chẳng những, không chỉ, không chỉ riêng, không riêng gì, đâu chỉ, không phải chỉ, không phải mỗi, trừ con mèo/chó/cún/miu/gà/heo/bò/vịt/chim/cá, trừ chó mèo, trừ con mèo con chó, trừ bé mèo/chó/cún, trừ mấy con mèo/chó/cún/gà, trừ đàn gà, trừ con chó con mèo, trừ cún, trừ mèo, trừ chó, coi lại thì, xem lại thì, kiểm tra lại thì, kiểm tra thì, dò lại thì, ngó lại thì, nhìn lại thì, mở ra thì, mở ra coi thì, vô coi thì, vào xem thì, coi thì, xem thì, coi lại thì thấy, xem lại thì thấy, kiểm tra lại thì thấy, kiểm tra thì thấy, kiểm tra thấy, kiểm tra lại thấy, mở ra thấy, mở ra thì thấy, vô coi thấy, vô coi thì thấy, coi lại thấy, coi thì thấy, xem lại thấy, mở máy ra thấy, mở máy ra thì thấy, tóm lại, tóm lại là, nói chung, nói chung là, nói tóm lại, tóm cái lại, chốt lại, chốt lại là, kết luận, kết luận là, thật ra, thực ra, thật ra là, thực ra là, thực tế, thực tế là, nghĩ lại, suy nghĩ lại, nghĩ đi nghĩ lại, nghĩ tới nghĩ lui, =trùi, =trùi ui, tức thì, tức khắc, tức tốc, ngay tức khắc, ngay tức thì, lập tức, ngay lập tức, dễ ẹc, dễ ợt, dễ òm, dễ như ăn cháo, nhanh gọn lẹ, nhanh gọn, đề nghị ghi nhận, đề nghị ghi nhận giúp, ghi nhận, ghi nhận giúp, xin ghi nhận, kính đề nghị, kính mong, as well, dứt điểm, hết sức, đàng hoàng, tử tế, ngon lành cành đào, chắc nịch, thiệt chứ, thật chứ, nói thiệt, nói thật, thiệt tình, thật tình, nói thẳng, update, updated, fyi, khỏi hỏi, khỏi hỏi nữa, khỏi nhắn, khỏi nhắn nữa, khỏi hối, khỏi giục, khỏi kêu, khỏi gọi, khỏi phải nhắc, khỏi phải lo, đỡ phải nhắc, khỏi cần nhắc, khỏi cần lo, yên tâm, yên trí, khỏe re, đừng lo, các thông tin trên, những thông tin trên, thông tin trên, toàn bộ thông tin trên, nội dung trên, các nội dung trên, thông tin trên đây, các thông tin trên đây, nội dung khai báo, thông tin đã khai, nhà trường, nhà nước, ra, ạ, chị, anh, nhé, nha, nhá, nghen, nghe, hen, hén, á, à, đó, đấy, ơi, ui, ơ, ah, thầy ơi, cô ơi, chị ơi, anh ơi, thầy, cô, cô giáo, thầy giáo, thầy ui, cô ui, "
        "cô ha, thầy ha, ha, hì, nè, này, lận, thì, là, cái, vậy, thế, mà lị, kính, trân trọng, với ạ, ấy, đi, sếp, ơi là, cơ, cơ ạ, ngay, ngay và luôn, kìa, ủa, thầy à, cô à, "
        "gửi cô, gửi thầy, gửi cô giáo, gửi thầy giáo, kính gửi, kính gửi cô/thầy/anh/chị, kính gửi thầy cô, gởi cô, gởi thầy, kính thầy, kính cô, thưa cô, thưa thầy, thưa thầy cô, kính thưa thầy, kính thưa cô, bạn ơi, ad ơi, bot ơi, a ơi, hihi, nhe, á nha, luôn ạ, "
        "xin báo cáo, báo cáo, xin báo, báo cáo cô, báo cáo thầy, hệ thống, the, hết á, dữ, lắm, quá, quá trời, rất, thật, thiệt, bữa giờ, khỏi nhắc, khỏi nhắc nữa, khỏi lo, khỏi lo nữa, ad, trợ lý, số lượng, em ơi, con ơi, cháu ơi, chị ui, anh ui, gì đó, gì hết, hổm rày, hoài, á cô, á thầy, ní, ní ơi, mấy ní, nị, bro, sis, cái rụp, cái rẹt, cái một, y boong, đã kiểm tra lại, đã kiểm tra, đã kiểm tra kỹ, mới kiểm tra lại, vừa kiểm tra lại, kiểm tra kỹ rồi, kiểm tra lại rồi, kiểm tra rồi, đã xem lại, đã xem kỹ, xem kỹ rồi, xem lại rồi, coi kỹ rồi, coi lại rồi, đã đọc kỹ, đã đọc lại, đọc kỹ rồi, đọc lại rồi",
    ),
    # Who dictates says the marks, too; "3 phẩy 5" stays two numbers, and is asked about.
    (Tag.MARK, ".", "dấu chấm, dấu chấm than, chấm hết, chấm xuống dòng, dấu hai chấm, =xuống dòng"),
    (Tag.MARK, ",", "=phẩy, dấu phẩy, dấu phẩy ạ"),
    (
        Tag.INTENT,
        Intent.GREETING,
        "chào, xin chào, chào cô, chào thầy, em chào cô, em chào thầy, con chào cô, con chào thầy, chào buổi sáng, chào buổi chiều, chào buổi tối, hello, hi, alo, chúc, chào chị, chào anh, chào em, chào bạn, good morning, hey, helo, kính chào, chào ad, halo",
    ),
    (
        Tag.INTENT,
        Intent.UNKNOWN,
        "cảm ơn, cám ơn, thank, thanks, thank you, tks, em cảm ơn, em cám ơn, con cảm ơn, em cảm ơn cô, em cảm ơn thầy, em/con/cháu/tôi xin lỗi cô/thầy/anh/chị, em/con/cháu xin lỗi ạ, em/con/cháu/tôi cảm ơn cô/thầy/anh/chị, em/con/cháu/tôi cám ơn cô/thầy/anh/chị, em/con/cháu/tôi xin cảm ơn, em/con/cháu cảm ơn cô/thầy nhiều, em/con/cháu cảm ơn ạ, em/con/cháu xin cảm ơn cô/thầy, cảm ơn cô, cảm ơn thầy, cảm ơn bạn/anh/chị/ad/em, cám ơn bạn/anh/chị/cô/thầy, cảm ơn nhiều, cảm ơn cô/thầy nhiều, xin cảm ơn, trân trọng cảm ơn, xin chân thành cảm ơn, ơn, thông cảm, thông cảm giúp em, xin lỗi cô, xin lỗi thầy, em xin lỗi",
    ),
    (
        Tag.INTENT,
        Intent.COMPLAINT,
        "nhắn hoài, nhắn quài, nhắn miết, nhắn mãi, nhắn suốt, nhắn nhiều, phiền, phiền quá, làm phiền, spam, cứ nhắn, nhắc hoài, nhắc miết, nhắc mãi, nhắn gì nhắn, bực, bực mình, khó chịu, nhắn lắm, "
        "nhắc quài, nhắc suốt, hỏi hoài, hỏi quài, hỏi miết, hỏi mãi, hỏi suốt, cứ hỏi, cứ nhắc, nhắc nhiều, mệt ghê, nhức đầu, điên đầu, nói hoài, báo hoài, sao cứ, sao nhắc, sao còn nhắn, sao còn nhắc, lại hỏi, lại nhắn, nhắn chi, hỏi chi, ngày nào cũng nhắn, ngày nào cũng hỏi, tra tấn, mệt mỏi, vừa thôi, hỏi lắm, phiền phức, đòi hoài, mắc gì hỏi, mắc gì hỏi hoài, mắc gì nhắn, mắc gì nhắn hoài, mắc gì nhắc, hỏi gì hỏi hoài, hỏi gì mà hỏi hoài, nhắn gì mà nhắn hoài, sao hỏi, suốt ngày, làm gì mà nhắn",
    ),
    (
        Tag.INTENT,
        Intent.STOP,
        "đề nghị không nhắn, đề nghị không nhắn lại, đề nghị không nhắn nữa, đề nghị không nhắn lại nữa, đừng nhắn, đừng nhắn nữa, đừng nhắc nữa, đừng nhắc, thôi nhắn, ngừng nhắn, ngưng nhắn, dừng, dừng lại, stop, hủy nhận tin, không nhận tin, tạm dừng nhắc, tạm dừng, dừng nhắc, tắt nhắc, tắt nhắc nhở, tắt thông báo, thôi nhắc, "
        "đừng gửi nữa, đừng gửi tin, không muốn nhận tin, ngừng nhắc, unsubscribe, đừng hỏi nữa, đừng làm phiền, dừng nhắn, ngưng nhắc, thôi đừng nhắn",
    ),
    (
        Tag.INTENT,
        Intent.SNOOZE,
        "nhắc em lại, nhắc lại, nhắc lại em, nhắc tôi lại, nhắc mình lại, nhắc sau, nhắc lại sau, nhắc em sau, nhắc con lại, nhắc lại giúp, nhắn lại em, lát nhắc, nhắc tui lại, nhắc thầy/cô/anh/chị lại, hẹn nhắc",
    ),
    (
        Tag.INTENT,
        Intent.CANCEL,
        "hủy, hủy bỏ, bỏ qua, thoát, cancel, quay lại, /huy, hủy khai báo, thôi khỏi, thôi không khai nữa, không khai nữa, dừng khai báo",
    ),
    (
        Tag.INTENT,
        Intent.DECLARE,
        "khai báo, bắt đầu, bắt đầu khai báo, khai, tôi muốn khai báo, em muốn khai báo, khai báo ngay, /khaibao, /start, start, cập nhật, khai báo lại, khai lại, khai báo bổ sung, "
        "sửa khai báo, muốn khai báo, cần khai báo, cho em khai báo, em khai báo, khai báo luôn, /batdau, cập nhật khai báo",
    ),
    # Only with its mark: "mọi giáo viên", "link mới", "mà mới" look the same without.
    (
        Tag.INTENT,
        Intent.INVITE,
        "=mời giáo viên, =mời phụ huynh, =mời đồng nghiệp, =mời thêm, =mời thêm người, =mời tham gia, =mã mời, =link mời, =đường dẫn mời, "
        "=mời giáo viên/nhân viên/thầy cô/đồng nghiệp/phụ huynh/học sinh tham gia, =mời nhân viên, =mời học sinh, xin mã mời, cho xin mã mời, cho em xin mã mời, cho tôi xin mã mời, =cho xin link mời, =cho em xin link mời, =cho tôi xin link mời, "
        "lấy mã mời, gửi mã mời, tạo mã mời, =lấy link mời, =gửi link mời, =tạo link mời, =muốn mời, =cần mời, =gửi lời mời",
    ),
    (
        Tag.INTENT,
        Intent.STATUS,
        "trạng thái, tình hình, sao rồi, tới đâu rồi, đến đâu rồi, tiến độ, thống kê, tỉ lệ, tỷ lệ, kết quả, số liệu, /trangthai, /status, status, tình hình trường mình, bao nhiêu phần trăm, bao nhiêu người khai, được bao nhiêu rồi, mấy người khai rồi, báo cáo tình hình, đã xong chưa trường",
    ),
    (
        Tag.INTENT,
        Intent.MISSING,
        "ai chưa báo, ai chưa khai, ai chưa khai báo, ai chưa cài, ai còn thiếu, còn ai chưa, danh sách chưa, danh sách chưa khai báo, danh sách chưa khai, danh sách chưa báo, những ai chưa, còn thiếu ai, còn bao nhiêu người chưa, "
        "còn mấy người chưa, chưa khai báo là ai, người chưa khai, ai chưa nộp, ai chưa làm, ai chưa xong, thiếu ai, đơn vị nào chưa, trường nào chưa, lớp nào chưa, /danhsach, danh sách người chưa, ai chưa hoàn thành, ai chưa trả lời, còn những ai, còn mấy ai chưa, ai chưa kích hoạt, ai chưa đăng ký",
    ),
    (
        Tag.INTENT,
        Intent.OWN_DATA,
        "dữ liệu của tôi, dữ liệu của em, dữ liệu của mình, dữ liệu cá nhân, xóa dữ liệu, rút lại, rút lại đồng ý, rút đồng ý, xóa thông tin, xem dữ liệu, xóa hết dữ liệu, /dulieu, thông tin của tôi, xóa tài khoản, xóa dữ liệu của tôi, thông tin cá nhân của tôi, sửa dữ liệu, dữ liệu của con",
    ),
    (
        Tag.INTENT,
        Intent.HELP,
        "=chỉ {me} với, =thầy/cô/anh/chị chỉ {me}, hỗ trợ, cần hỗ trợ, trợ giúp, giúp đỡ, help, hướng dẫn, /trogiup, /help, cứu, cần giúp, giúp em với, giúp với, =chỉ em, chỉ giúp em, chỉ giùm, hướng dẫn em, hướng dẫn giúp, hướng dẫn cài, cách cài, chỉ em cài, giúp tôi với, cần trợ giúp, gặp người phụ trách",
    ),
    (
        Tag.INTENT,
        Intent.FOR_OTHERS,
        "gửi danh sách, nộp danh sách, gửi ds, danh sách tổ, danh sách lớp, danh sách nhóm, danh sách phòng, danh sách khối, ds lớp, ds tổ, báo cáo danh sách, báo danh sách, tổng hợp lớp, tổng hợp tổ, thay mặt tổ, thay mặt lớp, thay mặt trường, thay mặt cả tổ, báo thay, báo thay cho, báo cáo thay, thay mặt, khai giùm, khai hộ, khai giúp, khai cho, khai báo giùm, khai báo hộ, khai báo giúp, khai báo cho, khai thay, khai báo thay, báo giùm, báo hộ, báo cáo lớp, báo cáo tổ, báo cáo của lớp, khai dùm, báo dùm, báo giúp bạn",
    ),
    # Whether somebody belongs to the household.
    (
        Tag.QUESTION,
        "count",
        "có tính, tính không, có tính không, có tính vô không, có kể không, có phải tính, có gộp, tính luôn không, kể luôn không",
    ),
    (
        Tag.QUESTION,
        None,
        "ghi sao, ghi sao giờ, ghi thế nào, ghi như nào, ghi như thế nào, ghi răng, khai sao, khai sao giờ, khai thế nào, khai như nào, báo sao, báo sao giờ, tính sao giờ, làm sao giờ, sao giờ, răng chừ, nhớ nhắc, nhớ kêu, nhớ bảo, nhớ dặn, nhớ nhắn, xem lại giúp, xem lại giùm, xem lại dùm, coi lại giúp, coi lại giùm, coi lại dùm, kiểm tra lại giúp, kiểm tra lại giùm, coi lại giùm đi, xem lại giúp em, xem lại giúp em với, kiểm tra giúp, kiểm tra giùm, gửi lại, gửi lại đi, gửi lại giúp, nhắn lại giúp, răng rứa, mần răng, làm răng, chi rứa, rứa hả, rứa hè, sao rứa, vì răng, ở mô, chỗ mô, cài mô vậy, cài mô rứa, cài ở mô, vậy hả, thật hả, thiệt hả, thật không, thiệt không, ai biết, biết không, hay sao vậy, sao thế, sao thế ạ, đúng hông, phải hôn, "
        "hãy, please, rồi sao, rồi thì sao, rồi gì nữa, ở đâu, =tải đâu, link đâu, =cài đâu, link nào, thế nào, như thế nào, làm sao, sao vậy, là gì, gì vậy, để làm gì, khi nào vậy, tại sao, vì sao, phải không, đúng không, được không, bắt buộc không, có bắt buộc, có phải, có cần, "
        "hả, hở, nhỉ, mấy giờ, bữa nào, hôm nào, ngày nào, bao lâu, hạn đến, hạn tới, hạn chót, hết hạn, phải làm sao, làm sao để, có sao không, có mất, có lấy, có ảnh hưởng, sao không, sao chưa, sao em, sao lại, sao con, sao tôi, sao ghi, "
        "cho em xin, cho con xin, cho tôi xin, cho xin, xin link, xin cái link, gửi em link, cho em link, cho hỏi, cho em hỏi, cho con hỏi, cho tôi hỏi, cho mình hỏi, em hỏi, xin hỏi, muốn hỏi, đúng chưa, hay chưa, rồi hay chưa, có không, có hay không, hay không, phải hông, ai vậy, là ai, gì thế, gì đây, sao cài, cài sao, làm thế nào, cài thế nào, bằng cách nào, cách nào, đâu vậy, đâu rồi, where, how, why, what, mấy vậy, bao nhiêu, ra sao, gì ta, thì sao, được hông, hỏi ai, có được, có ai, có nên, có nguy hiểm, có an toàn không, cái gì, app gì, app nào, ứng dụng nào, gì, nào, là sao, có cách nào, hả cô, hả thầy, chi vậy, làm chi, "
        "phải cài không, có phải cài, không vậy, chưa vậy, không nhỉ, chưa nhỉ, chưa ta, không ta, chưa hả, không hả, đúng hết chưa, được chưa, ổn chưa, sao ạ, vậy sao, how to, hay sao",
    ),
)
