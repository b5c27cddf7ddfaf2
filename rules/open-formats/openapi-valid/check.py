"""Say what a validator says of a description."""

from collections.abc import Iterator

from govlint import CantTell, Failed, Passed, Verdict
from govlint.facts.api_description import ApiDescription
from govlint.facts.api_validity import ApiValidity


def check(api_description: ApiDescription, api_validity: ApiValidity) -> Iterator[Verdict]:
    if api_description.faults:
        return  # openapi-version says what is missing
    for where, fault in api_validity.faults:
        yield Failed("", "wrong", where=where, fault=fault)
    if api_validity.faults:
        return
    if api_validity.elsewhere:
        yield CantTell("", "elsewhere", reference=api_validity.elsewhere)
    else:
        yield Passed("", "valid")
