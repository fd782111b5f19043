### Yêu cầu sửa dữ liệu: người gửi, người phụ trách giải quyết trong 2 ngày làm việc.

button-wrong-fullname = Sai họ tên
button-wrong-post = Sai vai trò, lớp, tổ
button-requests = Xem yêu cầu
button-apply-name = Đổi thành tên này
button-settled = Đã sửa
button-unchanged-data = Không đổi
button-their-card = Mở thẻ nhân sự

## Gửi yêu cầu. $unit: đơn vị, $day: ngày cuối phải trả lời

request-which =
    Thông tin nào chưa đúng?
    Nội dung khai báo { $you } sửa được ngay; họ tên, vai trò, lớp do đơn vị sửa.
request-ask-name = Họ tên đúng viết thế nào? { $You } nhắn đầy đủ họ, tên đệm và tên, có dấu.
request-ask-post = Vai trò, lớp hoặc tổ đúng là gì? { $You } nhắn một câu ngắn, ví dụ: lớp 10A2.
request-no-post = Hệ thống chưa có tên trong danh sách của đơn vị. Cần sửa, xin báo trực tiếp với đơn vị.
request-waits = Yêu cầu cùng loại đang chờ đơn vị trả lời.
# $most: số ký tự nhiều nhất
request-too-long = Nội dung dài quá { $most } ký tự. Xin viết ngắn hơn.
request-sent = Đã gửi yêu cầu đến { $unit }. Hạn trả lời: hết ngày { $day }; hệ thống sẽ báo lại.
# $text: điều đề nghị
request-told-granted = { $unit } đã sửa theo yêu cầu { $you } gửi: "{ $text }".
request-told-refused = { $unit } đã xem yêu cầu "{ $text }" và giữ nguyên thông tin cũ. Cần trao đổi thêm, { $you } liên hệ trực tiếp đơn vị.

## Người phụ trách. $count: số yêu cầu, $overdue: số quá hạn, $name: họ tên

request-told = Có người của đơn vị đề nghị sửa dữ liệu cá nhân. Đề nghị trả lời chậm nhất hết ngày { $day }.
requests-none = Hiện không có yêu cầu nào đang chờ.
requests-head = { $overdue ->
    [0] { $count } yêu cầu về dữ liệu cá nhân đang chờ:
   *[other] { $count } yêu cầu về dữ liệu cá nhân đang chờ, { $overdue } đã quá hạn:
}
# $kind: loại yêu cầu
requests-line = - { $name }: { $kind }, hạn { $day }
requests-overdue = - { $name }: { $kind }, hạn { $day }, đã quá hạn
request-kind-name = sửa họ tên
request-kind-post = sửa vai trò, lớp, tổ
# $post: vai trò
request-card-name =
    { $name } ({ $post }, { $unit }) đề nghị viết lại họ tên là: { $text }
    Hạn trả lời: { $day }. Nếu đổi, tên mới được dùng ngay trong danh sách.
request-card-post =
    { $name } ({ $post }, { $unit }) đề nghị sửa: { $text }
    Hạn trả lời: { $day }. { $You } sửa trong thẻ nhân sự rồi chọn [{ button-settled }].
request-settled-already = Yêu cầu này đã được giải quyết trước đó.
request-granted = Đã sửa theo yêu cầu của { $name } và báo lại cho người gửi.
request-refused = Đã giữ nguyên thông tin của { $name } và báo lại cho người gửi.
# Dòng trong bản tin buổi sáng
digest-requests = { $overdue ->
    [0] Yêu cầu sửa dữ liệu cá nhân: { $count } đang chờ, xem bằng /yeucau.
   *[other] Yêu cầu sửa dữ liệu cá nhân: { $count } đang chờ, { $overdue } quá hạn, xem bằng /yeucau.
}
