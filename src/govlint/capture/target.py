"""What the user asked for, as addresses to begin with."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..model.url import BadAddress, canonical, is_loopback, origin, same_site
from .fetch import Session
from .folder import PAGES, FolderServer
from .header_file import BadHeaders
from .sitemap import BadSitemap, read_sitemap, read_sitemap_file

SITEMAPS = (".xml", ".xml.gz")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(//|[^\d])", re.IGNORECASE)
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[\w.-]+)(:\d+)?([/?#].*)?", re.IGNORECASE)
# Endings of files, though some are endings of hosts too: who means the host writes https://.
_FILES = frozenset(
    {"html", "htm", "xhtml", "xml", "gz", "txt", "csv", "json", "md", "pdf", "list", "urls", "toml", "yaml", "yml"}
)


class BadTarget(ValueError):
    """What the user named cannot be checked; the message says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The addresses to begin with, the origins that a crawl may enter, and the folders served.

    Close it when the scan is over, or use it in a `with`.
    """

    starts: tuple[str, ...]
    sites: tuple[str, ...]
    servers: tuple[FolderServer, ...] = ()

    def __enter__(self) -> Targets:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop serving the folders."""
        for server in self.servers:
            server.close()

    def shown(self, url: str) -> str:
        """The address as the user knows it: the path of the file where a folder is served.

        The port of a served folder is another one in each run, the path is not.
        """
        server = next((s for s in self.servers if url.startswith(f"{s.origin}/")), None)
        if server is None:
            return url
        found = server.file_of(url)
        return str(found) if found else f"{server.folder}{url.removeprefix(server.origin)}"


def resolve(texts: list[str] | tuple[str, ...], session: Session, crawl: bool = True) -> Targets:
    """The addresses that the targets stand for, each once; raises BadTarget.

    Without `crawl` there is no site to enter: nothing is visited but the addresses themselves.
    """
    servers: dict[Path, FolderServer] = {}
    try:
        starts = tuple(dict.fromkeys(s for text in texts for s in _starts(text, session, servers)))
    except BaseException:
        for server in servers.values():
            server.close()
        raise
    if not starts:
        raise BadTarget("There is nothing to check. Name an address, a sitemap, a list or a folder.")
    return Targets(starts, _sites(starts) if crawl else (), tuple(servers.values()))


def _starts(text: str, session: Session, servers: dict[Path, FolderServer]) -> Iterator[str]:
    text = text.strip()
    path = Path(text).expanduser()
    if not text:
        raise BadTarget("A target is empty. Name an address, a sitemap, a list or a folder.")
    try:
        if _SCHEME.match(text):
            yield from _from_address(_named([_address(text)], session)[0], session)
        elif path.is_dir():
            yield from _named(_from_folder(path, servers), session)
        elif path.exists():
            yield from _from_file(path, session, servers)
        elif _is_host(text) and not _near(path, 0.8):
            yield from _from_address(_named([_address(text)], session)[0], session)
        else:
            raise BadTarget(_missing(path))
    except (BadAddress, BadHeaders, BadSitemap) as error:
        raise BadTarget(str(error)) from None
    except OSError as error:
        raise BadTarget(f"{text[:100]} cannot be read: {error.strerror}.") from None


def _from_address(url: str, session: Session) -> list[str]:
    if urlsplit(url).path.lower().endswith(SITEMAPS):
        return _not_empty(read_sitemap(session, url), url)
    return [url]


def _from_folder(folder: Path, servers: dict[Path, FolderServer]) -> list[str]:
    server = _served(folder, servers)
    pages = server.pages()
    if not pages:
        raise BadTarget(f"The folder {folder} holds no HTML file. Name the folder that does.")
    return [canonical(server.address_of(page)) for page in pages]


def _from_file(path: Path, session: Session, servers: dict[Path, FolderServer]) -> list[str]:
    name = path.name.lower()
    if not path.is_file():
        raise BadTarget(f"{path} is neither a file nor a folder.")
    if path.stat().st_size == 0:
        raise BadTarget(f"{path} is empty. Put addresses into it, one a line, or name another file.")
    if name.endswith(SITEMAPS):
        return _named(_not_empty(read_sitemap_file(session, path), str(path)), session)
    if name.endswith(PAGES):
        return _named([canonical(_served(path.parent, servers).address_of(path))], session)
    return _named(_not_empty(list(_listed(path)), str(path)), session)


def _named(urls: list[str], session: Session) -> list[str]:
    """The same addresses, known to the session as those that the user wrote himself: they may be private."""
    if session.names is not None:
        session.names.name(*urls)
    return urls


def _served(folder: Path, servers: dict[Path, FolderServer]) -> FolderServer:
    place = folder.absolute()
    if place not in servers:
        servers[place] = FolderServer(folder)
    return servers[place]


def _listed(path: Path) -> Iterator[str]:
    """The addresses of a text file, one a line; what follows a # after a space is a comment."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise BadTarget(f"{path} is no text in UTF-8. Name a list of addresses.") from None
    for number, line in enumerate(lines, 1):
        text = re.sub(r"(^|\s)#.*", "", line).strip()
        if not text:
            continue
        try:
            if not _SCHEME.match(text) and not _is_host(text):
                raise BadAddress(f"{text[:80]!r} is no address.")
            yield _address(text)
        except BadAddress as error:
            raise BadTarget(f"{path}, line {number}: {error} Write one address a line.") from None


def _not_empty(starts: list[str], name: str) -> list[str]:
    if not starts:
        raise BadTarget(f"{name} lists no address. Put one in, or name something else.")
    return starts


def _address(text: str) -> str:
    if _SCHEME.match(text):
        return canonical(text)
    return canonical(f"http://{text}" if is_loopback(f"http://{text}") else f"https://{text}")


def _is_host(text: str) -> bool:
    """Whether a text without a scheme reads as the address of a host: `localhost:3000`, `gov.uk/a`."""
    found = _HOST.fullmatch(text)
    if not found or text.startswith("."):
        return False
    name, port, _ = found.groups()
    if port or name.startswith("[") or name.lower() == "localhost":
        return True
    ending = name.rpartition(".")[2].lower()
    return "." in name and bool(ending) and ending not in _FILES


def _missing(path: Path) -> str:
    if not path.parent.is_dir():
        return f"There is no folder {path.parent}. Name an address, or a file that exists."
    near = _near(path, 0.6)
    mend = f"Did you mean {near}?" if near else (
        "Name a file or folder that exists, or an address with https:// before it."
    )
    return f"There is no file or folder {path}. {mend}"


def _near(path: Path, likeness: float) -> Path | None:
    """The file or folder that is named most alike, from 0 (any) to 1 (the same)."""
    if not path.parent.is_dir():
        return None
    names = [other.name for other in path.parent.iterdir()]
    near = difflib.get_close_matches(path.name, names, n=1, cutoff=likeness)
    return path.parent / near[0] if near else None


def _sites(starts: tuple[str, ...]) -> tuple[str, ...]:
    sites: list[str] = []
    for start in starts:
        if not sites or not any(same_site(start, site) for site in sites):
            sites.append(origin(start))
    return tuple(sites)
