### Một tài khoản khai báo cho nhiều người: bản thân và các con.

ask-whom = Khai báo này cho ai?
button-myself = Bản thân
# $name: người được khai báo thay; đứng trên câu hỏi
for-whom = Khai báo cho { $name }:
one-by-one = Mỗi em một khai báo riêng. Khai báo cho em nào trước?
