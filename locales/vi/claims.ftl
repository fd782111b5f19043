### Nhận tên: tên đã có người dùng, tên của người phụ trách, trường chưa có thủ trưởng trên hệ thống.

button-claim = Báo người phụ trách
button-claim-right = Đúng, mở cho người này
button-claim-wrong = Không phải
button-invite-head = Mời thủ trưởng

## Gửi người nhận tên. $name: họ tên, $role: vai trò

claim-head =
    Trong danh sách, { $name } giữ vai trò: { $role }. Mã này dùng chung nên cần người phụ trách hoặc cấp trên xác nhận.
    Có mã mời riêng thì vui lòng nhắn mã đó; nếu không, chọn [{ button-claim }].
claim-sent = Tên { $name } cần được xác nhận. Hệ thống đã báo người có trách nhiệm và sẽ nhắn lại khi có kết quả.
claim-nobody = Tên { $name } cần được xác nhận và chưa có ai trên hệ thống xác nhận được. Vui lòng liên hệ trực tiếp đơn vị hoặc cấp trên để nhận mã mời riêng.
claim-refused-told = Người phụ trách chưa xác nhận tên đã nhắn. Nếu có nhầm lẫn, vui lòng liên hệ trực tiếp với đơn vị.
released-told = Tài khoản này không còn gắn với { $name }. Nếu có nhầm lẫn, vui lòng liên hệ trực tiếp với đơn vị.

## Gửi người quyết định. $unit: đơn vị

claim-request =
    Có người dùng mã chung của { $unit } và nhận là { $name } – { $role }.
    Vui lòng hỏi trực tiếp { $name } trước khi chọn.
claim-request-taken =
    Có người nhận là { $name } – { $role }, { $unit }. Tên này đang do một tài khoản khác dùng.
    Vui lòng hỏi trực tiếp { $name } trước khi chọn; chọn đúng thì tài khoản cũ được gỡ.
claim-accepted = Đã mở cho tài khoản mới của { $name }. Những gì đã khai báo được giữ nguyên.
claim-refused = Đã ghi nhận: không phải { $name }. Không có gì thay đổi.
claim-decided = Việc nhận tên { $name } đã được xử lý trước đó.
release-confirm = Gỡ tài khoản đang dùng tên { $name }? Người đúng tên đăng ký lại bằng mã mời; những gì đã khai báo được giữ nguyên.
release-done = Tên { $name } đã được mở lại. Người đúng tên có thể đăng ký bằng mã mời.

## Trường chưa có thủ trưởng trên hệ thống; chỉ số người, không có tên

school-without-head = { $unit } chưa có thủ trưởng trên hệ thống và có người đang chờ xác nhận. Vui lòng mời thủ trưởng của trường.
# $count: số người chờ
newcomers-waiting = Có { $count } người đăng ký đang chờ { $you } xác nhận.
