"""Which class is reported, on what, and how its pupils' states are called there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.address import address_of
from bot.domain.asking import form_of
from bot.domain.class_reports import NO, Class, PupilState, leading_question, pupil_states
from bot.domain.forms import Form, Slot
from bot.domain.messages import Reply
from bot.domain.people import HEAD_ROLES, Role
from bot.domain.permissions import Action
from bot.domain.readings import Vocabulary
from bot.domain.rounds import Round
from bot.domain.units import CLASS, Unit
from bot.handlers.status import current_rounds
from bot.handlers.turn import Turn
from bot.handlers.wording import answer_text
from bot.language.class_report import ClassReading, same_class
from bot.storage import class_reports, memberships, unit_search, units
from bot.storage.campaigns import CampaignState, Running
from bot.texts.unit_names import spoken

#: Classes that a name may mean.
OFFERED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A class and a round in which it can be reported."""

    unit: Unit
    name: str  #: "lớp 8A2"
    running: Running
    round: Round
    form: Form
    states: tuple[PupilState, ...]
    pupils: Class

    @property
    def title(self) -> str:
        """What is reported, in a few words."""
        obligation = self.running.campaign.obligation(self.round.obligation)
        return self.round.label or obligation.short or obligation.title

    @property
    def in_sentences(self) -> bool:
        """Whether "38 em cài rồi, 4 em chưa" can be said of it; other forms are asked number by number."""
        return self.form.question_for(Slot.SELF_DONE) is not None

    @property
    def by_proxy(self) -> bool:
        """Whether the homeroom teacher may also declare for single pupils."""
        return Role.HOMEROOM in self.running.campaign.obligation(self.round.obligation).proxies

    def known(self, state: str) -> str | None:
        """A state as this form has it: a reason it does not offer is a plain no."""
        ids = {known.id for known in self.states}
        return state if state in ids else NO if NO in ids else None

    def counted(self, said: ClassReading, *, asked: str | None) -> dict[str, int]:
        """The numbers that were said, by the states of this form."""
        counts: dict[str, int] = {}
        if self.in_sentences:
            for state, number in said.counts.items():
                if (known := self.known(state)) is not None:
                    counts[known] = counts.get(known, 0) + number
        if said.number is not None and asked in {state.id for state in self.states}:
            counts[str(asked)] = said.number
        return counts

    def label(self, turn: Turn, state: PupilState) -> str:
        """How a state is called: as the form's button says it."""
        question = leading_question(self.form)
        if state.label or question is None:
            return state.label
        return answer_text(turn, question, state.answers[question.id])

    def labelled(self, turn: Turn, counts: Mapping[str, int]) -> list[tuple[str, int]]:
        """Numbers with the names of their states, in the form's order."""
        return [(self.label(turn, state), counts[state.id]) for state in self.states if state.id in counts]

    def example(self, turn: Turn) -> str:
        """A sentence that could be sent: "41 đã cài, 1 không có điện thoại thông minh"."""
        offered = [state for state in self.states if state.offered]
        first, last = self.label(turn, offered[0]).lower(), self.label(turn, offered[-1]).lower()
        return f"{max(1, self.pupils.size - 1)} {first}, 1 {last}"


def led(turn: Turn) -> list[Unit]:
    """The classes that the person is homeroom teacher of."""
    held = dict.fromkeys(member.unit_id for member in turn.held(Role.HOMEROOM))
    return [
        unit
        for unit_id in held
        if turn.may(Action.REPORT_CLASS, unit_id) and (unit := units.get(turn.conn, unit_id)).kind == CLASS
    ]


def may_be_of_a_class(text: str) -> bool:
    """Whether it is worth looking for a class in a text: most messages have no word of one."""
    has_number = any(char.isdigit() for char in text) and any(char.isalpha() for char in text)
    return has_number or "lớp" in text.lower() or "lop" in text.lower()


def named(turn: Turn, led: Iterable[Unit], written: str) -> list[Unit]:
    """The classes that a message can mean: by the name in it, else those the person leads."""
    led = list(led)
    if not written:
        return led
    own = [unit for unit in led if same_class(written, unit.name)]
    if own:
        return own
    schools = dict.fromkeys(member.unit_id for member in turn.held(*HEAD_ROLES))
    return [
        unit
        for school_id in schools
        for unit in unit_search.find(
            turn.conn, units.get(turn.conn, school_id), written, turn.today, most=OFFERED
        )
        if unit.kind == CLASS and same_class(written, unit.name) and turn.may(Action.REPORT_CLASS, unit.id)
    ]


def name(turn: Turn, unit: Unit) -> str:
    """A class as it is spoken of; some lists call it "Lớp 8A2" already."""
    return spoken(turn.texts, unit)


def title(turn: Turn, unit: Unit) -> str:
    """The same on a button."""
    spoken = name(turn, unit)
    return spoken[:1].upper() + spoken[1:]


def vocabulary(turn: Turn, led: Iterable[Unit]) -> Vocabulary:
    """The words of what a class is asked first."""
    for unit in led:
        for running, round_ in current_rounds(turn, unit.id):
            if Role.PUPIL in running.campaign.obligation(round_.obligation).audience.roles:
                return running.campaign.vocabulary
    return Vocabulary()


def scenes(turn: Turn, unit: Unit) -> list[Scene]:
    """What a class can be reported on now: whatever asks its pupils and can be counted."""
    found = []
    for running, round_ in current_rounds(turn, unit.id):
        obligation = running.campaign.obligation(round_.obligation)
        form = form_of(running.campaign, round_.obligation, round_.question, round_.label)
        states = pupil_states(form)
        if running.state is not CampaignState.RUNNING or Role.PUPIL not in obligation.audience.roles:
            continue
        if states:
            found.append(
                Scene(
                    unit=unit,
                    name=name(turn, unit),
                    running=running,
                    round=round_,
                    form=form,
                    states=states,
                    pupils=class_reports.pupils(turn.conn, round_.id, unit.id),
                )
            )
    return found


def alert(turn: Turn, scene: Scene, counts: Mapping[str, int]) -> int:
    """Pupils who need help are among the numbers: the heads of the school hear of it at once.

    Returns of how many pupils somebody else was told.
    """
    condition = scene.form.alert_if
    if condition is None:
        return 0
    told_of = 0
    alarming = sum(counts.get(state.id, 0) for state in scene.states if condition.holds(state.answers))
    school = turn.school_of(scene.unit.id)
    for head, _ in (
        memberships.holders(turn.conn, school.id, (Role.PRINCIPAL, Role.DEPUTY)) if alarming else ()
    ):
        if head.id != turn.person_id:
            text = turn.texts(
                "class-alert", address_of(head, Role.PRINCIPAL), unit=scene.name, count=alarming
            )
            key = f"class-alert:{scene.round.id}:{scene.unit.id}:{turn.now:%Y%m%d%H%M%S}:{head.id}"
            turn.tell(head.id, Reply(text=text), key)
            told_of = alarming
    return told_of
