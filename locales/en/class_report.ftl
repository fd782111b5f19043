### Numbers of a whole class, and declaring for single pupils. $unit: the class: "class 8A2".

button-class-report = Report a class
button-send-report = Send the report
button-each-pupil = Pupil by pupil
# Pupils of whom whoever reports does not know.
button-not-known = Not known

# $name: name of the class: "8A2"
class-name = class { $name }

## Which class, and what about

class-which = Which class would you like to report?
# $name: the class as typed
class-not-led = Class { $name } is not on the list of the classes you look after.
class-which-round = What would you like to report of { $unit }?
class-nothing = There is nothing to report of { $unit } now, or the list of its pupils is not in the system yet.

## Asking for the numbers

# $moment: when it was reported before, $said: the numbers
class-reported-before = Reported before, { $moment }: { $said }. The new numbers will take their place.
# $size: pupils on the list, $state: "Installed"
class-ask = By the list, { $unit } has { $size } pupils. How many of them are "{ $state }"?
# $example: an answer
class-example = A whole sentence will do, for instance: "{ $example }".
# $left: pupils without a number
class-ask-next = { $left } pupils are left. How many of them are "{ $state }"?
class-ask-rest = What about the { $left } pupils who are left? Choose one, or send a number for each.

## Numbers that do not fit

class-unclear = An exact number of pupils is needed for each.
# $said: sum of the numbers
class-too-many = The numbers add up to { $said } pupils, { $unit } has { $size }. Please have another look.
# $said: the size as typed, $size: pupils on the list
class-size-differs = You wrote { $said } pupils; the list of { $unit } has { $size }. Please report by this list; if the number has changed, have the clerk update the list first.

## Summary, received

# $title: what it is about
class-summary = Report of { $unit } ({ $size } pupils), { $title }. Please check:
# $count: pupils who declared themselves
class-own = { $count } pupils have declarations of their own, which stay; the report stands for the others.
class-sent = The report of { $unit } was received at { $moment }. Thank you.
# $bar: progress, $part/$whole: pupils with a number
class-progress = { $bar } { $part }/{ $whole } pupils are accounted for.
class-alert-passed-on = The heads of the school were told of { $count } pupils who need help. If anybody is in danger, please call 112.
class-left = The report was left. The numbers of the class stay as they were.
# To the heads of the school. $count: pupils
class-alert = The report of { $unit } has { $count } pupils who need help. Please get in touch with the homeroom teacher at once.

## Pupil by pupil

# $count: pupils who have not declared
pupils-head = { $count } pupils of { $unit } have not declared themselves. You can declare for each of these:
pupils-none-open = { $count } pupils of { $unit } have not declared themselves.
# $count: pupils without consent
pupils-without-consent = For { $count } pupils there is no consent of theirs or of their family: they are counted in the class report only, without a name.
pupil-not-open = This pupil has declared already, or consent is missing, so nobody can declare for them.
