### Thông báo: một tin gửi nhiều người, tiến độ gửi, tạm dừng, đính chính, thu hồi.
### $text: nội dung người gửi viết; $signed: chức vụ và đơn vị của người gửi; $count: số người hoặc số tin.

button-announce = Gửi thông báo
button-announce-send = Gửi
button-announce-drop = Không gửi
button-progress = Xem tiến độ
button-news-refresh = Cập nhật tiến độ
button-news-pause = Tạm dừng gửi
button-news-resume = Gửi tiếp
button-news-stop = Dừng hẳn
button-news-keep = Giữ nguyên
button-news-correct = Sửa nội dung
button-news-withdraw = Thu hồi thông báo
button-news-missed = Xem người chưa liên lạc được
button-correct-send = Gửi đính chính
# Trình đơn lệnh của Telegram
command-announce = Gửi thông báo

## Viết và chọn nơi nhận

announce-not-allowed = Thông báo do cán bộ quản lý, lãnh đạo, văn thư nhà trường và giáo viên chủ nhiệm gửi trong phạm vi của mình.
# $shortest, $longest: số ký tự, $left: số thông báo còn gửi được hôm nay
announce-how =
    { $You } viết nội dung thông báo, từ { $shortest } đến { $longest } ký tự. Trước khi gửi, hệ thống cho xem lại và hỏi nơi nhận.
    Hôm nay còn gửi được { $left } thông báo.
# $limit: số thông báo một người được gửi trong ngày
announce-enough = Hôm nay { $you } đã gửi đủ { $limit } thông báo. Xin gửi tiếp vào ngày mai.
announce-too-short = Nội dung có { $count } ký tự; thông báo cần ít nhất { $shortest } ký tự. Xin viết lại.
announce-too-long = Nội dung có { $count } ký tự; thông báo dài nhất { $longest } ký tự. Xin viết gọn lại.
announce-whom = Gửi thông báo này cho ai?
group-heads = Hiệu trưởng các trường
group-leaders = Lãnh đạo các đơn vị
group-staff = Cán bộ, giáo viên, nhân viên
group-pupils = Học sinh
group-parents = Phụ huynh
# $group: một trong bốn nhóm trên, $unit: đơn vị
announce-group-of = { $group } – { $unit }
announce-dropped = Thông báo này không được gửi.
announce-gone = Bản nháp này không còn. { $You } có thể viết lại bằng lệnh /thongbao.
# $count: số người trong danh sách
announce-nobody = Chưa có ai trong nhóm "{ $group }" nhận được tin ({ $count } người trong danh sách). Xin chọn nhóm khác.
# $position: chức vụ, $unit: đơn vị
announce-signed = { $position }, { $unit }
# $name: lớp, $school: trường
announce-class = { $name }, { $school }

## Xem trước

announce-preview = Người nhận sẽ thấy:
# $reached: số người nhận được, $channels: số tin theo kênh
announce-reach = Nơi nhận: { $group } của { $unit }, { $count } người; { $reached } người nhận được ({ $channels }).
# $channel: kênh
announce-channel = { $channel } { $count }
announce-out-of-reach = Chưa liên lạc được { $count } người.
# $span: thời gian
announce-takes = Thời gian gửi: khoảng { $span }.
# $moment: lúc bắt đầu gửi
announce-starts = Ngoài giờ gửi tin, thông báo bắt đầu được gửi lúc { $moment }.
announce-left = Hôm nay còn gửi được { $left }/{ $limit } thông báo.
announce-sent = Thông báo đang được gửi.
announce-sent-later = Đã nhận thông báo; hệ thống bắt đầu gửi lúc { $moment }.

## Người nhận đọc

announced =
    Thông báo: { $text }
    – { $signed }
announced-corrected =
    Đính chính thông báo: { $text }
    – { $signed }
# $moment: lúc gửi
announced-withdrawn = Thông báo gửi lúc { $moment } ({ $signed }) đã được thu hồi.
announced-correction-withdrawn = Bản đính chính của thông báo gửi lúc { $moment } ({ $signed }) cũng đã được thu hồi.

## Tiến độ

# $to: một trong bốn nhóm dưới đây, $unit: đơn vị
news-head = Thông báo lúc { $moment } cho { $to } của { $unit }: "{ $text }"
news-to-heads = hiệu trưởng các trường
news-to-leaders = lãnh đạo các đơn vị
news-to-staff = cán bộ, giáo viên, nhân viên
news-to-pupils = học sinh
news-to-parents = phụ huynh
# $bar: thanh tiến độ, $sent/$total: số tin đã gửi trên tổng số
news-bar = { $bar } đã gửi { $sent }/{ $total }
# $moment: lúc dự kiến gửi xong
news-going = Đang chờ { $count } tin, dự kiến gửi xong lúc { $moment }.
news-paused = Đang tạm dừng, còn { $count } tin.
# $waiting: số tin đang trên đường gửi
news-stopped = { $waiting ->
    [0] Đã dừng hẳn, { $count } tin không gửi.
   *[other] Đã dừng hẳn, { $count } tin không gửi; { $waiting } tin đang trên đường gửi.
}
news-done = Đã gửi xong.
news-withdrawn = Đã thu hồi lúc { $moment }.
news-withdrawn-from = Đã thu hồi ở { $count }/{ $total } người nhận.
news-corrected-for = Đính chính lúc { $moment }: đã gửi { $count }/{ $total } tin.
news-reason-lost = { $count } tin không đến: người nhận đã chặn hoặc rời ứng dụng.
news-reason-other = { $count } tin không gửi được do lỗi của ứng dụng.
news-expired = { $count } tin quá hạn nên không gửi.
news-duplicates = { $count } tin có thể đến hai lần.
news-out-of-reach = { $count } người không liên lạc được.
news-stop-sure = Dừng hẳn? Những người chưa nhận sẽ không nhận thông báo này nữa; tin đã gửi vẫn được giữ.
news-missed-head = { $count } người không liên lạc được, đề nghị báo trực tiếp:
# $place: số thứ tự, $name: họ tên
news-missed-line = { $place }. { $name }
news-missed-more = và { $count } người khác

## Đính chính, thu hồi

correct-ask =
    Nội dung hiện nay: { $text }
    { $You } viết nội dung mới.
correct-preview = Sau khi đính chính, người nhận sẽ thấy:
corrected = Đính chính đang được gửi tới những người đã nhận. Người chưa nhận chỉ thấy nội dung mới.
news-withdraw-sure = Thu hồi thông báo "{ $text }"? Tin được xóa ở nơi ứng dụng cho phép; ở nơi khác người nhận được báo là đã thu hồi.
news-withdrawing = Thông báo đang được thu hồi, không gửi cho thêm ai nữa.

## Dòng lệnh. $batch: tên một lần gửi, như announcement:7 hay reminders:2020-08-26

cli-help-deliveries = Tiến độ gửi tin; tạm dừng, gửi tiếp hoặc hủy một lần gửi
cli-help-deliveries-what = Tên một lần gửi, hoặc việc cần làm rồi đến tên; bỏ trống: những lần gửi gần đây
cli-deliveries-which = Hãy ghi đúng một tên lần gửi, ví dụ: khaibao deliveries pause announcement:7.
cli-deliveries-unknown = Không có lần gửi nào tên { $batch }.
cli-deliveries-none = Chưa có lần gửi nào.
cli-deliveries-paused = Đã tạm dừng { $batch }: { $count } tin được giữ lại.
cli-deliveries-resumed = Gửi tiếp { $batch }: { $count } tin.
cli-deliveries-cancelled = Đã hủy phần còn lại của { $batch }: { $count } tin.
# $state: một trong các dòng dưới đây
cli-deliveries-line = { $batch } { $bar } { $sent }/{ $total } – { $state }
cli-deliveries-going = đang gửi
cli-deliveries-is-paused = tạm dừng
cli-deliveries-is-cancelled = đã hủy
cli-deliveries-done = xong
# $waiting, $paused: số tin đang chờ, đang tạm giữ
cli-deliveries-left = - đang chờ { $waiting }, tạm giữ { $paused }
# $moment: lúc dự kiến xong
cli-deliveries-ends = - dự kiến xong lúc { $moment }
# $reason: mã lỗi
cli-deliveries-given-up = - không gửi được { $count }: { $reason }
# $expired: số tin quá hạn, $cancelled: số tin đã hủy
cli-deliveries-not-sent = - quá hạn { $expired }, đã hủy { $cancelled }
cli-deliveries-duplicates = - có thể đến hai lần { $count }
