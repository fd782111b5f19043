"""Choosing what a message is for: a tapped button, a command, a typed choice, or free text.

The one entry from the inbox. Runs in the transaction of the turn: whatever the handlers wrote, the
session and the replies are committed together or not at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.campaigns import Shelf
from bot.domain.invites import Links
from bot.domain.messages import Incoming, IncomingKind, Lane, Reply
from bot.domain.people import Contact, Membership, Person
from bot.domain.quotas import Quota
from bot.handlers import (
    ad_hoc,
    announce,
    class_report,
    commands,
    corrections,
    deadlines,
    erasing,
    errands,
    for_whom,
    free_text,
    invite,
    notices,
    questions,
    register,
    requests,
    roster,
    typed_choices,
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
    ERASING,
    INVITE,
    PEOPLE,
    REGISTER,
    REQUEST,
    WHOM,
    Session,
    Turn,
)
from bot.storage import (
    Connection,
    contacts,
    delegations,
    deliveries,
    people,
    rerouting,
    sessions,
)
from bot.storage import memberships as membership_store
from bot.texts import Texts

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
    #: how many messages a reply becomes, by channel
    costs: Mapping[str, Callable[[Reply], int]] = field(default_factory=dict)
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
        notices.send(conn, turn.notices, now)

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
            costs=self.costs,
            seats=self.seats,
            taps=contact.channel not in self.buttonless,
            announcements_a_day=self.announcements_a_day,
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
        return commands.carry_out(turn, text)
    action = typed_choices.meant(turn, text)
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
    return free_text.answer(turn, text)


def _stranger(turn: Turn, text: str) -> Reply:
    """Somebody who is not registered: the only thing that can be of use is a code."""
    if len(text) <= 40 and " " not in text and any(c.isdigit() for c in text):
        return register.enter_code(turn, text)
    return register.start(turn)
