"""Whole scans over loopback, without a browser: what is visited, once, and what is told of the rest."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

from govlint.model.finding import COUNTS, NOTED
from govlint.scan.asked import Asked
from govlint.scan.run import run

from ..loopback import Loopback, html, redirect

RULES = ("metadata/title-present", "metadata/unique-titles", "metadata/links-work")


def page(*links: str, title: str = "Apply") -> str:
    anchors = " ".join(f'<a href="{link}">{link}</a>' for link in links)
    return f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><h1>Apply</h1>{anchors}</body></html>'


def scan(site, tmp_path, targets=None, **options):
    given = {"rules": RULES, "browser": False, "workers": 1, "store": tmp_path / "evidence.sqlite"} | options
    return run(Asked(targets=targets or (site.url + "/",), **given))


def asked(site, path):
    return sum(1 for _, where in site.asked if where == path)


def pages(found):
    return {visit.url.partition("/")[2].partition("/")[2].partition("/")[2] for visit in found.visits if visit.outcome == "judged"}


def test_each_page_is_judged_once_however_it_is_linked(tmp_path):
    answers = {"/": html(page("/a", "/a#part", "./a", "/b")), "/a": html(page("/")), "/b": html(page("/a"))}
    with Loopback(answers) as site:
        found = scan(site, tmp_path)

        assert pages(found) == {"", "a", "b"}
        assert (1, 1) == (asked(site, "/a"), asked(site, "/b"))


def test_a_page_behind_a_redirect_is_judged_under_its_own_address_and_once(tmp_path):
    answers = {"/": html(page("/old", "/new")), "/old": redirect("/new"), "/new": html(page())}
    with Loopback(answers) as site:
        found = scan(site, tmp_path)

    assert ["judged"] == [visit.outcome for visit in found.visits if visit.url.endswith("/new")]
    assert any("redirects to" in visit.reason for visit in found.visits if visit.url.endswith("/old"))


def test_a_redirect_off_the_site_is_recorded_and_not_followed(tmp_path):
    with Loopback({"/": html(page())}) as other, Loopback({"/": html(page("/out")), "/out": redirect(other.url)}) as site:
        found = scan(site, tmp_path)

        assert other.asked == []
    (out,) = [visit for visit in found.visits if visit.url.endswith("/out")]
    assert ("redirected", True) == (out.outcome, other.url in out.reason)


def test_a_server_that_asks_for_time_gets_it_and_the_page_is_judged(tmp_path):
    tries = []

    def busy(handler):
        tries.append(1)
        return (429, {"Retry-After": "0"}, b"") if len(tries) == 1 else html(page())

    with Loopback({"/": busy}) as site:
        found = scan(site, tmp_path)

    assert pages(found) == {""}
    assert 0 == found.exit_code


def test_a_server_that_never_lets_in_is_told_and_counts(tmp_path):
    with Loopback({"/": (503, {"Retry-After": "0"}, b"")}) as site:
        found = scan(site, tmp_path)

    assert {"engine/rate-limited"} <= {f.rule for f in found.findings if f.settled == COUNTS}
    assert 3 == found.exit_code


def test_what_a_limit_leaves_out_is_named_and_does_not_count(tmp_path):
    answers = {"/": html(page("/a", "/b", "/c")), "/a": html(page()), "/b": html(page()), "/c": html(page())}
    with Loopback(answers) as site:
        found = scan(site, tmp_path, max_pages=2)

    (gap,) = [f for f in found.findings if f.rule == "engine/crawl-incomplete"]
    assert gap.settled == NOTED
    assert "2 addresses were not visited" in gap.text and "/c" in gap.text


def test_a_site_rule_sees_all_pages_and_names_their_addresses(tmp_path):
    with Loopback({"/": html(page("/a", "/gone")), "/a": html(page())}) as site:
        found = scan(site, tmp_path)

    shared = sorted(f.url.removeprefix(site.url) for f in found.findings if f.rule == "metadata/unique-titles")
    assert ["/", "/a"] == shared
    (broken,) = [f for f in found.findings if f.rule == "metadata/links-work"]
    assert (f"{site.url}/", True) == (broken.url, "/gone" in broken.text)


def test_a_linked_document_is_opened_once_for_the_whole_site(tmp_path):
    answers = {
        "/": html(page("/data.csv", "/a")), "/a": html(page("/data.csv")),
        "/data.csv": (200, {"Content-Type": "text/csv; charset=utf-8"}, "a,b\r\n1,2\r\n3\r\n"),
    }  # fmt: skip
    with Loopback(answers) as site:
        found = scan(site, tmp_path, rules=("open-formats/csv-*",))

        assert 1 == asked(site, "/data.csv")
    assert {f"{site.url}/data.csv"} == {f.url for f in found.findings if f.outcome == "failed"}


def test_the_order_of_findings_does_not_depend_on_the_number_of_workers(tmp_path):
    answers = {"/": html(page(*(f"/{n}" for n in range(8))))} | {f"/{n}": html(page("/gone")) for n in range(8)}
    with Loopback(answers) as site:
        one = scan(site, tmp_path, workers=1, store=tmp_path / "one.sqlite")
        three = scan(site, tmp_path, workers=3, store=tmp_path / "three.sqlite")

    assert one.findings == three.findings
    assert [v.url for v in one.visits] == [v.url for v in three.visits]


def test_nothing_but_get_and_head_is_sent_and_the_user_agent_names_govlint(tmp_path):
    with Loopback({"/": html(page("/a")), "/a": html(page())}) as site:
        scan(site, tmp_path)

        assert {method for method, _ in site.asked} <= {"GET", "HEAD"}
        assert all(headers["User-Agent"].startswith("govlint/") for headers in site.seen)


def test_a_killed_scan_goes_on_where_it_stopped(tmp_path):
    paths = [f"/{n}" for n in range(6)]
    stop_at = []

    def page_or_kill(handler):
        if stop_at and handler.path == stop_at[0]:
            os.kill(child.pid, signal.SIGKILL)
            child.wait(10)
        return html(page(*paths))

    answers = {path: page_or_kill for path in ("/", *paths)}
    with Loopback(answers) as site:
        stop_at.append("/4")
        program = (
            "import sys; from pathlib import Path; from govlint.scan.asked import Asked; from govlint.scan.run import run\n"
            "if __name__ == '__main__':\n"
            f"    run(Asked(targets=({site.url + '/'!r},), rules={RULES!r}, browser=False, workers=1, "
            f"store=Path({str(tmp_path / 'evidence.sqlite')!r})))\n"
        )
        script = tmp_path / "scan.py"
        script.write_text(program, "utf-8")
        child = subprocess.Popen([sys.executable, str(script)], stderr=subprocess.DEVNULL)
        assert -signal.SIGKILL == child.wait(120)
        stop_at.clear()
        before = {path: asked(site, path) for path in ("/", "/0", "/1", "/2", "/3")}
        found = scan(site, tmp_path)

        assert before == {path: asked(site, path) for path in before}
    assert pages(found) == {"", *(path[1:] for path in paths)}
    assert found.options["resumed"] == 5
