### Announcements: one message to many, its progress, pausing, correcting and withdrawing it.
### $text: what the author wrote; $signed: the author's position and unit; $count: people or messages.

button-announce = Announce
button-announce-send = Send
button-announce-drop = Do not send
button-progress = Show progress
button-news-refresh = Refresh
button-news-pause = Pause
button-news-resume = Go on
button-news-stop = Stop for good
button-news-keep = Leave as it is
button-news-correct = Correct
button-news-withdraw = Withdraw
button-news-missed = Who is out of reach
button-correct-send = Send the correction
# Telegram's command menu
command-announce = Send an announcement

## Text and recipients

announce-not-allowed = Only officers, heads, clerks and homeroom teachers can announce something, each to their own unit.
# $shortest, $longest: characters, $left: announcements left today
announce-how =
    Write the announcement, { $shortest } to { $longest } characters. You will see it and choose who gets it before it is sent.
    You can send { $left } more today.
# $limit: announcements per person and day
announce-enough = You have sent { $limit } announcements today. Please send the next one tomorrow.
announce-too-short = The text has { $count } characters; an announcement needs at least { $shortest }. Please write it again.
announce-too-long = The text has { $count } characters; an announcement has at most { $longest }. Please shorten it.
announce-whom = Who should get this announcement?
group-heads = Principals of the schools
group-leaders = Heads of the units
group-staff = Staff
group-pupils = Pupils
group-parents = Parents
# $group: one of the four groups above, $unit: a unit
announce-group-of = { $group } – { $unit }
announce-dropped = This announcement was not sent.
announce-gone = This draft is gone. You can write it again with /announce.
# $count: people on the list
announce-nobody = Nobody in the group "{ $group }" can be written to yet ({ $count } people on the list). Please choose another group.
# $position: position, $unit: unit
announce-signed = { $position }, { $unit }
# $name: class, $school: school
announce-class = { $name }, { $school }

## Preview

announce-preview = Recipients will see:
# $reached: people who can be written to, $channels: messages by channel
announce-reach = To: { $group } of { $unit }, { $count } people; { $reached } can be reached ({ $channels }).
# $channel: a channel
announce-channel = { $channel } { $count }
announce-out-of-reach = { $count } people cannot be reached.
# $span: a duration
announce-takes = Sending takes about { $span }.
# $moment: when sending starts
announce-starts = Outside sending hours: it starts at { $moment }.
announce-left = { $left }/{ $limit } announcements left today.
announce-sent = The announcement is being sent.
announce-sent-later = Accepted; sending starts at { $moment }.

## What recipients read

announced =
    Announcement: { $text }
    – { $signed }
announced-corrected =
    Corrected announcement: { $text }
    – { $signed }
# $moment: when it was sent
announced-withdrawn = The announcement sent at { $moment } ({ $signed }) was withdrawn.
announced-correction-withdrawn = The correction of the announcement sent at { $moment } ({ $signed }) was withdrawn too.

## Progress

# $to: one of the four groups below, $unit: a unit
news-head = Announcement of { $moment } to { $to } of { $unit }: "{ $text }"
news-to-heads = the principals
news-to-leaders = the heads of the units
news-to-staff = the staff
news-to-pupils = the pupils
news-to-parents = the parents
# $bar: a bar, $sent/$total: messages sent of all
news-bar = { $bar } sent { $sent }/{ $total }
# $moment: expected end
news-going = { $count } waiting, expected to be done at { $moment }.
news-paused = Paused, { $count } left.
# $waiting: messages in flight
news-stopped = { $waiting ->
    [0] Stopped, { $count } not sent.
   *[other] Stopped, { $count } not sent; { $waiting } in flight.
}
news-done = All sent.
news-withdrawn = Withdrawn at { $moment }.
news-withdrawn-from = Taken back from { $count }/{ $total } people.
news-corrected-for = Corrected at { $moment }: { $count }/{ $total } sent.
news-reason-lost = { $count } did not arrive: blocked, or no longer in the app.
news-reason-other = { $count } could not be sent because of an error of the app.
news-expired = { $count } came too late and were not sent.
news-duplicates = { $count } may have arrived twice.
news-out-of-reach = { $count } people cannot be reached.
news-stop-sure = Stop for good? Whoever has not got it will not get it; what was sent stays.
news-missed-head = { $count } people cannot be reached; please tell them yourself:
# $place: number, $name: full name
news-missed-line = { $place }. { $name }
news-missed-more = and { $count } others

## Correcting and withdrawing

correct-ask =
    The text now: { $text }
    Please write the new text.
correct-preview = After the correction recipients will see:
corrected = The correction is being sent to those who got the announcement. Everybody else sees only the new text.
news-withdraw-sure = Withdraw the announcement "{ $text }"? It is deleted where the app permits that; elsewhere people are told.
news-withdrawing = The announcement is being withdrawn; nobody else will get it.

## Command line. $batch: the name of a broadcast, such as announcement:7 or reminders:2020-08-26

cli-help-deliveries = How far broadcasts are; pause, resume or cancel one
cli-help-deliveries-what = The name of a broadcast, or what to do and then the name; nothing: the latest ones
cli-deliveries-which = Name exactly one broadcast, for example: khaibao deliveries pause announcement:7.
cli-deliveries-unknown = There is no broadcast named { $batch }.
cli-deliveries-none = Nothing was broadcast yet.
cli-deliveries-paused = Paused { $batch }: { $count } messages are kept back.
cli-deliveries-resumed = { $batch } goes on: { $count } messages.
cli-deliveries-cancelled = Cancelled the rest of { $batch }: { $count } messages.
# $state: one of the lines below
cli-deliveries-line = { $batch } { $bar } { $sent }/{ $total } – { $state }
cli-deliveries-going = being sent
cli-deliveries-is-paused = paused
cli-deliveries-is-cancelled = cancelled
cli-deliveries-done = done
# $waiting, $paused: messages
cli-deliveries-left = - waiting { $waiting }, paused { $paused }
# $moment: expected end
cli-deliveries-ends = - expected to be done at { $moment }
# $reason: a code
cli-deliveries-given-up = - given up { $count }: { $reason }
# $expired, $cancelled: messages
cli-deliveries-not-sent = - expired { $expired }, cancelled { $cancelled }
cli-deliveries-duplicates = - may have arrived twice { $count }
