### My data: seeing it, having it as a file, taking consent back, deletion, reporting directly.

button-data = My data
button-data-next = Next page
button-data-file = Download
button-data-wrong = Something is wrong
button-unconsent = Withdraw consent
button-erase = Delete my data
# $name: full name
button-erase-child = Delete the data of { $name }
button-erase-not = Do not delete
button-direct = Enter a direct report
button-direct-complete = Complete
button-direct-not-yet = Not complete

## What is kept. $name: full name

own-data-head = What is kept about { $name }:
# $role: role, $unit: unit, $more: position, group, code; "none": there is none
own-data-role = { $more ->
    [none] - Role: { $role } – { $unit }
   *[other] - Role: { $role } – { $unit } ({ $more })
}
# $channel: name of the channel
own-data-chat = - Channel: { $channel }
# $day: the last day of its time
own-data-link = - Personal link to the web form, its time: until the end of { $day }
own-data-child = - Parent of: { $name }
own-data-child-head = About { $name }:
own-data-reminders-on = - Reminders: on
own-data-reminders-off = - Reminders: off, as asked
own-data-reminded-at = - Reminders: the next one at { $moment }
# $text: what is to be changed, $day: last day for an answer
own-data-request = - Waiting for the school to change: { $text } (an answer is due by { $day })
# $whose: whose consent it is
agreement-own = their own
agreement-guardian = a parent or guardian
# $directive: number of the directive, $until: last day it is kept, "unknown": not known yet
own-data-agreed = { $until ->
    [unknown] - Agreed ({ $whose }): directive { $directive } at { $moment }
   *[other] - Agreed ({ $whose }): directive { $directive } at { $moment }; the data is deleted after { $until }
}
own-data-declined = - Not agreed, or withdrawn ({ $whose }): directive { $directive }, at { $moment }
own-data-told = { $until ->
    [unknown] - Was told about the data: directive { $directive }, at { $moment }
   *[other] - Was told about the data: directive { $directive }, at { $moment }; the data is deleted after { $until }
}
# $title: what was declared, $state: how it stands
own-data-declaration = - Declaration: { $title } – { $state }
# $answers: the answers
own-data-answers = + { $answers }
# $revisions: how often it was sent
own-data-sent = + Sent { $revisions } times, last at { $moment }
own-data-by = + Declared at times by { $name } on their behalf
own-data-erased-person = somebody who deleted their data
own-data-rights = You can correct it, download it, withdraw your consent or have it deleted: please choose below.
own-data-as-file = A file with your data and that of your children under 16, if any. Please do not pass it on.
own-data-file = Personal data kept by the system at { $moment }

## Withdrawing consent. $directive: number of the directive, $title: campaign, $name: full name

unconsent-which = Withdraw the consent to which directive?
unconsent-none = There is no consent in force.
unconsent-confirm =
    Withdraw the consent of { $name } to directive { $directive } ({ $title })?
    - The answers are deleted at once, and there are no more reminders.
    - What is still open is reported directly to the unit.
    - You can agree again at any time: write "khai báo" (declare).
unconsent-done =
    The consent of { $name } to directive { $directive } is withdrawn and the answers are deleted.
    You can report directly to your unit. If you change your mind, write "khai báo" (declare).

## Deleting everything. $code: confirmation code

erase-explain =
    Deleted at once: your name, roles, answers, channels and the history of this conversation.
    Kept, without a name: totals, the time of the deletion, the proof of consent (24 months).
erase-explain-child =
    Deleted at once: the name, class, answers and conversations of { $name }.
    Kept, without a name: totals, the time of the deletion, the proof of consent (24 months).
erase-head = You are the head of the unit: please let somebody else act for you first (/nhansu). After the deletion the office above is told that the unit has no head.
erase-code = What is deleted cannot be restored. If you are sure, write the code { $code } within 10 minutes; anything else deletes nothing.
erase-left = Your data stays as it is; nothing was deleted.
erase-done = The data was deleted at { $moment }. To come back, register as a newcomer with the code of your unit.
erase-done-child = The data of { $name } was deleted.
# To the office above, without a name. $unit: unit
erase-told-above = { $unit } has no head on the system now. Please invite somebody: /moi.

## Reporting directly. $unit: unit, $count: how many

offline-done =
    Noted: you report directly to { $unit } ({ $count } items), and there are no more reminders.
    To declare here after all, write "khai báo" (declare).
offline-nothing = There is nothing left to report.

## Entered by a head. $name: full name, $title: what it is about

offline-who = Those of { $unit } who report directly. For whom is it?
offline-nobody = Nobody of { $unit } who reports directly is left.
offline-ask = What did { $name } report directly about { $title }? Only this result is kept.
offline-entered-complete = Noted: { $name } reported directly, complete. It is counted.
offline-entered = Noted: { $name } reported directly, not complete. It is counted.

# In place of the name of somebody who had their data deleted.
erased-name = somebody whose data was deleted
