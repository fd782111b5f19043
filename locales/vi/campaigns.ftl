### Chiến dịch từ trò chuyện: danh sách, chi tiết, phát động, tạm dừng, tiếp tục, kết thúc, nhật ký.
### $title: tên chiến dịch, $scope: đơn vị phát động, $left: số người, đơn vị chưa hoàn thành.

button-campaigns = Chiến dịch
button-launch = Phát động
button-launch-new = Phát động chiến dịch
button-pause = Tạm dừng
button-resume = Tiếp tục triển khai
button-close = Kết thúc
button-history = Nhật ký

## Danh sách và chi tiết

campaigns-none = Hiện chưa có chiến dịch nào.
campaigns-head = Các chiến dịch hiện có:
# $directive: số văn bản, $state: trạng thái
campaigns-line = - { $title } (văn bản số { $directive }): { $state }
campaigns-running = đang triển khai
campaigns-paused = đang tạm dừng
campaigns-closed = đã kết thúc
# $issued: ngày văn bản, $issuer: cơ quan ban hành, $subject: trích yếu, $moment: lúc phát động
campaigns-about =
    { $title }: { $state }.
    Văn bản số { $directive } ngày { $issued } của { $issuer } về việc { $subject }.
    { $scope } phát động lúc { $moment }.
campaigns-about-by =
    { $title }: { $state }.
    Văn bản số { $directive } ngày { $issued } của { $issuer } về việc { $subject }.
    { $scope } phát động lúc { $moment } ({ $actor }).
# $clause: khoản, $due: hạn
campaigns-obligation = - Khoản { $clause }, { $title }: { $due }
campaigns-obligation-left = - Khoản { $clause }, { $title }: { $left } chưa hoàn thành, { $due }
campaigns-obligation-done = - Khoản { $clause }, { $title }: không còn ai phải nhắc, { $due }
campaigns-due = hạn { $due }
campaigns-due-none = không ghi hạn
# $moment: giờ chốt, giờ mở
campaigns-slot-open = kỳ này nhận đến { $moment }
campaigns-slot-next = kỳ tới mở lúc { $moment }
campaigns-slot-none = chưa có kỳ nào sắp mở
campaigns-who-runs = Việc tạm dừng, gia hạn, kết thúc do { $scope } hoặc đơn vị cấp trên thực hiện.

## Số còn thiếu, là $left ở các câu khác

# $count/$expected: số chưa hoàn thành trên tổng số
campaigns-people = { $count }/{ $expected } người
campaigns-units = { $count }/{ $expected } đơn vị
# Cùng một người, một đơn vị có nhiều nội dung
campaigns-people-turns = { $count }/{ $expected } lượt khai báo của người
campaigns-units-turns = { $count }/{ $expected } lượt khai báo của đơn vị
# $smallest: số người tối thiểu
campaigns-few = dưới { $smallest } người

## Phát động

campaigns-choose = { $You } muốn phát động chiến dịch nào? Cũng có thể gửi tệp chiến dịch (.yaml) vào đây.
campaigns-choose-none = Hiện không còn chiến dịch có sẵn nào chưa phát động. { $You } có thể gửi tệp chiến dịch (.yaml) vào đây.
campaigns-where = { $You } phát động cho đơn vị nào?
campaigns-preview =
    { $title }
    Văn bản số { $directive } ngày { $issued } của { $issuer }. Ai phải khai báo trong { $unit }:
# $clause: khoản, $due: hạn
campaigns-preview-people = - Khoản { $clause }, { $title }: { $count } người, { $due }
campaigns-preview-units = - Khoản { $clause }, { $title }: { $count } đơn vị, { $due }
campaigns-preview-few = - Khoản { $clause }, { $title }: dưới { $smallest } người, { $due }
campaigns-preview-late = Có nội dung đã qua hạn; hệ thống vẫn nhận khai báo và không gửi dồn các lần nhắc đã lỡ.
campaigns-launch-sure = Phát động cho { $unit } và mọi lớp, đơn vị trực thuộc?
campaigns-launched = Đã phát động chiến dịch { $title } cho { $unit }. Trong ít phút tới, hệ thống lập danh sách và gửi thông báo đến những người đã đăng ký.
campaigns-is-started = { $scope } đã phát động chiến dịch { $title } lúc { $moment }; hiện { $state }.
campaigns-slug-taken = Mã chiến dịch { $slug } đã được đơn vị khác dùng. Vui lòng đổi mã (dòng "slug:") trong tệp rồi gửi lại.
campaigns-file-gone = Chiến dịch này không còn trong danh sách có sẵn.

## Tệp chiến dịch gửi vào trò chuyện

# $name: tên tệp
campaigns-file-reading = Đã nhận tệp { $name }. Hệ thống đang kiểm tra và sẽ báo kết quả ngay.
# $count: số lỗi
campaigns-file-wrong = Tệp { $name } có { $count } chỗ cần sửa:
# $line: số dòng, 0 là cả tệp; $problem: một câu trong campaign.ftl
campaigns-file-problem = { $line ->
    [0] - { $problem }
   *[other] - Dòng { $line }: { $problem }
}
campaigns-file-more = Và { $count } chỗ khác. Vui lòng sửa rồi gửi lại tệp.
campaigns-file-again = Vui lòng sửa rồi gửi lại tệp.

## Tạm dừng, tiếp tục, kết thúc: hỏi lại, rồi báo kết quả

campaigns-pause-sure =
    Tạm dừng chiến dịch { $title }?
    Chưa hoàn thành: { $left }. Từ lúc tạm dừng, hệ thống không hỏi, không nhắc và không nhận khai báo. Phần đã khai được giữ, hạn không đổi.
campaigns-resume-sure =
    Tiếp tục chiến dịch { $title }?
    Chưa hoàn thành: { $left }. Hệ thống hỏi và nhắc trở lại; các lần nhắc, các kỳ đã lỡ được bỏ qua, không gửi dồn.
campaigns-close-sure =
    Kết thúc chiến dịch { $title }?
    Chưa hoàn thành: { $left }. Sau khi kết thúc, hệ thống dừng nhắc và không nhận thêm khai báo; số liệu được giữ. Chiến dịch đã kết thúc thì không mở lại được.
# Khi không còn ai thiếu: $left của ba câu trên
campaigns-nobody = không còn ai
# Khi lãnh đạo bấm nhắc
nudge-paused = Chiến dịch đang tạm dừng nên hệ thống không nhắc.
campaigns-was-paused = Đã tạm dừng chiến dịch { $title } lúc { $moment }.
campaigns-was-resumed = Đã tiếp tục chiến dịch { $title } lúc { $moment }.
campaigns-was-closed = Đã kết thúc chiến dịch { $title } lúc { $moment }. Số liệu vẫn xem được trong phần tình hình.
# $state: trạng thái
campaigns-already = Chiến dịch { $title } hiện { $state } nên không có gì thay đổi.

## Người đang khai báo gặp chiến dịch đã dừng

task-paused = { $address ->
    [pupil] Đợt khai báo { $title } đang tạm dừng. Các câu em đã trả lời được giữ lại; khi đợt này tiếp tục, em khai báo như trước nhé.
   *[other] Đợt khai báo { $title } đang tạm dừng. Các câu đã trả lời được giữ lại; khi đợt này tiếp tục, { $you } có thể khai báo như trước.
}
# $moment: lúc kết thúc
task-closed = { $address ->
    [pupil] Đợt khai báo { $title } đã kết thúc lúc { $moment } nên hệ thống không nhận thêm khai báo. Em cần sửa gì thì báo thầy, cô chủ nhiệm nhé.
   *[other] Đợt khai báo { $title } đã kết thúc lúc { $moment } nên hệ thống không nhận thêm khai báo. Nếu cần điều chỉnh, { $you } vui lòng báo đơn vị phát động: { $scope }.
}

## Nhật ký: ai làm gì, lúc nào

history-head = Nhật ký chiến dịch { $title }, mới nhất trước:
history-none = Nhật ký chiến dịch { $title } hiện chưa có ghi chép nào.
# $change: một trong các việc dưới đây, $actor: người thực hiện
history-line = - { $moment }: { $change } – { $actor }
history-start = phát động
history-paused = tạm dừng
history-running = tiếp tục
history-closed = kết thúc
history-extended = gia hạn nội dung { $title } đến { $until }
history-deadline = { $unit } đặt hạn nội bộ cho nội dung { $title }: { $until }
history-lifted = { $unit } bỏ hạn nội bộ của nội dung { $title }
# $name: họ tên, $unit: đơn vị
history-actor = { $name }, { $unit }
history-operator = người vận hành hệ thống

## Điều chưa được; cũng dùng ở dòng lệnh, nên không xưng hô

campaigns-started-already = Chiến dịch { $slug } đã được phát động trước đó.
campaigns-closed-for-good = Chiến dịch { $title } đã kết thúc, không mở lại được.

## Trình đơn lệnh của Telegram

command-campaigns = Chiến dịch
command-deadline = Đặt hạn nội bộ

## Dòng lệnh

cli-help-campaign-extend = Gia hạn một nhiệm vụ của chiến dịch
cli-help-campaign-deadline = Đặt hoặc bỏ hạn nội bộ của một đơn vị
cli-help-until = Hạn mới, ví dụ "đến hết 5/9", "trước ngày 6/9", "thêm 3 ngày"
cli-help-obligation = Mã nhiệm vụ trong tệp chiến dịch, khi có nhiều nhiệm vụ
cli-help-lift = Bỏ hạn nội bộ đang có
# $obligation: mã nhiệm vụ, $due: hạn
cli-campaign-extended = Đã gia hạn { $slug }, nhiệm vụ { $obligation }: { $due }.
cli-deadline-set = Đã đặt hạn nội bộ của { $unit }, nhiệm vụ { $obligation }: { $until }.
cli-deadline-lifted = { $unit } hiện không có hạn nội bộ cho nhiệm vụ { $obligation }.
cli-until-or-lift = Hãy ghi hạn mới hoặc --lift, một trong hai.
# $known: các mã nhiệm vụ
cli-which-obligation = Hãy ghi --obligation. Các nhiệm vụ đang mở: { $known }.
# $typed: nội dung đã nhập
cli-deadline-unreadable = Chưa đọc được hạn "{ $typed }". Ví dụ: "đến hết 5/9", "trước ngày 6/9".
