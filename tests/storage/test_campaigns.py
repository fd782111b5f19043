"""Campaigns as they were started, and their rounds."""

from datetime import date, timedelta

import pytest

from bot.campaigns import campaign_from_json
from bot.domain.rounds import RoundKind
from bot.errors import InputError
from bot.storage import Connection, campaigns
from bot.storage.campaigns import CampaignState
from bot.storage.rounds import add_rounds, due_to_open, mark_opened, round_by_id, rounds_of
from tests.storage.world import (
    AN_TOAN,
    BLUEZONE,
    STARTED,
    at,
    on_each_database,
    plant,
    round_of,
    start,
    unit_id,
)


@on_each_database
def test_a_campaign_comes_back_as_it_was_started(conn: Connection):
    plant(conn)

    running = start(conn, scope="P1")

    assert campaigns.by_slug(conn, "bluezone-hau-giang-2020") == campaigns.get(conn, running.id) == running
    assert running.campaign == campaign_from_json(BLUEZONE)
    assert (running.state, running.scope_unit_id, running.started_at) == (
        CampaignState.RUNNING,
        unit_id(conn, "P1"),
        STARTED,
    )
    assert campaigns.by_slug(conn, "other") is None


@on_each_database
def test_it_rolls_up_by_the_day_its_file_names_else_by_the_day_it_starts(conn: Connection):
    plant(conn)
    no_day = {key: value for key, value in BLUEZONE.items() if key != "tree_on"} | {"slug": "no-day"}

    assert start(conn, now=at(1, month=3, year=2026)).tree_on == date(2020, 8, 18)
    assert start(conn, no_day, now=at(1, month=3, year=2026)).tree_on == date(2026, 3, 1)


@on_each_database
def test_a_campaign_is_started_once(conn: Connection):
    plant(conn)
    start(conn)

    with pytest.raises(InputError, match="campaigns-started-already"):
        start(conn)

    assert len(campaigns.every(conn)) == 1


@on_each_database
def test_a_round_opens_when_its_time_has_come_and_its_campaign_runs(conn: Connection):
    plant(conn)
    running = start(conn)
    later = {
        "campaign_id": running.id,
        "obligation": "website-guide",
        "kind": RoundKind.AD_HOC.value,
        "label": "đột xuất",
        "opens_at": at(20, 14),
        "due_before": at(20, 16),
    }
    add_rounds(conn, [later])

    def due(moment):
        return [round_.label for round_ in due_to_open(conn, moment)]

    assert (due(at(20, 13, 59)), due(at(20, 14))) == ([], ["đột xuất"])
    campaigns.set_state(conn, running.id, CampaignState.PAUSED, at(20, 14))
    assert due(at(20, 14)) == []
    campaigns.set_state(conn, running.id, CampaignState.RUNNING, at(20, 14))
    (round_,) = due_to_open(conn, at(20, 14))
    mark_opened(conn, round_.id, at(20, 14))
    assert due(at(20, 14)) == []
    opened = round_by_id(conn, round_.id)
    assert (opened.kind, opened.opened_at, opened.is_late(at(20, 16))) == (RoundKind.AD_HOC, at(20, 14), True)


@on_each_database
def test_a_slot_is_written_down_once(conn: Connection):
    plant(conn)
    running = start(conn, AN_TOAN, now=at(1, 8, month=3, year=2021))
    before = rounds_of(conn, running.id)
    slot = next(r for r in before if r.slot)
    again = {
        "campaign_id": running.id,
        "obligation": slot.obligation,
        "kind": slot.kind.value,
        "slot": slot.slot,
        "opens_at": slot.opens_at,
        "due_before": slot.due_before,
    }

    add_rounds(conn, [again, again])
    add_rounds(conn, [])

    assert rounds_of(conn, running.id) == before
    # A second request on the same day is another round, not another slot.
    add_rounds(conn, [again | {"opens_at": slot.opens_at + timedelta(hours=1)}])
    assert len(rounds_of(conn, running.id)) == len(before) + 1


@on_each_database
def test_single_rounds_exist_from_the_start(conn: Connection):
    plant(conn)
    running = start(conn)

    staff, pupils = round_of(conn, running, "staff"), round_of(conn, running, "pupils")

    assert (staff.due_before, staff.opened_at, staff.kind) == (at(30, 0), STARTED, RoundKind.SINGLE)
    assert pupils.due_before is None
    assert not pupils.is_late(at(1, month=12))
