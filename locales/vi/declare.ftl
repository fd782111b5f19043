### Khai báo: chọn nội dung, hỏi, tóm tắt, xác nhận, cập nhật, sửa.
### Câu hỏi và lựa chọn của từng đợt nằm trong tệp chiến dịch, không ở đây.

button-declare = Khai báo
button-update = Cập nhật khai báo
button-keep = Giữ nguyên
# Dưới câu hỏi không bắt buộc trả lời.
button-skip = Bỏ qua
button-continue = Tiếp tục
button-yes = Có
button-no = Không
# Câu hỏi kết thúc bằng từ này ("… đã khử khuẩn chưa?") được trả lời bằng hai từ sau.
asked-if-done = chưa
button-done = Rồi
button-not-yet = Chưa
button-included = Đã tính
button-not-included = Chưa tính
# $number: số đọc được
button-sure = Đúng là { $number }
button-send = Gửi khai báo
button-edit = Sửa

## Chọn nội dung

no-tasks = Hiện không có nội dung nào cần khai báo.
# $count: số nội dung còn phải khai
tasks-owed = { $address ->
    [pupil] Em còn { $count } nội dung cần khai báo. Em chọn một nội dung nhé:
   *[other] { $You } còn { $count } nội dung cần khai báo. Xin chọn một nội dung:
}
tasks-done = { $address ->
    [pupil] Em đã khai báo xong. Nếu muốn xem lại hoặc sửa, em chọn một nội dung nhé:
   *[other] { $You } đã khai báo xong. Nếu muốn xem lại hoặc sửa, xin chọn một nội dung:
}
task-gone = Nội dung này đã kết thúc hoặc không còn trong danh sách cần khai báo.
# Đứng trên các dòng "summary-line". $moment: lúc đã khai
declared-already = Đã có khai báo, gửi lúc { $moment }:

## Hỏi lại một con số

# $number: số đọc được trong tin nhắn
ask-inclusive = { $address ->
    [stranger] Số { $number } vừa nhắn đã tính cả người khai báo chưa?
   *[other] Số { $number } vừa nhắn đã tính cả { $you } chưa?
}
ask-sure = { $address ->
    [pupil] Hệ thống đọc được số { $number }. Số này khá lớn, em xác nhận giúp nhé.
   *[other] Hệ thống đọc được số { $number }. Số này khá lớn, { $you } vui lòng xác nhận.
}
ask-which = { $You } muốn sửa mục nào?

## Lời báo đứng trước câu hỏi được nhắc lại, hoặc trước phần tóm tắt

note-not-understood = Hệ thống chưa hiểu tin nhắn vừa rồi.
note-vague = Hệ thống cần một con số cụ thể.
note-out-of-range = Con số này chưa phù hợp với câu hỏi nên chưa được ghi nhận.
note-too-many = Con số này lớn hơn số đã khai ở câu trước nên chưa được ghi nhận.
note-unsure = Hệ thống chưa chắc đã hiểu đúng nên chưa ghi nhận tin nhắn vừa rồi.
note-not-a-link = Hệ thống cần một đường dẫn bắt đầu bằng https:// hoặc http://.
# $most: số ký tự nhiều nhất
note-too-long = Câu trả lời này dài quá { $most } ký tự nên chưa được ghi nhận; các câu đã trả lời vẫn được giữ. Xin viết gọn lại.
note-which = Hệ thống chưa rõ con số vừa nhắn trả lời cho mục nào.
# Nối sau một lời báo. $example: một câu trả lời mẫu
note-example = Có thể trả lời, ví dụ: "{ $example }".

## Tóm tắt. Đứng trên các dòng "summary-line" và "change-line".

summary-head = { $address ->
    [pupil] Em kiểm tra lại rồi gửi khai báo nhé:
   *[other] Xin { $you } kiểm tra lại rồi gửi khai báo:
}
# $name: người hoặc đơn vị được khai báo thay
summary-for = { $address ->
    [pupil] Khai báo của { $name }. Em kiểm tra lại rồi gửi khai báo nhé:
   *[other] Khai báo của { $name }. Xin { $you } kiểm tra lại rồi gửi khai báo:
}
# $label: tên mục, $value: câu trả lời
summary-line = - { $label }: { $value }
# Khai báo định kỳ, dòng đầu. $slot: giờ chốt và ngày của kỳ
summary-slot = - Kỳ khai báo: { $slot }
# $old, $new: câu trả lời trước và sau khi sửa
change-line = Thay đổi: { $label } từ { $old } thành { $new }.

## Đã nhận. $moment: lúc nhận, $receipt: mã xác nhận

success-complete =
    Đã nhận khai báo lúc { $moment }. Nội dung này đã hoàn thành. Cảm ơn { $you }.
    Mã xác nhận: { $receipt }.
# Chưa đạt chỉ tiêu, nhưng không còn gì phải làm thêm.
success-settled =
    Đã nhận khai báo lúc { $moment }. Hệ thống ghi nhận đủ và sẽ không nhắc thêm về nội dung này. Cảm ơn { $you }.
    Mã xác nhận: { $receipt }.
success-partial = { $address ->
    [pupil]
        Đã nhận khai báo lúc { $moment }. Nội dung này chưa hoàn thành; khi có thay đổi, em nhắn lại cho hệ thống nhé.
        Mã xác nhận: { $receipt }.
   *[other]
        Đã nhận khai báo lúc { $moment }. Nội dung này chưa hoàn thành; khi có thay đổi, { $you } chỉ cần nhắn lại cho hệ thống.
        Mã xác nhận: { $receipt }.
}
success-late = Khai báo được ghi nhận là sau hạn.
# Khai báo cho biết cần hỗ trợ; "alert" đã gửi đến lãnh đạo và giáo viên chủ nhiệm.
alert-passed-on = { $address ->
    [pupil] Hệ thống đã báo ngay cho nhà trường. Nếu đang nguy hiểm, em gọi 112 nhé.
   *[other] Hệ thống đã báo ngay cho nhà trường. Nếu đang nguy hiểm, xin gọi 112.
}
# Chưa có ai trong hai người trên dùng hệ thống.
alert-nobody-near = { $address ->
    [pupil] Hiện chưa có thầy, cô phụ trách nào nhận được tin này. Em nhờ người lớn gọi ngay cho nhà trường; nếu đang nguy hiểm, em gọi 112 nhé.
   *[other] Hiện chưa có người phụ trách nào của nhà trường nhận được tin này: xin gọi điện cho nhà trường. Nếu đang nguy hiểm, xin gọi 112.
}
# Gửi lãnh đạo, giáo viên chủ nhiệm. $name: người hoặc đơn vị, $unit: nơi được tính
alert = { $name } – { $unit } vừa báo cần hỗ trợ. { $You } vui lòng liên hệ ngay.
# $unit: trường hoặc lớp, $bar: thanh tiến độ, $part/$whole: số người hoàn thành trên tổng số
progress = { $bar } { $part }/{ $whole } người của { $unit } đã hoàn thành.

## Hẹn, dừng giữa chừng

# $moment: lúc hệ thống nhắc lại
promise-ack = { $address ->
    [pupil] Hệ thống ghi nhận dự định của em và sẽ nhắc lại lúc { $moment } nhé. Hiện nội dung này vẫn tính là chưa hoàn thành.
    [stranger] Hệ thống ghi nhận dự định này và sẽ nhắc lại lúc { $moment }. Hiện nội dung này vẫn tính là chưa hoàn thành.
   *[other] Hệ thống ghi nhận dự định của { $you } và sẽ nhắc lại lúc { $moment }. Hiện nội dung này vẫn tính là chưa hoàn thành.
}
left = { $address ->
    [pupil] Hệ thống tạm dừng câu hỏi này. Các câu em đã trả lời được giữ lại, em tiếp tục lúc nào cũng được nhé.
   *[other] Hệ thống tạm dừng câu hỏi này. Các câu đã trả lời được giữ lại; { $you } có thể tiếp tục bất cứ lúc nào.
}
# Câu hỏi không thuộc một nội dung khai báo: tên người, đơn vị, hạn …
errand-left = Hệ thống bỏ qua câu hỏi vừa rồi.
nothing-to-cancel = Hiện không có câu hỏi nào đang chờ trả lời.

## Đường dẫn đã khai báo được mở thử

# $link: đường dẫn, $why: một trong các lý do dưới đây
link-not-open = Đường dẫn { $link } chưa mở được ({ $why }). Khai báo vẫn được ghi nhận; { $you } xem lại giúp và cập nhật khi cần.
link-open = Đường dẫn { $link } đã mở được.
# $status: mã lỗi của trang: "404"
link-status = trang báo lỗi { $status }
link-unreachable = hệ thống chưa kết nối được đến trang
link-slow = trang phản hồi quá lâu
link-redirects = trang chuyển hướng quá nhiều lần
link-refused = địa chỉ nội bộ, người ngoài chưa xem được
