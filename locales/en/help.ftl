### What can be done, help, questions, messages that cannot be read.

button-help = Help

## Above the buttons; also stands after another note

# $count: things still to declare
menu-owed = Things to declare: { $count }. Please choose what to do:
menu-nothing-owed = There is nothing left to declare now.
menu-idle = There is nothing left to declare now. What would you like to do?

help =
    You can write:
    - "khai báo" (declare), "sửa" (correct), "trạng thái" (status)
    - "nhắc lại tối nay" (remind me tonight), "tạm dừng nhắc" (no more reminders), "hủy" (cancel)
    - "dữ liệu của tôi" (my data)
    For more help, please contact the person in charge at your unit.
## Help for whoever has a post in a unit: "help-post", the lines they have a right to, then "help-own"

help-post = Write a command, or say it in your own words:
help-class = - Reporting a class, declaring for pupils: /baocaolop
help-status = - Status, reminding: /trangthai, /lichsu, /xuat, /chuabao, /chuaketnoi
help-ad-hoc = - Asking at once: /dotxuat
help-people = - Inviting, staff: /moi, /nhansu
help-lists = - Lists: send the Excel file here; end of the school year: /namhoc
help-units = - Units: send the Excel list of units here
help-campaigns = - Campaigns, own deadlines: /chiendich, /vanban, /han
help-announce = - Announcements, questions, requests: /thongbao, /yeucau
help-own = - Your own: /khaibao, "tối nhắc lại" (remind me tonight), /tamdung, /dulieu, /lienket, /huy

## Questions

# $link: address of the guide
question-guide = Guide: { $link }
question-unanswered = There is no answer to this question here. Please ask the person in charge at your unit, or the office above.
for-others = This message is about somebody else and was not recorded. Everybody declares for themselves; parents can declare for their children, homeroom teachers report for their class.

## Messages that cannot be read or are not permitted

# Stands before the text above the buttons.
err-unknown = Your last message was not understood.
err-media = Pictures, stickers, recordings and files of this kind cannot be read. Please answer in words or numbers. Screenshots and pictures of papers are not needed.
err-not-allowed = This is only for the person in charge of the unit.
err-paper = This file could not be made. Please ask for it again in a few minutes.
err-down = There is a technical problem. What you just sent was not recorded. Please send it again in a few minutes.

## The menu of commands in Telegram

command-declare = Declare
command-status = Status
command-missing = Who has not completed
command-invite = Invite people
command-people = People: leave, transfers, homeroom, delegation
command-ad-hoc = Ask for something at once
command-class = Report a class in numbers
command-cancel = Leave the open question
command-join = Use another app as well
command-data = What is kept about me
command-stop = No more reminders
command-help = Help
