"""A reply as the outbox keeps it: plain JSON, whatever has its default left out."""

from collections.abc import Mapping
from typing import Any

from bot.domain.messages import Attachment, Choice, Reply


def to_json(reply: Reply) -> dict[str, Any]:
    body: dict[str, Any] = {"text": reply.text}
    if reply.choices:
        body["choices"] = [{"label": choice.label, "action": choice.action} for choice in reply.choices]
    if reply.number_expected:
        body["number_expected"] = True
    if reply.edits is not None:
        body["edits"] = reply.edits
    if reply.deletes is not None:
        body["deletes"] = reply.deletes
    if (file := reply.attachment) is not None:
        body["attachment"] = {"ref": file.ref, "name": file.name, "mime": file.mime}
    return body


def from_json(body: Mapping[str, Any]) -> Reply:
    file = body.get("attachment")
    return Reply(
        text=body["text"],
        choices=tuple(Choice(**choice) for choice in body.get("choices", ())),
        number_expected=body.get("number_expected", False),
        edits=body.get("edits"),
        deletes=body.get("deletes"),
        attachment=None if file is None else Attachment(**file),
    )
