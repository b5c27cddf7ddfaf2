"""Count the four elements that the protocol asks for; a picture alone, as GOV.UK's own template has it, is fine."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.metadata import Meta

NEEDED = ("og:title", "og:type", "og:image", "og:url")


def check(metas: tuple[Meta, ...]) -> Iterator[Verdict]:
    given = {meta.name: meta for meta in reversed(metas) if meta.content}
    has = [name for name in NEEDED if name in given or (name == "og:image" and "og:image:url" in given)]
    if not has or has == ["og:image"]:
        return
    lacks = [name for name in NEEDED if name not in has]
    found = [Failed("head", "lacks", has=has[0], names=", ".join(lacks))] if lacks else []
    if "og:url" in given and not given["og:url"].content.lower().startswith(("http://", "https://")):
        found.append(Failed(given["og:url"].at, "other", content=given["og:url"].content))
    yield from found or [Passed("head", "whole")]
