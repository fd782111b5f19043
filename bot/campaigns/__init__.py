"""Campaign files: one YAML file says who owes which form by when; nothing of a campaign is in code.

A file is read in four steps, each in its own module:

    yaml_text.py   text → plain data, and the line every key stands on
    schema.py      plain data → models (obligation_schema.py, form_schema.py); wrong shapes, in shape.py
    checks.py      mistakes between parts (obligation_checks.py, form_checks.py)
    building.py    models → the values of bot/domain/campaigns.py

Every mistake of a file is collected before any is told: `CampaignFileError.problems`.
"""

from bot.campaigns.loading import campaign_from_json, definition_of, json_schema, load_campaign, shipped
from bot.campaigns.problems import CampaignFileError, Problem
from bot.campaigns.shelf import OnShelf, Shelf

__all__ = [
    "CampaignFileError",
    "OnShelf",
    "Problem",
    "Shelf",
    "campaign_from_json",
    "definition_of",
    "json_schema",
    "load_campaign",
    "shipped",
]
