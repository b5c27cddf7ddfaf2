"""The one door to HTTP: an address in, the whole exchange out, within limits.

Redirects are followed by hand so that each is evidence. Nothing but GET and HEAD
is ever sent, and what one visit is given in cookies the next one does not bring.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http.cookiejar import DefaultCookiePolicy
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

import requests
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, extract_cookies_to_jar
from requests.utils import select_proxy
from urllib3.exceptions import HTTPError

from .. import __version__
from ..evidence.snapshot import Exchange, Redirect
from ..model.url import BadAddress, canonical, is_loopback
from .body import read_body
from .borders import LIFT, Names, Refused
from .deadline import POOLS, Deadline
from .limits import Limits
from .unreachable import Unreachable, explained, timed_out

__all__ = ["USER_AGENT", "Session", "Unreachable"]

USER_AGENT = f"govlint/{__version__} (checks of accessibility and open standards)"
USUAL = Limits()
_ALWAYS: Mapping[str, str] = MappingProxyType({})
FOLLOWED = frozenset({301, 302, 303, 307, 308})
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ENCODINGS = "gzip, deflate"
UNASKED = frozenset({"br", "zstd", "compress", "x-compress"})


class Session:
    """Visits addresses by GET or HEAD; close it, or use it in a `with`.

    `verify` is True for the certificates that this machine trusts, or the path of
    a file of certificates. `names` says where it may go, None: everywhere. It may be
    used by several threads.
    """

    def __init__(
        self,
        user_agent: str = USER_AGENT,
        limits: Limits = USUAL,
        language: str = "en-GB",
        verify: bool | str = True,
        names: Names | None = None,
    ) -> None:
        self.user_agent = user_agent
        self.limits = limits
        self.names = names
        self._verify = verify
        self._inner = _Quiet()
        self._inner.headers = {  # type: ignore[assignment]
            "User-Agent": user_agent,
            "Accept": ACCEPT,
            "Accept-Language": language,
            # Not what happens to be installed: evidence is the same on every machine.
            "Accept-Encoding": ENCODINGS,
        }

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections that are kept open."""
        self._inner.close()

    @property
    def roots(self) -> str:
        """The file or folder of the certificates that are trusted."""
        known = self._inner.merge_environment_settings("https://", {}, True, self._verify, None)["verify"]
        return known if isinstance(known, str) else requests.certs.where()

    def get(
        self,
        url: str,
        body_limit: int | None = None,
        stop: Callable[[], bool] | None = None,
        may_follow: Callable[[str], bool] | None = None,
        unless: Mapping[str, str] = _ALWAYS,
        document: bool = False,
    ) -> Exchange:
        """The answer to a GET, after its redirects; raises Unreachable.

        A linked `document` has limits of its own on size and time, see `Limits`.

        `unless` are the headers of a conditional request, sent to the first address only.

        `body_limit` is in bytes after decompression, and without it that of a page.
        `stop` is asked between pieces of the body: when it says true, reading ends.
        `may_follow` is asked for each address that a redirect points to: when it
        says false, the answer is the redirect itself.
        """
        usual = self.limits.document if document else self.limits.body
        return self._visit("GET", url, body_limit or usual, stop, may_follow, unless, document)

    def head(self, url: str, may_follow: Callable[[str], bool] | None = None) -> Exchange:
        """The answer to a HEAD, after its redirects; raises Unreachable."""
        return self._visit("HEAD", url, self.limits.body, None, may_follow)

    def _visit(
        self,
        method: str,
        url: str,
        body_limit: int,
        stop: Callable[[], bool] | None,
        may_follow: Callable[[str], bool] | None,
        unless: Mapping[str, str] = _ALWAYS,
        document: bool = False,
    ) -> Exchange:
        here = _address(url)
        jar = RequestsCookieJar()
        steps: list[Redirect] = []
        seen: set[tuple[str, str]] = set()
        start = self.limits.document_start if document else None
        with Deadline(self.limits.seconds(body_limit), start) as deadline:
            while True:
                prepared = self._prepared(method, here, jar)
                prepared.headers.update({} if steps else unless)
                seen.add((here, prepared.headers.get("Cookie", "")))
                response = self._sent(prepared, here, deadline, steps)
                try:
                    extract_cookies_to_jar(jar, prepared, response.raw)
                    target = _target(response, here)
                    if target is None or not (may_follow is None or may_follow(target)):
                        headers = _headers(response, here, self.limits)
                        body, cut = read_body(
                            response.raw, here, body_limit, self.limits, deadline, stop, document
                        )
                        return Exchange(
                            here, response.status_code, headers, body, tuple(steps), cut
                        )
                finally:
                    response.close()
                steps.append(Redirect(here, response.status_code, target))
                again = (target, self._prepared(method, target, jar).headers.get("Cookie", ""))
                _no_loop(steps, again in seen, self.limits.redirects)
                here = target

    def _prepared(self, method: str, url: str, jar: RequestsCookieJar) -> requests.PreparedRequest:
        try:
            return self._inner.prepare_request(requests.Request(method, url, cookies=jar))
        except (requests.RequestException, UnicodeError) as error:
            raise Unreachable("bad-address", f"{url} is not a valid address: {error}.") from None

    def _sent(
        self, prepared: requests.PreparedRequest, url: str, deadline: Deadline, steps: list[Redirect]
    ) -> requests.Response:
        settings = self._inner.merge_environment_settings(url, {}, True, self._verify, None)
        if is_loopback(url):
            settings["proxies"] = {}
        settings["timeout"] = (self.limits.connect, self.limits.read)
        try:
            if self.names is not None:
                by_proxy = bool(select_proxy(url, settings["proxies"]))
                numbers = self.names.admitted(url, by_proxy)
                deadline.only = () if by_proxy else numbers
            return self._inner.send(prepared, allow_redirects=False, **settings)
        except Refused as refused:
            way = f"{steps[-1].url} redirects where a scan of a public site may not go: " if steps else ""
            raise Unreachable("refused-address", f"{way}{refused}. {LIFT}") from None
        except (requests.RequestException, HTTPError, OSError, UnicodeError) as error:
            if deadline.passed:
                raise timed_out(url, deadline.seconds) from None
            reason = explained(error, url, self._patience(error), answering=False)
        if reason.kind == "dead-host" and deadline.reused:
            # The server closed a connection that was kept open; a fresh one may be welcome.
            return self._sent(prepared, url, deadline, steps)
        raise reason

    def _patience(self, error: BaseException) -> float:
        connecting = isinstance(error, requests.ConnectTimeout)
        return self.limits.connect if connecting else self.limits.read


class _Quiet(requests.Session):
    """A session without cookies, passwords or redirects of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.auth = _no_password  # else requests looks for one in ~/.netrc
        for scheme in ("http://", "https://"):
            self.mount(scheme, _WatchedAdapter())

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        # Asked even where redirects are not followed, and then the body is read whole.
        return None


class _WatchedAdapter(HTTPAdapter):
    """Connections that end with the deadline of the visit."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = POOLS

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = POOLS
        return manager


def _no_password(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    return prepared


def _address(url: str) -> str:
    try:
        return canonical(url)
    except BadAddress as error:
        raise Unreachable("bad-address", f"{error} Correct the address.") from None


def _target(response: requests.Response, url: str) -> str | None:
    """Where a redirect points to, absolute; None if it is not one."""
    location = response.headers.get("location")
    if response.status_code not in FOLLOWED or location is None:
        return None
    try:
        # Servers send UTF-8 where Python reads Latin-1.
        location = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        location = str(location)
    try:
        return canonical(urljoin(url, location.strip()))
    except ValueError as error:
        raise Unreachable(
            "bad-address", f"{url} redirects to what is no address: {error} Correct its Location."
        ) from None


def _headers(response: requests.Response, url: str, limits: Limits) -> tuple[tuple[str, str], ...]:
    """The headers one by one, as requests would join those that came twice."""
    pairs = tuple((name.lower(), value) for name, value in response.raw.headers.items())
    size = sum(len(name) + len(value) for name, value in pairs)
    if len(pairs) > limits.headers or size > limits.header_bytes:
        raise Unreachable(
            "bad-answer",
            f"{url} sends {len(pairs)} headers of {size:,} bytes together. Send fewer: servers and"
            f" proxies refuse more than {limits.headers}, or {limits.header_bytes:,} bytes.",
        )
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding in UNASKED:
        raise Unreachable(
            "bad-answer",
            f"{url} sends Content-Encoding {coding}, which was not asked for. Serve it only to"
            " those whose Accept-Encoding names it.",
        )
    return pairs


def _no_loop(steps: list[Redirect], again: bool, most: int) -> None:
    chain = " to ".join(step.url for step in steps[-3:])
    if again:
        raise Unreachable(
            "redirect-loop",
            f"{steps[0].url} redirects in a circle: {chain} to {steps[-1].location}."
            " Correct the redirects.",
        )
    if len(steps) > most:
        raise Unreachable(
            "redirect-loop",
            f"{steps[0].url} redirects more than {most} times, at last from {steps[-1].url} to"
            f" {steps[-1].location}. Point the first to the end of the chain.",
        )
