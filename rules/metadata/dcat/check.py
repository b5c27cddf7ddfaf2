"""Look for the properties that DCAT and catalogues of the public sector ask for."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.things import DCAT, Described

TERMS = "http://purl.org/dc/terms/"
NEEDED = {
    "Dataset": ((TERMS + "title",), (TERMS + "description",), (TERMS + "publisher",), (TERMS + "license", DCAT + "distribution")),
    "Catalog": ((TERMS + "title",), (TERMS + "publisher",), (DCAT + "dataset", DCAT + "record", DCAT + "service")),
    "Distribution": ((DCAT + "accessURL", DCAT + "downloadURL", DCAT + "accessService"),),
    "DataService": ((TERMS + "title",), (DCAT + "endpointURL",)),
}
SHORT = {TERMS: "dct:", DCAT: "dcat:"}


def check(described: Described) -> Iterator[Verdict]:
    for thing in described.things:
        for name in thing.of(DCAT):
            if name not in NEEDED or not thing.properties:
                continue
            lacks = [" or ".join(map(short, group)) for group in NEEDED[name] if not any(one in thing.properties for one in group)]
            if lacks:
                yield Failed(thing.at, "lacks", type=name, names=", ".join(lacks))
            else:
                yield Passed(thing.at, "complete", type=name)


def short(address: str) -> str:
    return next(address.replace(whole, prefix) for whole, prefix in SHORT.items() if address.startswith(whole))
