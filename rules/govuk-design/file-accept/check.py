"""Compare the formats in the hint of a file field with its accept."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

# Formats as hints write them, and what each may be called in accept.
FORMATS = {
    "PDF": (".pdf", "application/pdf"),
    "JPG": (".jpg", ".jpeg", "image/jpeg", "image/jpg", "image/*"),
    "JPEG": (".jpg", ".jpeg", "image/jpeg", "image/jpg", "image/*"),
    "PNG": (".png", "image/png", "image/*"),
    "CSV": (".csv", "text/csv", "text/*"),
    "ODT": (".odt", "application/vnd.oasis.opendocument.text"),
    "DOCX": (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
NAMED = re.compile(rf"(?<![\w.])\.?({'|'.join(FORMATS)})s?\b", re.IGNORECASE)
REFUSED = re.compile(r"\b(not|cannot|can't|never|except|instead|other than|unless|convert|no longer)\b", re.IGNORECASE)


def check(govuk_classes: dict, nodes_by_id: dict, dom) -> Iterator[Verdict]:
    for field in dom.css("input[type=file][accept]"):
        written = attributes(field)
        accepted = {part.strip() for part in written["accept"].lower().split(",")}
        hints = [nodes_by_id[name] for name in written.get("aria-describedby", "").split() if name in nodes_by_id]
        told = " ".join(words(hint) for hint in hints)
        named = [] if REFUSED.search(told) else [name.upper() for name in NAMED.findall(told)]
        left_out = [name for name in named if not accepted.intersection(FORMATS[name])]
        if left_out:
            yield Failed(at(field), "left-out", format=left_out[0], accept=written["accept"])
        elif named:
            yield Passed(at(field), "same")
