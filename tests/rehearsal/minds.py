"""What people know to be true of one thing they are asked, and how they answer whatever they see.

A mind recognises its own questions in what the bot shows, answers them from what it knows, and says
which lines of a summary are wrong. `answers()` is what should stand in the books in the end.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Protocol

from bot.domain.messages import Choice, Reply
from tests.rehearsal import phrases
from tests.rehearsal.phrases import number, rough

#: "- Bản thân: Đã cài" in a summary.
_LINE = re.compile(r"^- (.+?): (.+)$", re.MULTILINE)
REASONS = {
    "no_smartphone": "Không có điện thoại thông minh",
    "incompatible": "Máy không hỗ trợ",
    "too_young": "Trẻ nhỏ",
    "too_old": "Người cao tuổi",
    "trouble": "Gặp trục trặc khi cài",
    "later": "Sẽ cài sau",
}
CANNOT = ("no_smartphone", "incompatible", "too_young", "too_old")
DONE, NOT_YET = "Đã cài", "Chưa cài"


def lines_of(reply: Reply) -> dict[str, str]:
    """The lines of a summary, by label."""
    return dict(_LINE.findall(reply.text))


def options_of(reply: Reply, question: str) -> dict[str, Choice]:
    """The buttons that answer a question, by option."""
    found = [(choice.action.split(":"), choice) for choice in reply.choices]
    return {
        words[3]: choice
        for words, choice in found
        if len(words) == 4 and words[0] == "answer" and words[2] == question
    }


def question_of(reply: Reply) -> str | None:
    """The question whose buttons are shown; None where there are none."""
    for choice in reply.choices:
        words = choice.action.split(":")
        if len(words) == 4 and words[0] == "answer" and words[2] not in _NO_QUESTION:
            return words[2]
    return None


_NO_QUESTION = ("confirm", "which", "sure", "inclusive", "zeros")


class Mind(Protocol):
    """What somebody knows about one thing."""

    @property
    def title(self) -> str:
        """Words of the button that opens it."""
        ...

    def opening(self, chance: Random) -> str | None:
        """A sentence that begins the declaration; None: it is opened by button or command."""
        ...

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        """What to say to a question; None where it is none of this mind's."""
        ...

    def shown(self) -> Mapping[str, str]:
        """The lines that a right summary has, by label."""
        ...

    def answers(self) -> dict[str, Any]:
        """What is to be recorded in the end."""
        ...


def wrong(mind: Mind, reply: Reply) -> list[str]:
    """The labels under which a summary says something else than what is true."""
    seen, true = lines_of(reply), mind.shown()
    labels = [label for label in dict.fromkeys([*seen, *true]) if label in true or label in _LABELS]
    return [label for label in labels if seen.get(label) != true.get(label)]


#: Labels of questions: other lines of a summary (a grade, say) follow from them.
_LABELS = (
    "Bản thân", "Số người còn lại trong nhà", "Số người nhà đã cài", "Số người nhà chưa thể cài",
    "Lý do chưa cài", "Bản thân học sinh", "Số người thân đã cài", "Đã giới thiệu cho người quen",
    "Đường dẫn đăng tải", "Số người ho, sốt, khó thở", "Số người đang cách ly y tế",
    "15 tiêu chí an toàn", "Tài khoản An toàn COVID-19",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A member of staff and who lives with them (clause 2 of 1510)."""

    done: bool
    total: int
    installed: int
    exempt: int
    reason: str
    title: str = "Bluezone của CBGVNV"

    @property
    def all_done(self) -> bool:
        return self.done and self.installed == self.total

    def opening(self, chance: Random) -> str | None:
        if chance.random() < 0.2:
            return None
        if self.all_done and self.total and chance.random() < 0.6:
            kin = phrases.KIN.get(self.total)
            if kin and chance.random() < 0.6:
                return rough(f"em cài rồi, {chance.choice(kin)} cũng cài rồi", chance)
            return rough(chance.choice(phrases.ALL_DONE), chance)
        return self._self(chance)

    def _self(self, chance: Random) -> str:
        if self.done:
            return rough(chance.choice(phrases.SELF_DONE), chance)
        if self.reason == "no_smartphone":
            return rough(chance.choice(phrases.NO_PHONE), chance)
        if self.reason == "incompatible" and chance.random() < 0.5:
            return rough(chance.choice(phrases.OLD_PHONE), chance)
        return rough(chance.choice(phrases.SELF_NOT), chance)

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        asked, text = question_of(reply), reply.text
        if asked == "self_installed":
            option = "yes" if self.done else "no_phone" if self.reason == "no_smartphone" else "no"
            buttons = options_of(reply, asked)
            return buttons[option] if chance.random() < 0.5 else self._self(chance)
        if asked == "reason":
            return _reason(reply, self.reason, chance)
        if "bao nhiêu người sống cùng" in text:
            return rough(number(phrases.TOTALS if self.total else phrases.ALONE, self.total, chance), chance)
        if "đã có bao nhiêu người cài" in text:
            forms: tuple[str, ...] = phrases.COUNTS
            if self.installed == self.total:
                forms = phrases.EVERYBODY
            elif not self.installed:
                forms = phrases.NOBODY
            return rough(number(forms, self.installed, chance), chance)
        if "thuộc diện chưa thể cài" in text:
            return number(phrases.CANNOT, self.exempt, chance)
        if "đã tính cả" in text:
            return _inclusive(reply, self.total)
        return None

    def shown(self) -> Mapping[str, str]:
        lines = {"Bản thân": DONE if self.done else NOT_YET, "Số người còn lại trong nhà": str(self.total)}
        if self.total:
            lines["Số người nhà đã cài"] = str(self.installed)
        if self.installed < self.total:
            lines["Số người nhà chưa thể cài"] = str(self.exempt)
        if not self.all_done:
            lines["Lý do chưa cài"] = REASONS[self.reason]
        return lines

    def answers(self) -> dict[str, Any]:
        found: dict[str, Any] = {"self_installed": self.done, "family_total": self.total}
        if self.total:
            found["family_installed"] = self.installed
        if self.installed < self.total:
            found["family_exempt"] = self.exempt
        if not self.all_done:
            found["reason"] = self.reason
        return found

    def finished(self) -> "Household":
        """The same household when everybody has it."""
        return replace(self, done=True, installed=self.total, exempt=0, reason="")

    def miscounted(self, chance: Random) -> "Household":
        """The same household as somebody has it wrong in their head."""
        if self.all_done:
            other = self.total + 1
            return replace(self, total=other, installed=other)
        return replace(self, total=self.total + 1) if chance.random() < 0.5 or not self.done else self


def household(chance: Random) -> Household:
    """A household by chance: most have done it, some cannot, some will."""
    total = chance.choices(range(7), (4, 10, 20, 30, 20, 10, 6))[0]
    fate = chance.random()
    if fate < 0.6:
        return Household(done=True, total=total, installed=total, exempt=0, reason="")
    if fate < 0.85 and total:
        installed = chance.randrange(total)
        exempt = total - installed if chance.random() < 0.7 else chance.randint(0, total - installed)
        reason = chance.choice(CANNOT) if exempt else chance.choice(("later", "trouble"))
        return Household(done=True, total=total, installed=installed, exempt=exempt, reason=reason)
    reason = chance.choice(("no_smartphone", "incompatible", "later", "trouble"))
    installed = chance.randint(0, total)
    exempt = chance.randint(0, total - installed)
    return Household(done=False, total=total, installed=installed, exempt=exempt, reason=reason)


def _reason(reply: Reply, reason: str, chance: Random) -> str | Choice:
    if not reason:  # asked of somebody who has no reason: they were misunderstood, and the summary shows it
        return options_of(reply, "reason")["other"]
    if chance.random() < 0.6:
        return options_of(reply, "reason")[reason]
    return rough(REASONS[reason].lower(), chance) if chance.random() < 0.5 else REASONS[reason]


def _inclusive(reply: Reply, true: int) -> Choice | None:
    """ "Số 5 vừa nhắn đã tính cả Cô chưa?" """
    said = re.search(r"Số (\d+)", reply.text)
    included = said is not None and int(said[1]) == true + 1
    wanted = "yes" if included else "no"
    return next((choice for choice in reply.choices if choice.action.endswith(f":{wanted}")), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilsMind:
    """A pupil with a smartphone (clause 3 of 1510), in the words of the pupil or of a parent."""

    done: bool
    family: int | None  #: None: left out
    told: bool | None  #: None: left out
    reason: str
    parent: bool = False
    title: str = "Bluezone của học sinh"

    def opening(self, chance: Random) -> str | None:
        return None if self.parent or chance.random() < 0.5 else self._self(chance)

    def _self(self, chance: Random) -> str:
        if self.done:
            text = chance.choice(("em cài rồi", "em cài rồi ạ", "dạ rồi ạ", "Đã cài", "rồi thầy ơi"))
        elif self.reason == "no_smartphone":
            text = chance.choice(phrases.NO_PHONE)
        else:
            text = chance.choice(phrases.SELF_NOT)
        return rough(text, chance)

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        asked = question_of(reply)
        buttons = options_of(reply, asked) if asked else {}
        match asked:
            case "self_installed":
                option = "yes" if self.done else "no_phone" if self.reason == "no_smartphone" else "no"
                return buttons[option] if self.parent or chance.random() < 0.5 else self._self(chance)
            case "family_installed":
                return buttons["skip"] if self.family is None else number(phrases.CANNOT, self.family, chance)
            case "told_others":
                return buttons["skip" if self.told is None else "yes" if self.told else "no"]
            case "reason":
                return _reason(reply, self.reason, chance)
        return None

    def shown(self) -> Mapping[str, str]:
        lines = {"Bản thân học sinh": DONE if self.done else NOT_YET}
        if self.family is not None:
            lines["Số người thân đã cài"] = str(self.family)
        if self.done and self.told is not None:
            lines["Đã giới thiệu cho người quen"] = "Đã giới thiệu" if self.told else "Chưa giới thiệu"
        if not self.done:
            lines["Lý do chưa cài"] = REASONS[self.reason]
        return lines

    def answers(self) -> dict[str, Any]:
        found: dict[str, Any] = {"self_installed": self.done}
        if self.family is not None:
            found["family_installed"] = self.family
        if self.done and self.told is not None:
            found["told_others"] = self.told
        if not self.done:
            found["reason"] = self.reason
        return found


def pupils_mind(chance: Random, *, parent: bool) -> PupilsMind:
    done = chance.random() < 0.7
    return PupilsMind(
        done=done,
        family=chance.choice((None, 0, 1, 2, 3, 4)),
        told=chance.choice((None, True, False)),
        reason="" if done else chance.choice(("no_smartphone", "incompatible", "later", "too_young")),
        parent=parent,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Website:
    """Where a unit has posted the guide (clause 4 of 1510)."""

    link: str
    title: str = "Đăng tải hướng dẫn"

    def opening(self, chance: Random) -> str | None:
        return None

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        if "đường dẫn nào" not in reply.text:
            return None
        if chance.random() < 0.15 and "bắt đầu bằng https" not in reply.text:
            return "trường đăng rồi"
        return f"đây ạ {self.link}" if chance.random() < 0.5 else self.link

    def shown(self) -> Mapping[str, str]:
        return {"Đường dẫn đăng tải": self.link}

    def answers(self) -> dict[str, Any]:
        return {"link": self.link}


STEPS = {
    "none": "Chưa nhận tài khoản",
    "received": "Đã nhận tài khoản",
    "logged_in": "Đã đăng nhập",
    "declared": "Đã khai báo lần đầu",
}


@dataclass(slots=True, kw_only=True)
class Account:
    """How far a school is with its account (614)."""

    step: str
    title: str = "Tài khoản An toàn COVID"

    def opening(self, chance: Random) -> str | None:
        return None

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        asked = question_of(reply)
        if asked == "step":
            return options_of(reply, asked)[self.step]
        ahead = {c.action.split(":")[2]: c for c in reply.choices if c.action.startswith("step:")}
        return ahead.get(self.step)

    def shown(self) -> Mapping[str, str]:
        return {"Tài khoản An toàn COVID-19": STEPS[self.step]}

    def answers(self) -> dict[str, Any]:
        return {"step": self.step}


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A school on one of its days (614, criteria of 1467)."""

    symptoms: int
    isolated: int
    missing: frozenset[int] = field(default_factory=frozenset)  #: criteria not reached
    title: str = "Tình hình phòng dịch"

    def opening(self, chance: Random) -> str | None:
        return None

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        text = reply.text
        if any(choice.action.startswith("repeat:") for choice in reply.choices):
            verb = "fresh:" if wrong(self, reply) else "repeat:"
            return next(choice for choice in reply.choices if choice.action.startswith(verb))
        if "ho, sốt hoặc khó thở?" in text:
            zeros = next((c for c in reply.choices if c.label == "Tất cả bằng 0"), None)
            if not (self.symptoms or self.isolated) and zeros is not None and chance.random() < 0.6:
                return zeros
            return self._amount(self.symptoms, chance)
        if "đang cách ly y tế?" in text:
            return self._amount(self.isolated, chance)
        if "trong 15 tiêu chí?" in text:
            return self._criteria(reply, chance)
        return None

    def _amount(self, amount: int, chance: Random) -> str:
        return str(amount) if amount or chance.random() < 0.5 else chance.choice(("0 ạ", "0"))

    def _criteria(self, reply: Reply, chance: Random) -> str | Choice:
        if not self.missing:
            tap = next((choice for choice in reply.choices if choice.label == "Đạt hết"), None)
            return tap if tap is not None and chance.random() < 0.5 else "đạt hết"
        reached = [str(n) for n in range(1, 16) if n not in self.missing]
        return f"{', '.join(reached)} đạt, {', '.join(map(str, sorted(self.missing)))} chưa"

    def shown(self) -> Mapping[str, str]:
        lacking = "; Chưa đạt: mục " + ", ".join(map(str, sorted(self.missing))) if self.missing else ""
        return {
            "Số người ho, sốt, khó thở": str(self.symptoms),
            "Số người đang cách ly y tế": str(self.isolated),
            "15 tiêu chí an toàn": f"Đạt {15 - len(self.missing)}/15{lacking}",
        }

    def answers(self) -> dict[str, Any]:
        found: dict[str, Any] = {"symptoms": self.symptoms, "isolated": self.isolated}
        return found | {f"c{n}": n not in self.missing for n in range(1, 16)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A number that an office asks for at once."""

    amount: int
    title: str

    def opening(self, chance: Random) -> str | None:
        return None

    def answer(self, reply: Reply, chance: Random) -> str | Choice | None:
        return str(self.amount) if reply.text.rstrip().endswith(f"{self.title}?") else None

    def shown(self) -> Mapping[str, str]:
        return {self.title: str(self.amount)}

    def answers(self) -> dict[str, Any]:
        return {"asked": self.amount}
