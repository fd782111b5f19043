"""How a campaign file is written, from the top. Its JSON Schema is published: `json_schema`."""

from pydantic import Field

from bot.campaigns.form_schema import FormFile
from bot.campaigns.obligation_schema import ObligationFile
from bot.campaigns.schema_types import (
    ButtonText,
    Clause,
    Day,
    Id,
    Label,
    Link,
    Name,
    Part,
    SendingSpan,
    Slug,
    Text,
)
from bot.domain.people import Role


class DirectiveFile(Part):
    """An official letter, as printed."""

    number: Label
    issued_on: Day
    issuer: Label
    subject: Text


class NoteFile(Part):
    """A clause that asks for nothing countable."""

    clause: Clause
    text: Text
    heads: bool = False


class VocabularyFile(Part):
    """What people call the thing, and what they do with it."""

    apps: tuple[Label, ...] = ()
    verbs: tuple[Label, ...] = Field(default=("cài", "cài đặt"), min_length=1)


class ReasonFile(Part):
    """Why somebody has not; `unable`: cannot, rather than has not yet."""

    id: Name
    label: ButtonText
    unable: bool = False
    phrases: tuple[Text, ...] = ()


class QuietHoursFile(Part):
    """Reminders go out only inside these spans of the day, by role; `staff` is everybody employed."""

    outside: dict[Role, tuple[SendingSpan, ...]]
    sundays: bool = False


class FaqFile(Part):
    """A question people ask, as they type it, and its answer."""

    phrases: tuple[Text, ...] = Field(min_length=1)
    answer: Text
    clause: Clause | None = None


class CampaignFile(Part):
    """A whole campaign file."""

    slug: Slug
    title: Label
    directive: DirectiveFile
    basis: tuple[DirectiveFile, ...] = ()
    notes: tuple[NoteFile, ...] = ()
    timezone: str = "Asia/Ho_Chi_Minh"
    tree_on: Day | None = None
    vocabulary: VocabularyFile = VocabularyFile()
    reasons: tuple[ReasonFile, ...] = ()
    forms: dict[Id, FormFile] = Field(min_length=1)
    obligations: tuple[ObligationFile, ...] = Field(min_length=1)
    quiet_hours: QuietHoursFile | None = None
    emergency: bool = False
    sensitive: bool = False
    consent: bool = True
    retention_days: int = Field(default=90, ge=1, le=3650)
    faq: tuple[FaqFile, ...] = ()
    guide: Link | None = None
