### Gửi lãnh đạo các đơn vị khi một chiến dịch bắt đầu; theo sau là các câu "directive-obligation" và chữ ký.

# $scope: đơn vị phát động, $title: tên chiến dịch, $directive: số văn bản, $issued: ngày, $issuer: cơ quan ban hành
started-head =
    Kính gửi lãnh đạo đơn vị:
    { $scope } triển khai văn bản số { $directive } ngày { $issued } của { $issuer }: { $title }.
# Khoản nói về trách nhiệm của người đứng đầu. $clause: khoản, $text: lời văn của khoản
started-duty = - Khoản { $clause }, trách nhiệm của thủ trưởng đơn vị: { $text }
# Hết các khoản.
started-foot = Xem văn bản: /vanban. Xem tình hình đơn vị: /trangthai.
