### Registration: greeting, code, finding one's name, confirming it, newcomers, invites, a second account.
### Nobody is known yet while a code is entered; the code tells the role, so each role is asked in its own words.

button-right = Correct
button-wrong-name = Wrong, try again
button-type-again = Try again
button-newcomer = Not on the list yet
button-approve = Approve
button-reject = Reject

welcome-stranger = Hello. This is the reporting assistant of the education sector. It records how official directives are carried out; each declaration takes about one minute.
# Follows "welcome-stranger".
ask-code = Please enter the code printed in your school's or office's notice or invitation. If you have none, please ask the contact person of your unit.

## The first greeting, by the role of the invite. $unit: the unit

welcome-staff = Welcome. This is the reporting assistant of { $unit }; it records how official directives are carried out. Each declaration takes about one minute.
welcome-officer = Welcome. This is the reporting assistant for { $unit }; it sums up how official directives are carried out.
welcome-pupil = Hello. This is the reporting assistant of { $unit }. A few short questions, about one minute.
welcome-parent = Welcome. This is the reporting assistant of { $unit }. You can declare on behalf of your child and look at what was declared at any time.

# Never says whether the code is wrong or expired. $left: attempts left
err-code = This code is not correct or has expired. Please check the notice of your school or office. Attempts left: { $left }.
# $minutes: how many minutes to wait
err-locked = Too many attempts. Please try again in { $minutes } minutes or contact the person in charge at your school or office.
already-registered = You are already registered with this unit.

## Finding the name on the list; the question for it follows the greeting. $unit: unit of the invite code

ask-name-staff = Please write your full name as it stands on the unit's list.
ask-name-officer = Please write your full name.
# Learners may be adults, so Vietnamese avoids a pronoun here.
ask-name-pupil = Please write your full name as it stands on the class list.
ask-name-child = Dear parent, please write the pupil's full name as it stands on the class list.
name-not-found =
    This name was not found on the list of { $unit }.
    Please check it and write the full name again.
# $count: how many people match the name
name-too-many = { $count } people match this name. Please write the full name again.
code-ending = code …{ $ending }
name-which = Please choose the right name below.
# $name: full name, $position: position or role
confirm-identity =
    Found: { $name } – { $position } – { $unit }.
    Is this correct?
# A parent looks for a child. $name: the pupil's full name, $unit: class, school
confirm-child =
    Found: { $name } – { $unit }. You, the parent, will declare on this pupil's behalf.
    Is this correct?
# $name: whose account it is
identity-other-person = This account is registered for { $name }. Everybody please uses an account of their own; parents use the invite for parents.
identity-taken =
    { $name } is already registered from another account.
    If that is your old account, write /lienket there to get a code, then write that code here. Otherwise please tell the person in charge at your unit.
# What a parent is called in the system. $name: the pupil's full name
parent-of = Parent of { $name }

## Registered

registered = You are registered with { $unit }.
# Stands before the privacy notice or the first question. $count: things to declare
registered-owing = You are registered with { $unit }. { $count ->
    [1] There is { $count } thing to declare.
   *[other] There are { $count } things to declare.
}

## People who are not on the list yet

ask-newcomer-name = Please write your full name. The unit has to confirm it before you can declare.
err-name = A full name is needed: at least two words and no digits. Please write it again.
newcomer-waiting = Your name is waiting for confirmation by { $unit }. You will get a message when it is decided.
# To the head of the unit. $name: full name, $role: role, $unit: unit, class
newcomer-request =
    New registration: { $name } – { $role }, { $unit }.
    If this person belongs to the unit, please choose [{ button-approve }].
newcomer-decided-already = The registration of { $name } has been decided before.
newcomer-approved-ack = { $name } is approved and has been told.
newcomer-rejected-ack = { $name } is rejected and has been told.
newcomer-approved = The unit has confirmed your name. You can declare here now.
newcomer-rejected = The unit has not confirmed your name. If this is a mistake, please contact the unit directly.

## Two accounts of one person

# $code: one-time code, $minutes: minutes it is valid
join-code =
    To use another app as well, write this there:
    /batdau { $code }
    The code works once, within { $minutes } minutes.
# Stands before the list of what can be done. $name: full name
joined = This account now belongs to { $name }. You can declare from both.

## Roles, also labels of buttons

role-officer = Official
role-principal = Head of the unit
role-deputy = Deputy head
role-clerk = Clerk
role-homeroom = Homeroom teacher
role-staff = Teacher or staff
role-pupil = Pupil or learner
role-parent = Parent
