### Liên kết riêng: đường dẫn mở trang khai báo cho đúng một người, không cần ứng dụng nhắn tin.

button-link-of = Liên kết riêng
button-my-link = Mở trên trang web
button-link-own = Cho chính mình
button-link-revoke = Thu hồi liên kết
button-link-keep = Giữ liên kết
button-back-to-card = Về thẻ nhân sự

## Trao liên kết. $link: đường dẫn, $day: ngày cuối còn mở được

# $name: họ tên người nhận
link-of =
    Liên kết riêng của { $name }, dùng được đến hết { $day }:
    { $link }
    Ai mở liên kết này đều khai báo được với tư cách { $name }: đề nghị chỉ gửi riêng cho đúng người.
link-own =
    Liên kết riêng, dùng được đến hết { $day }:
    { $link }
    Mở bằng trình duyệt, không cần ứng dụng nhắn tin. Ai có liên kết này đều khai báo được thay người nhận, nên xin giữ kín.
link-for-whom = Liên kết dành cho ai?
link-no-pages = Hệ thống này chưa có địa chỉ trang web nên chưa tạo được liên kết riêng. Có thể dùng mã mời và khai báo qua ứng dụng nhắn tin.

## Thu hồi

link-revoke =
    Thu hồi liên kết này?
    Liên kết sẽ không mở được nữa. Trang đang mở trên máy của người nhận vẫn dùng được.
link-revoked = Đã thu hồi liên kết riêng. Nếu trang đã bị người khác mở, người phụ trách chọn [{ button-release }] trong thẻ nhân sự.
link-none-left = Hiện không còn liên kết riêng nào đang dùng được.

## Mở liên kết

link-ended = { $address ->
    [pupil] Liên kết riêng này đã hết hạn hoặc đã được thu hồi. Em xin thầy, cô chủ nhiệm liên kết mới nhé.
   *[other] Liên kết riêng này đã hết hạn hoặc đã được thu hồi. Vui lòng xin liên kết mới từ nhà trường.
}
link-of-another = Liên kết này dành cho người khác. Vui lòng mở liên kết bằng trình duyệt, không nhắn vào cuộc trò chuyện này.
# $unit: đơn vị
link-joined = Trang này đã được nối với hồ sơ khai báo tại { $unit }. Có thể tiếp tục khai báo ở đây hoặc ở ứng dụng đang dùng.
# Gửi ứng dụng mà người có liên kết đang dùng
link-was-opened = { $address ->
    [pupil] Liên kết riêng của em vừa được mở trên một trang web. Nếu không phải em mở, em báo thầy, cô chủ nhiệm nhé.
   *[other] Liên kết riêng của { $you } vừa được mở trên một trang web. Nếu không phải { $you } mở, vui lòng báo người phụ trách của đơn vị.
}

## Tin nhắn mà ứng dụng không chuyển cho hệ thống. Không đoán lý do. $link: trang riêng, hoặc trang đầu

unread =
    Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. { $You } có thể trả lời tại trang riêng:
    { $link }
    Cũng có thể báo trực tiếp với người phụ trách của đơn vị.
unread-nowhere = Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Xin nhắn bằng chữ, hoặc báo trực tiếp với người phụ trách của đơn vị.
unread-pupil = { $address ->
    [pupil]
        Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Em có thể trả lời tại trang riêng:
        { $link }
        Cha mẹ cũng có thể khai báo thay em, hoặc em báo thầy, cô chủ nhiệm nhé.
   *[other]
        Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Có thể trả lời tại trang riêng:
        { $link }
        Cũng có thể báo thầy, cô chủ nhiệm.
}
unread-pupil-nowhere = { $address ->
    [pupil] Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Cha mẹ có thể khai báo thay em, hoặc em báo thầy, cô chủ nhiệm nhé.
   *[other] Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Xin nhắn bằng chữ, hoặc báo thầy, cô chủ nhiệm.
}
unread-stranger =
    Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Có thể khai báo tại trang web, bằng mã mời của nhà trường:
    { $link }
    Học sinh cũng có thể nhờ cha mẹ khai báo thay, hoặc báo thầy, cô chủ nhiệm.
unread-stranger-nowhere = Hệ thống chưa nhận được nội dung tin nhắn vừa rồi. Vui lòng nhắn mã mời bằng chữ. Học sinh cũng có thể nhờ cha mẹ khai báo thay, hoặc báo thầy, cô chủ nhiệm.

## Dòng lệnh: khaibao roster link. $name: họ tên, $day: ngày cuối

cli-help-roster-link = Tạo hoặc thu hồi liên kết riêng mở trang khai báo cho một người không dùng ứng dụng nhắn tin.
cli-help-link-days = Số ngày liên kết mở được.
cli-help-link-end = Thu hồi mọi liên kết riêng của người này.
cli-link = Liên kết riêng của { $name }, dùng được đến hết { $day }:
cli-link-ended = Đã thu hồi liên kết riêng của { $name }.
cli-no-pages = Chưa có địa chỉ trang web. Hãy đặt KHAIBAO_PUBLIC_URL.
