### Việc có thể làm, trợ giúp, câu hỏi, tin nhắn không đọc được.

button-help = Trợ giúp

## Lời mở đầu cho các nút; cũng đứng sau một lời báo khác

# $count: số nội dung còn phải khai
menu-owed = { $address ->
    [pupil] Em còn { $count } nội dung cần khai báo. Em chọn một việc nhé:
   *[other] { $You } còn { $count } nội dung cần khai báo. Xin chọn một việc:
}
menu-nothing-owed = Hiện không còn nội dung nào cần khai báo.
menu-idle = { $address ->
    [pupil] Hiện em không còn nội dung nào cần khai báo. Em có thể chọn một việc:
   *[other] Hiện không còn nội dung nào cần khai báo. { $You } có thể chọn một việc:
}

help = { $address ->
    [pupil]
        Em có thể nhắn:
        - "khai báo", "sửa", "trạng thái"
        - "nhắc lại tối nay", "tạm dừng nhắc", "hủy"
        - "dữ liệu của tôi"
        Cần giúp thêm, em hỏi thầy, cô chủ nhiệm nhé.
   *[other]
        { $You } có thể nhắn:
        - "khai báo", "sửa", "trạng thái"
        - "nhắc lại tối nay", "tạm dừng nhắc", "hủy"
        - "dữ liệu của tôi"
        Cần hỗ trợ thêm, vui lòng liên hệ người phụ trách của đơn vị.
}
## Trợ giúp cho người có nhiệm vụ trong đơn vị: "help-post", các dòng đúng quyền, rồi "help-own"

help-post = { $You } có thể nhắn lệnh, hoặc nhắn câu thường:
help-class = - Báo cáo lớp, khai thay học sinh: /baocaolop
help-status = - Tình hình, đôn đốc: /trangthai, /lichsu, /xuat, /chuabao, /chuaketnoi
help-ad-hoc = - Khai báo đột xuất: /dotxuat
help-people = - Mời tham gia, nhân sự: /moi, /nhansu
help-lists = - Danh sách: gửi tệp Excel vào đây; kết thúc năm học: /namhoc
help-units = - Đơn vị: gửi tệp Excel danh sách đơn vị vào đây
help-campaigns = - Chiến dịch, hạn nội bộ: /chiendich, /vanban, /han
help-announce = - Thông báo, câu hỏi, yêu cầu: /thongbao, /yeucau
help-own = - Việc của cá nhân: /khaibao, "tối nhắc lại", /tamdung, /dulieu, /lienket, /huy

## Câu hỏi

# $link: địa chỉ hướng dẫn
question-guide = Tài liệu hướng dẫn: { $link }
question-unanswered = { $address ->
    [pupil] Hệ thống chưa có câu trả lời cho câu hỏi này. Em hỏi thầy, cô chủ nhiệm giúp nhé.
   *[other] Hệ thống chưa có câu trả lời cho câu hỏi này. { $You } vui lòng hỏi người phụ trách của đơn vị hoặc cấp trên.
}
for-others = { $address ->
    [pupil] Tin nhắn này nói về người khác nên hệ thống chưa ghi nhận. Mỗi người tự khai báo phần của mình; em chỉ khai cho em và gia đình nhé.
   *[other] Tin nhắn này nói về người khác nên hệ thống chưa ghi nhận. Mỗi người tự khai báo phần của mình; phụ huynh khai báo được cho con, giáo viên chủ nhiệm báo cáo được cho lớp của mình.
}

## Tin nhắn không đọc được, không được phép

# Đứng trước lời mở đầu của các nút.
err-unknown = Hệ thống chưa hiểu tin nhắn vừa rồi.
err-media = { $address ->
    [pupil] Hệ thống chưa đọc được ảnh, nhãn dán, ghi âm và tệp loại này. Em trả lời bằng chữ hoặc số nhé. Không cần gửi ảnh màn hình hay ảnh giấy tờ.
   *[other] Hệ thống chưa đọc được ảnh, nhãn dán, ghi âm và tệp loại này. { $You } vui lòng trả lời bằng chữ hoặc số. Không cần gửi ảnh màn hình hay ảnh giấy tờ.
}
err-not-allowed = Phần này chỉ dành cho người phụ trách của đơn vị.
err-paper = Hệ thống chưa tạo được tệp này. Vui lòng yêu cầu lại sau ít phút.
err-down = { $address ->
    [pupil] Hệ thống đang gặp sự cố. Nội dung em vừa gửi chưa được ghi nhận. Em gửi lại sau ít phút nhé.
   *[other] Hệ thống đang gặp sự cố. Nội dung { $you } vừa gửi chưa được ghi nhận. Vui lòng gửi lại sau ít phút.
}

## Trình đơn lệnh của Telegram

command-declare = Khai báo
command-status = Tình hình, trạng thái
command-missing = Ai chưa hoàn thành
command-invite = Mời người vào đơn vị
command-people = Nhân sự: nghỉ, chuyển, chủ nhiệm, giao quyền
command-ad-hoc = Yêu cầu khai báo đột xuất
command-class = Báo cáo số liệu của lớp
command-cancel = Dừng câu hỏi đang chờ
command-join = Dùng thêm một ứng dụng khác
command-data = Dữ liệu hệ thống đang lưu
command-stop = Tạm dừng nhắc việc
command-help = Trợ giúp
