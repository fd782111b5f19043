### The web form, somebody's own page, the page of an invite.

## At the head of a form. $directive: its number, $due: the deadline, $moment: when it was declared

form-directive = By document No. { $directive }
form-due = Deadline: { $due }
form-declared = Declared at { $moment }. Sending this form again is an update.

## What is wrong with a field. $kind: kind of question; $least, $most: smallest and largest; $limit: what it may not exceed; $example: an answer

form-missing = { $kind ->
    [amount] Please enter a number; where there is none, enter 0.
    [text] Please answer this question.
    [link] Please enter an address.
    [date] Please enter a day.
   *[other] Please choose one.
}
form-not-a-number = Only digits are possible here, for instance: 4.
form-out-of-range = This number has to be from { $least } to { $most }.
form-too-many = This number cannot be larger than the one of “{ $limit }”.
form-unusual = This number is rather large. If it is right, please tick the box below; if not, please correct it.
form-not-an-option = Please choose one of the list.
form-not-a-link = { $example ->
    [none] An address begins with https:// or http://.
   *[other] An address begins with https:// or http://, for instance: { $example }
}
form-not-a-date = A day is written as 29/8/2020.
form-too-long = The answer has to be shorter than 500 characters.
# The form that was sent does not fit what is asked any more
form-not-taken = The form was not taken because it does not fit the questions as they are now.

## The condition of a question, after "Only if". $left, $right: a label, an answer or a number

condition-is = { $left } is { $right }
condition-is-not = { $left } is other than { $right }
condition-less = { $left } is less than { $right }
condition-at-most = { $left } is at most { $right }
condition-more = { $left } is more than { $right }
condition-at-least = { $left } is at least { $right }
condition-known = { $left } is answered
condition-unknown = { $left } is not answered
condition-and = { $left } and { $right }
condition-or = { $left } or { $right }
# $words: a label or an answer
condition-quoted = “{ $words }”

## The page of the form

web-form = Fill in a form
web-form-title = Declaration form
web-form-which = Choose what to declare
web-form-owed = To be declared
web-form-done = Declared, can be updated
web-form-nothing = There is nothing to declare at present.
web-form-stranger = This page belongs to nobody yet. Please register in the conversation first.
web-form-gone = This has ended, or is no longer on your list.
web-form-chat = Open the conversation
web-form-others = Something else
web-form-back = Back to the form
# $name: the person or unit that is declared for
web-form-whom = Declaring for: { $name }
# $condition: one of the conditions above
web-form-only-if = Only if { $condition }.
web-form-optional = Optional
web-form-no-answer = Leave this out
# $number: the number typed
web-form-sure = { $number } is right
# $count: how many fields
web-form-problems = Please look again at { $count } answers. Everything you typed is still there.
web-form-check = Check before sending
web-form-waiting = This is being handled; the page reloads by itself in a few seconds.
web-form-reload = Reload
# A line of the conversation. $title: what was declared
web-form-sent = Form filled in: { $title }

## Somebody's own page

web-me-title = Your own page
# $role: a role, $unit: a school
web-me-for = This page is for one person alone: { $role } – { $unit }.
web-me-about = A few questions, about a minute, no messenger needed.
web-me-not-yours = If the school did not send this address to you, please close the page and tell the school.
web-me-chat = Chat
web-me-before = Another conversation is open on this device; it stays as it is.
web-me-before-open = Open that conversation
web-me-wrong = This personal link is not right. Please copy the whole address from the school's message again.
web-me-expired = This personal link has ended. Please ask the school for a new one.
web-me-revoked = This personal link was revoked. Please ask the school for a new one.
web-me-left = This personal link does not open any more because the school's list has changed. Please ask the school.

## The page of an invite

web-invite-code = Invite code
web-invite-copy = Copy the code
web-invite-copied = Copied
web-invite-how = Choose where you would like to answer:
web-invite-zalo = Open Zalo
# $bot: the assistant's name on Zalo
web-invite-zalo-name = On Zalo: look for “{ $bot }”, then type the code above.
web-invite-telegram = Open Telegram
web-invite-here = Answer on this page
