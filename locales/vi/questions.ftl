### Câu hỏi chưa có sẵn câu trả lời: chuyển đến người phụ trách, trả lời trong cuộc trò chuyện.

button-reply = Trả lời

# $clause: khoản, $directive: số văn bản
question-source = (Khoản { $clause }, văn bản số { $directive })

# $role: chức danh, $unit: đơn vị của người phụ trách
question-passed-on = { $address ->
    [pupil] Hệ thống chưa có câu trả lời nên đã chuyển câu hỏi của em đến { $role } – { $unit }. Khi có trả lời, hệ thống nhắn em ngay nhé.
   *[other] Hệ thống chưa có câu trả lời nên đã chuyển câu hỏi này đến { $role } – { $unit }. Khi có trả lời, hệ thống sẽ nhắn { $you } ngay.
}
question-waits = { $address ->
    [pupil] Câu hỏi này đã được chuyển đến người phụ trách. Khi có trả lời, hệ thống nhắn em ngay nhé.
   *[other] Câu hỏi này đã được chuyển đến người phụ trách. Khi có trả lời, hệ thống sẽ nhắn { $you } ngay.
}
question-too-many = { $address ->
    [pupil] Hôm nay em đã gửi nhiều câu hỏi rồi. Em hỏi trực tiếp thầy, cô chủ nhiệm giúp nhé.
   *[other] Hôm nay hệ thống đã chuyển nhiều câu hỏi của { $you }. Với câu này, { $you } vui lòng liên hệ trực tiếp người phụ trách của đơn vị.
}

## Gửi người phụ trách. $text: câu hỏi, $who: người hỏi và đơn vị

question-for-you =
    { $who } hỏi: "{ $text }"
    Hệ thống chưa có sẵn câu trả lời; { $you } trả lời giúp.
# $name: họ tên, hoặc chức danh khi gửi lên cấp trên
question-asker = { $name } ({ $unit })
question-write-answer =
    Câu hỏi: "{ $text }"
    { $You } nhắn câu trả lời vào đây; hệ thống gửi nguyên văn cho người hỏi. Nhắn "hủy" để dừng.
# $most: số ký tự nhiều nhất
question-answer-too-long = Câu trả lời dài quá { $most } ký tự nên chưa được gửi. { $You } viết gọn lại giúp.
question-sent = Đã gửi câu trả lời cho người hỏi. Cảm ơn { $you }.
question-answered-already = Câu hỏi này đã có người trả lời. Cảm ơn { $you }.
question-left = Hệ thống đã dừng. Câu hỏi vẫn chờ; { $you } có thể trả lời sau.

## Gửi người hỏi. $answer: câu trả lời, nguyên văn, $by: người trả lời

question-answer = { $address ->
    [pupil]
        Trả lời cho câu hỏi "{ $text }" của em:
        { $answer }
        – { $by }
   *[other]
        Trả lời cho câu hỏi "{ $text }":
        { $answer }
        – { $by }
}
# $role: chức danh
question-answerer = { $name }, { $role }
