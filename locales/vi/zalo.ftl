# Gửi trong Zalo, nơi không mang được tệp. $file: tên tệp
zalo-file-elsewhere = Zalo chưa chuyển được tệp { $file }. Có thể nhận tệp này qua Telegram hoặc trang web, bằng cùng lệnh này.
