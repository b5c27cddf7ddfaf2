"""An accessibility statement in the form of the European Union, in five of its languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from govlint import Inapplicable, Place, fact
from govlint.facts.page import Heading
from govlint.facts.place import at, words

# Its name, and what its parts and its three claims are called in the translations of the Decision and in national models.
NAMES = {
    "en": r"accessibility statement(?!s)",
    "de": r"erklärung zur barrierefreiheit|barrierefreiheitserklärung",
    "fr": r"déclaration (d['’]|sur l['’])accessibilité",
    "es": r"declaración de accesibilidad",
    "it": r"dichiarazione di accessibilità",
}
# The directive, or the part of the internet where it holds: an English heading alone may be of anywhere.
_OF_THE_UNION = re.compile(r"2016/2102|2018/1523")
_HOSTS = (".eu", ".ie", ".mt")


@dataclass(frozen=True, slots=True)
class EuStatement:
    """A statement: its language, its words, its headings in lower case, and the place of the main one."""

    language: str
    text: str
    headings: tuple[str, ...]
    at: Place


@fact
def eu_statement(main: LexborNode, headings: tuple[Heading, ...], url: str, role: str) -> EuStatement:
    """The statement of a body in the Union, if this page is one."""
    first = next((h for h in headings if h.level == 1), None)
    text = words(main)
    language = next((code for code, name in NAMES.items() if first and re.search(name, first.text, re.IGNORECASE)), "")
    ours = (urlsplit(url).hostname or "").endswith(_HOSTS) or _OF_THE_UNION.search(text)
    if role != "page" or not language or (language == "en" and not ours):
        raise Inapplicable("this page is no accessibility statement of a body in the European Union")
    return EuStatement(language, text, tuple(h.text.lower() for h in headings if h.level > 1), first.at if first else at(main))
