"""Questions that no campaign answers: passed on to a contact person, who answers in the chat.

The nearest one: of a class its homeroom teacher, of a school its clerk or head, of a head or an office
somebody of the unit above. Above the school's door nobody is named.
"""

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.address import address_of
from bot.domain.messages import Choice, Reply
from bot.domain.people import Membership, MembershipState, Person, Role
from bot.domain.readings import Asked, Intent, Vocabulary
from bot.domain.units import CLASS
from bot.handlers.turn import ANSWERING, Turn
from bot.storage import memberships, people, questions, units
from bot.storage.questions import Question
from bot.texts.answers import ROLE_KEYS
from bot.texts.unit_names import spoken

#: Questions of one person that are passed on in a day.
PER_DAY = 5
#: Characters of an answer.
LONGEST_ANSWER = 1000
_SCHOOL_CONTACTS = (Role.CLERK, Role.PRINCIPAL, Role.DEPUTY)


def pass_on(turn: Turn, text: str) -> str | None:
    """Pass a question on, once, and say to whom; None where there is nobody who could be asked."""
    member = next((m for m in turn.memberships if m.state is MembershipState.ACTIVE), None)
    if member is None:
        return None
    if questions.waits_already(turn.conn, turn.person_id, text):
        return turn.t("question-waits")
    found = contact_of(turn, member)
    if found is None:
        return None
    if questions.count_since(turn.conn, turn.person_id, turn.now - timedelta(days=1)) >= PER_DAY:
        return turn.t("question-too-many")
    contact, held = found
    asked = questions.add(turn.conn, turn.person_id, member.unit_id, text, turn.now)
    address = address_of(contact, held.role)
    shown = turn.texts("question-for-you", address, who=who(turn, member, held), text=asked.text)
    button = Choice(label=turn.texts("button-reply", address), action=f"reply:{asked.id}")
    turn.tell(contact.id, Reply(text=shown, choices=(button,)), f"question:{asked.id}")
    where = spoken(turn.texts, units.get(turn.conn, held.unit_id))
    return turn.t("question-passed-on", role=turn.t(ROLE_KEYS[held.role]), unit=where)


def contact_of(turn: Turn, member: Membership) -> tuple[Person, Membership] | None:
    """The nearest contact person who can be reached in a chat."""
    for person, held in _contacts(turn, member):
        if person.id != turn.person_id and person.contact_id is not None:
            return person, held
    return None


def _contacts(turn: Turn, member: Membership) -> Iterator[tuple[Person, Membership]]:
    if units.get(turn.conn, member.unit_id).kind == CLASS:
        yield from memberships.holders(turn.conn, member.unit_id, (Role.HOMEROOM,))
    school = turn.school_of(member.unit_id)
    if member.role not in _SCHOOL_CONTACTS:
        yield from memberships.holders(turn.conn, school.id, _SCHOOL_CONTACTS)
        return
    for above in units.upwards(turn.conn, school.id, turn.today):
        yield from memberships.holders(turn.conn, above.id, (Role.OFFICER,))


def who(turn: Turn, asker: Membership, contact: Membership) -> str:
    """Who asks: by name inside the school, by unit above it."""
    unit = spoken(turn.texts, units.get(turn.conn, asker.unit_id))
    outside = contact.role is Role.OFFICER
    name = turn.texts(ROLE_KEYS[asker.role]) if outside or turn.person is None else turn.person.full_name
    return turn.texts("question-asker", name=name, unit=unit)


# --- the answer ---------------------------------------------------------------------------------


def reply(turn: Turn, question_id: int) -> Reply:
    """A contact person wants to answer: what, exactly?"""
    asked = questions.load(turn.conn, question_id)
    if asked is None or _post(turn, asked) is None:
        return Reply(text=turn.t("err-not-allowed"))
    if asked.answered:
        return Reply(text=turn.t("question-answered-already"))
    turn.session.begin(ANSWERING, question_id=question_id)
    return Reply(text=turn.t("question-write-answer", text=asked.text), number_expected=True)


def handle(turn: Turn, text: str) -> Reply | None:
    """What is written is the answer, and goes to whoever asked."""
    question_id = int(turn.session.data["question_id"])
    # A word or two leave the question; in a longer text they belong to the answer.
    if len(text.split()) <= 3 and turn.read(text, Asked(), Vocabulary()).intent is Intent.CANCEL:
        return leave(turn)
    asked = questions.load(turn.conn, question_id)
    post = None if asked is None else _post(turn, asked)
    if asked is None or post is None:
        turn.session.end()
        return None
    if len(text) > LONGEST_ANSWER:
        return Reply(text=turn.t("question-answer-too-long", most=LONGEST_ANSWER), number_expected=True)
    turn.session.end()
    if not questions.answered(turn.conn, question_id, turn.person_id, turn.now):
        return Reply(text=turn.t("question-answered-already"))
    asker = people.person(turn.conn, asked.person_id)
    held = memberships.memberships_of(turn.conn, asker.id)
    address = address_of(asker, held[0].role if held else None)
    answer = turn.texts("question-answer", address, text=asked.text, answer=text, by=_by(turn, post))
    turn.tell(asker.id, Reply(text=answer), f"question-answer:{question_id}")
    return Reply(text=turn.t("question-sent"))


def leave(turn: Turn) -> Reply:
    """/huy: the question waits on, and can be answered later."""
    question_id = int(turn.session.data["question_id"])
    turn.session.end()
    return Reply(text=turn.t("question-left"), choices=(turn.choice("button-reply", f"reply:{question_id}"),))


def _by(turn: Turn, post: Membership) -> str:
    name = turn.person.full_name if turn.person else ""
    return turn.texts("question-answerer", name=name, role=turn.texts(ROLE_KEYS[post.role]))


def _post(turn: Turn, asked: Question) -> Membership | None:
    """The post in which this person is a contact person of whoever asked; None where they are none."""
    near = {asked.unit_id, turn.school_of(asked.unit_id).id}
    above = {unit.id for unit in units.upwards(turn.conn, asked.unit_id, turn.today)}
    held = turn.held(Role.HOMEROOM, *_SCHOOL_CONTACTS, Role.OFFICER)
    return next((m for m in held if m.unit_id in (above if m.role is Role.OFFICER else near)), None)
