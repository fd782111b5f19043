"""Files are kept for a while and then let go."""

from datetime import timedelta

from bot.storage import Database, files
from bot.storage.files import StoredFile
from tests.fakes.clock import SIGNED

DAY = timedelta(days=1)


async def test_a_file_comes_back_as_it_was_until_its_time_is_over(database: Database):
    file_id = await database.write(
        lambda conn: files.save(
            conn, name="ds.xlsx", mime="application/x", content=b"\0\xff", now=SIGNED, expires_at=SIGNED + DAY
        )
    )

    await database.write(lambda conn: files.discard_expired(conn, SIGNED + DAY - timedelta(seconds=1)))
    assert await database.read(lambda conn: files.load(conn, file_id)) == StoredFile(
        id=file_id, name="ds.xlsx", mime="application/x", content=b"\0\xff"
    )

    assert await database.write(lambda conn: files.discard_expired(conn, SIGNED + DAY)) == 1
    assert await database.read(lambda conn: files.load(conn, file_id)) is None
