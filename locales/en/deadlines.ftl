### Deadlines: how extended and local ones are written; /han, extending. $title: obligation, $unit: unit.
### $official: the directive's deadline, $until: "the end of Saturday 5/9/2020".

button-deadline = Own deadline
button-set-deadline = Set it
button-lift-deadline = Lift own deadline
button-extend = Extend
# $days: days more
button-extend-days = { $days } days more

## How deadlines are written

# A deadline by the day. $day: the last day
due-last-day = the end of { $day }
# A deadline within a day. $moment: the last minute in time
due-clock = { $moment }
due-extended = { $official }, extended to { $until }
due-local = { $until } (own deadline of { $unit }; letter: { $official })
due-local-only = { $until } (own deadline of { $unit }; the letter has none)
# Lines of a status. $due: as above
status-due = Due: { $due }
status-due-local = Own deadline of { $unit }: { $until } (letter: { $official })
status-due-local-only = Own deadline of { $unit }: { $until } (the letter has none)

## Reminders by a local deadline. $directive: number of the letter, $days: days left, $due: as above

remind-local-days = { $days } days left: letter { $directive } asks for { $title }, due { $due }.
remind-local-today = Today is the last day: letter { $directive } asks for { $title }, due { $due }.

## A deadline that is typed

deadline-example = Please type the new deadline, for example: "hết { $day }", "trước ngày { $after }", "16h ngày { $day }".
deadline-unreadable = That was not read as a deadline.
deadline-left = No deadline was changed.

## A unit's own deadline

deadline-none-here = There is nothing now for which a deadline of your own can be set.
deadline-which = For what do you want to set a deadline of your own?
# $due: the deadline there is
deadline-now = { $title } – { $unit }: { $due }.
# $left: people and units that have not completed
deadline-sure =
    Set the deadline of { $unit } for { $title }: { $until }?
    { $left } of { $unit } have not completed and are reminded by it. Letter: { $official }; what counts as late still goes by the letter.
deadline-sure-done =
    Set the deadline of { $unit } for { $title }: { $until }?
    Nobody of { $unit } is left to remind. Letter: { $official }.
deadline-set = Deadline of { $unit } for { $title }: { $until } (letter: { $official }).
deadline-lifted = { $unit } has lifted its deadline for { $title }. Reminders go by the letter: { $official }.
deadline-lifted-already = { $unit } has no deadline of its own for { $title }.

## Extending

extend-which = What do you want to extend?
extend-none = Nothing here has a deadline to extend.
# $due: the deadline there is
extend-now = { $title }: { $due }.
# $scope: the unit that started it
extend-sure =
    Extend { $title } to { $until } for { $scope } and the units below it?
    { $left } have not completed; reminders go by the new deadline. Whatever comes until then is on time.
extend-sure-done =
    Extend { $title } to { $until } for { $scope } and the units below it?
    Nobody is left who has not completed.
extend-set = { $title } is extended: { $due }.

## What cannot be; also on the command line

deadline-past = This deadline has passed. Please choose a moment to come.
deadline-too-far = This deadline is more than a year away. Please check the year.
deadline-not-earlier = A deadline of one's own has to be earlier than the letter's.
deadline-above-earlier = A unit above has set an earlier deadline or the same; it stays in force.
deadline-single-only = Own deadlines are for what is declared once; recurring and ad hoc rounds have their hour.
deadline-no-round = This is not open yet or has ended, so its deadline cannot be changed.
extend-no-deadline = This has no deadline, so there is nothing to extend.
extend-not-later = The new deadline has to be later than the present one.
