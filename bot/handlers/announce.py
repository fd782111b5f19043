"""/thongbao: one message to many, from its text to the yes under the preview.

    text ──► for whom? ──► preview: what they read, how many, how long it takes ──► sent

How far it is, and stopping it: `broadcasts.py`; correcting and taking back: `corrections.py`.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from bot.domain.announcing import LONGEST, ROLES, SHORTEST, Group, goes_out_at, groups
from bot.domain.deadlines import VIETNAM
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice, Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.units import CLASS
from bot.handlers import announce_cost, announced, broadcasts
from bot.handlers.turn import ANNOUNCE, Turn
from bot.reports.own_data import CHANNEL_KEYS
from bot.storage import announcements, campaigns, recipients, units
from bot.storage.announcements import Announcement, State
from bot.storage.campaigns import CampaignState
from bot.storage.recipients import Reached
from bot.texts.answers import ROLE_KEYS
from bot.texts.unit_names import spoken

#: Earlier announcements offered to look at.
RECENT = 3

GROUP_KEYS: Mapping[Group, str] = {
    Group.HEADS: "group-heads",
    Group.LEADERS: "group-leaders",
    Group.STAFF: "group-staff",
    Group.PUPILS: "group-pupils",
    Group.PARENTS: "group-parents",
}


def command(turn: Turn, text: str = "") -> Reply:
    """ "/thongbao nội dung"; alone: how it is written, and the last ones."""
    places = _places(turn)
    if not places:
        return Reply(text=turn.t("announce-not-allowed"))
    if _left_today(turn) <= 0:
        return Reply(
            text=turn.t("announce-enough", limit=turn.announcements_a_day), choices=_recent(turn, places)
        )
    if text:
        return _written(turn, places, text)
    turn.session.begin(ANNOUNCE)
    return Reply(
        text=turn.t("announce-how", shortest=SHORTEST, longest=LONGEST, left=_left_today(turn)),
        choices=_recent(turn, places),
    )


def handle(turn: Turn, text: str) -> Reply:
    """Free text while an announcement is being written: the text, or another one in its place."""
    return command(turn, text)


def leave(turn: Turn) -> Reply:
    """Nothing is sent."""
    turn.session.end()
    announcements.drop(turn.conn, turn.person_id)
    return Reply(text=turn.t("announce-dropped"))


def _places(turn: Turn) -> list[int]:
    """The units of theirs for which they may write."""
    held = dict.fromkeys(m.unit_id for m in turn.held(Role.OFFICER, *HEAD_ROLES, Role.HOMEROOM))
    return [unit_id for unit_id in held if turn.may(Action.ANNOUNCE, unit_id)]


def _left_today(turn: Turn) -> int:
    midnight = datetime.combine(turn.today, time(), tzinfo=VIETNAM).astimezone(UTC)
    return turn.announcements_a_day - announcements.sent_since(turn.conn, turn.person_id, midnight)


def _recent(turn: Turn, places: list[int]) -> tuple[Choice, ...]:
    found = announcements.recent(turn.conn, places, turn.today, RECENT)
    return tuple(Choice(label=broadcasts.cut(one.text, 40), action=f"news:{one.id}") for one in found)


# --- for whom -----------------------------------------------------------------------------------


def _written(turn: Turn, places: list[int], text: str) -> Reply:
    if not SHORTEST <= len(text) <= LONGEST:
        key = "announce-too-short" if len(text) < SHORTEST else "announce-too-long"
        turn.session.begin(ANNOUNCE)
        return Reply(text=turn.t(key, count=len(text), shortest=SHORTEST, longest=LONGEST))
    draft_id = announcements.draft(
        turn.conn,
        unit_id=places[0],
        author_id=turn.person_id,
        text=text,
        signed=signed(turn, places[0]),
        now=turn.now,
    )
    chosen = turn.session.data.get("chosen") if turn.session.topic == ANNOUNCE else None
    turn.session.begin(ANNOUNCE)
    if chosen is not None and chosen[0] in places:  # the same people, another text
        return preview(turn, draft_id, chosen[0], Group(chosen[1]))
    return Reply(text=turn.t("announce-whom"), choices=_choices(turn, draft_id, places))


def _choices(turn: Turn, draft_id: int, places: list[int]) -> tuple[Choice, ...]:
    """Everybody they can write to; a unit is named where there are several."""
    found = []
    for unit_id in places:
        unit = units.get(turn.conn, unit_id)
        for group in groups(unit.kind):
            label = turn.t(GROUP_KEYS[group])
            if len(places) > 1:
                label = turn.t("announce-group-of", group=label, unit=spoken(turn.texts, unit))
            found.append(Choice(label=label, action=f"announce-to:{draft_id}:{unit_id}:{group.value}"))
    return (*found, turn.choice("button-announce-drop", "announce-drop"))


def signed(turn: Turn, unit_id: int) -> str:
    """The position and the unit of the sender: it is the post that speaks, not a directive."""
    unit = units.get(turn.conn, unit_id)
    held = next(m for m in turn.memberships if m.unit_id == unit_id and m.role in ROLE_KEYS)
    name = spoken(turn.texts, unit)
    if unit.kind == CLASS:
        name = turn.t("announce-class", name=name, school=turn.school_of(unit_id).name)
    return turn.t("announce-signed", position=held.position or turn.t(ROLE_KEYS[held.role]), unit=name)


# --- preview and send ---------------------------------------------------------------------------


def preview(turn: Turn, draft_id: int, unit_id: int, group: Group) -> Reply:
    """What people will read, how many, and how long it takes; nothing is sent before the yes."""
    places = _places(turn)
    found = _own(turn, draft_id)
    if found is None or unit_id not in places or group not in groups(units.get(turn.conn, unit_id).kind):
        return Reply(text=turn.t("announce-gone"))
    if found.state is not State.DRAFT:
        return broadcasts.show(turn, draft_id)
    announcements.address(turn.conn, draft_id, unit_id, ROLES[group], signed(turn, unit_id))
    found = announcements.get(turn.conn, draft_id)
    reached = recipients.reached(turn.conn, found)
    turn.session.begin(ANNOUNCE, chosen=[unit_id, group.value])
    if not reached.reachable:
        return Reply(
            text=turn.t("announce-nobody", group=turn.t(GROUP_KEYS[group]), count=reached.people),
            choices=_choices(turn, draft_id, places),
        )
    cost = announce_cost.of(turn, found, reached)
    lines = [
        turn.t("announce-preview"),
        "",
        announced.shown(turn.texts, found.text, found.signed),
        "",
        *_preview_lines(turn, found, reached, group),
        *(announce_cost.lines(turn, cost) if cost else []),
    ]
    plain = (
        turn.choice("button-announce-send", f"announce-send:{draft_id}"),
        turn.choice("button-announce-drop", "announce-drop"),
    )
    return Reply(
        text="\n".join(lines), choices=announce_cost.choices(turn, draft_id, cost) if cost else plain
    )


def _preview_lines(turn: Turn, found: Announcement, reached: Reached, group: Group) -> list[str]:
    channels = [
        turn.t("announce-channel", channel=turn.t(CHANNEL_KEYS[platform]), count=count)
        for platform, count in announce_cost.by_platform(reached).items()
    ]
    lines = [
        turn.t(
            "announce-reach",
            group=turn.t(GROUP_KEYS[group]),
            unit=spoken(turn.texts, units.get(turn.conn, found.unit_id)),
            count=reached.people,
            reached=reached.reachable,
            channels=turn.texts.formats.listing(channels),
        )
    ]
    if reached.people > reached.reachable:
        lines.append(turn.t("announce-out-of-reach", count=reached.people - reached.reachable))
    lines.append(
        turn.t("announce-takes", span=turn.takes(announce_cost.messages(turn, found, reached.by_channel)))
    )
    at = goes_out_at(turn.now, found.roles, is_holiday, urgent=_urgent(turn, found.unit_id))
    if at > turn.now:
        lines.append(turn.t("announce-starts", moment=at))
    lines.append(turn.t("announce-left", left=_left_today(turn), limit=turn.announcements_a_day))
    return lines


def _own(turn: Turn, draft_id: int) -> Announcement | None:
    """A draft of whoever asks, or what became of it; None where it was dropped, or is somebody else's."""
    found = announcements.get(turn.conn, draft_id)
    mine = found.author_id == turn.person_id and found.state is not State.DROPPED
    return found if mine else None


def _urgent(turn: Turn, unit_id: int) -> bool:
    """Whether an emergency is being dealt with in the unit: then quiet hours do not count."""
    around = {unit_id, *(unit.id for unit in units.upwards(turn.conn, unit_id, turn.today))}
    return any(
        running.campaign.emergency
        and running.state is CampaignState.RUNNING
        and running.scope_unit_id in around
        for running in campaigns.every(turn.conn)
    )


def later(turn: Turn, draft_id: int) -> Reply:
    """Not now: the draft is kept until another one takes its place."""
    found = _own(turn, draft_id)
    if found is None or found.state is not State.DRAFT:
        return Reply(text=turn.t("announce-gone"))
    turn.session.end()
    again = f"announce-to:{draft_id}:{found.unit_id}:{_group(found).value}" if found.roles else "announce"
    return Reply(text=turn.t("announce-kept"), choices=(turn.choice("button-announce-again", again),))


def _group(found: Announcement) -> Group:
    return next(group for group, roles in ROLES.items() if roles == found.roles)


def send(turn: Turn, draft_id: int, *, frugal: bool = False) -> Reply:
    """The yes under the preview; the planner sends it out. A second tap shows how far it is.

    `frugal`: through a channel with a quota only to those who can be written to nowhere else.
    """
    found = _own(turn, draft_id)
    if found is None or not turn.may(Action.ANNOUNCE, found.unit_id):
        return Reply(text=turn.t("announce-gone"))
    if found.state is not State.DRAFT:
        return broadcasts.show(turn, draft_id)
    if not found.roles:
        return Reply(text=turn.t("announce-whom"), choices=_choices(turn, draft_id, _places(turn)))
    if _left_today(turn) <= 0:
        return Reply(text=turn.t("announce-enough", limit=turn.announcements_a_day))
    cost = announce_cost.of(turn, found, recipients.reached(turn.conn, found))
    if not announce_cost.permits(cost, frugal=frugal):
        return preview(turn, draft_id, found.unit_id, _group(found))
    turn.session.end()
    urgent = _urgent(turn, found.unit_id)
    announcements.confirm(turn.conn, draft_id, turn.now, urgent=urgent, frugal=frugal)
    at = goes_out_at(turn.now, found.roles, is_holiday, urgent=urgent)
    told = turn.t("announce-sent-later", moment=at) if at > turn.now else turn.t("announce-sent")
    return Reply(
        text=told,
        choices=(
            turn.choice("button-progress", f"news:{draft_id}"),
            turn.choice("button-news-withdraw", f"news-withdraw:{draft_id}"),
        ),
    )
