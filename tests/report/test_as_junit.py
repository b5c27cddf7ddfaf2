"""The JUnit report fails where something counts, and only there."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from govlint.model.finding import KNOWN, NOTED, Scan, Visit
from govlint.report import as_junit

from . import sample
from .sample import HOME, finding

PAGE = f"{HOME}/apply/name"


def root(scan: Scan) -> ElementTree.Element:
    return ElementTree.fromstring(as_junit.report(scan))


def only_case(scan: Scan) -> ElementTree.Element:
    (case,) = root(scan).iter("testcase")
    return case


def test_a_rule_that_passed_is_a_case_that_passed() -> None:
    visits = (Visit(PAGE, outcomes={"axe/region": "passed", "documents/open-copy": "inapplicable"}),)
    case = only_case(sample.scan((), visits=visits))

    assert case.get("name") == "axe/region: All content lies in landmarks"
    assert list(case) == []


@pytest.mark.parametrize(
    ("given", "tags"),
    [
        ({}, ["failure"]),
        ({"settled": NOTED}, ["system-out"]),
        ({"settled": KNOWN, "reason": "So it is."}, ["system-out"]),
        ({"outcome": "cantTell", "settled": NOTED}, ["skipped", "system-out"]),
        ({"outcome": "untested"}, ["error", "system-out"]),
        ({"outcome": "untested", "settled": NOTED}, ["skipped", "system-out"]),
    ],
)
def test_what_became_of_a_finding_decides_the_case(given: dict[str, str], tags: list[str]) -> None:
    case = only_case(sample.scan((finding("axe/region", "No landmark.", PAGE, **given),), visits=()))

    assert [part.tag for part in case] == tags
    assert all("No landmark." in (part.get("message") or part.text or "") for part in case)


def test_a_rule_that_was_not_tested_is_skipped_even_without_a_finding() -> None:
    case = only_case(sample.scan((), visits=(Visit(PAGE, outcomes={"axe/region": "untested"}),)))

    assert [part.tag for part in case] == ["skipped"]


def test_the_numbers_add_up(scan: Scan) -> None:
    whole = root(scan)

    def counted(name: str) -> int:
        return sum(int(suite.get(name, "")) for suite in whole.iter("testsuite"))

    assert whole.get("tests") == str(len(list(whole.iter("testcase")))) == str(counted("tests"))
    assert whole.get("failures") == str(len(list(whole.iter("failure")))) == str(counted("failures"))
    assert whole.get("errors") == str(len(list(whole.iter("error")))) == "13"


def test_each_address_is_a_suite(scan: Scan) -> None:
    names = [suite.get("name") for suite in root(scan).iter("testsuite")]

    assert len(names) == len(set(names))
    assert set(sample.PAGES) < set(names)


def test_a_character_that_xml_forbids_is_replaced() -> None:
    failure = only_case(sample.scan((finding("axe/region", "\x00 \x0b ]]> & <b> \ufffe", PAGE),), visits=())).find("failure")

    assert failure is not None
    assert failure.get("message") == "1 place: \ufffd ]]> & <b> \ufffd"
