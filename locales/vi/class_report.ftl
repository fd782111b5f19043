### Báo cáo số liệu của cả lớp, khai báo thay cho từng học sinh. $unit: lớp, viết thường: "lớp 8A2".

button-class-report = Báo cáo lớp
button-send-report = Gửi báo cáo
button-each-pupil = Chi tiết từng em
# Số em mà người báo cáo chưa nắm được.
button-not-known = Chưa rõ

# Tên lớp giữa câu. $name: tên lớp: "8A2"
class-name = lớp { $name }

## Chọn lớp, chọn nội dung

class-which = { $You } muốn báo cáo lớp nào?
# $name: tên lớp vừa nhắn
class-not-led = Lớp { $name } chưa có trong danh sách các lớp { $you } phụ trách.
class-which-round = { $You } muốn báo cáo nội dung nào của { $unit }?
class-nothing = Hiện không có nội dung nào cần báo cáo cho { $unit }, hoặc danh sách học sinh của lớp chưa có trên hệ thống.

## Hỏi số liệu

# $moment: lúc báo cáo trước, $said: số liệu đã báo cáo
class-reported-before = Báo cáo trước, lúc { $moment }: { $said }. Số liệu mới sẽ thay cho số liệu này.
# $size: số học sinh theo danh sách, $state: "Đã cài"
class-ask = Theo danh sách, { $unit } có { $size } em. Bao nhiêu em thuộc diện "{ $state }"?
# $example: một câu trả lời mẫu
class-example = Có thể nhắn cả câu, ví dụ: "{ $example }".
# $left: số em chưa có số liệu
class-ask-next = Còn { $left } em. Bao nhiêu em thuộc diện "{ $state }"?
class-ask-rest = Còn { $left } em thuộc diện nào? { $You } chọn một ý, hoặc nhắn số em của từng ý.

## Số liệu chưa khớp

class-unclear = Hệ thống cần số em cụ thể của từng ý.
# $said: tổng các số vừa nhắn
class-too-many = Các số vừa nhắn cộng lại là { $said } em, { $unit } có { $size } em. { $You } xem lại giúp.
# $said: sĩ số vừa nhắn, $size: số học sinh theo danh sách
class-size-differs = Sĩ số vừa nhắn là { $said }, danh sách { $unit } trên hệ thống có { $size } em. { $You } báo cáo giúp theo danh sách này; nếu sĩ số đã thay đổi, xin báo văn thư cập nhật danh sách trước.

## Tóm tắt, đã nhận. Đứng trên các dòng "summary-line".

# $title: nội dung
class-summary = Báo cáo { $unit } ({ $size } em), { $title }. Xin { $you } kiểm tra lại:
# $count: số em đã tự khai báo
class-own = { $count } em đã khai báo riêng và giữ nguyên; báo cáo này bổ sung cho các em còn lại.
class-sent = Đã nhận báo cáo { $unit } lúc { $moment }. Cảm ơn { $you }.
# $bar: thanh tiến độ, $part/$whole: số em đã có số liệu trên tổng số
class-progress = { $bar } { $part }/{ $whole } em đã có số liệu.
# Lãnh đạo trường đã nhận "class-alert". $count: số em
class-alert-passed-on = Hệ thống đã báo ngay cho lãnh đạo nhà trường về { $count } em cần hỗ trợ. Nếu có em đang nguy hiểm, xin gọi 112.
class-left = Hệ thống đã dừng báo cáo này. Số liệu của lớp giữ nguyên như trước.
# Gửi lãnh đạo trường. $count: số em
class-alert = Báo cáo { $unit } có { $count } em cần hỗ trợ. Xin { $you } liên hệ giáo viên chủ nhiệm ngay.

## Từng em: giáo viên chủ nhiệm khai báo thay

# $count: số em chưa khai báo
pupils-head = Còn { $count } em { $unit } chưa tự khai báo. { $You } có thể khai báo thay cho từng em dưới đây.
pupils-none-open = Còn { $count } em { $unit } chưa tự khai báo.
# $count: số em chưa có sự đồng ý
pupils-without-consent = Trong đó { $count } em chưa có sự đồng ý của em hoặc gia đình: hệ thống chỉ nhận số liệu trong báo cáo lớp, không nhận theo tên.
pupil-not-open = Em này đã tự khai báo, hoặc chưa có sự đồng ý của em và gia đình, nên hệ thống không nhận khai báo thay.
