### Personal links: an address that opens the page of exactly one person, without a messenger.

button-link-of = Personal link
button-my-link = Open on the web
button-link-own = For myself
button-link-revoke = Revoke the link
button-link-keep = Keep the link
button-back-to-card = Back to the card

## Giving a link. $link: the address, $day: the last day on which it opens

# $name: whom it is for
link-of =
    Personal link of { $name }, until the end of { $day }:
    { $link }
    Whoever opens this link can declare as { $name }: please send it to that person alone.
link-own =
    Your personal link, until the end of { $day }:
    { $link }
    It opens in a browser, without a messenger. Whoever has it can declare for you, so please keep it to yourself.
link-for-whom = Whom is the link for?
link-no-pages = This system has no web address yet, so there are no personal links. Invite codes and messengers work.

## Revoking

link-revoke =
    Revoke this link?
    It will not open any more. A page that is open on the recipient's phone goes on working.
link-revoked = The personal link is revoked. If somebody else has opened the page, whoever is in charge can choose [{ button-release }] on the person's card.
link-none-left = There is no personal link that still opens.

## Opening a link

link-ended = { $address ->
    [pupil] This personal link has ended or was revoked. Ask your homeroom teacher for a new one.
   *[other] This personal link has ended or was revoked. Please ask the school for a new one.
}
link-of-another = This link is for somebody else. Please open it in a browser instead of typing it here.
# $unit: where they belong
link-joined = This page now belongs to your declarations at { $unit }. You can go on here or in the app you use.
# To the app that the owner of the link uses
link-was-opened = { $address ->
    [pupil] Your personal link was just opened on a web page. If it was not you, tell your homeroom teacher.
   *[other] Your personal link was just opened on a web page. If it was not you, please tell whoever is in charge.
}

## Messages that a platform does not pass on. Nothing is said about why. $link: one's page, or the first page

unread =
    The content of that message did not reach the system. You can answer on your own page:
    { $link }
    You can also report directly to whoever is in charge.
unread-nowhere = The content of that message did not reach the system. Please write a text, or report directly to whoever is in charge.
unread-pupil =
    The content of that message did not reach the system. You can answer on your own page:
    { $link }
    A parent can also declare for you, or tell your homeroom teacher.
unread-pupil-nowhere = The content of that message did not reach the system. A parent can declare for you from their own account, or tell your homeroom teacher.
unread-stranger =
    The content of that message did not reach the system. You can declare on the web with your school's invite code:
    { $link }
    A parent can also declare for a pupil, or tell the homeroom teacher.
unread-stranger-nowhere = The content of that message did not reach the system. Please type your invite code. A parent can also declare for a pupil, or tell the homeroom teacher.

## Command line: khaibao roster link. $name: a full name, $day: the last day

cli-help-roster-link = Make or revoke a personal link that opens the web form for somebody without a messenger.
cli-help-link-days = For how many days the link opens.
cli-help-link-end = Revoke every personal link of this person.
cli-link = Personal link of { $name }, until the end of { $day }:
cli-link-ended = The personal links of { $name } are revoked.
cli-no-pages = There is no web address yet. Set KHAIBAO_PUBLIC_URL.
