"""Look at where forms and their buttons send what was typed."""

from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.hosts import host, is_public
from govlint.facts.place import at, attributes


def check(dom: LexborHTMLParser, base_url: str) -> Iterator[Verdict]:
    for node in dom.css("form[action], [formaction]"):
        written = attributes(node)
        try:
            to = urljoin(base_url, written.get("formaction" if "formaction" in written else "action", "").strip())
        except ValueError:
            continue
        if to.startswith("http:") and is_public(to):
            yield Failed(at(node), "plain", host=host(to))
        elif to.startswith("https:"):
            yield Passed(at(node), "secure")
