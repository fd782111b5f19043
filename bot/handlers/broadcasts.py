"""How far an announcement is, at any moment; pausing it, going on, and stopping the rest."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.announcing import ROLES, Group, goes_out_at
from bot.domain.holidays import is_holiday
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.domain.permissions import Action
from bot.domain.quotas import next_reset
from bot.domain.tallies import Share
from bot.handlers import announce_cost
from bot.handlers.turn import Turn
from bot.storage import announcements, broadcasts, recipients, units
from bot.storage.announcement_slices import USEFUL
from bot.storage.announcements import Announcement, State
from bot.storage.broadcasts import Progress
from bot.storage.deliveries import DeliveryState
from bot.storage.rerouting import QUOTA
from bot.texts.unit_names import spoken

#: Names of people out of reach that are shown; the rest are counted.
NAMED = 30
#: Characters of a text that stand for it.
TITLE = 60

TO_KEYS: Mapping[Group, str] = {
    Group.HEADS: "news-to-heads",
    Group.LEADERS: "news-to-leaders",
    Group.STAFF: "news-to-staff",
    Group.PUPILS: "news-to-pupils",
    Group.PARENTS: "news-to-parents",
}
#: Why something was given up, as the platforms' codes begin; anything else is a fault of ours or theirs.
_LOST = ("unreachable", "forbidden", "bot-was", "user-is", "chat-", "blocked", "bot-can't")
REASON_KEYS: Mapping[str, str] = {
    "lost": "news-reason-lost",
    QUOTA: "news-reason-quota",
    "other": "news-reason-other",
}


def cut(text: str, most: int) -> str:
    """A text in one line of so many characters at most."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def seen_by(turn: Turn, announcement_id: int) -> Announcement | None:
    """An announcement that was sent, if whoever asks may announce to its unit: the author, or above."""
    found = announcements.get(turn.conn, announcement_id)
    if found.confirmed_at is None or not turn.may(Action.ANNOUNCE, found.unit_id):
        return None
    return found


def show(turn: Turn, announcement_id: int) -> Reply:
    """Sent, waiting, failed, and when it will be done."""
    found = seen_by(turn, announcement_id)
    if found is None:
        return Reply(text=turn.t("err-not-allowed"))
    look, mark = _look(turn, found), broadcasts.mark_of(turn.conn, found.batch)
    share = Share(part=look.progress.sent, whole=look.total)
    lines = [
        turn.t(
            "news-head",
            moment=found.confirmed_at or found.created_at,
            to=turn.t(TO_KEYS[_group(found.roles)]),
            unit=spoken(turn.texts, units.get(turn.conn, found.unit_id)),
            text=cut(found.text, TITLE),
        ),
        turn.t("news-bar", bar=turn.texts.formats.bar(share), sent=share.part, total=share.whole),
        _state(turn, found, look, mark),
        *_failures(turn, look.progress),
    ]
    if look.missed:
        lines.append(turn.t("news-out-of-reach", count=look.missed))
    if found.revision:
        lines.append(_amended(turn, found))
    return Reply(text="\n".join(lines), choices=tuple(_choices(turn, found, look, mark)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What is counted of a broadcast."""

    progress: Progress
    ahead: Mapping[str, int]  #: those who are not in the outbox yet, by channel
    waiting: Mapping[str, int]  #: what is in the outbox and has not left, by channel
    missed: int  #: those who cannot be written to

    @property
    def total(self) -> int:
        return self.progress.total + sum(self.ahead.values())

    @property
    def left(self) -> int:
        return self.progress.waiting + self.progress.paused + sum(self.ahead.values())


def _look(turn: Turn, found: Announcement) -> _Look:
    queueing = found.state in (State.QUEUEING, State.STOPPED)
    return _Look(
        progress=broadcasts.progress(turn.conn, found.batch),
        ahead=recipients.ahead(turn.conn, found.id) if queueing else {},
        waiting=broadcasts.waiting_by_channel(turn.conn, found.batch),
        missed=_out_of_reach(turn, found),
    )


def _group(roles: frozenset[Role]) -> Group:
    return next(group for group, meant in ROLES.items() if meant == roles)


def _out_of_reach(turn: Turn, found: Announcement) -> int:
    reached = recipients.reached(turn.conn, found)
    return reached.people - reached.reachable


def _state(turn: Turn, found: Announcement, look: _Look, mark: DeliveryState | None) -> str:
    if found.state is State.WITHDRAWN:
        return turn.t("news-withdrawn", moment=found.amended_at or turn.now)
    if mark is DeliveryState.CANCELLED:
        # What waits meets the stop before it is sent; only what is under way can still arrive.
        under_way = look.progress.in_flight
        dropped = look.progress.cancelled + look.left - under_way
        return turn.t("news-stopped", count=dropped, waiting=under_way)
    if mark is DeliveryState.PAUSED:
        return turn.t("news-paused", count=look.left)
    if not look.left:
        return turn.t("news-done")
    if look.progress.held:
        return _held(turn, found, look.progress.held, look.left)
    return turn.t("news-going", count=look.left, moment=_ends(turn, found, look))


def _held(turn: Turn, found: Announcement, held: int, left: int) -> str:
    """Until when some wait for want of messages: the next month, or the end of their use."""
    reset, over = next_reset(turn.now), _starts_at(turn, found) + USEFUL
    if over <= reset:
        return turn.t("news-quota-over", count=left, held=held, moment=over)
    return turn.t("news-quota", count=left, held=held, reset=reset)


def _starts_at(turn: Turn, found: Announcement) -> datetime:
    return goes_out_at(found.confirmed_at or turn.now, found.roles, is_holiday, urgent=found.urgent)


def _ends(turn: Turn, found: Announcement, look: _Look) -> datetime:
    """When the last one will have left, at the pace of the channels."""
    starts = goes_out_at(turn.now, found.roles, is_holiday, urgent=found.urgent)
    people = Counter(look.waiting) + Counter(look.ahead)
    return starts + turn.takes(announce_cost.messages(turn, found, people))


def _failures(turn: Turn, progress: Progress) -> list[str]:
    """What was given up, by reason; what came too late; what some may have got twice."""
    lines = []
    reasons = Counter[str]()
    for reason, count in progress.given_up.items():
        reasons["lost" if reason.startswith(_LOST) else reason if reason == QUOTA else "other"] += count
    lines += [turn.t(REASON_KEYS[reason], count=count) for reason, count in sorted(reasons.items())]
    if progress.expired:
        lines.append(turn.t("news-expired", count=progress.expired))
    if progress.possible_duplicates:
        lines.append(turn.t("news-duplicates", count=progress.possible_duplicates))
    return lines


def _amended(turn: Turn, found: Announcement) -> str:
    if found.state is State.WITHDRAWN:  # somebody may have a correction beside the original
        people = broadcasts.people_done(turn.conn, found.amending)
        return turn.t("news-withdrawn-from", count=people.part, total=people.whole)
    progress = broadcasts.progress(turn.conn, found.amending)
    done = progress.sent + progress.cancelled
    return turn.t("news-corrected-for", count=done, total=progress.total, moment=found.amended_at or turn.now)


def _choices(turn: Turn, found: Announcement, look: _Look, mark: DeliveryState | None) -> list[Choice]:
    key, choices = found.id, []
    if found.state is not State.WITHDRAWN:
        if mark is not DeliveryState.CANCELLED and look.left:
            choices.append(turn.choice("button-news-refresh", f"news:{key}"))
            if mark is None:
                choices.append(turn.choice("button-news-pause", f"news-pause:{key}"))
            else:
                choices.append(turn.choice("button-news-resume", f"news-resume:{key}"))
            choices.append(turn.choice("button-news-stop", f"news-stop:{key}"))
        choices.append(turn.choice("button-news-correct", f"news-correct:{key}"))
        choices.append(turn.choice("button-news-withdraw", f"news-withdraw:{key}"))
    if look.missed and turn.may(Action.SEE_NAMES, found.unit_id):
        choices.append(turn.choice("button-news-missed", f"news-missed:{key}"))
    return choices


# --- steering -----------------------------------------------------------------------------------


def pause(turn: Turn, announcement_id: int) -> Reply:
    """From now on nobody else gets it, until it goes on."""

    def act(found: Announcement) -> None:
        if found.state is not State.WITHDRAWN:
            broadcasts.pause(turn.conn, found.batch, turn.now, turn.person_id, broadcasts.IN_A_TURN)

    return _steered(turn, announcement_id, act)


def resume(turn: Turn, announcement_id: int) -> Reply:
    """It goes on with the rest."""
    return _steered(
        turn,
        announcement_id,
        lambda found: broadcasts.resume(
            turn.conn, found.batch, turn.now, turn.person_id, broadcasts.IN_A_TURN
        ),
    )


def _steered(turn: Turn, announcement_id: int, act: Callable[[Announcement], object]) -> Reply:
    """Do it, and show where it stands. Everything that is shown is counted first: for a long count a turn
    is undone, and what it did to many rows would be done anew.
    """
    found = seen_by(turn, announcement_id)
    if found is not None:
        _look(turn, found)
        act(found)
    return show(turn, announcement_id)


def stop(turn: Turn, announcement_id: int, *, sure: bool) -> Reply:
    """The rest never gets it; whoever has it keeps it."""
    found = seen_by(turn, announcement_id)
    if found is not None and not sure:
        return Reply(
            text=turn.t("news-stop-sure"),
            choices=(
                turn.choice("button-news-stop", f"news-stop:{announcement_id}:yes"),
                turn.choice("button-news-keep", f"news:{announcement_id}"),
            ),
        )
    return _steered(
        turn,
        announcement_id,
        lambda one: announcements.stop(turn.conn, one.id, turn.now, turn.person_id),
    )


def out_of_reach(turn: Turn, announcement_id: int) -> Reply:
    """Who could not be written to, by name: only inside the school."""
    found = seen_by(turn, announcement_id)
    if found is None or not turn.may(Action.SEE_NAMES, found.unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    count = _out_of_reach(turn, found)
    names = recipients.out_of_reach(turn.conn, found, NAMED)
    lines = [turn.t("news-missed-head", count=count)]
    lines += [turn.t("news-missed-line", place=place, name=name) for place, name in enumerate(names, 1)]
    if count > len(names):
        lines.append(turn.t("news-missed-more", count=count - len(names)))
    return Reply(text="\n".join(lines), choices=(turn.choice("button-progress", f"news:{announcement_id}"),))
