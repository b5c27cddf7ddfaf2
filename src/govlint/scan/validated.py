"""What veraPDF says of the PDFs that claim PDF/A or PDF/UA: asked for only where one does, and told once where there is no veraPDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..capture.verapdf import NoVerdict, verdicts
from ..evidence.fact import Evidence, Inapplicable, NotGathered
from ..model.finding import Finding
from ..model.url import origin
from .engine import noted

FACT = "verapdf"
NO_PROGRAM = "veraPDF is not installed here."
HOW = "Install it, or name it as verapdf in the configuration, to hold them against the whole standard."


def validated(evidence: Evidence, program: Path | None, seconds: float) -> dict[str, Any]:
    """The fact `verapdf` of a document; raises Inapplicable for what is no PDF or claims nothing, NotGathered."""
    flavours = claimed(evidence.get("pdf"))
    if not flavours:
        raise Inapplicable("the PDF claims neither PDF/A nor PDF/UA")
    if program is None:
        raise NotGathered(NO_PROGRAM)
    try:
        return verdicts(program, evidence.get("document"), flavours, seconds)
    except NoVerdict as why:
        raise NotGathered(f"{why}.") from None


def claimed(pdf: Any) -> list[str]:
    """The flavours of veraPDF that stand for what a PDF says of itself, as 2b and ua1."""
    return [flavour for flavour in (pdf.xmp.archive, pdf.xmp.accessible and f"ua{pdf.xmp.accessible}") if flavour]


def told_once(found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, where all that say that there is no veraPDF are one for each site."""
    without: Counter[str] = Counter()
    for finding in found:
        if finding.rule == "engine/not-gathered" and finding.text.startswith(NO_PROGRAM.rstrip(".")):
            without[origin(finding.url)] += 1
        else:
            yield finding
    for site, number in without.items():
        what = "1 PDF that claims PDF/A or PDF/UA was" if number == 1 else f"{number:,} PDFs that claim PDF/A or PDF/UA were"
        yield noted("not-gathered", site, f"{NO_PROGRAM} {what} not validated. {HOW}")
