"""Look up what the links within a page point to."""

from collections.abc import Iterator
from urllib.parse import unquote

from govlint import Failed, Passed, Verdict
from govlint.facts.page import Link

# What scripts use as a hook or an address of their own is no link to a part of the page.
HOOKS = ("onclick", "role", "aria-controls", "aria-expanded", "aria-haspopup", "data-toggle", "data-bs-toggle")
OWN_ADDRESSES = ("/", "!", "?", ":~:")


def check(links: tuple[Link, ...], anchors: frozenset[str]) -> Iterator[Verdict]:
    within = [link for link in links if link.href.strip().startswith("#") and is_plain(link)]
    lost = [link for link in within if not leads(link.href.strip()[1:], anchors)]

    for link in lost:
        yield Failed(link.at, "missing", fragment=link.href.strip()[1:])
    if within and not lost:
        yield Passed("html", "there")


def is_plain(link: Link) -> bool:
    fragment = link.href.strip()[1:]
    hooked = any(name in link.attributes for name in HOOKS)
    return bool(fragment) and not hooked and not fragment.startswith(OWN_ADDRESSES)


def leads(fragment: str, anchors: frozenset[str]) -> bool:
    return fragment in anchors or unquote(fragment) in anchors or fragment.lower() == "top"
