"""Every transcript comes out as it is written; `transcripts.py` explains the format."""

from pathlib import Path

import pytest

from tests.handlers import transcripts
from tests.handlers.stage import Theatre
from tests.handlers.transcripts import FOLDER, VERBS

PATHS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path, theatre: Theatre):
    transcript = transcripts.load(path)
    stage = transcripts.staged(transcript, theatre)
    for number, (line, came) in enumerate(transcripts.play(transcript, stage), 1):
        assert came == line, f"line {number}: {[line[verb] for verb in VERBS if verb in line]}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_file_is_as_rewriting_writes_it(path: Path):
    assert path.read_text(encoding="utf-8") == transcripts.written(transcripts.load(path))
