"""Look at forms that are sent and hold something that a browser would check."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes

CHECKED_TYPES = ("email", "url", "number", "date", "month", "week", "time", "datetime-local", "range")
CHECKED_ATTRIBUTES = ("required", "pattern", "minlength", "min", "max", "step")


def check(govuk_page, dom) -> Iterator[Verdict]:
    for form in dom.css("form[method=post i]"):
        if not any(is_checked(node) for node in form.css("input, select, textarea")):
            continue
        if "novalidate" in attributes(form):
            yield Passed(at(form), "there")
        else:
            yield Failed(at(form), "missing")


def is_checked(field) -> bool:
    """Whether a browser would hold back the form for this field."""
    written = attributes(field)
    return written.get("type", "").lower() in CHECKED_TYPES or any(name in written for name in CHECKED_ATTRIBUTES)
