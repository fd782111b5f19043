"""A head's word on somebody's post: they leave, rest, come back, change class, lead a class.

Each is asked once more before it is done, and doing it again changes nothing.
"""

from collections.abc import Mapping

from bot.domain.address import address_of
from bot.domain.messages import Choice, Reply
from bot.domain.people import Membership, MembershipState, Role
from bot.domain.permissions import Action
from bot.domain.units import CLASS, Unit
from bot.handlers import person_card as cards
from bot.handlers.turn import Turn
from bot.storage import audit, memberships, people, posts, schools, units
from bot.texts.unit_names import spoken

#: Classes on one page.
PAGE = 8


def _post(turn: Turn, membership_id: int) -> tuple[Membership, str] | Reply:
    """A post that they may change, and whose it is."""
    held = cards.of(turn, membership_id, Action.CHANGE_ROSTER)
    return held if isinstance(held, Reply) else (held, turn.name_of(held.person_id))


def _ask(turn: Turn, text: str, action: str, held: Membership) -> Reply:
    """Is it really meant?"""
    return Reply(
        text=text,
        choices=(
            turn.choice("button-confirm", f"{action}:yes"),
            turn.choice("button-not-now", f"person:{held.id}"),
        ),
    )


def _recorded(turn: Turn, action: str, held: Membership, detail: str = "") -> None:
    audit.record(
        turn.conn,
        action=action,
        subject=f"membership:{held.id}",
        now=turn.now,
        person_id=turn.person_id,
        detail=detail,
    )


# --- leaving, resting, coming back --------------------------------------------------------------


def leave(turn: Turn, membership_id: int, *, confirmed: bool) -> Reply:
    """Somebody leaves the school: they owe nothing more and count nowhere in what is open."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    unit, back = turn.school_of(held.unit_id).name, turn.choice("button-back", f"back:{held.id}")
    if held.state is MembershipState.LEFT:
        return cards.changed(turn, turn.t("leave-already", name=name, unit=unit), back)
    if not confirmed:
        return _ask(turn, turn.t("leave-confirm", name=name, unit=unit), f"leave:{held.id}", held)
    posts.leave(turn.conn, held, turn.now)
    _recorded(turn, "leave", held)
    return cards.changed(turn, turn.t("leave-done", name=name, unit=unit), back)


def rest(turn: Turn, membership_id: int, *, confirmed: bool) -> Reply:
    """Long leave: on the roster, counted, and not chased."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    back = turn.choice("button-back", f"back:{held.id}")
    if held.state is not MembershipState.ACTIVE:
        return cards.changed(turn, turn.t(REST_KEYS[held.state.value], name=name), back)
    if not confirmed:
        return _ask(turn, turn.t("on-leave-confirm", name=name), f"on-leave:{held.id}", held)
    posts.rest(turn.conn, held, turn.now)
    _recorded(turn, "on-leave", held)
    return cards.changed(turn, turn.t("on-leave-done", name=name), back)


#: Why somebody cannot go on leave.
REST_KEYS: Mapping[str, str] = {
    MembershipState.ON_LEAVE.value: "on-leave-already",
    MembershipState.LEFT.value: "on-leave-left",
    MembershipState.PENDING.value: "on-leave-pending",
    MembershipState.REJECTED.value: "on-leave-left",
}


def back(turn: Turn, membership_id: int) -> Reply:
    """Back from leave, or not gone after all: taken back with one tap, because it harms nobody."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    if held.state not in (MembershipState.ON_LEAVE, MembershipState.LEFT):
        return cards.changed(turn, turn.t("back-already", name=name))
    posts.come_back(turn.conn, held, turn.now)
    _recorded(turn, "back", held)
    unit = spoken(turn.texts, units.get(turn.conn, held.unit_id))
    return cards.changed(turn, turn.t("back-done", name=name, unit=unit))


# --- another class ------------------------------------------------------------------------------


def reclass(turn: Turn, membership_id: int, page: int = 0) -> Reply:
    """Which class does a pupil go on in?"""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    classes = _classes(turn, held, but=held.unit_id)
    if held.role is not Role.PUPIL or not classes:
        return Reply(text=turn.t("reclass-none", name=name))
    choices = _paged(turn, classes, page, f"into:{held.id}", f"reclass:{held.id}")
    return Reply(text=turn.t("reclass-which", name=name), choices=choices)


def into(turn: Turn, membership_id: int, class_id: int, *, confirmed: bool) -> Reply:
    """A pupil goes on in another class, with what was declared in what is open."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    target = units.get(turn.conn, class_id)
    if held.unit_id == target.id:
        return cards.changed(turn, turn.t("reclass-already", name=name, unit=spoken(turn.texts, target)))
    if held.role is not Role.PUPIL or target not in _classes(turn, held, but=held.unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    source, goal = spoken(turn.texts, units.get(turn.conn, held.unit_id)), spoken(turn.texts, target)
    if not confirmed:
        text = turn.t("reclass-confirm", name=name, source=source, unit=goal)
        return _ask(turn, text, f"into:{held.id}:{target.id}", held)
    posts.move(turn.conn, held, target.id, turn.now)
    _recorded(turn, "move", held, f"unit:{held.unit_id} to unit:{target.id}")
    return cards.changed(turn, turn.t("reclass-done", name=name, source=source, unit=goal))


def _classes(turn: Turn, held: Membership, *, but: int) -> list[Unit]:
    """The classes of the same school that they may put somebody into."""
    school = turn.school_of(held.unit_id)
    return [
        unit
        for unit in schools.classes(turn.conn, school.id, turn.today)
        if unit.id != but and turn.may(Action.CHANGE_ROSTER, unit.id)
    ]


def _paged(turn: Turn, classes: list[Unit], page: int, chosen: str, more: str) -> tuple[Choice, ...]:
    shown = classes[page * PAGE : (page + 1) * PAGE]
    choices = [Choice(label=unit.name, action=f"{chosen}:{unit.id}") for unit in shown]
    if len(classes) > (page + 1) * PAGE:
        choices.append(turn.choice("button-more", f"{more}:{page + 1}"))
    return tuple(choices)


# --- leading a class ----------------------------------------------------------------------------


def homeroom(turn: Turn, membership_id: int, page: int = 0) -> Reply:
    """Which class does a teacher lead? Those they lead already can be given up."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    if held.role is Role.PUPIL or held.state is not MembershipState.ACTIVE:
        return Reply(text=turn.t("homeroom-none", name=name))
    led = {m.unit_id: m for m in cards.others_of(turn, held) if m.role is Role.HOMEROOM}
    classes = [unit for unit in _classes(turn, held, but=held.unit_id) if unit.id not in led]
    if not classes and not led:
        return Reply(text=turn.t("homeroom-none", name=name))
    ending = tuple(
        turn.choice("button-unlead", f"unlead:{m.id}", unit=spoken(turn.texts, units.get(turn.conn, unit_id)))
        for unit_id, m in led.items()
    )
    choices = _paged(turn, classes, page, f"leads:{held.id}", f"homeroom:{held.id}")
    return Reply(text=turn.t("homeroom-which", name=name), choices=(*ending, *choices))


def leads(turn: Turn, membership_id: int, class_id: int, *, confirmed: bool) -> Reply:
    """A teacher leads a class from now on, in the place of whoever led it."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    unit = units.get(turn.conn, class_id)
    if unit.kind != CLASS or held.role is Role.PUPIL or unit not in _classes(turn, held, but=held.unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    if held.state is not MembershipState.ACTIVE:
        return Reply(text=turn.t("homeroom-none", name=name))
    before = memberships.holders(turn.conn, class_id, [Role.HOMEROOM])
    if any(person.id == held.person_id for person, _ in before):
        return cards.changed(turn, turn.t("homeroom-already", name=name, unit=spoken(turn.texts, unit)))
    if not confirmed:
        instead = ", ".join(person.full_name for person, _ in before) or "none"
        text = turn.t("homeroom-confirm", name=name, unit=spoken(turn.texts, unit), instead=instead)
        return _ask(turn, text, f"leads:{held.id}:{class_id}", held)
    posts.lead(turn.conn, held.person_id, class_id, turn.now)
    _recorded(turn, "homeroom", held, f"unit:{class_id}")
    _tell(turn, held, "homeroom-told", spoken(turn.texts, unit))
    return cards.changed(turn, turn.t("homeroom-done", name=name, unit=spoken(turn.texts, unit)))


def unlead(turn: Turn, membership_id: int, *, confirmed: bool) -> Reply:
    """A teacher leads a class no more."""
    found = _post(turn, membership_id)
    if isinstance(found, Reply):
        return found
    held, name = found
    unit = units.get(turn.conn, held.unit_id)
    if held.role is not Role.HOMEROOM:
        return Reply(text=turn.t("err-not-allowed"))
    if held.state is MembershipState.LEFT:
        return cards.changed(turn, turn.t("unlead-done", name=name, unit=spoken(turn.texts, unit)))
    if not confirmed:
        text = turn.t("unlead-confirm", name=name, unit=spoken(turn.texts, unit))
        return Reply(
            text=text,
            choices=(
                turn.choice("button-confirm", f"unlead:{held.id}:yes"),
                turn.choice("button-not-now", "people"),
            ),
        )
    posts.stop_leading(turn.conn, held, turn.now)
    _recorded(turn, "homeroom-over", held)
    _tell(turn, held, "unlead-told", spoken(turn.texts, unit))
    return cards.changed(turn, turn.t("unlead-done", name=name, unit=spoken(turn.texts, unit)))


def _tell(turn: Turn, held: Membership, key: str, unit: str) -> None:
    """Whoever is given a class, or gives one up, hears of it."""
    address = address_of(people.person(turn.conn, held.person_id), Role.STAFF)
    told = turn.texts(TOLD_KEYS[key], address, unit=unit)
    turn.tell(held.person_id, Reply(text=told), f"{key}:{held.id}:{turn.now.isoformat()}")


TOLD_KEYS: Mapping[str, str] = {key: key for key in ("homeroom-told", "unlead-told")}
