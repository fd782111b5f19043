"""Who may read a web chat: whoever holds its token, which is in its address and nowhere else.

The database knows a chat by a hash of the token, so a copy of the database opens no chat.
"""

import hashlib
import secrets

#: A token is 16 random bytes, base64url: nothing to guess.
PATTERN = r"[A-Za-z0-9_-]{22}"


def new_token() -> str:
    """A fresh token for a new chat."""
    return secrets.token_urlsafe(16)


def chat_of(token: str) -> str:
    """The chat that a token opens, as contacts and deliveries name it."""
    return hashlib.sha256(token.encode()).hexdigest()[:32]
