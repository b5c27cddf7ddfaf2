"""Look for the mandatory parts of the model among the headings, in the language of the statement."""

import re
from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict

PARTS = {
    "Compliance status": r"complian|[ck]onform|vereinbarkeit|cumplimiento",
    "Non-accessible content": r"accessible|barrierefreie inhalte|barrieren|accesible|accessibili\b",
    "Preparation of the statement": r"pr[eé]par|erstellung|établissement|elaboración|redazione",
    "Feedback and contact information": r"feedback|contact|kontakt|coordonnées|observaciones|comunicaciones|recapiti",
    "Enforcement procedure": r"enforcement|durchsetzung|schlichtung|voies? de recours|respect des dispositions|aplicación|attuazione|reclamación",
}


def check(eu_statement: Any) -> Iterator[Verdict]:
    # A claim of full compliance has nothing to list.
    full = re.search(r"fully compliant|vollständig vereinbar|totalement conforme|plenamente conforme|pienamente conforme", eu_statement.text)
    missing = [
        name
        for name, pattern in PARTS.items()
        if not any(re.search(pattern, heading) for heading in eu_statement.headings) and not (full and name.startswith("Non"))
    ]
    for name in missing:
        yield Failed(eu_statement.at, "missing", name=name)
    if not missing:
        yield Passed(eu_statement.at, "there")
