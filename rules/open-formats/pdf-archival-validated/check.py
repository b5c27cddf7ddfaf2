"""Read veraPDF's verdict on a claim of PDF/A."""

from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict
from govlint.facts.pdf import PdfReport


def check(pdf: PdfReport, verapdf: dict[str, Any]) -> Iterator[Verdict]:
    claim = pdf.xmp.archive
    if not claim:
        return
    told = verapdf["profiles"][claim]
    if told["compliant"]:
        yield Passed("", "valid", claim=claim)
    else:
        first = told["failed"][0] if told["failed"] else {"clause": "one", "specification": told["profile"]}
        yield Failed("", "broken", claim=claim, count=told["failed_rules"], clause=f"{first['clause']} of {first['specification']}")
