"""Know the logos of former times by how their first line is drawn."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes

# How a path of the logo begins in GOV.UK Frontend 3.14 and 4.9, 4.9 with the Tudor crown, 5.0, and 5.14 without the new brand.
FORMER = {
    "M25 30.2c3.5 1.5": "that went in 2024",
    "M22.6 10.4c-1 .4": "of 2024",
    "M6.7 12.2c1 .4": "of 2024",
    "M13.4,22.3c2,.8": "of 2024",
}


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for header in govuk_classes.get("govuk-header", ()):
        drawn = [attributes(path).get("d", "").strip() for path in header.css("path")]
        used = next((when for line in drawn for start, when in FORMER.items() if line.startswith(start)), "")
        if used:
            yield Failed(at(header), "old", used=used)
        elif drawn:
            yield Passed(at(header), "present")
