"""Officers: post the guide, look at the figures, ask all schools for a number, close what is over."""

from datetime import datetime, timedelta

from bot.domain.deadlines import VIETNAM
from bot.domain.people import Role
from tests.rehearsal.agents import DONE, Person, World, choice_of
from tests.rehearsal.heads import AD_HOC
from tests.rehearsal.minds import Website
from tests.rehearsal.province import DEPARTMENT, Human
from tests.rehearsal.stage import Life, Say, Tap, Wait


class Officer(Person):
    """An official of the department or of a district."""

    def __init__(self, world: World, human: Human) -> None:
        super().__init__(world, human, ("officer", human.unit))

    def life(self) -> Life:
        reply = yield from self.register(self.world.codes[self.human.unit, Role.OFFICER])
        if reply is None:
            return
        if (consent := choice_of(reply, "consent:")) is not None:
            yield Tap(consent)
        yield self.days(0, 3, evening=0.1)
        mind = Website(link=f"https://{self.human.unit.lower()}.example/bluezone")
        outcome = yield from self.declare(mind)
        if outcome == DONE:
            self.world.ledger.answers["website-guide", self.human.unit] = mind.answers()
        yield from self._look_now_and_then()

    def _look_now_and_then(self) -> Life:
        while self.now + timedelta(days=1) < self.world.ends:
            yield self.days(1, 3, evening=0.1)
            reply = yield Say(self.chance.choice(("/trangthai", "tình hình sao rồi")))
            below = [c for c in reply.choices if c.action.startswith("status:")] if reply is not None else []
            if below:
                yield Tap(self.chance.choice(below))

    def second(self) -> Life:
        """The department asks every school for a number, with a deadline some hours away."""
        if self.human.unit == DEPARTMENT:
            yield Wait(datetime(2021, 3, 3, 9, 0, tzinfo=VIETNAM), listening=False)
            reply = yield Say(f"/dotxuat trước 14h: {AD_HOC.lower()}")
            send = choice_of(reply, "ad-hoc-open") if reply is not None else None
            if send is None:
                self.count("could not ask")
            else:
                yield Tap(send)
        yield from self._look_now_and_then()

    def close(self) -> Life:
        """What is over is closed."""
        reply = yield Say("/chiendich")
        for _ in range(4):
            if reply is None:
                return
            button = choice_of(reply, "close:") or choice_of(reply, "campaign:")
            if button is None:
                return
            reply = yield Tap(button)
            if "đóng" in (reply.text if reply else "") and choice_of(reply, "close:") is None:  # type: ignore[arg-type]
                return
