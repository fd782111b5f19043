### Khai báo lại không phải trả lời từ đầu, và lịch sử các kỳ.

button-unchanged = Không thay đổi
button-changed = Có thay đổi
button-zeros = Tất cả bằng 0
button-earlier = Xem kỳ trước nữa
# $round: kỳ
button-make-up = Khai báo bổ sung: { $round }

## Như kỳ trước. Giữa hai dòng là các dòng "summary-line".

# $moment: lúc khai báo kỳ trước
repeat-head = Lần gần nhất, lúc { $moment }, đã khai báo:
repeat-ask = { $address ->
    [pupil] Nếu vẫn như vậy, em chọn [{ button-unchanged }] để gửi lại đúng nội dung trên cho kỳ này nhé.
   *[other] Nếu tình hình vẫn như vậy, { $you } chọn [{ button-unchanged }] để gửi lại đúng nội dung trên cho kỳ này.
}
repeat-nothing = Chưa có khai báo trước đó để gửi lại.

## Từng bước một

# $label: tên mục, $step: bước đã khai
step-now = { $label }: { $step }.
step-next = { $address ->
    [pupil] Làm xong bước tiếp theo, em chọn bước đó nhé.
   *[other] Khi hoàn thành bước tiếp theo, { $you } chọn bước đó; hệ thống ghi nhận ngay.
}

## Danh sách kiểm: nhiều câu có/không, một câu trả lời

# $place: số thứ tự, $item: nội dung
list-line = { $place }. { $item }
# $example: một câu trả lời mẫu
list-how = Trả lời bằng một tin nhắn, ví dụ: "{ $example }".
# $count: số mục chưa có câu trả lời
list-unclear = Hệ thống chưa rõ tin nhắn nói về mục số mấy. Còn { $count } mục cần trả lời, gọi theo số thứ tự.
list-example = 1-3 có, 4 không
list-change = { $You } muốn sửa mục số mấy? Các mục khác giữ nguyên.
# $yes: câu trả lời khẳng định của mẫu, "Đạt"
button-list-all = { $yes } hết
button-list-each = Trả lời từng mục
# $label: tên danh sách, $part/$whole: số mục đạt trên tổng số, $failing: số thứ tự các mục chưa đạt
summary-list-all = - { $label }: { $yes } { $part }/{ $whole }
summary-list = - { $label }: { $yes } { $part }/{ $whole }; { $no }: mục { $failing }
# $grade: xếp loại theo mẫu
summary-grade = - Xếp loại: { $grade }

## Lịch sử các kỳ

# Kỳ rơi vào ngày nghỉ, chốt vào ngày khác. $slot: ngày của kỳ, $moment: giờ chốt
slot-moved = kỳ { $slot } (chốt { $moment })
# $day: ngày, $clock: giờ chốt
rounds-slot = { $day }, { $clock }
# $unit: trường hoặc cơ quan
rounds-of = Các kỳ khai báo của { $unit }:
rounds-own = Các kỳ khai báo gần đây:
rounds-none = Chưa có kỳ khai báo nào.
# $round: kỳ, $moment: lúc khai báo hoặc hạn
rounds-on-time = - { $round }: Đúng hạn ({ $moment })
rounds-late = - { $round }: Trễ ({ $moment })
rounds-missing = - { $round }: Chưa
rounds-open = - { $round }: Đang mở, hạn { $moment }
# $part/$whole: số kỳ đúng hạn trên số kỳ đã đến hạn, $share: tỷ lệ
rounds-rate = Đúng hạn { $part }/{ $whole } kỳ ({ $share })
# $on_time/$expected: số đơn vị đúng hạn trên tổng số, $late: số trễ, $missing: số chưa khai
rounds-counts = - { $round }: đúng hạn { $on_time }/{ $expected }, trễ { $late }, chưa { $missing }
