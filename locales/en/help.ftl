### What can be done, help, questions, messages that cannot be read.

button-help = Help

## Above the buttons; also stands after another note

# $count: things still to declare
menu-owed = Things to declare: { $count }. Please choose what to do:
menu-nothing-owed = There is nothing left to declare now.

help =
    You can write:
    - "khai báo" (declare), "sửa" (correct), "trạng thái" (status)
    - "nhắc lại tối nay" (remind me tonight), "tạm dừng nhắc" (no more reminders), "hủy" (cancel)
    - "dữ liệu của tôi" (my data)
    For more help, please contact the person in charge at your unit.
help-head =
    You can write:
    - "tình hình" (status), "ai chưa báo" (who is missing), /moi to invite people
    - "khai báo" (declare), "sửa" (correct), "nhắc lại tối nay" (remind me tonight), "tạm dừng nhắc" (no more reminders), "hủy" (cancel)
    - "dữ liệu của tôi" (my data), /lienket to use another app as well
    Heads and clerks of schools can send an Excel list into this chat, and see the campaigns with /chiendich.

## Questions

# $link: address of the guide
question-guide = Guide: { $link }
question-unanswered = There is no answer to this question here. Please ask the person in charge at your unit.
for-others = This message is about somebody else and was not recorded. Everybody declares for themselves; parents can declare for their children.

## Messages that cannot be read or are not permitted

# Stands before the text above the buttons.
err-unknown = Your last message was not understood.
err-media = Pictures, stickers, recordings and files of this kind cannot be read. Please answer in words or numbers. Screenshots and pictures of papers are not needed.
err-unsupported = Messages of this kind cannot be read. Please answer in words or numbers.
err-not-allowed = This is only for the person in charge of the unit.
err-paper = This file could not be made. Please ask for it again in a few minutes.
err-down = There is a technical problem. What you just sent was not recorded. Please send it again in a few minutes.

## The menu of commands in Telegram

command-declare = Declare
command-status = Status
command-missing = Who has not completed
command-invite = Invite people
command-people = People: leave, transfers, homeroom, delegation
command-cancel = Leave the open question
command-join = Use another app as well
command-data = What is kept about me
command-stop = No more reminders
command-help = Help
