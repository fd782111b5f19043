### Bảng tính: lời trong cuộc trò chuyện, tiêu đề, tên cột và ghi chú của các bảng.

button-export = Xuất bảng tính
command-export = Xuất bảng tính

export-which-unit = { $You } muốn xuất bảng tính của đơn vị nào?
export-which-campaign = { $You } muốn xuất bảng tính của { $unit } về nội dung nào?
# $title: tên chiến dịch
export-numbers = Bảng tính của { $unit }: { $title }.
export-names =
    Bảng tính của { $unit }: { $title }.
    Tệp có họ tên nên chỉ dùng trong đơn vị, đề nghị không chuyển vào nhóm chung.
export-nothing = { $unit } chưa có số liệu để xuất bảng tính.

## Đầu bảng và ghi chú

export-title = BIỂU TỔNG HỢP: { $title }
# $number, $day, $issuer, $subject: số, ngày, nơi ban hành, trích yếu của văn bản
export-source = Văn bản số { $number } ngày { $day } của { $issuer } về việc { $subject }
# $moment: thời điểm số liệu, $title: tên chiến dịch
export-as-of = Số liệu lúc { $moment }, chiến dịch: { $title }.
export-unknown = Số 0 là đã báo cáo bằng 0; dấu "–" là chưa báo cáo.
export-turns = Thành viên gia đình tính theo lượt khai báo: một người có thể được nhiều người trong nhà cùng khai.
export-hidden = Dấu "*": không hiển thị số liệu của nơi có ít người và nơi có thể dùng để tính ra số liệu đó.

## Tên trang tính; nhiều nhất 31 ký tự

export-overview = Tổng hợp
export-indicators = Chỉ tiêu
# $title: tên ngắn của nội dung
export-direct = Cấp dưới – { $title }
export-slots = Theo kỳ – { $title }
export-missing = Còn thiếu – { $title }
export-missing-title = DANH SÁCH CHƯA HOÀN THÀNH: { $title }

## Tên cột

export-place = STT
export-unit = Đơn vị
export-class = Lớp
export-group = Tổ
export-subject = Nội dung
export-round = Đợt
export-indicator = Chỉ tiêu
export-number = Số lượng
export-of = Trên tổng số
export-rate = Tỷ lệ %
export-expected = Số báo cáo phải có
export-expected-units = Số đơn vị phải báo cáo
export-actual = Số báo cáo đã nhận
export-reporting-rate = Tỷ lệ báo cáo
export-on-time = Số báo cáo đúng hạn
export-rate-on-time = Tỷ lệ đúng hạn
export-complete = Số đã hoàn thành
export-rate-complete = Tỷ lệ hoàn thành
# $verb: việc phải làm, lấy từ tệp chiến dịch ("cài")
export-staff = Tổng số CBGVNV
export-staff-done = Số CBGVNV đã { $verb }
export-family = Tổng số thành viên gia đình (lượt)
export-family-done = Đã { $verb } (lượt)
export-family-left = Chưa { $verb } (lượt)
export-reasons = Lý do chưa { $verb }
export-teacher = GVCN
export-class-size = Sĩ số
export-pupils-with-phone = Số HS có điện thoại thông minh
export-pupils-able = Số HS thuộc diện thực hiện
export-pupils-done = Số HS đã { $verb }
export-rate-own = Tỷ lệ % (bản thân)
export-rate-family = Tỷ lệ % (gia đình)
export-rate-with-phone = Tỷ lệ % (trên số có ĐTTM)
export-rate-able = Tỷ lệ % (trên số thuộc diện)
export-relatives-done = Số người thân đã { $verb } (lượt)
export-remarks = Ghi chú
export-level = Cấp học
export-posted-on = Ngày đăng
export-link-check = Kiểm tra đường dẫn
export-link-opens = mở được
export-link-unseen = chưa kiểm tra
# $why: lý do
export-link-fails = chưa mở được: { $why }
export-answered-on = Ngày báo cáo
export-full-name = Họ và tên
export-group-or-class = Tổ/Lớp
export-state = Trạng thái
export-reason = Lý do
export-last-reminder = Lần nhắc cuối
export-monday = T2
export-tuesday = T3
export-wednesday = T4
export-thursday = T5
export-friday = T6
export-saturday = T7
export-sunday = CN

## Trong ô

export-total = Tổng cộng
export-no-group = (chưa ghi tổ)
# $parent: đơn vị cấp trên trực tiếp
export-unit-in = { $unit } ({ $parent })
# Người của chính cơ quan đó, không kể đơn vị trực thuộc
export-own-people = { $unit } (cơ quan)
export-not-reported = chưa báo cáo
# $count: số báo cáo còn thiếu
export-some-missing = còn { $count } chưa báo cáo
export-by-teacher = GVCN báo cáo
export-not-complete = chưa hoàn thành
export-slot-on-time = Đúng hạn
export-slot-late = Trễ
export-slot-missing = Chưa

## Dòng lệnh

cli-help-export = Xuất bảng tính của một đơn vị: số liệu, và họ tên nếu đơn vị là trường, lớp
cli-help-export-output = Tệp kết quả, có đuôi .xlsx hoặc .csv
cli-help-export-round = Chỉ những đợt này: mã nhiệm vụ, ngày của kỳ (2021-05-10) hoặc tên đợt đột xuất
# $path: đường dẫn tệp
cli-export-kind = Tệp kết quả { $path } phải có đuôi .xlsx hoặc .csv.
