"""Compare the names of fields with words that name only parts of a page."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.place import at
from govlint.facts.wording import plain

# Parts of a page or form: none of them is something to enter.
PARTS = frozenset(
    "box button checkbox click control dropdown enter entry field fill form here input item label link list menu "
    "new ok option page placeholder radio select submit tab text textarea textbox type undefined untitled value null".split()
    + ["text box", "text field", "text input", "text area", "input field", "enter text", "enter value", "enter here",
       "type here", "select one", "please select", "please enter", "form field", "select option", "drop down", "fill in"]
)  # fmt: skip


def check(controls: tuple[Control, ...]) -> Iterator[Verdict]:
    for control in controls:
        # The name of one box among several is read together with the legend of the group.
        if not control.name or control.kind in ("radio", "checkbox"):
            continue
        if plain(control.name) in PARTS and not control.legend:
            yield Failed(at(control.node), "generic", name=control.name)
        else:
            yield Passed(at(control.node), "says")
