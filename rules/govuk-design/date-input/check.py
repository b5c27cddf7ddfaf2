"""Look around each date input, and for pickers of dates that people know by heart."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import ancestors
from govlint.facts.place import at, attributes, words

KNOWN_BY_HEART = re.compile(r"\b(birth|born)\b", re.IGNORECASE)


def check(govuk_classes: dict, dom) -> Iterator[Verdict]:
    for date in govuk_classes.get("govuk-date-input", ()):
        group = next((n for n in ancestors(date) if n.tag == "fieldset" or n.attributes.get("role") == "group"), None)
        if group is None:
            yield Failed(at(date), "no-group")
        elif not is_named(group):
            yield Failed(at(date), "no-legend")
        else:
            yield Passed(at(date), "grouped")
    pickers = {attributes(node).get("id"): node for node in dom.css("input[type=date i]")}
    for name in dom.css("label[for]"):
        picker, label = pickers.get(attributes(name)["for"]), words(name)
        if picker is not None and KNOWN_BY_HEART.search(label):
            yield Failed(at(picker), "picker", label=label)


def is_named(group) -> bool:
    legend = group.css_first("legend")
    written = attributes(group)
    return (legend is not None and bool(words(legend))) or bool(written.get("aria-label") or written.get("aria-labelledby"))
