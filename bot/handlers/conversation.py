"""Choosing what a message is for: a tapped button, a command, a typed choice, or free text.

The one entry from the inbox. Runs in the transaction of the turn: whatever the handlers wrote, the
session and the replies are committed together or not at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.campaigns import Shelf
from bot.dialogue import asked_of
from bot.domain.forms import QuestionKind, Slot
from bot.domain.invites import Links
from bot.domain.messages import Incoming, IncomingKind, Lane, Reply
from bot.domain.names import search_key
from bot.domain.people import Contact, Membership, MembershipState, Person
from bot.domain.quotas import Quota
from bot.domain.readings import Asked, Intent, Reading, Vocabulary
from bot.domain.standings import Task
from bot.handlers import (
    ad_hoc,
    again,
    announce,
    class_report,
    consent_words,
    corrections,
    deadlines,
    declare,
    erasing,
    errands,
    for_whom,
    interrupted,
    invite,
    own_data,
    questions,
    register,
    remind,
    requests,
    roster,
    status,
    unsupported,
    web_form,
)
from bot.handlers import help as help_handler
from bot.handlers import people as people_handler
from bot.handlers.actions import act
from bot.handlers.turn import (
    AD_HOC,
    ANNOUNCE,
    ANSWERING,
    CLASS_REPORT,
    CORRECT,
    DEADLINE,
    DECLARE,
    ERASING,
    INVITE,
    PEOPLE,
    REGISTER,
    REQUEST,
    WHOM,
    Session,
    Turn,
)
from bot.language import putting_off
from bot.storage import (
    Connection,
    campaigns,
    contacts,
    delegations,
    deliveries,
    people,
    rerouting,
    sessions,
    told,
)
from bot.storage import memberships as membership_store
from bot.texts import Texts

#: Typed commands and the actions they mean; Telegram allows only a–z, 0–9 and _ in them.
COMMANDS: Mapping[str, str] = {
    "khaibao": "tasks",
    "declare": "tasks",
    "trangthai": "status",
    "status": "status",
    "xuat": "export",
    "export": "export",
    "lichsu": "rounds",
    "rounds": "rounds",
    "dotxuat": "ad-hoc",
    "adhoc": "ad-hoc",
    "thongbao": "announce",
    "announce": "announce",
    "chuabao": "missing",
    "missing": "missing",
    "chiendich": "campaigns",
    "campaigns": "campaigns",
    "vanban": "directive",
    "directive": "directive",
    "baocaolop": "report",
    "class": "report",
    "han": "deadlines",
    "deadline": "deadlines",
    "nhansu": "people",
    "people": "people",
    "namhoc": "year",
    "year": "year",
    "moi": "invite",
    "invite": "invite",
    "huy": "cancel",
    "cancel": "cancel",
    "lienket": "join",
    "link": "join",
    "dulieu": "data",
    "data": "data",
    "yeucau": "requests",
    "requests": "requests",
    "tamdung": "stop",
    "stop": "stop",
    "nhaclai": "remind",
    "remind": "remind",
    "chuaketnoi": "unreached",
    "unreached": "unreached",
    "giupdo": "help",
    "help": "help",
}

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

#: What reads free text while something of its own is asked; None where that is about something else.
_TOPICS: Mapping[str, Callable[[Turn, str], Reply | None]] = {
    AD_HOC: ad_hoc.handle,
    ANNOUNCE: announce.handle,
    ANSWERING: questions.handle,
    CLASS_REPORT: class_report.handle,
    CORRECT: corrections.handle,
    DEADLINE: deadlines.handle,
    ERASING: erasing.handle,
    INVITE: invite.handle,
    PEOPLE: people_handler.handle,
    REQUEST: requests.handle,
    WHOM: for_whom.handle,
}

#: Longest label of a button that is looked for among those of reminders and notices.
LONGEST_LABEL = 80
#: Of these, what is asked for is one of a few, so that an errand in words is no answer to it.
_CHOOSING = frozenset({DEADLINE, INVITE, PEOPLE, WHOM})

_UNREAD = frozenset({IncomingKind.DOCUMENT, IncomingKind.MEDIA, IncomingKind.UNSUPPORTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Answers messages. `draw(n)` gives n unguessable letters and digits."""

    texts: Texts
    links: Links
    draw: Callable[[int], str]
    shelf: Shelf = field(default_factory=Shelf)  #: the campaign files that can be started from a chat
    paces: Mapping[str, float] = field(default_factory=dict)  #: messages a second, by channel
    quotas: Mapping[str, Quota] = field(default_factory=dict)  #: of the channels that have one
    seats: Mapping[str, int] = field(default_factory=dict)  #: people that a bot may have, where limited
    buttonless: frozenset[str] = frozenset()  #: the channels on which choices are typed
    announcements_a_day: int = 5  #: of one person

    def __call__(self, conn: Connection, incoming: Incoming, inbox_id: int, now: datetime) -> None:
        """Answer one message, inside the transaction of its turn."""
        contact = contacts.contact(conn, incoming.channel, incoming.chat, now)
        if incoming.kind is IncomingKind.STOPPED:
            rerouting.lost(conn, contact.id, "blocked", now)
            return
        turn = self._turn(conn, incoming, contact, now)
        contacts.wrote(conn, contact, turn.person.contact_id if turn.person else None)
        reply = _answer(turn)
        if reply is None:
            return
        if reply.choices or incoming.kind not in _UNREAD:  # what was not read takes nothing away
            turn.session.offered = [[choice.label, choice.action] for choice in reply.choices]
            turn.session.number_expected = reply.number_expected
        sessions.save(conn, sessions.owner_of(turn.contact), turn.session.to_json(), now)
        if incoming.message_ref and incoming.kind is IncomingKind.ACTION:
            reply = replace(reply, edits=incoming.message_ref)
        deliveries.queue(
            conn,
            contact=turn.contact,
            body=reply,
            lane=Lane.ANSWER,
            kind="answer",
            dedupe_key=f"answer:{inbox_id}",
            person_id=turn.contact.person_id,
            now=now,
        )
        for person_id, notice, key in turn.notices:
            self._notify(conn, person_id, notice, key, now)

    def apologise(self, conn: Connection, channel: str, chat: str, inbox_id: int, now: datetime) -> None:
        """A message that could not be handled even at the third try: say that it was not recorded."""
        contact = contacts.contact(conn, channel, chat, now)
        deliveries.queue(
            conn,
            contact=contact,
            body=Reply(text=self.texts("err-down")),
            lane=Lane.ANSWER,
            kind="answer",
            dedupe_key=f"answer:{inbox_id}",
            person_id=contact.person_id,
            now=now,
        )

    def _turn(self, conn: Connection, incoming: Incoming, contact: Contact, now: datetime) -> Turn:
        person = people.person(conn, contact.person_id) if contact.person_id else None
        return Turn(
            conn=conn,
            incoming=incoming,
            contact=contact,
            person=person,
            memberships=_held(conn, person, now),
            session=Session.from_json(sessions.load(conn, sessions.owner_of(contact))),
            texts=self.texts,
            links=self.links,
            draw=self.draw,
            now=now,
            shelf=self.shelf,
            paces=self.paces,
            quotas=self.quotas,
            seats=self.seats,
            taps=contact.channel not in self.buttonless,
            announcements_a_day=self.announcements_a_day,
        )

    def _notify(self, conn: Connection, person_id: int, reply: Reply, key: str, now: datetime) -> None:
        """A message to somebody else, in the chat they last wrote from; nobody without one is told."""
        contact_id = people.person(conn, person_id).contact_id
        if contact_id is None:
            return
        contact = contacts.contact_by_id(conn, contact_id)
        deliveries.queue(
            conn,
            contact=contact,
            body=reply,
            lane=Lane.ANSWER,
            kind="notice",
            dedupe_key=key,
            person_id=person_id,
            now=now,
        )


def _held(conn: Connection, person: Person | None, now: datetime) -> list[Membership]:
    """The roles somebody holds at this moment: what was granted until now ends before anything is done."""
    held = membership_store.memberships_of(conn, person.id) if person else []
    if person is None or not any(one.has_lapsed(now) for one in held):
        return held
    delegations.end_lapsed(conn, now)
    return membership_store.memberships_of(conn, person.id)


def _answer(turn: Turn) -> Reply | None:
    """What to say; None where it was said just now."""
    incoming = turn.incoming
    match incoming.kind:
        case IncomingKind.ACTION:
            return act(turn, incoming.action)
        case IncomingKind.FORM:
            return web_form.filled(turn, incoming.form)
        case IncomingKind.DOCUMENT if incoming.file is not None:
            return roster.offered(turn, incoming.file) if turn.person else help_handler.media(turn)
        case IncomingKind.DOCUMENT | IncomingKind.MEDIA:
            return help_handler.media(turn)
        case IncomingKind.UNSUPPORTED:
            return unsupported.answer(turn)
    text = incoming.text.strip()
    if text.startswith("/"):
        return _command(turn, text)
    action = _typed_choice(turn, text) or _typed_of_told(turn, text)
    if action is not None:
        return act(turn, action)
    if (code := register.code_in(turn, text)) is not None:
        return register.enter_code(turn, code)
    if turn.session.topic in _CHOOSING and (done := errands.asked(turn, text)) is not None:
        return done
    handle = _TOPICS.get(turn.session.topic)
    if handle is not None and (reply := handle(turn, text)) is not None:
        return reply
    if turn.session.topic == REGISTER or turn.person is None:
        return register.handle(turn, text) if turn.session.topic == REGISTER else _stranger(turn, text)
    return _free_text(turn, text)


def _typed_choice(turn: Turn, text: str) -> str | None:
    """The action of a choice whose label or number was typed; numbers may be answers themselves."""
    offered = turn.session.offered
    if text.isascii() and text.isdigit() and not turn.session.number_expected:
        place = int(text) if len(text) <= 2 else 0
        return offered[place - 1][1] if 1 <= place <= len(offered) else None
    key = search_key(text)
    return next((action for label, action in offered if key and search_key(label) == key), None)


def _typed_of_told(turn: Turn, text: str) -> str | None:
    """The action of a choice that came with a reminder or a notice, where there is no button to tap.

    Two notices may offer the same words: the newest is meant first, then the one before.
    """
    key = search_key(text)
    if turn.taps or turn.person is None or not key or len(text) > LONGEST_LABEL:
        return None
    for choice in told.choices(turn.conn, turn.contact.id):
        if search_key(choice.label) == key and choice.action not in turn.session.heeded:
            turn.session.heeded = [*turn.session.heeded, choice.action][-told.LATEST :]
            return choice.action
    return None


def _command(turn: Turn, text: str) -> Reply:
    word, _, rest = text[1:].partition(" ")
    word = word.partition("@")[0].lower()
    if word in ("start", "batdau"):
        return register.start(turn, rest.strip())
    if turn.person is None and word != "help":
        return register.start(turn)
    action = COMMANDS.get(word)
    if action == "join" and rest.strip().lower() == "web":
        action = "my-link"
    if action == "ad-hoc" and rest.strip():
        return ad_hoc.command(turn, rest.strip())
    if action == "announce" and rest.strip():
        return announce.command(turn, rest.strip())
    if action == "status" and rest.strip():
        return status.typed(turn, rest.strip())
    if action == "deadlines" and rest.strip():
        return deadlines.command(turn, rest.strip())
    return help_handler.unknown(turn) if action is None else act(turn, action)


def _stranger(turn: Turn, text: str) -> Reply:
    """Somebody who is not registered: the only thing that can be of use is a code."""
    if len(text) <= 40 and " " not in text and any(c.isdigit() for c in text):
        return register.enter_code(turn, text)
    return register.start(turn)


# --- free text ----------------------------------------------------------------------------------


def _free_text(turn: Turn, text: str) -> Reply:
    waiting = [m for m in turn.memberships if m.state is MembershipState.PENDING]
    if len(waiting) == len(turn.memberships):
        return help_handler.menu(turn)
    if (told := interrupted.open_declaration(turn)) is not None:
        return told
    open_now = declare.current(turn)
    asked = asked_of(open_now[1], open_now[2]) if open_now else Asked()
    if open_now is None and (consent := consent_words.consented(turn, text)) is not None:
        return consent
    if asked.kind is not QuestionKind.TEXT and (short := again.in_short(turn, text)) is not None:
        return short
    if asked.kind is not QuestionKind.TEXT and (of_child := for_whom.named(turn, text)) is not None:
        return of_child
    if asked.kind is not QuestionKind.TEXT and (wish := own_data.wished(text)) is not None:
        return act(turn, wish)
    if asked.kind is not QuestionKind.TEXT and (done := errands.asked(turn, text)) is not None:
        return done
    vocabulary = _vocabulary(turn, open_now[0] if open_now else None)
    reading = turn.read(text, asked, vocabulary)
    if asked.kind is QuestionKind.TEXT:
        # Whatever they write is the answer; only commands (with a slash) leave the question.
        reading = Reading(slots={Slot.ANSWER: text}, intent=Intent.ANSWER)
    elif (report := class_report.volunteered(turn, text, reading)) is not None:
        return report
    return _by_intent(turn, text, _aside(turn, text, reading, vocabulary))


def _aside(turn: Turn, text: str, reading: Reading, vocabulary: Vocabulary) -> Reading:
    """What a message says by itself, where it is a wish and no answer to the question: "khai báo" under
    a summary.
    """
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
    return for_whom.said(turn, text, reading) or help_handler.unknown(turn)


def _vocabulary(turn: Turn, open_now: Task | None) -> Vocabulary:
    """The words of the campaign the conversation is about: the open one, else what is owed first."""
    task = open_now or next(iter(turn.tasks()), None)
    return Vocabulary() if task is None else campaigns.get(turn.conn, task.campaign_id).campaign.vocabulary
