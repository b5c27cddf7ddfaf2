"""Look for links, buttons and tabs whose accessible name has neither letter nor digit."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.roles import role_of

OPERATED = frozenset({"button", "link", "tab", "menuitem"})


def check(dom: LexborHTMLParser, exposure: Exposure, names: Names) -> Iterator[Verdict]:
    for node in dom.css(":is(a[href], area[href], button, input, summary, [role])"):
        role = "button" if node.tag == "summary" else role_of(node)
        if role not in OPERATED or not exposure.exposed(node):
            continue
        name = names.of(node)
        if not name:
            continue
        if any(sign.isalnum() for sign in name):
            yield Passed(at(node), "words")
        else:
            yield Failed(at(node), "signs", name=name, role=role)
