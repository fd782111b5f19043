### Mẫu khai báo trên trang web, trang riêng của từng người, trang mời.

## Trên đầu mẫu. $directive: số văn bản, $due: hạn, $moment: lúc đã khai báo

form-directive = Theo văn bản số { $directive }
form-due = Hạn: { $due }
form-declared = Đã khai báo lúc { $moment }. Gửi lại mẫu này là cập nhật.

## Điều chưa đúng ở một ô. $kind: kiểu câu hỏi; $least, $most: số nhỏ nhất, lớn nhất; $limit: tên mục không được vượt quá; $example: câu trả lời mẫu

form-missing = { $kind ->
    [amount] Vui lòng nhập một số; nếu không có, nhập 0.
    [text] Vui lòng trả lời mục này.
    [link] Vui lòng nhập đường dẫn.
    [date] Vui lòng nhập ngày.
   *[other] Vui lòng chọn một ý.
}
form-not-a-number = Mục này chỉ nhận chữ số, ví dụ: 4.
form-out-of-range = Số này cần từ { $least } đến { $most }.
form-too-many = Số này cần không lớn hơn số ở mục “{ $limit }”.
form-unusual = Số này khá lớn. Nếu đúng, xin đánh dấu ô dưới đây; nếu nhầm, xin sửa lại.
form-not-an-option = Vui lòng chọn một ý trong danh sách.
form-not-a-link = { $example ->
    [none] Đường dẫn cần bắt đầu bằng https:// hoặc http://.
   *[other] Đường dẫn cần bắt đầu bằng https:// hoặc http://, ví dụ: { $example }
}
form-not-a-date = Ngày cần viết như 29/8/2020.
form-too-long = Câu trả lời cần ngắn hơn 500 ký tự.
# Mẫu đã gửi không còn khớp với nội dung đang hỏi
form-not-taken = Mẫu vừa gửi chưa được ghi nhận vì không khớp với các câu hỏi hiện nay.

## Điều kiện của một câu hỏi, sau chữ "Chỉ điền nếu". $left, $right: tên mục, câu trả lời hoặc con số

condition-is = { $left } là { $right }
condition-is-not = { $left } khác { $right }
condition-less = { $left } nhỏ hơn { $right }
condition-at-most = { $left } không lớn hơn { $right }
condition-more = { $left } lớn hơn { $right }
condition-at-least = { $left } từ { $right } trở lên
condition-known = { $left } đã có câu trả lời
condition-unknown = { $left } chưa có câu trả lời
condition-and = { $left } và { $right }
condition-or = { $left } hoặc { $right }
# $words: tên mục hoặc câu trả lời
condition-quoted = “{ $words }”

## Trang của mẫu

web-form = Điền mẫu
web-form-title = Mẫu khai báo
web-form-which = Chọn nội dung để khai báo
web-form-owed = Cần khai báo
web-form-done = Đã khai báo, có thể cập nhật
web-form-nothing = Hiện không có nội dung nào cần khai báo.
web-form-stranger = Trang này chưa được nối với người khai báo nào. Vui lòng đăng ký trong cuộc trò chuyện trước.
web-form-gone = Nội dung này đã kết thúc hoặc không còn trong danh sách cần khai báo.
web-form-chat = Mở cuộc trò chuyện
web-form-others = Nội dung khác
web-form-back = Về mẫu
# $name: người hoặc đơn vị được khai báo thay
web-form-whom = Khai báo cho: { $name }
# $condition: một trong các điều kiện ở trên
web-form-only-if = Chỉ điền nếu { $condition }.
web-form-optional = Không bắt buộc
web-form-no-answer = Bỏ qua câu này
# $number: con số vừa nhập
web-form-sure = Đúng là { $number }
# $count: số mục
web-form-problems = Có { $count } mục cần xem lại. Những gì đã nhập vẫn còn.
web-form-check = Xem lại trước khi gửi
web-form-waiting = Hệ thống đang xử lý, trang tự tải lại sau ít giây.
web-form-reload = Tải lại
# Một dòng trong cuộc trò chuyện. $title: tên nội dung
web-form-sent = Đã điền mẫu: { $title }

## Trang riêng

web-me-title = Trang khai báo riêng
# $role: vai trò, $unit: trường
web-me-for = Trang này dành riêng cho một người: { $role } – { $unit }.
web-me-about = Trả lời vài câu, mất khoảng 1 phút, không cần ứng dụng nhắn tin.
web-me-not-yours = Nếu không phải người được nhà trường gửi đường dẫn này, xin đóng trang và báo nhà trường.
web-me-chat = Trò chuyện
web-me-before = Trên máy này đang mở một cuộc trò chuyện khác; cuộc trò chuyện đó vẫn giữ nguyên.
web-me-before-open = Mở cuộc trò chuyện đó
web-me-wrong = Liên kết riêng không đúng. Vui lòng sao chép lại cả liên kết trong tin nhắn của nhà trường.
web-me-expired = Liên kết riêng đã hết hạn. Vui lòng xin nhà trường liên kết mới.
web-me-revoked = Liên kết riêng đã được thu hồi. Vui lòng xin nhà trường liên kết mới.
web-me-left = Liên kết riêng không còn dùng được vì đơn vị đã đổi danh sách. Vui lòng hỏi nhà trường.

## Trang mời

web-invite-code = Mã mời
web-invite-copy = Sao chép mã
web-invite-copied = Đã sao chép mã
web-invite-how = Chọn nơi thuận tiện nhất để trả lời:
web-invite-zalo = Mở Zalo
# $bot: tên trợ lý trên Zalo
web-invite-zalo-name = Trên Zalo: tìm trợ lý “{ $bot }”, rồi nhắn mã mời ở trên.
web-invite-telegram = Mở Telegram
web-invite-here = Trả lời ngay trên trang này
