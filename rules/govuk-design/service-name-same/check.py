"""Compare the service names of all pages."""

from collections import Counter
from collections.abc import Iterator

from govlint import Each, Failed, Passed, Verdict


def check(govuk_service_name: Each[str], language: Each[str]) -> Iterator[Verdict]:
    # Each language has its own name.
    for spoken in sorted({tongue(language.get(url, "")) for url in govuk_service_name}):
        names = {url: name for url, name in govuk_service_name.items() if tongue(language.get(url, "")) == spoken}
        common, pages = next(iter(Counter(names.values()).most_common()))
        for url, name in names.items():
            if name == common:
                yield Passed(url, "same")
            elif pages > 1:
                yield Failed(url, "other", name=name, common=common)


def tongue(language: str) -> str:
    return language.lower().partition("-")[0]
