### The tree of units: lists of units sent as files; merging, splitting, moving, renaming.
### Used in the chat and on the command line.

button-write-units = Write it

# $name: name of the file, $added: new, $changed: changed, $unchanged: as before, $skipped: rows left out
units-preview = { $skipped ->
    [0] File { $name }: { $added } units would be added, { $changed } changed, { $unchanged } left as they are.
   *[other] File { $name }: { $added } units would be added, { $changed } changed, { $unchanged } left as they are, { $skipped } rows left out.
}
units-confirm = Write this list of units?
units-nothing-new = There is nothing new in this list.
units-saved = List of units written: { $added } new, { $changed } changed, { $unchanged } unchanged.
# $file: name of the file
error-list-of-people = File { $file } is a list of people. Schools send lists of people; here only lists of units are taken.

## Rows left out or worth a look. $name: the unit's name

# $into: the unit it was merged into
problem-merged = { $name } was merged into { $into }; this row was not imported.
problem-ended = { $name } has ended; this row was not imported. If it works again, please give the day it starts.
# $parent: code of the unit above
problem-parent-ended = "{ $parent }", above { $name }, has ended. Please name the unit above it today.
problem-not-below = { $name } is not among the units of whoever sent the list; this row was not imported.
problem-no-parent = { $name } names no unit above it; this row was not imported.
# $viewer: as printed
problem-unknown-viewer = no unit "{ $viewer }" was found to look at { $name }; the unit was imported all the same.

## Units looked at and units merged, below a unit's numbers

# $count: how many, $title: what is reported
units-viewed = { $count } units to look at, in no sum of this one ({ $title }):
units-merged = { $count } units merged into this one, still counted on their own ({ $title }):

## Command line

cli-help-units-merge = Merge units into another one from a day on
cli-help-units-split = Split: classes, units below or people go on to another unit from a day on
cli-help-units-move = Put a unit below another one from a day on
cli-help-units-rename = Rename a unit from a day on; the old name is kept
cli-help-units-old = Codes of the units to be merged
cli-help-units-into = Code of the unit that takes over
cli-help-units-to = Code of the new unit above
cli-help-units-name = The new name
cli-help-units-on = The first day, for instance 2025-07-01 or 1/7/2025
cli-help-units-part = Code of a class or unit below that goes; may be given several times
cli-help-units-people = File with the people who go (.xlsx, .csv)
cli-help-units-preview = Only show what would be done
cli-help-units-yes = Write without asking

cli-units-sure = Write it? [y/N]
cli-units-left = Nothing was written.
# $people, $units, $invites: how many
units-would-move = { $people } people, { $units } classes and units below, { $invites } invites would go on.
units-moved = { $people } people, { $units } classes and units below, { $invites } invites went on.
# While the day is still to come
units-move-later = The people go on when { $day } has come.
# $code: the unit, $name: its name, $into: the unit that takes over, $to: the unit above, $day: the first day
units-merged-done = { $code } is merged into { $into } from { $day } on.
units-split-done = From { $day } on { $into } takes over from { $code }.
units-move-done = { $code } is below { $to } from { $day } on.
units-rename-done = { $code } is called "{ $name }" from { $day } on.
units-same = Nothing changed.

cli-units-nothing-named = No unit was named.
cli-units-into-missing = The unit that takes over is missing. Add --into and its code.
cli-units-to-missing = The new unit above is missing. Add --to and its code.
cli-units-on-missing = The first day is missing. Add --on and a day, for instance --on 2025-07-01.
# $value: what was written
cli-units-on-wrong = "{ $value }" is no day. Write it as 2025-07-01 or 1/7/2025.
cli-units-what-missing = No class, unit or list of people to go was named. Add --unit or --people.
cli-units-name-missing = The new name of the unit is missing.
# $name: full name, $row: row of the file, $unit: the unit, $count: people who match
cli-units-person-not-one = { $count ->
    [0] Row { $row }: { $name } is not on the roster of { $unit }.
   *[other] Row { $row }: { $count } people on the roster of { $unit } are called { $name }. Add a code or list number.
}
cli-units-people-left-out = { $count } rows match nobody, so nobody was moved. Mend the file and run it again.

error-units-into-itself = Unit { $code } cannot be merged or moved into itself.
error-units-merged-already = Unit { $code } was merged into { $into } on { $day }.
error-units-not-standing = Unit { $code } does not stand on { $day }. Check the day.
error-units-day-to-come = { $day } has not come, so { $code } cannot be renamed yet. Run this again on that day.
error-units-people-to-come = { $day } has not come, so people cannot be moved yet. Run this again on that day.
error-units-not-part = Unit { $code } is not directly below { $unit } on that day.
# $campaign: slug
error-units-counted = Campaign { $campaign } counts { $code } by the tree of { $day }. Choose a later day, so that its numbers stay.
# $most: levels at the most
error-units-deep = Unit { $code } lies deeper than { $most } levels. Check the column of units above.
