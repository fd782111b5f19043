### Hạn: cách viết hạn đã gia hạn và hạn nội bộ; /han, gia hạn. $title: nội dung, $unit: đơn vị.
### $official: hạn theo văn bản, ví dụ "trước ngày 30/8/2020"; $until: "hết thứ Bảy 5/9/2020".

button-deadline = Hạn nội bộ
button-set-deadline = Đặt hạn
button-lift-deadline = Bỏ hạn nội bộ
button-extend = Gia hạn
# $days: số ngày thêm
button-extend-days = Thêm { $days } ngày

## Cách viết hạn

# Hạn theo ngày. $day: ngày cuối kèm thứ
due-last-day = hết { $day }
# Hạn theo giờ. $moment: phút cuối còn đúng hạn
due-clock = { $moment }
due-extended = { $official }, gia hạn đến { $until }
due-local = { $until } (hạn nội bộ của { $unit }; văn bản: { $official })
due-local-only = { $until } (hạn nội bộ của { $unit }; văn bản không ghi hạn)
# Dòng trong bảng tình hình. $due: một trong các cách viết trên
status-due = Hạn: { $due }
status-due-local = Hạn nội bộ của { $unit }: { $until } (văn bản: { $official })
status-due-local-only = Hạn nội bộ của { $unit }: { $until } (văn bản không ghi hạn)

## Nhắc việc theo hạn nội bộ. $directive: số văn bản, $days: số ngày còn lại, $due: "hết … (hạn nội bộ của …)"

remind-local-days = Còn { $days } ngày: văn bản số { $directive } đề nghị { $title }, hạn { $due }.
remind-local-today = Hôm nay là ngày cuối: văn bản số { $directive } đề nghị { $title }, hạn { $due }.

## Nhập một hạn

# $day: một ngày có thể là ngày cuối, $after: ngày sau đó
deadline-example = { $You } nhập hạn mới, ví dụ: "hết { $day }", "trước ngày { $after }", "16h ngày { $day }".
deadline-unreadable = Hệ thống chưa đọc được hạn vừa nhập.
deadline-left = Hệ thống chưa thay đổi hạn nào.

## Hạn nội bộ

deadline-none-here = Hiện không có nội dung nào đặt được hạn nội bộ.
deadline-which = { $You } muốn đặt hạn nội bộ cho nội dung nào?
# $due: hạn đang có
deadline-now = { $title } – { $unit }: { $due }.
# $left: số người, đơn vị còn thiếu
deadline-sure =
    Đặt hạn nội bộ của { $unit } cho nội dung { $title }: { $until }?
    { $left } chưa hoàn thành thuộc { $unit } sẽ được nhắc theo hạn này. Văn bản: { $official }; đúng hạn hay trễ hạn trong số liệu vẫn tính theo văn bản.
deadline-sure-done =
    Đặt hạn nội bộ của { $unit } cho nội dung { $title }: { $until }?
    Thuộc { $unit } hiện không còn ai phải nhắc. Văn bản: { $official }.
deadline-set = Đã đặt hạn nội bộ của { $unit } cho nội dung { $title }: { $until } (văn bản: { $official }).
deadline-lifted = Đã bỏ hạn nội bộ của { $unit } cho nội dung { $title }. Nhắc việc theo văn bản: { $official }.
deadline-lifted-already = { $unit } hiện không có hạn nội bộ cho nội dung { $title }.

## Gia hạn

extend-which = { $You } muốn gia hạn nội dung nào?
extend-none = Hiện không có nội dung nào có hạn để gia hạn.
# $due: hạn đang có
extend-now = { $title }: { $due }.
# $scope: đơn vị phát động
extend-sure =
    Gia hạn nội dung { $title } đến { $until } cho { $scope } và các đơn vị trực thuộc?
    { $left } chưa hoàn thành; các lần nhắc tính theo hạn mới. Khai báo nhận từ nay đến hạn mới được tính là đúng hạn.
extend-sure-done =
    Gia hạn nội dung { $title } đến { $until } cho { $scope } và các đơn vị trực thuộc?
    Hiện không còn ai chưa hoàn thành.
extend-set = Đã gia hạn nội dung { $title }: { $due }.

## Điều chưa được; cũng dùng ở dòng lệnh, nên không xưng hô

deadline-past = Hạn này đã qua. Vui lòng chọn một thời điểm sau lúc này.
deadline-too-far = Hạn này xa hơn một năm. Vui lòng kiểm tra lại năm.
deadline-not-earlier = Hạn nội bộ phải sớm hơn hạn của văn bản.
deadline-above-earlier = Cấp trên đã đặt hạn nội bộ sớm hơn hoặc cùng lúc, hạn đó vẫn có hiệu lực.
deadline-single-only = Hạn nội bộ chỉ đặt được cho nội dung khai báo một lần; khai báo định kỳ và đột xuất đã có giờ chốt riêng.
deadline-no-round = Nội dung này chưa mở hoặc đã kết thúc nên chưa đổi được hạn.
extend-no-deadline = Nội dung này không ghi hạn nên không cần gia hạn.
extend-not-later = Hạn mới phải muộn hơn hạn hiện nay.
