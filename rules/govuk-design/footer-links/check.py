"""Look for the links that every footer has."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

WANTED = {
    "cookies": r"cookie|cwcis",
    "privacy": r"priva|data[ -]?protection|personal information|preifat",
    "the accessibility statement": r"accessib|hygyrch",
}


def check(govuk_page, dom) -> Iterator[Verdict]:
    footers = dom.css("footer, .govuk-footer, [role=contentinfo]")
    if not footers:
        return
    offered = [f"{words(a)} {attributes(a)['href']}" for footer in footers for a in footer.css("a[href]")]
    missing = [what for what, said in WANTED.items() if not any(re.search(said, o, re.IGNORECASE) for o in offered)]
    if missing:
        yield Failed(at(footers[-1]), "missing", what=" or ".join(missing))
    else:
        yield Passed("html", "all")
