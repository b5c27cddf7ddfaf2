"""The report as one HTML file that needs no network: for people, and for the files of an auditor.

The content security policy allows nothing but the style and the script in the file, by their digests. The
script only filters; without it everything is there, behind details elements.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from ..model.finding import Scan
from . import html_findings, html_record, tally
from .markup import escaped

_SECTIONS = (
    ("summary", "Summary", html_record.summary),
    ("findings", "Findings", html_findings.findings),
    ("untested", "What could not be tested", html_findings.untested),
    ("accepted", "Known issues and waivers", html_findings.accepted),
    ("sample", "Judged by sample", html_record.sample),
    ("addresses", "Addresses", html_record.addresses),
    ("rules", "Rules", html_record.rules),
    ("run", "How this was made", html_record.run),
)
_LIMITS = (
    "No tool finds every barrier. What passed here passed these rules on these pages at this time; people, "
    "and most of all disabled people, have to try the service as well."
)


def report(scan: Scan) -> bytes:
    """A whole document in UTF-8."""
    return b"".join(pieces(scan))


def pieces(scan: Scan) -> Iterator[bytes]:
    """The report as it is written."""
    return (piece.encode("utf-8") for piece in _pieces(scan))


def _pieces(scan: Scan) -> Iterator[str]:
    style, script = _file("page.css"), _file("page.js")
    subject = tally.subject(scan) or ", ".join(scan.targets) or "nothing"
    shown = [section for section in _SECTIONS if section[0] != "sample" or scan.alike]
    contents = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title, _ in shown)
    verdict = escaped(scan.verdict) or "The scan has no verdict."
    state = "bad" if scan.exit_code else "good"
    version = escaped(scan.tools.get("govlint", ""))
    yield (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>govlint report for {escaped(subject)}</title><style>{style}</style></head><body>"
        '<a class="skip" href="#main">Skip to the report</a>'
        f'<header><div class="inner"><p>govlint {version}</p><h1>Report for {escaped(subject)}</h1>'
        f'<p class="verdict {state}">{verdict} <span>Exit code {int(scan.exit_code)}</span></p></div></header>'
        f'<div class="inner"><nav aria-label="Sections"><ul>{contents}</ul></nav><main id="main">'
    )
    for name, title, content in shown:
        yield f'<section id="{name}" aria-labelledby="{name}-title"><h2 id="{name}-title">{title}</h2>'
        told = content(scan)
        yield from (told,) if isinstance(told, str) else told
        yield "</section>"
    yield f'</main></div><footer><div class="inner"><p>{_LIMITS}</p></div></footer><script>{script}</script></body></html>\n'


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode()


def _file(name: str) -> str:
    """A file of this package with the line ends that an HTML parser makes of all line ends."""
    text = files(__package__).joinpath(name).read_text("utf-8")
    return text.replace("\r\n", "\n")
