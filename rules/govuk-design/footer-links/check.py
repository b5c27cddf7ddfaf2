"""Look for the links that every footer has."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

WANTED = {
    "cookies": r"cookie|cwcis",
    "privacy": r"priva|data.protection|preifat",
    "the accessibility statement": r"accessib|hygyrch",
}


def check(govuk_page, dom) -> Iterator[Verdict]:
    footers = dom.css("footer, .govuk-footer")
    if not footers:
        return
    links = [link for footer in footers for link in footer.css("a[href]")]
    # A line for each, so that no two make a third together.
    offered = "\n".join(f"{words(link)}\n{attributes(link)['href']}" for link in links)
    missing = [what for what, said in WANTED.items() if not re.search(said, offered, re.IGNORECASE)]
    if missing:
        yield Failed(at(footers[-1]), "missing", what=" or ".join(missing))
    else:
        yield Passed("html", "all")
