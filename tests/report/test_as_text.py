"""The text report tells a developer what to mend, in 80 columns, and nothing in it is led by a page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from govlint.model.finding import KNOWN, Scan
from govlint.model.verdict import Place
from govlint.report import as_text

from . import sample
from .sample import HOME, finding


def plain(scan: Scan, verbose: bool = False, width: int = 80) -> str:
    return as_text.render(scan, colour=False, width=width, verbose=verbose)


def test_an_entry_says_what_where_how_to_mend_it_and_who_asks() -> None:
    place = Place("#full-name", 41, 7, '<input id="full-name">')
    text = plain(sample.scan((finding("accessibility/field-name", "The field has no label.", place=place),)))

    assert "critical  accessibility/field-name  1 place on 1 page" in text
    assert "  The field has no label.\n" in text
    assert "    /apply/name:41:7\n      #full-name\n      <input id=\"full-name\">\n" in text
    assert "  To mend it: Write a label element" in text
    assert "  Asked for by: WCAG 2.2 success criterion 4.1.2 Name, Role, Value\n  (wcag22/4.1.2)" in text


def test_a_header_missing_on_270_pages_is_one_entry_with_three_places(scan: Scan) -> None:
    text = plain(scan)

    assert text.count("hosting/strict-transport-security") == 1
    assert "270 places on 270 pages" in text
    assert "    and 267 more places on 267 pages\n" in text
    assert text.count("/guidance/part-") == 3


def test_verbose_lists_every_place(scan: Scan) -> None:
    lines = set(plain(scan, verbose=True).splitlines())

    assert {f"    {url.removeprefix(HOME)}" for url in sample.PAGES} <= lines


def test_a_document_is_not_called_a_page(scan: Scan) -> None:
    assert "documents/pdf-tagged  1 place on 1 address" in plain(scan)


def test_the_report_says_what_was_not_tested_and_why(scan: Scan) -> None:
    text = plain(scan)

    assert "switched off with\n  --no-browser.\n    2 rules on 12 addresses" in text
    assert "  robots.txt asks not to visit it.\n    1 address: /admin" in text


def test_the_report_names_what_was_accepted_with_the_reason(scan: Scan) -> None:
    text = plain(scan)

    assert "Reason: The official GOV.UK page template puts the skip link there." in text
    assert "Reason: To be mended by 1 March 2027, ticket 123." in text
    assert "Already in the baseline: 1 place" in text


def test_a_known_issue_of_several_components_is_told_once() -> None:
    tags = ('<a class="back">', '<nav class="crumbs">', '<div class="phase">')
    found = tuple(
        finding("axe/region", "Outside.", place=Place("#x", excerpt=tag), settled=KNOWN, reason="It stands there on purpose.")
        for tag in tags
    )

    assert "  axe/region: Outside. (3 places)\n    Reason: It stands there on purpose.\n\n" in plain(sample.scan(found))


def test_a_page_that_was_not_reached_is_not_counted_as_a_rule() -> None:
    found = finding("engine/dead-host", "The host does not answer.", f"{HOME}/old", outcome="untested")

    assert "  The host does not answer.\n    1 address: /old\n" in plain(sample.scan((found,)))


def test_the_report_asks_to_look_by_hand(scan: Scan) -> None:
    assert "Look at these by hand: 1 place" in plain(scan)


def test_the_last_lines_are_the_numbers_and_the_verdict(scan: Scan) -> None:
    last = plain(scan).splitlines()[-3:]

    assert last == [
        "  275 pages judged, 1 document, 10 rules, 245.5 s",
        "  findings that count: 3 critical, 3 serious, 270 moderate",
        "  276 findings count, because they are moderate or worse. (exit code 1)",
    ]


def test_a_clean_scan_is_short_and_says_that_nothing_counts() -> None:
    text = plain(sample.scan((), visits=(), exit_code=0, verdict="Clean: no finding counts."))

    assert "findings that count: none" in text
    assert len(text.splitlines()) < 12


def test_many_causes_of_one_rule_do_not_drown_the_others() -> None:
    found = tuple(finding("axe/region", f"Part {letter} has no landmark.") for letter in "abcdefgh")
    text = plain(sample.scan(found))

    assert text.count("has no landmark.") == 5
    assert "and 3 more causes of axe/region at 3 places: --verbose lists them" in text
    assert plain(sample.scan(found), verbose=True).count("has no landmark.") == 8


def test_a_place_whose_numbers_differ_has_its_own_words() -> None:
    found = tuple(finding("axe/region", f"Part {number} has no landmark.", sample.PAGES[number]) for number in (1, 2, 3))
    text = plain(sample.scan(found))

    assert "3 places on 3 pages\n  Part 1 has no landmark.\n    /guidance/part-2\n    /guidance/part-3\n      Part 2 has" in text


@pytest.mark.parametrize("width", [40, 80, 132])
def test_no_line_but_an_address_is_wider_than_the_terminal(scan: Scan, width: int) -> None:
    lines = [line for line in plain(scan, verbose=True, width=width).splitlines() if len(line) > width]

    assert [line for line in lines if not re.search(r"^\S+  \S+  \d|^    (1 address: )?(/|https:)", line)] == []


def test_colours_change_nothing_but_the_colour(scan: Scan) -> None:
    coloured = as_text.render(scan, colour=True, width=80, verbose=False)

    assert "\x1b[1;31mcritical\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain(scan)


def test_a_report_into_a_file_has_no_colours(scan: Scan) -> None:
    assert b"\x1b" not in as_text.report(scan)


def test_an_address_of_another_host_is_told_whole(scan: Scan) -> None:
    assert "    https://old.example.gov.uk/\n" in plain(scan)


def test_the_advice_is_cut_at_the_end_of_a_sentence() -> None:
    fix = "First do this. " + "Then do a lot of other things with care. " * 10

    assert as_text.first_sentences("Only. One.") == "Only. One."
    assert as_text.first_sentences(fix).startswith("First do this. Then")
    assert as_text.first_sentences(fix).endswith("care.")
    assert len(as_text.first_sentences(fix)) <= 240
    assert as_text.first_sentences("x" * 300 + ". Next.") == "x" * 300 + "."


def test_a_served_folder_is_named_and_not_the_port(scan: Scan) -> None:
    served = replace(scan, options={"served": {HOME: "build/pages"}})

    assert "build/pages" in plain(served).splitlines()[0]


def test_what_does_not_count_takes_two_lines_and_its_whole_entry_when_asked(scan: Scan) -> None:
    short, whole = (plain(scan, verbose=verbose) for verbose in (False, True))

    noted = short[short.index("Noted, and not counted") :]
    assert "To mend it" not in noted
    assert "To mend it" in whole[whole.index("Noted, and not counted") :]
