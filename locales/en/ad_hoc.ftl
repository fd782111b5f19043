### Ad hoc rounds: an officer asks the schools in the chat; and messages that speak of one round only.
### $title: what is asked for, in the words of whoever asks; $moment: a moment.

button-ask = Send now
button-drop = Leave it
button-figures = Figures
button-refresh = Refresh
button-withdraw = Withdraw
button-keep-open = Keep it
button-declare-now = Declare now

## An officer asks

ad-hoc-not-allowed = Only officers of a district, department or people's committee can open an ad hoc round.
ad-hoc-how =
    Write the deadline first, then what you ask for, for instance:
    /dotxuat trước 14h: số học sinh nghỉ do sốt
    /dotxuat trong 2 giờ: trường đã khử khuẩn chưa?
    /dotxuat trước 16h30 ngày mai
    Without a question the schools declare by the form of the regular rounds.
ad-hoc-no-deadline = No deadline was found in this request.
ad-hoc-past = The deadline { $moment } has passed; please choose a later moment.
# $days: days
ad-hoc-too-far = An ad hoc round ends within { $days } days; please choose a nearer deadline.
# $limit: characters
ad-hoc-too-long = The question is longer than { $limit } characters; please put it in one line.
ad-hoc-no-campaign = No directive at work permits ad hoc rounds here.
# $unit: the unit of whoever asks
ad-hoc-nobody = { $unit } has no school below it in this campaign.
# $moment: when it would arrive
ad-hoc-at-night = At night only emergencies are sent: this would arrive at { $moment }, after the deadline; please choose a later one.
ad-hoc-which = What does this request belong to?

## Before it is sent

# $directive: number of the directive
ad-hoc-preview = Ad hoc round of directive { $directive }: { $title }
# $answer: one of the four lines below
ad-hoc-answered = Answered by: { $answer }
ad-hoc-by-number = a number, added up
ad-hoc-by-yes-no = yes or no (done or not yet)
ad-hoc-by-words = a sentence
ad-hoc-by-form = the form of the regular rounds
# $left: time left
ad-hoc-due = Deadline: { $moment }, in { $left }
# $count: units, $reached: units with somebody who can be written to, $unit: where
ad-hoc-reach-units = To: { $count } units of { $unit }, { $reached } with somebody here
ad-hoc-reach-people = To: { $count } people of { $unit }, { $reached } of them here
# Not from 21:00 to 06:00
ad-hoc-arrives = Arrives at { $moment }, not at night
# $messages: messages, $span: how long sending takes
ad-hoc-takes = { $messages } messages, sent within about { $span }
# The name of a round by the regular form. $title: what the form is about
ad-hoc-label = { $title }, ad hoc
ad-hoc-sent =
    The ad hoc round is open: { $title }
    Deadline: { $moment }. You will hear when it is complete and when it ends.
ad-hoc-dropped = This request was not sent.

## The figures of a round

# $due: deadline
figures-head =
    { $title }
    Deadline { $due }, figures of { $moment }
# $declared/$expected: answered of all
figures-units = { $declared }/{ $expected } units have answered
figures-people = { $declared }/{ $expected } people have answered
# $sum: the numbers added up
figures-sum = Sum: { $sum }
# $yes, $no: units that answered yes, no
figures-yes-no = { $done }: { $yes }; { $other }: { $no }
# $label: name of the measure
figures-measure = { $label }: { $sum }
# $count: units that answered late
figures-late = Late: { $count }
# $units: names of units
figures-missing = Missing: { $units }
# $count: units not named
figures-missing-more = Missing: { $units } and { $count } more
# $unit: unit, $answer: its answer
figures-said = - { $unit }: { $answer }
# $moment: when it is sent
figures-on-the-way = This round will be sent at { $moment }.
figures-withdrawn = This round was withdrawn at { $moment }.

## Withdrawing

withdraw-sure = Withdraw the round "{ $title }"? Nobody will be asked or reminded any more; what was answered is kept.
withdrawn = The round "{ $title }" is withdrawn. Nobody is asked or reminded of it any more.

## To whoever has to answer. $directive: number of the directive

# $unit: who asks
round-ad-hoc = { $unit } asks for this at once (directive { $directive }): { $title }
# $slot: the round, by when it closes
round-slot = Round of { $slot }: directive { $directive } asks you to { $title }
# $until: time, $left: time left
round-until = Please complete it before { $until }, in { $left }.
round-late = The deadline was { $moment }; declarations are still taken, with the time at which they come.

## To whoever asked, or to officers who follow a rhythm

round-complete = Complete at { $moment }: { $title }
# $unit: where
round-closed = Closed: { $title } – { $unit }
# $day: the day of the round
round-title-slot = { $title }, round of { $day }
round-still-taken = What comes later is still taken, and recorded as late.

## Help needed

button-in-touch = I am in touch
# To officers as soon as a school says so. $unit: school
alert-unit = { $unit } has just asked for help. Please get in touch at once.
# To the school that said so. $unit: who was told
alert-passed-up = { $unit } has been told at once.
alert-no-officer = No officer above uses this system yet; please call as well.
alert-taken-up = Noted: in touch since { $moment }. Thank you.
# $name: who was in touch before
alert-taken-up-before = { $name } has been in touch since { $moment }.
alert-over = This call was updated: no help is needed any more.
# To officers above after 15 minutes. $count: calls that nobody has taken up
alert-unseen = At { $moment } there are { $count } calls for help that nobody has taken up yet:
# $unit: school
alert-unseen-line = - { $unit }: { $count }
alert-unseen-act = Please get in touch with the school.
