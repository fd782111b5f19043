### Cách viết số, ngày, giờ. Chương trình làm tròn, thêm số 0 và đổi múi giờ; ở đây chỉ có cách viết.

format-thousands = { "." }
format-decimal = { "," }

# 29/8/2020
format-date = { $day }/{ $month }/{ $year }
# thứ Bảy 29/8/2020
format-day = { $weekday } { $date }
# 16h30
format-clock = { $hour }h{ $minute }
# 16h30 ngày 29/8/2020
format-moment = { $clock } ngày { $date }
# ngày 05 tháng 7 năm 2026 (Nghị định 30/2020/NĐ-CP)
format-official-day = ngày { $day } tháng { $month } năm { $year }

# a, b và c
format-list = { $items }, { $item }
format-list-end = { $items } và { $item }

# 2 giờ 30 phút
format-days = { $count } ngày
format-hours = { $count } giờ
format-minutes = { $count } phút

weekday-monday = thứ Hai
weekday-tuesday = thứ Ba
weekday-wednesday = thứ Tư
weekday-thursday = thứ Năm
weekday-friday = thứ Sáu
weekday-saturday = thứ Bảy
weekday-sunday = Chủ nhật
