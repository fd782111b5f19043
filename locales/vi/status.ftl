### Tình hình của đơn vị: số liệu, đơn vị trực thuộc, người chưa hoàn thành.

button-status = Tình hình
button-missing = Chưa hoàn thành
button-more = Xem thêm

status-which = { $You } muốn xem đơn vị nào?
status-nothing = { $unit } hiện không có nội dung nào đang khai báo.

## Một đơn vị: dòng đầu, rồi mỗi nội dung một đoạn

status-head = Tình hình { $unit } lúc { $moment }
# $title: nội dung, $declared/$expected: số đã khai trên tổng số
status-people =
    Nội dung: { $title }
    { $declared }/{ $expected } người đã khai báo
status-units =
    Nội dung: { $title }
    { $declared }/{ $expected } đơn vị đã khai báo
# $bar: thanh tiến độ, $share: tỷ lệ
status-bar = { $bar } { $share }
status-complete = { $complete }/{ $expected } đã hoàn thành ({ $share })
# $count: số khai báo sau hạn
status-late = { $count } khai báo gửi sau hạn
# $label: tên tỷ lệ trong tệp chiến dịch, $part/$whole: tử số và mẫu số
status-rate = - { $label }: { $part }/{ $whole } ({ $share })
# $smallest: số người tối thiểu
status-masked =
    Nội dung: { $title }
    Đơn vị có dưới { $smallest } người nên không hiển thị số liệu.
status-below-masked = - { $unit }: dưới { $smallest } người, không hiển thị số liệu

## Đơn vị trực thuộc

# $count: số đơn vị
status-below = { $count } đơn vị trực thuộc, tỷ lệ khai báo thấp xếp trước ({ $title }):
status-below-line = - { $declared }/{ $expected } ({ $share }) { $unit }
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

missing-nobody = { $unit }: mọi người đã hoàn thành các nội dung hiện có.
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
