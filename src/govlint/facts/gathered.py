"""The facts that capture puts into a snapshot: their names and shapes, all plain data.

What `fetch` gathers is there for every visit. What `browser` gathers comes from
the probe of the same name in `capture`, and only where some rule asks. A
selector with ` >>> ` goes into a shadow root or a frame.
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
def visited() -> str:
    """When this was visited, by our own clock: ISO 8601 in UTC. Name `today`, which is the same all day."""


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


@gathered(by="door", asks="tls:")
def handshake() -> dict[str, Any]:
    """What the host's TLS server agreed to, asked once a site.

    {host, port, number (address connected to), version ("TLSv1.3"; empty where no handshake of today stood),
    refusal (why none stood), alpn ("h2", "http/1.1" or empty), certificate (DER in base64, empty if none came),
    trust: {code (OpenSSL's number of the fault; 0: the chain leads to a root that is trusted), text},
    old: {"TLS 1.0": answer, "TLS 1.1": answer}, suites: answer (to old suites alone, over TLS 1.2)};
    an answer is "accepted", "refused", or a sentence why that is not known
    """


@gathered(by="door", asks="dns:")
def dns() -> dict[str, Any]:
    """What name servers say of the host, asked once a site.

    {host, zone (the part of the name that has servers of its own), ipv6: [number], caa: ["flag tag value"],
    signed: bool (the zone above vouches for its keys), unknown: {ipv6|caa|signed: why it is not known}}
    """


@gathered(by="browser")
def rendered() -> str:
    """The document as the browser built it: the outer HTML of the root after loading."""


@gathered(by="browser")
def axe() -> dict[str, Any]:
    """axe-core's answer for the page and the frames in it.

    {version, results: [{id, impact, outcome: violations|incomplete|passes|inapplicable,
    nodes: [{target: [selector...], html, message (the first reason, one line),
    summary (all reasons, lines), impact}]}]}; nodes only for violations and incomplete.
    A target of several selectors goes through frames or shadow roots to the element.
    """


@gathered(by="browser")
def focus_trail() -> dict[str, Any]:
    """Where focus went while Tab was pressed.

    {stops: [selector of each place that Tab led to, in order],
    controls: number of elements that Tab should reach, presses: number of key presses,
    escaped: bool (focus left the page in the end, or Shift+Tab, Escape or a key that the page names led out),
    trap: [selectors that focus could not get out of; empty where it did, or where that is not known],
    details: [{selector, tag, role, name, html, box: [x, y, width, height] in the document,
    changed: bool (styles or the picture of it change with focus), caret: bool (a text field: its caret shows),
    obscured: bool (something fixed covers all of it), visible: bool (it, or its label, lies in the window),
    keeps: bool (false where a script takes focus away at once)}, one for each different stop],
    unreached: [{selector, html, why}] (what a mouse can use and Tab never reached),
    context_changes: [{selector, what}] (what focus alone set off there, as "opens a window: address")}

    Not escaped and no trap: there were more controls than key presses, or focus went round in a dialog
    or a frame; then the stops are all different.
    """


@gathered(by="browser")
def first_load() -> dict[str, Any]:
    """What a first visit on a clean profile did, before anything was pressed.

    {cookies: [{name, domain, path, expires (epoch seconds or -1), secure, httpOnly, sameSite}],
    requests: [{url, type, status}], storage: {local: [key], session: [key]},
    console: [{level, text}]}
    """


@gathered(by="browser")
def after_reject() -> dict[str, Any] | None:
    """What a page did once its cookie banner was answered with no and the page loaded again; None without a banner.

    {words (of the button; empty without one), pressed: bool (a button that sends a form or leads elsewhere is not),
    again: bool (the banner is there again), cookies: [{name, domain, new: bool (set by the answer), days (that it
    lasts; -1 for a session)}], requests: [{url, type, status}] (since the button was pressed),
    storage: {local: [key], session: [key]}}
    """


@gathered(by="browser")
def layout() -> dict[str, Any]:
    """Sizes of what is drawn, at the vantage's size and others; lengths in CSS pixels.

    {targets: [{selector, html, width, height, inline: bool (a link within a sentence)}],
    fonts: [{family, count (characters drawn in it)}], assets: [url of each font and style sheet used],
    clipped: {text_spacing: [entry], text_200: [entry]} (text cut off by overflow that was whole before; an
    entry is {selector, html, text, ellipsis: bool} and in text_200 has by: "zoom" where the page is cut when the
    browser zooms to 200%, "text" where only twice the font size cuts it),
    reflow: {width, scroll_width, culprits: [{selector, html, right}], cut: [entry],
    excepted: [{selector, html, right}] (tables, code, pictures, players: WCAG lets them be wide)} at 320 by 256}
    """


@gathered(by="scan")
def scan_findings() -> dict[str, Any]:
    """What all other rules found on this site, once it was settled what counts; a rule that names it judges after them.

    {tested: [WCAG criterion of level A or AA that some rule looked at, as "1.1.1"],
    found: [{rule, outcome, settled, severity, url, criteria: [those that the rule stands on]}]}
    """


@gathered(by="verapdf")
def verapdf() -> dict[str, Any]:
    """veraPDF's verdict on a PDF by each profile that the PDF claims; for others it does not apply.

    {version, profiles: {flavour as 2b or ua1: {profile: its name, compliant: bool, failed_rules: number,
    failed: [{specification, clause, test, text}], at most 20}}}
    """
