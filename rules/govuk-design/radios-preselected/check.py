"""Look for radios that are chosen when the page comes."""

from collections.abc import Iterator

from govlint import Failed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at, attributes


def check(govuk_page, dom, url: str, label_words: dict[str, str]) -> Iterator[Verdict]:
    # A page of settings shows what was chosen before, and so does a question that came back with errors.
    if "cookie" in url.lower() or dom.css_first(".govuk-error-summary") is not None:
        return
    for field in dom.css("input[type=radio i][checked]"):
        if has_class(field, "govuk-radios__input"):
            yield Failed(at(field), "chosen", label=label_words.get(attributes(field).get("id"), ""))
