"""Of what an export is made: a unit in a campaign, for somebody who may see this much of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pydantic import TypeAdapter

from bot.domain.asking import form_of
from bot.domain.campaigns import Obligation
from bot.domain.figures import may_overlap
from bot.domain.forms import Form
from bot.domain.rounds import Round
from bot.domain.units import Unit
from bot.reports.tables import Column, Kind
from bot.storage import Connection, exports, rollups
from bot.storage.campaigns import Running
from bot.storage.exports import Reporting
from bot.texts import Texts

#: How a unit that reports waits in a spool.
REPORTING = TypeAdapter(Reporting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What every table of an export needs to know."""

    conn: Connection
    texts: Texts
    running: Running
    unit: Unit
    names: bool  #: whoever asked may see names, so nothing is hidden either
    path: Sequence[int]  #: from the highest unit whose numbers they may see down to this one
    now: datetime

    @property
    def on(self) -> date:
        return self.running.tree_on

    def obligation(self, round_: Round) -> Obligation:
        return self.running.campaign.obligation(round_.obligation)

    def form(self, round_: Round) -> Form:
        return form_of(self.running.campaign, round_.obligation, round_.question, round_.label)

    def by_units(self, round_: Round) -> bool:
        return self.obligation(round_).audience.answered_by_units

    def title(self, round_: Round) -> str:
        """What a round asks for, with its slot."""
        title = round_.label or self.obligation(round_).title
        return title if round_.slot is None else f"{title} ({self.slot(round_)})"

    def short(self, round_: Round) -> str:
        """The same in a few words, for the title of a sheet."""
        return round_.label or self.obligation(round_).short or self.obligation(round_).title

    def slot(self, round_: Round) -> str:
        """ "thứ Hai 22/2/2021, chốt 17h00"; empty for what is no slot."""
        if round_.slot is None or round_.due_before is None:
            return ""
        formats = self.texts.formats
        return self.texts("status-slot", day=formats.day(round_.slot), clock=formats.clock(round_.due_before))

    def heading(self, title: str) -> tuple[str, ...]:
        """The unit, what the table adds up, and of which directive."""
        return self.headed(self.texts("export-title", title=title))

    def headed(self, line: str) -> tuple[str, ...]:
        """The same, with another line in the middle."""
        directive = self.running.campaign.directive
        source = self.texts(
            "export-source",
            number=directive.number,
            day=directive.issued_on,
            issuer=directive.issuer,
            subject=directive.subject,
        )
        return self.unit.name, line, source

    def notes(self, round_: Round | None = None) -> tuple[str, ...]:
        """As of when, of which campaign, and what a reader could take amiss."""
        campaign = self.running.campaign
        found = [
            self.texts("export-as-of", moment=self.now, title=campaign.title),
            self.texts("export-unknown"),
        ]
        if round_ is None:
            return tuple(found)
        form = self.form(round_)
        if not self.by_units(round_) and any(may_overlap(form, measure.id) for measure in form.measures):
            found.append(self.texts("export-turns"))
        if not (self.names or self.by_units(round_)):
            found.append(self.texts("export-hidden"))
        return tuple(found)

    def cells(self, round_ids: Sequence[int], offices: Iterable[int]) -> dict[int, dict[int, dict[int, int]]]:
        """How many people are expected in each part of some offices, read an office at a time."""
        found: dict[int, dict[int, dict[int, int]]] = {round_id: {} for round_id in round_ids}
        for office in offices:
            for round_id, cells in rollups.cells(self.conn, round_ids, [office], self.on).items():
                found[round_id] |= cells
        return found

    def place(self) -> Column:
        return Column(title=self.texts("export-place"), kind=Kind.PLACE, width=6)

    def text(self, title: str, width: int) -> Column:
        return Column(title=title, kind=Kind.TEXT, width=width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """How the units of a scope are told apart: the same name is found in many communes."""

    scope: Scope
    offices: Mapping[int, Unit]  #: the units that have others below them
    parents: Mapping[int, int]

    @classmethod
    def of(cls, scope: Scope) -> "Places":
        inner = exports.inner(scope.conn, scope.unit.id, scope.on)
        parents: dict[int, int] = {}
        for office in inner:  # one at a time, so that people's turns go on in between
            parents |= exports.parents(scope.conn, office, scope.on)
        return cls(scope=scope, offices=rollups.named(scope.conn, inner, scope.on), parents=parents)

    def name(self, unit: Unit) -> str:
        """A unit's name, with the name of the unit above it unless that is the one of the table."""
        parent = self.parents.get(unit.id)
        if parent is None or parent == self.scope.unit.id:
            return unit.name
        return self.scope.texts("export-unit-in", unit=unit.name, parent=self.offices[parent].name)
