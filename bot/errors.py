"""Everything that can go wrong, in one tree. Each error knows what should happen next.

    KhaiBaoError
    ├── InputError            somebody gave us something wrong: say it in one sentence, with the mend
    └── ChannelError          a platform did not take a message
        ├── Unreachable       never again for this chat (blocked, deactivated, not found)
        ├── Throttled         later, for the whole channel: `retry_after` seconds
        ├── QuotaSpent        later, for the whole channel: next month, or when the operator mends it
        ├── Refused           never again for this message: the platform calls it wrong
        ├── Unavailable       later: certainly not delivered
        ├── OutcomeUnknown    later: perhaps delivered (the request left, no answer came)
        └── Misconfigured     stop the channel and tell the operator (wrong token, second poller)

Vendor exceptions stop at the channel: nothing outside `bot/channels/` catches them.
"""

from collections.abc import Mapping


class KhaiBaoError(Exception):
    """Base of everything this program raises on purpose."""


class InputError(KhaiBaoError):
    """Bad input, told in the reader's language: `key` names the sentence in `locales/`, `args` fill it.

    The sentence says what is wrong, where, and the mend; the command line and the conversation
    render it, so no layer below them needs to know any language.
    """

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.facts: Mapping[str, str | int] = facts

    def __str__(self) -> str:
        return f"{self.key} {dict(self.facts)}" if self.facts else self.key


class ChannelError(KhaiBaoError):
    """A platform did not take a message. `reason` is a short code without names, texts or tokens."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unreachable(ChannelError):
    """The person blocked the bot, left the platform or never wrote: do not send there again."""


class Throttled(ChannelError):
    """The platform asks the whole bot to be quiet for `retry_after` seconds."""

    def __init__(self, reason: str, *, retry_after: float) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class QuotaSpent(ChannelError):
    """The messages that the platform grants a month are used up: certainly not delivered."""


class Refused(ChannelError):
    """The platform calls this message wrong; sending it again would be refused again."""


class Unavailable(ChannelError):
    """The platform failed before it took the message: certainly not delivered, try later."""


class OutcomeUnknown(ChannelError):
    """The request left and no answer came: it may have been delivered."""


class Misconfigured(ChannelError):
    """The channel cannot work until the operator mends something (token, webhook, second poller)."""
