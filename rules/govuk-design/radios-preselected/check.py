"""Look for radios that are chosen when the page comes."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at, attributes, words


def check(govuk_page, dom, url: str) -> Iterator[Verdict]:
    # A page of settings shows what was chosen before, and so does a question that came back with errors.
    if "cookie" in url.lower() or dom.css_first(".govuk-error-summary") is not None:
        return
    labels = {name: words(node) for node in dom.css("label") if (name := attributes(node).get("for"))}
    for field in dom.css("input[type=radio i][checked]"):
        if has_class(field, "govuk-radios__input"):
            yield Failed(at(field), "chosen", label=labels.get(attributes(field).get("id"), ""))
