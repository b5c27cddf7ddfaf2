"""Look for links, buttons and tabs whose accessible name has neither letter nor digit."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.names import Names
from govlint.facts.place import at

OPERATED = ("link", "button", "tab", "menuitem")


def check(by_role: Mapping[str, tuple[LexborNode, ...]], names: Names) -> Iterator[Verdict]:
    for role in OPERATED:
        for node in by_role.get(role, ()):
            name = names.of(node)
            if any(sign.isalnum() for sign in name):
                yield Passed(at(node), "words")
            elif name:
                yield Failed(at(node), "signs", name=name, role=role)
