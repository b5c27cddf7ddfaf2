"""Read the words of the page for pieces of templates."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.place import at, words

LEAK = re.compile(r"\{\{[\s\w.'\"|()\[\],:-]{1,80}\}\}|\{%-?\s*\w[^%]{0,80}%\}|<%=?[^%]{1,80}%>")
OBJECT = re.compile(r"\[object Object\]|%\{\w+\}|#<\w+:0x[0-9a-f]+>")
# Where templates are quoted on purpose, or a script of the page fills them in.
QUOTED = "code, pre, kbd, samp, textarea, script, style, template, noscript, svg"
FILLED_BY_SCRIPT = "[ng-app], [data-ng-app], [ng-controller], [v-cloak], [v-if], [x-data], [\\:class]"


def check(dom) -> Iterator[Verdict]:
    if dom.body is None or dom.css_first(FILLED_BY_SCRIPT) is not None or not suspicious(dom.body.text()):
        return
    for node in dom.body.css("*"):
        if any(child.is_text_node for child in node.iter(include_text=True)) and not is_quoted(node):
            yield from judged(node)


def judged(node) -> Iterator[Verdict]:
    own = "".join(child.text_content or "" for child in node.iter(include_text=True) if child.is_text_node)
    for pattern, key in ((LEAK, "leak"), (OBJECT, "object")):
        found = pattern.search(own)
        if found:
            yield Failed(at(node), key, text=found[0])


def suspicious(text: str) -> bool:
    return bool(LEAK.search(text) or OBJECT.search(text))


def is_quoted(node) -> bool:
    above = node
    while above is not None and above.is_element_node:
        if above.tag in QUOTED.split(", "):
            return True
        above = above.parent
    return False
