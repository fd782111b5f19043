"""From the inbox to the outbox to the platform: nothing lost, nothing twice, nobody kept waiting.

`inbox.py` has each stored update handled in its own transaction, in order per chat; `dispatcher.py`
sends what the outbox holds, people first, at the pace of `pacer.py`; `failures.py` does what a failed
send leads to, and `outage.py` tells a message's fault from a platform that is away. The promises are
those of `docs/architecture.md`.
"""
