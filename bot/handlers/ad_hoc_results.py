"""What came of an ad hoc round: counted while it runs, told when it is complete, and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.address import Address, address_of
from bot.domain.asking import ASKED, form_of
from bot.domain.forms import QuestionKind
from bot.domain.messages import Choice, Reply
from bot.domain.people import Role
from bot.domain.permissions import Action
from bot.domain.rounds import Round, RoundKind
from bot.domain.standings import Task
from bot.domain.tallies import DECLARED, EXPECTED, LATE
from bot.handlers.turn import Turn
from bot.storage import Connection, audit, campaigns, people, round_units, rounds, tallies
from bot.storage.campaigns import Running
from bot.texts import Texts
from bot.texts.answers import yes_or_no

#: Units named in a message; the others are counted.
NAMED = 10
#: Characters of an answer in words that are shown in a list.
SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a unit stands in a round, in words."""

    lines: tuple[str, ...]
    complete: bool


def figures(
    texts: Texts, conn: Connection, address: Address, running: Running, round_: Round, unit_id: int
) -> Figures:
    """How many have answered, what it adds up to, and who is missing: units by name, people as a number."""
    tally = tallies.of(conn, round_.id, unit_id)
    declared, expected = tally.get(DECLARED, 0), tally.get(EXPECTED, 0)
    by_units = running.campaign.obligation(round_.obligation).audience.answered_by_units
    facts = {"declared": declared, "expected": expected}
    lines = [
        texts("figures-units", address, **facts) if by_units else texts("figures-people", address, **facts)
    ]
    if declared:
        lines += _sums(texts, address, running, round_, tally)
    if tally.get(LATE):
        lines.append(texts("figures-late", address, count=tally[LATE]))
    if by_units and declared < expected:
        silent = round_units.silent(conn, round_.id, unit_id, running.tree_on, most=NAMED)
        names = texts.formats.listing(silent.names)
        more = silent.count - len(silent.names)
        lines.append(
            texts("figures-missing-more", address, units=", ".join(silent.names), count=more)
            if more
            else texts("figures-missing", address, units=names)
        )
    if round_.question is QuestionKind.TEXT:
        for name, answers in round_units.said(conn, round_.id, unit_id, running.tree_on, most=NAMED):
            lines.append(texts("figures-said", address, unit=name, answer=_cut(str(answers.get(ASKED, "")))))
    return Figures(lines=tuple(lines), complete=0 < expected <= declared)


def _sums(
    texts: Texts, address: Address, running: Running, round_: Round, tally: Mapping[str, int]
) -> list[str]:
    if round_.question is QuestionKind.AMOUNT:
        return [texts("figures-sum", address, sum=tally.get(ASKED, 0))]
    form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
    if round_.question is QuestionKind.YES_NO:
        yes = tally.get(ASKED, 0)
        done, other = yes_or_no(texts, form.question(ASKED))
        return [texts("figures-yes-no", address, yes=yes, no=tally[DECLARED] - yes, done=done, other=other)]
    amounts = {question.id for question in form.questions if question.kind is QuestionKind.AMOUNT}
    return [
        texts("figures-measure", address, label=measure.label, sum=tally.get(measure.id, 0))
        for measure in form.measures
        if amounts & {part for part in measure.of if isinstance(part, str)}
    ]


def _cut(answer: str) -> str:
    return answer if len(answer) <= SHOWN else f"{answer[: SHOWN - 1]}…"


def show(turn: Turn, round_id: int) -> Reply:
    """The counts of now, with a button that counts again."""
    round_ = rounds.round_by_id(turn.conn, round_id)
    running = campaigns.get(turn.conn, round_.campaign_id)
    unit_id = round_.scope_unit_id or running.scope_unit_id
    if round_.kind is not RoundKind.AD_HOC or not turn.may(Action.SEE_NUMBERS, unit_id):
        return Reply(text=turn.t("err-not-allowed"))
    head = turn.t("figures-head", title=round_.label, moment=turn.now, due=round_.due_before or turn.now)
    if round_.withdrawn_at is not None:
        return Reply(text="\n".join([head, turn.t("figures-withdrawn", moment=round_.withdrawn_at)]))
    refresh = turn.choice("button-refresh", f"ad-hoc:{round_id}")
    choices = [refresh, *_taking_back(turn, round_)]
    if round_.opened_at is None:
        lines = (turn.t("figures-on-the-way", moment=round_.opens_at),)
        return Reply(text="\n".join([head, *lines]), choices=tuple(choices))
    found = figures(turn.texts, turn.conn, turn.address, running, round_, unit_id)
    if found.complete:
        choices = []
    return Reply(text="\n".join([head, *found.lines]), choices=tuple(choices))


def _taking_back(turn: Turn, round_: Round) -> list[Choice]:
    if round_.asked_by != turn.person_id or round_.is_late(turn.now):
        return []
    return [turn.choice("button-withdraw", f"ad-hoc-stop:{round_.id}")]


def withdraw(turn: Turn, round_id: int, *, sure: bool) -> Reply:
    """Whoever asked takes it back: nobody is asked or reminded any more; what was answered is kept."""
    round_ = rounds.round_by_id(turn.conn, round_id)
    if round_.kind is not RoundKind.AD_HOC or round_.asked_by != turn.person_id:
        return Reply(text=turn.t("err-not-allowed"))
    if not sure:
        return Reply(
            text=turn.t("withdraw-sure", title=round_.label),
            choices=(
                turn.choice("button-withdraw", f"ad-hoc-stop:{round_id}:yes"),
                turn.choice("button-keep-open", f"ad-hoc:{round_id}"),
            ),
        )
    if rounds.withdraw(turn.conn, round_id, turn.now):
        audit.record(
            turn.conn,
            action="round-withdrawn",
            subject=f"round:{round_id}",
            now=turn.now,
            person_id=turn.person_id,
        )
        turn.changed()
    return Reply(text=turn.t("withdrawn", title=round_.label))


def tell_when_complete(turn: Turn, task: Task, running: Running) -> None:
    """The last one has answered: whoever asked hears of it at once."""
    round_ = rounds.round_by_id(turn.conn, task.standing.round_id)
    if round_.asked_by is None or round_.asked_by == turn.person_id:
        return
    address = address_of(people.person(turn.conn, round_.asked_by), Role.OFFICER)
    unit_id = round_.scope_unit_id or running.scope_unit_id
    found = figures(turn.texts, turn.conn, address, running, round_, unit_id)
    if found.complete:
        head = turn.texts("round-complete", address, title=round_.label, moment=turn.now)
        more = Choice(label=turn.texts("button-figures", address), action=f"ad-hoc:{round_.id}")
        reply = Reply(text="\n".join([head, *found.lines]), choices=(more,))
        turn.tell(round_.asked_by, reply, f"complete:{round_.id}")
