"""Compare what a field is called with its type."""

import re
from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.place import at, attributes

TYPES = {
    "email": re.compile(r"(your )?e-?mail( address)?", re.IGNORECASE),
    "tel": re.compile(r"(your |uk )*((tele|mobile )?phone|mobile)( number)?", re.IGNORECASE),
}
CODE = re.compile(r"(enter )?(the |your )?(\d-digit )?(security|verification) code", re.IGNORECASE)
SORT_CODE = re.compile(r"sort code")
TEXT = ("", "text", "number")


def check(govuk_page, dom, label_words: dict[str, str]) -> Iterator[Verdict]:
    for field in dom.css("input[id]"):
        written = attributes(field)
        kind = written.get("type", "").lower()
        if kind not in (*TEXT, *TYPES):
            continue
        label = bare(label_words.get(written["id"], ""))
        wanted = next((name for name, called in TYPES.items() if called.fullmatch(label)), "")
        if wanted and kind != wanted:
            yield Failed(at(field), "type", label=label, type=kind or "text", wanted=wanted)
            continue
        code = CODE.fullmatch(label)
        if (code or SORT_CODE.fullmatch(label)) and written.get("inputmode") != "numeric":
            yield Failed(at(field), "numeric", label=label)
        elif code and written.get("autocomplete") != "one-time-code":
            yield Failed(at(field), "offered", label=label)
        elif wanted or code or SORT_CODE.fullmatch(label):
            yield Passed(at(field), "right")


def bare(label: str) -> str:
    """A label without what it adds in brackets, its question mark, and its beginning."""
    return re.sub(r"\(.*?\)", "", label).lower().strip().rstrip("?").removeprefix("what is ")
