### Tình hình của đơn vị: số liệu, đơn vị trực thuộc, người chưa hoàn thành.

button-status = Tình hình
button-missing = Ai chưa hoàn thành
button-more = Xem thêm
button-previous = Trang trước
button-up = Lên một cấp

status-which = { $You } muốn xem đơn vị nào?
status-nothing = Hiện { $unit } không có nội dung nào đang khai báo.
# $name: tên hoặc mã đã nhập
# Đứng trên số liệu của chính đơn vị người hỏi.
status-own-part = { $You } chỉ xem được số liệu trong phạm vi phụ trách:
status-no-such-unit = Trong phạm vi phụ trách, hệ thống chưa tìm thấy đơn vị "{ $name }". Vui lòng nhập mã hoặc tên đầy đủ.

## Một đơn vị: dòng đầu, nội dung đang xem, các nội dung khác mỗi nội dung một dòng

status-head = Tình hình { $unit } lúc { $moment }
# $title: nội dung, $declared/$expected: số đã khai trên tổng số
status-people =
    Nội dung: { $title }
    { $declared }/{ $expected } người đã khai báo
status-units =
    Nội dung: { $title }
    { $declared }/{ $expected } đơn vị đã khai báo
# $bar: thanh tiến độ, $share: tỷ lệ, $trend: một trong các dòng trend-…
status-bar = { $bar } { $share }
status-bar-trend = { $bar } { $share }, { $trend }
# $since: một trong hai mốc dưới đây
trend-more = +{ $count } so với { $since }
trend-fewer = −{ $count } so với { $since }
trend-same = không đổi so với { $since }
trend-since-yesterday = hôm qua
trend-since-slot = kỳ trước
status-on-time = { $count }/{ $expected } khai báo đúng hạn ({ $share })
status-complete = { $complete }/{ $expected } đã hoàn thành ({ $share })
# $target: chỉ tiêu của văn bản, phần trăm
status-complete-target = { $complete }/{ $expected } đã hoàn thành ({ $share }), chỉ tiêu { $target }%
# $label: tên tỷ lệ trong tệp chiến dịch, $part/$whole: tử số và mẫu số
status-rate = - { $label }: { $part }/{ $whole } ({ $share })
# Một người có thể được nhiều người cùng khai, nên đếm theo lượt
status-rate-turns = - { $label }: { $part }/{ $whole } lượt ({ $share })
# $sum: tổng của các khai báo
status-sum = - { $label }: { $sum }
# $level: cấp học
status-median = Mức giữa của các trường { $level }: { $share } đã khai báo
# $day: ngày của kỳ, $clock: giờ chốt
status-slot = { $day }, chốt { $clock }
status-history = Các kỳ trước:
# $on_time: số khai báo đúng hạn
status-before = - { $slot }: { $declared }/{ $expected } đã khai báo, { $on_time } đúng hạn
status-others = Nội dung khác:
status-other = - { $title }: { $declared }/{ $expected } ({ $share })
status-other-masked = - { $title }: đơn vị có ít người nên không hiển thị số liệu
status-masked =
    Nội dung: { $title }
    Đơn vị có ít người nên không hiển thị số liệu.

## Đơn vị trực thuộc

# $count: số đơn vị
status-below = { $count ->
    [1] { $count } đơn vị trực thuộc ({ $title }):
   *[other] { $count } đơn vị trực thuộc, nơi còn thiếu nhiều xếp trước ({ $title }):
}
status-below-line = - { $declared }/{ $expected } ({ $share }) { $unit }
# $state: một trong các trạng thái dưới đây
status-below-state = - { $unit }: { $state }
below-on-time = đã khai báo đúng hạn
below-late = đã khai báo sau hạn
below-missing = chưa khai báo
below-overdue = chưa khai báo, đã hết hạn
status-below-masked = - { $unit }: không hiển thị số liệu
# $smallest: số người tối thiểu
status-masked-why = Không hiển thị số liệu của nơi có dưới { $smallest } người và nơi có thể dùng để tính ra số liệu đó.
# Tên đơn vị trên nút: cụm từ đầy đủ = cách viết gọn, mỗi dòng một cụm từ
unit-short-names =
    Trung tâm Giáo dục Thường xuyên = TTGDTX
    Giáo dục và Đào tạo = GD&ĐT

## Khai báo của chính người hỏi

status-own-head = { $address ->
    [stranger] Tình trạng khai báo:
   *[other] Tình trạng khai báo của { $you }:
}
# $state: một trong các trạng thái dưới đây
status-own-line = - { $title }: { $state }
state-missing = chưa khai báo
state-partial = đã khai báo, chưa hoàn thành
state-complete = đã hoàn thành

## Danh sách người chưa hoàn thành; chỉ trong nội bộ trường

missing-nobody = Mọi người của { $unit } đã hoàn thành các nội dung hiện có.
# $count: số người
missing-head = { $count } người của { $unit } chưa hoàn thành nội dung { $title }:
# $place: số thứ tự, $name: họ tên, $note: một trong các ghi chú dưới đây
missing-line = { $place }. { $name }: { $note }
owing-direct = khai báo trực tiếp với đơn vị
owing-missing = chưa khai báo
owing-partial = đã khai báo, chưa hoàn thành
owing-unreachable = hệ thống chưa gửi được tin
owing-not-connected = chưa đăng ký
missing-foot = Danh sách chỉ dùng để đôn đốc, đề nghị không chuyển vào nhóm chung.
