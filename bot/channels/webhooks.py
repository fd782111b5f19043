"""A platform's calls to our web server: where they come to, and what proves that they are the platform's."""

import hmac
from dataclasses import dataclass, field
from http import HTTPStatus

#: Longest body that is taken, bytes: an update is a few kilobytes.
MOST_BODY = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where a platform brings its updates to."""

    url: str  #: public address of the handler, https
    secret: str = field(repr=False)  #: what the platform shows with every call; letters, digits, `_`, `-`

    def refusal(self, shown: str, body: bytes) -> HTTPStatus | None:
        """The answer to a call that is not the platform's, or too long; None for one that may be read.

        The comparison takes as long for a good guess at the secret as for a bad one.
        """
        if not hmac.compare_digest(shown.encode(errors="replace"), self.secret.encode()):
            return HTTPStatus.FORBIDDEN
        if len(body) > MOST_BODY:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return None
