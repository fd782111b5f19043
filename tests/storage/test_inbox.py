"""The inbox: kept once, handed out in order per chat, chats side by side."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine

from bot.domain.channels import Update
from bot.storage import Connection, Database, inbox
from bot.storage.tables import metadata
from tests.fakes.clock import SIGNED, FakeClock


def update(key: str, chat: str = "lan", text: str = "chào") -> Update:
    return Update(key=key, chat=chat, payload={"chat": chat, "text": text})


def receive(conn: Connection, *updates: Update) -> int:
    return inbox.receive(conn, "telegram", updates, SIGNED)


def take(conn: Connection) -> str | None:
    """Claim one update and mark it done."""
    row = inbox.claim(conn, SIGNED)
    if row is None:
        return None
    inbox.done(conn, row.id)
    return f"{row.chat} {row.payload['text']}"


async def test_updates_come_back_oldest_first_and_only_once(database: Database):
    await database.write(lambda conn: receive(conn, *(update(f"k{n}", text=str(n)) for n in range(100))))

    taken = [await database.write(take) for _ in range(101)]

    assert taken == [f"lan {n}" for n in range(100)] + [None]


async def test_a_redelivered_update_is_left_alone_even_after_it_was_handled(database: Database):
    assert await database.write(lambda conn: receive(conn, update("1"), update("2"))) == 2
    await database.write(take)

    assert await database.write(lambda conn: receive(conn, update("1"), update("2"), update("3"))) == 1
    assert [await database.write(take) for _ in range(3)] == ["lan chào", "lan chào", None]


async def test_the_same_key_on_another_channel_is_another_update(database: Database):
    await database.write(lambda conn: inbox.receive(conn, "telegram", [update("1")], SIGNED))

    assert await database.write(lambda conn: inbox.receive(conn, "zalo", [update("1")], SIGNED)) == 1


async def test_nothing_received_is_nothing_new(database: Database):
    assert await database.write(receive) == 0


async def test_a_chat_waits_for_its_failed_update_and_others_go_on(database: Database, clock: FakeClock):
    later = clock.now() + timedelta(seconds=5)
    await database.write(
        lambda conn: receive(conn, update("1", "lan", "một"), update("2", "lan", "hai"), update("3", "minh"))
    )

    def fail_first(conn: Connection) -> None:
        row = inbox.claim(conn, clock.now())
        assert row is not None
        inbox.failed(conn, row.id, "KeyError", later)

    await database.write(fail_first)

    assert await database.write(take) == "minh chào"
    assert await database.write(take) is None
    again = await database.write(lambda conn: inbox.claim(conn, later))
    assert again is not None
    assert (again.payload["text"], again.attempts) == ("một", 1)


async def test_an_update_set_aside_lets_its_chat_go_on(database: Database):
    await database.write(lambda conn: receive(conn, update("1", text="một"), update("2", text="hai")))

    def set_aside(conn: Connection) -> None:
        row = inbox.claim(conn, SIGNED)
        assert row is not None
        inbox.failed(conn, row.id, "KeyError", None)

    await database.write(set_aside)

    assert await database.write(take) == "lan hai"
    assert await database.write(take) is None


async def test_a_claim_is_dropped_with_its_transaction(database: Database):
    await database.write(lambda conn: receive(conn, update("1")))

    await database.write(lambda conn: inbox.claim(conn, SIGNED))

    assert await database.write(take) == "lan chào"


@given(chats=st.lists(st.sampled_from("abc"), max_size=20), aside=st.sets(st.integers(0, 19)))
def test_every_chat_keeps_its_order_whatever_is_set_aside(chats: list[str], aside: set[int]):
    engine = create_engine("sqlite://")
    with engine.begin() as conn:
        metadata.tables["inbox"].create(conn)
        receive(conn, *(update(str(n), chat, str(n)) for n, chat in enumerate(chats)))
        handled = []
        while (row := inbox.claim(conn, SIGNED)) is not None:
            number = int(row.payload["text"])
            if number in aside:
                inbox.failed(conn, row.id, "KeyError", None)
            else:
                inbox.done(conn, row.id)
                handled.append(number)
    engine.dispose()

    assert sorted(handled) == [n for n in range(len(chats)) if n not in aside]
    for chat in "abc":
        of_chat = [n for n in handled if chats[n] == chat]
        assert of_chat == sorted(of_chat)
