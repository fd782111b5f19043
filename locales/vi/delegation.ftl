### Giao quyền: để một người làm thay trong một vai trò đến một ngày, và thu hồi.

button-grant = Giao quyền
button-ungrant = Thu hồi quyền

# $name: họ tên, $role: vai trò, $day: ngày cuối
grant-which = Giao cho { $name } quyền nào?
grant-none = Chỉ giao quyền được cho người đang làm việc tại đơn vị và chưa có quyền đó.
grant-until = Giao { $name } làm thay với vai trò { $role } đến hết ngày nào? { $You } chọn, hoặc nhắn một ngày, ví dụ "30/9".
grant-unread = Hệ thống chưa hiểu ngày vừa nhắn.
# $days: số ngày tối đa
grant-too-long = Ngày cuối cần trong khoảng từ hôm nay đến { $days } ngày tới.
grant-confirm =
    Giao quyền cho { $name }: { $role } tại { $unit }, đến hết { $day }?
    Quyền tự hết sau ngày đó và có thể thu hồi bất cứ lúc nào.
grant-done = Đã giao quyền cho { $name }: { $role }, đến hết { $day }.
withdraw-confirm = Thu hồi quyền { $role } đã giao cho { $name } (đến hết { $day })?
withdraw-done = { $name } không còn quyền { $role }.

## Gửi người được giao, người giao. $by: người giao, $unit: đơn vị

granted-told = { $by } giao { $you } làm thay với vai trò { $role } tại { $unit }, đến hết { $day }.
withdrawn-told = Quyền { $role } tại { $unit } do { $by } giao đã được thu hồi. Cảm ơn { $you }.
over-told = Thời hạn giao quyền { $role } tại { $unit } đã hết. Cảm ơn { $you }.
over-told-granter = Thời hạn giao quyền { $role } tại { $unit } cho { $name } đã hết.
