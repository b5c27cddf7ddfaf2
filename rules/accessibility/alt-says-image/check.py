"""Look for words that say only that something is a picture."""

import re
from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.wording import plain

KINDS = frozenset(
    "image picture photo photograph graphic img pic icon logo figure illustration banner spacer blank placeholder "
    "untitled alt null undefined decorative thumbnail arrow bullet llun delwedd".split()
)
BEGINS = re.compile(r"(?:an? )?(?:image|picture|photo|photograph|graphic|icon) (?:of|showing)\b", re.IGNORECASE)


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names) -> Iterator[Verdict]:
    for node in by_role.get("img", ()):
        name = names.of(node)
        if not name:
            continue
        if plain(name) in KINDS:
            yield Failed(at(node), "only-kind", name=name)
        elif BEGINS.match(name):
            yield Failed(at(node), "begins-so", name=name)
        else:
            yield Passed(at(node), "shows")
