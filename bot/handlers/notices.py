"""What others are told in a turn: one message each, for on some channels every message counts.

Two whose buttons read alike stay two: it would not be seen which is whose.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.messages import Lane, Reply
from bot.domain.names import search_key
from bot.domain.people import Contact
from bot.storage import Connection, contacts, deliveries, people

Notice = tuple[Reply, str]  #: with the key that keeps it from being told twice


def send(conn: Connection, notices: Iterable[tuple[int, Reply, str]], now: datetime) -> None:
    """Tell each person, in the chat they last wrote from; nobody without one is told."""
    of_each: dict[int, list[Notice]] = {}
    for person_id, reply, key in notices:
        of_each.setdefault(person_id, []).append((reply, key))
    for person_id, theirs in of_each.items():
        contact_id = people.person(conn, person_id).contact_id
        if contact_id is not None:
            _tell(conn, contacts.contact_by_id(conn, contact_id), person_id, theirs, now)


def _tell(
    conn: Connection, contact: Contact, person_id: int, notices: Sequence[Notice], now: datetime
) -> None:
    if len(notices) > 1:
        known = deliveries.known(conn, [key for _, key in notices])
        new = {key: reply for reply, key in reversed(notices) if key not in known}
        notices = [(reply, key) for key, reply in reversed(new.items())]
    for (first, key), *others in _together(notices):
        deliveries.queue(
            conn,
            contact=contact,
            body=_as_one([first, *(reply for reply, _ in others)]),
            lane=Lane.ANSWER,
            kind="notice",
            dedupe_key=key,
            person_id=person_id,
            now=now,
        )
        for _, other in others:
            deliveries.told_in_another(conn, contact, other, person_id, now)


def _together(notices: Sequence[Notice]) -> list[list[Notice]]:
    """The notices by the message that tells them: the first in which their buttons are new."""
    messages: list[list[Notice]] = []
    for notice in notices:
        labels = _labels(notice)
        found = next((one for one in messages if all(labels.isdisjoint(_labels(told)) for told in one)), None)
        if found is None:
            messages.append([notice])
        else:
            found.append(notice)
    return messages


def _labels(notice: Notice) -> set[str]:
    return {search_key(choice.label) for choice in notice[0].choices}


def _as_one(replies: Sequence[Reply]) -> Reply:
    return Reply(
        text="\n\n".join(reply.text for reply in replies),
        choices=tuple(choice for reply in replies for choice in reply.choices),
    )
