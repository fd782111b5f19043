"""Free text of people who are registered: an answer, a wish, a question, or nothing of it."""

from collections.abc import Mapping

from bot.dialogue import asked_of
from bot.domain.forms import QuestionKind, Slot
from bot.domain.messages import Reply
from bot.domain.people import MembershipState
from bot.domain.readings import Asked, Intent, Reading
from bot.domain.standings import Task
from bot.handlers import (
    again,
    class_report,
    consent_words,
    declare,
    errands,
    for_whom,
    interrupted,
    invite,
    meant,
    own_data,
    remind,
    status,
)
from bot.handlers import help as help_handler
from bot.handlers.actions import act
from bot.handlers.turn import DECLARE, Turn
from bot.language import putting_off
from bot.storage import campaigns

#: What people write instead of commands, and the actions they mean.
_INTENTS: Mapping[Intent, str] = {
    Intent.MISSING: "missing",
    Intent.INVITE: "invite",
    Intent.HELP: "help",
    Intent.OWN_DATA: "data",
    Intent.DECLARE: "tasks",
    Intent.CANCEL: "cancel",
    Intent.STOP: "stop",
}

#: Of these, what is no answer to an open question is done, though the question is read first.
_ASIDE = frozenset({*_INTENTS, Intent.STATUS} - {Intent.STOP})


def answer(turn: Turn, text: str) -> Reply:
    """What to say to a message of somebody who is registered."""
    waiting = [m for m in turn.memberships if m.state is MembershipState.PENDING]
    if len(waiting) == len(turn.memberships):
        return help_handler.menu(turn)
    if (told := interrupted.open_declaration(turn)) is not None:
        return told
    open_now = declare.current(turn)
    asked = asked_of(open_now[1], open_now[2]) if open_now else Asked()
    if asked.kind is QuestionKind.TEXT:
        # Whatever they write is the answer; only commands (with a slash) leave the question.
        return _by_intent(turn, text, Reading(slots={Slot.ANSWER: text}, intent=Intent.ANSWER))
    if open_now is None and (consent := consent_words.consented(turn, text)) is not None:
        return consent
    for without_reading in (again.in_short, for_whom.named, _wished, errands.asked):
        if (done := without_reading(turn, text)) is not None:
            return done
    if open_now is not None and (done := for_whom.elsewhere(turn, text, open_now[0])) is not None:
        return done
    if open_now is None:
        reading = meant.read(turn, text, turn.tasks())
    else:
        reading = _answer_to(turn, text, asked, open_now[0])
    if (report := class_report.volunteered(turn, text, reading)) is not None:
        return report
    return _by_intent(turn, text, reading)


def _wished(turn: Turn, text: str) -> Reply | None:
    """What somebody asks for about their own data."""
    wish = own_data.wished(text)
    return None if wish is None else act(turn, wish)


def _answer_to(turn: Turn, text: str, asked: Asked, task: Task) -> Reading:
    """What a message says to the question that is open; or by itself, where it is a wish and no answer to
    it: "khai báo" under a summary.
    """
    vocabulary = campaigns.get(turn.conn, task.campaign_id).campaign.vocabulary
    reading = turn.read(text, asked, vocabulary)
    if reading.slots or reading.intent is not Intent.ANSWER:
        return reading
    alone = turn.read(text, Asked(), vocabulary)
    return alone if alone.intent in _ASIDE and not alone.slots else reading


def _by_intent(turn: Turn, text: str, reading: Reading) -> Reply:
    match reading.intent:
        case Intent.QUESTION:
            return help_handler.question(turn, text)
        case Intent.COMPLAINT:
            return remind.complaint(turn)
        case Intent.SNOOZE | Intent.UNKNOWN if putting_off.wants_reminders(text):
            return remind.resume(turn)
        case Intent.PROMISE if turn.session.topic != DECLARE and putting_off.puts_off(text):
            return remind.snooze(turn, reading.when)
        case Intent.SNOOZE:
            return remind.snooze(turn, reading.when)
        case Intent.STATUS:
            return status.asked(turn, text)
        case Intent.INVITE:
            return invite.asked(turn, text)
        case Intent.FOR_OTHERS:
            return help_handler.for_others(turn)
        case Intent.GREETING if turn.session.topic != DECLARE:
            return help_handler.menu(turn)
        case intent if intent in _INTENTS:
            return act(turn, _INTENTS[intent])
    if (open_now := declare.current(turn)) is not None:
        return declare.said(turn, open_now, reading)
    return for_whom.said(turn, text) or help_handler.unknown(turn)
