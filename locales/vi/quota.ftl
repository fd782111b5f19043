### Số tin một bot được gửi mỗi tháng: báo sắp hết, chi phí của một thông báo, người cần gọi trực tiếp.
### $channel: kênh, kèm bốn ký tự cuối của bot khi có nhiều bot; $reset: lúc bắt đầu tháng mới.

# $platform: tên ứng dụng, $bot: bốn ký tự cuối của mã bot
quota-bot = { $platform } (bot …{ $bot })

## Báo sắp hết, gửi người phụ trách

# $month: tháng/năm
quota-notice = { $You } lưu ý: số tin được gửi trong tháng { $month } sắp hết.
# $sent, $monthly: số tin đã gửi trên số tin của tháng, $reserve: số tin giữ lại
quota-notice-bot = { $channel }: đã gửi { $sent }/{ $monthly } tin; { $reserve } tin cuối dành để trả lời.
quota-notice-after =
    Hệ thống vẫn trả lời mọi người. Khi hết phần chung, tin nhắc đi qua kênh khác; ai không có kênh khác có tên trong /chuaketnoi để gọi trực tiếp.
    Tháng mới bắt đầu lúc { $reset }.

## Trước khi gửi thông báo

button-announce-all = Gửi tất cả
button-announce-frugal = Chỉ người không có kênh khác
button-announce-later = Để sau
button-announce-again = Xem lại thông báo
# $count: số tin cần, $left: số tin còn gửi được, $reserve: số tin giữ lại
announce-cost = { $channel }: cần { $count } tin, còn { $left } tin (không tính { $reserve } tin dành để trả lời); tính lại lúc { $reset }.
announce-exceeds = Số tin còn lại chưa đủ để gửi tất cả.
# $platform: tên ứng dụng
announce-frugal = Nếu chỉ gửi qua { $platform } cho người không có kênh khác: cần { $count } tin; người còn lại nhận ở kênh khác của mình.
announce-otherwise = { $You } có thể chọn nhóm nhỏ hơn, mời mọi người dùng trang web, hoặc gửi sau { $reset }.
# Yêu cầu đột xuất vẫn được gửi
ad-hoc-beyond-quota = Số tin còn lại chưa đủ: người có kênh khác sẽ nhận ở kênh đó; những người còn lại, đề nghị đơn vị báo trực tiếp.
announce-kept = Thông báo chưa được gửi; bản nháp được giữ lại.

## Tiến độ

# $held: số tin chưa gửi được, $moment: lúc thông báo hết hạn
news-quota = Đang chờ { $count } tin, trong đó { $held } tin chờ đến { $reset } vì đã hết số tin của tháng.
news-quota-over = Đang chờ { $count } tin. Tháng này đã hết số tin nên { $held } tin có thể không đến trước khi thông báo hết hạn lúc { $moment }; đề nghị báo trực tiếp.
news-reason-quota = { $count } tin không gửi được vì đã hết số tin của tháng.

## Người cần gọi trực tiếp

owing-unsent = chưa nhận tin nhắc vì hết số tin của tháng

## Mời tham gia

invite-full = Bot { $platform } đã đủ người dùng; người được mời dùng kênh khác hoặc trang web.

## Dòng lệnh

cli-deliveries-quota = - chờ tháng mới { $count }: hết số tin của tháng
# $users, $most: số người và số người tối đa; $sent, $monthly, $reserve: số tin; $day: ngày tính lại
doctor-quota-users = { $channel }: { $users }/{ $most } người
doctor-quota-users-unlimited = { $channel }: { $users } người
doctor-quota-full = { $channel }: { $users }/{ $most } người, không nhận thêm. Hãy thêm một bot vào KHAIBAO_ZALO_TOKEN hoặc dùng gói lớn hơn.
doctor-quota-messages = { $channel }: { $sent }/{ $monthly } tin tháng này, giữ { $reserve } tin để trả lời, tính lại ngày { $day }
doctor-quota-short = { $channel }: { $sent }/{ $monthly } tin tháng này, sắp hết; tính lại ngày { $day }. Hãy hoãn thông báo, thêm bot hoặc dùng gói lớn hơn.
doctor-quota-spent = { $channel }: đã hết { $monthly } tin tháng này, tính lại ngày { $day }. Hãy dùng gói lớn hơn và tăng KHAIBAO_ZALO_MONTHLY_MESSAGES.
