### A list sent as a file: reading, reviewing, importing; files that cannot be read; rows that need a look.
### $file: name of the file. Used in the chat and on the command line.

button-import = Import the list
button-not-now = Not now

roster-done-already = This list has been dealt with. If something has changed, please send the file again.
# $name: name of the file
roster-reading = File { $name } received. It is being read; the result follows.
# $people: people read, $problems: rows that need a look
roster-read = { $problems ->
    [0] List read: { $people } people.
   *[other] List read: { $people } people, rows that need a look: { $problems }.
}
# $row: row of the file, 0 for the whole file; $problem: a sentence below
roster-problem = { $row ->
    [0] - { $problem }
   *[other] - Row { $row }: { $problem }
}
# $count: rows that are not named one by one
roster-more-problems = - and { $count } more rows that need a look
roster-confirm = Import this list into { $unit }? People on the list are updated, nobody is removed.
# $added: new, $changed: changed, $unchanged: as before
roster-saved = List imported: { $added } new, { $changed } changed, { $unchanged } unchanged.
# $names: names of those who asked for their data to be deleted
roster-left-out = { $names }: asked for their data to be deleted, and are left out; please talk to them directly if needed.

## Files that cannot be read

error-file-gone = This file is no longer kept. Please send it again.
error-file-empty = File { $file } is empty. Please choose another file.
# $limit_megabytes: largest size
error-file-too-large = File { $file } is larger than { $limit_megabytes } MB. Please send a smaller one with nothing but the list.
error-file-password = File { $file } is protected by a password. Please remove it and send the file again.
# $found: kind of file that arrived
error-file-not-a-sheet = { $found ->
    [pdf] File { $file } is a PDF. Please send the list as Excel (.xlsx) or CSV.
    [image] File { $file } is a picture. Please send the list as Excel (.xlsx) or CSV.
    [word] File { $file } is a Word document. Please move the list to Excel (.xlsx) and send it again.
    [slides] File { $file } is a presentation. Please send the list as Excel (.xlsx) or CSV.
    [archive] File { $file } is an archive. Please unpack it and send the list alone.
    [web-page] File { $file } is a web page. Please open it in Excel, save it as .xlsx and send it again.
   *[other] File { $file } is not a spreadsheet. Please send the list as Excel (.xlsx) or CSV.
}
error-file-corrupt = File { $file } is damaged. Please open it in Excel, save it as .xlsx and send it again.
error-file-encoding = File { $file } has an unknown encoding. Please save it as "CSV UTF-8" or .xlsx and send it again.
# $rows: rows found, $limit: most rows
error-sheet-too-long = File { $file } has { $rows } rows, more than { $limit }. Please split it.
# $font: old encoding, TCVN3 for instance
error-sheet-legacy-font = File { $file } uses an old font ({ $font }). Please convert it to Unicode, Times New Roman for instance, and send it again.
# $kind: kind of list
error-sheet-no-header = { $kind ->
    [units] No headings were found in file { $file }. A list of units needs the columns "Mã đơn vị" (code) and "Tên đơn vị" (name).
   *[people] No headings were found in file { $file }. The list needs a column "Họ và tên" (full name).
}
# Shows only together with units that exist already. $code: code of the unit
error-units-circle = Unit { $code } would lie below itself. Please check the unit above it.
error-sheet-no-rows = File { $file } has headings but no rows below them.

## Rows that need a look

problem-other-sheet = Sheet "{ $sheet }" was not read: only the list on the first sheet is taken.
problem-missing-name = no name; the row was left out.
problem-name-digits = digits in the name; the row was left out.
problem-name-garbled = letters of the name are lost; the row was left out.
problem-name-too-long = the name is too long; the row was left out.
# $value: what stands in the cell
problem-birth-date = the birth date "{ $value }" cannot be read; the person is imported without an age band.
problem-smartphone = "{ $value }" in the smartphone column cannot be read; the person is imported.
# $position: position as printed
problem-unknown-position = the position "{ $position }" is not known; the person is imported as staff.
# $name: name, $first: first row with the same name or code
problem-namesake = { $name } has the same name as row { $first }; both are imported as two people.
problem-duplicate-row = { $name } repeats row { $first }; the row was left out.
problem-same-code = the code of { $name } stands in row { $first } already; the row was left out.
problem-missing-code = { $name } has no unit code; the row was left out.
problem-date = the date "{ $value }" cannot be read; the unit is imported without it.
# $parent: superior as printed
problem-unknown-parent = the superior "{ $parent }" of { $name } was not found; the row was left out.
problem-circle = { $name } and its superior "{ $parent }" are above each other; the row was left out.
