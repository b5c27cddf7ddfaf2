"""Compare the headings with those of the model statement; a full claim needs no list of problems."""

from collections.abc import Iterator

from govlint import Failed, Passed, Verdict
from govlint.facts.statement import Statement, lacking

WANTED = {
    "status": "Compliance status",
    "problems": "Non-accessible content",
    "preparation": "Preparation of this accessibility statement",
    "feedback": "Feedback and contact information",
    "enforcement": "Enforcement procedure",
}


def check(statement: Statement) -> Iterator[Verdict]:
    for name, wanted in WANTED.items():
        if name == "problems" and statement.status == "fully":
            continue
        part = statement.part(name)
        if part is None:
            yield lacking(statement, "missing", wanted=wanted)
        # There are several translations of the Welsh model.
        elif statement.welsh or plain(part.heading.text) == plain(wanted):
            yield Passed(part.heading.at, "there")
        else:
            yield Failed(part.heading.at, "worded", text=part.heading.text, wanted=wanted)


def plain(text: str) -> str:
    return text.strip(" .:").lower()
