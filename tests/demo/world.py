"""A world of two people behind the demo's console."""

from dataclasses import dataclass, field
from datetime import timedelta

from bot.clock import SimulatedClock
from bot.demo.routes import DemoState, Opened, Persona, Sample, Step

TEACHER = Persona(
    id="teacher",
    name="Nguyễn Thị Thắm",
    role="Giáo viên",
    unit="THPT Vị Thanh",
    about="Tổ Ngữ văn",
    says=("mình và 3 người nhà cài rồi ạ",),
    opens_first=True,
)
PRINCIPAL = Persona(
    id="principal",
    name="Lê Bích Ngọc",
    role="Hiệu trưởng",
    unit="THPT Vị Thanh",
    about="Xem số liệu",
    says=("trường mình sao rồi",),
)


@dataclass(slots=True, kw_only=True)
class World:
    clock: SimulatedClock
    note: str = ""
    tokens: dict[str, str] = field(default_factory=lambda: {"teacher": "T" * 22, "principal": "P" * 22})

    async def state(self) -> DemoState:
        return DemoState(now=self.clock.now(), personas=(TEACHER, PRINCIPAL), note=self.note)

    async def open(self, persona: str) -> Opened:
        return Opened(token=self.tokens[persona], start="GV-7K2M")

    async def move(self, by: Step) -> DemoState:
        self.clock.advance(timedelta(hours=1) if by is Step.HOUR else timedelta(days=1))
        self.note = "Đã nhắc 11 người."
        return await self.state()

    async def roster(self) -> Sample:
        return Sample(name="Danh sách.xlsx", mime="application/vnd.ms-excel", content=b"PK")
