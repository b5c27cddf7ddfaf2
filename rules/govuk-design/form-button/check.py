"""Look for the button of each form that people fill in."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.fields import Fields
from govlint.facts.place import at, attributes

BUTTONS = "button:not([type=button]):not([type=reset]), [type=submit], [type=image]"


def check(govuk_fields: Fields, dom) -> Iterator[Verdict]:
    elsewhere = {attributes(node).get("form") for node in dom.css(BUTTONS)}
    for form in dom.css("[method=post]"):
        if form.mem_id not in govuk_fields.by_form:
            continue
        if form.css_first(BUTTONS) is not None or attributes(form).get("id", "") in elsewhere:
            yield Passed(at(form), "sends")
        else:
            yield Failed(at(form), "none")
