"""What a request will say, before anybody is asked: it is as long as what they are sent."""

from pathlib import Path

import pytest

from bot.domain.asking import form_of
from bot.handlers.round_words import unasked
from bot.storage import campaigns, rounds, units
from bot.texts import Texts
from tests.handlers import transcripts
from tests.handlers.stage import Theatre

REQUESTS = ["adhoc-number", "adhoc-own-form", "adhoc-yes-no"]


def asked_by_a_round(path: Path, theatre: Theatre) -> tuple[str, str]:
    """The first request of a transcript as it reached somebody, and as it was told beforehand."""
    transcript = transcripts.load(path)
    stage = transcripts.staged(transcript, theatre)
    for _, came in transcripts.play(transcript, stage):
        for message in came.get("also", []):
            if not message["kind"].startswith("round:"):
                continue
            with stage.connect() as conn:
                round_ = rounds.round_by_id(conn, int(message["kind"].split(":")[1]))
                if round_.due_before is None:
                    continue
                running = campaigns.get(conn, round_.campaign_id)
                asker = units.get(conn, round_.scope_unit_id or running.scope_unit_id).name
            told = unasked(
                Texts.load("vi"),
                running.campaign,
                form_of(running.campaign, round_.obligation, round_.question, round_.label),
                title=round_.label,
                asker=asker,
                due=round_.due_before,
                now=stage.now,
            )
            return message["we"], told.text
    raise AssertionError(f"{path.stem} asks nobody")


@pytest.mark.parametrize("name", REQUESTS)
def test_it_says_the_same_but_for_the_name_of_whom_it_is_for(name: str, theatre: Theatre):
    sent, told = asked_by_a_round(transcripts.FOLDER / f"{name}.yaml", theatre)
    assert sent.startswith(told.splitlines()[0])
    assert len(sent.splitlines()) == len(told.splitlines())
    assert 0 <= len(sent) - len(told) < 60
