"""Look at links that are the name of a language."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import ancestors
from govlint.facts.place import at, attributes, words

NAMES = {"cymraeg": "cy", "english": "en", "gaeilge": "ga"}


def check(govuk_page, dom, language: str) -> Iterator[Verdict]:
    spoken = language.lower().partition("-")[0]
    if not spoken:
        return
    for node in dom.css("a[href]"):
        wanted = NAMES.get(words(node).lower(), spoken)
        if wanted == spoken:
            continue
        around = (*node.css("[lang]"), node, *ancestors(node))
        marked = next((lang for n in around if (lang := attributes(n).get("lang"))), "")
        if marked.lower().partition("-")[0] == wanted:
            yield Passed(at(node), "marked")
        else:
            yield Failed(at(node), "unmarked", text=words(node), wanted=wanted)
