"""Where a site is asked for what its pages do not tell: which address stands for each thing that a fact asks."""

from __future__ import annotations

from ..facts.hosts import is_public, owner
from ..model.url import BadAddress, canonical, host_of, origin

PLAIN = "http:"  # the same host without encryption; its answer is taken as it is, a redirect too
OTHER = "www:"  # the same site with or without www., whose answer is taken as it is
TLS = "tls:"  # the handshake of an https host
DNS = "dns:"  # the names of a public host
HIDDEN = "hidden:"  # a path that nobody should get, asked only where the user says so
PLAIN_PORT = 80


def address_of(asks: str, page: str, hidden: bool = False) -> str | None:
    """The address to ask on the site of a page; None where there is nothing to ask, or it may not be asked."""
    site = origin(page)
    if asks.startswith("/"):
        return site + asks
    if asks.startswith(HIDDEN):
        return site + asks.removeprefix(HIDDEN) if hidden else None
    if asks == DNS:
        return f"{site}/" if is_public(site) else None
    if not site.startswith("https:") or not is_public(site):
        return None
    if asks == TLS:
        return f"{site}/"
    host = host_of(site)
    if asks == PLAIN:
        return _address(host, "http", PLAIN_PORT) if PLAIN_PORT != 80 or site.count(":") == 1 else None
    other = _other(host)
    return site.replace(host, other, 1) + "/" if other else None


def is_left_as_it_is(asks: str) -> bool:
    """Whether a redirect is the answer that is looked for."""
    return asks in (PLAIN, OTHER) or asks.startswith(HIDDEN)


def is_page(asks: str) -> bool:
    """Whether an address is fetched for it, so that robots.txt is obeyed."""
    return asks not in (TLS, DNS)


def _other(host: str) -> str:
    """The host with or without `www.`; empty where nobody expects one, as for `apply.service.gov.uk`."""
    if host.startswith("www."):
        return host.removeprefix("www.")
    return f"www.{host}" if owner(f"https://{host}/") == host and not host[-1].isdigit() else ""


def _address(host: str, scheme: str, port: int) -> str | None:
    try:
        return canonical(f"{scheme}://{host}:{port}/")
    except BadAddress:
        return None
