"""What a page's Content-Security-Policy allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..evidence.fact import fact
from .http import Headers
from .metadata import Meta

# CSP3, section 4.1: without these, default-src speaks for them.
_FALLBACKS = {"script-src": ("default-src",), "object-src": ("default-src",), "script-src-elem": ("script-src", "default-src")}


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy: the sources (as written) of each directive; `by` is header, report or meta."""

    by: str
    directives: Mapping[str, tuple[str, ...]]

    def sources(self, directive: str) -> tuple[str, ...] | None:
        """The sources that are allowed for a directive, by its fallbacks too; None where nothing limits it."""
        for name in (directive, *_FALLBACKS.get(directive, ())):
            if name in self.directives:
                return self.directives[name]
        return None


@dataclass(frozen=True, slots=True)
class Policies:
    """The policies of one page: those that a browser obeys, and those that it only reports on."""

    obeyed: tuple[Policy, ...]
    reported: tuple[Policy, ...]


@fact
def policies(html: str, site_headers: Headers, metas: tuple[Meta, ...] = ()) -> Policies:
    """The policies that came with a page, in headers and in meta elements."""
    obeyed = [_policy("header", text) for text in _texts(site_headers, "content-security-policy")]
    obeyed += [_policy("meta", meta.content) for meta in metas if meta.name == "content-security-policy"]
    reported = [_policy("report", text) for text in _texts(site_headers, "content-security-policy-report-only")]
    return Policies(tuple(p for p in obeyed if p.directives), tuple(p for p in reported if p.directives))


def _texts(headers: Headers, name: str) -> list[str]:
    return [part for value in headers.all(name) for part in value.split(",")]


def _policy(by: str, text: str) -> Policy:
    found: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        name, *sources = part.split() or [""]
        if name:
            found.setdefault(name.lower(), tuple(sources))  # a directive that comes again is ignored
    return Policy(by, found)
