"""What happens to a ladder when its deadline is moved to a later day. Pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.ladder import Rung


def taken_again(steps: Sequence[Rung], done: frozenset[str], now: datetime) -> frozenset[str]:
    """The steps that were taken towards the old deadline and are taken once more towards the new one.

    `steps` are those that count back from the new deadline. Early warnings that went out are not
    repeated; the last warning, the last day and what follows it are, so that no deadline passes in
    silence. What would lie in the past stays as it is.
    """
    warnings = sorted((step for step in steps if step.key.startswith("t-")), key=lambda step: step.at)
    early = {step.key for step in warnings[:-1]}
    again = {step.key for step in steps if step.at > now and step.key != "open"}
    return frozenset((again & done) - early)
