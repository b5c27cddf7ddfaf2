"""Gather radios and checkboxes by their name, and look for the group around each set."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.place import at
from govlint.facts.surroundings import ancestors

KINDS = {"radio": "radios", "checkbox": "checkboxes"}


def check(controls: tuple[Control, ...]) -> Iterator[Verdict]:
    sets: dict[tuple[str, str, int | None], list[Control]] = {}
    for control in controls:
        name = control.written.get("name", "")
        if control.kind in KINDS and name:
            sets.setdefault((control.kind, name, form_of(control)), []).append(control)

    for (kind, name, _), found in sets.items():
        # Boxes in the rows of a table are named by the cells around them.
        first, *others = found
        if not others or any(above.tag == "table" for above in ancestors(first.node)):
            continue
        said = {"kind": KINDS[kind], "name": name, "count": len(found)}
        if first.group is None:
            yield Failed(at(first.node), "loose", **said)
        elif not first.legend:
            yield Failed(at(first.group), "unnamed", **said)
        else:
            yield Passed(at(first.node), "grouped")


def form_of(control: Control) -> int | None:
    return next((above.mem_id for above in ancestors(control.node) if above.tag == "form"), None)
