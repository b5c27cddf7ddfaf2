"""Tell from labels which fields ask for the user's own details, and look at their autocomplete."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.controls import Control, asked
from govlint.facts.exposure import Exposure
from govlint.facts.names import Names
from govlint.facts.place import at
from govlint.facts.surroundings import ancestors

TEXT = frozenset({"text", "email", "tel", "password", "number"})
# What a label asks for, as a whole, and the token of HTML's autofill for it.
TOKENS = {
    "name": "full name|name in full|enw llawn",
    "given-name": "first names?|given names?|forenames?|first and middle names?|enwau? cyntaf",
    "family-name": "last names?|surname|family names?|cyfenw",
    "email": "e-?mail|e-?mail address|cyfeiriad e-?bost",
    "tel": "(?:uk |home |work |daytime |contact )?(?:tele)?phone(?: number)?|(?:uk )?mobile(?: phone| telephone)?(?: number)?|rhif ffôn",
    "postal-code": "(?:uk )?post ?code|postal code|zip code|cod post",
    "address-line1": "address line 1|address line one|building and street|llinell cyfeiriad 1",
    "address-line2": "address line 2|address line two|llinell cyfeiriad 2",
    "address-level2": "town or city|town/city|town / city|city or town|tref neu ddinas",
}
NEW_PASSWORD = re.compile(r"(?:create|choose|set|new|confirm|re-?enter)\b.*")
PARTS_OF_BIRTH = {"day": "bday-day", "month": "bday-month", "year": "bday-year"}
PATTERNS = {token: re.compile(pattern) for token, pattern in TOKENS.items()}
BIRTH = re.compile(r"\bborn\b|\bbirth|dyddiad geni")
# Words of a question about somebody or something else.
OTHERS = re.compile(
    r"\b(?:child|children|partner|spouse|husband|wife|mother|father|parent|guardian|relative|friend|they|their|them|his|her|"
    r"he|she|person|people|employer|employee|referee|witness|doctor|gp|landlord|tenant|client|customer|user|users|member|"
    r"applicant|claimant|patient|pupil|student|deceased|died|company|companies|business|organi[sz]ation|charity|school|"
    r"supplier|property|site|premises|vehicle|agent|solicitor|representative|contact|emergency|owner|director|search|find|"
    r"filter|look up|someone|somebody|another|other|add)\b"
)


def check(
    dom: LexborHTMLParser, controls: tuple[Control, ...], exposure: Exposure, names: Names
) -> Iterator[Verdict]:
    title = " ".join(names.of(node) for node in dom.css("h1") if exposure.exposed(node)).lower()
    for control in controls:
        token = purpose(control)
        if not token or control.kind not in TEXT or is_about_others(control, title) or searches(control):
            continue
        said = control.written.get("autocomplete", "").lower().split()
        if not said or said == ["on"]:
            yield Failed(at(control.node), "missing", token=token)
        elif said == ["off"]:
            yield CantTell(at(control.node), "off", token=token)
        else:
            yield Passed(at(control.node), "set")


def purpose(control: Control) -> str:
    wanted = asked(control.name)
    if control.kind == "password":
        return "new-password" if NEW_PASSWORD.fullmatch(wanted) else "current-password"
    if BIRTH.search(control.legend.lower()):
        return PARTS_OF_BIRTH.get(wanted, "")
    return next((token for token, pattern in PATTERNS.items() if pattern.fullmatch(wanted)), "")


def is_about_others(control: Control, title: str) -> bool:
    return bool(OTHERS.search(f"{control.legend} {title}".lower()))


def searches(control: Control) -> bool:
    form = next((above for above in ancestors(control.node) if above.tag == "form"), None)
    return form is None or (form.attributes.get("role") or "") == "search" or (form.attributes.get("method") or "get").lower() == "get"
