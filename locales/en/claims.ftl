### Claims to a name: one that is taken, a head's name, a school without a head here.

button-claim = Tell the person in charge
button-claim-right = It is them, open it
button-claim-wrong = It is not
button-invite-head = Invite the head

## To whoever claims. $name: full name, $role: role

claim-head =
    On the list, { $name } is { $role }. This code is shared, so the person in charge or the unit above has to confirm.
    If you have a code of your own, please write it; if not, choose [{ button-claim }].
claim-sent = The name { $name } has to be confirmed. Whoever decides has been told; you will get a message.
claim-nobody = The name { $name } has to be confirmed, and nobody here can do so yet. Please contact the unit, or the one above it, for a code of your own.
claim-refused-told = The name you gave was not confirmed. If this is a mistake, please contact the unit directly.
released-told = This account no longer belongs to { $name }. If this is a mistake, please contact the unit directly.

## To whoever decides. $unit: unit

claim-request =
    Somebody used the shared code of { $unit } and says they are { $name } – { $role }.
    Please ask { $name } in person before you choose.
claim-request-taken =
    Somebody says they are { $name } – { $role }, { $unit }. Another account uses this name.
    Please ask { $name } in person before you choose; if it is them, the old account is unlinked.
claim-accepted = { $name } writes from the new account now. What was declared is kept.
claim-refused = Noted: it is not { $name }. Nothing has changed.
claim-decided = The claim to the name { $name } has been decided before.
release-confirm = Unlink the account that uses the name { $name }? The right person registers again with an invite code; what was declared is kept.
release-done = The name { $name } is free again. The right person can register with an invite code.

## A school without a head here; only that somebody waits, no names

school-without-head = { $unit } has no head here, and somebody is waiting for confirmation. Please invite the head of the school.
# $count: people waiting
newcomers-waiting = { $count ->
    [1] { $count } person is waiting for your confirmation.
   *[other] { $count } people are waiting for your confirmation.
}
