"""What people read of an announcement: the text itself, its correction, and that it was withdrawn.

Worded at the moment of sending, so that a correction reaches whoever still waits as the only text.
"""

from datetime import datetime

from bot.domain.announcing import goes_out_at
from bot.domain.channels import Capabilities
from bot.domain.holidays import is_holiday
from bot.domain.messages import Reply
from bot.storage import Connection, announcement_slices, announcements
from bot.storage.announcement_slices import Original
from bot.storage.announcements import Announcement, State
from bot.storage.deliveries import Delivery, DeliveryState
from bot.texts import Texts


def shown(texts: Texts, text: str, signed: str) -> str:
    """An announcement as people see it: signed with a position and a unit."""
    return texts("announced", text=text, signed=signed)


def news(texts: Texts, conn: Connection, announcement_id: int, now: datetime) -> Reply | datetime | None:
    """What to send to somebody who has not got it yet, or when to ask again."""
    found = announcements.get(conn, announcement_id)
    if found.state is State.WITHDRAWN:
        return None
    return _later(found, now) or Reply(text=shown(texts, found.text, found.signed))


def amended(
    texts: Texts, conn: Connection, delivery: Delivery, able: Capabilities | None, now: datetime
) -> Reply | datetime | None:
    """What to send to somebody who got an announcement that was corrected or withdrawn since.

    `able`: what their channel can do to a message that was sent; None: nothing.
    """
    before = announcement_slices.original(conn, int(delivery.kind.partition(":")[2]))
    if before is None or before.state is not DeliveryState.SENT:
        return None
    if before.contact_id != delivery.contact_id:  # it goes to another chat than the original
        able = None
    found = announcements.get(conn, before.announcement_id)
    # A message of the web chat is named by its delivery.
    name = before.message_ref or str(before.id)
    if found.state is State.WITHDRAWN:
        deletes = able is not None and able.deletes
        if before.corrects and (before.edited or not deletes):
            return None
        key = "announced-correction-withdrawn" if before.corrects else "announced-withdrawn"
        text = texts(WITHDRAWN_KEYS[key], signed=found.signed, moment=found.confirmed_at or now)
        return Reply(text=text, deletes=name if deletes else None)
    text = shown(texts, found.text, found.signed)
    if not _is_old(found, before, text):
        return None
    if (later := _later(found, now)) is not None:
        return later
    if able is not None and able.edits:
        return Reply(text=text, edits=name)
    return Reply(text=texts("announced-corrected", text=found.text, signed=found.signed))


#: What stands where a message was taken back from.
WITHDRAWN_KEYS = {key: key for key in ("announced-withdrawn", "announced-correction-withdrawn")}


def _is_old(found: Announcement, before: Original, text: str) -> bool:
    """Whether somebody was sent another text than the present one; one in flight may be either."""
    if before.text != text:
        return True
    changed, sent = found.amended_at, before.finished_at
    return changed is not None and sent is not None and sent < changed


def _later(found: Announcement, now: datetime) -> datetime | None:
    """When it goes out, where this is no hour to send it."""
    at = goes_out_at(now, found.roles, is_holiday, urgent=found.urgent)
    return at if at > now else None
