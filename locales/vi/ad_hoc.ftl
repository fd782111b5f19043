### Khai báo đột xuất: cán bộ hỏi các trường ngay trong chat; và những tin chỉ nói về một đợt.
### $title: nội dung được hỏi, bằng lời của người hỏi; $moment: một thời điểm.

button-ask = Gửi ngay
button-drop = Thôi
button-figures = Xem số liệu
button-refresh = Cập nhật số liệu
button-withdraw = Thu hồi
button-keep-open = Giữ lại
button-declare-now = Khai báo ngay

## Cán bộ hỏi

ad-hoc-not-allowed = Chỉ cán bộ quản lý của Phòng, Sở hoặc UBND mở được đợt khai báo đột xuất.
ad-hoc-how =
    { $You } viết hạn trước, nội dung sau, ví dụ:
    /dotxuat trước 14h: số học sinh nghỉ do sốt
    /dotxuat trong 2 giờ: trường đã khử khuẩn chưa?
    /dotxuat trước 16h30 ngày mai
    Không ghi nội dung thì các trường khai theo mẫu định kỳ.
ad-hoc-no-deadline = Hệ thống chưa thấy hạn trong yêu cầu này.
ad-hoc-past = Hạn { $moment } đã qua. Xin chọn một thời điểm sau lúc này.
# $days: số ngày
ad-hoc-too-far = Đợt đột xuất có hạn trong vòng { $days } ngày. Xin chọn hạn gần hơn.
# $limit: số chữ cái
ad-hoc-too-long = Nội dung hỏi dài quá { $limit } ký tự; xin viết gọn trong một dòng.
ad-hoc-no-campaign = Hiện chưa có văn bản nào đang triển khai cho phép khai báo đột xuất ở phần này.
# $unit: đơn vị của người hỏi
ad-hoc-nobody = { $unit } không có trường nào trực thuộc trong đợt triển khai này.
# $moment: lúc tin đến được
ad-hoc-at-night = Ban đêm hệ thống chỉ gửi việc khẩn cấp. Tin này đến lúc { $moment }, sau hạn đã chọn; xin chọn hạn muộn hơn.
ad-hoc-which = Yêu cầu này thuộc nội dung nào?

## Xem trước khi gửi

# $directive: số văn bản
ad-hoc-preview = Khai báo đột xuất theo văn bản số { $directive }: { $title }
# $answer: một trong bốn dòng dưới đây
ad-hoc-answered = Trả lời: { $answer }
ad-hoc-by-number = một con số, hệ thống cộng lại
ad-hoc-by-yes-no = có hoặc không (rồi hoặc chưa)
ad-hoc-by-words = một câu
ad-hoc-by-form = theo mẫu định kỳ
# $left: thời gian còn lại
ad-hoc-due = Hạn: { $moment }, còn { $left }
# $count: số trường, $reached: số trường có người nhận được tin, $unit: phạm vi
ad-hoc-reach-units = Nơi nhận: { $count } đơn vị thuộc { $unit }, { $reached } đơn vị đang có người dùng hệ thống
ad-hoc-reach-people = Nơi nhận: { $count } người thuộc { $unit }, { $reached } người đang dùng hệ thống
# Ngoài giờ: không gửi từ 21h đến 6h
ad-hoc-arrives = Tin đến lúc { $moment }, không gửi trong đêm
# $messages: số tin nhắn, $span: thời gian gửi hết
ad-hoc-takes = Gửi { $messages } tin, xong trong khoảng { $span }
# Tên của đợt hỏi theo mẫu định kỳ. $title: nội dung của mẫu
ad-hoc-label = { $title }, đột xuất
ad-hoc-sent =
    Đã mở đợt đột xuất: { $title }
    Hạn { $moment }. { $You } sẽ được báo khi có đủ trả lời và khi hết hạn.
ad-hoc-dropped = Yêu cầu này không được gửi.

## Số liệu của một đợt

# $due: hạn
figures-head =
    { $title }
    Hạn { $due }, số liệu lúc { $moment }
# $declared/$expected: số đã trả lời trên tổng số
figures-units = { $declared }/{ $expected } đơn vị đã báo
figures-people = { $declared }/{ $expected } người đã báo
# $sum: tổng các con số
figures-sum = Tổng: { $sum }
# $done, $other: hai câu trả lời, "Có" và "Không"; $yes, $no: số đơn vị trả lời như vậy
figures-yes-no = { $done }: { $yes }; { $other }: { $no }
# $label: tên chỉ tiêu
figures-measure = { $label }: { $sum }
# $count: số trả lời sau hạn
figures-late = Trả lời sau hạn: { $count }
# $units: tên các đơn vị
figures-missing = Còn thiếu: { $units }
# $count: số đơn vị không nêu tên
figures-missing-more = Còn thiếu: { $units } và { $count } đơn vị khác
# $unit: đơn vị, $answer: câu trả lời
figures-said = - { $unit }: { $answer }
# $moment: lúc gửi
figures-on-the-way = Đợt này sẽ được gửi lúc { $moment }.
figures-withdrawn = Đợt này đã được thu hồi lúc { $moment }.

## Thu hồi

withdraw-sure = Thu hồi đợt "{ $title }"? Các đơn vị sẽ không được hỏi và nhắc nữa; phần đã trả lời vẫn được giữ.
withdrawn = Đã thu hồi đợt "{ $title }". Không còn ai được hỏi hay nhắc về đợt này.

## Gửi người phải trả lời. $directive: số văn bản

# $unit: cơ quan hỏi
round-ad-hoc = Khai báo đột xuất theo đề nghị của { $unit } (văn bản số { $directive }): { $title }
# $slot: kỳ, theo ngày giờ chốt
round-slot = Kỳ { $slot }, văn bản số { $directive } đề nghị { $title }.
# $until: giờ, $left: thời gian còn lại
round-until = { $address ->
    [pupil] Em trả lời trước { $until } nhé, còn { $left }.
   *[other] Đề nghị hoàn thành trước { $until }, còn { $left }.
}
round-late = Hạn là { $moment }; hệ thống vẫn nhận và ghi thời điểm thực tế.

## Gửi người hỏi, hoặc cán bộ theo dõi các kỳ

round-complete = Đã đủ lúc { $moment }: { $title }
# $unit: phạm vi
round-closed = Đã hết hạn: { $title } – { $unit }
# $day: ngày của kỳ
round-title-slot = { $title }, kỳ { $day }
round-still-taken = Khai báo đến sau vẫn được nhận và ghi là sau hạn.

## Cần hỗ trợ

button-in-touch = Đã liên hệ
# Gửi cán bộ ngay khi một trường báo. $unit: trường
alert-unit = { $unit } vừa báo cần hỗ trợ. Xin { $you } liên hệ ngay.
# Trả lời trường vừa báo. $unit: cơ quan đã được báo
alert-passed-up = Hệ thống đã báo ngay cho { $unit }.
alert-no-officer = Hiện chưa có cán bộ cấp trên dùng hệ thống; xin báo thêm bằng điện thoại.
alert-taken-up = Hệ thống ghi nhận { $you } đã liên hệ lúc { $moment }. Cảm ơn { $you }.
# $name: người đã liên hệ trước
alert-taken-up-before = { $name } đã liên hệ lúc { $moment }.
alert-over = Lời báo này đã được cập nhật, hiện không còn cần hỗ trợ.
# Gửi cán bộ cấp trên sau 15 phút. $count: số lời báo chưa có người tiếp nhận
alert-unseen = Lúc { $moment } có { $count } lời báo cần hỗ trợ đang chờ tiếp nhận:
# $unit: trường
alert-unseen-line = - { $unit }: { $count }
alert-unseen-act = Xin { $you } liên hệ nhà trường.
