"""What is sent about one round, worded at the moment of sending: the question, and how it ended."""

from datetime import datetime

from bot.domain.address import Address
from bot.domain.asking import form_of
from bot.domain.campaigns import Campaign
from bot.domain.deadlines import local
from bot.domain.forms import Form
from bot.domain.messages import Choice, Reply
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import State, Task
from bot.handlers.ad_hoc_results import figures
from bot.handlers.wording import question_in, slot_name
from bot.storage import Connection, campaigns, rounds, units
from bot.storage.campaigns import CampaignState
from bot.texts import Texts

#: More options than these are asked for when the declaration is opened.
MOST_OPTIONS = 4


def asking(
    texts: Texts, conn: Connection, address: Address, owed: list[Task], round_id: int, now: datetime
) -> Reply | None:
    """A round's question to somebody who owes it; nothing where they do not, or it was withdrawn."""
    tasks = [task for task in owed if task.standing.round_id == round_id]
    round_ = rounds.round_by_id(conn, round_id)
    if not tasks or round_.withdrawn_at is not None or round_.due_before is None:
        return None
    campaign = campaigns.get(conn, round_.campaign_id).campaign
    lines = [_head(texts, conn, address, campaign, round_, tasks[0]), _left(texts, address, round_, now)]
    if len(tasks) > 1:
        return _several(texts, address, lines, tasks)
    form = form_of(campaign, round_.obligation, round_.question, round_.label)
    if campaign.consent or tasks[0].standing.state is not State.MISSING or not _tappable(form):
        return Reply(text="\n".join(lines), choices=(_declare(texts, address, tasks[0]),))
    asked = question_in(texts, address, form.questions[0], {}, tasks[0].standing.id)
    return Reply(text="\n".join([*lines, asked.text]), choices=asked.choices)


def unasked(
    texts: Texts,
    campaign: Campaign,
    form: Form,
    *,
    title: str,
    asker: str,
    due: datetime,
    now: datetime,
) -> Reply:
    """What a request would say to somebody who is asked for the first time: it tells how long that is."""
    address, number = Address.STRANGER, campaign.directive.number
    head = texts("round-ad-hoc", address, unit=asker, directive=number, title=title)
    lines = [head, _until(texts, address, due, now)]
    if campaign.consent or not _tappable(form):
        return Reply(text="\n".join(lines))
    asked = question_in(texts, address, form.questions[0], {}, 0)
    return Reply(text="\n".join([*lines, asked.text]), choices=asked.choices)


def _tappable(form: Form) -> bool:
    """Whether the first question is answered by a tap: on a bad network one message has to do."""
    first = form.questions[0]
    if form.repeatable or form.checklist_of(first.id) is not None:
        return False
    return 0 < len(first.options) <= MOST_OPTIONS


def _head(
    texts: Texts, conn: Connection, address: Address, campaign: Campaign, round_: Round, task: Task
) -> str:
    title = round_.label or campaign.obligation(round_.obligation).title
    whom = f" ({task.on_behalf_of})" if task.on_behalf_of else ""
    number = campaign.directive.number
    if round_.kind is RoundKind.AD_HOC:
        asker = units.get(conn, round_.scope_unit_id or campaigns.get(conn, round_.campaign_id).scope_unit_id)
        return texts("round-ad-hoc", address, unit=asker.name, directive=number, title=f"{title}{whom}")
    return texts("round-slot", address, directive=number, title=f"{title}{whom}", slot=slot_name(texts, task))


def _left(texts: Texts, address: Address, round_: Round, now: datetime) -> str:
    due = round_.due_before or now
    return texts("round-late", address, moment=due) if due <= now else _until(texts, address, due, now)


def _until(texts: Texts, address: Address, due: datetime, now: datetime) -> str:
    today = local(due).date() == local(now).date()
    until = texts.formats.clock(due) if today else texts.formats.moment(due)
    return texts("round-until", address, until=until, left=due - now)


def _several(texts: Texts, address: Address, lines: list[str], tasks: list[Task]) -> Reply:
    """One account that answers for several: each is a button."""
    choices = tuple(
        Choice(label=task.on_behalf_of or texts("button-declare", address), action=f"open:{task.standing.id}")
        for task in tasks
    )
    return Reply(text="\n".join(lines), choices=choices)


def _declare(texts: Texts, address: Address, task: Task) -> Choice:
    return Choice(label=texts("button-declare-now", address), action=f"open:{task.standing.id}")


def result(
    texts: Texts, conn: Connection, address: Address, unit_ids: list[int], round_id: int
) -> Reply | None:
    """How a round ended, to whoever asked for it or answers for the rhythm."""
    round_ = rounds.round_by_id(conn, round_id)
    running = campaigns.get(conn, round_.campaign_id)
    if round_.withdrawn_at is not None or running.state is not CampaignState.RUNNING:
        return None
    if round_.kind is RoundKind.AD_HOC:
        unit_id = round_.scope_unit_id or running.scope_unit_id
        more = Choice(label=texts("button-figures", address), action=f"ad-hoc:{round_id}")
    else:
        unit_id = unit_ids[0]
        more = Choice(label=texts("button-details", address), action=f"status:{unit_id}:0:{round_id}")
    found = figures(texts, conn, address, running, round_, unit_id)
    if found.complete:  # that was told when the last answer came
        return None
    head = texts(
        "round-closed",
        address,
        title=_title(texts, running.campaign, round_),
        unit=units.get(conn, unit_id).name,
    )
    return Reply(text="\n".join([head, *found.lines, texts("round-still-taken", address)]), choices=(more,))


def _title(texts: Texts, campaign: Campaign, round_: Round) -> str:
    title = round_.label or campaign.obligation(round_.obligation).title
    return (
        title
        if round_.slot is None
        else texts("round-title-slot", title=title, day=texts.formats.day(round_.slot))
    )
