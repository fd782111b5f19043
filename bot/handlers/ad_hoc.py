"""/dotxuat: an officer asks the schools below for something at once, with a deadline hours away.

    request ──► (which directive?) ──► preview: what, by when, how many, how long it takes ──► sent

Công văn 614 has schools declare "đột xuất khi có yêu cầu của cấp có thẩm quyền". What came of it, and
taking it back: `ad_hoc_results.py`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.asking import KINDS, form_of
from bot.domain.campaigns import Obligation
from bot.domain.forms import QuestionKind
from bot.domain.ladder import reaches_at
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.domain.permissions import Action
from bot.domain.units import CLASS
from bot.handlers import announce_cost, round_words
from bot.handlers.turn import AD_HOC, Turn, combine
from bot.language.requests import Request, kind_of, read_request
from bot.storage import audit, campaigns, rounds, unit_search, units
from bot.storage.campaigns import CampaignState, Running
from bot.storage.reach import Reach, reach

#: Characters of what is asked for: one line of a round.
LONGEST = 200
#: Further ahead nothing is "đột xuất".
FARTHEST = timedelta(days=7)
#: Own requests offered to look at.
RECENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A request that waits for its yes. Plain values: it is stored between turns."""

    asked: str  #: empty: the form of the obligation
    due: int  #: seconds of the epoch, UTC
    unit_id: int  #: the part of the tree that is asked
    campaign_id: int = 0
    obligation: str = ""

    @property
    def due_before(self) -> datetime:
        return datetime.fromtimestamp(self.due, UTC)

    def to_json(self) -> dict[str, Any]:
        return {
            "asked": self.asked,
            "due": self.due,
            "unit_id": self.unit_id,
            "campaign_id": self.campaign_id,
            "obligation": self.obligation,
        }


def command(turn: Turn, text: str = "") -> Reply:
    """ "/dotxuat trước 14h: số học sinh nghỉ do sốt"; alone: how it is written, and the last requests."""
    unit_id = _own_unit(turn)
    if unit_id is None:
        return Reply(text=turn.t("ad-hoc-not-allowed"))
    if not text:
        return _how(turn)
    return _draft(turn, unit_id, read_request(text, turn.now))


def handle(turn: Turn, text: str) -> Reply | None:
    """Free text while a request waits for its yes: another one, if it names a deadline."""
    unit_id, request = _own_unit(turn), read_request(text, turn.now)
    if unit_id is None or request.due_before is None:
        return None
    return _draft(turn, unit_id, request)


def _own_unit(turn: Turn) -> int | None:
    """The unit for which somebody may ask, if there is one."""
    held = [member.unit_id for member in turn.held(Role.OFFICER)]
    return next((unit_id for unit_id in held if turn.may(Action.OPEN_ROUND, unit_id)), None)


def _how(turn: Turn) -> Reply:
    turn.session.begin(AD_HOC)
    recent = [
        Choice(label=round_.label, action=f"ad-hoc:{round_.id}")
        for round_ in rounds.asked_for_by(turn.conn, turn.person_id, RECENT)
    ]
    return Reply(text=turn.t("ad-hoc-how"), choices=tuple(recent))


def _draft(turn: Turn, own_unit_id: int, request: Request) -> Reply:
    if request.due_before is None:
        return combine(turn.t("ad-hoc-no-deadline"), _how(turn))
    unit_id, asked = _whom(turn, own_unit_id, request)
    if request.due_before <= turn.now:
        return Reply(text=turn.t("ad-hoc-past", moment=request.due_before))
    if request.due_before > turn.now + FARTHEST:
        return Reply(text=turn.t("ad-hoc-too-far", days=FARTHEST.days))
    if len(asked) > LONGEST:
        return Reply(text=turn.t("ad-hoc-too-long", limit=LONGEST))
    draft = _Draft(asked=asked, due=int(request.due_before.timestamp()), unit_id=unit_id)
    found = _permitting(turn, draft)
    if not found:
        return Reply(text=turn.t("ad-hoc-no-campaign"))
    turn.session.begin(AD_HOC, **draft.to_json())
    if len(found) > 1:
        return Reply(
            text=turn.t("ad-hoc-which"),
            choices=tuple(
                Choice(
                    label=obligation.short or obligation.title, action=f"ad-hoc-of:{one.id}:{obligation.id}"
                )
                for one, obligation in found
            ),
        )
    return _preview(turn, draft, *found[0])


def _whom(turn: Turn, own_unit_id: int, request: Request) -> tuple[int, str]:
    """The part of the tree that is asked, and what: words before the deadline may name a unit below."""
    if request.before:
        own = units.get(turn.conn, own_unit_id)
        named = [
            unit
            for unit in unit_search.find(turn.conn, own, request.before, turn.today, most=2)
            if unit.kind != CLASS and turn.may(Action.OPEN_ROUND, unit.id)
        ]
        if len(named) == 1:
            return named[0].id, _begun(request.after)
    return own_unit_id, _begun(request.asked)


def _begun(asked: str) -> str:
    """What is asked for begins a message."""
    return asked[:1].upper() + asked[1:]


def _permitting(turn: Turn, draft: _Draft) -> list[tuple[Running, Obligation]]:
    """What a request can belong to: a question of one's own goes to units, a form to whom it is for."""
    return [
        (running, obligation)
        for running in campaigns.every(turn.conn)
        if running.state is CampaignState.RUNNING and _scope(turn, running, draft.unit_id) is not None
        for obligation in running.campaign.obligations
        if obligation.ad_hoc and (obligation.audience.answered_by_units or not draft.asked)
    ]


def _scope(turn: Turn, running: Running, unit_id: int) -> int | None:
    """The part of the tree that is both the officer's and the campaign's."""
    for inner, outer in ((unit_id, running.scope_unit_id), (running.scope_unit_id, unit_id)):
        if outer in {unit.id for unit in units.above(turn.conn, inner, running.tree_on)}:
            return inner
    return None


def choose(turn: Turn, campaign_id: int, obligation_id: str) -> Reply:
    """Which directive the request belongs to was tapped."""
    draft = _waiting(turn)
    if draft is None:
        return _how(turn)
    for running, obligation in _permitting(turn, draft):
        if (running.id, obligation.id) == (campaign_id, obligation_id):
            return _preview(turn, draft, running, obligation)
    return Reply(text=turn.t("ad-hoc-no-campaign"))


def _waiting(turn: Turn) -> _Draft | None:
    if turn.session.topic != AD_HOC or "due" not in turn.session.data:
        return None
    return _Draft(**turn.session.data)


def _preview(turn: Turn, draft: _Draft, running: Running, obligation: Obligation) -> Reply:
    """What will be sent, to how many, and how long that takes; nothing is sent before the yes."""
    draft = _Draft(
        asked=draft.asked,
        due=draft.due,
        unit_id=_scope(turn, running, draft.unit_id) or draft.unit_id,
        campaign_id=running.id,
        obligation=obligation.id,
    )
    found = reach(turn.conn, obligation.audience, draft.unit_id, running.tree_on)
    if not found.respondents:
        turn.session.end()
        return Reply(text=turn.t("ad-hoc-nobody", unit=units.get(turn.conn, draft.unit_id).name))
    arrives = reaches_at(turn.now, running.campaign)
    if arrives >= draft.due_before:
        turn.session.end()
        return Reply(text=turn.t("ad-hoc-at-night", moment=arrives))
    turn.session.begin(AD_HOC, **draft.to_json())
    return Reply(
        text="\n".join(_preview_lines(turn, draft, running, obligation, found, arrives)),
        choices=(turn.choice("button-ask", "ad-hoc-open"), turn.choice("button-drop", "ad-hoc-drop")),
    )


def _preview_lines(
    turn: Turn, draft: _Draft, running: Running, obligation: Obligation, found: Reach, arrives: datetime
) -> list[str]:
    kind = _kind(draft)
    lines = [
        turn.t(
            "ad-hoc-preview",
            title=draft.asked or obligation.title,
            directive=running.campaign.directive.number,
        ),
        turn.t("ad-hoc-answered", answer=turn.t(ANSWER_KEYS[kind.value if kind else "form"])),
        turn.t("ad-hoc-due", moment=draft.due_before, left=draft.due_before - turn.now),
    ]
    key = "units" if obligation.audience.answered_by_units else "people"
    unit = units.get(turn.conn, draft.unit_id).name
    lines.append(turn.t(REACH_KEYS[key], count=found.respondents, reached=found.reached, unit=unit))
    if arrives > turn.now:
        lines.append(turn.t("ad-hoc-arrives", moment=arrives))
    messages = turn.messages(found.by_channel, _as_read(turn, draft, running, obligation))
    lines.append(turn.t("ad-hoc-takes", span=turn.takes(messages), messages=sum(messages.values())))
    return [*lines, *announce_cost.of_a_request(turn, messages)]


def _as_read(turn: Turn, draft: _Draft, running: Running, obligation: Obligation) -> Reply:
    """What those who are asked will read."""
    return round_words.unasked(
        turn.texts,
        running.campaign,
        form_of(running.campaign, obligation.id, _kind(draft), draft.asked),
        title=_label(turn, draft, obligation),
        asker=units.get(turn.conn, draft.unit_id).name,
        due=draft.due_before,
        now=turn.now,
    )


def _label(turn: Turn, draft: _Draft, obligation: Obligation) -> str:
    """A round by the obligation's own form has a name too, so that it is told from the rhythm's."""
    return draft.asked or turn.t("ad-hoc-label", title=obligation.short or obligation.title)[:LONGEST]


#: How a request is answered, for whoever makes it.
ANSWER_KEYS = {
    "amount": "ad-hoc-by-number",
    "yes_no": "ad-hoc-by-yes-no",
    "text": "ad-hoc-by-words",
    "form": "ad-hoc-by-form",
}
REACH_KEYS = {"units": "ad-hoc-reach-units", "people": "ad-hoc-reach-people"}


def _kind(draft: _Draft) -> QuestionKind | None:
    kind = kind_of(draft.asked) if draft.asked else None
    return kind if kind in KINDS else None


def confirmed(turn: Turn) -> Reply:
    """The yes under the preview: the round is written down, and the planner sends it out."""
    draft = _waiting(turn)
    if draft is None or not draft.campaign_id:
        return _how(turn)
    turn.session.end()
    if not turn.may(Action.OPEN_ROUND, draft.unit_id):
        return Reply(text=turn.t("ad-hoc-not-allowed"))
    running = campaigns.get(turn.conn, draft.campaign_id)
    if running.state is not CampaignState.RUNNING:
        return Reply(text=turn.t("ad-hoc-no-campaign"))
    opens_at = reaches_at(turn.now, running.campaign)
    if draft.due_before <= opens_at:
        return Reply(text=turn.t("ad-hoc-past", moment=draft.due_before))
    obligation = running.campaign.obligation(draft.obligation)
    round_ = rounds.ask(
        turn.conn,
        campaign_id=running.id,
        obligation=obligation.id,
        label=_label(turn, draft, obligation),
        question=_kind(draft),
        scope_unit_id=draft.unit_id,
        asked_by=turn.person_id,
        opens_at=opens_at,
        due_before=draft.due_before,
    )
    audit.record(
        turn.conn,
        action="round-opened",
        subject=f"round:{round_.id}",
        now=turn.now,
        person_id=turn.person_id,
    )
    return Reply(
        text=turn.t("ad-hoc-sent", title=round_.label, moment=draft.due_before),
        choices=(
            turn.choice("button-figures", f"ad-hoc:{round_.id}"),
            turn.choice("button-withdraw", f"ad-hoc-stop:{round_.id}"),
        ),
    )


def drop(turn: Turn) -> Reply:
    """The no under the preview."""
    turn.session.end()
    return Reply(text=turn.t("ad-hoc-dropped"))
