### Mistakes in campaign files. The program says file, line and field first; the sentence says what is wrong and the mend.
### $value: what is written, $allowed: what would be right, $limit: the limit.

# $file: name of the file, $count: how many mistakes
campaign-file-wrong = Mistakes in the campaign file { $file }: { $count }.

## Reading the file

# $reason: reason given by the system
campaign-unreadable = The file cannot be opened ({ $reason }). Please check the path.
campaign-not-utf8 = This line is not UTF-8. Save the file as UTF-8.
campaign-too-big = The file is larger than { $limit } bytes. Keep one campaign in it.
campaign-not-a-campaign = The file has to be a group of "name: value", beginning with "slug:".
# $code: Unicode code of the character
campaign-yaml-character = There is a character that cannot be printed ({ $code }). Remove it.
# $reason: what the YAML reader says
campaign-yaml-syntax = This is no YAML. Check indentation (by spaces, not by tabs), quotes and colons on this line and the one before.
campaign-yaml-empty = The file is empty.
campaign-yaml-documents = The file holds several YAML documents. Remove "---" and give each campaign its own file.
campaign-yaml-alias = References like { $value } are not used. Copy the content here.
campaign-yaml-tag = Tags like { $value } are not used. Remove it, or put the value in quotes.
campaign-yaml-depth = Groups are nested deeper than { $limit }. Check the indentation.
campaign-yaml-key = The name of a field has to be one word, not a list or group.
# $first: the first line with this field
campaign-yaml-twice = The field "{ $value }" stands on line { $first } already. Keep one of them.

## Fields and values

# $name: name of the field
campaign-missing-key = The field "{ $name }" is missing. Add it.
# $suggestion: the nearest name
campaign-misspelt-key = There is no field "{ $value }". The nearest one is "{ $suggestion }".
campaign-unknown-key = There is no field "{ $value }" here. Known: { $allowed }.
campaign-empty-value = This field has no value. Give it one or remove the field.
campaign-empty-text = This field must not be empty.
campaign-empty-list = The list needs at least one item.
campaign-not-text = A text is needed, not { $value }. Put it in quotes.
campaign-not-number = A whole number is needed, not "{ $value }".
campaign-not-boolean = true or false is needed, not "{ $value }".
campaign-not-list = A list is needed, such as [a, b], not "{ $value }".
campaign-not-group = A group of "name: value" is needed, not "{ $value }".
campaign-not-allowed = "{ $value }" cannot stand here. Known: { $allowed }.
campaign-not-answer = A text, a whole number, true or false is needed, not "{ $value }".
campaign-too-long = This is longer than { $limit } characters. Shorten it.
campaign-too-small = { $value } is less than the least, { $limit }.
campaign-too-large = { $value } is more than the most, { $limit }.
campaign-bad-id = "{ $value }" is no id. Use at most 24 small ASCII letters, digits, "-" or "_", beginning with a letter.
campaign-bad-name = "{ $value }" is no name. Use at most 24 small ASCII letters, digits or "_", beginning with a letter.
campaign-bad-slug = "{ $value }" is no slug. Use small ASCII letters and digits joined by "-", such as "bluezone-hau-giang-2020".
campaign-not-link = "{ $value }" is no link. Begin it with https:// or http://.
campaign-not-date = "{ $value }" is no date. Write year-month-day, such as 2020-08-30.
campaign-not-time = "{ $value }" is no time. Write hour:minute, such as "07:00".
campaign-not-span = "{ $value }" is no span of time. Write the earlier time first, such as "06:30-11:15".
campaign-unknown-timezone = There is no time zone "{ $value }". Viet Nam has Asia/Ho_Chi_Minh.

## Twice the same

campaign-duplicate-id = The id "{ $value }" is used twice. Choose another.
campaign-duplicate-slot = Two questions take their answer from "{ $value }". A slot belongs to one question.
campaign-duplicate-label = Two options have the label "{ $value }". Choose another.
campaign-reserved-id = The id "{ $value }" has a meaning of its own. Choose another.

## Who owes it, deadline, rhythm

campaign-audience-both = Give roles (people) or units, not both.
campaign-audience-nobody = Nobody owes this. Add roles or units.
campaign-audience-smartphone = smartphone_only is for people (roles), not for units.
campaign-proxies-for-units = proxies are for people; a unit is declared for by its head or clerk.
campaign-unknown-form = There is no form "{ $value }". Known: { $allowed }.
campaign-due-and-cadence = Give a deadline (due) or a rhythm (cadence), not both.
campaign-due-before-or-by = Give before (that day left out) or by (that day included), one of the two.
# $last: last day, $issued: day of the directive
campaign-due-before-issued = The last day { $last } is earlier than the directive of { $issued }. Check year and month.
campaign-cadence-twice = Give cadence or cadences, not both.
campaign-cadence-days = Give daily: true or weekdays, one of the two.
# $opens, $closes: opening and closing time
campaign-cadence-hours = The closing time { $closes } has to be after the opening time { $opens }.
# $since, $until: first and last day
campaign-cadence-span = The last day { $until } is earlier than the first day { $since }.
campaign-cadences-overlap = Two rhythms meet on the same day and hour. Part them by since, until or their hours.

## Reminders

campaign-reminders-without-due = Reminders need a deadline (due) or a rhythm (cadence). Add one or remove reminders.
campaign-reminders-empty = There is no reminder. Add days_before, on_day, overdue_every_days or escalate, or remove reminders.
# $limit: minutes from the opening to the close; 0: there is no rhythm
campaign-reminders-minutes = Reminders in minutes are for rounds of a rhythm and have to be shorter than the round ({ $limit } minutes), not { $value } minutes.
# $every: days between two reminders, $days: days of reminding after the deadline
campaign-reminders-overdue = Every { $every } days is longer than the time of reminding after the deadline ({ $days } days).
campaign-reminders-quiet = { $value } lies in the quiet hours. Sending is allowed within: { $allowed }.
# $closes: closing time
campaign-reminders-after-close = The time { $value } is not before the closing time { $closes }.
# $value: days before the deadline
campaign-rung-before-round = A reminder { $value } days before is impossible: the round opens on its day. Write 0.
# $day: day of the reminder, $issued: day of the directive
campaign-rung-before-issued = A reminder { $value } days before falls on { $day }, earlier than the directive of { $issued }.

## Questions and conditions

campaign-ask-default = "default" is missing: the wording for everybody.
campaign-unknown-address = There is no form of address "{ $value }". Known: { $allowed }.
campaign-bad-braces = A brace is not opened or not closed. Between braces may stand: { $allowed }.
# $value: name between braces
campaign-unknown-placeholder = Nothing would fill "{ $value }" between the braces. Known: { $allowed }.
# $piece: the piece that cannot be read
campaign-bad-expression = The condition cannot be read at: { $piece }. Use ids of questions, numbers, quoted words, and, or, not, in, comparisons (==, <, >) and known(…).
campaign-unknown-question = There is no question "{ $value }". Known: { $allowed }.
campaign-later-question = "{ $value }" has not been asked at this place. Asked before: { $allowed }.
# $question: the question
campaign-unknown-option = The question "{ $question }" has no option "{ $value }". Known: { $allowed }.
# $kind: the kind of question needed
campaign-slot-kind = A question with the slot "{ $value }" has to be of the kind { $kind }.
# $name: the field
campaign-only-for-amounts = "{ $name }" is for questions about amounts only (kind: amount).
# $minimum, $maximum: the two limits
campaign-range = The minimum { $minimum } is larger than the maximum { $maximum }.
campaign-options-not-allowed = A question of the kind { $value } has no options. Remove options or make it a choice.
campaign-checklist-kind = A checklist holds questions of yes or no without a slot; "{ $value }" is none.
campaign-steps-choice = steps names a question that is a choice. "{ $value }" is none; known: { $allowed }.
campaign-no-options = A choice needs options.
campaign-action-too-long = The id "{ $value }" and that of the question "{ $question }" are longer than { $limit } characters together. Shorten one.
campaign-sets-itself = This option has to give the answer of "{ $question }" in sets, the one that its id means.
campaign-sets-wrong-value = The question "{ $question }" cannot have the value "{ $value }".

## Measures and rates

campaign-not-countable = "{ $value }" cannot be summed. Use questions of yes or no, or amounts: { $allowed }.
campaign-unknown-measure = There is no measure "{ $value }". Known: { $allowed }.
