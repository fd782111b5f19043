### Command line: explanations, results and errors for operators.

cli-help = Khai báo: takes official directives, asks each person by chat, reminds, and adds up the answers.
cli-help-demo = A demo on a web page, with invented data and a simulated clock
cli-help-run = Run the assistant on every channel that has a token
cli-help-db = Database
cli-help-db-upgrade = Bring the database up to the newest version
cli-help-units = Units
cli-help-units-import = Import a list of units from an Excel or CSV file
cli-help-roster = Lists of staff and pupils
cli-help-roster-import = Import the people of a unit from an Excel or CSV file
cli-help-campaign = Campaigns
cli-help-campaign-check = Check a campaign file and name every mistake
cli-help-campaign-schema = Print the JSON Schema of campaign files
cli-help-campaign-start = Start a campaign
cli-help-campaign-list = List the campaigns
cli-help-campaign-pause = Pause: no questions, no reminders
cli-help-campaign-resume = Go on with a paused campaign
cli-help-campaign-close = End a campaign; its figures stay
cli-help-invite = Make an invite code for a unit, with links and a QR picture
cli-help-status = The figures of a unit and everything below it
cli-help-parse = Try how messages are read: a line of JSON in, a line of JSON out
cli-help-doctor = Check settings, database, figures and channels

## Parameters

cli-help-campaign-file = Campaign file (.yaml)
cli-help-slug = Slug of the campaign, bluezone-hau-giang-2020 for instance
cli-help-scope = Code of the unit to start in, with everything below it; everywhere if left out
cli-help-sheet = List file (.xlsx, .xls, .ods, .csv)
cli-help-unit = Code of the unit
cli-help-role = Role: staff, principal, deputy, clerk, homeroom, pupil, parent, officer
cli-help-days = Days for which the invite code is valid
cli-help-qr = Write the QR picture to a .png or .svg file
cli-help-uses = How many people may register with the code at most
cli-help-poster = Write the A4 poster to a .pdf file
cli-help-each-class = A code and a page of the poster for each class of the unit
cli-help-json = Print JSON
cli-help-port = Port of the web page; 0 takes any free port
cli-help-tour = Tell a sample story in this terminal, then end
cli-help-parse-asked = The open question, for lines without "asked"
cli-help-parse-explain = Add the words that led to the reading
cli-help-doctor-repair = Replace wrong figures by a recount

## Results

# $title: title of the campaign, $obligations: number of obligations
cli-campaign-right = The file is right: { $title }, obligations: { $obligations }.
# $slug: slug of the campaign, $unit: unit
cli-campaign-started = Campaign { $slug } has started in { $unit }.
cli-campaign-state = Campaign { $slug }: { $state }.
cli-campaign-running = running
cli-campaign-paused = paused
cli-campaign-closed = closed
cli-no-campaigns = There are no campaigns yet.
# $bar: progress bar, $declared/$expected: declared of all, $share: rate, $complete: complete
cli-status-line = { $bar } { $declared }/{ $expected } declared ({ $share }), { $complete } complete
# $added: new, $changed: changed, $unchanged: as before, $problems: rows that need a look
cli-imported = { $added } new, { $changed } changed, { $unchanged } unchanged, { $problems } rows that need a look.
# $row: row of the file, 0 for the whole file; $problem: a "problem-…" sentence
cli-bad-row = { $row ->
    [0] { $problem }
   *[other] Row { $row }: { $problem }
}
# $unit: code of the unit
cli-invite-code = Invite code of { $unit }: { $code }
cli-written = Written: { $path }
cli-db-upgraded = The database has been brought up to the newest version.
cli-db-current = The database is at the newest version.
# $port: port
cli-running = Running, the web page is on port { $port }. Press Ctrl+C to stop.
cli-demo-preparing = Preparing the sample province…
# $link: address of the web page
cli-demo-running = The demo is ready: { $link } (press Ctrl+C to stop)

## Errors: what is wrong, and the mend

# $kind: kind of error
cli-unforeseen = Something unforeseen went wrong ({ $kind }). Run it again with --debug to see the details.
# $name: name of the file, $line: line, $field: field
cli-problem-where = { $name }, line { $line }, { $field }:
cli-problem-file = { $line ->
    [0] { $name }:
   *[other] { $name }, line { $line }:
}
# $code: code of the unit
cli-unknown-unit = There is no unit with the code { $code }. Please check it against the imported list of units.
cli-no-classes = The unit { $code } has no classes yet. Import the list of pupils first.
cli-no-units = There are no units yet. Import them first: "khaibao units import".
cli-unknown-campaign = There is no campaign { $slug }. See "khaibao campaign list".
# $role: role as given, $known: roles that exist
cli-unknown-role = There is no role "{ $role }". Known roles: { $known }.
# $path: path of the file, $why: reason given by the system
cli-file-unreadable = File { $path } cannot be read ({ $why }). Please check the path.
cli-file-unwritable = File { $path } cannot be written ({ $why }). Please choose another place.
cli-file-too-large = File { $path } is larger than { $megabytes } MB. Please split it.
cli-nothing-to-import = File { $path } has no row that can be imported.
cli-no-link = There is no link for a QR picture. Set KHAIBAO_PUBLIC_URL or a Telegram channel.
cli-qr-kind = The QR picture { $path } has to end in .png or .svg.
# $line: line number
cli-parse-bad-line = Line { $line } is no JSON with "id" and "text".

error-database-url = KHAIBAO_DATABASE_URL is wrong. Write sqlite:///khaibao.db or postgresql://…
error-database-open = The database { $path } cannot be opened. Please check the path and its permissions.
error-database-busy = Another program holds the database. Try again in a few minutes.
error-already-running = Khai báo is already running on this database. Stop that program, or use PostgreSQL to run several at once.
# $name: name of the setting, $words: the words that can be used
error-setting-url = { $name } has to be the address of a server, beginning with https:// or http://, such as https://khaibao.example.vn.
error-setting-port = { $name } has to be a whole number from 0 to 65535, such as 8000.
error-setting-count = { $name } has to be a whole number from 0 to 100, such as 5.
error-setting-amount = { $name } has to be a whole number from 0 up; 0 means no limit.
error-setting-pace = { $name } has to be a number above 0, such as 5.
error-setting-zalo-token = { $name } has to be the tokens of one or several different Zalo bots, digits:letters, with commas between them.
error-setting-zalo-secret = { $name } has to be 8 to 256 ASCII characters without blanks.
error-setting-zalo-link = { $name } has to be an https:// address that opens the bot's chat. docs/zalo.md says how to write it.
error-setting-folder = { $name } has to be a folder that exists, with campaign files (.yaml) in it.
error-setting-words = { $name } has to be one of these: { $words }.
error-setting-moment = { $name } has to be a date and time with its time zone, such as 2020-08-18T10:20:00+07:00.
error-setting-seconds = { $name } has to be a number of seconds from 10 up, for example 300.
error-setting-speed = { $name } has to be a number from 0 up; at 60, a real minute is a simulated hour.
error-setting-clock = { $name } cannot be used with the public servers of Telegram or Zalo. Remove it, or set KHAIBAO_TELEGRAM_API_URL and KHAIBAO_ZALO_API_URL to test servers.
error-telegram-token = Telegram does not know the token in KHAIBAO_TELEGRAM_TOKEN. Get it again from BotFather.
error-zalo-token = Zalo does not know the token of bot { $bot } in KHAIBAO_ZALO_TOKEN. Get it again in Zalo Bot Creator.
error-setting-file = The file .env cannot be read. Please check its permissions.
error-setting-file-encoding = The file .env is not UTF-8 text. Please save it again as UTF-8.

## khaibao doctor. $count, $wrong, $rounds: numbers

cli-doctor-good = [good]
cli-doctor-bad = [mend]
doctor-schema-good = The database is at the newest version.
doctor-schema-old = The database is not at the newest version. Run "khaibao db upgrade".
doctor-tallies-good = The figures of { $rounds } rounds equal a recount.
doctor-tallies-wrong = The figures of { $wrong }/{ $rounds } rounds differ from a recount. Run "khaibao doctor --repair".
doctor-tallies-repaired = The figures of { $wrong } rounds were replaced by a recount.
doctor-queues-good = The message queues are flowing.
doctor-inbox-failed = Incoming messages that could not be handled: { $count }. The log says why.
doctor-outbox-stuck = Outgoing messages that are late: { $count }. Check "khaibao run" and the network.
doctor-requests-overdue = { $count } requests to correct personal data are older than 2 working days. Remind the heads to write /yeucau.
doctor-words-broken = Sentences of the bot that cannot be read: { $count }. The first: { $first }
doctor-public-url = KHAIBAO_PUBLIC_URL has to begin with https://.
doctor-telegram-set = The Telegram channel has a token.
doctor-web-only = Only the web channel: KHAIBAO_TELEGRAM_TOKEN is not set.

# Leaving a roster
cli-help-roster-leave = Write down that somebody left the unit.
cli-help-name = Full name.
cli-help-code = Code or list number, where several people bear the name.
# $name: full name, $unit: unit code
cli-left = { $name } has left unit { $unit }.
# $count: how many match
cli-name-not-one = { $count } people match the name "{ $name }" in this unit. Please give the full name, or add --code.
