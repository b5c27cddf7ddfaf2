"""Look for the font files of GDS Transport among what the page loaded."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Failed, Passed, Verdict

# The names of the files in all releases of GOV.UK Frontend since 1.0.
FILE = re.compile(r"/((?:light|bold)(?:-tabular)?-[0-9a-f]{10}-v[12]\.(?:woff2?|eot))$")


def check(domain: str, first_load: dict) -> Iterator[Verdict]:
    paths = (urlsplit(request["url"]).path for request in first_load["requests"])
    files = [found[1] for path in paths if (found := FILE.search(path))]
    if not files:
        return
    if domain == "gov.uk":
        yield Passed("html", "at-home")
    elif domain == "elsewhere":
        yield Failed("html", "loaded", file=files[0])
