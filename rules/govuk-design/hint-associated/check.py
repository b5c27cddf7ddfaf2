"""Look who names each hint in aria-describedby."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.errors import CONTROLS
from govlint.facts.kin import closest, has_class, holders, inside
from govlint.facts.place import at, attributes, words

GROUPS = ("govuk-radios__item", "govuk-checkboxes__item", "govuk-form-group")
COUNTER = "govuk-character-count__message"


def check(govuk_classes: dict, described_by: dict, dom) -> Iterator[Verdict]:
    hints = govuk_classes.get("govuk-hint", ())
    asking = holders(dom, CONTROLS) if hints else set()
    for hint in hints:
        if has_class(hint, COUNTER) or not words(hint) or not helps(hint, asking):
            continue
        name = attributes(hint).get("id", "")
        if inside(hint, "label", "legend") is not None or name in described_by:
            yield Passed(at(hint), "tied")
        elif name:
            yield Failed(at(hint), "not-named", text=words(hint), id=name)
        else:
            yield Failed(at(hint), "no-id", text=words(hint))


def helps(hint, asking: set[int]) -> bool:
    """Whether the hint stands in a group of its own with a field, as text that only looks like a hint does not."""
    group = closest(hint, *GROUPS) or inside(hint, "fieldset")
    return group is not None and group.mem_id in asking
