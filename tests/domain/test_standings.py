"""What is to be done first."""

from datetime import UTC, datetime, timedelta

from bot.domain.standings import Standing, State, Task, by_urgency

NOW = datetime(2021, 5, 10, 3, tzinfo=UTC)


def task(name: str, hours: int | None, state: State = State.MISSING) -> Task:
    return Task(
        standing=Standing(id=1, round_id=1, home_unit_id=1, unit_id=1, state=state),
        campaign_id=1,
        campaign_slug="",
        obligation=name,
        due_before=None if hours is None else NOW + timedelta(hours=hours),
        opens_at=NOW,
        label="",
    )


def test_todays_round_comes_before_those_that_were_missed_long_ago():
    tasks = [
        task("done", 1, State.COMPLETE),
        task("missed long ago", -500),
        task("no deadline", None),
        task("next week", 100),
        task("missed yesterday", -20),
        task("today", 4),
    ]

    assert [one.obligation for one in by_urgency(tasks, NOW)] == [
        *("today", "next week", "missed yesterday", "missed long ago", "no deadline", "done"),
    ]
