"""Compare the pages of a pagination with what comes before them."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at, words


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for pagination in govuk_classes.get("govuk-pagination", ()):
        pages = [item for item in pagination.css(".govuk-pagination__item") if not has_class(item, "govuk-pagination__item--ellipsis")]
        back, on = (pagination.css_first(f".govuk-pagination__{part}") for part in ("prev", "next"))
        if len(pages) == 1 and back is None and on is None:
            yield Failed(at(pagination), "single")
        elif back is not None and any(is_first(item) for item in pages):
            yield Failed(at(back), "before-first")
        elif pages:
            yield Passed(at(pagination), "fits")


def is_first(item) -> bool:
    """Whether an item says that this is page 1."""
    return has_class(item, "govuk-pagination__item--current") and words(item) == "1"
