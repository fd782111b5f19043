### Nhắc việc, số liệu buổi sáng, và mọi cách để được yên.
### $title: nội dung phải khai, $directive: số văn bản, $due: hạn.

button-later = Nhắc lại sau
button-nudge = Nhắc người còn thiếu
button-details = Xem chi tiết

## Hạn, như văn bản ghi và ngày cuối theo nghĩa của câu chữ

# "trước ngày 30/8/2020 (hết thứ Bảy 29/8/2020)". $phrase: nguyên văn, $day: ngày cuối kèm thứ
due-phrase = { $phrase } (hết { $day })
due-day = hết { $day }
due-none = không ghi hạn

## Một nội dung: một câu về hạn, rồi "remind-act" hoặc "remind-rest"

remind-open = Văn bản số { $directive } đề nghị { $title }. Văn bản không ghi hạn.
# $days: số ngày còn lại
remind-days = Còn { $days } ngày: văn bản số { $directive } đề nghị { $title }, hạn { $due }.
# $day: ngày cuối kèm thứ
remind-tomorrow = Ngày mai, { $day }, là ngày cuối: văn bản số { $directive } đề nghị { $title }.
# $until: giờ cuối còn đúng hạn
remind-today = Hạn đến { $until } hôm nay: văn bản số { $directive } đề nghị { $title }.
remind-overdue = { $address ->
    [pupil] Đã qua hạn: văn bản số { $directive } đề nghị { $title }, hạn { $due }. Hệ thống vẫn nhận khai báo của em.
   *[other] Đã qua hạn: văn bản số { $directive } đề nghị { $title }, hạn { $due }. Hệ thống vẫn nhận khai báo và ghi thời điểm thực tế.
}
# Chưa khai lần nào.
remind-act = { $address ->
    [pupil] Em khai báo tại đây nhé, mất khoảng 1 phút.
   *[other] { $You } vui lòng khai báo tại đây, mất khoảng 1 phút.
}
# Đã khai một phần. $detail: còn thiếu gì
remind-rest = { $address ->
    [pupil] { $detail } Khi có thay đổi, em nhắn lại tại đây nhé.
   *[other] { $detail } Khi có thay đổi, { $you } vui lòng nhắn lại tại đây.
}

## Nhiều nội dung: một dòng đầu, rồi tối đa ba dòng "remind-line"

# $count: số nội dung còn phải khai
remind-several = { $count ->
    [2] { remind-several-count }:
    [3] { remind-several-count }:
   *[other] { remind-several-count }, trước hết là:
}
remind-several-count = { $address ->
    [pupil] Nhắc em: em còn { $count } nội dung cần khai báo
   *[other] { $You } còn { $count } nội dung cần khai báo
}
# $detail: một trong các câu dưới đây
remind-line = - { $title } – văn bản số { $directive }, { $due }. { $detail }

## Còn thiếu gì; là $detail của "remind-line" và "remind-rest"

remind-not-declared = Chưa có khai báo.
remind-self-left = Còn phần của bản thân chưa hoàn thành.
# $count: số người nhà
remind-family-left = Còn { $count } người nhà chưa hoàn thành.
remind-partial = Đã khai báo, chưa hoàn thành.

## Số liệu gửi lãnh đạo đơn vị và cán bộ quản lý; không có tên người

digest-head = Tình hình khai báo của { $unit } lúc { $moment }:
# $declared/$expected: số đã khai trên tổng số, $share: tỷ lệ
digest-line = - { $declared }/{ $expected } đã khai báo ({ $share }): { $title }, văn bản số { $directive }

## Lãnh đạo bấm nhắc. $count: số người

nudge-none = Hiện không còn ai cần nhắc thêm: mỗi người chỉ được nhắc một lần trong ngày, và chỉ nhắc người đã đăng ký.
nudge-sent = Hệ thống đang gửi nhắc việc đến { $count } người.
# Đang giờ nghỉ. $moment: lúc sẽ gửi
nudge-later = Hệ thống sẽ gửi nhắc việc đến { $count } người lúc { $moment }, ngoài giờ nghỉ.

## Hẹn lại, dừng nhắc, phàn nàn

# $moment: lúc nhắc lại
snooze-ack = { $address ->
    [pupil] Hệ thống sẽ nhắc em lúc { $moment } nhé.
   *[other] Hệ thống sẽ nhắc lại lúc { $moment }.
}
stop-ack = { $address ->
    [pupil] Hệ thống đã dừng nhắc em về các nội dung hiện có. Phần đã khai vẫn được giữ; khi sẵn sàng, em chọn [{ button-declare }] nhé.
   *[other] Hệ thống đã dừng nhắc các nội dung hiện có của cá nhân. Phần đã khai vẫn được giữ; khi thuận tiện, { $you } chọn [{ button-declare }].
}
complaint-ack = { $address ->
    [pupil] Hệ thống xin lỗi vì đã làm phiền em và sẽ không nhắc thêm về các nội dung này. Khi muốn khai báo, em nhắn "khai báo" nhé.
   *[other] Hệ thống xin lỗi vì đã làm phiền { $you } và sẽ không nhắc thêm về các nội dung này. Khi thuận tiện, { $you } có thể nhắn "khai báo".
}
complaint-ack-done = Hệ thống xin lỗi vì đã làm phiền { $you }. Hiện không còn nội dung nào cần khai báo nên hệ thống sẽ không nhắc thêm.
# Gửi thủ trưởng đơn vị. $name: họ tên
complaint-notice = { $name } đề nghị hệ thống không nhắc thêm. Hệ thống đã dừng nhắc; nếu cần, { $you } vui lòng trao đổi trực tiếp.
