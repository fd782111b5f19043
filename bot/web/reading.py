"""Reads what a page sends: JSON from its script, a form or an upload from the browser itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.domain.messages import ACTION_BYTES
from bot.texts import Texts

MOST_CHARACTERS = 10_000
MOST_FILE_BYTES = 5 * 1024 * 1024
MOST_NAME = 120  #: characters of a file name that are kept

_NAME = r"^[A-Za-z0-9_-]*$"


class Said(BaseModel):
    """One message as a page sends it: a text, or a tapped button and the message it stood under."""

    model_config = ConfigDict(frozen=True)

    #: the page's own name of this message, so that a second try on a bad network is not a second message
    key: Annotated[str, Field(pattern=_NAME, min_length=8, max_length=40)]
    text: str = ""
    action: str = ""
    ref: Annotated[str, Field(pattern=_NAME, max_length=40)] = ""


class Upload(BaseModel):
    """A file that came with a message."""

    model_config = ConfigDict(frozen=True)

    name: str
    mime: str
    content: bytes

    @property
    def is_media(self) -> bool:
        """Pictures and recordings are told what to do instead; they are never kept."""
        return self.mime.startswith(("image/", "audio/", "video/"))


async def read_said(request: Request, texts: Texts) -> tuple[Said, Upload | None]:
    """What the person said. Raises HTTPException with a sentence for them: 400, 413, 415 or 422."""
    upload = None
    match request.headers.get("content-type", "").partition(";")[0].strip().lower():
        case "application/json":
            said = _said(Said.model_validate_json, await request.body(), texts)
        case "multipart/form-data" | "application/x-www-form-urlencoded":
            async with _form(request, texts) as fields:
                upload = await _upload(fields.get("file"), texts)
                said = _said(Said.model_validate, dict(fields), texts)
        case _:
            raise HTTPException(415, texts("web-error-kind"))
    if len(said.text) > MOST_CHARACTERS:
        raise HTTPException(413, texts("web-error-too-long", most=MOST_CHARACTERS))
    if len(said.action.encode()) > ACTION_BYTES:
        raise HTTPException(400, texts("web-error-request"))
    if upload is None and not said.text and not said.action:
        raise HTTPException(422, texts("web-error-empty"))
    return said, upload


def _said(validate: Any, fields: Any, texts: Texts) -> Said:
    try:
        said: Said = validate(fields)
    except ValidationError as error:
        raise HTTPException(400, texts("web-error-request")) from error
    # NUL cannot be stored in every database, and says nothing.
    return said.model_copy(update={"text": said.text.replace("\0", "").strip()})


@asynccontextmanager
async def _form(request: Request, texts: Texts) -> AsyncIterator[FormData]:
    try:
        form = await request.form(max_files=1, max_fields=8, max_part_size=8 * MOST_CHARACTERS)
    except HTTPException as error:
        if error.status_code == 413:
            raise
        # Starlette words its refusals for programmers.
        raise HTTPException(400, texts("web-error-request")) from error
    try:
        yield form
    finally:
        await form.close()


async def _upload(field: Any, texts: Texts) -> Upload | None:
    """The file of a form; None where the field was left empty."""
    if not isinstance(field, UploadFile) or not field.filename:
        return None
    content = await field.read(MOST_FILE_BYTES + 1)
    if len(content) > MOST_FILE_BYTES:
        raise HTTPException(413, texts("web-error-too-large"))
    if not content:
        raise HTTPException(422, texts("web-error-empty-file"))
    return Upload(
        name=field.filename.replace("\0", "")[-MOST_NAME:],
        mime=(field.content_type or "application/octet-stream").lower()[:100],
        content=content,
    )
