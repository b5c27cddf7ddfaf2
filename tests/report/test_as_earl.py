"""The EARL report says of every rule on every address what the outcome was."""

from __future__ import annotations

import json
from typing import Any

from govlint.model.finding import Scan
from govlint.model.verdict import Place
from govlint.report import as_earl

from . import sample
from .sample import HOME, finding


def graph(scan: Scan, kind: str) -> list[dict[str, Any]]:
    return [node for node in json.loads(as_earl.report(scan))["@graph"] if node["@type"] == kind]


def outcomes(scan: Scan) -> list[tuple[str, str, str]]:
    return [
        (one["subject"]["source"], one["test"].removeprefix("urn:govlint:rule:"), one["result"]["outcome"])
        for one in graph(scan, "Assertion")
    ]


def test_a_finding_is_an_assertion_with_a_pointer() -> None:
    scan = sample.scan((finding("axe/region", "No landmark.", place=Place("#a")),), visits=())
    (assertion,) = graph(scan, "Assertion")

    assert assertion["result"]["outcome"] == "earl:failed"
    assert assertion["result"]["info"] == "No landmark."
    assert assertion["result"]["pointer"] == {"@type": "CSSSelectorPointer", "expression": "#a"}
    assert assertion["subject"] == {"@type": ["TestSubject", "WebPage"], "source": f"{HOME}/apply/name"}


def test_what_passed_and_what_did_not_apply_is_said(scan: Scan) -> None:
    said = outcomes(scan)

    assert (f"{HOME}/", "hosting/strict-transport-security", "earl:passed") in said
    assert (f"{HOME}/", "documents/open-copy", "earl:inapplicable") in said


def test_a_rule_with_a_finding_on_an_address_is_not_said_twice(scan: Scan) -> None:
    about = [one for one in outcomes(scan) if one[:2] == (f"{HOME}/statistics", "documents/open-copy")]

    assert about == [(f"{HOME}/statistics", "documents/open-copy", "earl:failed")]


def test_an_accepted_finding_is_still_a_failure(scan: Scan) -> None:
    assert (f"{HOME}/apply/name?errors=1", "design/title-prefix", "earl:failed") in outcomes(scan)


def test_a_test_names_its_act_rules_and_standards(scan: Scan) -> None:
    (test,) = [node for node in graph(scan, "TestCriterion") if node["title"] == "axe/color-contrast"]

    assert test["isPartOf"] == [
        "https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/",
        "https://www.w3.org/WAI/standards-guidelines/act/rules/09o5cg/",
        "https://www.w3.org/TR/WCAG22/#contrast-minimum",
    ]


def test_every_name_in_the_graph_is_described_in_the_graph(scan: Scan) -> None:
    nodes = json.loads(as_earl.report(scan))["@graph"]
    described = {node["@id"] for node in nodes if "@id" in node}
    named = {one for node in nodes for one in node.get("isPartOf", [])}
    named |= {node[key] for node in nodes for key in ("test", "assertedBy") if key in node}

    assert named <= described


def test_every_term_is_in_the_context(scan: Scan) -> None:
    document = json.loads(as_earl.report(scan))

    def terms(node: object) -> set[str]:
        if isinstance(node, list):
            return set().union(*(terms(one) for one in node))
        if not isinstance(node, dict):
            return set()
        kinds = node.get("@type", [])
        own = set(node) | set([kinds] if isinstance(kinds, str) else kinds)
        return own.union(*(terms(value) for value in node.values()))

    assert {term for term in terms(document["@graph"]) if not term.startswith("@")} <= set(document["@context"])


def test_the_document_needs_no_network(scan: Scan) -> None:
    assert isinstance(json.loads(as_earl.report(scan))["@context"], dict)


def test_a_rule_that_the_scan_does_not_describe_is_named_all_the_same() -> None:
    (test,) = graph(sample.scan((finding("mine/own", "No."),), rules={}, visits=()), "TestCriterion")

    assert test["title"] == "mine/own"
