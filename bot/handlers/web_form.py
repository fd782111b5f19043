"""The web form: the questions of a declaration on one page, for people without an app.

The page only collects: what was typed travels through the inbox like a message, and what follows is what
follows in the chat, the same summary with the same buttons (`filled`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue import SURE, Declaring, Fault, Written, read_fields, step, typed_as
from bot.domain.channels import WEB
from bot.domain.expressions import parse
from bot.domain.forms import Answers, Form, Question
from bot.domain.invites import Links
from bot.domain.messages import FilledForm, Incoming, IncomingKind, Reply
from bot.domain.standings import Task
from bot.domain.web_forms import Field, FormPage, Listed, Piece
from bot.handlers import declare, interrupted, privacy, register
from bot.handlers.deadline_words import with_last_day
from bot.handlers.turn import DECLARE, Session, Turn, combine
from bot.handlers.wording import options_of, question_text, task_label
from bot.storage import Connection, audit, campaigns, contacts, people, sessions, standings
from bot.storage import memberships as membership_store
from bot.storage.campaigns import Running
from bot.texts import Texts
from bot.texts.conditions import condition_text

#: What stands in a wording for an answer that is not there yet.
BLANK = "…"
#: Where a wording holds what follows from other answers (a private-use character).
_MARK = "\ue002"

FAULT_KEYS: Mapping[Fault, str] = {
    Fault.MISSING: "form-missing",
    Fault.NOT_A_NUMBER: "form-not-a-number",
    Fault.OUT_OF_RANGE: "form-out-of-range",
    Fault.TOO_MANY: "form-too-many",
    Fault.UNUSUAL: "form-unusual",
    Fault.NOT_AN_OPTION: "form-not-an-option",
    Fault.NOT_A_LINK: "form-not-a-link",
    Fault.NOT_A_DATE: "form-not-a-date",
    Fault.TOO_LONG: "form-too-long",
}


# --- what was filled in -------------------------------------------------------------------------


def filled(turn: Turn, filled_in: FilledForm | None) -> Reply:
    """A form came in: what it says becomes the open declaration, with its summary still to be confirmed."""
    if turn.person is None or filled_in is None:
        return register.start(turn)
    task = turn.task(filled_in.standing_id)
    if task is None:
        return interrupted.gone(turn, filled_in.standing_id)
    running = campaigns.get(turn.conn, task.campaign_id)
    notice = privacy.gate(turn, task, running)
    if notice is not None:  # nothing of it is kept before they agree
        turn.session.begin("", open=task.standing.id)
        return notice
    form = declare.form_of(running, task)
    sheet = read_fields(form, filled_in.fields)
    if task.standing.revision != filled_in.revision:
        return declare.open_task(turn, task)  # sent twice, or somebody else was faster
    if sheet.faults:  # the page checks first: it was another form then
        return combine(turn.t("form-not-taken"), declare.open_task(turn, task))
    audit.record(
        turn.conn,
        action="web-form",
        subject=f"standing:{task.standing.id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    after = step(form, declare.reopened(turn, task), Written(answers=sheet.answers))
    return privacy.told(turn, task, running, declare.carry_out(turn, task, after))


# --- what the page shows ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WebForms:
    """Makes the pages of forms. Only reads, so that looking at a page changes nothing."""

    texts: Texts
    links: Links
    draw: Callable[[int], str]

    def listed(self, conn: Connection, chat: str, now: datetime) -> list[Listed] | None:
        """What the person of a chat may declare, what is owed first; None for a chat that is nobody's."""
        turn = self._look(conn, chat, now)
        if turn is None:
            return None
        return [
            Listed(standing_id=task.standing.id, label=task_label(turn, task), owed=task.standing.owes)
            for task in turn.tasks()
        ]

    def page(
        self,
        conn: Connection,
        chat: str,
        standing_id: int,
        now: datetime,
        typed: Mapping[str, str] | None = None,
    ) -> FormPage | None:
        """The form of something they may declare, with what was typed and what is wrong with it.

        Where nothing was typed it holds what was answered so far. None for what is not theirs.
        """
        turn = self._look(conn, chat, now)
        task = turn.task(standing_id) if turn is not None else None
        if turn is None or task is None:
            return None
        running = campaigns.get(conn, task.campaign_id)
        notice = privacy.gate(turn, task, running)
        fields = () if notice else _fields(turn, declare.form_of(running, task), task, typed)
        return replace(_head(turn, task, running), notice=notice, fields=fields)

    def _look(self, conn: Connection, chat: str, now: datetime) -> Turn | None:
        """The turn that a message of this chat would begin now."""
        contact = contacts.find(conn, WEB, chat)
        if contact is None or contact.person_id is None:
            return None
        held = membership_store.memberships_of(conn, contact.person_id)
        return Turn(
            conn=conn,
            incoming=Incoming(channel=WEB, chat=chat, kind=IncomingKind.FORM),
            contact=contact,
            person=people.person(conn, contact.person_id),
            memberships=[one for one in held if not one.has_lapsed(now)],
            session=Session.from_json(sessions.look(conn, sessions.owner_of(contact))),
            texts=self.texts,
            links=self.links,
            draw=self.draw,
            now=now,
        )


def _head(turn: Turn, task: Task, running: Running) -> FormPage:
    campaign = running.campaign
    obligation = campaign.obligation(task.obligation)
    declared = task.standing.declared_at if task.standing.revision else None
    facts = [turn.t("form-directive", directive=campaign.directive.number)]
    if task.due_before is not None:
        facts.append(turn.t("form-due", due=with_last_day(turn.texts, campaign, task)))
    title = task.label or obligation.title
    return FormPage(
        standing_id=task.standing.id,
        revision=task.standing.revision,
        title=title[:1].upper() + title[1:],
        whom=task.on_behalf_of,
        facts=tuple(facts),
        declared="" if declared is None else turn.t("form-declared", moment=declared),
        notice=None,
    )


def _fields(turn: Turn, form: Form, task: Task, typed: Mapping[str, str] | None) -> tuple[Field, ...]:
    if typed is None:
        answers, faults = _answered(turn, task), {}
        values = {question.id: typed_as(question, answers) for question in form.questions}
    else:
        sheet = read_fields(form, typed)
        answers, faults, values = sheet.answers, dict(sheet.faults), dict(typed)
    return tuple(
        Field(
            question=question,
            ask=_ask(turn, form, question, answers),
            options=tuple(options_of(turn.texts, question)),
            value=values.get(question.id, ""),
            only_if=condition_text(turn.texts, form, question.ask_if) if question.ask_if else "",
            heading=_heading(turn, form, question),
            problem=_complaint(turn, form, question, faults.get(question.id)),
            unusual=_unusual(question, values, faults.get(question.id)),
            confirmed=bool(values.get(f"{SURE}{question.id}")) and question.id not in faults,
        )
        for question in form.questions
    )


def _answered(turn: Turn, task: Task) -> Answers:
    """What was answered so far: in a conversation that is still open, or declared before."""
    kept = turn.session.left.get(str(task.standing.id))
    if turn.session.topic == DECLARE and turn.session.data.get("standing_id") == task.standing.id:
        kept = turn.session.data
    state = Declaring.from_json(kept) if kept else None
    if state is not None and state.revision == task.standing.revision:
        return state.answers
    return standings.answers(turn.conn, task.standing) or {}


def _ask(turn: Turn, form: Form, question: Question, answers: Answers) -> tuple[Piece, ...]:
    """The wording; of a line of a checklist what the list says, with the number it has in the chat."""
    checklist = form.checklist_of(question.id)
    if checklist is not None:
        place = checklist.questions.index(question.id) + 1
        return (Piece(turn.t("list-line", place=str(place), item=question.item or question.label)),)
    follows = {one.id: parse(one.id) for one in form.questions} | dict(question.ask_with)
    marks = {name: f"{_MARK}{name}{_MARK}" for name in follows}
    words = question_text(turn.texts, turn.address, question, {}, marks).split(_MARK)
    pieces = []
    for place, part in enumerate(words):  # words, a name, words, a name …
        known = follows[part].value(answers) if place % 2 else None
        said = BLANK if known is None else turn.texts.formats.fact(known)
        pieces.append(Piece(said, follows[part]) if place % 2 else Piece(part))
    return tuple(piece for piece in pieces if piece.text)


def _heading(turn: Turn, form: Form, question: Question) -> str:
    checklist = form.checklist_of(question.id)
    first = checklist is not None and checklist.questions[0] == question.id
    return turn.texts.fill(checklist.ask, turn.address) if checklist is not None and first else ""


def _complaint(turn: Turn, form: Form, question: Question, fault: Fault | None) -> str:
    if fault is None:
        return ""
    limit = form.question(question.at_most).label if question.at_most else ""
    return turn.t(
        FAULT_KEYS[fault],
        kind=question.kind.value,
        least=question.minimum,
        most=question.maximum,
        limit=limit,
        example=question.example or "none",
    )


def _unusual(question: Question, values: Mapping[str, str], fault: Fault | None) -> str:
    """The amount to confirm: one that is unusual, or was confirmed before."""
    if fault is Fault.UNUSUAL:
        return values[question.id].strip().replace(".", "")
    return values.get(f"{SURE}{question.id}", "") if fault is None else ""
