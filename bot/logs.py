"""Logs: one line an event, as text or JSON, without tokens, whoever wrote them."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Literal

#: A bot token of Telegram or Zalo, wherever it stands, and Vietnamese telephone numbers.
_SECRETS = re.compile(r"\d{6,}:[\w-]{20,}|(?<!\d)(?:\+84|0)\d{9}(?!\d)")
#: Libraries that print request addresses, tokens included, at INFO.
_TALKATIVE = ("aiohttp", "apscheduler", "uvicorn", "alembic")


class Redacting(logging.Formatter):
    """Formats a record, traceback included, and takes out what must never be in a log."""

    def __init__(self, shape: Literal["text", "json"]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._shape = shape

    def format(self, record: logging.LogRecord) -> str:
        if self._shape == "text":
            return _SECRETS.sub("…", super().format(record))
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return _SECRETS.sub("…", json.dumps(line, ensure_ascii=False))


def set_up_logging(level: str, shape: Literal["text", "json"]) -> None:
    """Send all logs to standard error in one shape."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(shape))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
