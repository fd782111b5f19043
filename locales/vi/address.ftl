### Cách xưng hô. Hệ thống tự xưng là "hệ thống", không xưng "tôi", "em" hay "mình".
### Mọi câu đều dùng được { $you } (giữa câu), { $You } (đầu câu) và chọn cách viết theo { $address }.
### Người chưa rõ là ai thì không xưng hô: để trống, hệ thống tự bỏ khoảng trắng và viết hoa chữ đầu câu.

address-you = { $address ->
    [teacher] Thầy/Cô
    [male_teacher] Thầy
    [female_teacher] Cô
    [pupil] em
    [parent] anh/chị
    [official] anh/chị
   *[stranger] { "" }
}
address-you-first = { $address ->
    [teacher] Thầy/Cô
    [male_teacher] Thầy
    [female_teacher] Cô
    [pupil] Em
    [parent] Anh/Chị
    [official] Anh/Chị
   *[stranger] { "" }
}
