### How a unit stands: figures, the units below it, who has not completed.

button-status = Status
button-missing = Not complete
button-more = More

status-which = Which unit would you like to see?
status-nothing = Nothing is being declared in { $unit } now.

## One unit: a head line, then a paragraph for each thing to declare

status-head = { $unit } at { $moment }
# $title: what is declared, $declared/$expected: declared of all
status-people =
    Subject: { $title }
    { $declared }/{ $expected } people have declared
status-units =
    Subject: { $title }
    { $declared }/{ $expected } units have declared
# $bar: progress bar, $share: rate
status-bar = { $bar } { $share }
status-complete = { $complete }/{ $expected } complete ({ $share })
# $count: declarations after the deadline
status-late = Declared after the deadline: { $count }
# $label: name of the rate in the campaign file, $part/$whole: numerator and denominator
status-rate = - { $label }: { $part }/{ $whole } ({ $share })
# $smallest: the smallest number of people that is shown
status-masked =
    Subject: { $title }
    Fewer than { $smallest } people: no figures are shown.
status-below-masked = - { $unit }: fewer than { $smallest } people, no figures shown

## Units below

# $count: how many units
status-below = Units below: { $count }, lowest rate first ({ $title }):
status-below-line = - { $declared }/{ $expected } ({ $share }) { $unit }
# Names of units on buttons: a phrase of official names = its short form, a line each
unit-short-names =
    Trung tâm Giáo dục Thường xuyên = TTGDTX
    Giáo dục và Đào tạo = GD&ĐT

## One's own declarations

status-own-head = Your declarations:
# $state: one of the states below
status-own-line = - { $title }: { $state }
state-missing = not declared
state-partial = declared, not complete
state-complete = complete

## Who has not completed; never leaves the school

missing-nobody = { $unit }: everybody has completed what is open now.
# $count: how many people
missing-head = { $unit }, not complete: { $count } – { $title }
# $place: number on the list, $name: full name, $note: one of the notes below
missing-line = { $place }. { $name }: { $note }
owing-direct = reports to the unit directly
owing-missing = not declared
owing-partial = declared, not complete
owing-unreachable = cannot be reached
owing-not-connected = not registered
missing-foot = This list is for follow-up only; please do not forward it to group chats.
