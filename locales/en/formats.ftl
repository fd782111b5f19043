### How numbers, days and times are written. Rounding, zero-padding and time zones are the program's.

format-thousands = { "," }
format-decimal = { "." }

# 29/8/2020
format-date = { $day }/{ $month }/{ $year }
# Saturday 29/8/2020
format-day = { $weekday } { $date }
# 16:30
format-clock = { $hour }:{ $minute }
# 16:30 on 29/8/2020
format-moment = { $clock } on { $date }
# 05/7/2026
format-official-day = { $day }/{ $month }/{ $year }

# a, b and c
format-list = { $items }, { $item }
format-list-end = { $items } and { $item }

# 2 h 30 min
format-days = { $count } d
format-hours = { $count } h
format-minutes = { $count } min

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
