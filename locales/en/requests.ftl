### Requests to have data corrected: asked by people, settled by the school within 2 working days.

button-wrong-fullname = My name is wrong
button-wrong-post = My role, class or group is wrong
button-requests = See the requests
button-apply-name = Use this name
button-settled = Corrected
button-unchanged-data = Leave as it is
button-their-card = Open their card

## Asking. $unit: unit, $day: last day for an answer

request-which =
    What is wrong?
    You correct declarations yourself at once; the unit corrects names, roles and classes.
request-ask-name = How is your name written? Please write it in full, with its marks.
request-ask-post = What should your role, class or group be? One short sentence, for instance: class 10A2.
request-no-post = There is no role of yours on the lists of the unit. Please ask the unit directly.
request-waits = A request of this kind is waiting for an answer already.
# $most: most characters
request-too-long = That is longer than { $most } characters. Please write less.
request-sent = The request was sent to { $unit }. An answer is due by { $day }; you will be told.
# $text: what was asked for
request-told-granted = { $unit } made the change you asked for: "{ $text }".
request-told-refused = { $unit } looked at it and left the data as it was; you asked for "{ $text }". Please ask the unit directly if need be.

## Those in charge. $count: requests, $overdue: how many are overdue, $name: full name

request-told = Somebody of the unit wants personal data corrected. Please answer by { $day }.
requests-none = No request is waiting.
requests-head = { $overdue ->
    [0] Requests about personal data waiting: { $count }
   *[other] Requests about personal data waiting: { $count }, overdue: { $overdue }
}
# $kind: what kind of request
requests-line = - { $name }: { $kind }, due { $day }
requests-overdue = - { $name }: { $kind }, due by { $day }, overdue
request-kind-name = name
request-kind-post = role, class or group
# $post: role
request-card-name =
    { $name } ({ $post }, { $unit }) wants the name written as: { $text }
    Due { $day }. If you change it, the new name is used in the list at once.
request-card-post =
    { $name } ({ $post }, { $unit }) wants this changed: { $text }
    Due { $day }. Change it on their card, then choose [{ button-settled }].
request-settled-already = This request was settled before.
request-granted = Corrected as { $name } asked, who is told.
request-refused = The data of { $name } stays as it is; they are told.
# A line of the morning's digest
digest-requests = { $overdue ->
    [0] Requests to correct personal data: { $count } waiting, see /yeucau.
   *[other] Requests to correct personal data: { $count } waiting, { $overdue } overdue, see /yeucau.
}
