"""Look at the forms around file fields."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import inside
from govlint.facts.place import at, attributes


def check(govuk_classes: dict, dom, nodes_by_id: dict) -> Iterator[Verdict]:
    for field in dom.css("[type=file i]"):
        named = nodes_by_id.get(attributes(field).get("form", ""))
        form = named if named is not None else inside(field, "form")
        if form is None:
            continue
        if is_sent(form) or any(takes_over(button) for button in form.css("[formenctype]")):
            yield Passed(at(form), "sent")
        else:
            yield Failed(at(form), "not-sent")


def is_sent(form) -> bool:
    written = attributes(form)
    return written.get("method", "").lower() == "post" and written.get("enctype", "").lower() == "multipart/form-data"


def takes_over(button) -> bool:
    return attributes(button)["formenctype"].lower() == "multipart/form-data"
