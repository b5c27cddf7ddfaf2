"""Count the questions of forms; whether they belong together, only a person can say."""

from collections.abc import Iterator

from govlint import CantTell, Verdict
from govlint.facts.fields import Fields
from govlint.facts.place import at

# A name and an address, each in a fieldset or not, stay below.
MOST = 6


def check(govuk_fields: Fields, dom) -> Iterator[Verdict]:
    for form in dom.css("[method=post]"):
        fields = govuk_fields.by_form.get(form.mem_id, ())
        count = len({(field.group or field.node).mem_id for field in fields})
        if count > MOST:
            yield CantTell(at(form), "many", count=count)
