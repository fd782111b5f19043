"""From the inbox to the outbox to the platform: nothing lost, nothing twice, nobody kept waiting.

`inbox.py` has each stored update handled in its own transaction, in order per chat; `dispatcher.py`
sends what the outbox holds, people first, at the pace of `pacer.py`; `retry.py` says what a failed
send leads to. The promises are those of `docs/architecture.md`.
"""
