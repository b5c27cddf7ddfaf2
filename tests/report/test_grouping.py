"""Findings with one cause stand together, and the worst is read first."""

from __future__ import annotations

from dataclasses import replace

from govlint.model.finding import BASELINE, COUNTS, KNOWN, NOTED, WAIVED, Scan, Visit
from govlint.model.verdict import Place
from govlint.report.grouping import gaps, groups

from . import sample
from .sample import HOME, finding


def test_one_cause_on_many_pages_is_one_group() -> None:
    (group,) = groups(tuple(finding("axe/region", "No landmark.", url) for url in sample.PAGES))

    assert (group.places, group.pages) == (270, 270)


def test_two_places_on_one_page_are_one_page() -> None:
    one = finding("axe/region", "No landmark.", place=Place("#a"))
    (group,) = groups((one, replace(one, place=Place("#b"))))

    assert (group.places, group.pages) == (2, 1)


def test_another_text_is_another_group() -> None:
    found = groups((finding("axe/region", "No landmark."), finding("axe/region", "No main landmark.")))

    assert len(found) == 2


def test_a_waived_place_does_not_stand_among_those_that_count() -> None:
    one = finding("axe/region", "No landmark.")
    waived = replace(one, settled=WAIVED, reason="Until March.", url=f"{HOME}/old")

    assert [(group.settled, group.places) for group in groups((waived, one))] == [(COUNTS, 1), (WAIVED, 1)]


def test_findings_without_a_cause_are_grouped_by_what_makes_one() -> None:
    found = tuple(replace(finding("axe/region", "No landmark.", url), cause="") for url in sample.PAGES[:3])

    assert [group.places for group in groups(found)] == [3]


def test_what_counts_comes_first_and_then_the_worst_and_then_the_widest() -> None:
    found = (
        finding("a/known", "known", settled=KNOWN, severity="critical"),
        finding("a/baseline", "baseline", settled=BASELINE, severity="critical"),
        finding("a/noted", "noted", settled=NOTED, severity="critical"),
        finding("a/minor", "minor", severity="minor"),
        finding("a/narrow", "narrow", severity="serious"),
        *(finding("a/wide", "wide", url, severity="serious") for url in sample.PAGES[:2]),
        finding("a/unknown", "unknown", severity="dreadful"),
        finding("a/by-hand", "by hand", outcome="cantTell", severity="critical"),
        finding("a/worst", "worst", severity="critical"),
    )

    assert [group.text for group in groups(found)] == [
        "worst",
        "wide",
        "narrow",
        "minor",
        "unknown",
        "by hand",
        "noted",
        "known",
        "baseline",
    ]


def test_places_are_in_the_order_that_a_reader_expects() -> None:
    urls = [f"{HOME}/part-{number}" for number in (10, 9, 2)]
    (group,) = groups(tuple(finding("axe/region", "No landmark.", url) for url in urls))

    assert [one.url for one in group.findings] == urls[::-1]


def test_the_page_of_a_site_rule_is_the_page_of_its_place() -> None:
    one = finding("metadata/unique-titles", "The title is used twice.", place=Place("title", url=f"{HOME}/b"))
    (group,) = groups((one, replace(one, place=Place("title", url=f"{HOME}/c"))))

    assert group.pages == 2


def test_the_order_of_finding_does_not_matter(scan: Scan) -> None:
    assert groups(scan.findings) == groups(scan.findings[::-1])


def test_what_was_not_tested_for_one_reason_is_one_gap() -> None:
    found = tuple(
        finding(rule, "No browser.", url, outcome="untested", settled=NOTED)
        for rule in ("axe/region", "axe/color-contrast")
        for url in sample.PAGES[:3]
    )
    (gap,) = gaps(sample.scan(found, visits=()))

    assert gap.rules == ("axe/color-contrast", "axe/region")
    assert gap.addresses == sample.PAGES[:3]
    assert not gap.counts


def test_an_address_that_was_not_judged_is_a_gap_even_without_a_finding() -> None:
    visits = (
        Visit(f"{HOME}/a", outcome="skipped", reason="robots.txt asks not to."),
        Visit(f"{HOME}/b", outcome="unreached"),
        Visit(f"{HOME}/c", outcome="redirected", reason="It leads to /d."),
        Visit(f"{HOME}/d"),
    )
    found = gaps(sample.scan((), visits=visits))

    assert [(gap.reason, gap.addresses) for gap in found] == [
        ("The address was unreached.", (f"{HOME}/b",)),
        ("robots.txt asks not to.", (f"{HOME}/a",)),
    ]
