"""Rounds: one due instance of an obligation."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.forms import QuestionKind


class RoundKind(StrEnum):
    SINGLE = "single"  #: the one deadline, or none
    SLOT = "slot"  #: a day of the rhythm
    AD_HOC = "ad_hoc"  #: asked for by an officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One due instance of an obligation."""

    id: int
    campaign_id: int
    obligation: str  #: id within the campaign
    kind: RoundKind
    opens_at: datetime
    due_before: datetime | None = None  #: the first late instant; None: never late
    slot: date | None = None
    label: str = ""  #: what an officer asked for, in their words
    #: how what was asked for is answered; None: by the obligation's own form
    question: QuestionKind | None = None
    scope_unit_id: int | None = None  #: the part of the tree that is asked; None: the campaign's
    asked_by: int | None = None  #: the person who asked for it
    withdrawn_at: datetime | None = None  #: when that person needed it no more
    opened_at: datetime | None = None  #: when its respondents were written down

    def is_late(self, at: datetime) -> bool:
        return self.due_before is not None and at >= self.due_before
