"""What is not fetched where no rule asks for what a visit sets off: a scan should not count as so many visitors."""

from __future__ import annotations

from ..facts.trackers import HOSTS


def patterns() -> list[str]:
    """Addresses of trackers, as DevTools' Network.setBlockedURLs takes them; tag managers are let through, for they bring more."""
    return [f"*://{prefix}{host}/*" for host in HOSTS for prefix in ("", "*.")]
