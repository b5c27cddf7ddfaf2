"""A web server on loopback whose every answer the test gives."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

# Status, headers (a mapping, or pairs where a name comes twice) and body. A body that
# is a function is called with the request handler and writes to its `wfile` itself.
# An answer that is a function does everything itself, or returns such a triple.
Answer = tuple[int, Any, bytes | str | Callable[[Any], None]] | Callable[[Any], Any]


class Loopback:
    """Serves `answers` by path (with its query, or else without) while the `with` lasts.

    `asked` is the list of method and path of each request, `seen` the headers of each.
    With `certificate`, a PEM file of key and certificate or a whole setting of TLS, it speaks TLS. `host` is one
    of the numbers of loopback, 127.0.0.0/8.
    """

    def __init__(self, answers: Mapping[str, Answer], certificate: Path | ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.answers = dict(answers)
        self.asked: list[tuple[str, str]] = []
        self.seen: list[Any] = []
        self.ending = threading.Event()
        self._server = ThreadingHTTPServer((host, 0), _handler(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        if certificate is not None:
            wrap = certificate if isinstance(certificate, ssl.SSLContext) else ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            if wrap is not certificate:
                wrap.load_cert_chain(certificate)
            self._server.socket = wrap.wrap_socket(self._server.socket, server_side=True)
        self._scheme = "https" if certificate else "http"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """The origin, as `http://127.0.0.1:40123`."""
        return f"{self._scheme}://{self._server.server_address[0]}:{self.port}"

    @property
    def port(self) -> int:
        """The port of loopback that it listens on."""
        return self._server.server_port

    def __enter__(self) -> Loopback:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ending.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)


def html(body: str, status: int = 200) -> Answer:
    """An answer that is a page."""
    return status, {"Content-Type": "text/html; charset=utf-8"}, body


def redirect(location: str, status: int = 302) -> Answer:
    """An answer that points elsewhere."""
    return status, {"Location": location}, b""


def drip(seconds: float, piece: bytes = b".") -> Callable[[Any], None]:
    """A body that sends a piece every so often, for ever; it ends with the server."""

    def send(handler: Any) -> None:
        while not handler.loopback.ending.wait(seconds):
            handler.wfile.write(piece)
            handler.wfile.flush()

    return send


def silence(handler: Any) -> None:
    """An answer that never comes; it ends with the server."""
    handler.loopback.ending.wait()
    handler.close_connection = True


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self.loopback = loopback
            loopback.asked.append((self.command, self.path))
            loopback.seen.append(self.headers)
            answers = loopback.answers
            missing = (404, {"Content-Type": "text/plain"}, b"not here")
            answer = answers.get(self.path, answers.get(self.path.split("?")[0], missing))
            given = answer(self) if callable(answer) else answer
            if given is not None:
                self._send(*given)

        do_HEAD = do_GET

        def _send(self, status: int, headers: Any, body: Any) -> None:
            pairs = list(headers.items() if isinstance(headers, Mapping) else headers)
            names = {name.lower() for name, _ in pairs}
            if isinstance(body, str):
                body = body.encode()
            self.send_response_only(status)
            if callable(body):
                self.close_connection = True
            elif "content-length" not in names and status not in {204, 304}:
                pairs.append(("Content-Length", str(len(body))))
            for name, value in pairs:
                self.send_header(name, value)
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            if self.command == "HEAD":
                return
            if callable(body):
                body(self)
            else:
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
