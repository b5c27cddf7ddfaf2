"""Read robots.txt line by line as RFC 9309 has it; to have none is fine."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.hosts import is_placeholder
from govlint.facts.well_known import WellKnown

# RFC 9309 knows the first three; the rest are in wide use.
KNOWN = {
    "user-agent", "allow", "disallow", "sitemap", "crawl-delay", "host", "clean-param", "request-rate", "visit-time",
    "noindex", "content-signal", "content-usage", "llms-txt",
}  # fmt: skip
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|^---$", re.MULTILINE)
PLAIN = {"text/plain", ""}


def check(robots_txt: WellKnown, public_host: bool) -> Iterator[Verdict]:
    if not public_host:
        return
    if robots_txt.status >= 500:
        # RFC 9309, 2.3.1.4: an unreachable file shuts robots out.
        yield Failed("", "broken", status=robots_txt.status)
    if robots_txt.status != 200:
        return
    if re.match(r"\s*<(!doctype|html|head|body|\?xml)", robots_txt.text, re.IGNORECASE):
        yield Failed("", "page")
        return
    found = [*of_type(robots_txt), *of_lines(robots_txt.text)]
    yield from found or [Passed("", "read")]


def of_type(robots_txt: WellKnown) -> Iterator[Verdict]:
    if robots_txt.media_type not in PLAIN:
        yield Failed("", "type", type=robots_txt.media_type)


def of_lines(text: str) -> Iterator[Verdict]:
    left = TEMPLATE.search(text)
    if left:
        yield Failed("", "template", text=left[0])
        return
    agents: list[str] = []
    rules: dict[str, list[tuple[str, str]]] = {}
    for number, (name, value) in fields(text):
        line = f"line {number}"
        if name not in KNOWN:
            yield Failed(line, "unknown", text=f"{name}: {value}" if value else name)
        elif name == "sitemap":
            yield from of_sitemap(line, value)
        elif name == "user-agent":
            agents = agents if agents and not rules.get(agents[-1]) else []
            agents.append(value.lower())
        elif name in ("allow", "disallow"):
            for agent in agents:
                rules.setdefault(agent, []).append((name, value))
    of_all = rules.get("*", [])
    if ("disallow", "/") in of_all and not any(name == "allow" and value for name, value in of_all):
        yield CantTell("", "shut")


def of_sitemap(line: str, value: str) -> Iterator[Verdict]:
    if not value.lower().startswith(("http://", "https://")):
        yield Failed(line, "relative", text=value)
    elif is_placeholder(value):
        yield Failed(line, "placeholder", text=urlsplit(value).hostname or value)


def fields(text: str) -> Iterator[tuple[int, tuple[str, str]]]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        name, _, value = line.partition("#")[0].partition(":")
        if name.strip():
            yield number, (name.strip().lower(), value.strip())
