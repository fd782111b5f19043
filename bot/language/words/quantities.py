"""Numbers that are vague, and digits that count nobody. `#` is any number typed in digits."""

from bot.language.tags import Tag

QUANTITIES: tuple[tuple[Tag, object, str], ...] = (
    # With a number behind them, a guess; alone, nothing.
    (
        Tag.ABOUT,
        None,
        "cỡ chừng, áng chừng, sơ sơ, loanh quanh, ngót nghét, nhỉnh hơn, xê xích, xêm xêm, khoảng tầm, tầm khoảng, độ chừng, khoảng, tầm, cỡ, chừng, khoảng chừng, độ, hơn, gần, dưới, ít nhất, tối thiểu, =tối đa, trên dưới, ngót, xấp xỉ, đâu đó, ước chừng, "
        "đâu khoảng, đâu chừng, chắc khoảng, chắc tầm, ước khoảng, about, around",
    ),
    # With a noun behind them, or as the whole answer, a number nobody can book.
    (
        Tag.SOME,
        None,
        "vài, mấy, nhiều, đông, đông lắm, đông người, một số, một vài, vài ba, dăm, dăm ba, đôi ba, ít, một ít, các, many, some, several, few, kha khá, mấy chục, nhiều lắm",
    ),
    (Tag.RANGE, None, "âm #, âm {n}, trừ #"),
    (
        Tag.VAGUE,
        None,
        "{n} phần hai/ba/tư/năm/mười, # phần #, # phần {n}, phần lớn, đa số, hầu hết, một nửa, phân nửa, nửa, quá nửa, hơn nửa, gần hết, một phần, chục người, half, chưa hết, chưa đủ, chưa đầy đủ, "
        "lèo tèo, lác đác, mười mấy, hai mấy, một hai, hai ba, ba bốn, bốn năm, năm sáu, sáu bảy, bảy tám, tám chín, chín mười, gần như, con cái, con cháu, có người, có đứa, có mấy người, =con chị, =con anh, vợ con, chồng con, vợ con em/tôi/mình, chồng con em/tôi/mình, người có người không, người có người chưa, người thì rồi người thì chưa, đứa có đứa không",
    ),
    (Tag.PEOPLE, "#", "# lớn, # nhỏ"),
    (
        Tag.DEVICES,
        "#",
        "# máy, # điện thoại, # cái điện thoại, # cái {phone}, {n} cái {phone}, # chiếc điện thoại, # chiếc, # cái máy, # chiếc máy, "
        "{n} máy, {n} cái điện thoại, {n} chiếc điện thoại, {n} cái máy, {n} chiếc máy, {n} smartphone",
    ),
    # What people have and use says nothing of the campaign.
    (Tag.UNKNOWN, None, "điện thoại cảm ứng, điện thoại thông minh, máy cảm ứng, điện thoại xịn, máy xịn"),
    (Tag.PERCENT, "#", "# %, # phần trăm"),
    (
        Tag.AGE,
        None,
        "{n} mươi mấy tuổi, {n} mươi mấy, {n} mươi hơn, # mấy tuổi, # ngoài tuổi, ngoài {n} mươi, hơn {n} mươi tuổi, gần {n} mươi tuổi, trên {n} mươi tuổi, ngoài {n} mươi tuổi, =ngót {n} mươi",
    ),
    (Tag.AGE, "#", "# tuổi, # tuổi rồi, {n} tuổi, ngoài # tuổi, trên # tuổi, hơn # tuổi, gần # tuổi, # tuoi"),
    (
        Tag.LABEL,
        "class",
        "tổ khối #, tổ khối {n}, lớp §, lớp #, lớp lá/chồi/mầm #, lớp lá/chồi/mầm {n}, lớp lá/chồi/mầm §, lớp # /, lớp # / #, lớp {n} / #, khối §, khối #, lớp {n}, khối {n}, tổ #, tổ {n}",
    ),
    (
        Tag.LABEL,
        None,
        "lần thứ #, lần thứ {n}, lần thứ tư, lần thứ nhất, lần đầu, lần đầu tiên, lần này, lần trước, lần sau, phòng §, số §,  ấp #, số nhà #, số #, phòng #, đội #, khu #, khu phố #, hẻm #, đường #, quận #, phường #, xã #, thôn #, xóm #, nhóm #, "
        "ngày #, hôm #, mùng #, mồng #, tháng #, tháng {n}, năm #, tuần #, quý #, học kỳ #, kỳ #, hk #, "
        "# phút, # giây, # tiếng, # ngày, # tuần, # năm, # hôm, # bữa, # buổi, # lần, # cái, # cây số, # km, # mét, "
        "{few} tháng/ngày/tuần/năm/giờ/phút/tiếng/bữa/hôm/lần, tứ đại đồng đường, tam đại đồng đường, tứ đại, tam đại, # thế hệ, # đời, {n} đời, # tầng, # phòng, =# nhà, # hộ, # triệu, # nghìn, # ngàn, # đồng, # k, # tr, # gb, # mb, # g, # app, # ứng dụng, # trường, # lớp, # cuốn, # tiết, # tỉnh, # phiếu, # câu, =# con bò, =con bò, # con mèo/chó/gà/heo/vịt, con mèo/chó/gà/heo/vịt, "
        "{n} con mèo/chó/gà/heo/vịt, ={n} con bò, {n} lần, {n} thế hệ, {n} cái, {n} tiếng, {n} ngày, {n} phút, ={n} hộ, ={n} nhà, {n} buổi, {n} tuần, {n} tháng, hai cây số, "
        "iphone #, ip #, iphone x, ipad #, android #, ios #, samsung #, galaxy #, note #, oppo #, vivo #, xiaomi #, redmi #, win #, windows #, phiên bản #, version #, bản #, đời #, "
        "chương #, chương {n}, đề #, đề số #, đề cương #, phần #, tập #, học phần #, unit #, chap #, chapter #, câu #, bước #, mục #, mức #, mức độ #, đợt #, khóa #, bài #, tiết #, lần #, điều #, khoản #, công văn #, cv #, trang #, stt #, số thứ tự #, mã #, mã số #, covid #, covid - #, "
        "năm nay, năm ngoái, năm học, năm trước, năm sau, năm mới, trong năm nay, trong năm học, sinh năm #, sn #, chấm #, tổ {n}, khu {n}, ấp {n}, quyển #, zalo #, hotline #, sđt #, số điện thoại #, điện thoại #, lúc #, cuối tháng #, đầu tháng #",
    ),
)
