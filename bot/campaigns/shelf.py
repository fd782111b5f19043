"""The campaign files that can be started from a chat: those of one folder."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

from bot.campaigns.loading import SHIPPED, campaign_from_json, definition_of
from bot.campaigns.problems import CampaignFileError
from bot.domain.campaigns import Campaign

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShelf:
    """A campaign file that is in order."""

    definition: dict[str, Any]
    campaign: Campaign

    @property
    def number(self) -> int:
        """What a button carries: slugs may be longer than a button."""
        return crc32(self.campaign.slug.encode())


class Shelf:
    """The campaign files of a folder. A file that was put there or changed is seen at the next look."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        self._folder = folder

    def all(self) -> Sequence[OnShelf]:
        """The files that are in order, by name; the others are named in the log."""
        read = (_read(path, _version(path)) for path in sorted(self._folder.glob("*.yaml")))
        return [one for one in read if one is not None]

    def find(self, number: int) -> OnShelf | None:
        """The file that a button means; None once it is gone."""
        return next((one for one in self.all() if one.number == number), None)


def _version(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _read(path: Path, _version: tuple[int, int]) -> OnShelf | None:
    """A file as it is in this version: reading one takes longer than a turn should, so it is done once."""
    try:
        definition = definition_of(path, path.name)
    except CampaignFileError as error:
        _log.warning("%s: %d mistakes; khaibao campaign check names them", path.name, len(error.problems))
        return None
    return OnShelf(definition=definition, campaign=campaign_from_json(definition))
