### Kết thúc năm học: các lớp lên lớp, lớp cuối cấp ra trường. Xem trước rồi mới thực hiện.

button-end-year = Kết thúc năm học

year-which = { $You } chọn trường:
# $year: năm học "2019–2020", $unit: trường
year-head = Kết thúc năm học { $year } – { $unit }:
# $up: số lớp lên lớp, $leaving: số lớp ra trường, $pupils: số học sinh ra trường
year-sums = { $leaving ->
    [0] { $up } lớp lên lớp, không có lớp ra trường.
   *[other] { $up ->
        [0] { $leaving } lớp cuối cấp ra trường: { $pupils } học sinh.
       *[other] { $up } lớp lên lớp, { $leaving } lớp cuối cấp ra trường: { $pupils } học sinh.
    }
}
# $name: tên lớp trong năm học mới, $pupils: số học sinh
year-goes-up = - { $unit } → { $name } ({ $pupils } học sinh)
year-leaves = - { $unit } ra trường ({ $pupils } học sinh)
year-unclear = - { $unit } giữ nguyên: tên lớp không ghi khối ({ $pupils } học sinh)
# $count: số lớp còn lại
year-more = … và { $count } lớp khác
year-foot = Phân công chủ nhiệm của năm học này cũng kết thúc. Số liệu các đợt đã qua giữ nguyên theo tên lớp cũ.
year-ended = Đã kết thúc năm học { $year }. Số lớp lên lớp: { $up }; số học sinh ra trường: { $pupils }. Tiếp theo: gửi danh sách lớp đầu cấp và phân công chủ nhiệm.
year-done-already = Năm học { $year } của { $unit } đã được kết thúc trước đó.
year-no-classes = { $unit } chưa có lớp nào trong hệ thống.
error-year-not-over = Năm học { $year } chưa kết thúc; thực hiện được từ tháng 5.
error-year-to-come = Ngày kết thúc năm học cần là hôm nay hoặc một ngày đã qua.

## Dòng lệnh: khaibao school-year end

cli-help-school-year = Năm học
cli-help-school-year-end = Kết thúc năm học của một trường: các lớp lên lớp, lớp cuối cấp ra trường.
cli-help-school-year-on = Ngày bắt đầu dùng tên lớp mới, ví dụ 2020-08-15; không ghi là hôm nay.
cli-help-school-year-preview = Chỉ xem trước, không thực hiện.
cli-school-year-ended = Đã kết thúc năm học { $year }: { $up } lớp lên lớp, { $pupils } học sinh ra trường.
# $day: ngày đã ghi
cli-day = Chưa đọc được ngày "{ $day }". Hãy ghi dạng 2020-08-15.
