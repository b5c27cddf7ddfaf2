"""What was received and observed for one job: plain data, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Vantage:
    """From where we look. Width and height in CSS pixels; `scripts` whether JavaScript runs."""

    name: str = "desktop"
    width: int = 1280
    height: int = 1024
    language: str = "en-GB"
    scripts: bool = True


@dataclass(frozen=True, slots=True)
class Job:
    """One address to visit and the gathered facts wanted of it.

    `role` is `page`, `document` (something that a page links to), or the name of
    the fact that asks for a well-known address of the site. `asked` is true for
    an address that the user named.
    """

    url: str
    role: str = "page"
    vantage: Vantage = field(default_factory=Vantage)
    wanted: tuple[str, ...] = ()
    found_on: str | None = None
    depth: int = 0
    asked: bool = False
    text: str = ""  # the words of the link that led here


@dataclass(frozen=True, slots=True)
class Redirect:
    """One step of a chain: `url` answered `status` and pointed to `location` (absolute)."""

    url: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """The final answer to a request. `headers` as sent, in order, names lower case.

    `truncated` is set when the body was cut at a limit, and says which.
    """

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    redirects: tuple[Redirect, ...] = ()
    truncated: str = ""

    def header(self, name: str, default: str = "") -> str:
        """The first header of that name, case ignored."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), default)

    @property
    def media_type(self) -> str:
        """The Content-Type without its parameters, lower case."""
        return self.header("content-type").split(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Observation:
    """A probe's answer: plain data, or the reason why there is none.

    `key` stands for all that the answer depends on, where that is known; `at` is set for
    a remembered answer and says when it was given, to the same page. `unlike` says why
    an answer cannot be remembered.
    """

    probe: str
    version: str
    value: Any = None
    missing: str = ""
    key: str = ""
    at: str = ""
    unlike: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a job has no exchange. `kind` is the name of a rule of the engine, as `dead-host`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that is known of one job. `at` is ISO 8601 in UTC, `seconds` the wall time taken.

    Where the evidence was gathered by an earlier scan, `evidence_at` says when and
    `reused` why it stands here.
    """

    job: Job
    at: str
    exchange: Exchange | None = None
    observations: dict[str, Observation] = field(default_factory=dict)
    failure: Failure | None = None
    seconds: float = 0.0
    evidence_at: str = ""
    reused: str = ""
