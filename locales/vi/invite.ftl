### Mời người vào đơn vị: chọn đơn vị và nhóm người, mã mời, mã QR, tờ dán, hạn dùng, thu hồi.

button-invite = Mời tham gia
button-by-class = Theo lớp
button-code-qr = Mã QR
button-code-poster = Tờ dán
button-class-posters = Tờ dán từng lớp
button-code-terms = Đổi hạn, giới hạn
button-code-revoke = Thu hồi mã
button-code-keep = Giữ mã này
button-code-new = Tạo mã mới
button-school-year = Hết năm học
button-unlimited = Không giới hạn
# $days: số ngày; cũng là câu có thể nhắn
button-days = { $days } ngày
# $count: số người; cũng là câu có thể nhắn
button-uses = { $count } người

## Mời ai, vào đâu

invite-where = { $You } chọn đơn vị cần mời, hoặc nhắn tên hay mã đơn vị:
invite-which-class = { $You } chọn lớp cần mời, hoặc nhắn tên lớp:
# $unit: đơn vị
invite-whom = { $You } chọn nhóm người cần mời vào { $unit }:
invite-which = Có nhiều đơn vị khớp. { $You } chọn một đơn vị:
# $shown: số đơn vị được hiện
invite-too-many = Có nhiều đơn vị khớp, dưới đây là { $shown } đơn vị đầu. { $You } có thể nhắn tên đầy đủ hơn.
# $unit: đơn vị của người hỏi
invite-not-found = Hệ thống chưa tìm thấy đơn vị này trong { $unit }. { $You } nhắn lại tên hoặc mã đơn vị, hoặc chọn:

## Mã mời

# $role: nhóm người, $code: mã mời
invite-code =
    Mã mời: { $code }
    Dành cho: { $role } – { $unit }
# $link: đường dẫn mở thẳng trợ lý
invite-telegram = Qua Telegram: { $link }
invite-web = Qua trang web: { $link }
# $until, $used: hai phần dưới đây
invite-terms = { $until }; { $used }.
# $day: ngày cuối còn dùng được
invite-until = Dùng được đến hết { $day }
invite-endless = Dùng được đến khi thu hồi
# $uses: số người đã đăng ký bằng mã này, $most: nhiều nhất bao nhiêu người
invite-used = { $uses ->
    [0] chưa có người đăng ký, không giới hạn số người
   *[other] đã có { $uses } người đăng ký, không giới hạn số người
}
invite-used-of = đã có { $uses }/{ $most } người đăng ký
invite-care = Đề nghị chỉ gửi mã này trong nội bộ đơn vị.
invite-care-personal = Mã này trao quyền phụ trách đơn vị: { $you } chỉ gửi riêng cho đúng người được mời.

## Mã không còn dùng được, nói với người quản lý mã. $code: mã mời

invite-gone-revoked = Mã { $code } đã được thu hồi.
invite-gone-expired = Mã { $code } đã hết hạn.
invite-gone-used-up = Mã { $code } đã đủ số người đăng ký.

## Mã QR và tờ dán

# Tên tệp, không dấu. $unit: tên đơn vị
qr-file = ma-qr-{ $unit }.png
poster-file = to-dan-{ $unit }.pdf
class-posters-file = to-dan-cac-lop-{ $unit }.pdf
qr-caption =
    Mã QR của mã mời { $code }
    Dành cho: { $role } – { $unit }
poster-caption =
    Tờ dán khổ A4, in đen trắng được.
    Dành cho: { $role } – { $unit }
# $count: số lớp
class-posters-caption =
    Tờ dán của { $count } lớp, mỗi lớp một trang A4, mỗi lớp một mã riêng.
    Dành cho: { $role } – { $unit }
poster-no-classes = { $unit } chưa có lớp nào trong danh sách. { $You } có thể gửi danh sách học sinh (Excel) vào đây trước.
invite-no-link = Hệ thống chưa có địa chỉ trang web hoặc Telegram để tạo mã QR. Người được mời vẫn có thể nhập mã bằng tay.

## Hạn dùng và giới hạn

# $code: mã mời, $terms: hạn dùng và số người hiện nay
invite-ask-terms =
    Mã { $code }. { $terms }
    { $You } chọn, hoặc nhắn như "đến 30/9", "2 tuần", "40 người":
invite-terms-unread = Hệ thống chưa rõ hạn dùng hoặc số người. Hạn dùng tính từ hôm nay, không quá một năm.
invite-changed = Đã đổi hạn dùng, giới hạn của mã này.
# $uses: số người đã đăng ký
invite-too-few = Đã có { $uses } người đăng ký bằng mã này nên giới hạn cần lớn hơn { $uses }. Nếu không mời thêm ai, { $you } có thể thu hồi mã.

## Thu hồi

invite-revoke =
    Thu hồi mã { $code }?
    Mã và tờ dán có mã này sẽ không còn dùng được. Người đã đăng ký không bị ảnh hưởng.
invite-revoked = Đã thu hồi mã { $code }. Tờ dán có mã này cần được gỡ xuống.
# Gửi người đã trao mã. $role: vai trò
invite-was-used = Mã mời dành cho { $role } – { $unit } vừa được dùng để đăng ký. Nếu đó không phải người được mời, vui lòng báo người quản trị hệ thống.

## Người đến bằng một mã không còn dùng được. $whom: hỏi ai

invite-ended-revoked = { $address ->
    [pupil] Mã mời này đã được thu hồi. Em liên hệ { $whom } để nhận mã mới nhé.
   *[other] Mã mời này đã được thu hồi. { $You } vui lòng liên hệ { $whom } để nhận mã mới.
}
invite-ended-expired = { $address ->
    [pupil] Mã mời này đã hết hạn. Em liên hệ { $whom } để nhận mã mới nhé.
   *[other] Mã mời này đã hết hạn. { $You } vui lòng liên hệ { $whom } để nhận mã mới.
}
invite-ended-used-up = { $address ->
    [pupil] Mã mời này đã đủ số người đăng ký. Em liên hệ { $whom } để nhận mã mới nhé.
   *[other] Mã mời này đã đủ số người đăng ký. { $You } vui lòng liên hệ { $whom } để nhận mã mới.
}
ask-homeroom = thầy, cô chủ nhiệm { $unit }
ask-office = lãnh đạo hoặc văn thư { $unit }
ask-operator = người quản trị hệ thống

## Tờ dán. Chữ lớn, câu ngắn, đọc từ xa

poster-title = Khai báo trên điện thoại
poster-for-staff = Dành cho giáo viên, nhân viên
poster-for-pupils = Dành cho học sinh, học viên
poster-for-parents = Dành cho phụ huynh
poster-for-heads = Dành cho người phụ trách đơn vị
# $audience: một trong các dòng trên, $unit: tên lớp
poster-in-class = { $audience } – lớp { $unit }
poster-step-open = Quét mã QR, hoặc mở một đường dẫn dưới đây.
poster-step-name = Nhắn họ và tên, chọn đúng tên trong danh sách.
poster-step-child = Nhắn họ và tên của con, chọn đúng tên.
poster-step-answer = Trả lời vài câu, khoảng 1 phút.
poster-code = Mã mời, nhập khi được hỏi
# $link: địa chỉ không có https://
poster-web = Trang web: { $link }
# $bot: tên trợ lý trên Telegram
poster-telegram = Telegram: t.me/{ $bot }, rồi nhập mã mời
# $day: ngày cuối
poster-until = Mã dùng được đến hết { $day }.
poster-help-class = Cần hỗ trợ: hỏi thầy, cô chủ nhiệm.
poster-help-school = Cần hỗ trợ: hỏi văn thư hoặc lãnh đạo đơn vị.
poster-privacy = Hệ thống chỉ lưu họ tên, đơn vị và nội dung khai báo; không bao giờ hỏi mật khẩu, mã OTP hay ảnh giấy tờ tùy thân.
