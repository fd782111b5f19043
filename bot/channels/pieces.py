"""Messages that are longer than a platform takes, sent in pieces, each of them once."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

Piece = TypeVar("Piece")

#: Messages of which some pieces have arrived and the rest is due for another try.
_MOST_BEGUN = 100


class Begun:
    """How far messages have come that could not be sent whole: the next try goes on from there."""

    def __init__(self) -> None:
        self._done: dict[tuple[str, str], int] = {}

    async def send(
        self,
        key: tuple[str, str],
        pieces: Sequence[Piece],
        send: Callable[[Piece], Awaitable[str | None]],
    ) -> str | None:
        """Send what is left of a message; `key` names it (chat, text). Returns what the last piece gave."""
        done = self._done.pop(key, 0)
        ref = None
        for piece in pieces[done:]:
            try:
                ref = await send(piece)
            except BaseException:  # also when it is cut off
                if done:
                    self._remember(key, done)
                raise
            done += 1
        return ref

    def _remember(self, key: tuple[str, str], done: int) -> None:
        while len(self._done) >= _MOST_BEGUN:
            del self._done[next(iter(self._done))]
        self._done[key] = done
