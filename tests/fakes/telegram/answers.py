"""What came of a call, as HTTP: told truly, or spoilt by the fault it met."""

from typing import Any

from tests.fakes.http_server import Answer, Response, Silence, json_response
from tests.fakes.telegram.faults import Fault, Kind
from tests.fakes.telegram.receiving import Encoded
from tests.fakes.telegram.refusals import Refusal, forbidden, too_many_requests
from tests.fakes.telegram.world import StoredFile

_HUGE = 10 * 2**20  # bytes
_BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"


def prevention(fault: Fault) -> Refusal:
    """What a fault says that keeps a call from taking effect."""
    if fault.kind is Kind.FORBIDDEN:
        return forbidden("bot was blocked by the user")
    if fault.kind is Kind.RESET_UNREAD:
        return Refusal(0, "connection reset")
    if fault.kind is Kind.TOO_MANY_REQUESTS:
        return too_many_requests(fault.retry_after)
    if fault.kind is Kind.INTERNAL_ERROR:
        return Refusal(500, "Internal Server Error")
    if fault.kind is Kind.BAD_GATEWAY:
        return Refusal(502, "Bad Gateway")
    return Refusal(fault.code, fault.description)


def answer_of(outcome: Any, fault: Fault | None) -> Answer:
    """An outcome as HTTP, spoilt by the fault."""
    return _honest(outcome) if fault is None else _spoilt(_honest(outcome), fault.kind)


def _honest(outcome: Any) -> Response:
    if isinstance(outcome, Refusal):
        return json_response(outcome.as_json(), outcome.code)
    if isinstance(outcome, StoredFile):
        return Response(outcome.content, 200, outcome.mime)
    if isinstance(outcome, Encoded):
        return Response(b'{"ok":true,"result":' + outcome + b"}")
    return json_response({"ok": True, "result": outcome})


def _spoilt(honest: Response, kind: Kind) -> Answer:
    match kind:
        case Kind.RESET_UNREAD | Kind.RESET_DELIVERED:
            return Silence.RESET
        case Kind.HANG:
            return Silence.HANG
        case Kind.BAD_GATEWAY:
            return Response(_BAD_GATEWAY, 502, "text/html")
        case Kind.NOT_OK:
            return Response(honest.body, 200)
        case Kind.MALFORMED:
            return Response(honest.body[: len(honest.body) // 2])
        case Kind.HUGE:
            return Response(b'{"padding":"' + b"x" * _HUGE + b'",' + honest.body[1:])
        case _:
            return honest
