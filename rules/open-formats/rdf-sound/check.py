"""Say whether RDF could be read."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Place, Verdict
from govlint.facts.rdf import RdfReport


def check(rdf: RdfReport) -> Iterator[Verdict]:
    if rdf.elsewhere:
        yield CantTell("", "elsewhere", form=rdf.form)
    elif rdf.fault:
        place = Place(f"line {rdf.line}", rdf.line) if rdf.line else ""
        yield Failed(place, "broken", form=rdf.form, fault=rdf.fault)
    elif not rdf.statements:
        yield CantTell("", "nothing", form=rdf.form)
    else:
        yield Passed("", "read", form=rdf.form, count=rdf.statements)
