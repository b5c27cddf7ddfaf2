"""The corpus of the benchmark is the same each time, of the sizes that it tells, and has the faults that it tells."""

import hashlib
from random import Random

import pytest
from selectolax.lexbor import LexborHTMLParser

from govlint.capture.folder import FolderServer
from govlint.evidence.vendored import axe_script
from tools.bench_corpus import CYCLE, LEAST, MOST, PAGE, count, page, png, size_of, write
from tools.bench_loops import naive, pairs
from tools.bench_parts import FAULTS, PARTS

NUMBERS = range(1, CYCLE + 1)


def digests(folder):
    return {file.relative_to(folder): hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*") if file.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    write(tmp_path / "one", 5, seed=7)
    write(tmp_path / "two", 5, seed=7)

    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_another_seed_gives_other_pages():
    assert page(1, seed=7).html != page(1, seed=8).html


def test_the_pages_do_not_depend_on_how_many_there_are(tmp_path):
    few, many = write(tmp_path / "few", 3), write(tmp_path / "many", 6)

    assert [file.read_bytes() for file in few] == [file.read_bytes() for file in many[:3]]


def test_the_bytes_are_those_of_the_figures_that_were_written_down():
    # If this changes on purpose, what was measured before cannot be compared any more: measure again.
    first = "".join(page(number).html for number in NUMBERS)

    assert hashlib.sha256(first.encode()).hexdigest()[:16] == "d0730e8bf8bf9b1e"


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_has_exactly_the_elements_that_it_tells(number):
    made = page(number)

    assert len(LexborHTMLParser(made.html).css("*")) == made.elements == size_of(number)


def test_sizes_go_from_100_to_1500_elements_and_come_again_after_40_pages():
    sizes = [size_of(number) for number in NUMBERS]

    assert (min(sizes), max(sizes)) == (LEAST, MOST) == (100, 1500)
    assert len(set(sizes)) == CYCLE
    assert [size_of(number + CYCLE) for number in NUMBERS] == sizes


def test_pages_of_one_size_differ():
    assert page(1).html != page(1 + CYCLE).html


def test_the_parts_are_varied():
    whole = "".join(page(number).html for number in NUMBERS)

    for mark in ("<form", "<table", "<svg", "<img", "<dl", "<details", 'data-module="govuk-accordion"', "govuk-radios", "<select"):
        assert mark in whole, mark


def test_every_part_and_fault_is_written_in_whole_elements():
    for part in (part(Random(1), 1) for part in PARTS):
        assert len(LexborHTMLParser(f"<body>{part}").css("body *")) == count(part)
    for fault in FAULTS.values():
        assert len(LexborHTMLParser(f"<body>{fault}").css("body *")) == count(fault)


def test_faults_are_spread_over_the_pages():
    told = [page(number).faults for number in NUMBERS]

    assert {fault for faults in told for fault in faults} == set(FAULTS)
    assert 10 <= sum(not faults for faults in told) <= 30


def test_identifiers_are_used_once_in_a_page():
    for number in NUMBERS:
        found = [node.attributes["id"] for node in LexborHTMLParser(page(number).html).css("[id]")]
        assert len(found) == len(set(found)), number


def test_pictures_are_pictures():
    assert png(80, 60, Random(1)).startswith(b"\x89PNG\r\n\x1a\n")


def test_axe_core_finds_each_fault_by_the_rule_of_its_name(tmp_path):
    write(tmp_path, 1)
    main = "".join(fault.replace("NUMBER", str(number)) for number, fault in enumerate(FAULTS.values()))
    (tmp_path / "all.html").write_text(PAGE.format(title="All faults", service="Test", main=main), "utf-8")
    (tmp_path / "none.html").write_text(PAGE.format(title="No fault", service="Test", main="<p>None.</p>"), "utf-8")
    found = {}

    with FolderServer(tmp_path) as server:
        urls = [f"{server.origin}/{name}.html" for name in ("all", "none")]
        naive(urls, str(axe_script()), lambda url, answer: found.update({url: {rule for rule, _ in pairs(answer)}}))

    assert found[urls[0]] == set(FAULTS)
    assert found[urls[1]] == set()
