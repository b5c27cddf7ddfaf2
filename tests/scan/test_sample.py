"""Scans with `--sample alike` and a real browser: three templates, ten pages of each, one with a barrier."""

from __future__ import annotations

import json
import os
import signal
import time
from collections import Counter

import pytest

from govlint.report import as_html, as_json, as_markdown, as_text
from govlint.scan.asked import ALIKE, Asked
from govlint.scan.run import run

from ..loopback import Loopback, html
from ..scanning import LIMIT, Scanning

RULES = ("axe", "metadata/title-present")
PAGES, SAMPLE = 10, 3
TEMPLATES = ("guide", "form", "table")
NOT_SAMPLED = "engine/not-sampled"


def page(kind, number):
    title = f"{kind.title()} {'again ' * number}"
    bodies = {
        "guide": f"<p>{title}</p>" * (number + 1),
        "form": f"<form><input type=text><p>{title}</p></form>",  # a barrier: nothing names the field
        "table": f"<table><tr><th scope=col>{title}</th></tr>{'<tr><td>x</td></tr>' * (number + 1)}</table>",
    }
    return html(f"<!doctype html><html lang=en><head><title>{title}</title></head><body><main><h1>{title}</h1>{bodies[kind]}</main></body></html>")


STANDARD = "near/one: {title: One, url: https://near.example/one, publisher: Near}"
SHEET = """title: All pages are seen
severity: minor
standards: [near/one]
why: What is not seen is not judged.
fix: Look at all.
messages:
  seen: "{seen} pages seen and {unseen} not."
"""
CHECK = """from govlint import CantTell, Each, Place


def check(rendered: Each[str]):
    yield CantTell(Place(), "seen", seen=len(rendered), unseen=len(rendered.unseen))
"""

ADDRESSES = [f"/{kind}/{number}" for kind in TEMPLATES for number in range(PAGES)]
LINKS = "".join(f"<li><a href={address}>{address}</a></li>" for address in ADDRESSES)
HOME = f"<!doctype html><html lang=en><head><title>Home</title></head><body><main><h1>Home</h1><ul>{LINKS}</ul></main></body></html>"
ANSWERS = {"/": html(HOME), **{f"/{kind}/{number}": page(kind, number) for kind in TEMPLATES for number in range(PAGES)}}


def scan(site, folder, **options):
    return run(Asked(targets=(site.url + "/",), rules=RULES, store=folder / "s.sqlite", **{"workers": 1, "sample": ALIKE} | options))


def gets(site):
    """How often each page was asked for."""
    return Counter(path for method, path in site.asked if method == "GET" and path in ANSWERS)


def asked_for(site, least, scanning):
    """Wait until the scan asked for so many pages; a busy machine may need long, so only its end or the limit fails."""
    limit = time.monotonic() + LIMIT
    while sum(gets(site).values()) < least:
        if scanning.process.poll() is not None or time.monotonic() > limit:
            scanning.process.kill()
            scanning.process.communicate()
            pytest.fail(f"the scan asked for {sum(gets(site).values())} pages and not for {least}")
        time.sleep(0.02)


def examined(found):
    return sorted(visit.url for visit in found.visits if "axe" in visit.browser)


def barriers(found, urls):
    return [finding for finding in found.findings if finding.rule.startswith("axe/") and finding.url in urls]


@pytest.fixture(scope="module")
def site():
    with Loopback(ANSWERS) as site:
        yield site


@pytest.fixture(scope="module")
def sampled(site, tmp_path_factory):
    """A scan with one worker, and how often each page was asked for in it."""
    del site.asked[:]
    found = scan(site, tmp_path_factory.mktemp("sampled"))
    return found, gets(site)


@pytest.fixture(scope="module")
def whole(site, tmp_path_factory):
    return scan(site, tmp_path_factory.mktemp("whole"), sample="all", workers=2)


def test_only_the_sample_is_shown_to_the_browser_and_fetched_once(site, sampled):
    found, asked = sampled
    groups = {group.examined + group.others for group in found.alike}

    assert len(examined(found)) == len(TEMPLATES) * SAMPLE + 1
    assert {len(group) for group in groups} == {1, PAGES} and len(groups) == len(TEMPLATES) + 1
    for address in ANSWERS:
        assert asked[address] == (2 if site.url + address in examined(found) else 1), address  # once by us, once by the browser


def test_another_number_of_workers_examines_the_same_pages(site, sampled, tmp_path):
    two = scan(site, tmp_path, workers=2)

    assert two.alike == sampled[0].alike
    assert two.findings == sampled[0].findings


def test_examined_pages_have_the_findings_and_outcomes_of_a_whole_scan(sampled, whole):
    found, urls = sampled[0], examined(sampled[0])

    assert barriers(found, urls) == barriers(whole, urls) and barriers(found, urls)
    outcomes = {visit.url: visit.outcomes for visit in whole.visits}
    assert [outcomes[visit.url] for visit in found.visits if visit.url in urls] == [v.outcomes for v in found.visits if v.url in urls]


def test_rules_that_need_no_browser_judge_every_page_and_the_others_only_the_sample(sampled):
    found, urls = sampled[0], examined(sampled[0])
    pages = [visit for visit in found.visits if visit.role == "page"]
    left = [visit for visit in pages if visit.url not in urls]

    assert {visit.outcomes["metadata/title-present"] for visit in pages} == {"passed"}
    assert {word for visit in left for rule, word in visit.outcomes.items() if rule.startswith("axe/")} == {"untested"}
    assert all(visit.reason.startswith("Judged in the browser by sample: see the 3 of 10 pages of group") and visit.group in visit.reason for visit in left)
    assert sorted(f.url for f in found.findings if f.rule == NOT_SAMPLED) == sorted(visit.url for visit in left)


def test_what_was_left_out_does_not_decide_the_exit_code(sampled, whole):
    assert sampled[0].exit_code == whole.exit_code == 1


def test_a_whole_scan_has_no_groups(whole):
    assert whole.alike == () and {visit.group for visit in whole.visits} == {""}
    assert len(examined(whole)) == len(ANSWERS)


def test_every_report_says_what_was_examined(sampled, site):
    found = sampled[0]
    line = "31 pages in 4 groups of the same structure; axe-core looked at 10 of them"
    short, full = (" ".join(as_text.render(found, False, 200, verbose).split()) for verbose in (False, True))
    page, summary, record = as_html.report(found).decode(), as_markdown.report(found).decode(), json.loads(as_json.report(found))
    like = "7 pages have the same structure and were not examined"

    assert line in short and line in full and line in page and "axe-core looked at 10 of them" in summary.replace("&#45;", "-")
    assert like in short and like in page and like in summary
    form = next(group for group in record["alike"] if site.url + "/form/0" in group["examined"] + group["others"])
    assert (len(form["examined"]), len(form["others"])) == (SAMPLE, PAGES - SAMPLE)
    assert all(full.count(url.removeprefix(site.url)) for url in form["others"]) and form["group"] in full
    assert f"<code>{form['group']}</code>" in page and "Alike pages that were not" in page
    assert {group["alike"] for group in record["groups"] if group["rule"] == "axe/label"} == {PAGES - SAMPLE}
    assert as_json.read(as_json.report(found)).alike == found.alike


def test_a_repeated_scan_remembers_and_examines_the_same_pages(site, tmp_path):
    first, second = scan(site, tmp_path), scan(site, tmp_path)

    assert second.findings == first.findings and second.alike == first.alike
    assert {visit.url for visit in second.visits if visit.remembered} == set(examined(first))
    assert [visit.outcomes for visit in second.visits] == [visit.outcomes for visit in first.visits]

    del site.asked[:]
    third = scan(site, tmp_path, fresh_for=3600)
    assert third.findings == first.findings and third.alike == first.alike
    assert not gets(site)


@pytest.mark.parametrize("shown", [0, 4])
def test_a_scan_that_was_killed_goes_on_where_it_stopped(site, sampled, tmp_path, shown):
    """Killed while pages are visited first, and while those of the sample are examined."""
    del site.asked[:]
    least = PAGES if not shown else len(ANSWERS) + shown
    options = ("--sample", "alike", "--workers", "1", "--no-memory")
    killed = Scanning(tmp_path, site.url + "/", RULES, options).start()
    asked_for(site, least, killed)
    os.kill(killed.process.pid, signal.SIGKILL)
    killed.process.communicate()

    code, said = Scanning(tmp_path, site.url + "/", RULES, options).start().end()
    report = as_json.read((tmp_path / "report.json").read_bytes())

    assert code == 1 and "resumed," in said
    assert report.alike == sampled[0].alike
    assert sorted((f.rule, f.url, f.text) for f in report.findings) == sorted((f.rule, f.url, f.text) for f in sampled[0].findings)
    assert sum(gets(site).values()) <= len(ANSWERS) + len(examined(sampled[0])) + 2  # what was in flight, twice


def test_an_interrupted_sample_counts_as_untested_and_no_page_is_told_twice(site, tmp_path):
    del site.asked[:]
    scanned = Scanning(tmp_path, site.url + "/", RULES, ("--sample", "alike", "--workers", "1", "--no-memory")).start()
    asked_for(site, len(ANSWERS) + 2, scanned)
    scanned.process.send_signal(signal.SIGINT)
    code, _ = scanned.end()
    report = as_json.read((tmp_path / "report.json").read_bytes())
    gaps = [finding for finding in report.findings if finding.rule == "engine/not-gathered"]

    assert code == 130 and 0 < len(examined(report)) < len(TEMPLATES) * SAMPLE + 1
    assert Counter(visit.url for visit in report.visits if visit.role == "page").most_common(1)[0][1] == 1
    assert sorted(f.url for f in gaps) == sorted({site.url + address for address in ANSWERS} - set(examined(report)))
    assert {f.settled for f in gaps} == {"counts"}


def test_a_rule_over_the_whole_site_knows_what_it_did_not_see(site, tmp_path):
    rule = tmp_path / "near" / "seen"
    rule.mkdir(parents=True)
    (rule.parent / "standards").mkdir()
    (rule.parent / "standards" / "near.yaml").write_text(STANDARD)
    (rule / "rule.yaml").write_text(SHEET)
    (rule / "check.py").write_text(CHECK)
    (rule / "cases.yaml").write_text("")
    pack = (rule.parent,)
    found = run(Asked((site.url + "/",), rules=("near/seen",), packs=pack, trusted=pack, sample=ALIKE, store=tmp_path / "s.sqlite"))
    texts = {finding.text for finding in found.findings if finding.rule in ("near/seen", NOT_SAMPLED)}

    assert "10 pages seen and 21 not." in texts
    assert "near/seen saw 10 of 31 pages: the others were not examined in a browser (--sample alike)." in texts


def test_pages_that_a_script_draws_are_grouped_by_what_it_drew(tmp_path):
    shell = html("<!doctype html><html lang=en><head><title>Drawn</title></head><body><div id=app></div><script src=/app.js></script></body></html>")
    draw = "const h = document.createElement(location.pathname < '/5' ? 'h1' : 'h2'); h.textContent = location.pathname; app.append(h)"
    paths = [f"/{number}" for number in range(1, 6)]
    with Loopback({"/app.js": (200, {"Content-Type": "text/javascript"}, draw), **dict.fromkeys(paths, shell)}) as site:
        targets = tuple(site.url + path for path in paths)
        found = run(Asked(targets, crawl=False, rules=("axe/document-title", "metadata/title-present"), sample=ALIKE, store=tmp_path / "s.sqlite"))

    assert sorted((len(group.examined), len(group.others)) for group in found.alike) == [(1, 0), (3, 1)]
    assert {visit.outcomes["metadata/title-present"] for visit in found.visits if visit.role == "page"} == {"passed"}
    assert len([finding for finding in found.findings if finding.rule == NOT_SAMPLED]) == 1 and found.exit_code == 0


def test_without_a_browser_there_is_nothing_to_sample(site, tmp_path):
    found = scan(site, tmp_path, browser=False)

    assert found.alike == () and NOT_SAMPLED not in {finding.rule for finding in found.findings}


def test_rules_that_need_no_browser_make_no_sample(site, tmp_path):
    found = run(Asked(targets=(site.url + "/",), rules=("metadata/title-present",), sample=ALIKE, store=tmp_path / "s.sqlite"))

    assert found.alike == () and len(found.visits) == len(ANSWERS) and found.exit_code == 0
