"""Look where links to the declaration lead."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Failed, Passed, Verdict

DECLARATION = re.compile(r"/view/[\w-]+/?")


def check(agid_links: tuple) -> Iterator[Verdict]:
    for link in agid_links:
        parts = urlsplit(link.url)
        if parts.hostname != "form.agid.gov.it":
            yield Failed(link.at, "elsewhere", host=parts.hostname or link.href)
        elif DECLARATION.fullmatch(parts.path):
            yield Passed(link.at, "right")
        else:
            yield Failed(link.at, "form")
