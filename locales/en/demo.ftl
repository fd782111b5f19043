### Demo: the people one can be, sentences to try, and what colleagues write by themselves.

demo-part-teacher = Teacher
demo-part-principal = Principal
demo-part-officer = Official
demo-part-pupil = Pupil
demo-part-parent = Parent

demo-about-teacher = Just got the invite link, declares in one sentence
demo-about-teacher2 = Shares her name with a colleague, promises to do it
demo-about-principal = Sees the school's status, invites and reminds teachers
demo-about-officer = Sees the figures of the province, never a name
demo-about-district = Sees the schools of the district
demo-about-pupil = In grade 12, declares alone
demo-about-parent = Agrees and declares on behalf of a child

## Sentences to try, one a line: the assistant reads Vietnamese

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

## Colleagues who declare by themselves: | separates messages that follow each other

demo-colleague-1 = em cài rồi, nhà còn 4 người cũng cài hết rồi | đúng rồi ạ
demo-colleague-2 = Đã cài cho bản thân, ngoài tôi còn 3 người đã cài đủ | đúng
demo-colleague-3 = em ở một mình, cài rồi ạ | đúng rồi ạ
demo-colleague-4 = em cài rồi, ngoài em còn 3 người, cài được 2, bé còn nhỏ | đúng rồi
demo-colleague-5 = e cài rùi, ck với 2 con nx cũng cài rồi ạ | 3 | đúng rồi
demo-colleague-6 = em cài rồi, ngoài em còn 3 người, cài được 2 | 0 | Sẽ cài sau | đúng rồi ạ
# $count: reminders queued by the last move of the clock
demo-note = { $count ->
    [0] No reminder was due on the way.
   *[other] { $count } reminders were queued on the way.
}
