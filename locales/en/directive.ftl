### The directive itself: /vanban. $directive: its number, $issued: its date, $issuer: who issued it.

button-directive = The directive

directive-none = No directive is at work now.
directive-which = Which directive would you like to see?

# $subject: what it is about
directive-head =
    Directive { $directive } of { $issued }
    { $issuer }
    Subject: { $subject }
# $clause: clause, $text: its words
directive-note = - Clause { $clause }: { $text }
directive-other-note = - Directive { $clause }: { $text }
# The sentences below follow this one. $audience: who, $title: what
directive-obligation = - Clause { $clause }: { $audience }: { $title }.
# $due: the deadline in the directive's words, and the last day
directive-due = Due: { $due }.
directive-no-due = The directive names no deadline.
# $rhythm: days and hours
directive-rhythm = To be reported { $rhythm }.
directive-and-ad-hoc = Also whenever it is asked for.
directive-ad-hoc-only = To be reported whenever it is asked for.
# $days: weekdays, $opens–$closes: hours
directive-weekly = every { $days } ({ $opens }–{ $closes })
directive-daily = every day ({ $opens }–{ $closes })
# $percent: target
directive-target = Target { $percent }%.
# $documents: number, date and issuer of each
directive-basis = Based on: { $documents }.
directive-document = directive { $number } of { $issued }, { $issuer }
# $link: address of the guide
directive-guide = Guide: { $link }
# $questions: questions with a ready answer
directive-topics = You may ask: { $questions }.

## Who

directive-staff = staff
directive-pupils = pupils and learners
directive-parents = parents
directive-heads = heads of units
directive-homeroom = homeroom teachers
directive-schools = schools
directive-districts = district offices
directive-departments = departments
directive-communes = communes
directive-classes = classes
directive-units = units
# $audience: one of the above
directive-with-smartphone = { $audience } with a smartphone

## Telegram's menu of commands

command-directive = The directive at work
