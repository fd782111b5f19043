### Bản dùng thử: các vai, câu mẫu để thử, và những gì đồng nghiệp tự nhắn.

demo-part-teacher = Giáo viên
demo-part-principal = Hiệu trưởng
demo-part-officer = Chuyên viên
demo-part-pupil = Học sinh
demo-part-parent = Phụ huynh

demo-about-teacher = Vừa nhận đường dẫn mời, khai báo bằng một câu
demo-about-teacher2 = Trùng tên với đồng nghiệp, hẹn sẽ cài
demo-about-principal = Xem tình hình của trường, mời và nhắc giáo viên
demo-about-officer = Xem số liệu toàn tỉnh, không thấy tên ai
demo-about-district = Xem các trường thuộc phòng
demo-about-pupil = Học sinh lớp 12, tự khai báo
demo-about-parent = Đồng ý và khai báo thay cho con

## Câu mẫu, mỗi dòng một câu, như người ta vẫn nhắn

demo-says-teacher =
    hồng nhung
    e cài rùi, ck với 2 con nx
    nhầm, nhà em 4 người, chưa tính em
    dữ liệu của tôi
demo-says-teacher2 =
    lê thị mỹ duyên
    có bắt buộc không ạ
    tối nay em cài
demo-says-principal =
    trường mình sao rồi
    ai chưa báo
    /moi
demo-says-officer =
    tình hình
    khai báo
demo-says-district =
    tình hình
    khai báo
demo-says-pupil =
    nguyễn ngọc hồng
    em cài rồi, ba má em cũng cài rồi
demo-says-parent =
    nguyễn ngọc my
    khai báo
    đã cài

## Đồng nghiệp tự khai báo: dấu | ngăn cách các tin nhắn liền nhau

demo-colleague-1 = em cài rồi, nhà còn 4 người cũng cài hết rồi | đúng rồi ạ
demo-colleague-2 = Đã cài cho bản thân, ngoài tôi còn 3 người đã cài đủ | đúng
demo-colleague-3 = em ở một mình, cài rồi ạ | đúng rồi ạ
demo-colleague-4 = em cài rồi, ngoài em còn 3 người, cài được 2, bé còn nhỏ | đúng rồi
demo-colleague-5 = e cài rùi, ck với 2 con nx cũng cài rồi ạ | 3 | đúng rồi
demo-colleague-6 = em cài rồi, ngoài em còn 3 người, cài được 2 | 0 | Sẽ cài sau | đúng rồi ạ
# $count: reminders queued by the last move of the clock
demo-note = { $count ->
    [0] Chưa có việc nào cần nhắc trong khoảng thời gian vừa qua.
   *[other] Đã xếp gửi { $count } tin nhắc việc trong khoảng thời gian vừa qua.
}
