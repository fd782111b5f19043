"""What somebody wants changed of their data and cannot change themselves: asked here, settled by the school.

"Sai tên" ──► what it should be ──► the heads and clerks of the school ──► done or not, and both are told.
"""

from bot.domain.address import address_of
from bot.domain.deadlines import last_valid_day
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Membership, MembershipState, Person, Role
from bot.domain.permissions import Action
from bot.domain.working_days import due_after
from bot.handlers import deciders
from bot.handlers.turn import REQUEST, Turn
from bot.storage import audit, memberships, people, requests, schools, units
from bot.storage.requests import Request, RequestKind
from bot.texts.answers import ROLE_KEYS

#: Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: such a request is answered within two working days.
WORKING_DAYS = 2
#: Characters of a name, and of anything else.
LONGEST_NAME, LONGEST = 120, requests.LONGEST
#: Requests on one page.
SHOWN = 8

ASK_KEYS = {RequestKind.NAME: "request-ask-name", RequestKind.POST: "request-ask-post"}
KIND_KEYS = {RequestKind.NAME: "request-kind-name", RequestKind.POST: "request-kind-post"}


# --- asking -------------------------------------------------------------------------------------


def which(turn: Turn) -> Reply:
    """What is wrong? Declarations are corrected at once, the rest by the school."""
    return Reply(
        text=turn.t("request-which"),
        choices=(
            turn.choice("button-declare", "tasks"),
            turn.choice("button-wrong-fullname", "wrong:name"),
            turn.choice("button-wrong-post", "wrong:post"),
        ),
    )


def ask(turn: Turn, kind: RequestKind) -> Reply:
    """What should it be?"""
    if _post(turn) is None:
        return Reply(text=turn.t("request-no-post"))
    if any(one.kind is kind for one in requests.open_of(turn.conn, turn.person_id)):
        return Reply(text=turn.t("request-waits"), choices=(turn.choice("button-data", "data"),))
    turn.session.begin(REQUEST, kind=kind.value)
    return Reply(text=turn.t(ASK_KEYS[kind]), choices=(turn.choice("button-not-now", "menu"),))


def handle(turn: Turn, text: str) -> Reply:
    """What it should be: written down, and passed on to the school."""
    kind, post = RequestKind(turn.session.data["kind"]), _post(turn)
    said = " ".join(text.split())
    if post is None:
        turn.session.end()
        return Reply(text=turn.t("request-no-post"))
    is_name = len(said.split()) >= 2 and all(char.isalpha() or char in " '’.-" for char in said)
    if kind is RequestKind.NAME and not (is_name and len(said) <= LONGEST_NAME):
        return Reply(text=turn.t("err-name"), choices=(turn.choice("button-not-now", "menu"),))
    if len(said) > LONGEST:
        return Reply(text=turn.t("request-too-long", most=LONGEST))
    turn.session.end()
    due = due_after(turn.now, WORKING_DAYS, is_holiday)
    asked = requests.add(turn.conn, turn.person_id, post.unit_id, kind, said, due_at=due, now=turn.now)
    for head in _settlers(turn, post):
        _tell(turn, head, asked)
    unit = turn.school_of(post.unit_id).name
    return Reply(
        text=turn.t("request-sent", unit=unit, day=last_valid_day(due)),
        choices=(turn.choice("button-data", "data"),),
    )


def _post(turn: Turn) -> Membership | None:
    """The post by which a school knows them; a parent is known by no list."""
    held = [m for m in turn.memberships if m.state in (MembershipState.ACTIVE, MembershipState.ON_LEAVE)]
    return next((m for m in held if m.role is not Role.PARENT and m.granted_by is None), None)


def _settlers(turn: Turn, post: Membership) -> list[Person]:
    """Who hears of it: clerks and heads of the school; of a head, whoever decides about heads."""
    if post.role in deciders.FROM_ABOVE:
        return deciders.of(turn, post.unit_id, post.role, but=turn.person_id)
    found = memberships.holders(turn.conn, turn.school_of(post.unit_id).id, HEAD_ROLES)
    reachable = {person.id: person for person, _ in found if person.contact_id is not None}
    return [person for person in reachable.values() if person.id != turn.person_id]


def _tell(turn: Turn, head: Person, asked: Request) -> None:
    address = address_of(head, memberships.memberships_of(turn.conn, head.id)[0].role)
    text = turn.texts("request-told", address, day=last_valid_day(asked.due_at))
    button = Choice(label=turn.texts("button-requests", address), action="requests")
    turn.tell(head.id, Reply(text=text, choices=(button,)), f"request:{asked.id}:{head.id}")


# --- settling -----------------------------------------------------------------------------------


def waiting(turn: Turn) -> list[Request]:
    """The requests that this person can settle, overdue ones first."""
    places = {
        place.id
        for held in turn.held(*HEAD_ROLES, Role.HOMEROOM)
        for place in schools.inside(turn.conn, units.get(turn.conn, held.unit_id), turn.today)
    }
    found = {one.id: one for one in requests.open_in(turn.conn, sorted(places))}
    if turn.held(Role.OFFICER):
        found |= {one.id: one for one in requests.open_of_heads(turn.conn)}
    return sorted(
        (one for one in found.values() if _may_settle(turn, one)), key=lambda one: (one.due_at, one.id)
    )


def _may_settle(turn: Turn, asked: Request) -> bool:
    """Nobody settles their own; a head's is settled where it is decided who is one."""
    if asked.person_id == turn.person_id:
        return False
    if turn.may(Action.CHANGE_ROSTER, asked.unit_id):
        return True
    held = memberships.memberships_of(turn.conn, asked.person_id)
    leads = any(m.unit_id == asked.unit_id and m.role in deciders.FROM_ABOVE for m in held)
    return leads and turn.may(Action.APPROVE_HEAD, asked.unit_id)


def show(turn: Turn) -> Reply:
    """What waits for an answer, what is overdue first."""
    if not turn.held(*HEAD_ROLES, Role.HOMEROOM, Role.OFFICER):
        return Reply(text=turn.t("err-not-allowed"))
    found = waiting(turn)
    if not found:
        return Reply(text=turn.t("requests-none"))
    overdue = sum(one.due_at <= turn.now for one in found)
    lines = [turn.t("requests-head", count=len(found), overdue=overdue)]
    lines += [_line(turn, one) for one in found[:SHOWN]]
    choices = tuple(Choice(label=_name(turn, one), action=f"request:{one.id}") for one in found[:SHOWN])
    return Reply(text="\n".join(lines), choices=choices)


def _line(turn: Turn, one: Request) -> str:
    late = one.due_at <= turn.now
    kind, day = turn.t(KIND_KEYS[one.kind]), last_valid_day(one.due_at)
    return turn.t("requests-overdue" if late else "requests-line", name=_name(turn, one), kind=kind, day=day)


def _name(turn: Turn, one: Request) -> str:
    return turn.name_of(one.person_id)


def card(turn: Turn, request_id: int) -> Reply:
    """One request, and what can be done about it."""
    asked = requests.load(turn.conn, request_id)
    if not _may_settle(turn, asked):
        return Reply(text=turn.t("err-not-allowed"))
    if asked.settled:
        return _settled_already(turn)
    name, held = _name(turn, asked), _held(turn, asked)
    post = "" if held is None else turn.t(ROLE_KEYS[held.role])
    unit = units.get(turn.conn, asked.unit_id).name
    day = last_valid_day(asked.due_at)
    facts = {"name": name, "post": post, "unit": unit, "text": asked.text, "day": day}
    if asked.kind is RequestKind.NAME:
        text, yes = (
            turn.t("request-card-name", **facts),
            turn.choice("button-apply-name", f"settle:{asked.id}:yes"),
        )
    else:
        text, yes = (
            turn.t("request-card-post", **facts),
            turn.choice("button-settled", f"settle:{asked.id}:yes"),
        )
    choices = [yes, turn.choice("button-unchanged-data", f"settle:{asked.id}:no")]
    if asked.kind is RequestKind.POST and held is not None:
        choices.append(turn.choice("button-their-card", f"person:{held.id}"))
    return Reply(text=text, choices=(*choices, turn.choice("button-requests", "requests")))


def _held(turn: Turn, asked: Request) -> Membership | None:
    held = memberships.memberships_of(turn.conn, asked.person_id)
    return next((m for m in held if m.unit_id == asked.unit_id), None)


def _settled_already(turn: Turn) -> Reply:
    return Reply(
        text=turn.t("request-settled-already"), choices=(turn.choice("button-requests", "requests"),)
    )


def settle(turn: Turn, request_id: int, *, granted: bool) -> Reply:
    """Mended or left as it is; the person is told. A spelling is applied at once."""
    asked = requests.load(turn.conn, request_id)
    if not _may_settle(turn, asked):
        return Reply(text=turn.t("err-not-allowed"))
    before = _name(turn, asked)
    if not requests.settle(turn.conn, asked, granted=granted, by=turn.person_id, now=turn.now):
        return _settled_already(turn)
    audit.record(
        turn.conn,
        action="request-granted" if granted else "request-refused",
        subject=f"person:{asked.person_id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    _tell_result(turn, asked, granted=granted)
    done = turn.t("request-granted" if granted else "request-refused", name=before)
    return Reply(text=done, choices=(turn.choice("button-requests", "requests"),))


def _tell_result(turn: Turn, asked: Request, *, granted: bool) -> None:
    held = _held(turn, asked)
    address = address_of(people.person(turn.conn, asked.person_id), held.role if held else None)
    unit = turn.school_of(asked.unit_id).name
    if granted:
        text = turn.texts("request-told-granted", address, text=asked.text, unit=unit)
    else:
        text = turn.texts("request-told-refused", address, text=asked.text, unit=unit)
    button = Choice(label=turn.texts("button-data", address), action="data")
    turn.tell(asked.person_id, Reply(text=text, choices=(button,)), f"request-settled:{asked.id}")
