"""A small service with its own TLS server on loopback, in a sound and a faulty edition, scanned like a public one.

`www.permits.test` and `permits.test` stand for 127.0.0.1, which plays the public internet (see borders.py).
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from govlint.model.finding import Finding, Scan
from govlint.scan import doors
from govlint.scan import run as scan_run
from govlint.scan.asked import Asked
from tests.authority import Authority, faulty, sound
from tests.borders import BORDERS
from tests.loopback import Loopback, redirect

HOST, OTHER = "www.permits.test", "permits.test"
POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'"
SOUND = {
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload", "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin", "Permissions-Policy": "camera=()",
    "Content-Encoding": "gzip",
}  # fmt: skip
LEAKY = {"Server": "nginx/1.22.1", "X-XSS-Protection": "1"}
LIST = "<!doctype html><html lang=en><title>Index of /files/</title><link rel=canonical href=/><h1>Index of /files/</h1><a href='../'>../</a>"


def numbers(host: str) -> tuple[str, ...]:
    """What the hosts of the service stand for."""
    if host not in (HOST, OTHER):
        raise OSError(f"{host} is not known here")
    return ("127.0.0.1",)


def only_www(host: str) -> tuple[str, ...]:
    """What its hosts stand for where nobody knows the name without `www.`."""
    return numbers(host if host == HOST else "")


@dataclass
class Permits:
    """The service while it runs; `server` speaks TLS, `plain` does not."""

    server: Loopback
    plain: Loopback
    roots: Path

    @property
    def url(self) -> str:
        return f"https://{HOST}:{self.server.port}"

    def scan(self, monkeypatch: pytest.MonkeyPatch, store: Path, plain_port: int = 0, resolve: Any = None, **asked: Any) -> Scan:
        """A scan of it, as of a public site; plain HTTP may be looked for at another port, and names by another function."""
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(self.roots))
        monkeypatch.setattr(doors, "PLAIN_PORT", plain_port or self.plain.port)
        monkeypatch.setattr(scan_run, "Borders", lambda allowed: replace(BORDERS, allowed=allowed, resolve=resolve or numbers))
        given = {"rules": ("hosting/*", "metadata/*"), "browser": False, "workers": 1, "rate": 50.0} | asked
        return scan_run.run(Asked(targets=(f"{self.url}/",), store=store, **given))

    def told(self, scan: Scan) -> list[tuple[str, str, str, str]]:
        """Rule, outcome, address and text of each finding, without what differs between runs."""
        return sorted((f.rule, f.outcome, self._short(f.url), self._short(f.text)) for f in scan.findings)

    def _short(self, text: str) -> str:
        for port in (self.server.port, self.plain.port):
            text = text.replace(f":{port}", "")
        return text.replace(f"https://{HOST}", "")


@contextmanager
def running(authority: Authority, is_sound: bool) -> Iterator[Permits]:
    """The service on loopback, in one of its editions."""
    days, before, setting = (90, 1, sound) if is_sound else (5, 85, faulty)
    context = setting(authority.issue(f"DNS:{HOST}", f"DNS:{OTHER}", days=days, before=before))
    with ExitStack() as stack:
        answers = _sound() if is_sound else _faulty()
        server = stack.enter_context(Loopback(answers, context))
        to = f"https://{HOST}:{server.port}/"
        at_plain = redirect(to, 301) if is_sound else (200, {"Content-Type": "text/html"}, "<title>Permits</title>")
        plain = stack.enter_context(Loopback({"/": at_plain}))
        if is_sound:
            home = server.answers["/"]
            moved = (301, [("Location", to), ("Strict-Transport-Security", SOUND["Strict-Transport-Security"])], b"")
            server.answers["/"] = lambda handler: moved if handler.headers["Host"].startswith(OTHER) else home
        yield Permits(server, plain, authority.roots)


def findings_of(scan: Scan, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [finding for finding in scan.findings if finding.rule == rule]


def _page(title: str, body: str = "", head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )


def _sound() -> dict[str, Any]:
    head = (
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><link rel="manifest" href="/site.json">'
        '<meta name="dcterms.modified" content="2026-04-03"><link rel="stylesheet" href="/app.css"><script src="/app.js"></script>'
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"GovernmentService","name":"Permits",'
        '"provider":"Hill","areaServed":"Hill","url":"/"}</script>'
    )
    links = '<p>Last updated 3 April 2026</p><a href="/fees">Fees</a> <a href="/guide.pdf">Guide</a>'
    pages = {"/": _page("Permits of Hill", links, head), "/fees": _page("Fees of permits", head=head)}
    answers: dict[str, Any] = {path: (200, {**SOUND, "Content-Type": "text/html; charset=utf-8"}, gzip.compress(text.encode())) for path, text in pages.items()}
    for path, kind in (("/app.css", "text/css"), ("/app.js", "text/javascript")):
        answers[path] = (200, {**SOUND, "Content-Type": kind, "Cache-Control": "max-age=31536000"}, gzip.compress(b"/* " + b"a" * 20_000 + b" */"))
    answers["/guide.pdf"] = (200, {**SOUND, "Content-Type": "application/pdf"}, gzip.compress(b"%PDF-1.7"))
    answers["/icon.svg"] = (200, {**SOUND, "Content-Type": "image/svg+xml", "Cache-Control": "max-age=60"}, gzip.compress(b"<svg/>"))
    manifest = gzip.compress(b'{"name": "Permits", "icons": [{"src": "/icon.svg"}]}')
    answers["/site.json"] = (200, {**SOUND, "Content-Type": "application/manifest+json", "Cache-Control": "max-age=60"}, manifest)
    answers["/sitemap.xml"] = lambda handler: (200, {"Content-Type": "application/xml"}, _sitemap(handler, "/", "/fees"))
    security = "Contact: mailto:security@permits.test\nExpires: {}\n"
    answers["/.well-known/security.txt"] = lambda handler: (200, {"Content-Type": "text/plain"}, security.format(_next_month()))
    return answers


def _faulty() -> dict[str, Any]:
    head = (
        '<meta property="og:title" content="Permits"><meta property="og:image" content="{0}/shared.png"><meta name="dc.titel" content="Permits">'
        '<meta name="theme-color" content="1d70b8"><link rel="icon" href="/icon.svg"><link rel="manifest" href="/site.json">'
        '<meta name="dcterms.modified" content="2026-04-03"><meta name="robots" content="noindex"><link rel="alternate" hreflang="cy" href="/files/">'
        '<link rel="stylesheet" href="/app.css"><script src="/lib/jquery-1.12.4.min.js"></script>'
        '<script type="application/ld+json">{{"@context":"https://schema.org","@type":"GovernmentService","nme":"Permits"}}</script>'
        '<script type="application/ld+json">{{"@context":{{"dcat":"http://www.w3.org/ns/dcat#"}},"@type":"dcat:Dataset","dcat:theme":"x"}}</script>'
    )
    body = '<p>Last updated 9 May 2026</p><a href="/news.atom">News</a> <a href="/files/">Files</a> <a href="/leave">Leave</a> <a href="/lost">Lost</a>'
    cookie = ("Set-Cookie", "sessionid=abc; Path=/")
    hsts = ("Strict-Transport-Security", "max-age=300")
    html = ("Content-Type", "text/html; charset=utf-8")
    return {
        "/": lambda handler: (
            200, [html, cookie, hsts, ("Cache-Control", "public, max-age=600"), *LEAKY.items()],
            _page("Permits", body, head.format(f"https://{handler.headers['Host']}")),
        ),
        "/sitemap.xml": lambda handler: (200, {"Content-Type": "application/xml"}, _sitemap(handler, "/", "/lost")),
        "/site.json": (200, {"Content-Type": "application/json"}, "{}"),
        "/govlint-no-such-page": (200, [html], _page("Page not found")),
        "/news.atom": (200, {"Content-Type": "application/atom+xml"}, '<feed xmlns="http://www.w3.org/2005/Atom"/>'),
        "/files/": (200, [html, hsts], LIST),
        "/leave": (302, [("Location", "https://elsewhere.test/"), ("Server", "nginx/1.22.1")], b""),
        "/lost": (404, [html, hsts], _page("Page not found")),
        "/app.css": (200, {"Content-Type": "text/css", "Cache-Control": "no-store"}, "/* " + "a" * 20_000 + " */"),
        "/lib/jquery-1.12.4.min.js": (200, {"Content-Type": "text/javascript", "Server": "nginx"}, "go()\n//# sourceMappingURL=app.js.map\n"),
        "/.git/HEAD": (200, {"Content-Type": "text/plain"}, "ref: refs/heads/main\n"),
        "/.env": (200, {"Content-Type": "text/plain"}, "SECRET_KEY=1\n"),
    }


def _sitemap(handler: Any, *paths: str) -> str:
    entries = "".join(f"<url><loc>https://{handler.headers['Host']}{path}</loc></url>" for path in paths)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def _next_month() -> str:
    return (datetime.now(UTC) + timedelta(days=30)).strftime("%Y-%m-%dT%H:%M:%SZ")
