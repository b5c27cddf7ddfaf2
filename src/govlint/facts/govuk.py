"""What a page shows of GOV.UK Frontend: its classes, and whose site it is on."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..evidence.fact import Inapplicable, fact
from .hosts import host, is_public
from .kin import classes
from .place import words

SERVICE_NAMES = ("govuk-service-navigation__service-name", "govuk-header__service-name", "govuk-header__link--service-name")


@fact
def govuk_classes(dom: LexborHTMLParser) -> dict[str, tuple[LexborNode, ...]]:
    """The elements of each class that begins with `govuk-`, in order; a page without any has no such fact."""
    found: dict[str, list[LexborNode]] = {}
    for node in dom.css('[class*="govuk-"]'):
        for name in dict.fromkeys(classes(node)):
            if name.startswith("govuk-"):
                found.setdefault(name, []).append(node)
    if not found:
        raise Inapplicable("the page has no class of GOV.UK Frontend")
    return {name: tuple(nodes) for name, nodes in found.items()}


@fact
def govuk_page(dom: LexborHTMLParser, govuk_classes: dict[str, tuple[LexborNode, ...]]) -> LexborNode:
    """The body of a page that is built with the GOV.UK page template, not one that borrows a component."""
    framed = {"govuk-template", "govuk-template__body", "govuk-main-wrapper", "govuk-header"} & govuk_classes.keys()
    if not framed or dom.body is None:
        raise Inapplicable("the page does not use the GOV.UK page template")
    return dom.body


@fact
def govuk_phase(govuk_classes: dict[str, tuple[LexborNode, ...]]) -> str:
    """What the tag of the phase banner says, as written; a page without one has no such fact."""
    tags = (banner.css_first(".govuk-tag") for banner in govuk_classes.get("govuk-phase-banner", ()))
    said = [words(tag) for tag in tags if tag is not None and words(tag)]
    if not said:
        raise Inapplicable("the page has no phase banner that names a phase")
    return said[0]


@fact
def govuk_service_name(govuk_classes: dict[str, tuple[LexborNode, ...]]) -> str:
    """The name of the service in the header or the service navigation; a page that shows none has no such fact."""
    for name in SERVICE_NAMES:
        for node in govuk_classes.get(name, ()):
            if words(node):
                return words(node)
    raise Inapplicable("the page shows no service name")


@fact
def domain(url: str) -> str:
    """Whose the host is: `gov.uk`, `closed` (loopback, private, a name of no public network), or `elsewhere`."""
    name = host(url)
    if name == "gov.uk" or name.endswith(".gov.uk"):
        return "gov.uk"
    return "elsewhere" if is_public(url) else "closed"
