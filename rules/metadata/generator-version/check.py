"""Look for a version number in the generator element."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.metadata import Meta

VERSION = re.compile(r"\d\.\d|\s\d+\b")


def check(metas: tuple[Meta, ...]) -> Iterator[Verdict]:
    for meta in metas:
        if meta.name == "generator" and VERSION.search(meta.content):
            yield Failed(meta.at, "told", content=meta.content)
