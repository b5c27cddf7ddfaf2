"""Look for the line, or the header, that names a source map; what is open anyhow is passed over."""

import re
from collections.abc import Iterator

from govlint import CantTell, Verdict
from govlint.facts.http import Headers

LINE = re.compile(r"^\s*(?://|/\*)[#@]\s*sourceMappingURL=(\S+)", re.MULTILINE)
OPEN = re.compile(r"govuk|nhsuk|hmrc|moj|jquery|bootstrap|accessible-autocomplete", re.IGNORECASE)


def check(headers: Headers, text: str, link_text: str, public_host: bool) -> Iterator[Verdict]:
    if not public_host or link_text not in ("script", "style"):
        return
    written = LINE.findall(text)
    name = headers.get("sourcemap") or headers.get("x-sourcemap") or (written[-1] if written else "")
    if name and not name.startswith("data:") and not OPEN.search(name):
        yield CantTell("", "named", kind=link_text, name=name)
