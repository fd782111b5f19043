### Dòng lệnh: lời giải thích, kết quả và lỗi cho người vận hành. Gọn, không xưng hô.

cli-help = Khai báo: nhận văn bản chỉ đạo, hỏi từng người qua tin nhắn, nhắc việc, tổng hợp số liệu.
cli-help-demo = Bản dùng thử trên trang web, dữ liệu minh họa, đồng hồ mô phỏng
cli-help-run = Chạy trợ lý trên mọi kênh đã có mã truy cập
cli-help-db = Cơ sở dữ liệu
cli-help-db-upgrade = Đưa cơ sở dữ liệu lên phiên bản mới nhất
cli-help-units = Đơn vị
cli-help-units-import = Nhập danh sách đơn vị từ tệp Excel hoặc CSV
cli-help-roster = Danh sách cán bộ, giáo viên, nhân viên, học sinh
cli-help-roster-import = Nhập danh sách người của một đơn vị từ tệp Excel hoặc CSV
cli-help-campaign = Chiến dịch
cli-help-campaign-check = Kiểm tra tệp chiến dịch, nêu mọi chỗ cần sửa
cli-help-campaign-schema = In lược đồ JSON của tệp chiến dịch
cli-help-campaign-start = Bắt đầu một chiến dịch
cli-help-campaign-list = Liệt kê các chiến dịch
cli-help-campaign-pause = Tạm dừng: không hỏi, không nhắc
cli-help-campaign-resume = Tiếp tục chiến dịch đang tạm dừng
cli-help-campaign-close = Kết thúc chiến dịch; số liệu vẫn giữ
cli-help-invite = Tạo mã mời cho một đơn vị, kèm đường dẫn và mã QR
cli-help-status = Số liệu của một đơn vị và các đơn vị trực thuộc
cli-help-parse = Đọc thử tin nhắn: mỗi dòng JSON vào cho một dòng JSON ra
cli-help-doctor = Kiểm tra cài đặt, cơ sở dữ liệu, số liệu, kênh nhắn tin

## Tham số

cli-help-campaign-file = Tệp chiến dịch (.yaml)
cli-help-slug = Mã chiến dịch, ví dụ bluezone-hau-giang-2020
cli-help-scope = Mã đơn vị triển khai, kể cả cấp dưới; không ghi là toàn bộ
cli-help-sheet = Tệp danh sách (.xlsx, .xls, .ods, .csv)
cli-help-unit = Mã đơn vị
cli-help-role = Vai trò: staff, principal, deputy, clerk, homeroom, pupil, parent, officer
cli-help-days = Số ngày mã mời còn dùng được
cli-help-qr = Ghi mã QR ra tệp .png hoặc .svg
cli-help-uses = Số người đăng ký nhiều nhất bằng mã này
cli-help-poster = Ghi tờ dán khổ A4 ra tệp .pdf
cli-help-each-class = Mỗi lớp của đơn vị một mã, mỗi lớp một trang tờ dán
cli-help-json = In kết quả dạng JSON
cli-help-port = Cổng của trang web; 0 là cổng trống bất kỳ
cli-help-tour = Kể một câu chuyện mẫu ngay trong cửa sổ dòng lệnh rồi kết thúc
cli-help-parse-asked = Câu hỏi đang chờ, dùng cho các dòng không ghi "asked"
cli-help-parse-explain = Kèm theo những từ dẫn đến cách hiểu
cli-help-doctor-repair = Thay số liệu sai bằng kết quả đếm lại

## Kết quả

# $title: tên chiến dịch, $obligations: số nhiệm vụ
cli-campaign-right = Tệp hợp lệ: { $title }, { $obligations } nhiệm vụ phải báo cáo.
# $slug: mã chiến dịch, $unit: đơn vị
cli-campaign-started = Đã bắt đầu chiến dịch { $slug } tại { $unit }.
cli-campaign-state = Chiến dịch { $slug }: { $state }.
cli-campaign-running = đang chạy
cli-campaign-paused = tạm dừng
cli-campaign-closed = đã kết thúc
cli-no-campaigns = Chưa có chiến dịch nào.
# $bar: thanh tiến độ, $declared/$expected: số đã khai trên tổng số, $share: tỷ lệ, $complete: số hoàn thành
cli-status-line = { $bar } { $declared }/{ $expected } đã khai báo ({ $share }), { $complete } hoàn thành
# $added: thêm mới, $changed: có sửa, $unchanged: giữ nguyên, $problems: số dòng cần xem lại
cli-imported = { $added } thêm mới, { $changed } có thay đổi, { $unchanged } giữ nguyên, { $problems } dòng cần xem lại.
# $row: số dòng trong tệp, 0 là cả tệp; $problem: câu "problem-…"
cli-bad-row = { $row ->
    [0] { $problem }
   *[other] Dòng { $row }: { $problem }
}
# $unit: mã đơn vị
cli-invite-code = Mã mời { $unit }: { $code }
cli-written = Đã ghi tệp { $path }.
cli-db-upgraded = Đã đưa cơ sở dữ liệu lên phiên bản mới nhất.
cli-db-current = Cơ sở dữ liệu đã ở phiên bản mới nhất.
# $port: cổng
cli-running = Đang chạy, trang web ở cổng { $port }. Nhấn Ctrl+C để dừng.
cli-demo-preparing = Đang chuẩn bị tỉnh mẫu…
# $link: địa chỉ trang web
cli-demo-running = Bản dùng thử đã sẵn sàng: { $link } (nhấn Ctrl+C để dừng)

## Lỗi: điều chưa đúng và cách sửa

# $kind: loại lỗi
cli-unforeseen = Gặp lỗi chưa lường trước ({ $kind }). Chạy lại với --debug để xem chi tiết.
# $name: tên tệp, $line: số dòng, $field: mục
cli-problem-where = { $name }, dòng { $line }, mục { $field }:
cli-problem-file = { $line ->
    [0] { $name }:
   *[other] { $name }, dòng { $line }:
}
# $code: mã đơn vị
cli-unknown-unit = Không có đơn vị mang mã { $code }. Hãy kiểm tra lại mã trong danh sách đơn vị đã nhập.
cli-no-classes = Đơn vị { $code } chưa có lớp nào. Hãy nhập danh sách học sinh trước.
cli-no-units = Chưa có đơn vị nào. Hãy nhập trước bằng "khaibao units import".
cli-unknown-campaign = Không có chiến dịch { $slug }. Xem các chiến dịch bằng "khaibao campaign list".
# $role: vai trò đã ghi, $known: các vai trò dùng được
cli-unknown-role = Không có vai trò "{ $role }". Dùng được: { $known }.
# $path: đường dẫn tệp, $why: lý do của hệ điều hành
cli-file-unreadable = Không đọc được tệp { $path } ({ $why }). Hãy kiểm tra đường dẫn.
cli-file-unwritable = Không ghi được tệp { $path } ({ $why }). Hãy chọn nơi khác.
cli-file-too-large = Tệp { $path } lớn hơn { $megabytes } MB. Hãy chia nhỏ tệp.
cli-nothing-to-import = Tệp { $path } chưa có dòng nào nhập được.
cli-no-link = Chưa có đường dẫn để tạo mã QR. Hãy đặt KHAIBAO_PUBLIC_URL hoặc kênh Telegram.
cli-qr-kind = Tệp mã QR { $path } phải có đuôi .png hoặc .svg.
# $line: số dòng
cli-parse-bad-line = Dòng { $line } không phải JSON có "id" và "text".

error-database-url = KHAIBAO_DATABASE_URL chưa đúng. Hãy ghi dạng sqlite:///khaibao.db hoặc postgresql://…
error-database-open = Không mở được cơ sở dữ liệu { $path }. Hãy kiểm tra đường dẫn và quyền ghi.
error-database-busy = Cơ sở dữ liệu đang được chương trình khác khóa. Hãy thử lại sau ít phút.
error-already-running = Khai báo đang chạy trên cơ sở dữ liệu này rồi. Hãy dừng chương trình đang chạy, hoặc dùng PostgreSQL để chạy nhiều chương trình cùng lúc.
# $name: tên cài đặt, $words: các giá trị dùng được
error-setting-url = { $name } phải là địa chỉ máy chủ bắt đầu bằng https:// hoặc http://, ví dụ https://khaibao.example.vn.
error-setting-port = { $name } phải là số nguyên từ 0 đến 65535, ví dụ 8000.
error-setting-count = { $name } phải là số nguyên từ 0 đến 100, ví dụ 5.
error-setting-amount = { $name } phải là số nguyên từ 0 trở lên; 0 là không giới hạn.
error-setting-pace = { $name } phải là số lớn hơn 0, ví dụ 5.
error-setting-zalo-token = { $name } phải là mã truy cập của một hay nhiều bot Zalo khác nhau, dạng số:chữ, cách nhau bằng dấu phẩy.
error-setting-zalo-secret = { $name } phải có từ 8 đến 256 ký tự không dấu, không có khoảng trắng.
error-setting-zalo-link = { $name } phải là địa chỉ https:// mở đoạn chat với bot. Cách ghi có trong docs/zalo.md.
error-setting-folder = { $name } phải là một thư mục đang có, chứa các tệp chiến dịch (.yaml).
error-setting-words = { $name } phải là một trong các giá trị: { $words }.
error-setting-moment = { $name } phải là thời điểm có múi giờ, ví dụ 2020-08-18T10:20:00+07:00.
error-setting-seconds = { $name } phải là số giây từ 10 trở lên, ví dụ 300.
error-setting-speed = { $name } phải là số từ 0 trở lên, ví dụ 60 để một phút thật bằng một giờ mô phỏng.
error-setting-clock = { $name } không dùng được cùng máy chủ chính thức của Telegram hay Zalo. Hãy bỏ cài đặt này, hoặc đặt KHAIBAO_TELEGRAM_API_URL, KHAIBAO_ZALO_API_URL là địa chỉ máy chủ thử.
error-telegram-token = Telegram không nhận mã truy cập trong KHAIBAO_TELEGRAM_TOKEN. Hãy lấy lại mã từ BotFather.
error-zalo-token = Zalo không nhận mã truy cập của bot { $bot } trong KHAIBAO_ZALO_TOKEN. Hãy lấy lại mã trong Zalo Bot Creator.
error-setting-file = Không đọc được tệp .env. Hãy kiểm tra quyền đọc của tệp.
error-setting-file-encoding = Tệp .env không phải văn bản UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.

## khaibao doctor. $count, $wrong, $rounds: số lượng

cli-doctor-good = [tốt]
cli-doctor-bad = [cần sửa]
doctor-schema-good = Cơ sở dữ liệu ở phiên bản mới nhất.
doctor-schema-old = Cơ sở dữ liệu chưa ở phiên bản mới nhất. Hãy chạy "khaibao db upgrade".
doctor-tallies-good = Số liệu của { $rounds } đợt khớp với kết quả đếm lại.
doctor-tallies-wrong = Số liệu của { $wrong }/{ $rounds } đợt khác kết quả đếm lại. Hãy chạy "khaibao doctor --repair".
doctor-tallies-repaired = Đã thay số liệu của { $wrong } đợt bằng kết quả đếm lại.
doctor-queues-good = Hàng đợi tin nhắn thông suốt.
doctor-inbox-failed = { $count } tin nhắn đến chưa xử lý được. Hãy xem nhật ký để biết lý do.
doctor-outbox-stuck = { $count } tin nhắn đi bị chậm. Hãy kiểm tra "khaibao run" và kết nối mạng.
doctor-requests-overdue = { $count } yêu cầu sửa dữ liệu cá nhân đã quá 2 ngày làm việc. Hãy nhắc người phụ trách nhắn /yeucau.
doctor-words-broken = Số câu của trợ lý không đọc được: { $count }. Câu đầu tiên: { $first }
doctor-public-url = KHAIBAO_PUBLIC_URL phải bắt đầu bằng https://.
doctor-telegram-set = Kênh Telegram đã có mã truy cập.
doctor-web-only = Chỉ có kênh trang web: chưa đặt KHAIBAO_TELEGRAM_TOKEN.

# Rời danh sách
cli-help-roster-leave = Ghi nhận một người đã rời đơn vị.
cli-help-name = Họ và tên.
cli-help-code = Mã hoặc số thứ tự trong danh sách, khi có người trùng tên.
# $name: họ tên, $unit: mã đơn vị
cli-left = Đã ghi nhận { $name } rời đơn vị { $unit }.
# $count: số người khớp
cli-name-not-one = Có { $count } người khớp với tên "{ $name }" trong đơn vị này. Vui lòng nhập đầy đủ họ tên, hoặc thêm --code.
