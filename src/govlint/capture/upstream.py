"""The proxy that the environment of this machine names for connections to the outside."""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import Mapping
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

LONGEST = 65_536  # bytes of a proxy's answer before the tunnel stands
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def upstream_for(host: str, port: int, proxies: Mapping[str, str] | None = None) -> SplitResult | None:
    """The proxy for a host, or None where the connection is direct; raises OSError for a kind that is not known."""
    known = getproxies() if proxies is None else proxies
    named = known.get("https" if port == 443 else "http") or known.get("all")
    if not named or proxy_bypass(host):
        return None
    found = urlsplit(named if "://" in named else f"http://{named}")
    if found.scheme not in ("http", "https") or not found.hostname:
        raise OSError(f"the proxy {found.scheme}://{found.hostname} is not one of HTTP")
    return found


async def tunnel(proxy: SplitResult, host: str, port: int) -> Streams:
    """A connection through the proxy to a host that the proxy looks up; raises OSError."""
    secure = ssl.create_default_context() if proxy.scheme == "https" else None
    reader, writer = await asyncio.open_connection(
        proxy.hostname, proxy.port or (443 if secure else 80), ssl=secure, limit=LONGEST
    )
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    if proxy.username:
        word = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
        lines.append(f"Proxy-Authorization: Basic {base64.b64encode(word.encode()).decode()}")
    try:
        writer.write("".join(f"{line}\r\n" for line in [*lines, ""]).encode())
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
        writer.close()
        raise OSError(f"the proxy {proxy.hostname} gave no answer") from None
    status = head.split(b" ", 2)[1:2]
    if status != [b"200"]:
        writer.close()
        raise OSError(f"the proxy {proxy.hostname} does not let it through")
    return reader, writer
