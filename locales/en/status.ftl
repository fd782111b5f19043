### How a unit stands: figures, the units below it, who has not completed.

button-status = Status
button-missing = Who is missing
button-more = More
button-previous = Previous page
button-up = One level up

status-which = Which unit would you like to see?
status-nothing = Nothing is being declared in { $unit } now.
# $name: the name or code that was typed
status-own-part = You may see the figures of your own part only:
status-no-such-unit = No unit "{ $name }" was found in your part of the tree. Please type its code or full name.

## One unit: a head line, the round that is shown, then the others in a line each

status-head = { $unit } at { $moment }
# $title: what is declared, $declared/$expected: declared of all
status-people =
    Subject: { $title }
    { $declared }/{ $expected } people have declared
status-units =
    Subject: { $title }
    { $declared }/{ $expected } units have declared
# $bar: progress bar, $share: rate, $trend: one of the trend-… lines
status-bar = { $bar } { $share }
status-bar-trend = { $bar } { $share }, { $trend }
# $since: one of the two below
trend-more = +{ $count } since { $since }
trend-fewer = −{ $count } since { $since }
trend-same = unchanged since { $since }
trend-since-yesterday = yesterday
trend-since-slot = the round before
status-on-time = { $count }/{ $expected } declared on time ({ $share })
status-complete = { $complete }/{ $expected } complete ({ $share })
# $target: the directive's target, percent
status-complete-target = { $complete }/{ $expected } complete ({ $share }), target { $target }%
# $label: name of the rate in the campaign file, $part/$whole: numerator and denominator
status-rate = - { $label }: { $part }/{ $whole } ({ $share })
# Several people may declare the same person, so declarations are counted, not persons
status-rate-turns = - { $label }: { $part }/{ $whole } counted in declarations ({ $share })
# $sum: of all declarations
status-sum = - { $label }: { $sum }
# $level: school level
status-median = Median of { $level } schools: { $share } declared
# $day: day of the round, $clock: when it closes
status-slot = { $day }, closes { $clock }
status-history = Rounds before:
# $on_time: how many were on time
status-before = - { $slot }: { $declared }/{ $expected } declared, { $on_time } on time
status-others = Other subjects:
status-other = - { $title }: { $declared }/{ $expected } ({ $share })
status-other-masked = - { $title }: too few people, no figures are shown
status-masked =
    Subject: { $title }
    Too few people: no figures are shown.

## Units below

# $count: how many units
status-below = Units below: { $count }, those that lack most first ({ $title }):
status-below-line = - { $declared }/{ $expected } ({ $share }) { $unit }
# $state: one of the states below
status-below-state = - { $unit }: { $state }
below-on-time = declared on time
below-late = declared late
below-missing = not declared
below-overdue = not declared, overdue
status-below-masked = - { $unit }: no figures shown
# $smallest: the smallest number of people that is shown
status-masked-why = No figures are shown of fewer than { $smallest } people, nor of units from which they could be worked out.
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

missing-nobody = Everybody of { $unit } has completed what is open now.
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
