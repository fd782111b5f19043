### Spreadsheets: words in the chat, headings, titles of columns, and notes of the tables.

button-export = Export
command-export = Export a spreadsheet

export-which-unit = Of which unit would you like a spreadsheet?
export-which-campaign = Of which campaign would you like a spreadsheet of { $unit }?
# $title: name of the campaign
export-numbers = Spreadsheet of { $unit }: { $title }.
export-names =
    Spreadsheet of { $unit }: { $title }.
    It holds names: please keep it inside the unit and do not forward it to group chats.
export-nothing = There are no figures of { $unit } to export yet.

## Heading and notes

export-title = SUMMARY: { $title }
# $number, $day, $issuer, $subject: of the directive
export-source = Directive { $number } of { $day }, { $issuer }: { $subject }
# $moment: as of when, $title: name of the campaign
export-as-of = As of { $moment }, campaign: { $title }.
export-unknown = 0 was reported as 0; "–" was not reported.
export-turns = Family members are counted in declarations: several people may have declared the same person.
export-hidden = "*": no figures are shown where there are few people, nor where those could be worked out.

## Titles of sheets; 31 characters at most

export-overview = Overview
export-indicators = Indicators
# $title: short name of what is declared
export-direct = Below – { $title }
export-slots = Rounds – { $title }
export-missing = Missing – { $title }
export-missing-title = Not complete: { $title }

## Titles of columns

export-place = No.
export-unit = Unit
export-class = Class
export-group = Group
export-subject = Subject
export-round = Round
export-indicator = Indicator
export-number = Number
export-of = Of
export-rate = Rate %
export-expected = Expected reports
export-expected-units = Units expected to report
export-actual = Actual reports
export-reporting-rate = Reporting rate
export-on-time = Reports on time
export-rate-on-time = Reporting rate on time
export-complete = Complete
export-rate-complete = Rate complete
# $verb: what is to be done, from the campaign file ("cài")
export-staff = Staff
export-staff-done = Staff, đã { $verb }
export-family = Family members (declarations)
export-family-done = Đã { $verb } (declarations)
export-family-left = Chưa { $verb } (declarations)
export-reasons = Reasons, chưa { $verb }
export-teacher = Homeroom teacher
export-class-size = Pupils
export-pupils-with-phone = Pupils with a smartphone
export-pupils-able = Pupils who can
export-pupils-done = Pupils, đã { $verb }
export-rate-own = Rate % (own)
export-rate-family = Rate % (family)
export-rate-with-phone = Rate % (of those with a smartphone)
export-rate-able = Rate % (of those who can)
export-relatives-done = Relatives, đã { $verb } (declarations)
export-remarks = Remarks
export-level = Level
export-posted-on = Posted on
export-link-check = Address checked
export-link-opens = opens
export-link-unseen = not checked yet
# $why: the reason
export-link-fails = does not open: { $why }
export-answered-on = Answered on
export-full-name = Full name
export-group-or-class = Group or class
export-state = State
export-reason = Reason
export-last-reminder = Last reminder
export-monday = Mon
export-tuesday = Tue
export-wednesday = Wed
export-thursday = Thu
export-friday = Fri
export-saturday = Sat
export-sunday = Sun

## In cells

export-total = Total
export-no-group = (no group)
# $parent: the unit it is counted in
export-unit-in = { $unit } ({ $parent })
# The people of the office itself, without the units below
export-own-people = { $unit } (office)
export-not-reported = not reported
# $count: reports that are missing
export-some-missing = { $count } not reported
export-by-teacher = reported by the homeroom teacher
export-not-complete = not complete
export-slot-on-time = On time
export-slot-late = Late
export-slot-missing = Missing

## Command line

cli-help-export = Export a unit's spreadsheet: figures, and names where it is a school or a class
cli-help-export-output = The file to write, .xlsx or .csv
cli-help-export-round = Only these rounds: id of the obligation, day of the slot (2021-05-10) or name of the ad hoc round
# $path: path of the file
cli-export-kind = The file { $path } has to end in .xlsx or .csv.
