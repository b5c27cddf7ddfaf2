"""Look at the width of fields for things that are always short."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.fields import Fields
from govlint.facts.kin import ancestors, classes
from govlint.facts.place import at

SHORT = re.compile(r"(uk )?postcode|sort code|national insurance number")
# A field with classes of its own may have its width from them.
PLAIN = frozenset({"govuk-input", "govuk-input--error", "govuk-input--extra-letter-spacing"})


def check(govuk_fields: Fields) -> Iterator[Verdict]:
    for field in govuk_fields.every:
        named = classes(field.node)
        if "govuk-input" not in named or not SHORT.fullmatch(field.asks):
            continue
        if PLAIN.issuperset(named) and not is_in_column(field.node):
            yield Failed(at(field.node), "wide", label=field.label)
        else:
            yield Passed(at(field.node), "sized")


def is_in_column(node) -> bool:
    """Whether something around a field makes it narrower than the text: a column of a third or less."""
    around = " ".join(" ".join(classes(above)) for above in ancestors(node))
    return re.search(r"-(one-third|one-quarter|one-half)\b", around) is not None
