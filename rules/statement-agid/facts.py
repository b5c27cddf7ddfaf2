"""What a page has to do with the declaration that Italian bodies make on AgID's form."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from govlint import Inapplicable, fact
from govlint.facts.page import Link

_NAME = re.compile(r"dichiarazione (di|sull['’]) ?accessibilità", re.IGNORECASE)
# Hosts that only Italian public bodies hold: reserved names of the registry, and those of municipalities, provinces and regions.
_PUBLIC = re.compile(r"(^|\.)(gov\.it|(comune|provincia|regione)\.[\w-]+(\.[a-z]{2})?\.it)$")


@fact
def agid_links(links: tuple[Link, ...], url: str, role: str) -> tuple[Link, ...]:
    """The links to the declaration on a page of an Italian body: known by its host, or by such a link."""
    found = tuple(link for link in links if _NAME.search(link.text))
    if role != "page" or not (found or _PUBLIC.search(urlsplit(url).hostname or "")):
        raise Inapplicable("this is no page of an Italian public body")
    return found
