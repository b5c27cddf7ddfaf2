"""Read the words of the page for pieces of templates."""

import re
from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import inside
from govlint.facts.place import at

LEAK = re.compile(r"\{\{[\s\w.'\"|()\[\],:-]+\}\}|\{%-?\s*\w[^%]*%\}|<%[^%]+%>")
OBJECT = re.compile(r"\[object Object\]|%\{\w+\}")
# Where templates are quoted on purpose, or a script of the page fills them in.
QUOTED = ("code", "pre", "kbd", "samp", "textarea", "script", "style")
FILLED_BY_SCRIPT = "[ng-app], [data-ng-app], [v-cloak], [x-data]"


def check(dom) -> Iterator[Verdict]:
    if dom.body is None or dom.css_first(FILLED_BY_SCRIPT) is not None or not suspicious(dom.body.text()):
        return
    for node in dom.body.css("*"):
        own = node.text(deep=False)
        for pattern, key in ((LEAK, "leak"), (OBJECT, "object")):
            found = pattern.search(own)
            if found and not is_quoted(node):
                yield Failed(at(node), key, text=found[0])


def suspicious(text: str) -> bool:
    return bool(LEAK.search(text) or OBJECT.search(text))


def is_quoted(node) -> bool:
    return node.tag in QUOTED or inside(node, *QUOTED) is not None
