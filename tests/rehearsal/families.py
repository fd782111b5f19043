"""Pupils, the parents of the smaller ones, and homeroom teachers who report whole classes."""

import re
from datetime import timedelta

from bot.domain.messages import Reply
from bot.domain.people import AgeBand, Role
from tests.rehearsal.agents import (
    DONE,
    GUARDIAN,
    STUCK,
    Employee,
    Person,
    Talk,
    World,
    choice_of,
    moment,
)
from tests.rehearsal.minds import PupilsMind, lines_of, pupils_mind
from tests.rehearsal.province import Class, Human, School
from tests.rehearsal.stage import Life, Say, Tap, Wait

#: Of the pupils who are asked, how many answer by themselves or through a parent.
ANSWERING = 0.35


class Pupil(Person):
    """A pupil who answers; from 7 to 15 only once a parent has agreed too."""

    def __init__(self, world: World, human: Human, school: School, home: Class) -> None:
        super().__init__(world, human, ("pupils", home.code, human.code))
        self.school = school
        self.home = home.name
        self.agrees = self.chance.random() > 0.03
        self.truth: PupilsMind = pupils_mind(self.chance, parent=False)

    def life(self) -> Life:
        yield from _come(self, Role.PUPIL)
        code = self.world.codes.get((self.school.code, Role.PUPIL))
        if code is None:
            return
        reply = yield from self.register(code)
        if reply is None:
            return
        outcome = yield from self.talk(reply)
        for _ in range(3):
            if outcome != GUARDIAN:
                return
            yield Wait(self.now + timedelta(days=1.5))
            outcome = yield from self.talk(None)

    def talk(self, reply: Reply | None) -> Talk:
        outcome = yield from self.declare(self.truth, reply)
        if outcome == DONE:
            self.world.ledger.answers[self.key] = self.truth.answers()
        return outcome


class Parent(Person):
    """A parent, who declares for the child, or agrees and leaves it to the child."""

    def __init__(
        self, world: World, child: Human, school: School, home: Class, *, declares: bool, truth: PupilsMind
    ) -> None:
        super().__init__(world, child, ("parent", home.code, child.code))
        self.school = school
        self.home = home.name
        self.declares = declares
        self.truth = truth
        self.agrees = self.chance.random() > 0.04

    def life(self) -> Life:
        yield from _come(self, Role.PARENT)
        code = self.world.codes.get((self.school.code, Role.PARENT))
        if code is None:
            return
        reply = yield from self.register(code)
        if reply is None:
            return
        if self.declares:
            outcome = yield from self.declare(self.truth, reply)
            if outcome == DONE:
                self.world.ledger.answers["pupils", *self.key[1:]] = self.truth.answers()
        elif (consent := choice_of(reply, "consent:")) is not None:
            yield Tap(consent)
            yield Say("/huy")


def _come(person: Pupil | Parent, role: Role) -> Life:
    """Some days pass until a pupil or parent hears of it, and until there is a code."""
    yield Wait(person.now + timedelta(hours=12), listening=False)
    day = person.now + timedelta(days=min(14.0, person.chance.expovariate(1 / 4)))
    yield Wait(max(moment(person.chance, day), person.now), listening=False)
    while (person.school.code, role) not in person.world.codes:
        if person.now + timedelta(days=1) > person.world.ends:
            return
        yield Wait(moment(person.chance, person.now + timedelta(days=1)), listening=False)


def families_of(world: World, school: School) -> list[Pupil | Parent]:
    """Those of a school's families who will answer, each in the way of the child's age."""
    found: list[Pupil | Parent] = []
    for home in school.classes:
        for human in home.pupils:
            if human.smartphone is False:
                continue
            chance = world.stage.chance
            if chance.random() >= ANSWERING:
                continue
            if human.band is AgeBand.FROM_16:
                found.append(Pupil(world, human, school, home))
            elif human.band is AgeBand.UNDER_7 or chance.random() < 0.5:
                truth = pupils_mind(chance, parent=True)
                found.append(Parent(world, human, school, home, declares=True, truth=truth))
            else:
                child = Pupil(world, human, school, home)
                found.append(child)
                if chance.random() < 0.8:
                    found.append(Parent(world, human, school, home, declares=False, truth=child.truth))
    return found


class Homeroom(Employee):
    """A homeroom teacher, who also reports the class in numbers."""

    def after_registering(self, reply: Reply) -> Life:
        yield from super().after_registering(reply)
        if self.fate in ("silent", "blocks", "declines") or self.chance.random() < 0.2:
            return
        yield Wait(moment(self.chance, self.now + timedelta(days=self.chance.uniform(1, 4))))
        if self.now + timedelta(hours=1) > self.world.ends:
            return
        outcome = yield from self._report()
        self.count("class reports" if outcome == DONE else "class reports given up")

    def _report(self) -> Talk:
        """The numbers of the class as the teacher knows them, step by step or in one sentence."""
        home = next(one for one in self.school.classes if one.name == self.human.leads)
        reply = yield Say("/baocaolop")
        size = re.search(r"có (\d+) em", reply.text) if reply is not None else None
        if size is None:
            return STUCK
        whole = int(size[1])
        done = int(whole * self.chance.uniform(0.2, 0.9))
        without = int((whole - done) * self.chance.random())
        counts = {"yes": done}
        if self.chance.random() < 0.5:
            rest = "no" if without * 2 < whole - done else "no_smartphone"
            if whole - done:
                counts[rest] = whole - done
            reply = yield Say(str(done))
        else:
            rest = "no"
            counts |= {"no_smartphone": without}
            if whole - done - without:
                counts["no"] = whole - done - without
            reply = yield Say(
                f"lớp {home.name}: {done} em cài rồi, {without} em không có máy, còn lại chưa cài"
            )
        for _ in range(5):
            if reply is None:
                return STUCK
            if "Đã nhận báo cáo lớp" in reply.text:
                self.world.ledger.classes[home.code] = counts
                return DONE
            if (left := choice_of(reply, f"rest:{rest}")) is not None:
                reply = yield Tap(left)
            elif (send := choice_of(reply, "report_send")) is not None:
                if not self._is_right(reply, counts):
                    self.count("wrong class summaries")
                    self.world.stage.said.append((f"{whole}: {counts}", reply.text))
                    return STUCK
                reply = yield Tap(send)
            else:
                self.count("asked again")
                reply = yield Say(
                    f"{done} em cài rồi, {without} em không có máy, {whole - done - without} em chưa cài"
                )
        return STUCK

    def _is_right(self, reply: Reply, counts: dict[str, int]) -> bool:
        labels = {"yes": "Đã cài", "no": "Chưa cài", "no_smartphone": "Không có điện thoại thông minh"}
        seen = lines_of(reply)
        return all(seen.get(labels[state], "0") == str(number) for state, number in counts.items())
