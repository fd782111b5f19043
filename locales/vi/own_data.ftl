### Dữ liệu của tôi: xem, tải về, rút lại đồng ý, xóa, báo trực tiếp. Các dòng own-data ghép thành trang.

button-data = Dữ liệu của tôi
button-data-next = Xem tiếp
button-data-file = Tải về
button-data-wrong = Báo thông tin sai
button-unconsent = Rút lại đồng ý
button-erase = Xóa dữ liệu
# $name: họ tên
button-erase-child = Xóa dữ liệu em { $name }
button-erase-not = Không xóa
button-direct = Ghi nhận báo trực tiếp
button-direct-complete = Hoàn thành
button-direct-not-yet = Chưa hoàn thành

## Đang lưu gì. $name: họ tên

own-data-head = Dữ liệu hệ thống đang lưu về { $name }:
# $role: vai trò, $unit: đơn vị, $more: chức danh, tổ, mã; "none": không có
own-data-role = { $more ->
    [none] - Vai trò: { $role } – { $unit }
   *[other] - Vai trò: { $role } – { $unit } ({ $more })
}
# $channel: tên kênh
own-data-chat = - Kênh nhắn tin: { $channel }
# $day: ngày cuối của hạn dùng
own-data-link = - Liên kết riêng mở trang khai báo, hạn dùng: hết { $day }
own-data-child = - Phụ huynh của: { $name }
own-data-child-head = Về em { $name }:
own-data-reminders-on = - Nhắc việc: đang bật
own-data-reminders-off = - Nhắc việc: đã tắt theo đề nghị
own-data-reminded-at = - Nhắc việc: hẹn nhắc lại lúc { $moment }
# $text: điều đề nghị sửa, $day: ngày cuối phải trả lời
own-data-request = - Đang chờ nhà trường sửa: { $text } (trả lời chậm nhất hết ngày { $day })
# $whose: sự đồng ý của ai
agreement-own = bản thân
agreement-guardian = cha, mẹ hoặc người giám hộ
# $directive: số văn bản, $until: ngày cuối còn lưu, "unknown": chưa biết
own-data-agreed = { $until ->
    [unknown] - Đồng ý ({ $whose }): văn bản số { $directive }, lúc { $moment }
   *[other] - Đồng ý ({ $whose }): văn bản số { $directive }, lúc { $moment }; dữ liệu được xóa sau ngày { $until }
}
own-data-declined = - Không đồng ý hoặc đã rút lại ({ $whose }): văn bản số { $directive }, lúc { $moment }
own-data-told = { $until ->
    [unknown] - Đã nhận thông báo về dữ liệu: văn bản số { $directive }, lúc { $moment }
   *[other] - Đã nhận thông báo về dữ liệu: văn bản số { $directive }, lúc { $moment }; dữ liệu được xóa sau ngày { $until }
}
# $title: nội dung, $state: tình trạng
own-data-declaration = - Khai báo: { $title } – { $state }
# $answers: các câu trả lời
own-data-answers = + { $answers }
# $revisions: số lần gửi
own-data-sent = + Đã gửi { $revisions } lần, gần nhất lúc { $moment }
own-data-by = + { $name } có lần khai báo thay
own-data-erased-person = một người đã xóa dữ liệu
own-data-rights = { $address ->
    [pupil] Em có thể sửa, tải về, rút lại đồng ý hoặc xóa: em chọn một việc dưới đây nhé.
   *[other] { $You } có thể sửa, tải về, rút lại đồng ý hoặc xóa: xin chọn một việc dưới đây.
}
own-data-as-file = Tệp dữ liệu của { $you } và của con dưới 16 tuổi, nếu có. Đề nghị không chuyển cho người khác.
own-data-file = Dữ liệu cá nhân hệ thống đang lưu, lúc { $moment }

## Rút lại đồng ý. $directive: số văn bản, $title: tên đợt, $name: họ tên

unconsent-which = Rút lại đồng ý cho văn bản nào?
unconsent-none = Hiện không có đồng ý nào còn hiệu lực.
unconsent-confirm =
    Rút lại đồng ý của { $name } cho văn bản số { $directive } ({ $title })?
    - Câu trả lời đã khai được xóa ngay, không nhắc nữa.
    - Nội dung đang mở chuyển sang báo trực tiếp với đơn vị.
    - Đồng ý lại lúc nào cũng được: nhắn "khai báo".
unconsent-done =
    Đã rút lại đồng ý của { $name } cho văn bản số { $directive } và xóa các câu trả lời.
    { $You } có thể báo trực tiếp với đơn vị. Khi đổi ý, nhắn "khai báo".

## Xóa tất cả. $code: mã xác nhận

erase-explain =
    Xóa ngay: họ tên, vai trò, câu trả lời, kênh nhắn tin, lịch sử trò chuyện.
    Giữ lại, không còn tên: số liệu tổng hợp, thời điểm xóa, bằng chứng đồng ý (24 tháng).
erase-explain-child =
    Xóa ngay: họ tên, lớp, câu trả lời và lịch sử trò chuyện của em { $name }.
    Giữ lại, không còn tên: số liệu tổng hợp, thời điểm xóa, bằng chứng đồng ý (24 tháng).
erase-head = { $You } đang đứng đầu đơn vị: nên giao quyền cho người khác trước (/nhansu). Sau khi xóa, cấp trên được báo là đơn vị chưa có người đứng đầu.
erase-code = Dữ liệu đã xóa thì không khôi phục được. Nếu chắc chắn, nhắn mã { $code } trong 10 phút; nhắn nội dung khác thì không xóa.
erase-left = Dữ liệu được giữ nguyên, không có gì bị xóa.
erase-done = Đã xóa dữ liệu lúc { $moment }. Muốn dùng lại, vui lòng đăng ký như người mới bằng mã của đơn vị.
erase-done-child = Đã xóa dữ liệu của em { $name }.
# Gửi cán bộ cấp trên, không nêu tên. $unit: đơn vị
erase-told-above = { $unit } hiện chưa có người đứng đầu trên hệ thống. Đề nghị mời người phụ trách: /moi.

## Báo trực tiếp. $unit: đơn vị, $count: số nội dung

offline-done =
    Hệ thống ghi nhận { $you } báo trực tiếp với { $unit } ({ $count } nội dung) và không nhắc nữa.
    Khi muốn khai ở đây, { $you } nhắn "khai báo".
offline-nothing = Hiện không còn nội dung nào cần báo.

## Người phụ trách ghi nhận thay. $name: họ tên, $title: nội dung

offline-who = Những người của { $unit } báo trực tiếp. Ghi nhận cho ai?
offline-nobody = Hiện { $unit } không có ai báo trực tiếp mà chưa hoàn thành.
offline-ask = { $name } đã báo trực tiếp nội dung { $title } thế nào? Hệ thống chỉ lưu kết quả này.
offline-entered-complete = Đã ghi nhận { $name } báo trực tiếp: hoàn thành. Số liệu đã được tính.
offline-entered = Đã ghi nhận { $name } báo trực tiếp: chưa hoàn thành. Số liệu đã được tính.

# Thay cho họ tên của người đã yêu cầu xóa dữ liệu.
erased-name = người đã xóa dữ liệu
