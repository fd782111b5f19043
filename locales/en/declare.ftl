### Declaring: choosing what, questions, summary, receipt, updates, corrections.
### The questions and options of a campaign are in its campaign file, not here.

button-declare = Declare
button-update = Update declaration
button-keep = Keep it
# Under a question that needs no answer.
button-skip = Skip
button-continue = Continue
button-yes = Yes
button-no = No
asked-if-done = yet
button-done = Yes, done
button-not-yet = Not yet
button-included = Included
button-not-included = Not included
# $number: the number read
button-sure = { $number } is right
button-send = Send
button-edit = Correct

## Choosing what to declare

no-tasks = There is nothing to declare now.
# $count: things still to declare
tasks-owed = Things to declare: { $count }. Please choose one:
tasks-done = You have declared everything. To review or correct, please choose one:
task-gone = This has ended or is no longer yours to declare.
# Stands above the "summary-line" lines. $moment: when it was declared
declared-already = Declared already, at { $moment }:

## Asking about a number again

# $number: the number read
ask-inclusive = Does the number { $number } include you?
ask-sure = The number read is { $number }, which is rather large. Please confirm.
ask-which = Which answer would you like to correct?

## Notes before a repeated question, or before the summary

note-not-understood = Your last message was not understood.
note-vague = An exact number is needed.
note-out-of-range = This number does not fit the question and was not recorded.
note-too-many = This number is larger than the one declared before and was not recorded.
note-unsure = It is not certain that your last message was understood, so it was not recorded.
note-not-a-link = A link is needed that begins with https:// or http://.
note-too-long = This answer is longer than { $most } characters and was not recorded; the earlier ones are kept. Please write it more briefly.
note-which = It is not clear which question this number answers.
# Joined to a note. $example: a sample answer
note-example = You can answer, for example: "{ $example }".

## Summary. Stands above the "summary-line" and "change-line" lines.

summary-head = Please check and send:
# $name: the person or unit declared for
summary-for = Declaration of { $name }. Please check and send:
# $label: name of the question, $value: the answer
summary-line = - { $label }: { $value }
# Of a rhythm, the first line. $slot: when the slot closes
summary-slot = - Slot: { $slot }
# $old, $new: answer before and after
change-line = Change: { $label } from { $old } to { $new }.

## Received. $moment: received at, $receipt: receipt code

success-complete =
    Received at { $moment }. This is complete. Thank you.
    Receipt: { $receipt }.
# The target is not reached, but nothing more can be done.
success-settled =
    Received at { $moment }. Everything is recorded and there will be no more reminders about this. Thank you.
    Receipt: { $receipt }.
success-partial =
    Received at { $moment }. This is not complete yet; when something changes, just write again.
    Receipt: { $receipt }.
success-late = The declaration is recorded as late.
# The declaration says that help is needed; "alert" went to the heads and the homeroom teacher.
alert-passed-on = The school has been told at once. If you are in danger, call 112.
alert-nobody-near = Nobody in charge at the school could be told here yet: please call the school. If you are in danger, call 112.
# To heads and homeroom teachers. $name: the person or unit, $unit: where it is counted
alert = { $name } – { $unit } has just asked for help. Please get in touch at once.
# $unit: school or class, $bar: progress bar, $part/$whole: complete of all
progress = { $bar } { $part }/{ $whole } people of { $unit } have completed.

## Promises, leaving a question

# $moment: when the reminder comes
promise-ack = Noted. A reminder comes at { $moment }. Until then this counts as not complete.
left = This question is put aside. Your answers so far are kept; you can continue at any time.
errand-left = The last question is left.
nothing-to-cancel = No question is open now.

## Declared addresses are tried

# $link: the address, $why: the reason, or the status of the page: "404"
link-not-open = The address { $link } does not open yet ({ $why }). Your declaration counts all the same; please have a look and update it if needed.
link-open = The address { $link } opens.
link-status = the page answers with error { $status }
link-unreachable = the page cannot be reached
link-slow = the page takes too long
link-redirects = the page redirects too often
link-refused = an internal address, which others cannot open
