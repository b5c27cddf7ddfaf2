"""Look for words on each thing that article 13 asks for, in English and Welsh; words differ, so a person has to look."""

import re
from collections.abc import Iterator

from govlint import CantTell, Passed, Verdict
from govlint.facts.page import Heading

# Who is told of a notice: its main heading.
NOTICE = re.compile(r"^(our |the )?privacy (notice|policy|statement)\b|^(hysbysiad|polisi) preifatrwydd|^personal information charter", re.IGNORECASE)
# A page that leads to several of them is none itself.
SHORTEST = 60  # words
ASKED = {
    "who the controller is": r"\bcontrollers?\b|responsible for your (personal )?(data|information)|rheolydd|rheolwr data",
    "what the data are used for": r"\bpurposes?\b|\bwhy we\b|\b(need|use|uses|collect|process)(ed)? (it|them|your|this|the) |\bpam\b|diben",
    "the lawful basis": r"(legal|lawful) bas[ie]s|public (interest|task)|legal obligation|legitimate interests?|\bconsent\b|sail gyfreithi?ol|budd y cyhoedd",
    "how long the data are kept": r"how long|\bretain|\bretention|\bkeep (it|them|your|this|the)\b|\bdelete|am ba hyd|pa mor hir|\bcadw",
    "the rights of people": r"\brights?\b|\bhawl",
    "the data protection officer": r"data protection (officer|manager|team)|\bDPO\b|swyddog diogelu data",
    "the Information Commissioner": r"information commissioner|\bICO\b|comisiynydd gwybodaeth",
}


def check(headings: tuple[Heading, ...], main_text: str) -> Iterator[Verdict]:
    notice = next((h for h in headings if h.level == 1 and NOTICE.search(h.text)), None)
    if notice is None or len(main_text.split()) < SHORTEST:
        return
    missing = [what for what, pattern in ASKED.items() if not re.search(pattern, main_text, re.IGNORECASE)]
    for what in missing:
        yield CantTell(notice.at, "missing", what=what)
    if not missing:
        yield Passed(notice.at, "whole")
