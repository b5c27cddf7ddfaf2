"""Read the links of summary lists and summary cards."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes, words

BARE = ("change", "edit", "remove", "delete", "newid")
PLACES = ("govuk-summary-list__actions", "govuk-summary-card__actions", "govuk-summary-card__action")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    around = [node for place in PLACES for node in govuk_classes.get(place, ())]
    links = {link.mem_id: link for node in around for link in node.css("a[href]")}
    bare = [link for link in links.values() if not attributes(link).get("aria-labelledby") and name_of(link).lower() in BARE]
    for link in bare:
        yield Failed(at(link), "bare", text=name_of(link))
    if links and not bare:
        yield Passed("html", "named")


def name_of(link) -> str:
    return attributes(link).get("aria-label", "").strip() or words(link)
