"""Rows that wait on disk."""

import gc
from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.reports.spool import Spool


@dataclass(frozen=True)
class Counted:
    name: str
    counts: dict[int, int]


def test_what_went_in_comes_out_in_order_as_often_as_asked():
    rows = [Counted("Trường A\n=1+1", {7: 3}), Counted("", {})]

    spool = Spool(TypeAdapter(Counted), iter(rows))

    assert list(spool) == list(spool) == rows


def test_a_spool_that_nobody_reads_is_closed():
    """Warnings are errors: a file left open would be one."""
    Spool(TypeAdapter(int), range(3))
    gc.collect()
