"""People who talk with the bot: registering, declaring, and the members of a school's staff."""

from collections.abc import Generator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random
from typing import Any, Protocol

from bot.domain.deadlines import VIETNAM
from bot.domain.messages import Choice, Reply
from bot.domain.names import strip_marks
from bot.domain.people import Role
from tests.rehearsal import phrases
from tests.rehearsal.minds import Household, Mind, household, lines_of, wrong
from tests.rehearsal.phrases import rough
from tests.rehearsal.province import Human, Province, School
from tests.rehearsal.stage import Command, Life, Phone, Say, Stage, Tap, Wait

DONE, DECLINED, GUARDIAN = "declared", "declined", "waits for a guardian"
PROMISED, STUCK = "promised", "stuck"
#: How the bot says that it did not take an answer.
AGAIN = (
    "chưa hiểu tin nhắn",
    "cần một con số cụ thể",
    "chưa phù hợp với câu hỏi",
    "lớn hơn số đã khai",
    "chưa chắc đã hiểu đúng",
    "trả lời cho mục nào",
    "cần một đường dẫn",
)
#: After so many messages about one thing anybody gives up.
PATIENCE = 30

Talk = Generator[Command, Reply | None, str]


@dataclass(slots=True, kw_only=True)
class Ledger:
    """What people are sure to have declared last, and what they were shown."""

    answers: dict[tuple[str, ...], dict[str, Any]] = field(default_factory=dict)
    classes: dict[str, dict[str, int]] = field(default_factory=dict)  #: reports of classes, by unit
    shown: list["Shown"] = field(default_factory=list)
    exports: dict[str, bytes] = field(default_factory=dict)  #: by unit and campaign
    #: what somebody wrote in their own words, and the answer where it shows that it was not understood
    heard: list[tuple[str, str]] = field(default_factory=list)
    #: since when a chat wants no reminders any more
    left_alone: dict[tuple[str, str], datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A status text that somebody saw, and whose it was."""

    unit: str
    round_id: int
    text: str


class World(Protocol):
    """What people know of the world around them."""

    stage: Stage
    province: Province
    ledger: Ledger
    codes: dict[tuple[str, Role], str]
    ends: datetime


def choice_of(reply: Reply, start: str) -> Choice | None:
    """The first button whose action begins so."""
    return next((choice for choice in reply.choices if choice.action.startswith(start)), None)


def ending(reply: Reply, end: str) -> Choice | None:
    return next((choice for choice in reply.choices if choice.action.endswith(end)), None)


def moment(chance: Random, day: datetime, *, evening: float = 0.6) -> datetime:
    """A moment of a day at which people have time."""
    kind = chance.random()
    if kind < evening:
        start, hours = time(18, 0), 3.5
    elif kind < evening + 0.2:
        start, hours = time(11, 10), 1.8
    else:
        start, hours = time(6, 40), 3.5
    here = day.astimezone(VIETNAM).date()
    return datetime.combine(here, start, tzinfo=VIETNAM) + timedelta(hours=chance.uniform(0, hours))


class Person:
    """Somebody with a phone."""

    def __init__(self, world: World, human: Human, key: tuple[str, ...]) -> None:
        self.world = world
        self.human = human
        self.key = key
        self.phone: Phone = world.stage.phone(":".join(key))
        self.chance = self.phone.chance
        self.agrees = True
        self.slips = False  #: the next number they type is a wrong one
        self.slipped = False  #: what the next summary shows is wrong, and they know it
        self.home = ""  #: of namesakes: what is printed beside their own name

    @property
    def now(self) -> datetime:
        return self.world.stage.now

    def count(self, what: str) -> None:
        self.world.stage.counted[what] += 1

    def days(self, least: float, most: float, *, evening: float = 0.6) -> Wait:
        """Do nothing for some days, and no longer than the rehearsal lasts."""
        day = self.now + timedelta(days=self.chance.uniform(least, most))
        return Wait(max(moment(self.chance, day, evening=evening), self.now))

    def tell(self, text: str, *words: str) -> Generator[Command, Reply | None, Reply | None]:
        """Write something in one's own words; the answer to it has one of these, where it is understood."""
        reply = yield Say(text)
        answer = reply.text if reply is not None else "no answer"
        is_heard = any(word in answer for word in words)
        self.world.ledger.heard.append((text, "" if is_heard else answer))
        return reply

    # --- registering

    def register(self, code: str, name: str | None = None) -> Generator[Command, Reply | None, Reply | None]:
        """Follow an invite and say who one is; the last message, or None where it did not work."""
        name = name or self.human.name
        reply = yield Say(f"/start {code}" if self.chance.random() < 0.6 else code)
        for _ in range(12):
            if reply is None:
                return None
            if (right := choice_of(reply, "identity:")) is not None:
                reply = yield Tap(right)
            elif choice_of(reply, "pick:") is not None:
                reply = yield Tap(self._pick(reply))
            elif "Đăng ký thành công" in reply.text:
                self.count("registered")
                return reply
            elif "họ và tên" in reply.text:
                reply = yield Say(name if self.chance.random() < 0.7 else strip_marks(name).lower())
            else:
                break
        self.count("could not register")
        return None

    def _pick(self, reply: Reply) -> Choice:
        """One's own name among namesakes: by the group or class, then by the end of the code."""
        own = [c for c in reply.choices if self.home and self.home in c.label]
        exact = [c for c in own if c.label.endswith(self.human.code[-3:])]
        return (exact or own or list(reply.choices))[0]

    # --- declaring

    def declare(self, mind: Mind, reply: Reply | None = None) -> Talk:
        """Talk until the thing is declared, or to no end."""
        said: list[str] = []
        if reply is None:
            said.append(mind.opening(self.chance) or "/khaibao")
            reply = yield Say(said[0])
        lately: list[str] = []
        opened = 0
        for _ in range(PATIENCE):
            if reply is None:
                return STUCK
            if any(note in reply.text for note in AGAIN):
                self.count("asked again")
            if (consent := choice_of(reply, "consent:")) is not None:
                if not self.agrees:
                    yield Tap(ending(reply, ":no") or consent)
                    return DECLINED
                reply = yield Tap(consent)
                continue
            if (outcome := _outcome(reply)) is not None:
                self.count(outcome)
                return outcome
            command = self._respond(mind, reply, lately, said)
            if command is None and (open_ := choice_of(reply, "tasks")) is not None and opened < 3:
                opened += 1
                command = Tap(open_)
            if command is None and choice_of(reply, "update:") is not None:
                return DONE
            if command is None:
                opened += 1
                if opened > 3:
                    break
                command = Say("/khaibao")
            said.append(command.text if isinstance(command, Say) else _label(command))
            reply = yield command
        self.count("gave up")
        self.world.stage.stuck.append((*said[-6:], reply.text[:200] if reply else ""))
        return STUCK

    def _respond(self, mind: Mind, reply: Reply, lately: list[str], said: list[str]) -> Say | Tap | None:
        if (send := ending(reply, ":confirm:yes")) is not None:
            mistakes = wrong(mind, reply)
            if not mistakes:
                return Tap(send) if self.chance.random() < 0.8 else Say(self.chance.choice(("đúng", "ok")))
            lately[:] = mistakes
            if not self.slipped:
                self.count("wrong summaries")
                self.world.stage.said.append(
                    (*said, " | ".join(f"{k}: {v}" for k, v in lines_of(reply).items()))
                )
            self.slipped = False
            edit = ending(reply, ":confirm:no")
            return Tap(edit) if edit is not None else None
        if any(":which:" in choice.action for choice in reply.choices):
            found = [choice for choice in reply.choices if choice.label in lately]
            return Tap((found or list(reply.choices))[0])
        if (sure := ending(reply, ":sure:yes")) is not None:
            return Tap(sure)
        if (answer := self._answer(mind, reply)) is not None:
            return Tap(answer) if isinstance(answer, Choice) else Say(answer)
        found = [c for c in reply.choices if c.action.startswith("open:") and mind.title in c.label]
        if found:
            return Tap(found[0])
        if (update := choice_of(reply, "update:")) is not None and (mistakes := wrong(mind, reply)):
            lately[:] = mistakes
            return Tap(update)
        return None

    def _answer(self, mind: Mind, reply: Reply) -> str | Choice | None:
        """An answer; whoever was not understood answers plainly."""
        plainly = any(note in reply.text for note in AGAIN)
        answer = mind.answer(reply, self.chance)
        for _ in range(30):
            if not plainly or answer is None or isinstance(answer, Choice) or answer.isdigit():
                break
            answer = mind.answer(reply, self.chance)
        if self.slips and isinstance(answer, str) and answer.isdigit() and "sống cùng" in reply.text:
            self.slips, self.slipped = False, True
            self.count("slips of the finger")
            return str(int(answer) + 1)
        return answer


def _outcome(reply: Reply) -> str | None:
    """What a talk has come to; None while it goes on."""
    outcomes = {"Đã nhận khai báo": DONE, "giám hộ đồng ý": GUARDIAN, "ghi nhận dự định": PROMISED}
    return next((outcome for words, outcome in outcomes.items() if words in reply.text), None)


def _label(command: Tap) -> str:
    return f"[{command.choice.label}]"


#: How members of staff behave, and how many of a hundred.
FATES = {
    "prompt": 48,
    "on reminder": 17,
    "never comes": 9,
    "silent": 5,
    "snoozes": 5,
    "promises": 4,
    "asks first": 4,
    "declines": 2,
    "complains": 2,
    "stops": 2,
    "blocks": 2,
}


class Employee(Person):
    """A member of staff, who answers for a household."""

    def __init__(self, world: World, human: Human, school: School) -> None:
        super().__init__(world, human, ("staff", school.code, human.code))
        self.school = school
        self.home = human.group
        self.truth = household(self.chance)
        self.slips = self.chance.random() < 0.1
        self.fate = self.chance.choices(list(FATES), list(FATES.values()))[0]

    def life(self) -> Life:
        if self.fate == "never comes":
            return
        yield Wait(self.now + timedelta(hours=1), listening=False)
        day = self.now + timedelta(days=min(14.0, self.chance.expovariate(1 / 2.5)))
        yield Wait(max(moment(self.chance, day), self.now + timedelta(hours=1)), listening=False)
        while (code := self.world.codes.get((self.school.code, Role.STAFF))) is None:
            if self.now + timedelta(days=1) > self.world.ends:
                return
            yield Wait(moment(self.chance, self.now + timedelta(days=1)), listening=False)
        self.agrees = self.fate != "declines"
        reply = yield from self.register(code)
        if reply is None:
            return
        yield from self.after_registering(reply)

    def after_registering(self, reply: Reply) -> Life:
        match self.fate:
            case "blocks":
                self.phone.blocked = True
                self.count("blocked the bot")
                return
            case "silent":
                return
            case "on reminder" | "snoozes" | "complains" | "stops":
                yield from self._until_reminded()
                return
            case "promises" if not self.truth.done or self.truth.all_done:
                yield from self._promise(reply)
                return
            case "asks first":
                yield from self._ask(reply)
                return
        yield from self._declare(reply)

    def _declare(self, reply: Reply | None) -> Life:
        """Declare, sometimes wrongly at first, and again when things have changed."""
        believed = self.truth
        if self.chance.random() < 0.08:
            believed = self.truth.miscounted(self.chance)
        outcome = yield from self.household(believed, reply)
        if outcome != DONE:
            return
        if believed is not self.truth:
            yield self.days(0.2, 2)
            self.count("corrected later")
            self.slipped = True
            yield from self.household(self.truth, None)
        elif self.truth.reason in ("later", "trouble") and self.chance.random() < 0.7:
            yield self.days(1, 6)
            self.truth = self.truth.finished()
            self.count("finished later")
            self.slipped = True
            yield from self.household(self.truth, None)

    def household(self, believed: Household, reply: Reply | None) -> Talk:
        outcome = yield from self.declare(believed, reply)
        if outcome == DONE:
            self.world.ledger.answers[self.key] = believed.answers()
        return outcome

    def _until_reminded(self) -> Life:
        """Do nothing until a reminder comes; then do it, put it off, or be cross."""
        reply = yield Wait(self.world.ends)
        if reply is None:
            return
        self.count(f"reminded: {self.fate}")
        if self.fate == "complains":
            yield from self.tell(self.chance.choice(phrases.COMPLAINTS), "xin lỗi", "đã dừng nhắc")
            self.world.ledger.left_alone[self.phone.channel, self.phone.chat] = self.now
            return
        if self.fate == "stops":
            yield from self.tell(self.chance.choice(phrases.STOPS), "đã dừng nhắc")
            self.world.ledger.left_alone[self.phone.channel, self.phone.chat] = self.now
            return
        if self.fate == "snoozes":
            yield from self.tell(self.chance.choice(phrases.SNOOZES), "nhắc lại lúc")
            yield Wait(self.now + timedelta(days=2))
        else:
            yield Wait(self.now + timedelta(minutes=self.chance.uniform(2, 300)), listening=False)
        yield from self._declare(None)

    def _promise(self, reply: Reply) -> Life:
        """ "Tối nay em cài", and the follow-up is answered when it is done."""
        if (consent := choice_of(reply, "consent:")) is not None:
            yield Tap(consent)
        yield from self.tell(self.chance.choice(phrases.PROMISES), "ghi nhận dự định")
        yield Wait(self.now + timedelta(days=2))
        if not self.truth.all_done:
            self.truth = self.truth.finished()
        yield from self._declare(None)

    def _ask(self, reply: Reply) -> Life:
        if (consent := choice_of(reply, "consent:")) is not None:
            yield Tap(consent)
        yield from self.tell(
            rough(self.chance.choice(phrases.QUESTIONS), self.chance), "Khoản", "Google Play", "hạn"
        )
        yield from self._declare(None)
