### Web pages: chat, demo, error pages.

web-name = Khai báo
web-title = Khai báo – your school's assistant
web-subtitle = Answer official directives in about a minute
web-private = The address of this page is yours alone: please do not pass it on.

## The chat

web-log = Conversation
web-input = Type an answer
web-send = Send
web-attach = Send a file (an Excel list, at most 5 MB)
web-choices = Choose an answer
web-said-you = Sent:
web-said-us = System:
web-down = See the rest
web-typing = The system is answering
web-sending = Sending
web-unsent = Not sent yet; it will be sent again by itself
web-failed = This message could not be processed. Please send it again in a few minutes.
web-offline = No connection. Unsent messages are kept on this device and sent when you are back online.
web-photo = Photo or recording
web-download = Download
web-begin = Start
web-reload = Look for new messages

## The first page

web-landing-about = An assistant with which schools answer official directives by chat, in about a minute each time.
web-landing-again = Back to the conversation on this device
web-landing-code = Invite code
web-landing-code-help = It is in your school's notice and consists of letters and digits.
web-landing-code-wrong = An invite code has only letters without accents, and digits. Please copy it again from your school's notice.
web-landing-go = Start

## An invite link opened again on the same device

web-invite-title = A conversation was opened on this device before
web-invite-again = Go on with that conversation
web-invite-new = Somebody else is using this device: start a new one

## When something is not right

web-error-title = This page could not be opened
web-error-not-found = There is no such page. Please check the address.
web-error-chat = The address of this conversation is not right. Please open your school's invite link again.
web-error-invite = This invite link is not right. Please check your school's notice.
web-error-file = This file is no longer kept. Please ask for it again in the conversation.
web-error-request = The page sent something it should not. Please reload the page and send it again.
web-error-kind = Content of this kind is not accepted. Please write a text or send a file.
web-error-empty = The message is empty. Please type an answer and send it.
web-error-empty-file = The file is empty. Please choose another one.
# $most: the greatest number of characters
web-error-too-long = The message is longer than { $most } characters. Please shorten it or send it in parts.
web-error-too-large = The file is larger than 5 MB. Please send a smaller one.
# $seconds: how long to wait
web-error-busy = Many messages are being sent at once. Please wait { $seconds } seconds and send again.
web-error-broken = Something went wrong here. What you sent was not recorded; please try again in a few minutes.
# $host, $port: the address that was set
web-error-address = The address { $host }:{ $port } cannot be opened: another program is using the port. Choose another port.

## The demo

web-demo-title = Khai báo – demo
web-demo-badge = Demo · invented data
web-demo-clock = Simulated clock
web-demo-move = Move the clock
web-demo-next = To the next reminder
web-demo-hour = +1 hour
web-demo-day = +1 day
web-demo-due = To the deadline
web-demo-moving = Moving the clock…
web-demo-people = Be somebody
web-demo-people-hint = Open several people side by side to see what reaches whom.
web-demo-close = Close this window
web-demo-unread = New message
web-demo-try = Try
web-demo-roster = Download the sample list (Excel)
web-demo-roster-hint = As the principal, send this file into the chat.
web-demo-welcome = Choose somebody to begin
web-demo-welcome-text = A directive goes in, schools answer, the figures add themselves up – all of it by chat.
web-demo-step-1 = As a teacher, answer in one sentence, as you would write to a colleague.
web-demo-step-2 = As the principal, ask “trường mình sao rồi”.
web-demo-step-3 = Move the clock and see reminders reach only those who still owe something.
web-demo-failed = That did not work. Please try again.
