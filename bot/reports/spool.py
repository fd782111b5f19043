"""Rows on their way from the database to a file: read in one half of the making, written in the other.

The database is read on the event loop, so that half has to be short; words and cells are made in a
thread, without a connection. However many rows there are, they wait on disk.
"""

import weakref
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import Generic, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


class Spool(Generic[T]):
    """Values that were read once and can be read again, in order. Gone with the last reference to it."""

    def __init__(self, shape: TypeAdapter[T], values: Iterable[T]) -> None:
        self._shape = shape
        self._file = TemporaryFile()  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        for value in values:
            self._file.write(shape.dump_json(value))
            self._file.write(b"\n")

    def __iter__(self) -> Iterator[T]:
        self._file.seek(0)
        for line in self._file:
            yield self._shape.validate_json(line)
