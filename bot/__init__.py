"""Khai báo: an official directive goes in; a counted, on-time report comes out, by chat.

Read `docs/architecture.md` first, then `bot/domain/` for the words and `bot/app.py` for how the
parts meet. Imports point inward only: see the layers in `pyproject.toml`.
"""
