"""Why somebody has not: phrases of the reasons every campaign knows. Value = reason id."""

from bot.language.tags import Tag

REASONS: tuple[tuple[Tag, object, str], ...] = (
    (
        Tag.REASON,
        "no_smartphone",
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
        "già, già yếu, già rồi, già quá, lớn tuổi, lớn tuổi rồi, cao tuổi, tuổi cao, có tuổi, mắt kém, già cả, già lắm, lớn tuổi quá, tuổi già, yếu rồi, lú lẫn, già yếu rồi, cao tuổi rồi, mắt mờ, lẫn rồi, too old, tuổi đã cao, lãng tai",
    ),
    (
        Tag.REASON,
        "refused",
        "không đồng ý, không đồng ý cài, không chịu, không chịu cài, không muốn, không muốn cài, từ chối, không thích, không thích cài, quyền cá nhân, lộ thông tin, sợ lộ, "
        "sợ bị theo dõi, sợ theo dõi, riêng tư, quyền riêng tư, không cài đâu, nhất quyết không, kiên quyết không, không bao giờ cài, không có nhu cầu, không cần thiết, không cần, "
        "khỏi cài, chưa muốn, chưa muốn cài, không tin tưởng, sợ mất thông tin, sợ lộ thông tin, không ưng, không chịu đâu, không thèm, không thèm cài, refuse, refused, phản đối, không tự nguyện, chưa chịu, chưa chịu cài, chưa đồng ý, sợ tốn pin, sẽ không cài, không định cài, cóc cài, nhất định không, nhất định không chịu",
    ),
    (
        Tag.REASON,
        "trouble",
        "lỗi, báo lỗi, bị lỗi, lag, lag quá, hết pin, mạng yếu, mất mạng, {no} có mạng, {no} có wifi, hết dung lượng, {no} đủ dung lượng, {no} đủ bộ nhớ, đầy bộ nhớ, "
        "quên mật khẩu, {no} vào được, {no} vô được, vào {no} được, vô {no} được, {no} đăng nhập được, đăng nhập {no} được, "
        "treo, treo máy, crash, văng, bị văng, máy hư, máy hỏng, điện thoại hư, điện thoại hỏng, hư máy, bị hư, bị hỏng, {no} nhận được mã, {no} nhận mã, {no} biết cài, {no} biết cách cài, "
        "{no} biết làm, wifi hư, mất wifi, hết bộ nhớ, hết data, hết 4g, mạng chậm, mạng lag, mạng kém, mạng chập chờn, rớt mạng, đứng máy, đơ, bị đơ, đầy dung lượng, "
        "bộ nhớ đầy, máy đầy, {no} biết cài sao, {no} mở được, mở {no} được, {no} mở được bluetooth, {no} tìm thấy, {no} thấy app, tìm {no} ra, bị hư màn hình, đang sửa, đem sửa, đi sửa, mang đi sửa, bể màn hình, trắng xóa, trắng màn hình, màn hình trắng, màn hình trắng xóa, đen thui, {no} vào mạng được, sập nguồn, wifi yếu, mạng đứt, cúp điện, mất điện, {no} có internet, {no} nhận otp, full bộ nhớ, máy chậm, wifi đang hư, mạng đang hư, wifi hỏng, mạng hư, mạng hỏng, error, {no} ra mã, {no} lên, {no} chạy, hư điện thoại, hỏng điện thoại, thiếu bộ nhớ, thiếu dung lượng, quên pass",
    ),
    (Tag.REASON, "later", "để sau, later, tính sau"),
    (
        Tag.REASON,
        "other",
        "không biết chữ, lười, lười quá, lười biếng, làm biếng, làm biếng quá, quên, bận, bận quá, quên mất, chưa rảnh, bận lắm, chưa có thời gian, không có thời gian, không rảnh",
    ),
)
