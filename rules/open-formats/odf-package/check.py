"""Look at the order and the manifest of the package."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf import OdfReport


def check(odf: OdfReport) -> Iterator[Verdict]:
    faults = list(_faults(odf))
    yield from faults or [Passed("", "packed")]


def _faults(odf: OdfReport) -> Iterator[Verdict]:
    if not odf.mimetype_first:
        yield Failed("", "first")
    if not odf.mimetype_stored:
        yield Failed("", "stored")
    if not odf.has_manifest:
        yield Failed("", "manifest")
    elif odf.not_in_package:
        yield Failed("", "lost", name=odf.not_in_package[0])
