### Lỗi trong tệp chiến dịch. Chương trình ghi tên tệp, dòng và mục ở phía trước; câu ở đây nói điều chưa đúng và cách sửa.
### $value: giá trị đang ghi, $allowed: những giá trị dùng được, $limit: giới hạn.

# $file: tên tệp, $count: số lỗi
campaign-file-wrong = Tệp chiến dịch { $file } có { $count } chỗ cần sửa.

## Đọc tệp

# $reason: lý do của hệ điều hành
campaign-unreadable = Không mở được tệp ({ $reason }). Hãy kiểm tra đường dẫn.
campaign-not-utf8 = Dòng này không phải bảng mã UTF-8. Hãy lưu lại tệp dạng UTF-8.
campaign-too-big = Tệp lớn hơn { $limit } byte. Hãy chỉ giữ nội dung của một chiến dịch.
campaign-not-a-campaign = Tệp phải gồm các mục dạng "tên: giá trị", bắt đầu bằng "slug:".
# $code: mã Unicode của ký tự
campaign-yaml-character = Có ký tự không in được ({ $code }). Hãy xóa ký tự này.
campaign-yaml-syntax = Chưa đúng cú pháp YAML. Hãy kiểm tra thụt dòng (bằng dấu cách, không dùng phím Tab), dấu ngoặc kép và dấu hai chấm ở dòng này và dòng trước.
campaign-yaml-empty = Tệp chưa có nội dung.
campaign-yaml-documents = Tệp chứa nhiều tài liệu YAML. Hãy bỏ dòng "---" và tách mỗi chiến dịch ra một tệp.
campaign-yaml-alias = Không dùng tham chiếu { $value }. Hãy chép nội dung vào đây.
campaign-yaml-tag = Không dùng nhãn { $value }. Hãy bỏ nhãn, hoặc đặt giá trị trong ngoặc kép.
campaign-yaml-depth = Các mục lồng nhau quá { $limit } cấp. Hãy kiểm tra thụt dòng.
campaign-yaml-key = Tên mục phải là một từ, không phải danh sách hay nhóm.
# $first: dòng đầu tiên có mục này
campaign-yaml-twice = Mục "{ $value }" đã có ở dòng { $first }. Hãy giữ lại một mục.

## Mục và giá trị

# $name: tên mục
campaign-missing-key = Thiếu mục "{ $name }". Hãy thêm mục này.
# $suggestion: tên mục gần giống
campaign-misspelt-key = Không có mục "{ $value }". Mục gần giống nhất là "{ $suggestion }".
campaign-unknown-key = Không có mục "{ $value }" ở đây. Dùng được: { $allowed }.
campaign-empty-value = Mục này chưa có giá trị. Hãy điền giá trị hoặc xóa mục.
campaign-empty-text = Mục này không được để trống.
campaign-empty-list = Danh sách cần có ít nhất một phần tử.
campaign-not-text = Cần chữ, nhưng đang ghi { $value }. Hãy đặt giá trị trong ngoặc kép.
campaign-not-number = Cần số nguyên, nhưng đang ghi "{ $value }".
campaign-not-boolean = Cần true hoặc false, nhưng đang ghi "{ $value }".
campaign-not-list = Cần danh sách, ví dụ [a, b], nhưng đang ghi "{ $value }".
campaign-not-group = Cần nhóm các mục dạng "tên: giá trị", nhưng đang ghi "{ $value }".
campaign-not-allowed = Không dùng được "{ $value }". Dùng được: { $allowed }.
campaign-not-answer = Cần chữ, số nguyên, true hoặc false, nhưng đang ghi "{ $value }".
campaign-too-long = Dài quá { $limit } ký tự. Hãy rút gọn.
campaign-too-small = { $value } nhỏ hơn mức tối thiểu { $limit }.
campaign-too-large = { $value } lớn hơn mức tối đa { $limit }.
campaign-bad-id = "{ $value }" chưa đúng. Dùng tối đa 24 chữ thường không dấu, chữ số, "-" hoặc "_", bắt đầu bằng chữ.
campaign-bad-name = "{ $value }" chưa đúng. Dùng tối đa 24 chữ thường không dấu, chữ số hoặc "_", bắt đầu bằng chữ.
campaign-bad-slug = "{ $value }" chưa đúng. Dùng chữ thường không dấu và chữ số, nối bằng "-", ví dụ "bluezone-hau-giang-2020".
campaign-not-link = "{ $value }" chưa phải đường dẫn. Hãy bắt đầu bằng https:// hoặc http://.
campaign-not-date = "{ $value }" chưa phải ngày. Hãy ghi năm-tháng-ngày, ví dụ 2020-08-30.
campaign-not-time = "{ $value }" chưa phải giờ. Hãy ghi giờ:phút, ví dụ "07:00".
campaign-not-span = "{ $value }" chưa phải khoảng giờ. Hãy ghi giờ đầu trước giờ cuối, ví dụ "06:30-11:15".
campaign-unknown-timezone = Không có múi giờ "{ $value }". Ở Việt Nam là Asia/Ho_Chi_Minh.

## Trùng nhau

campaign-duplicate-id = Mã "{ $value }" được dùng hai lần. Hãy đặt mã khác.
campaign-duplicate-slot = Hai câu hỏi cùng lấy câu trả lời từ "{ $value }". Mỗi slot chỉ dùng cho một câu.
campaign-duplicate-label = Hai lựa chọn cùng có nhãn "{ $value }". Hãy đặt nhãn khác.
campaign-reserved-id = Mã "{ $value }" đã có nghĩa riêng. Hãy đặt mã khác.

## Ai phải khai báo, hạn, lịch

campaign-audience-both = Chỉ ghi một trong hai: roles (từng người) hoặc units (đơn vị).
campaign-audience-nobody = Chưa ghi ai phải khai báo. Hãy thêm roles hoặc units.
campaign-audience-smartphone = smartphone_only chỉ dùng cho từng người (roles), không dùng cho đơn vị.
campaign-proxies-for-units = proxies chỉ dùng cho từng người; đơn vị do thủ trưởng hoặc văn thư khai báo.
campaign-unknown-form = Không có mẫu khai báo "{ $value }". Các mẫu đang có: { $allowed }.
campaign-due-and-cadence = Chỉ ghi một trong hai: hạn (due) hoặc lịch định kỳ (cadence).
campaign-due-before-or-by = Chỉ ghi một trong hai: before (trước ngày) hoặc by (chậm nhất, tính cả ngày đó).
# $last: ngày cuối, $issued: ngày văn bản
campaign-due-before-issued = Ngày cuối { $last } sớm hơn ngày văn bản { $issued }. Hãy kiểm tra năm và tháng.
campaign-cadence-twice = Chỉ ghi một trong hai: cadence hoặc cadences.
campaign-cadence-days = Ghi daily: true hoặc weekdays, không ghi cả hai.
# $opens, $closes: giờ mở và giờ chốt
campaign-cadence-hours = Giờ chốt { $closes } phải sau giờ mở { $opens }.
# $since, $until: ngày đầu và ngày cuối
campaign-cadence-span = Ngày cuối { $until } sớm hơn ngày đầu { $since }.
campaign-cadences-overlap = Hai lịch trùng ngày và giờ. Hãy tách bằng since, until hoặc giờ mở.

## Nhắc việc

campaign-reminders-without-due = Nhắc việc cần có hạn (due) hoặc lịch định kỳ (cadence). Hãy thêm hạn hoặc bỏ reminders.
campaign-reminders-empty = Chưa có lần nhắc nào. Hãy thêm days_before, on_day, overdue_every_days hoặc escalate, hoặc bỏ reminders.
# $limit: số phút từ giờ mở đến giờ chốt; 0 là không có lịch định kỳ
campaign-reminders-minutes = Nhắc theo phút chỉ dùng cho khai báo định kỳ và phải ngắn hơn một kỳ ({ $limit } phút), nhưng đang ghi { $value } phút.
# $every: số ngày giữa hai lần, $days: số ngày nhắc sau hạn
campaign-reminders-overdue = Khoảng cách { $every } ngày dài hơn thời gian nhắc sau hạn ({ $days } ngày).
campaign-reminders-quiet = { $value } nằm trong giờ yên lặng. Được gửi trong: { $allowed }.
# $closes: giờ chốt
campaign-reminders-after-close = Giờ nhắc { $value } không sớm hơn giờ chốt { $closes }.
# $value: số ngày trước hạn
campaign-rung-before-round = Không thể nhắc trước { $value } ngày: mỗi kỳ mở trong ngày. Hãy ghi 0.
# $day: ngày nhắc, $issued: ngày văn bản
campaign-rung-before-issued = Nhắc trước { $value } ngày rơi vào { $day }, sớm hơn ngày văn bản { $issued }.

## Câu hỏi và điều kiện

campaign-ask-default = Thiếu "default": cách hỏi chung cho mọi người.
campaign-unknown-address = Không có cách xưng hô "{ $value }". Dùng được: { $allowed }.
campaign-bad-braces = Dấu ngoặc nhọn chưa đóng hoặc chưa mở. Trong ngoặc dùng được: { $allowed }.
# $value: tên trong ngoặc
campaign-unknown-placeholder = Không có gì để điền vào "{ $value }" trong ngoặc nhọn. Dùng được: { $allowed }.
# $piece: phần chưa đọc được
campaign-bad-expression = Chưa đọc được điều kiện ở chỗ: { $piece }. Dùng mã câu hỏi, số, chữ trong ngoặc kép, and, or, not, in, phép so sánh (==, <, >) và known(…).
campaign-unknown-question = Không có câu hỏi "{ $value }". Các câu hỏi đang có: { $allowed }.
campaign-later-question = "{ $value }" chưa được hỏi ở chỗ này. Các câu đứng trước: { $allowed }.
# $question: câu hỏi
campaign-unknown-option = Câu hỏi "{ $question }" không có lựa chọn "{ $value }". Dùng được: { $allowed }.
# $kind: kiểu câu hỏi cần có
campaign-slot-kind = Câu hỏi có slot "{ $value }" phải có kind là { $kind }.
# $name: mục
campaign-only-for-amounts = "{ $name }" chỉ dùng cho câu hỏi số lượng (kind: amount).
# $minimum, $maximum: hai mức
campaign-range = Mức tối thiểu { $minimum } lớn hơn mức tối đa { $maximum }.
campaign-options-not-allowed = Câu hỏi kiểu { $value } không có lựa chọn. Hãy bỏ options hoặc đổi kind thành choice.
campaign-checklist-kind = Danh sách kiểm chỉ gồm câu hỏi có/không, không có slot; "{ $value }" không phải câu như vậy.
campaign-steps-choice = steps cần tên một câu hỏi lựa chọn. Không dùng được "{ $value }"; dùng được: { $allowed }.
campaign-no-options = Câu hỏi lựa chọn cần có options.
campaign-action-too-long = Mã "{ $value }" cùng mã câu hỏi "{ $question }" dài quá { $limit } ký tự. Hãy đặt mã ngắn hơn.
campaign-sets-itself = Lựa chọn này phải cho biết câu trả lời của "{ $question }" trong sets, và đúng với mã của nó.
campaign-sets-wrong-value = Câu hỏi "{ $question }" không nhận giá trị "{ $value }".

## Chỉ tiêu và tỷ lệ

campaign-not-countable = "{ $value }" không cộng được. Dùng câu hỏi có/không hoặc số lượng: { $allowed }.
campaign-unknown-measure = Không có chỉ tiêu "{ $value }". Dùng được: { $allowed }.
