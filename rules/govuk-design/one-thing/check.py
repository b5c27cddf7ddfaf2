"""Count the questions of forms; whether they belong together, only a person can say."""

from collections.abc import Iterator

from govlint import CantTell, Verdict
from govlint.facts.controls import Control
from govlint.facts.kin import inside
from govlint.facts.place import at

# A name and an address, each in a fieldset or not, stay below.
MOST = 6


def check(govuk_page, dom, controls: tuple[Control, ...]) -> Iterator[Verdict]:
    questions: dict[int, set[int]] = {}
    for control in controls:
        form = inside(control.node, "form")
        if form is not None:
            question = control.node if control.group is None else control.group
            questions.setdefault(form.mem_id, set()).add(question.mem_id)
    for form in dom.css("[method=post]"):
        count = len(questions.get(form.mem_id, ()))
        if count > MOST:
            yield CantTell(at(form), "many", count=count)
