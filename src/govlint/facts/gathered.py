"""The facts that capture puts into a snapshot: their names and shapes, all plain data.

What `fetch` gathers is there for every visit. What `browser` gathers comes from
the probe of the same name in `capture/probes`, and only where some rule asks.
"""

from __future__ import annotations

from typing import Any

from ..evidence.fact import gathered


@gathered(by="fetch")
def url() -> str:
    """The address that answered in the end, canonical."""


@gathered(by="fetch")
def asked() -> str:
    """The address that was asked for, before any redirect."""


@gathered(by="fetch")
def role() -> str:
    """`page`, `error` (a page with a status of 400 or more), `document`, or a well-known fact's name."""


@gathered(by="fetch")
def link_text() -> str:
    """The words of the link that led here; empty for what the user asked for."""


@gathered(by="fetch")
def found_on() -> str:
    """The address of the page that led here; empty for what the user asked for."""


@gathered(by="fetch")
def status() -> int:
    """The HTTP status of the final answer."""


@gathered(by="fetch")
def raw_headers() -> list[list[str]]:
    """[name in lower case, value] of each header of the final answer, in order."""


@gathered(by="fetch")
def redirects() -> list[dict[str, Any]]:
    """The chain that led here: [{url, status, location}], empty if there was none."""


@gathered(by="fetch")
def body() -> bytes:
    """The final answer's body, decompressed, cut at the limit that `truncated` names."""


@gathered(by="fetch")
def truncated() -> str:
    """Why the body is not whole; empty if it is."""


@gathered(by="browser")
def rendered() -> str:
    """The document as the browser built it: the outer HTML of the root after loading."""


@gathered(by="browser")
def axe() -> dict[str, Any]:
    """axe-core's answer.

    {version, results: [{id, impact, outcome: violations|incomplete|passes|inapplicable,
    nodes: [{target: [selector...], html, summary}]}]}; nodes only for violations and incomplete.
    """


@gathered(by="browser")
def focus_trail() -> dict[str, Any]:
    """Where focus went while Tab was pressed.

    {stops: [selector, ...], controls: number of tabbable elements, escaped: bool,
    presses: int, details: [{selector, tag, role, name, html, box: [x, y, width, height],
    changed: bool (its look changes when focused), obscured: bool, visible: bool}, ...],
    unreached: [{selector, html, why}, ...] (things a mouse can click that Tab never reached)}
    """


@gathered(by="browser")
def first_load() -> dict[str, Any]:
    """What a first visit on a clean profile did, before anything was pressed.

    {cookies: [{name, domain, path, expires (epoch seconds or -1), secure, httpOnly, sameSite}],
    requests: [{url, type, status}], storage: {local: [key], session: [key]},
    console: [{level, text}]}
    """


@gathered(by="browser")
def layout() -> dict[str, Any]:
    """Sizes of what is drawn, at the vantage's width and at 320 CSS px.

    {reflow: {width, scroll_width, culprits: [{selector, html, right}]},
    targets: [{selector, html, width, height, inline: bool}],
    clipped: {text_spacing: [{selector, html}], text_200: [{selector, html}]},
    fonts: [{family, count}], assets: [url of each font and style sheet used]}
    """
