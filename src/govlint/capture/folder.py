"""A folder of files as a web site on loopback, so that what is not yet hosted can be checked."""

from __future__ import annotations

import contextlib
import hashlib
import mimetypes
import os
import re
import shutil
import socket
import threading
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from . import header_file
from .header_file import Section, headers_for, read_header_file

PAGES = (".html", ".htm", ".xhtml")
INDEXES = ("index.html", "index.htm")
NOT_FOUND = "404.html"  # as on static hosts: the body of every answer that there is no such page
PORTS = range(20000, 32000)  # below those that systems give to outgoing connections
LEFT_OUT = frozenset({"node_modules", "__pycache__"})

# Beside Python's own list, and before what the machine may have been told.
TYPES = {
    ".avif": "image/avif",
    ".cjs": "text/javascript",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".geojson": "application/geo+json",
    ".gz": "application/gzip",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar",
    ".jfif": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ogg": "audio/ogg",
    ".otf": "font/otf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".rss": "application/rss+xml",
    ".rtf": "application/rtf",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".ttl": "text/turtle",
    ".vtt": "text/vtt",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xhtml": "application/xhtml+xml",
    ".xlsm": "application/vnd.ms-excel.sheet.macroenabled.12",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".zip": "application/zip",
}
_PYTHON_TYPES = mimetypes.MimeTypes(filenames=())
_DECLARED = re.compile(rb"<meta[^>]+charset|<\?xml[^>]+encoding", re.IGNORECASE)
_HTML = re.compile(rb"\s*(<!doctype html|<html|<head|<body|<!--)", re.IGNORECASE)


class FolderServer:
    """Serves a folder on 127.0.0.1 while the `with` lasts; at the same port each time, if that is free.

    So its pages have the same addresses in the next scan, and what is remembered of them can be found.

    Only GET and HEAD, only files that lie in the folder, and no lists of files. A file
    `_headers` says what headers go with which paths; raises BadHeaders if it cannot be read.
    """

    def __init__(self, path: Path | str) -> None:
        self.folder = Path(path)
        self._server = _server(self.folder.resolve(), _handler(self.folder.resolve(), read_header_file(self.folder)))
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True, name=f"serve {path}"
        )
        self._thread.start()

    def __enter__(self) -> FolderServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop serving."""
        self._server.shutdown()
        self._server.server_close()
        self._server.hang_up()
        self._thread.join()

    @property
    def origin(self) -> str:
        """Where it is served, as `http://127.0.0.1:40123`."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def address_of(self, file: Path) -> str:
        """The address of a file in the folder; that of its folder for an index.html."""
        parts = file.absolute().relative_to(self.folder.absolute()).parts
        if parts[-1] == INDEXES[0]:
            parts = (*parts[:-1], "")
        return f"{self.origin}/" + "/".join(quote(os.fsencode(part)) for part in parts)

    def file_of(self, url: str) -> Path | None:
        """The file that an address of this server shows, under the folder as it was named."""
        root = self.folder.resolve()
        found = _found(root, urlsplit(url).path) if url.startswith(f"{self.origin}/") else None
        return self.folder / found.relative_to(root) if found else None

    def state(self) -> str:
        """A digest of the names, sizes and times of all files in the folder: another one once any was changed."""
        seen = hashlib.sha256()
        for where, folders, names in os.walk(self.folder):
            folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in LEFT_OUT)
            for name in sorted(names):
                with contextlib.suppress(OSError):
                    told = os.stat(os.path.join(where, name))
                    seen.update(os.fsencode(f"{os.path.relpath(where, self.folder)}/{name}\0{told.st_size}\0{told.st_mtime_ns}\0"))
        return seen.hexdigest()[:16]

    def pages(self) -> list[Path]:
        """Every HTML file in the folder and those below it, the front page first.

        Hidden ones are left out, and the page that says that there is no such page.
        """
        found: list[Path] = []
        for where, folders, names in os.walk(self.folder):
            folders[:] = [f for f in folders if not f.startswith(".") and f not in LEFT_OUT]
            pages = (name for name in names if name.lower().endswith(PAGES))
            if Path(where) == self.folder:
                pages = (name for name in pages if name != NOT_FOUND)
            found += [Path(where) / name for name in pages if not name.startswith(".")]
        return sorted(found, key=lambda page: (len(page.parts), page.name not in INDEXES, page))


def _server(folder: Path, handler: type[BaseHTTPRequestHandler]) -> _Server:
    number = int(hashlib.sha256(os.fsencode(folder)).hexdigest()[:8], 16)
    try:
        return _Server(("127.0.0.1", PORTS[number % len(PORTS)]), handler)
    except OSError:
        return _Server(("127.0.0.1", 0), handler)


class _Server(ThreadingHTTPServer):
    """A quiet server that knows which connections are open."""

    daemon_threads = True

    def __init__(self, *args: Any) -> None:
        self._open: set[Any] = set()
        super().__init__(*args)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that browsers keep open."""
        for request in list(self._open):
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that hangs up early is nothing to tell the user.
        pass


def content_type(file: Path) -> str:
    """The Content-Type of a file, by its name; by its first bytes if the name has no ending."""
    ending = file.suffix.lower()
    if ending in PAGES[:2] or (not ending and _HTML.match(_start(file, 512))):
        return "text/html" + _charset(file)
    kind = TYPES.get(ending) or _PYTHON_TYPES.types_map[True].get(ending)
    return kind or "application/octet-stream"


def _charset(file: Path) -> str:
    # A page that declares its encoding is left to say so itself. One that does not is
    # sent as a server that is set up well would send it, lest the browser guess.
    body = file.read_bytes()
    if body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or _DECLARED.search(body[:1024]):
        return ""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "; charset=utf-8"


def _start(file: Path, size: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(size)


def _found(root: Path, path: str) -> Path | None:
    """The file inside `root` that a path of an address means, if there is one."""
    parts = unquote(path, errors="surrogateescape").split("/")[1:]
    if any(part == ".." or "\0" in part or "\\" in part for part in parts):
        return None
    if any(not part for part in parts[:-1]):
        return None
    place = root.joinpath(*parts)
    with contextlib.suppress(OSError, ValueError):
        files = [place] if parts[-1] else [place / name for name in INDEXES]
        found = next((file.resolve() for file in files if file.is_file()), None)
        inside = found and found.is_relative_to(root) and found != root / header_file.NAME
        return found if inside else None
    return None


def _handler(root: Path, sections: tuple[Section, ...]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Answers from the folder, without a name of its own that could be judged."""

        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else each answer waits 40 ms for an acknowledgement

        def do_GET(self) -> None:
            path, _, query = self.path.partition("?")
            found = _found(root, path)
            if found is None and not path.endswith("/") and _found(root, f"{path}/"):
                # One slash: two would name a host.
                location = f"/{path.lstrip('/')}/{f'?{query}' if query else ''}"
                return self._begin(301, 0, {"Location": location})
            page = found or _found(root, f"/{NOT_FOUND}")
            if page is None:
                return self._say_missing()
            with contextlib.suppress(ConnectionError), page.open("rb") as opened:
                size = os.fstat(opened.fileno()).st_size
                self._begin(200 if found else 404, size, {"Content-Type": content_type(page)})
                if self.command == "GET":
                    shutil.copyfileobj(opened, self.wfile)

        do_HEAD = do_GET

        def _begin(self, status: int, size: int, headers: dict[str, str]) -> None:
            chosen = headers_for(sections, self.path.partition("?")[0])
            names = {name.lower() for name, _ in chosen}
            own = {"Date": formatdate(usegmt=True), **headers, "Content-Length": str(size)}
            self.send_response_only(status)
            for name, value in [*(pair for pair in own.items() if pair[0].lower() not in names), *chosen]:
                self.send_header(name, value)
            self.end_headers()

        def _say_missing(self) -> None:
            body = b"There is no such file in the folder that is checked.\n"
            self._begin(404, len(body), {"Content-Type": "text/plain; charset=utf-8"})
            if self.command == "GET":
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
