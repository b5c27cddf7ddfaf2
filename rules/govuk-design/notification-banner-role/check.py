"""Compare the role of each banner with what kind of news it is."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.kin import has_class
from govlint.facts.place import at, attributes


def check(govuk_classes: dict, nodes_by_id: dict) -> Iterator[Verdict]:
    for banner in govuk_classes.get("govuk-notification-banner", ()):
        written = attributes(banner)
        role = written.get("role", "")
        named = written.get("aria-labelledby", "")
        said = {"role": f"role={role}" if role else "no role"}
        if has_class(banner, "govuk-notification-banner--success") and role != "alert":
            yield Failed(at(banner), "success", **said)
        elif role not in ("region", "alert"):
            yield Failed(at(banner), "other", **said)
        elif named and named not in nodes_by_id:
            yield Failed(at(banner), "no-name", name=named)
        else:
            yield Passed(at(banner), "fits")
