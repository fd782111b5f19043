### Dữ liệu cá nhân (Luật 91/2025/QH15): thông báo trước khi hỏi, đồng ý, từ chối, xem dữ liệu.
### Hai nút đồng ý và không đồng ý luôn ngang nhau, không chọn sẵn.

button-agree = Đồng ý
button-disagree = Không đồng ý
button-reconsider = Xem lại thông báo

channel-telegram = Telegram
channel-zalo = Zalo
channel-web = Trang web

# $directive: số văn bản, $unit: đơn vị quản lý dữ liệu, $days: số ngày lưu, $channel: kênh nhắn tin
privacy-consent = { $address ->
    [pupil]
        Trước khi bắt đầu, em đọc giúp nhé:
        - Thu thập: họ tên, lớp, nội dung khai báo (chỉ hỏi số người, không hỏi tên người thân).
        - Mục đích: tổng hợp kết quả thực hiện văn bản số { $directive }.
        - Bên quản lý dữ liệu: { $unit }. { privacy-viewers-teachers }; cấp trên chỉ xem số liệu tổng hợp.
        - { privacy-kept }
        - Em có quyền xem, sửa, rút lại đồng ý hoặc đề nghị xóa: nhắn "dữ liệu của tôi".
        - { privacy-channel }
        Em có đồng ý không?
   *[other]
        Trước khi bắt đầu, xin { $you } đọc:
        - Thu thập: họ tên, đơn vị, nội dung khai báo (chỉ hỏi số người, không hỏi tên người thân).
        - Mục đích: tổng hợp kết quả thực hiện văn bản số { $directive }.
        - Bên quản lý dữ liệu: { $unit }. { privacy-viewers-heads }; cấp trên chỉ xem số liệu tổng hợp.
        - { privacy-kept }
        - { $You } có quyền xem, sửa, rút lại đồng ý hoặc đề nghị xóa: nhắn "dữ liệu của tôi".
        - { privacy-channel }
        { $You } có đồng ý không?
}
# Hỏi lại ngắn gọn khi thông báo còn ở ngay phía trên.
privacy-again = { $address ->
    [pupil] Em có đồng ý với thông báo về dữ liệu ở trên không?
   *[other] { $You } có đồng ý với thông báo về dữ liệu ở trên không?
}
# Học sinh từ 7 đến 15 tuổi; cha mẹ cũng được hỏi. $name: họ tên
privacy-assent =
    Em { $name }, nhà trường muốn hỏi em về việc thực hiện văn bản số { $directive }.
    - Hệ thống lưu họ tên, lớp và câu trả lời của em; chỉ hỏi số người, không hỏi tên người thân.
    - Câu trả lời chỉ để thống kê, không tính điểm hay xếp loại.
    - Bên quản lý dữ liệu: { $unit }. { privacy-viewers-answers }; cấp trên chỉ xem số liệu tổng hợp.
    - { privacy-kept }
    - Em được xem, sửa, đổi ý hoặc xin xóa: nhắn "dữ liệu của tôi".
    - { privacy-channel }
    - Cha, mẹ hoặc người giám hộ cũng cần đồng ý.
    Em có đồng ý trả lời không?
# Phụ huynh khai báo thay cho con. $name: họ tên học sinh
privacy-consent-guardian =
    Kính gửi phụ huynh em { $name }. Trước khi khai báo thay cho em, xin { $you } đọc:
    - Thu thập: họ tên, lớp của em và nội dung khai báo (chỉ hỏi số người, không hỏi tên người thân).
    - Mục đích: tổng hợp kết quả thực hiện văn bản số { $directive }; không dùng để tính điểm hay xếp loại.
    - Bên quản lý dữ liệu: { $unit }. { privacy-viewers-teachers }; cấp trên chỉ xem số liệu tổng hợp.
    - { privacy-kept }
    - { $You } có quyền xem, sửa, rút lại đồng ý hoặc đề nghị xóa: nhắn "dữ liệu của tôi".
    - { privacy-channel }
    { privacy-guardian-question }
# $child: từ đủ 7 tuổi em cũng phải đồng ý: còn phải hỏi em, chưa rõ tuổi, hay không phải hỏi
privacy-guardian-question = { $child ->
    [unknown]
        - Nếu em đã đủ 7 tuổi, xin hỏi ý kiến của em trước: chọn [{ button-agree }] nghĩa là em cũng đồng ý.
        { $You } có đồng ý không?
    [asked]
        - Xin hỏi ý kiến của em trước: chọn [{ button-agree }] nghĩa là em cũng đồng ý.
        { $You } có đồng ý không?
   *[decided] { $You } có đồng ý không?
}
# Đến khi nào, một dòng của các thông báo trên. $until: ngày cuối còn lưu, "unknown": chưa biết
privacy-kept = { $until ->
    [unknown] Dữ liệu được xóa sau { $days } ngày kể từ khi đợt khai báo kết thúc.
   *[other] Dữ liệu được xóa sau ngày { $until }.
}
# Ai xem được, một phần câu của các thông báo trên. $sensitive: dữ liệu nhạy cảm
privacy-viewers-heads = { $sensitive ->
    [true] { privacy-viewers-sensitive }
   *[false] Lãnh đạo đơn vị xem được khai báo
}
privacy-viewers-teachers = { $sensitive ->
    [true] { privacy-viewers-sensitive }
   *[false] Thầy cô phụ trách xem được khai báo
}
privacy-viewers-answers = { $sensitive ->
    [true] { privacy-viewers-sensitive }
   *[false] Thầy cô phụ trách xem được câu trả lời
}
privacy-viewers-sensitive = Đây là dữ liệu nhạy cảm (sức khỏe): chỉ hiệu trưởng, phó hiệu trưởng xem được từng khai báo
# Đứng dưới câu hỏi đầu tiên của đợt không cần hỏi đồng ý (khẩn cấp, nhiệm vụ theo luật).
privacy-told =
    { $unit } ghi nhận câu trả lời để thực hiện văn bản số { $directive }; trường hợp này theo luật không cần hỏi đồng ý.
    { privacy-kept } Xem lại bất cứ lúc nào: nhắn "dữ liệu của tôi".
# Lưu ý về kênh, một dòng của các thông báo trên.
privacy-channel = { $channel ->
    [telegram] Tin nhắn đi qua Telegram, máy chủ có thể đặt ngoài Việt Nam. Nếu không muốn dùng Telegram, có thể báo cáo trực tiếp với { $unit }.
    [zalo] Tin nhắn đi qua Zalo và được lưu theo quy định của Zalo. Nếu không muốn dùng Zalo, có thể báo cáo trực tiếp với { $unit }.
   *[other] Khai báo tại trang web này không qua ứng dụng nhắn tin. Cũng có thể báo cáo trực tiếp với { $unit }.
}

consent-declined = { $address ->
    [pupil]
        Hệ thống ghi nhận em không đồng ý và không lưu nội dung khai báo. Việc này không ảnh hưởng đến em.
        Em có thể báo trực tiếp với thầy, cô phụ trách của { $unit }. Khi đổi ý, em nhắn "khai báo" nhé.
   *[other]
        Hệ thống ghi nhận { $you } không đồng ý và không lưu nội dung khai báo.
        { $You } có thể báo cáo trực tiếp với { $unit }. Khi đổi ý, { $you } nhắn "khai báo".
}

## Học sinh đã đồng ý, còn chờ cha mẹ

guardian-needed = Vì em chưa đủ 16 tuổi, hệ thống cần cha, mẹ hoặc người giám hộ đồng ý. Em nhờ người lớn trong nhà liên hệ thầy, cô chủ nhiệm để nhận mã mời nhé.
# Đứng trước các đường dẫn có mã này. $code: mã mời dành cho phụ huynh của lớp
guardian-needed-code =
    Vì em chưa đủ 16 tuổi, hệ thống cần cha, mẹ hoặc người giám hộ đồng ý.
    Em gửi người lớn trong nhà mã mời { $code } để mở trợ lý và nhập mã này.

# $name: họ tên học sinh
child-declined = Em { $name } đã chọn không đồng ý, nên hệ thống không nhận khai báo thay. Khi em đổi ý, em nhắn "khai báo" từ tài khoản của em.
