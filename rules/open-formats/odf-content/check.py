"""Hold the content against the package."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.odf_content import OdfContent


def check(odf_content: OdfContent) -> Iterator[Verdict]:
    found = list(_faults(odf_content))
    yield from found or [Passed("", "fits")]


def _faults(content: OdfContent) -> Iterator[Verdict]:
    if content.wrong_root:
        yield Failed("", "root", part=content.wrong_root)
    elif not content.body:
        yield Failed("", "none")
    elif content.wanted and content.body != content.wanted:
        yield Failed("", "kind", wanted=content.wanted, found=content.body)
    if content.missing:
        yield Failed("", "missing", count=len(content.missing), part=content.missing[0])
    if len(content.versions) > 1:
        yield Failed("", "versions", versions=" and ".join(content.versions))
