"""When reminders may be sent, where a campaign file does not say otherwise."""

from datetime import time

from bot.campaigns.schema import QuietHoursFile
from bot.campaigns.schema_types import Span
from bot.domain.campaigns import QuietHours
from bot.domain.people import STAFF_ROLES, Role

_ADULTS: tuple[Span, ...] = ((time(6, 30), time(11, 15)), (time(13, 15), time(20, 30)))
#: Grown-ups are left alone at the noon rest and in the evening. Pupils are written to after school only:
#: telephones in class are for learning (Thông tư 32/2020/TT-BGDĐT, Điều 37).
USUAL: dict[Role, tuple[Span, ...]] = {
    role: ((time(17), time(20, 30)),) if role is Role.PUPIL else _ADULTS for role in Role
}


def quiet_hours(written: QuietHoursFile | None) -> QuietHours:
    """The spans of every role; `staff` speaks for everybody employed who is not named."""
    if written is None:
        return QuietHours(spans=USUAL)
    staff = written.outside.get(Role.STAFF, _ADULTS)
    spans = USUAL | dict.fromkeys(STAFF_ROLES | {Role.HOMEROOM}, staff) | written.outside
    return QuietHours(spans=spans, sundays=written.sundays)
