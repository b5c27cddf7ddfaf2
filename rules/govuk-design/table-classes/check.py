"""Look at the parts of each table that has the class of a GOV.UK table."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class, inside
from govlint.facts.place import at

WANTED = {
    "tr": ("govuk-table__row",),
    "td": ("govuk-table__cell", "govuk-table__header"),
    "th": ("govuk-table__header", "govuk-table__cell"),
}


def check(govuk_classes: dict) -> Iterator[Verdict]:
    for table in govuk_classes.get("govuk-table", ()):
        if table.tag != "table":
            continue
        parts = [part for part in table.css("tr, td, th") if inside(part, "table").mem_id == table.mem_id]
        bare = [part for part in parts if not has_class(part, *WANTED[part.tag])]
        if bare:
            yield Failed(at(table), "bare", count=len(bare), tag=bare[0].tag, wanted=WANTED[bare[0].tag][0])
        elif any("scope" not in part.attrs for part in parts if part.tag == "th"):
            yield Failed(at(table), "scope")
        elif parts:
            yield Passed(at(table), "classed")
