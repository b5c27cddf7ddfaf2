"""Look for links to the cookies page of www.gov.uk in the footer and the cookie banner of another site."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import Failed, Verdict
from govlint.facts.place import at, attributes, words

PARTS = "footer, .govuk-footer, .govuk-cookie-banner"
BORROWED = re.compile(r"(https?:)?//(www\.)?gov\.uk/help/cookies\b", re.IGNORECASE)
HOME = ("www.gov.uk", "gov.uk")


def check(govuk_page, url: str) -> Iterator[Verdict]:
    if urlsplit(url).hostname in HOME:
        return
    links = {link.mem_id: link for part in govuk_page.css(PARTS) for link in part.css("[href]")}
    for link in links.values():
        if BORROWED.match(attributes(link)["href"].strip()):
            yield Failed(at(link), "borrowed", text=words(link))
