"""Say what the schema of schemas says."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.json_schema import SchemaReport


def check(json_schema: SchemaReport) -> Iterator[Verdict]:
    report = json_schema
    if not report.known:
        yield CantTell("", "unknown", dialect=report.dialect)
    elif report.fault:
        yield Failed("", "wrong", where=report.where, fault=report.fault)
    else:
        yield Passed("", "valid", dialect=report.dialect)
