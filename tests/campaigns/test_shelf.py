"""The campaign files that can be started from a chat: those of a folder that are in order."""

import os
from pathlib import Path

from bot.campaigns import Shelf, shipped
from tests.campaigns.samples import SMALL, changed


def slugs(shelf: Shelf) -> list[str]:
    return [one.campaign.slug for one in shelf.all()]


def test_the_shipped_campaigns_are_at_hand():
    assert slugs(Shelf()) == [path.stem for path in shipped()]


def test_a_file_is_seen_as_soon_as_it_is_there_and_as_it_is_now(tmp_path: Path):
    shelf, file = Shelf(tmp_path), tmp_path / "small.yaml"
    assert slugs(shelf) == []

    file.write_text(SMALL)
    assert slugs(shelf) == ["small-2026"]
    file.write_text(changed("slug: small-2026", "slug: smaller-2026"))
    os.utime(file, ns=(1, 1))
    assert slugs(shelf) == ["smaller-2026"]
    file.unlink()
    assert slugs(shelf) == []


def test_a_file_with_mistakes_hides_no_other(tmp_path: Path):
    (tmp_path / "bad.yaml").write_text("slug: bad")
    (tmp_path / "good.yaml").write_text(SMALL)

    assert slugs(Shelf(tmp_path)) == ["small-2026"]


def test_a_button_finds_its_file_until_that_is_gone(tmp_path: Path):
    shelf, file = Shelf(tmp_path), tmp_path / "small.yaml"
    file.write_text(SMALL)
    (one,) = shelf.all()

    assert shelf.find(one.number) == one
    assert shelf.find(one.number + 1) is None
    file.unlink()
    assert shelf.find(one.number) is None
