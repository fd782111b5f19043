### Campaigns in a chat: the list, details, start, pause, resume, close, history.
### $title: name of the campaign, $scope: the unit that started it, $left: people and units that have not completed.

button-campaigns = Campaigns
button-launch = Start
button-launch-new = Start a campaign
button-pause = Pause
button-resume = Go on
button-close = Close
button-history = History

## List and details

campaigns-none = There are no campaigns yet.
campaigns-head = Campaigns:
# $directive: number of the letter, $state: state
campaigns-line = - { $title } (letter { $directive }): { $state }
campaigns-running = running
campaigns-paused = paused
campaigns-closed = closed
# $issued: day of the letter, $issuer: who issued it, $subject: what it is about, $moment: when it was started
campaigns-about =
    { $title }: { $state }.
    Letter { $directive } of { $issued }, { $issuer }: { $subject }.
    Started by { $scope } at { $moment }.
campaigns-about-by =
    { $title }: { $state }.
    Letter { $directive } of { $issued }, { $issuer }: { $subject }.
    Started by { $scope } at { $moment } ({ $actor }).
# $clause: clause, $due: deadline
campaigns-obligation = - Clause { $clause }, { $title }: { $due }
campaigns-obligation-left = - Clause { $clause }, { $title }: { $left } not completed, { $due }
campaigns-obligation-done = - Clause { $clause }, { $title }: nobody left to remind, { $due }
campaigns-due = due { $due }
campaigns-due-none = no deadline
# $moment: when it closes or opens
campaigns-slot-open = this round is open until { $moment }
campaigns-slot-next = the next round opens at { $moment }
campaigns-slot-none = no round is about to open
campaigns-who-runs = It is paused, extended and closed by { $scope } or a unit above { $scope }.

## What is left, used as $left in other messages

# $count/$expected: not completed of all
campaigns-people = { $count }/{ $expected } people
campaigns-units = { $count }/{ $expected } units
# The same people or units owe several things
campaigns-people-turns = { $count }/{ $expected } declarations of people
campaigns-units-turns = { $count }/{ $expected } declarations of units
# $smallest: the smallest number shown
campaigns-few = fewer than { $smallest } people

## Starting one

campaigns-choose = Which campaign do you want to start? You can also send a campaign file (.yaml) here.
campaigns-choose-none = There is no campaign at hand that was not started. You can send a campaign file (.yaml) here.
campaigns-where = For which unit do you want to start it?
campaigns-preview =
    { $title }
    Letter { $directive } of { $issued }, { $issuer }. Who has to declare in { $unit }:
# $clause: clause, $due: deadline
campaigns-preview-people = - Clause { $clause }, { $title }: { $count } people, { $due }
campaigns-preview-units = - Clause { $clause }, { $title }: { $count } units, { $due }
campaigns-preview-few = - Clause { $clause }, { $title }: fewer than { $smallest } people, { $due }
campaigns-preview-late = A deadline has passed; declarations are taken all the same, and missed reminders are not sent.
campaigns-launch-sure = Start it for { $unit } and every class and unit below it?
campaigns-launched = { $title } has been started for { $unit }. In a few minutes, everybody who is registered is told.
campaigns-is-started = { $scope } started { $title } at { $moment }; it is { $state }.
campaigns-slug-taken = The code { $slug } is used by another unit's campaign. Please change it (line "slug:") and send the file again.
campaigns-file-gone = This campaign is not at hand any more.

## A campaign file sent into the chat

# $name: name of the file
campaigns-file-reading = File { $name } received. It is being checked; the result follows.
# $count: mistakes
campaigns-file-wrong = File { $name } has { $count } mistakes:
# $line: line, 0 for the whole file; $problem: a sentence of campaign.ftl
campaigns-file-problem = { $line ->
    [0] - { $problem }
   *[other] - Line { $line }: { $problem }
}
campaigns-file-more = And { $count } more. Please mend them and send the file again.
campaigns-file-again = Please mend them and send the file again.

## Pause, resume, close: the question, then the outcome

campaigns-pause-sure =
    Pause { $title }?
    Not complete: { $left }. From then on nobody is asked or reminded and no declaration is taken. What was declared is kept, deadlines stay.
campaigns-resume-sure =
    Go on with { $title }?
    Not complete: { $left }. They are asked and reminded again; missed reminders and rounds are skipped.
campaigns-close-sure =
    Close { $title }?
    Not complete: { $left }. After that nobody is reminded and no declaration is taken; figures are kept. A closed campaign cannot be opened again.
# Where nobody is left: $left of the three above
campaigns-nobody = nobody
# When a head asks for a reminder
nudge-paused = The campaign is paused, so nobody is reminded.
campaigns-was-paused = { $title } was paused at { $moment }.
campaigns-was-resumed = { $title } goes on since { $moment }.
campaigns-was-closed = { $title } was closed at { $moment }. Its figures can still be seen.
# $state: state
campaigns-already = { $title } is { $state }, so nothing changes.

## For somebody in the middle of a declaration

task-paused = { $title } is paused. Your answers are kept; when it goes on, you can declare as before.
# $moment: when it was closed
task-closed = { $title } was closed at { $moment }, so no more declarations are taken. If something has to be corrected, please tell { $scope }.

## History: who did what, when

history-head = History of { $title }, the latest first:
history-none = Nothing is written down about { $title } yet.
# $change: one of the things below, $actor: who did it
history-line = - { $moment }: { $change } – { $actor }
history-start = started
history-paused = paused
history-running = went on
history-closed = closed
history-extended = { $title } extended to { $until }
history-deadline = { $unit } set a deadline of its own for { $title }: { $until }
history-lifted = { $unit } lifted its deadline for { $title }
# $name: name, $unit: unit
history-actor = { $name }, { $unit }
history-operator = the operator

## What cannot be; also on the command line

campaigns-started-already = Campaign { $slug } was started before.
campaigns-closed-for-good = Campaign { $title } is closed and cannot be opened again.

## Telegram's menu of commands

command-campaigns = Campaigns
command-deadline = Set a deadline of the unit's own

## Command line

cli-help-campaign-extend = Extend an obligation of a campaign
cli-help-campaign-deadline = Set or lift a unit's own deadline
cli-help-until = New deadline, as typed in Vietnamese: "đến hết 5/9", "trước ngày 6/9", "thêm 3 ngày"
cli-help-obligation = Id of the obligation in the campaign file, where there are several
cli-help-lift = Lift the deadline that is set
# $obligation: id of the obligation, $due: deadline
cli-campaign-extended = { $slug }, { $obligation }: extended, { $due }.
cli-deadline-set = { $unit }, { $obligation }: own deadline { $until }.
cli-deadline-lifted = { $unit } has no deadline of its own for { $obligation } now.
cli-until-or-lift = Give a new deadline or --lift, one of the two.
# $known: ids of obligations
cli-which-obligation = Please give --obligation. Open now: { $known }.
# $typed: what was typed
cli-deadline-unreadable = "{ $typed }" is not read as a deadline. For example: "đến hết 5/9", "trước ngày 6/9".
