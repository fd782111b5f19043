### Một tài khoản khai báo cho nhiều người (bản thân và các con) hoặc nhiều nội dung.

ask-whom = Khai báo này cho ai?
ask-which-task = Khai báo này về nội dung nào?
button-myself = Bản thân
# $name: người được khai báo thay; đứng trên câu hỏi
for-whom = Khai báo cho { $name }:
# $task: tên nội dung khai báo; đứng trên câu hỏi
for-task = Khai báo { $task }:
one-by-one = Mỗi em một khai báo riêng. Khai báo cho em nào trước?
