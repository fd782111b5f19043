"""What others are told in one turn: one message each, every intent once."""

from sqlalchemy import select

from bot.domain.messages import Choice, Reply
from bot.handlers import notices
from bot.storage import Connection, bodies
from bot.storage.deliveries import MERGED
from bot.storage.tables import deliveries
from tests.storage.world import STARTED, chatting, member, on_each_database, plant

YES, NO = (Choice(label=label, action=action) for label, action in (("Đồng ý", "yes:1"), ("Từ chối", "no:1")))
OTHER_YES = Choice(label="đồng ý", action="yes:2")


def chatters(conn: Connection, *names: str) -> list[int]:
    plant(conn)
    return [chatting(conn, member(conn, name, "C")).person_id for name in names]


def sent(conn: Connection, person_id: int) -> list[tuple[str, list[str]]]:
    """The messages that wait for somebody: text, and what can be chosen."""
    rows = conn.scalars(
        select(deliveries.c.body)
        .where(deliveries.c.person_id == person_id, deliveries.c.state == "waiting")
        .order_by(deliveries.c.id)
    )
    found = [bodies.from_json(body) for body in rows]
    return [(reply.text, [choice.action for choice in reply.choices]) for reply in found]


@on_each_database
def test_several_notices_to_one_person_are_one_message_with_all_their_buttons(conn: Connection):
    lan, nam = chatters(conn, "Lan", "Nam")
    told = [
        (lan, Reply(text="một", choices=(YES,)), "key 1"),
        (nam, Reply(text="hai"), "key 2"),
        (lan, Reply(text="ba", choices=(NO,)), "key 3"),
    ]
    notices.send(conn, told, STARTED)

    assert sent(conn, lan) == [("một\n\nba", ["yes:1", "no:1"])]
    assert sent(conn, nam) == [("hai", [])]


@on_each_database
def test_what_was_told_in_a_message_is_never_told_again(conn: Connection):
    [lan] = chatters(conn, "Lan")
    first = [(lan, Reply(text=text), text) for text in ("một", "hai")]
    notices.send(conn, first, STARTED)
    notices.send(conn, [(lan, Reply(text="hai"), "hai")], STARTED)
    notices.send(conn, [*first, (lan, Reply(text="ba"), "ba"), (lan, Reply(text="bốn"), "ba")], STARTED)

    assert [text for text, _ in sent(conn, lan)] == ["một\n\nhai", "ba"]
    ended = conn.execute(
        select(deliveries.c.dedupe_key, deliveries.c.reason).where(deliveries.c.state == "cancelled")
    )
    assert [tuple(row) for row in ended] == [("hai", MERGED)]


@on_each_database
def test_notices_whose_buttons_read_alike_stay_apart(conn: Connection):
    [lan] = chatters(conn, "Lan")
    told = [
        (lan, Reply(text="một", choices=(YES, NO)), "key 1"),
        (lan, Reply(text="hai", choices=(OTHER_YES,)), "key 2"),
        (lan, Reply(text="ba"), "key 3"),
    ]
    notices.send(conn, told, STARTED)

    assert sent(conn, lan) == [("một\n\nba", ["yes:1", "no:1"]), ("hai", ["yes:2"])]


@on_each_database
def test_nobody_without_a_chat_is_told(conn: Connection):
    plant(conn)
    lan = member(conn, "Lan", "C").person_id
    notices.send(conn, [(lan, Reply(text="một"), "key")], STARTED)

    assert sent(conn, lan) == []
