### Inviting people: unit and role, the code, its QR picture and poster, its terms and its end.

button-invite = Invite
button-by-class = By class
button-code-qr = QR code
button-code-poster = Poster
button-class-posters = A poster for each class
button-code-terms = Change the terms
button-code-revoke = Revoke the code
button-code-keep = Keep it
button-code-new = Make a new code
button-school-year = Until the school year ends
button-unlimited = No limit
# $days: number of days; may also be typed
button-days = { $days } days
# $count: number of people; may also be typed
button-uses = { $count ->
    [1] { $count } person
   *[other] { $count } people
}

## Whom, and where

invite-where = Choose a unit, or write its name or code:
invite-which-class = Choose a class, or write its name:
# $unit: the unit
invite-whom = Whom would you like to invite to { $unit }?
invite-which = Several units match. Please choose one:
# $shown: units that are shown
invite-too-many = Many units match; these are the first { $shown }. You can write more of the name.
# $unit: the unit of whoever asks
invite-not-found = There is no such unit in { $unit }. Please write its name or code again, or choose:

## The code

# $role: group of people, $code: invite code
invite-code =
    Invite code: { $code }
    For: { $role } – { $unit }
# $link: opens the assistant directly
invite-telegram = On Telegram: { $link }
invite-web = On the web: { $link }
# $until, $used: the two parts below
invite-terms = { $until }; { $used }.
# $day: the last day on which it works
invite-until = Valid until the end of { $day }
invite-endless = Valid until it is revoked
# $uses: people who registered with it, $most: how many may
invite-used = { $uses ->
    [0] nobody registered yet, no limit
   *[other] { $uses } registered so far, no limit
}
invite-used-of = { $uses } of { $most } registered so far
invite-care = Please pass this code on within the unit only.
invite-care-personal = This code makes somebody head of the unit: please give it to that person only.

## A code that has ended, to whoever manages it. $code: invite code

invite-gone-revoked = The code { $code } has been revoked.
invite-gone-expired = The code { $code } has expired.
invite-gone-used-up = The code { $code } has brought in as many people as it may.

## QR picture and poster

# Names of files, plain letters. $unit: name of the unit
qr-file = qr-{ $unit }.png
poster-file = poster-{ $unit }.pdf
class-posters-file = posters-of-classes-{ $unit }.pdf
qr-caption =
    QR picture of the invite code { $code }
    For: { $role } – { $unit }
poster-caption =
    A4 poster, can be printed in black and white.
    For: { $role } – { $unit }
# $count: number of classes
class-posters-caption =
    Posters of { $count ->
        [1] { $count } class
       *[other] { $count } classes
    }, one A4 page and one code each.
    For: { $role } – { $unit }
poster-no-classes = { $unit } has no classes yet. You can send the list of pupils (Excel) first.
invite-no-link = There is no web or Telegram address yet to make a QR picture of. The code can still be typed.

## Terms

# $code: invite code, $terms: as they are now
invite-ask-terms =
    Code { $code }. { $terms }
    Please choose, or write for example "đến 30/9", "2 tuần", "40 người":
invite-terms-unread = The end or the number of people was not understood. The end counts from today, a year at the longest.
invite-changed = The time and limit of this code were changed.
# $uses: people who registered
invite-too-few = { $uses } registered with this code already, so the limit has to be more than { $uses }. To let in nobody else, revoke the code.

## Its end

invite-revoke =
    Revoke the code { $code }?
    The code and posters that show it will no longer work. Nobody who has registered is affected.
invite-revoked = The code { $code } is revoked. Posters that show it should come down.
# To whoever handed it out. $role: role
invite-was-used = The code that invites the { $role } of { $unit } has just been used. If it was not the person you meant, please tell the operator.

## Somebody comes with a code that has ended. $whom: whom to ask

invite-ended-revoked = This invite code has been revoked. Please ask { $whom } for a new one.
invite-ended-expired = This invite code has expired. Please ask { $whom } for a new one.
invite-ended-used-up = This invite code has brought in as many people as it may. Please ask { $whom } for a new one.
ask-homeroom = the homeroom teacher of { $unit }
ask-office = the head or clerk of { $unit }
ask-operator = the operator

## The poster. Large letters, short sentences, read from afar

poster-title = Declare on your phone
poster-for-staff = For teachers and staff
poster-for-pupils = For pupils and learners
poster-for-parents = For parents
poster-for-heads = For whoever is in charge of the unit
# $audience: one of the lines above, $unit: name of the class
poster-in-class = { $audience } – class { $unit }
poster-step-open = Scan the QR code with your camera, or open a link below.
poster-step-name = Write your full name and choose it from the list.
poster-step-child = Write your child's full name and choose it.
poster-step-answer = Answer a few short questions. It takes a minute.
poster-code = Invite code, to be typed when asked
# $link: the address without https://
poster-web = On the web: { $link }
# $bot: the bot's name on Telegram
poster-telegram = Telegram: t.me/{ $bot }, then type the code
# $day: the last day
poster-until = The code works until the end of { $day }.
poster-help-class = For help, ask the homeroom teacher.
poster-help-school = For help, ask the clerk or the head of the unit.
poster-privacy = Only your name, unit and declaration are kept. You are never asked for a password, a one-time code or a picture of identity papers.
