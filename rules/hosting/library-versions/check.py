"""Read library and version from the addresses of scripts, as files are named and as content networks spell them."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.resources import Resource

# The first version without the weakness, by CVE-2020-11023, CVE-2022-31160, CVE-2024-6485 and 6531, CVE-2021-23337,
# CVE-2022-31129; AngularJS and Bootstrap 3 got their last mends years ago.
LEAST = {"jquery": (3, 5, 0), "jquery-ui": (1, 13, 2), "lodash": (4, 17, 21), "moment": (2, 29, 4), "handlebars": (4, 7, 7)}
ENDED = {"angular": 2, "angularjs": 2, "bootstrap": 4}
NAMES = "|".join(sorted((*LEAST, *ENDED), key=len, reverse=True))
VERSION = r"(\d+)\.(\d+)(?:\.(\d+))?"
NAMED = re.compile(
    rf"/(?P<file>{NAMES})[.-]v?(?P<a>{VERSION})(?:[.-](?:slim|min|bundle|custom))*\.js(?:$|\?)"
    rf"|/(?:npm/)?(?P<folder>{NAMES})(?:\.js)?[/@]v?(?P<b>{VERSION})/",
    re.IGNORECASE,
)


def check(resources: tuple[Resource, ...]) -> Iterator[Verdict]:
    scripts = [resource for resource in resources if resource.kind == "script"]
    found = [verdict for resource in scripts for verdict in of_script(resource)]
    yield from found or ([Passed("html", "current")] if scripts else [])


def of_script(resource: Resource) -> Iterator[Verdict]:
    named = NAMED.search(resource.url)
    if named is None:
        return
    library = (named["file"] or named["folder"]).lower()
    version = named["a"] or named["b"]
    numbers = tuple(int(number) for number in version.split("."))
    if library in ENDED and numbers[0] < ENDED[library]:
        yield Failed(resource.at, "ended", library=library, version=version)
    # Half a version, as 3.5, is taken for the newest that it can be.
    elif library in LEAST and numbers < LEAST[library][: len(numbers)]:
        yield Failed(resource.at, "old", library=library, version=version, least=".".join(map(str, LEAST[library])))
