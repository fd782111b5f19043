### Danh sách gửi bằng tệp: đọc, xem lại, nhập; tệp không đọc được; dòng cần xem lại.
### $file: tên tệp. Dùng cả trong trò chuyện và ở dòng lệnh, nên không xưng hô.

button-import = Nhập danh sách
button-not-now = Để sau

# $name: tên tệp
roster-reading = Đã nhận tệp { $name }. Hệ thống đang đọc và sẽ báo kết quả ngay.
# $people: số người đọc được, $problems: số dòng cần xem lại
roster-read = { $problems ->
    [0] Đã đọc danh sách: { $people } người.
   *[other] Đã đọc danh sách: { $people } người, { $problems } dòng cần xem lại.
}
roster-done-already = Danh sách này đã được xử lý. Nếu có thay đổi, vui lòng gửi lại tệp.
# $row: số dòng trong tệp, 0 là cả tệp; $problem: một câu dưới đây
roster-problem = { $row ->
    [0] - { $problem }
   *[other] - Dòng { $row }: { $problem }
}
# $count: số dòng không nêu từng dòng
roster-more-problems = - và { $count } dòng khác cần xem lại
roster-confirm = Nhập danh sách này vào { $unit }? Người đã có tên được cập nhật, không ai bị xóa khỏi danh sách.
# $added: thêm mới, $changed: có sửa, $unchanged: giữ nguyên
roster-saved = Đã nhập danh sách: { $added } người mới, { $changed } người có thay đổi, { $unchanged } người giữ nguyên.
# $names: họ tên những người đã yêu cầu xóa dữ liệu
roster-left-out = { $names }: đã yêu cầu xóa dữ liệu nên không đưa vào danh sách; khi cần, nhà trường làm việc trực tiếp.

## Tệp không đọc được

error-file-gone = Tệp này không còn được lưu. Vui lòng gửi lại.
error-file-empty = Tệp { $file } không có nội dung. Vui lòng chọn tệp khác.
# $limit_megabytes: dung lượng tối đa
error-file-too-large = Tệp { $file } lớn hơn { $limit_megabytes } MB. Vui lòng gửi tệp nhỏ hơn, chỉ gồm danh sách.
error-file-password = Tệp { $file } có đặt mật khẩu. Vui lòng bỏ mật khẩu rồi gửi lại.
# $found: loại tệp nhận được
error-file-not-a-sheet = { $found ->
    [pdf] Tệp { $file } là tệp PDF. Vui lòng gửi danh sách dạng Excel (.xlsx) hoặc CSV.
    [image] Tệp { $file } là ảnh. Vui lòng gửi danh sách dạng Excel (.xlsx) hoặc CSV.
    [word] Tệp { $file } là văn bản Word. Vui lòng chuyển danh sách sang Excel (.xlsx) rồi gửi lại.
    [slides] Tệp { $file } là bản trình chiếu. Vui lòng gửi danh sách dạng Excel (.xlsx) hoặc CSV.
    [archive] Tệp { $file } là tệp nén. Vui lòng giải nén rồi gửi riêng tệp danh sách.
    [web-page] Tệp { $file } là trang web. Vui lòng mở bằng Excel, lưu thành .xlsx rồi gửi lại.
   *[other] Tệp { $file } không phải là bảng tính. Vui lòng gửi danh sách dạng Excel (.xlsx) hoặc CSV.
}
error-file-corrupt = Tệp { $file } bị hỏng, không mở được. Vui lòng mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.
error-file-encoding = Tệp { $file } dùng bảng mã không đọc được. Vui lòng lưu lại thành "CSV UTF-8" hoặc .xlsx rồi gửi lại.
# $rows: số dòng, $limit: số dòng tối đa
error-sheet-too-long = Tệp { $file } có { $rows } dòng, nhiều hơn mức { $limit } dòng. Vui lòng chia thành nhiều tệp.
# $font: bảng mã cũ, ví dụ TCVN3
error-sheet-legacy-font = Tệp { $file } dùng phông chữ cũ ({ $font }). Vui lòng chuyển sang Unicode, ví dụ phông Times New Roman, rồi gửi lại.
# $kind: loại danh sách
error-sheet-no-header = { $kind ->
    [units] Tệp { $file } chưa có dòng tiêu đề đọc được. Danh sách đơn vị cần cột "Mã đơn vị" và "Tên đơn vị".
   *[people] Tệp { $file } chưa có dòng tiêu đề đọc được. Danh sách cần cột "Họ và tên".
}
# Vòng lặp chỉ lộ ra khi ghép với các đơn vị đã có. $code: mã đơn vị
error-units-circle = Đơn vị { $code } sẽ trực thuộc chính nó qua các cấp trên. Vui lòng kiểm tra lại cấp trên của đơn vị này.
error-sheet-no-rows = Tệp { $file } có tiêu đề nhưng chưa có dòng nào bên dưới.

## Dòng cần xem lại; câu nào không nói gì thêm thì dòng đó chưa được nhập

problem-other-sheet = Trang tính "{ $sheet }" chưa được đọc, vì chỉ lấy danh sách ở trang tính đầu tiên.
problem-missing-name = thiếu tên, dòng này chưa được nhập.
problem-name-digits = họ tên có chữ số, dòng này chưa được nhập.
problem-name-garbled = họ tên bị lỗi phông chữ, dòng này chưa được nhập.
problem-name-too-long = họ tên quá dài, dòng này chưa được nhập.
# $value: nội dung ô
problem-birth-date = chưa đọc được ngày sinh "{ $value }"; người này vẫn được nhập, chưa rõ nhóm tuổi.
problem-smartphone = chưa đọc được "{ $value }" ở cột điện thoại thông minh; người này vẫn được nhập.
# $position: chức vụ như trong danh sách
problem-unknown-position = chưa rõ chức vụ "{ $position }"; người này được nhập là giáo viên, nhân viên.
# $name: tên, $first: dòng đầu tiên có cùng tên hoặc mã
problem-namesake = { $name } trùng tên với dòng { $first }; cả hai vẫn được nhập là hai người.
problem-duplicate-row = { $name } lặp lại dòng { $first }, dòng này chưa được nhập.
problem-same-code = mã của { $name } đã có ở dòng { $first }, dòng này chưa được nhập.
problem-missing-code = { $name } thiếu mã đơn vị, dòng này chưa được nhập.
problem-date = chưa đọc được ngày "{ $value }"; đơn vị này vẫn được nhập, không có ngày.
# $parent: đơn vị cấp trên như trong danh sách
problem-unknown-parent = chưa tìm thấy cấp trên "{ $parent }" của { $name }, dòng này chưa được nhập.
problem-circle = { $name } và cấp trên "{ $parent }" trực thuộc lẫn nhau, dòng này chưa được nhập.
