"""Look at media that start by themselves."""

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at, attributes

# A media fragment of at most three seconds: #t=8,10
FRAGMENT = re.compile(r"#t=([\d.]+),([\d.]+)")
LONGEST = 3.0  # seconds, WCAG 1.4.2


def check(
    dom: LexborHTMLParser, by_role: Mapping[str, tuple[LexborNode, ...]], names: Names
) -> Iterator[Verdict]:
    mechanisms = [node for role in ("button", "link", "checkbox") for node in by_role.get(role, ()) if names.of(node)]
    for node in dom.css("audio[autoplay], video[autoplay]"):
        written = attributes(node)
        if not sources(node):
            continue
        if "muted" in written or all(is_short(source) for source in sources(node)):
            yield Passed(at(node), "quiet")
            continue
        # An audio element has sound; whether a video has cannot be seen here.
        stoppable = "controls" in written or mechanisms
        certain = node.tag == "audio" and not stoppable and not dom.css("script")
        yield Failed(at(node), "starts") if certain else CantTell(at(node), "check")


def sources(node: LexborNode) -> list[str]:
    found = [attributes(node).get("src", ""), *(attributes(n).get("src", "") for n in node.css("source"))]
    return [source for source in found if source]


def is_short(source: str) -> bool:
    found = FRAGMENT.search(source)
    try:
        return found is not None and float(found[2]) - float(found[1]) <= LONGEST
    except ValueError:
        return False
