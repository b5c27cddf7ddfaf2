"""Look for the button of each form that people fill in."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.kin import inside
from govlint.facts.place import at, attributes

BUTTONS = "button:not([type=button]):not([type=reset]), [type=submit], [type=image]"


def check(govuk_page, dom, controls: tuple[Control, ...]) -> Iterator[Verdict]:
    forms = [inside(control.node, "form") for control in controls]
    filled_in = {form.mem_id for form in forms if form is not None}
    elsewhere = {attributes(node).get("form") for node in dom.css(BUTTONS)}
    for form in dom.css("[method=post]"):
        if form.mem_id not in filled_in:
            continue
        if form.css_first(BUTTONS) is not None or attributes(form).get("id", "") in elsewhere:
            yield Passed(at(form), "sends")
        else:
            yield Failed(at(form), "none")
