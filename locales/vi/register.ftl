### Đăng ký: chào, nhập mã, tìm tên, xác nhận đúng người, người mới, nối hai tài khoản.
### Lúc nhập mã chưa rõ người nhắn là ai; mã mời cho biết vai trò, nên mỗi vai trò có câu hỏi tên riêng.

button-right = Đúng
button-wrong-name = Sai, nhập lại
button-type-again = Nhập lại
button-newcomer = Chưa có trong danh sách
button-approve = Xác nhận
button-reject = Từ chối

welcome-stranger = Xin chào. Đây là trợ lý khai báo của ngành giáo dục, ghi nhận kết quả thực hiện các văn bản chỉ đạo. Mỗi lần khai báo mất khoảng 1 phút.
# Đứng sau "welcome-stranger".
ask-code = Vui lòng nhập mã ghi trong thông báo hoặc thư mời của đơn vị. Nếu chưa có mã, xin hỏi người phụ trách của đơn vị.

## Lời chào đầu tiên, theo vai trò của mã mời. $unit: đơn vị

welcome-staff = Kính chào Thầy/Cô. Đây là trợ lý khai báo của { $unit }, dùng để ghi nhận kết quả thực hiện các văn bản chỉ đạo của ngành. Mỗi lần khai báo mất khoảng 1 phút.
welcome-officer = Kính chào anh/chị. Đây là trợ lý khai báo dùng cho { $unit }, tổng hợp kết quả thực hiện các văn bản chỉ đạo của ngành.
welcome-pupil = Chào em. Đây là trợ lý khai báo của { $unit }. Em trả lời vài câu ngắn, mất khoảng 1 phút.
welcome-parent = Kính chào Quý phụ huynh. Đây là trợ lý khai báo của { $unit }. Quý phụ huynh có thể khai báo thay cho con và xem lại thông tin đã khai bất cứ lúc nào.

# Không nói mã sai hay hết hạn. $left: số lần còn được nhập
err-code = { $address ->
    [pupil] Mã này không đúng hoặc đã hết hạn. Em kiểm tra lại trong thông báo của nhà trường nhé. Còn { $left } lần nhập.
   *[other] Mã này không đúng hoặc đã hết hạn. Vui lòng kiểm tra lại trong thông báo của đơn vị. Còn { $left } lần nhập.
}
# $minutes: số phút phải chờ
err-locked = { $address ->
    [pupil] Đã nhập quá số lần cho phép. Em thử lại sau { $minutes } phút hoặc hỏi thầy, cô chủ nhiệm nhé.
   *[other] Đã nhập quá số lần cho phép. Vui lòng thử lại sau { $minutes } phút hoặc liên hệ người phụ trách của đơn vị.
}
already-registered = { $You } đã đăng ký tại đơn vị này.

## Tìm tên trong danh sách; câu hỏi tên đứng sau lời chào. $unit: đơn vị của mã mời

ask-name-staff = Thầy/Cô vui lòng nhắn đầy đủ họ và tên như trong danh sách của đơn vị.
ask-name-officer = Anh/Chị vui lòng nhắn đầy đủ họ và tên.
# Học viên có thể là người lớn, nên không xưng "em" khi chưa rõ.
ask-name-pupil = { $address ->
    [pupil] Em nhắn đầy đủ họ và tên như trong danh sách lớp nhé.
   *[other] Xin nhắn đầy đủ họ và tên như trong danh sách lớp.
}
ask-name-child = Quý phụ huynh vui lòng nhắn đầy đủ họ và tên của học sinh như trong danh sách lớp.
name-not-found = { $address ->
    [pupil]
        Hệ thống chưa tìm thấy tên này trong danh sách của { $unit }.
        Em kiểm tra rồi nhắn lại đầy đủ họ, tên đệm và tên nhé.
   *[other]
        Hệ thống chưa tìm thấy tên này trong danh sách của { $unit }.
        { $You } vui lòng kiểm tra rồi nhắn lại đầy đủ họ, tên đệm và tên.
}
# $count: số người khớp với tên
name-too-many = { $address ->
    [pupil] Có { $count } người khớp với tên này. Em nhắn lại đầy đủ họ, tên đệm và tên nhé.
   *[other] Có { $count } người khớp với tên này. { $You } vui lòng nhắn lại đầy đủ họ, tên đệm và tên.
}
# Phân biệt người trùng tên, chỉ bằng phần cuối của mã. $ending: ba ký tự cuối
code-ending = mã …{ $ending }
name-which = { $address ->
    [pupil] Em chọn đúng tên dưới đây nhé.
   *[other] { $You } vui lòng chọn đúng tên dưới đây.
}
# $name: họ tên, $position: chức danh hoặc vai trò
confirm-identity =
    Hệ thống tìm thấy: { $name } – { $position } – { $unit }.
    Thông tin này đã đúng chưa?
# Phụ huynh tìm con. $name: họ tên học sinh, $unit: lớp, trường
confirm-child =
    Hệ thống tìm thấy: em { $name } – { $unit }. Phụ huynh sẽ khai báo thay cho em.
    Thông tin này đã đúng chưa?
# $name: whose account it is
identity-other-person = Tài khoản này đã đăng ký cho { $name }. Mỗi người vui lòng dùng tài khoản riêng; phụ huynh dùng mã mời dành cho phụ huynh.
identity-taken =
    { $name } đã đăng ký từ một tài khoản khác.
    Nếu đó là tài khoản cũ, vui lòng nhắn /lienket ở tài khoản cũ để lấy mã, rồi nhắn mã đó tại đây. Trường hợp khác, vui lòng báo người phụ trách của đơn vị.
# Tên gọi của phụ huynh trong hệ thống. $name: họ tên học sinh
parent-of = Phụ huynh em { $name }

## Đăng ký xong

registered = Đăng ký thành công tại { $unit }.
# Đứng trước thông báo về dữ liệu hoặc câu hỏi đầu tiên. $count: số nội dung cần khai báo
registered-owing = Đăng ký thành công tại { $unit }. Hiện có { $count } nội dung cần khai báo.

## Người chưa có trong danh sách

ask-newcomer-name = { $address ->
    [pupil] Em nhắn đầy đủ họ và tên nhé. Nhà trường sẽ xác nhận trước khi em khai báo.
   *[other] { $You } vui lòng nhắn đầy đủ họ và tên. Đơn vị sẽ xác nhận trước khi bắt đầu khai báo.
}
err-name = { $address ->
    [pupil] Hệ thống cần đầy đủ họ và tên, ít nhất hai chữ và không có số. Em nhắn lại nhé.
   *[other] Hệ thống cần đầy đủ họ và tên, ít nhất hai chữ và không có số. { $You } vui lòng nhắn lại.
}
newcomer-waiting = { $address ->
    [pupil] Tên của em đang chờ nhà trường xác nhận. Hệ thống sẽ nhắn khi có kết quả, em chờ nhé.
    [parent] Tên vừa nhắn đang chờ nhà trường xác nhận. Hệ thống sẽ nhắn { $you } khi có kết quả.
    [stranger] Tên vừa nhắn đang chờ { $unit } xác nhận. Hệ thống sẽ nhắn khi có kết quả.
   *[other] Tên của { $you } đang chờ { $unit } xác nhận. Hệ thống sẽ nhắn khi có kết quả.
}
# Gửi lãnh đạo đơn vị. $name: họ tên, $role: vai trò, $unit: đơn vị, lớp
newcomer-request =
    Người mới đăng ký: { $name } – { $role }, { $unit }.
    Nếu người này thuộc đơn vị, { $you } vui lòng chọn [{ button-approve }].
newcomer-decided-already = Đăng ký của { $name } đã được xử lý trước đó.
newcomer-approved-ack = Đã xác nhận { $name }. Hệ thống đã báo cho người này.
newcomer-rejected-ack = Đã từ chối { $name }. Hệ thống đã báo cho người này.
newcomer-approved = { $address ->
    [pupil] Nhà trường đã xác nhận tên của em. Em khai báo tại đây nhé.
    [stranger] Đơn vị đã xác nhận tên đăng ký. Có thể khai báo ngay tại đây.
   *[other] Đơn vị đã xác nhận tên của { $you }. { $You } có thể khai báo ngay tại đây.
}
newcomer-rejected = { $address ->
    [pupil] Nhà trường chưa tìm thấy tên của em trong danh sách. Em hỏi thầy, cô chủ nhiệm giúp nhé.
    [stranger] Đơn vị chưa xác nhận tên đăng ký. Nếu có nhầm lẫn, vui lòng liên hệ trực tiếp với đơn vị.
   *[other] Đơn vị chưa xác nhận tên của { $you }. Nếu có nhầm lẫn, { $you } vui lòng liên hệ trực tiếp với đơn vị.
}

## Hai tài khoản của cùng một người

# $code: mã dùng một lần, $minutes: số phút còn dùng được
join-code =
    Để dùng thêm một ứng dụng khác, { $you } nhắn tại ứng dụng đó:
    /batdau { $code }
    Mã dùng được một lần, trong { $minutes } phút.
# Đứng trước danh sách việc có thể làm. $name: họ tên
joined = Đã nối tài khoản này với hồ sơ của { $name }. Từ nay có thể khai báo ở cả hai nơi.

## Vai trò, cũng là nhãn nút

role-officer = Cán bộ quản lý
role-principal = Thủ trưởng đơn vị
role-deputy = Phó thủ trưởng đơn vị
role-clerk = Văn thư
role-homeroom = Giáo viên chủ nhiệm
role-staff = Giáo viên, nhân viên
role-pupil = Học sinh, học viên
role-parent = Phụ huynh
