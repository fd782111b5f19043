"""Why somebody has not: phrases of the reasons every campaign knows. Value = reason id."""

from bot.language.tags import Tag

REASONS: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.REASON,
        "no_smartphone",
        "điện thoại đen trắng, {use} điện thoại đen trắng, {use} máy đen trắng, điện thoại phổ thông, máy phổ thông, điện thoại nút, máy nút, nút bấm, điện thoại bấm nút, máy bấm nút, máy nghe gọi, điện thoại trắng đen, máy trắng đen, điện thoại cùi chỏ, máy chọi chó, điện thoại 2g, máy 2g, điện thoại # g, feature phone, điện thoại cổ, điện thoại đồ cổ, điện thoại cục, máy cục, "
        "chưa được cho {use} {phone}, không được cho {use} {phone}, {no} có tiền mua {phone}, {no} sắm nổi {phone}, {no} mua nổi {phone}, chưa sắm được {phone}, {no} được mua {phone}, {no} được cầm {phone}, {no} có di động, {no} có smart, {no} có thiết bị, {no} có cái {phone} nào, {no} có cái {phone}, bị thu {phone}, {phone} bị thu, {no} mang {phone}, {no} còn {phone}, "
        "{no} có {phone}, {not} {phone}, {no} {use} {phone}, {no} được {use} {phone}, "
        "chưa được {use} {phone}, làm gì có {phone}, có {phone} đâu, lấy đâu ra {phone}, {no} có {phone} riêng, "
        "nokia #, cục gạch, điện thoại cục gạch, máy cục gạch, xài cục gạch, nokia, bàn phím, máy bàn phím, phím bấm, điện thoại phím, điện thoại bàn phím, đen trắng, "
        "điện thoại thường, máy thường, điện thoại đời cổ, máy bấm phím, điện thoại nghe gọi, chỉ nghe gọi, nghe gọi thôi, "
        "{no} có máy riêng, chưa có đồ công nghệ, {no} {use} được {phone}, điện thoại bấm, máy bấm, không có con nào, {no} mua {phone}, {no} sắm {phone}, "
        "{no} xài đồ thông minh, máy đen trắng, điện thoại đập đá, điện thoại gập, chưa mua được {phone}, {no} dùng được {phone}, {no} cầm {phone}, =không biết dùng, =chưa biết dùng, {no} biết xài, {no} biết sử dụng, {no} xài, =không dùng",
    ),
    (
        Tag.FORBID,
        "no_smartphone",
        "{no} cho {use} {phone}, {no} cho {phone}, {no} cho cầm {phone}, {no} mua {phone} cho, {no} sắm {phone} cho, {no} cho em/con/cháu {use} {phone}",
    ),
    (
        Tag.REASON,
        "incompatible",
        "{no} tương thích, {no} hỗ trợ, máy cũ, máy cũ quá, máy đời cũ, điện thoại cũ, điện thoại đời cũ, đời cũ, máy cùi, máy cùi bắp, cùi bắp, máy yếu, máy lởm, "
        "máy cổ, đời thấp, cấu hình thấp, cấu hình yếu, phiên bản thấp, android thấp, ios thấp, đời máy thấp, máy quá cũ, điện thoại cùi, điện thoại cùi bắp, "
        "máy {no} cài được, máy không đủ cấu hình, không đủ cấu hình, hệ điều hành cũ, iphone đời cũ, phiên bản cũ, đời tống, máy lỗi thời, điện thoại quá cũ, điện thoại yếu, android cũ, {no} nâng cấp được, đời đầu, incompatible, not supported, not compatible, {no} đáp ứng",
    ),
    (
        Tag.REASON,
        "too_young",
        "còn nhỏ, còn nhỏ quá, nhỏ quá, còn bé, còn bé quá, bé quá, sơ sinh, mới sinh, mới đẻ, còn bú, mẫu giáo, mầm non, chưa đủ tuổi, nhỏ tuổi, ít tuổi, "
        "chưa biết chữ, đi nhà trẻ, học trường mầm non, học trường mẫu giáo, học trường tiểu học, còn ẵm, còn bế, ẵm ngửa, đang tuổi bú, too young, chưa biết nói, chưa biết đi, học tiểu học, lớp lá, lớp chồi, lớp mầm, nhỏ xíu, bé xíu, bé tí, con nít, mới biết đi, # tháng, # tháng tuổi, {n} tháng tuổi, mới {n} tháng, học mẫu giáo, chưa tới tuổi, nhỏ lắm, còn nhỏ lắm, còn bé lắm",
    ),
    (
        Tag.REASON,
        "too_old",
        "mắt mũi kém, mắt mũi kèm nhèm, kèm nhèm, mắt mờ chân chậm, mắt mũi tèm nhèm, tay chân run, tay run, đãng trí, tai điếc, điếc, nặng tai, mắt yếu, tuổi già sức yếu, lẩm cẩm, nghễnh ngãng, già lẫn, già cỗi, quá già, tuổi cao sức yếu, mắt lòa, mắt mù, bị mù, bị lòa, mù chữ, già, già yếu, già rồi, già quá, lớn tuổi, lớn tuổi rồi, cao tuổi, tuổi cao, có tuổi, mắt kém, già cả, già lắm, lớn tuổi quá, tuổi già, yếu rồi, lú lẫn, già yếu rồi, cao tuổi rồi, mắt mờ, lẫn rồi, too old, tuổi đã cao, lãng tai",
    ),
    (
        Tag.REASON,
        "refused",
        "tẩy chay, {no} ham, {no} khoái, {no} ưa, {no} hứng thú, miễn cài, miễn bàn, "
        "không đồng ý, không đồng ý cài, không chịu, không chịu cài, không muốn, không muốn cài, từ chối, không thích, không thích cài, quyền cá nhân, lộ thông tin, sợ lộ, "
        "sợ bị theo dõi, sợ theo dõi, riêng tư, quyền riêng tư, không cài đâu, nhất quyết không, kiên quyết không, cương quyết không, cương quyết không chịu, dứt khoát không, dứt khoát không chịu, không bao giờ cài, không có nhu cầu, không cần thiết, không cần, "
        "khỏi cài, chưa muốn, chưa muốn cài, không tin tưởng, sợ mất thông tin, sợ lộ thông tin, không ưng, không chịu đâu, không thèm, không thèm cài, refuse, refused, phản đối, không tự nguyện, chưa chịu, chưa chịu cài, chưa đồng ý, sợ tốn pin, sẽ không cài, không định cài, cóc cài, nhất định không, nhất định không chịu",
    ),
    (
        Tag.REASON,
        "trouble",
        "lỗi mạng, lỗi máy chủ, lỗi hệ thống, nghẽn mạng, bị nghẽn, quá tải, {no} load được, load {no} được, load {no} nổi, quay vòng vòng, xoay vòng vòng, xoay hoài, quay hoài, xoay mãi, văng ra, bị out, tự thoát, bị khóa, treo logo, chết máy, lỗi máy, bể máy, máy bể, rớt nước, rơi nước, vô nước, vào nước, chai pin, =hư, gửi sửa, bảo hành, đang bảo hành, đang hư, đang hỏng, die, "
        "{no} gửi mã, {no} có otp, {no} có mã, {no} nhận được tin nhắn, {no} có 4g, {no} có 3g, {no} có data, {no} có mạng để, hết mạng, hết tiền, {no} có sóng, {no} bắt được sóng, sóng yếu, mất sóng, {no} vào được app, bị treo, trục trặc, bị trục trặc, gặp sự cố, sự cố, lỗi, báo lỗi, bị lỗi, lag, lag quá, hết pin, mạng yếu, mất mạng, {no} có mạng, {no} có wifi, hết dung lượng, {no} đủ dung lượng, {no} đủ bộ nhớ, đầy bộ nhớ, "
        "{no} nhớ mật khẩu, {no} nhớ pass, {no} nhớ tài khoản, {no} nhớ mã, {no} nhớ id, bị khoá tài khoản, thử hoài không được, thử mãi không được, làm hoài không được, làm mãi không được, mò hoài không được, mò mãi không được, mò hoài không ra, hoài không được, mãi không được, mãi không xong, hoài không xong, "
        "quên mật khẩu, {no} vào được, {no} vô được, vào {no} được, vô {no} được, {no} đăng nhập được, đăng nhập {no} được, "
        "treo, treo máy, crash, văng, bị văng, máy hư, máy hỏng, điện thoại hư, điện thoại hỏng, hư máy, bị hư, bị hỏng, {no} nhận được mã, {no} nhận mã, {no} biết cài, {no} biết cách cài, "
        "{no} biết làm, wifi hư, mất wifi, hết bộ nhớ, hết data, hết 4g, mạng chậm, mạng lag, mạng kém, mạng chập chờn, rớt mạng, đứng máy, đơ, bị đơ, đầy dung lượng, "
        "bộ nhớ đầy, máy đầy, {no} biết cài sao, {no} mở được, mở {no} được, {no} mở được bluetooth, {no} tìm thấy, {no} thấy app, tìm {no} ra, bị hư màn hình, đang sửa, đem sửa, đi sửa, mang đi sửa, bể màn hình, trắng xóa, trắng màn hình, màn hình trắng, màn hình trắng xóa, đen thui, {no} vào mạng được, sập nguồn, wifi yếu, mạng đứt, cúp điện, mất điện, {no} có internet, {no} nhận otp, full bộ nhớ, máy chậm, wifi đang hư, mạng đang hư, wifi hỏng, mạng hư, mạng hỏng, error, {no} ra mã, {no} lên, {no} chạy, hư điện thoại, hỏng điện thoại, thiếu bộ nhớ, thiếu dung lượng, quên pass",
    ),
    (Tag.REASON, "later", "để sau, later, tính sau"),
    (
        Tag.REASON,
        "other",
        "không biết chữ, quên béng, quên béng mất, quên khuấy, quên khuấy mất, quên tuốt, quên tiêu, quên mất tiêu, quên mất tiêu luôn, mải làm, mải dạy, lười, lười quá, lười biếng, làm biếng, làm biếng quá, quên, bận, bận quá, quên mất, chưa rảnh, bận lắm, chưa có thời gian, không có thời gian, không rảnh",
    ),
)
