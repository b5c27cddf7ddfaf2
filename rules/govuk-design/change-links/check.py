"""Read the links of summary lists and summary cards."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at, attributes, words

BARE = ("change", "edit", "remove", "delete", "newid", "golygu", "dileu", "tynnu")
PLACES = ("govuk-summary-list__actions", "govuk-summary-card__actions", "govuk-summary-card__action")


def check(govuk_classes: dict) -> Iterator[Verdict]:
    seen: set[int] = set()
    for place in PLACES:
        for actions in govuk_classes.get(place, ()):
            for link in actions.css("a[href]"):
                if link.mem_id not in seen and not has_class(link, *PLACES):
                    seen.add(link.mem_id)
                    yield judged(link)


def judged(link) -> Verdict:
    written = attributes(link)
    name = written.get("aria-label", "").strip() or words(link)
    if not written.get("aria-labelledby") and name.lower().rstrip(".") in BARE:
        return Failed(at(link), "bare", text=name)
    return Passed(at(link), "named")
