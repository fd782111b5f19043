### Reminders, the morning's figures, and every way to be left in peace.
### $title: what to declare, $directive: number of the directive, $due: deadline.

button-later = Remind me later
button-nudge = Remind those missing
button-details = Details
button-remind-again = Reminders on again

## Deadlines, as the directive words them and the last day they mean

# "trước ngày 30/8/2020 (by the end of Saturday 29/8/2020)". $phrase: as worded, $day: last day with weekday
due-phrase = { $phrase } (by the end of { $day })
# A slot or an ad hoc round has an hour. $moment: when it closes
due-moment = by { $moment }
# In a list, after one of the above
due-passed = { $due }, already past
due-none = no deadline given

## One thing: a sentence about the deadline, then "remind-act" or "remind-rest"

remind-open = Directive { $directive } asks for: { $title }. It gives no deadline.
# $days: days left
remind-days = { $days } days left. Directive { $directive } asks for: { $title }; due { $due }.
# $day: last day with weekday
remind-tomorrow = Tomorrow, { $day }, is the last day. Directive { $directive } asks for: { $title }.
# $until: last minute that is on time
remind-today = Due today by { $until }. Directive { $directive } asks for: { $title }.
remind-overdue = The deadline has passed. Directive { $directive } asks for: { $title }; due { $due }. Declarations are still accepted, with their actual time.
# Nothing declared yet.
remind-act = Please declare here; it takes about one minute.
# Declared in part. $detail: what is missing
remind-rest = { $detail } When something changes, please write again here.

## Several things: one head line, then up to three "remind-line" lines

# $count: things still to declare
remind-several = { $count ->
    [2] { remind-several-head }:
    [3] { remind-several-head }:
   *[other] { remind-several-head }, the first of them:
}
# $directive: its number, "several" where there are more
remind-several-head = { $directive ->
    [several] { remind-several-count }
   *[other] { remind-several-count } for directive { $directive }
}
remind-several-count = { $count } things to declare
# $detail: one of the sentences below
remind-line = - { $title }, { $due }. { $detail }
# Where the list is of several directives.
remind-line-of = - { $title } – directive { $directive }, { $due }. { $detail }

## What is missing: the $detail of "remind-line" and "remind-rest"

remind-not-declared = Nothing declared yet.
remind-self-left = Your own part is not complete.
# $count: members of the household
remind-family-left = Members of the household still to go: { $count }.
remind-partial = Declared, not complete.

## Figures for heads and officials, without names

digest-head = Declarations of { $unit } at { $moment }:
digest-head-of = Declarations of { $unit } for directive { $directive } at { $moment }:
# $declared/$expected: declared of all, $share: rate
digest-line = - { $declared }/{ $expected } declared ({ $share }): { $title }
# Where there are several directives.
digest-line-of = - { $declared }/{ $expected } declared ({ $share }): { $title }, directive { $directive }

# $count: things not told above
digest-more = - And { $count } more.
# $count: people whom no chat reaches
digest-unreached = People whom no message reaches: { $count }.
# $count: what the reader has to declare themselves
digest-own = Things for you yourself to declare: { $count }.
# $units: several "digest-unit"; $count: the units left
digest-lacking = { $count ->
    [0] Lacking most (declared/total): { $units }.
   *[other] Lacking most (declared/total): { $units }; and { $count } more units.
}
digest-unit = { $unit } { $declared }/{ $expected } ({ $share })

## What helps a head most just now: the label of one button

# $count: people, questions
next-declare-for-unit = Declare: { $title }
next-approve = Approve newcomers ({ $count })
next-connect = Update the list ({ $count } people without a chat)
next-answer = Answer questions ({ $count })
next-nudge = Remind { $count } of those missing
next-declare = Declare: { $title }
next-look = See who is missing ({ $count })

## To heads of staff groups and homeroom teachers: only people of their own

digest-people = Whom to talk to, at { $moment }:
# $place: name of the group or class; $due: "by the end of Saturday 29/8/2020"; $names: names; $more: people left
digest-names = { $more ->
    [0] - { $place }: { $count } have not completed { $title } ({ $due }): { $names }.
   *[other] - { $place }: { $count } have not completed { $title } ({ $due }): { $names } and { $more } more.
}
# A campaign with sensitive data: no names
digest-count = - { $place }: { $count } have not completed { $title } ({ $due }).

## People whom no message of ours reaches

unreached-head = People of { $unit } who have not completed and whom no message reaches: { $count }
unreached-foot = Please tell them directly, or invite them; for whoever has left, use [{ button-people }].
unreached-nobody = Everybody of { $unit } who still has to declare can be reached.

## A head reminds people. $count: how many

nudge-none = There is nobody left to remind: everybody is reminded at most once a day, and only those who are registered.
nudge-sent = People being reminded now: { $count }.
# Within quiet hours. $moment: when they are sent
nudge-later = People to be reminded at { $moment }, after the quiet hours: { $count }.

## Later, no more, complaints

# $moment: when the reminder comes
snooze-ack = A reminder comes at { $moment }.
stop-ack = There will be no more reminders about what is open for you now. What you declared is kept; when convenient, write "khai báo".
# $count: things
resume-ack = Reminders are on again. Things not complete: { $count }.
# $letters: one or several "complaint-letter"
complaint-ack = We are sorry for the disturbance. There will be no more reminders about { $letters }. When convenient, you can write "khai báo" (declare).
complaint-ack-done = We are sorry for the disturbance. There is nothing left to declare now about { $letters }, so there will be no more reminders.
complaint-ack-nothing = We are sorry for the disturbance. There is nothing left to declare now, so there will be no more reminders.
# $number: number of the letter
complaint-letter = letter no. { $number }
# The unit's duty is left.
complaint-unit = Reminders about your unit's share go on: it is everybody's duty.
# Other things are left.
complaint-others = Reminders about other letters go on as usual.
button-stop-all = Stop all reminders
# To the contact person. $who: who, and where
complaint-notice = { $who } asks for no more reminders about { $letters }. They have been stopped; please talk to this person directly if needed.
