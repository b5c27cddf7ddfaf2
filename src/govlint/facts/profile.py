"""Signs of what kind of site a page belongs to."""

from __future__ import annotations

from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from ..evidence.fact import fact
from .place import words

# Second-level domains that only UK public bodies hold.
PUBLIC_SECTOR = (".gov.uk", ".nhs.uk", ".police.uk", ".parliament.uk", ".mod.uk", ".gov.scot", ".gov.wales", ".ac.uk")


@fact
def profile_signs(dom: LexborHTMLParser, url: str) -> tuple[str, str]:
    """(profile, the reason in words) as far as this one page tells."""
    host = (urlsplit(url).hostname or "").lower()
    if host.endswith(".service.gov.uk"):
        return "govuk-service", f"the host {host} is a service domain"
    if host in ("www.gov.uk", "gov.uk"):
        return "govuk-content", "the host is www.gov.uk"
    if ("." + host).endswith(PUBLIC_SECTOR):
        return "uk-public-sector", f"the host {host} is of the UK public sector"
    if _is_govuk_page(dom):
        return "govuk-service", "the pages have the GOV.UK template and logo"
    return "any-government", "nothing says more"


def _is_govuk_page(dom: LexborHTMLParser) -> bool:
    header = dom.css_first(".govuk-header")
    if header is None or not dom.css("html.govuk-template, body.govuk-template__body"):
        return False
    logo = header.css_first(".govuk-header__logotype, .govuk-header__link--homepage, .govuk-header__homepage-link")
    return logo is not None or "GOV.UK" in words(header)
