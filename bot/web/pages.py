"""Templates and static files, in memory.

Static files share one folder name that is a hash of them all, so browsers may keep them for ever and
files may name each other ("./queue.js"). Nothing is fetched from another host.
"""

import gzip
import hashlib
import mimetypes
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.texts import Texts

WEB = Path(__file__).parent
#: Our static files have these types on every machine, whatever its registry says.
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class Assets:
    """The static files of some folders, with a compressed copy of each."""

    def __init__(self, *folders: Path) -> None:
        self.files = {
            path.name: path.read_bytes()
            for folder in folders
            for path in sorted(folder.iterdir())
            if path.is_file()
        }
        self._packed = {name: gzip.compress(content, mtime=0) for name, content in self.files.items()}
        digest = hashlib.sha256()
        for name, content in sorted(self.files.items()):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        self.version = digest.hexdigest()[:12]

    def url(self, name: str) -> str:
        """Where a file is served. Raises KeyError for a file that is not there."""
        self.files[name]
        return f"/static/{self.version}/{name}"

    def route(self) -> Route:
        return Route("/static/{version}/{name}", self._serve)

    async def _serve(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self.files or request.path_params["version"] != self.version:
            raise HTTPException(404)
        headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
        content = self.files[name]
        if "gzip" in request.headers.get("accept-encoding", ""):
            content = self._packed[name]
            headers["Content-Encoding"] = "gzip"
        kind = TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0]
        return Response(content, media_type=kind or "application/octet-stream", headers=headers)


class Pages:
    """HTML pages: `render("chat.html", …)`. Templates say everything through `t("web-…")`."""

    def __init__(self, texts: Texts, *more: Path) -> None:
        """`more` are folders that hold further `templates/` and `static/`."""
        folders = (WEB, *more)
        self.texts = texts
        self.assets = Assets(*(folder / "static" for folder in folders))
        self._templates = Environment(
            loader=FileSystemLoader([folder / "templates" for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(t=texts, static=self.assets.url, locale=texts.locale)

    def render(self, name: str, status: int = 200, **facts: Any) -> Response:
        return HTMLResponse(self._templates.get_template(name).render(facts), status)
