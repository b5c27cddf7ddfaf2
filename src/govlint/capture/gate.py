"""The gate that a browser goes through where a scan may not go everywhere: a SOCKS proxy on loopback.

The browser hands over names, never numbers of its own, so that a name is looked up
here alone and what was judged is what is connected to. Contents pass unread.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from ipaddress import ip_address

from ..model.url import BadAddress, canonical, is_loopback
from .borders import Names, Refused
from .upstream import Streams, tunnel, upstream_for

CONNECT_SECONDS = 10.0
START_SECONDS = 10.0
PIECE = 65_536  # bytes
# The answers of RFC 1928, section 6, each with an address of zeros.
GRANTED, NOT_ALLOWED, UNREACHABLE, UNKNOWN_COMMAND = (bytes([5, n, 0, 1, *[0] * 6]) for n in (0, 2, 4, 7))
LENGTHS = {1: 4, 4: 16}


class Gate:
    """A running gate; close it, or use it in a `with`."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._refused: dict[str, str] = {}
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ending: asyncio.Event | None = None
        self.port = 0
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True, name="gate")
        self._thread.start()
        if not self._ready.wait(START_SECONDS) or not self.port:
            raise OSError("The gate of the browser does not open: no port of loopback can be listened on.")

    def __enter__(self) -> Gate:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def arguments(self) -> tuple[str, ...]:
        """The command line of a browser that goes through the gate with everything."""
        return (
            f"--proxy-server=socks5://127.0.0.1:{self.port}",
            "--proxy-bypass-list=<-loopback>",  # else loopback and link-local go past every proxy
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # for look-ups made ahead of a request
            "--webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # its name in older browsers
        )

    @contextmanager
    def visit(self) -> Iterator[dict[str, str]]:
        """What the browser was refused while the `with` lasts: kind of address, by host and port."""
        self._refused = refused = {}
        try:
            yield refused
        finally:
            self._refused = {}

    def close(self) -> None:
        """Cut all that still goes through."""
        if self._loop is not None and self._ending is not None:
            with suppress(RuntimeError):  # it ended by itself
                self._loop.call_soon_threadsafe(self._ending.set)
        self._thread.join(5)

    async def _run(self) -> None:
        self._loop, self._ending = asyncio.get_running_loop(), asyncio.Event()
        try:
            server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
            self.port = server.sockets[0].getsockname()[1]
        finally:
            self._ready.set()
        await self._ending.wait()
        server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._pass(reader, writer)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            pass  # either side is gone: the browser tells what that means for the page
        finally:
            writer.close()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        wanted = await _wanted(reader, writer)
        if wanted is None:
            writer.write(UNKNOWN_COMMAND)
            return
        try:
            beyond = await self._connected(*wanted)
        except Refused as refused:
            self._refused[refused.place] = refused.kind
            writer.write(NOT_ALLOWED)
            return
        except (OSError, TimeoutError, BadAddress):
            writer.write(UNREACHABLE)
            return
        writer.write(GRANTED)
        try:
            ways = {asyncio.create_task(_pump(reader, beyond[1])), asyncio.create_task(_pump(beyond[0], writer))}
            _, going = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in going:
                way.cancel()
        finally:
            beyond[1].close()

    async def _connected(self, host: str, port: int) -> Streams:
        bracketed = f"[{host}]" if ":" in host else host
        url = canonical(f"{'https' if port == 443 else 'http'}://{bracketed}:{port}/")
        proxy = None if is_loopback(url) else upstream_for(host, port)
        asked = partial(self._names.admitted, url, by_proxy=proxy is not None)
        loop = asyncio.get_running_loop()
        try:
            numbers = await loop.run_in_executor(None, asked)
        except Refused as refused:
            raise Refused(f"{bracketed}:{port}", refused.number, refused.kind) from None
        if proxy is not None:
            return await asyncio.wait_for(tunnel(proxy, host, port), CONNECT_SECONDS)
        problem: Exception = OSError(f"{host} has no address")
        for number in numbers:
            try:
                return await asyncio.wait_for(asyncio.open_connection(number, port), CONNECT_SECONDS)
            except (OSError, TimeoutError) as error:
                problem = error
        raise problem


async def _wanted(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int] | None:
    """Host and port that a client asks for after its greeting (RFC 1928); None for what is no request to connect."""
    _, methods = await reader.readexactly(2)
    await reader.readexactly(methods)
    writer.write(b"\5\0")
    _, command, _, kind = await reader.readexactly(4)
    length = LENGTHS.get(kind) or (await reader.readexactly(1))[0]
    raw = await reader.readexactly(length)
    port = int.from_bytes(await reader.readexactly(2), "big")
    if command != 1 or not port:
        return None
    if kind == 3:
        return raw.decode("latin-1").strip("[]"), port
    return str(ip_address(raw)), port


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(PIECE):
            target.write(piece)
            await target.drain()
