### Nội dung văn bản: /vanban. $directive: số văn bản, $issued: ngày văn bản, $issuer: cơ quan ban hành.

button-directive = Nội dung văn bản

directive-none = Hiện chưa có văn bản nào đang triển khai.
directive-which = { $You } muốn xem văn bản nào?

# $subject: trích yếu
directive-head =
    Văn bản số { $directive } ngày { $issued }
    { $issuer }
    Về việc { $subject }
# $clause: khoản, $text: lời văn của khoản
directive-note = - Khoản { $clause }: { $text }
directive-other-note = - Văn bản số { $clause }: { $text }
# Các câu dưới đây nối sau câu này. $audience: ai thực hiện, $title: nội dung
directive-obligation = - Khoản { $clause }: { $audience } { $title }.
# $due: hạn theo văn bản và ngày cuối
directive-due = Hạn: { $due }.
directive-no-due = Văn bản không ghi hạn.
# $rhythm: các ngày, giờ báo cáo
directive-rhythm = Báo cáo { $rhythm }.
directive-and-ad-hoc = Báo cáo đột xuất khi được yêu cầu.
directive-ad-hoc-only = Báo cáo đột xuất khi được yêu cầu.
# $days: các thứ trong tuần, $opens–$closes: giờ mở, giờ chốt
directive-weekly = { $days } hằng tuần ({ $opens }–{ $closes })
directive-daily = hằng ngày ({ $opens }–{ $closes })
# $percent: chỉ tiêu
directive-target = Chỉ tiêu { $percent }%.
# $documents: số, ngày, cơ quan của từng văn bản
directive-basis = Căn cứ: { $documents }.
directive-document = văn bản số { $number } ngày { $issued } của { $issuer }
# $link: địa chỉ hướng dẫn
directive-guide = Tài liệu hướng dẫn: { $link }
# $questions: các câu hỏi có sẵn câu trả lời
directive-topics = { $address ->
    [pupil] Em có thể hỏi: { $questions }.
   *[other] { $You } có thể hỏi: { $questions }.
}

## Ai thực hiện: mở đầu câu "directive-obligation"

directive-staff = cán bộ, giáo viên, nhân viên
directive-pupils = học sinh, học viên
directive-parents = cha mẹ học sinh
directive-heads = thủ trưởng đơn vị
directive-homeroom = giáo viên chủ nhiệm
directive-schools = các trường
directive-districts = phòng GD&ĐT
directive-departments = sở GD&ĐT
directive-communes = UBND cấp xã
directive-classes = các lớp
directive-units = các đơn vị
# $audience: một trong các từ trên
directive-with-smartphone = { $audience } có điện thoại thông minh

## Trình đơn lệnh của Telegram

command-directive = Nội dung văn bản đang triển khai
