"""A small internet on loopback: which numbers stand for public hosts there, and which lie inside.

127.0.0.1 plays the public internet; 127.0.0.2 and 127.0.0.3 play this machine and a cloud's secrets.
"""

from __future__ import annotations

from govlint.capture.borders import Borders

INSIDE = (("127.0.0.2/32", "loopback"), ("127.0.0.3/32", "link-local"), ("::/0", "reserved"))
HOSTS = {
    "www.service.test": ("127.0.0.1",),
    "assets.service.test": ("127.0.0.1",),
    "inside.service.test": ("127.0.0.2",),
    "secrets.service.test": ("127.0.0.3",),
    "both.service.test": ("127.0.0.2", "127.0.0.1"),
}


def numbers(host: str) -> tuple[str, ...]:
    """What a host of the small internet stands for."""
    if host not in HOSTS:
        raise OSError(f"{host} is not known here")
    return HOSTS[host]


BORDERS = Borders(public=True, table=INSIDE, resolve=numbers)
