### Staff and pupils: finding somebody, leaving, long leave, classes, transfers, homeroom teachers. For heads.

button-people = People
button-confirm = Confirm
button-reclass = Change class
button-transfer = Transfer to another school
button-transfer-back = Take the transfer back
button-homeroom = Homeroom of a class
# $unit: class
button-unlead = No longer homeroom of { $unit }
button-on-leave = Long leave
button-leave-staff = Leaves the school
button-leave-pupil = Leaves school
button-back = Back again
button-release = Unlink the account
button-take-in = Take in

## Finding somebody. $unit: unit

people-ask = Please write the full name of the person of { $unit }.
# $name: full name, $role: what was granted, $day: last day
people-acting = - Acting now: { $name }, { $role }, until the end of { $day }
# Buttons. $name: who waits for a decision
people-newcomer = Waiting for confirmation: { $name }
people-coming = Waiting to be taken in: { $name }
# $count: people found
people-too-many = { $count } people have such a name. Please write the full name.
people-which = Please choose:
# Tells apart people whose name and class are the same. $number: number in the system
people-number = number { $number }
people-not-found = Nobody on the list has this name. Please check it and write it again.
people-self = Your own post is changed by somebody else in charge, or by the unit above.
people-head = Only another head of the unit can change a head's post.

## Somebody's card. $post: position and group, or class, $state: one of those below

people-card =
    { $name } – { $post }
    State: { $state }
post-active = present
post-pending = waiting for confirmation
post-on-leave = on long leave
post-left = left the unit
post-rejected = not confirmed
# $classes: classes
people-leads = Homeroom of: { $classes }
people-acts = Acts as { $role } until the end of { $day }
people-going = Waiting to be taken in by { $unit }
people-registered = Account: registered
people-unregistered = Account: not registered

## Leaving, long leave, coming back. $name: full name, $unit: unit

leave-confirm = Has { $name } left { $unit }? They owe nothing more and do not count in what is open; what is past stays.
leave-done = { $name } has left { $unit }.
leave-already = { $name } had left { $unit } before.
on-leave-confirm = Is { $name } on long leave? They stay on the list and are not reminded.
on-leave-done = { $name } is on long leave and is not reminded any more.
on-leave-already = { $name } is on long leave.
on-leave-left = { $name } has left the unit.
on-leave-pending = { $name } is waiting for confirmation.
back-done = { $name } is back in { $unit }. What is open counts for them.
back-already = { $name } is on the list and present.

## Another class. $source: old class, $unit: new class

reclass-which = Which class does { $name } go to?
reclass-none = There is no class that { $name } could go to.
reclass-confirm = Move { $name } from { $source } to { $unit }? What was declared in what is open goes along; what is past stays with the old class.
reclass-done = { $name } has moved from { $source } to { $unit }.
reclass-already = { $name } is in { $unit }.

## Homeroom. $instead: who leads it now, "none": nobody

homeroom-which = Which class does { $name } lead?
homeroom-none = { $name } cannot lead a class: the unit has none, or they are absent.
homeroom-confirm = { $instead ->
    [none] Let { $name } lead { $unit }?
   *[other] Let { $name } lead { $unit } instead of { $instead }?
}
homeroom-done = { $name } leads { $unit }.
homeroom-already = { $name } leads { $unit }.
unlead-confirm = Note that { $name } no longer leads { $unit }?
unlead-done = Noted: { $name } no longer leads { $unit }.
# To the teacher
homeroom-told = You are the homeroom teacher of { $unit } now. Write "status" to see its figures.
unlead-told = The school has noted that you are no longer the homeroom teacher of { $unit }. Thank you.

## Transfers. $unit: the school that takes in, $source: the old school

transfer-code = Which school does { $name } go to? Please write its code.
transfer-unknown = No school has this code.
transfer-confirm = Ask { $unit } to take in { $name }? What they declared in what is open goes along.
transfer-asked = { $unit } has been asked to take in { $name }. You will get a message when it is decided.
transfer-nobody = The request for { $name } is noted. { $unit } has no head here yet, so it has to wait.
transfer-there = { $name } is on the list of { $unit } already.
transfer-done = { $name } has moved to { $unit }.
transfer-accepted = { $unit } has taken in { $name }.
transfer-refused = { $unit } has not taken in { $name }; they stay where they are.
# To the person
transfer-told = { $unit } has taken you in. What you declared is kept.
# To the head of the other school. $role: role
coming-request = { $source } asks { $unit } to take in { $name } – { $role }. Please choose:
coming-accepted = { $name } is taken into { $unit }.
coming-refused = { $name } is not taken in. The school that asked has been told.
coming-decided = The request for { $name } has been decided before.

## Command line: khaibao roster on-leave, back, move, delegate. $name: full name, $unit: unit code

cli-help-roster-on-leave = Write down that somebody is on long leave: on the list, not reminded.
cli-help-roster-back = Write down that somebody is back from long leave.
cli-help-roster-move = Move somebody to another class or school, with what they declared in what is open.
cli-help-roster-delegate = Let somebody act for the head until a day, or end that.
cli-help-to = Code of the class or school they go to.
cli-help-delegate-role = The role: deputy, clerk, officer
cli-help-last-day = The last day, for instance 30/9 or 2020-09-30.
cli-help-delegate-end = End what was granted at once.
cli-on-leave = { $name } ({ $unit }) is on long leave.
cli-back = { $name } is back in { $unit }.
# $to: code of the unit they go to
cli-moved = { $name } has moved from { $unit } to { $to }.
# $role: role, $until: when the right ends
cli-delegated = { $name } acts as { $role } of { $unit } until { $until }.
cli-delegation-ended = { $name } no longer acts for { $unit }.
cli-no-head = Unit { $unit } has no head in whose place somebody could act. Bring in the head first.
# $until: the day given
cli-until = The last day "{ $until }" cannot be read, or has gone by. Write --until 30/9 or --until 2020-09-30.
