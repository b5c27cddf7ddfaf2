"""Follow the skip link."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import contains
from govlint.facts.place import at, attributes


def check(dom, govuk_classes: dict, nodes_by_id: dict) -> Iterator[Verdict]:
    main = dom.css_first("main, [role=main]")
    for link in govuk_classes.get("govuk-skip-link", ()):
        href = attributes(link).get("href", "")
        target = nodes_by_id.get(href[1:]) if href.startswith("#") else None
        if target is None:
            yield Failed(at(link), "no-target", href=href)
        elif main is not None and not contains(main, target) and not contains(target, main):
            yield Failed(at(link), "elsewhere", tag=target.tag)
        else:
            yield Passed(at(link), "leads")
