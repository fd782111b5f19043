### Trang web: trò chuyện, bản dùng thử, trang lỗi.

web-name = Khai báo
web-title = Khai báo – trợ lý của nhà trường
web-subtitle = Trả lời văn bản chỉ đạo, mất khoảng 1 phút
web-private = Đường dẫn của trang này là riêng của mỗi người: xin đừng gửi cho người khác.

## Khung trò chuyện

web-log = Nội dung trò chuyện
web-input = Nhập câu trả lời
web-send = Gửi
web-attach = Gửi tệp (danh sách Excel, tối đa 5 MB)
web-choices = Chọn câu trả lời
web-said-you = Đã nhắn:
web-said-us = Hệ thống:
web-down = Xem phần còn lại
web-typing = Hệ thống đang trả lời
web-sending = Đang gửi
web-unsent = Chưa gửi được, sẽ tự gửi lại
web-failed = Hệ thống chưa xử lý được tin này. Vui lòng nhắn lại sau ít phút.
web-offline = Mất kết nối. Tin chưa gửi được giữ lại trên máy này và tự gửi khi có mạng.
web-photo = Ảnh hoặc ghi âm
web-download = Tải về
web-begin = Bắt đầu
web-reload = Xem tin mới

## Trang đầu

web-landing-about = Trợ lý giúp nhà trường trả lời văn bản chỉ đạo ngay trong khung trò chuyện, mỗi lần khoảng 1 phút.
web-landing-again = Mở lại trò chuyện trên máy này
web-landing-code = Mã mời
web-landing-code-help = Mã có trong thông báo của nhà trường, gồm chữ cái và chữ số.
web-landing-code-wrong = Mã mời chỉ gồm chữ cái không dấu và chữ số. Vui lòng nhập lại theo thông báo của nhà trường.
web-landing-go = Bắt đầu

## Đường dẫn mời mở lại trên máy đã dùng

web-invite-title = Máy này đã mở một cuộc trò chuyện
web-invite-again = Tiếp tục cuộc trò chuyện đó
web-invite-new = Người khác dùng máy này: bắt đầu mới

## Khi có điều chưa đúng

web-error-title = Chưa mở được trang
web-error-not-found = Không có trang này. Vui lòng kiểm tra lại đường dẫn.
web-error-chat = Đường dẫn trò chuyện không đúng. Vui lòng mở lại đường dẫn mời của nhà trường.
web-error-invite = Đường dẫn mời không đúng. Vui lòng kiểm tra trong thông báo của nhà trường.
web-error-file = Tệp này không còn được lưu. Vui lòng yêu cầu gửi lại trong cuộc trò chuyện.
web-error-request = Trang gửi nội dung không đúng cách. Vui lòng tải lại trang rồi gửi lại.
web-error-kind = Hệ thống không nhận nội dung kiểu này. Vui lòng nhắn bằng chữ hoặc gửi tệp.
web-error-empty = Tin nhắn chưa có nội dung. Vui lòng nhập câu trả lời rồi gửi.
web-error-empty-file = Tệp vừa chọn không có nội dung. Vui lòng chọn tệp khác.
# $most: số ký tự tối đa
web-error-too-long = Tin nhắn dài quá { $most } ký tự. Vui lòng rút gọn hoặc chia thành nhiều tin.
web-error-too-large = Tệp lớn hơn 5 MB. Vui lòng gửi tệp nhỏ hơn.
# $seconds: số giây phải chờ
web-error-busy = Đang có nhiều tin được gửi cùng lúc. Vui lòng chờ { $seconds } giây rồi gửi lại.
web-error-broken = Hệ thống đang gặp sự cố. Nội dung vừa gửi chưa được ghi nhận; vui lòng thử lại sau ít phút.
# $host, $port: địa chỉ đã đặt
web-error-address = Không mở được địa chỉ { $host }:{ $port }: cổng đang được chương trình khác dùng. Hãy chọn cổng khác.

## Bản dùng thử

web-demo-title = Khai báo – bản dùng thử
web-demo-badge = Bản dùng thử · dữ liệu minh họa
web-demo-clock = Đồng hồ mô phỏng
web-demo-move = Chuyển đồng hồ
web-demo-next = Đến nhắc việc kế tiếp
web-demo-hour = +1 giờ
web-demo-day = +1 ngày
web-demo-due = Đến hạn
web-demo-moving = Đang chuyển đồng hồ…
web-demo-people = Vào vai
web-demo-people-hint = Mở nhiều vai cùng lúc để xem tin nhắn đến từng người.
web-demo-close = Đóng cửa sổ
web-demo-unread = Có tin mới
web-demo-try = Thử nhắn
web-demo-roster = Tải danh sách mẫu (Excel)
web-demo-roster-hint = Vào vai hiệu trưởng, gửi tệp này vào khung trò chuyện.
web-demo-welcome = Chọn một vai để bắt đầu
web-demo-welcome-text = Công văn đến, trường khai báo xong, số liệu tự tổng hợp – tất cả trong khung trò chuyện.
web-demo-step-1 = Vào vai giáo viên, trả lời bằng một câu như khi nhắn cho đồng nghiệp.
web-demo-step-2 = Vào vai hiệu trưởng, hỏi “trường mình sao rồi”.
web-demo-step-3 = Chuyển đồng hồ và xem nhắc việc chỉ đến người còn thiếu.
web-demo-failed = Chưa thực hiện được. Vui lòng thử lại.
