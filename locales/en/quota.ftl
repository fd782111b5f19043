### Messages that a bot may send each month: little is left, what an announcement takes, whom to call.
### $channel: the platform, with the last four characters of the bot where there are several; $reset: when the next month begins.

# $platform: a platform, $bot: the last four characters of the bot's id
quota-bot = { $platform } (bot …{ $bot })

## Little is left: to those in charge

# $month: month/year
quota-notice = Few of the messages of { $month } are left.
# $sent, $monthly: messages sent and granted, $reserve: messages kept back
quota-notice-bot = { $channel }: { $sent }/{ $monthly } messages sent; the last { $reserve } are kept for answers.
quota-notice-after =
    Everybody is still answered. When the common part is used up, reminders go by another channel; whoever has none is listed by /unreached, to be called.
    The next month begins at { $reset }.

## Before an announcement

button-announce-all = Send to everybody
button-announce-frugal = Only those without another channel
button-announce-later = Not now
button-announce-again = Show it again
# $count: messages it takes, $left: messages left, $reserve: messages kept back
announce-cost = { $channel }: takes { $count } messages, { $left } are left (beside { $reserve } kept for answers); anew from { $reset }.
announce-exceeds = Not enough messages are left for everybody.
# $platform: platforms
announce-frugal = By { $platform } only to those without another channel: { $count } messages; the others get it on their other channel.
announce-otherwise = You can choose a smaller group, invite people to the web, or send it after { $reset }.
# An ad hoc request goes out all the same
ad-hoc-beyond-quota = The messages left are not enough: whoever has another channel gets it there; please tell the others directly.
announce-kept = The announcement was not sent; the draft is kept.

## Progress

# $held: messages that could not be sent, $moment: when the announcement expires
news-quota = { $count } messages wait, { $held } of them until { $reset } because the month's messages are used up.
news-quota-over = { $count } messages wait. The month's messages are used up, so { $held } may not arrive before the announcement expires at { $moment }; please tell people directly.
news-reason-quota = { $count } messages could not be sent because the month's messages are used up.

## Whom to call

owing-unsent = not reminded, the month's messages are used up

## Invitations

# $platform: a platform
invite-full = All bots on { $platform } are full; whoever you invite can use another channel or the web.

## Command line

cli-deliveries-quota = - { $count } wait for the next month: the month's messages are used up
# $users, $most: people, and how many there may be; $sent, $monthly, $reserve: messages; $day: when they begin anew
doctor-quota-users = { $channel }: { $users }/{ $most } people
doctor-quota-users-unlimited = { $channel }: { $users } people
doctor-quota-full = { $channel }: { $users }/{ $most } people, no room for more. Add a bot to KHAIBAO_ZALO_TOKEN or use a larger plan.
doctor-quota-messages = { $channel }: { $sent }/{ $monthly } messages this month, { $reserve } kept for answers, anew on { $day }
doctor-quota-short = { $channel }: { $sent }/{ $monthly } messages this month, few are left; anew on { $day }. Put off announcements, add a bot or use a larger plan.
doctor-quota-spent = { $channel }: all { $monthly } messages of this month are used up, anew on { $day }. Use a larger plan and raise KHAIBAO_ZALO_MONTHLY_MESSAGES.
