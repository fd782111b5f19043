### Nhắc việc, số liệu buổi sáng, và mọi cách để được yên.
### $title: nội dung phải khai, $directive: số văn bản, $due: hạn.

button-later = Nhắc lại sau
button-nudge = Nhắc người còn thiếu
button-details = Xem chi tiết
button-remind-again = Bật lại nhắc việc

## Hạn, như văn bản ghi và ngày cuối theo nghĩa của câu chữ

# "trước ngày 30/8/2020 (hết thứ Bảy 29/8/2020)". $phrase: nguyên văn, $day: ngày cuối kèm thứ
due-phrase = { $phrase } (hết { $day })
# Một kỳ, một đợt đột xuất: có giờ. $moment: giờ chốt
due-moment = hạn { $moment }
# Trong danh sách, sau một trong các cách viết trên
due-passed = { $due }, đã qua hạn
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
    [2] { remind-several-head }:
    [3] { remind-several-head }:
   *[other] { remind-several-head }, trước hết là:
}
# $directive: số văn bản, "several" khi có nhiều văn bản
remind-several-head = { $directive ->
    [several] { remind-several-count }
   *[other] { remind-several-count } theo văn bản số { $directive }
}
remind-several-count = { $address ->
    [pupil] Nhắc em: em còn { $count } nội dung cần khai báo
   *[other] { $You } còn { $count } nội dung cần khai báo
}
# $detail: một trong các câu dưới đây
remind-line = - { $title }, { $due }. { $detail }
# Khi danh sách có nhiều văn bản.
remind-line-of = - { $title } – văn bản số { $directive }, { $due }. { $detail }

## Còn thiếu gì; là $detail của "remind-line" và "remind-rest"

remind-not-declared = Chưa có khai báo.
remind-self-left = Còn phần của bản thân chưa hoàn thành.
# $count: số người nhà
remind-family-left = Còn { $count } người nhà chưa hoàn thành.
remind-partial = Đã khai báo, chưa hoàn thành.

## Số liệu gửi lãnh đạo đơn vị và cán bộ quản lý; không có tên người

digest-head = Tình hình khai báo của { $unit } lúc { $moment }:
digest-head-of = Tình hình khai báo của { $unit } theo văn bản số { $directive }, lúc { $moment }:
# $declared/$expected: số đã khai trên tổng số, $share: tỷ lệ
digest-line = - { $declared }/{ $expected } đã khai báo ({ $share }): { $title }
# Khi có nhiều văn bản.
digest-line-of = - { $declared }/{ $expected } đã khai báo ({ $share }): { $title }, văn bản số { $directive }

# $count: số nội dung không kể ở trên
digest-more = - Và { $count } nội dung khác.
# $count: số người không có kênh nhắn tin nào
digest-unreached = Còn { $count } người hệ thống chưa nhắn tin được.
# $count: số nội dung của chính người nhận
digest-own = Phần của riêng { $you }: còn { $count } nội dung cần khai báo.
# $units: các "digest-unit"; $count: số đơn vị còn lại
digest-lacking = { $count ->
    [0] Nơi còn thiếu nhiều (đã khai báo/tổng số): { $units }.
   *[other] Nơi còn thiếu nhiều (đã khai báo/tổng số): { $units }; và { $count } đơn vị khác.
}
digest-unit = { $unit } { $declared }/{ $expected } ({ $share })

## Việc có ích nhất lúc này của lãnh đạo đơn vị: nhãn của một nút

# $count: số người, số câu hỏi
next-declare-for-unit = Khai báo: { $title }
next-approve = Duyệt { $count } người mới
next-connect = Cập nhật danh sách ({ $count } người chưa kết nối)
next-answer = Trả lời { $count } câu hỏi
next-nudge = Nhắc { $count } người còn thiếu
next-declare = Khai báo: { $title }
next-look = Xem { $count } người còn thiếu

## Danh sách gửi tổ trưởng, giáo viên chủ nhiệm: chỉ người của tổ, của lớp

digest-people = Danh sách cần đôn đốc lúc { $moment }:
# $place: tên tổ, tên lớp; $due: "hết thứ Bảy 29/8/2020"; $names: họ tên; $more: số người còn lại
digest-names = { $more ->
    [0] - { $place }: { $count } người chưa hoàn thành nội dung { $title } ({ $due }): { $names }.
   *[other] - { $place }: { $count } người chưa hoàn thành nội dung { $title } ({ $due }): { $names } và { $more } người khác.
}
# Chiến dịch có dữ liệu nhạy cảm: không có tên
digest-count = - { $place }: { $count } người chưa hoàn thành nội dung { $title } ({ $due }).

## Những người hệ thống không nhắn tin được

unreached-head = { $count } người của { $unit } chưa hoàn thành và hệ thống chưa nhắn tin được:
unreached-foot = Những người này cần được báo trực tiếp hoặc mời đăng ký; ai đã chuyển đi thì cập nhật tại [{ button-people }].
unreached-nobody = Hệ thống nhắn tin được cho tất cả những người còn phải khai báo của { $unit }.

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
    [pupil] Hệ thống đã dừng nhắc em về các nội dung hiện có. Phần đã khai vẫn được giữ; khi sẵn sàng, em nhắn "khai báo" nhé.
   *[other] Hệ thống đã dừng nhắc { $you } về các nội dung hiện có. Phần đã khai vẫn được giữ; khi thuận tiện, { $you } nhắn "khai báo".
}
# $count: số nội dung
resume-ack = { $address ->
    [pupil] Hệ thống sẽ nhắc em trở lại về { $count } nội dung chưa hoàn thành nhé.
   *[other] Hệ thống sẽ nhắc trở lại về { $count } nội dung chưa hoàn thành.
}
# $letters: một hay nhiều "complaint-letter"
complaint-ack = { $address ->
    [pupil] Hệ thống xin lỗi vì đã làm phiền em và sẽ không nhắc thêm về { $letters }. Khi muốn khai báo, em nhắn "khai báo" nhé.
   *[other] Hệ thống xin lỗi vì đã làm phiền { $you } và sẽ không nhắc thêm về { $letters }. Khi thuận tiện, { $you } có thể nhắn "khai báo".
}
complaint-ack-done = Hệ thống xin lỗi vì đã làm phiền { $you }. Theo { $letters }, hiện không còn nội dung nào cần khai báo nên hệ thống sẽ không nhắc thêm.
complaint-ack-nothing = Hệ thống xin lỗi vì đã làm phiền { $you }. Hiện không còn nội dung nào cần khai báo nên hệ thống sẽ không nhắc thêm.
# $number: số văn bản
complaint-letter = văn bản số { $number }
# Việc của đơn vị vẫn còn.
complaint-unit = Phần khai báo của đơn vị vẫn được nhắc, vì đó là nhiệm vụ chung.
# Còn việc khác chưa xong.
complaint-others = Các văn bản khác vẫn được nhắc như thường.
button-stop-all = Dừng mọi nhắc việc
# Gửi người phụ trách. $who: ai, ở đâu
complaint-notice = { $who } đề nghị hệ thống không nhắc thêm về { $letters }. Hệ thống đã dừng nhắc; nếu cần, { $you } vui lòng trao đổi trực tiếp.
