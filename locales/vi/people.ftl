### Nhân sự: tìm người, nghỉ việc, nghỉ dài hạn, đổi lớp, chuyển trường, phân công chủ nhiệm. Dành cho người phụ trách.

button-people = Nhân sự
button-confirm = Xác nhận
button-reclass = Đổi lớp
button-transfer = Chuyển trường
button-transfer-back = Thôi chuyển trường
button-homeroom = Chủ nhiệm lớp
# $unit: lớp
button-unlead = Thôi chủ nhiệm { $unit }
button-on-leave = Nghỉ dài hạn
button-leave-staff = Nghỉ việc, chuyển đi
button-leave-pupil = Thôi học
button-back = Trở lại
button-release = Mở lại tài khoản
button-take-in = Tiếp nhận

## Tìm người. $unit: đơn vị

people-ask = { $You } nhắn họ và tên người cần tìm của { $unit }.
# $name: họ tên, $role: quyền được giao, $day: ngày cuối
people-acting = - Đang được giao quyền: { $name }, { $role }, đến hết { $day }
# Nhãn nút. $name: người chờ xác nhận, chờ tiếp nhận
people-newcomer = Chờ xác nhận: { $name }
people-coming = Chờ tiếp nhận: { $name }
# $count: số người khớp
people-too-many = Có { $count } người khớp với tên này. Vui lòng nhắn đầy đủ họ, tên đệm và tên.
people-which = { $You } chọn đúng người:
# Phân biệt người trùng cả tên lẫn lớp. $number: số trong hệ thống
people-number = số { $number }
people-not-found = Hệ thống chưa tìm thấy người này trong danh sách. Vui lòng kiểm tra và nhắn lại họ tên.
people-self = Phần của chính { $you } do người phụ trách khác hoặc cấp trên thực hiện.
people-head = Chỉ thủ trưởng khác của đơn vị mới thay đổi được phần của thủ trưởng.

## Thẻ của một người. $post: chức danh, tổ hoặc lớp, $state: một trong các trạng thái dưới đây

people-card =
    { $name } – { $post }
    Tình trạng: { $state }
post-active = đang có mặt
post-pending = chờ xác nhận
post-on-leave = nghỉ dài hạn
post-left = đã rời đơn vị
post-rejected = không được xác nhận
# $classes: các lớp
people-leads = Chủ nhiệm: { $classes }
people-acts = Được giao quyền: { $role }, đến hết { $day }
people-going = Đang chờ { $unit } tiếp nhận
people-registered = Tài khoản: đã đăng ký
people-unregistered = Tài khoản: chưa đăng ký

## Rời đơn vị, nghỉ dài hạn, trở lại. $name: họ tên, $unit: đơn vị

leave-confirm = Ghi nhận { $name } rời { $unit }? Người này không còn nội dung phải khai báo và không được tính vào các đợt đang mở; số liệu các đợt đã qua giữ nguyên.
leave-done = Đã ghi nhận { $name } rời { $unit }.
leave-already = { $name } đã rời { $unit } trước đó.
on-leave-confirm = Ghi nhận { $name } nghỉ dài hạn? Người này vẫn có tên trong danh sách và hệ thống không nhắc việc.
on-leave-done = Đã ghi nhận { $name } nghỉ dài hạn. Hệ thống không nhắc người này nữa.
on-leave-already = { $name } đang nghỉ dài hạn.
on-leave-left = { $name } đã rời đơn vị.
on-leave-pending = { $name } đang chờ xác nhận.
back-done = Đã ghi nhận { $name } trở lại { $unit }. Các nội dung đang mở được tính cho người này.
back-already = { $name } đang có mặt trong danh sách.

## Đổi lớp. $source: lớp cũ, $unit: lớp mới

reclass-which = { $name } chuyển đến lớp nào?
reclass-none = Chưa có lớp nào để chuyển { $name } đến.
reclass-confirm = Chuyển { $name } từ { $source } sang { $unit }? Khai báo của các đợt đang mở đi theo; các đợt đã qua giữ ở lớp cũ.
reclass-done = Đã chuyển { $name } từ { $source } sang { $unit }.
reclass-already = { $name } đã ở { $unit }.

## Chủ nhiệm. $instead: những người đang chủ nhiệm, "none": chưa có ai

homeroom-which = { $name } chủ nhiệm lớp nào?
homeroom-none = Chưa phân công được { $name } chủ nhiệm: đơn vị chưa có lớp, hoặc người này đang vắng mặt.
homeroom-confirm = { $instead ->
    [none] Phân công { $name } chủ nhiệm { $unit }?
   *[other] Phân công { $name } chủ nhiệm { $unit }, thay { $instead }?
}
homeroom-done = Đã phân công { $name } chủ nhiệm { $unit }.
homeroom-already = { $name } đang chủ nhiệm { $unit }.
unlead-confirm = Ghi nhận { $name } thôi chủ nhiệm { $unit }?
unlead-done = Đã ghi nhận { $name } thôi chủ nhiệm { $unit }.
# Gửi giáo viên
homeroom-told = { $You } được phân công chủ nhiệm { $unit }. { $You } có thể nhắn "tình hình" để xem số liệu của lớp.
unlead-told = Nhà trường đã ghi nhận { $you } thôi chủ nhiệm { $unit }. Cảm ơn { $you }.

## Chuyển trường. $unit: trường tiếp nhận, $source: trường cũ

transfer-code = { $name } chuyển đến trường nào? { $You } nhắn mã của trường tiếp nhận.
transfer-unknown = Hệ thống chưa tìm thấy trường nào mang mã này.
transfer-confirm = Đề nghị { $unit } tiếp nhận { $name }? Khai báo của các đợt đang mở đi theo người này.
transfer-asked = Đã đề nghị { $unit } tiếp nhận { $name }. Hệ thống sẽ báo khi có kết quả.
transfer-nobody = Đã ghi đề nghị tiếp nhận { $name }. { $unit } chưa có thủ trưởng trên hệ thống nên cần chờ.
transfer-there = { $name } đã có tên ở { $unit }.
transfer-done = Đã chuyển { $name } sang { $unit }.
transfer-accepted = { $unit } đã tiếp nhận { $name }.
transfer-refused = { $unit } chưa tiếp nhận { $name }; người này vẫn ở đơn vị cũ.
# Gửi người được chuyển
transfer-told = { $address ->
    [pupil] { $unit } đã tiếp nhận em. Những gì em đã khai báo được giữ nguyên.
   *[other] { $unit } đã tiếp nhận { $you }. Những gì đã khai báo được giữ nguyên.
}
# Gửi thủ trưởng trường tiếp nhận. $role: vai trò
coming-request = { $source } đề nghị { $unit } tiếp nhận { $name } – { $role }. Vui lòng chọn:
coming-accepted = Đã tiếp nhận { $name } vào { $unit }.
coming-refused = Đã từ chối tiếp nhận { $name }. Hệ thống đã báo cho trường đề nghị.
coming-decided = Đề nghị tiếp nhận { $name } đã được xử lý trước đó.

## Dòng lệnh: khaibao roster on-leave, back, move, delegate. $name: họ tên, $unit: mã đơn vị

cli-help-roster-on-leave = Ghi nhận một người nghỉ dài hạn: vẫn có tên, không bị nhắc.
cli-help-roster-back = Ghi nhận một người trở lại sau khi nghỉ dài hạn.
cli-help-roster-move = Chuyển một người sang lớp hoặc trường khác, kèm khai báo của các đợt đang mở.
cli-help-roster-delegate = Giao quyền làm thay thủ trưởng đến một ngày, hoặc kết thúc việc đó.
cli-help-to = Mã lớp hoặc trường chuyển đến.
cli-help-delegate-role = Vai trò được giao: deputy, clerk, officer
cli-help-last-day = Ngày cuối, ví dụ 30/9 hoặc 2020-09-30.
cli-help-delegate-end = Kết thúc ngay quyền đang giao.
cli-on-leave = Đã ghi nhận { $name } ({ $unit }) nghỉ dài hạn.
cli-back = Đã ghi nhận { $name } trở lại { $unit }.
# $to: mã nơi chuyển đến
cli-moved = Đã chuyển { $name } từ { $unit } sang { $to }.
# $role: vai trò, $until: lúc hết quyền
cli-delegated = Đã giao quyền { $role } của { $unit } cho { $name }, trước { $until }.
cli-delegation-ended = { $name } không còn quyền được giao tại { $unit }.
cli-no-head = Đơn vị { $unit } chưa có thủ trưởng, nên chưa giao quyền làm thay được. Hãy nhập thủ trưởng trước.
# $until: ngày đã ghi
cli-until = Chưa đọc được ngày cuối "{ $until }", hoặc ngày đó đã qua. Hãy ghi --until 30/9 hoặc --until 2020-09-30.
