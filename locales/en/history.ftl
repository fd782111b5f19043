### Declaring again without answering everything, and the history of rounds.

button-unchanged = Unchanged
button-changed = Something changed
button-zeros = Everything is 0
button-earlier = Earlier rounds
# $round: the round
button-make-up = Declare late: { $round }

## The same as last time. Between the two lines stand the lines "summary-line".

# $moment: when that was declared
repeat-head = Last time, at { $moment }, this was declared:
repeat-ask = If nothing has changed, choose [{ button-unchanged }] to send exactly the same for this round.
repeat-nothing = There is no earlier declaration to send again.

## One step at a time

# $label: name of the question, $step: the step declared
step-now = { $label }: { $step }.
step-next = When the next step is done, choose it; it is recorded at once.

## Checklists: many questions of yes or no, one answer

# $place: number, $item: what it is about
list-line = { $place }. { $item }
# $example: an answer
list-how = Answer in one message, for instance: "{ $example }".
# $count: lines without an answer
list-unclear = Which numbers are meant is not clear. { $count } are to be answered, by their numbers.
list-example = 1-3 có, 4 không
list-change = Which numbers do you want to change? The others stay.
# $yes: the form's own yes
button-list-all = { $yes }, all
button-list-each = One by one
# $label: name of the list, $part/$whole: lines that hold of all, $failing: numbers of those that do not
summary-list-all = - { $label }: { $yes } { $part }/{ $whole }
summary-list = - { $label }: { $yes } { $part }/{ $whole }; { $no }: items { $failing }
# $grade: the form's grade
summary-grade = - Grade: { $grade }

## The history of rounds

# A round on a holiday that closes on another day. $slot: its day, $moment: when it closes
slot-moved = round of { $slot } (closes { $moment })
# $day: day, $clock: when it closes
rounds-slot = { $day }, { $clock }
# $unit: school or office
rounds-of = Rounds of { $unit }:
rounds-own = Recent rounds:
rounds-none = There were no rounds yet.
# $round: the round, $moment: when it was declared, or its deadline
rounds-on-time = - { $round }: on time ({ $moment })
rounds-late = - { $round }: late ({ $moment })
rounds-missing = - { $round }: missing
rounds-open = - { $round }: open until { $moment }
# $part/$whole: rounds on time of those due, $share: rate
rounds-rate = On time { $part }/{ $whole } rounds ({ $share })
# $on_time/$expected: units on time of all, $late: late, $missing: missing
rounds-counts = - { $round }: on time { $on_time }/{ $expected }, late { $late }, missing { $missing }
