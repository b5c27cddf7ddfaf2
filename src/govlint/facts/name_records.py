"""What name servers say of a host, each thing apart: what nobody answered is not known, and not missing."""

from __future__ import annotations

from typing import Any

from ..evidence.fact import NotGathered, fact


@fact
def ipv6_numbers(dns: dict[str, Any]) -> tuple[str, ...]:
    """The IPv6 addresses of the host."""
    return tuple(_known(dns, "ipv6"))


@fact
def caa_records(dns: dict[str, Any]) -> tuple[str, ...]:
    """Who may issue certificates for the host, as its zone or the one above says: flag, tag and value."""
    return tuple(_known(dns, "caa"))


@fact
def is_signed(dns: dict[str, Any]) -> bool:
    """Whether the zone of the host is signed, and the one above vouches for it."""
    return bool(_known(dns, "signed"))


def _known(dns: dict[str, Any], name: str) -> Any:
    if why := dns["unknown"].get(name):
        raise NotGathered(f"Name servers could not be asked about {dns['host']}: {why}.")
    return dns[name]
