"""Heads of schools: bring in the staff, invite, declare for the school, chase, approve."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from bot.domain.deadlines import VIETNAM
from bot.domain.messages import Choice, Reply
from bot.domain.people import Gender, Role
from tests.rehearsal.agents import (
    DONE,
    Employee,
    Person,
    Shown,
    World,
    choice_of,
    moment,
)
from tests.rehearsal.minds import Account, Asked, Situation, Website
from tests.rehearsal.province import Human, School, staff_list
from tests.rehearsal.stage import Life, Say, Send, Tap, Wait

#: What the department asks every school for at once, and the words of the question.
AD_HOC = "Số học sinh nghỉ do sốt"


class Head(Employee):
    """A principal."""

    def __init__(self, world: World, human: Human, school: School) -> None:
        super().__init__(world, human, school)
        self.last: Situation | None = None

    # --- August 2020: Bluezone

    def life(self) -> Life:
        world, code = self.world, self.school.code
        yield Wait(self.now + timedelta(minutes=self.chance.expovariate(1 / 90)), listening=False)
        reply = yield from self.register(world.codes[code, Role.PRINCIPAL])
        if reply is None:
            return
        if (consent := choice_of(reply, "consent:")) is not None:
            yield Tap(consent)
        yield from self._bring_staff()
        for role in (Role.STAFF, Role.PUPIL, Role.PARENT):
            yield from self._invite(role)
        yield from self.household(self.truth, None)
        if self.chance.random() < 0.92:
            yield self.days(0, 8)
            yield from self._website()
        if self.chance.random() < 0.3 and len(self.school.staff) > 10:
            yield self.days(0.5, 4)
            yield from self._lose(self.chance.choice(self.school.staff[8:]))
        yield from self._attend()

    def _bring_staff(self) -> Life:
        reply = yield Send("danh-sach-cbgvnv.csv", staff_list(self.school))
        for _ in range(3):
            save = choice_of(reply, "roster:") if reply is not None else None
            if save is not None:
                yield Tap(save)
                return
            reply = yield Wait(self.now + timedelta(minutes=10))
        self.count("list not read")

    def _invite(self, role: Role) -> Life:
        reply = yield Say("/moi")
        if (
            reply is None
            or (button := next((c for c in reply.choices if c.action.endswith(f":{role.value}")), None))
            is None
        ):
            self.count("could not invite")
            return
        reply = yield Tap(button)
        if reply is not None and reply.text.startswith("Mã mời: "):
            self.world.codes[self.school.code, role] = reply.text.split()[2]

    def _website(self) -> Life:
        mind = Website(link=f"https://{self.school.code.lower()}.example/huong-dan-bluezone")
        outcome = yield from self.declare(mind)
        if outcome == DONE:
            self.world.ledger.answers["website-guide", self.school.code] = mind.answers()

    def _lose(self, leaver: Human) -> Life:
        """Somebody leaves in the middle of it."""
        yield Say("/nhansu")
        reply = yield Say(leaver.name)
        leave = choice_of(reply, "leave:") if reply is not None else None
        if leave is None:
            return
        reply = yield Tap(leave)
        if reply is not None and (sure := choice_of(reply, "leave:")) is not None:
            yield Tap(sure)
            self.count("left the school")

    def _attend(self) -> Life:
        """Approve who is new, nudge where a digest offers it, look at the figures now and then."""
        while self.now + timedelta(hours=1) < self.world.ends:
            reply = yield Wait(min(self.world.ends, self.now + timedelta(days=self.chance.uniform(1, 4))))
            if reply is None:
                yield Say(self.chance.choice(("/trangthai", "trường mình sao rồi", "ai chưa báo")))
            elif (approve := choice_of(reply, "approve:")) is not None:
                yield Tap(approve)
                self.count("newcomers approved")
            elif (waiting := choice_of(reply, "newcomer-of:") or _asks_for_a_look(reply)) is not None:
                yield from self._let_in(waiting)
            elif (nudge := choice_of(reply, "nudge:")) is not None and self.chance.random() < 0.5:
                yield Tap(nudge)
                self.count("nudges")

    def _let_in(self, waiting: Choice) -> Life:
        """Somebody waits whose request was overlooked at the time: one at a time, or from a list."""
        reply = yield Tap(waiting)
        for _ in range(4):
            if reply is None:
                return
            if (approve := choice_of(reply, "approve:")) is not None:
                yield Tap(approve)
                self.count("newcomers approved")
                return
            one = choice_of(reply, "newcomer-of:")
            if one is None:
                return
            reply = yield Tap(one)

    # --- February 2021: An toàn COVID-19

    def second(self) -> Life:
        """Steps of the account, and the situation on Mondays and Fridays."""
        plans: list[tuple[datetime, str | date]] = [*self._steps(), *self._slots()]
        plans.sort(key=lambda plan: plan[0])
        for at, what in plans:
            while self.now < at:
                reply = yield Wait(at)
                if reply is not None and AD_HOC in reply.text and choice_of(reply, "open:") is not None:
                    yield from self._asked(reply)
            yield from self._account(what) if isinstance(what, str) else self._situation(what)
        while self.now < self.world.ends:
            reply = yield Wait(self.world.ends)

    def _steps(self) -> list[tuple[datetime, str]]:
        """When the account is received, when somebody logs in, when it is first declared in."""
        start, found = datetime(2021, 2, 19, tzinfo=VIETNAM), []
        for step in ("received", "logged_in", "declared"):
            start += timedelta(days=self.chance.expovariate(1 / 3) + 0.2)
            found.append((moment(self.chance, start), step))
        return [plan for plan in found if plan[0] < self.world.ends and self.chance.random() < 0.95]

    def _slots(self) -> list[tuple[datetime, date]]:
        found, day = [], date(2021, 2, 22)
        while day <= date(2021, 3, 19):
            if day.weekday() in (0, 4) and (fate := self.chance.random()) < 0.92:
                hour = 17.2 if fate > 0.84 else 7.1
                at = datetime.combine(day, time(), tzinfo=VIETNAM) + timedelta(
                    hours=hour + self.chance.uniform(0, 4 if hour > 12 else 9)
                )
                if at < self.world.ends:
                    found.append((at, day))
            day += timedelta(days=1)
        return found

    def _account(self, step: str) -> Life:
        mind = Account(step=step)
        outcome = yield from self.declare(mind)
        if outcome == DONE:
            self.world.ledger.answers["account", self.school.code] = mind.answers()

    def _situation(self, day: date) -> Life:
        title = f"Tình hình phòng dịch, 17h00 ngày {day.day}/{day.month}/{day.year}"
        mind = replace(self._today(), title=title)
        outcome = yield from self.declare(mind)
        if outcome == DONE:
            self.last = mind
            self.world.ledger.answers["situation", self.school.code, day.isoformat()] = mind.answers()

    def _today(self) -> Situation:
        """Mostly as it was; mostly nobody is ill."""
        if self.last is not None and self.chance.random() < 0.6:
            return self.last
        ill = self.chance.random() < 0.3
        lacking = (
            self.chance.sample(range(1, 16), self.chance.randint(1, 4)) if self.chance.random() < 0.4 else []
        )
        return Situation(
            symptoms=self.chance.randint(1, 9) if ill else 0,
            isolated=self.chance.randint(0, 3) if ill else 0,
            missing=frozenset(lacking),
        )

    def _asked(self, reply: Reply) -> Life:
        if self.chance.random() < 0.15:
            return
        mind = Asked(amount=self.chance.choice((0, 0, 1, 2, 3, 5, 12)), title=AD_HOC)
        yield Wait(self.now + timedelta(minutes=self.chance.uniform(1, 200)), listening=False)
        opened = choice_of(reply, "open:")
        outcome = yield from self.declare(mind, (yield Tap(opened)) if opened is not None else None)
        if outcome == DONE:
            self.world.ledger.answers["asked", self.school.code] = mind.answers()


class Newcomer(Person):
    """Somebody who joins a school in the middle of it and is on no list yet."""

    def __init__(self, world: World, school: School, number: int) -> None:
        human = Human(
            name=("Quách Thị Mới", "Tô Văn Tân", "Kiều Thị Lành", "Mã Thị Sương")[number % 4],
            unit=school.code,
            role=Role.STAFF,
            code="",
            gender=Gender.FEMALE,
        )
        super().__init__(world, human, ("newcomer", school.code, human.name))
        self.school = school
        self.employee = Employee(world, human, school)

    def life(self) -> Life:
        yield self.days(1, 6)
        while (code := self.world.codes.get((self.school.code, Role.STAFF))) is None:
            yield self.days(1, 2)
        yield Say(code)
        reply = yield Say(self.human.name)
        if reply is None or (new := choice_of(reply, "newcomer")) is None:
            return
        yield Tap(new)
        yield Say(self.human.name)
        reply = yield Wait(self.world.ends)
        if reply is None or (tasks := choice_of(reply, "tasks")) is None:
            self.count("newcomers not let in")
            return
        self.count("newcomers")
        truth = self.employee.truth
        outcome = yield from self.declare(truth, (yield Tap(tasks)))
        if outcome == DONE:
            self.world.ledger.answers["staff", self.school.code, self.human.name] = truth.answers()


def _asks_for_a_look(reply: Reply) -> Choice | None:
    """The button under a digest that counts several newcomers."""
    return next((one for one in reply.choices if one.action == "people" and "người mới" in one.label), None)


def look(person: Person, unit: str, chance: Random) -> Life:
    """See the figures of one's own unit, round by round, and have them sent as a spreadsheet."""
    ledger = person.world.ledger
    reply = yield Say("/trangthai")
    if reply is None:
        return
    ledger.shown.append(Shown(unit=unit, round_id=0, text=reply.text))
    export = choice_of(reply, "export:")
    if export is None:
        return
    own = export.action.split(":")[1]
    for choice in reply.choices:
        words = choice.action.split(":")
        if words[:3] == ["status", own, "0"] and len(words) == 4:
            seen = yield Tap(choice)
            if seen is not None:
                ledger.shown.append(Shown(unit=unit, round_id=int(words[3]), text=seen.text))
            yield Say("/trangthai")
    person.phone.files.clear()
    yield Tap(export)
    yield Wait(person.now + timedelta(minutes=2), listening=False)
    if person.phone.files:
        ledger.exports[f"{unit}:{export.action.split(':')[2]}"] = person.phone.files[-1]
