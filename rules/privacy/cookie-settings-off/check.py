"""Look at the choices about cookies on pages about them, as a first visit gets them."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

ABOUT = re.compile(r"cookie|cwci|analytic|consent|campaign|marketing|statistic|usage", re.IGNORECASE)
YES = re.compile(r"^(yes|on|true|1|accept\w*|allow\w*|agree|granted|ydw|iawn|derbyn)$", re.IGNORECASE)


def check(cookies_page: str, dom: LexborHTMLParser) -> Iterator[Verdict]:
    choices = [node for node in dom.css("input[type=radio], input[type=checkbox]") if is_choice(attributes(node))]
    agreed = [node for node in choices if is_agreed(attributes(node))]
    for node in agreed:
        yield Failed(at(node), "agreed", text=label(dom, node))
    if choices and not agreed:
        yield Passed(at(choices[0]), "open")


def is_choice(written: dict[str, str]) -> bool:
    # Essential cookies are shown as a box that is ticked and cannot be changed.
    return "disabled" not in written and ABOUT.search(f"{written.get('name', '')} {written.get('id', '')}") is not None


def is_agreed(written: dict[str, str]) -> bool:
    said = written.get("value", "on")
    return "checked" in written and (written["type"].lower() == "checkbox" or YES.search(said) is not None)


def label(dom: LexborHTMLParser, node: LexborNode) -> str:
    written = attributes(node)
    labels = [words(found) for found in dom.css("label[for]") if attributes(found)["for"] == written.get("id")]
    return labels[0] if labels else f"{written.get('name', '')}={written.get('value', 'on')}"
