### Cây đơn vị: xem trước danh sách đơn vị gửi bằng tệp; sáp nhập, tách, chuyển, đổi tên.
### Dùng cả trong trò chuyện và ở dòng lệnh nên không xưng hô, trừ các câu có nút.

button-write-units = Ghi vào hệ thống

# $name: tên tệp, $added: sẽ thêm, $changed: sẽ đổi, $unchanged: giữ nguyên, $skipped: dòng bỏ qua
units-preview = { $skipped ->
    [0] Tệp { $name }: sẽ thêm { $added } đơn vị, đổi { $changed }, giữ nguyên { $unchanged }.
   *[other] Tệp { $name }: sẽ thêm { $added } đơn vị, đổi { $changed }, giữ nguyên { $unchanged }, bỏ qua { $skipped } dòng.
}
units-confirm = Ghi danh sách đơn vị này vào hệ thống?
units-nothing-new = Danh sách này không có gì mới để ghi.
# $added: thêm mới, $changed: có thay đổi, $unchanged: giữ nguyên
units-saved = Đã ghi danh sách đơn vị: { $added } đơn vị mới, { $changed } đơn vị có thay đổi, { $unchanged } đơn vị giữ nguyên.
# $file: tên tệp
error-list-of-people = Tệp { $file } là danh sách người. Danh sách người do nhà trường gửi; ở đây chỉ nhận danh sách đơn vị.

## Dòng bỏ qua hoặc cần xem lại. $name: tên đơn vị

# $into: đơn vị sau sáp nhập
problem-merged = { $name } đã sáp nhập vào { $into }, dòng này chưa được nhập.
problem-ended = { $name } đã kết thúc hoạt động, dòng này chưa được nhập. Nếu hoạt động trở lại, vui lòng ghi cột "Từ ngày".
# $parent: mã đơn vị cấp trên
problem-parent-ended = cấp trên "{ $parent }" của { $name } đã kết thúc hoạt động. Vui lòng ghi cấp trên hiện nay.
problem-not-below = { $name } không thuộc phạm vi quản lý của người gửi, dòng này chưa được nhập.
problem-no-parent = { $name } chưa ghi đơn vị cấp trên, dòng này chưa được nhập.
# $viewer: đơn vị theo dõi như trong danh sách
problem-unknown-viewer = chưa tìm thấy đơn vị theo dõi "{ $viewer }" của { $name }; đơn vị này vẫn được nhập.

## Đơn vị theo dõi và đơn vị đã sáp nhập, dưới số liệu của một đơn vị

# $count: số đơn vị, $title: nội dung
units-viewed = { $count } đơn vị được theo dõi, không cộng vào tổng ({ $title }):
# Số liệu trước sáp nhập vẫn ở đơn vị cũ
units-merged = { $count } đơn vị đã sáp nhập vào đây, số liệu vẫn tính ở đơn vị cũ ({ $title }):

## Dòng lệnh

cli-help-units-merge = Sáp nhập các đơn vị vào một đơn vị khác từ một ngày
cli-help-units-split = Tách: chuyển lớp, đơn vị trực thuộc hoặc người sang đơn vị khác từ một ngày
cli-help-units-move = Chuyển một đơn vị sang cấp trên khác từ một ngày
cli-help-units-rename = Đổi tên một đơn vị từ một ngày; tên cũ vẫn được giữ
cli-help-units-old = Mã các đơn vị được sáp nhập
cli-help-units-into = Mã đơn vị tiếp nhận
cli-help-units-to = Mã đơn vị cấp trên mới
cli-help-units-name = Tên mới
cli-help-units-on = Ngày có hiệu lực, ví dụ 2025-07-01 hoặc 1/7/2025
cli-help-units-part = Mã lớp hoặc đơn vị trực thuộc được chuyển; ghi nhiều lần cho nhiều đơn vị
cli-help-units-people = Tệp danh sách những người được chuyển (.xlsx, .csv)
cli-help-units-preview = Chỉ xem trước, không ghi
cli-help-units-yes = Ghi ngay, không hỏi lại

cli-units-sure = Ghi vào hệ thống? [c/K]
cli-units-left = Chưa ghi gì.
# $people: số người, $units: số lớp và đơn vị trực thuộc, $invites: số mã mời
units-would-move = Sẽ chuyển { $people } người, { $units } lớp và đơn vị trực thuộc, { $invites } mã mời.
units-moved = Đã chuyển { $people } người, { $units } lớp và đơn vị trực thuộc, { $invites } mã mời.
# Khi chưa tới ngày sáp nhập
units-move-later = Những người còn lại được chuyển khi tới ngày { $day }.
# $code: mã đơn vị, $name: tên, $into: mã đơn vị tiếp nhận, $to: mã cấp trên, $day: ngày
units-merged-done = { $code } sáp nhập vào { $into } từ ngày { $day }.
units-split-done = Từ ngày { $day }, { $into } tiếp nhận từ { $code }.
units-move-done = { $code } trực thuộc { $to } từ ngày { $day }.
units-rename-done = { $code } mang tên "{ $name }" từ ngày { $day }.
units-same = Không có gì thay đổi.

cli-units-nothing-named = Chưa ghi mã đơn vị nào.
cli-units-into-missing = Chưa ghi đơn vị tiếp nhận. Hãy thêm --into và mã đơn vị.
cli-units-to-missing = Chưa ghi cấp trên mới. Hãy thêm --to và mã đơn vị.
cli-units-on-missing = Chưa ghi ngày có hiệu lực. Hãy thêm --on và ngày, ví dụ --on 2025-07-01.
# $value: nội dung đã ghi
cli-units-on-wrong = "{ $value }" không phải là ngày. Hãy ghi dạng 2025-07-01 hoặc 1/7/2025.
cli-units-what-missing = Chưa ghi lớp, đơn vị hay danh sách người được chuyển. Hãy thêm --unit hoặc --people.
cli-units-name-missing = Chưa ghi tên mới của đơn vị.
# $name: họ tên, $row: số dòng, $unit: mã đơn vị, $count: số người khớp
cli-units-person-not-one = { $count ->
    [0] Dòng { $row }: { $name } không có trong danh sách của { $unit }.
   *[other] Dòng { $row }: có { $count } người tên { $name } trong { $unit }. Hãy ghi thêm mã hoặc số thứ tự.
}
cli-units-people-left-out = { $count } dòng chưa khớp với danh sách, nên chưa chuyển ai. Hãy sửa tệp rồi chạy lại.

error-units-into-itself = Đơn vị { $code } không thể sáp nhập hoặc chuyển vào chính nó.
error-units-merged-already = Đơn vị { $code } đã sáp nhập vào { $into } từ ngày { $day }.
error-units-not-standing = Đơn vị { $code } không hoạt động vào ngày { $day }. Hãy kiểm tra lại ngày.
error-units-day-to-come = Ngày { $day } chưa tới nên chưa đổi tên { $code } được. Hãy chạy lại vào ngày đó.
error-units-people-to-come = Ngày { $day } chưa tới nên chưa chuyển người được. Hãy chạy lại vào ngày đó.
error-units-not-part = Đơn vị { $code } không trực thuộc { $unit } vào ngày này.
# $campaign: mã chiến dịch
error-units-counted = Chiến dịch { $campaign } đang tính { $code } theo cây đơn vị ngày { $day }. Hãy chọn ngày sáp nhập sau ngày đó để số liệu giữ nguyên.
# $most: số cấp tối đa
error-units-deep = Đơn vị { $code } nằm sâu quá { $most } cấp. Vui lòng kiểm tra lại cột cấp trên.
