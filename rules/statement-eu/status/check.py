"""Look for one of the three claims in the language of the statement."""

import re
from collections.abc import Iterator
from typing import Any

from govlint import Failed, Passed, Verdict

CLAIMS = {
    "en": r"\b(fully|partially|not|non)[ -]complian(t|ce)\b",
    "de": r"\b(vollständig|teilweise|nicht)\b[^.]{0,120}?\b(vereinbar|konform|barrierefrei)\b",
    "fr": r"\b(totalement|partiellement|non|pas) conforme\b|\bconformité (totale|partielle)\b",
    "es": r"\b(plenamente|parcialmente|totalmente|no( es)?) conforme\b",
    "it": r"\b(pienamente|totalmente|parzialmente|non( è)?) conforme\b|\bè conforme\b",
}


def check(eu_statement: Any) -> Iterator[Verdict]:
    said = re.search(CLAIMS[eu_statement.language], eu_statement.text, re.IGNORECASE)
    yield Passed(eu_statement.at, "said") if said else Failed(eu_statement.at, "none")
