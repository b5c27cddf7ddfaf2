"""Look for fields that ask for a password a second time."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.controls import Control
from govlint.facts.place import at

AGAIN = re.compile(r"^(confirm|repeat|retype|re-?enter|re-type)\b|\bagain$", re.IGNORECASE)


def check(govuk_page, controls: tuple[Control, ...]) -> Iterator[Verdict]:
    asked = [control for control in controls if control.kind == "password"]
    for control in asked:
        if not AGAIN.search(control.name.strip()):
            yield Passed(at(control.node), "once")
        elif len(asked) > 1:
            yield Failed(at(control.node), "again", label=control.name)
