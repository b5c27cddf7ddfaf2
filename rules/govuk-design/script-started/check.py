"""See in the browser's document whether the body got the class that the script of GOV.UK Frontend waits for."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import classes
from govlint.facts.place import attributes

LOADED = re.compile(r"(^|/)(govuk-frontend|all\.bundle)[^/]*\.js$|/govuk-frontend/.+\.js$")
CLASSES = frozenset({"js-enabled", "govuk-frontend-supported"})


def check(govuk_page, dom, rendered: str) -> Iterator[Verdict]:
    addresses = (re.split("[?#]", attributes(script)["src"])[0].strip() for script in dom.css("script[src]"))
    script = next((address for address in addresses if LOADED.search(address)), "")
    if not script or dom.css_first("[data-module^=govuk-]") is None:
        return
    body = LexborHTMLParser(rendered).body
    if CLASSES.isdisjoint(classes(body)):
        yield Failed("body", "stopped", script=script.rpartition("/")[2], wanted="govuk-frontend-supported")
    else:
        yield Passed("body", "started")
