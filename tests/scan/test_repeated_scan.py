"""A scan is repeated with a real browser: only what changed is asked again, and all is found again."""

from __future__ import annotations

from govlint.evidence.memory import Memory
from govlint.scan.asked import Asked
from govlint.scan.run import run

from ..loopback import Loopback, html

RULES = ("axe", "keyboard", "metadata/title-present")
PROBES = {"axe", "focus_trail", "layout"}


def page(title, body=""):
    return html(
        f'<!doctype html><html lang=en><head><title>{title}</title><link rel=stylesheet href=/style.css></head><body><main><h1>{title}</h1>'
        f'<a href="/">Home</a> <a href="/one">One</a> <a href="/two">Two</a><img src=/none.png>{body}</main></body></html>'
    )


ANSWERS = {
    "/": page("Home"),
    "/one": page("One", "<input>"),
    "/two": page("Two", "<p style='color:#ddd'>pale</p>"),
    "/style.css": (200, {"Content-Type": "text/css"}, "h1 { color: #111 }"),
}


def scan(site, tmp_path, **options):
    return run(Asked(targets=(site.url + "/",), rules=RULES, workers=1, store=tmp_path / "s.sqlite", **options))


def remembered(found, site):
    return {visit.url.removeprefix(site.url): set(visit.remembered) for visit in found.visits if visit.role == "page"}


def test_a_repeated_scan_asks_only_about_pages_that_changed_and_finds_the_same(tmp_path):
    with Loopback(ANSWERS) as site:
        first = scan(site, tmp_path)
        second = scan(site, tmp_path)
        assert remembered(first, site) == {"/": set(), "/one": set(), "/two": set()}
        assert remembered(second, site) == {"/": PROBES, "/one": PROBES, "/two": PROBES}
        assert second.findings == first.findings and first.findings
        assert [v.outcomes for v in second.visits] == [v.outcomes for v in first.visits]

        site.answers["/two"] = page("Two", "<p style='color:#111'>dark</p>")
        third = scan(site, tmp_path)
        assert remembered(third, site) == {"/": PROBES, "/one": PROBES, "/two": set()}
        gone = {f.text for f in first.findings} - {f.text for f in third.findings}
        assert any("contrast" in text for text in gone)

        site.answers["/style.css"] = (200, {"Content-Type": "text/css"}, "h1 { color: #eee }")
        fourth = scan(site, tmp_path)
        assert remembered(fourth, site) == {"/": set(), "/one": set(), "/two": set()}
        assert {f.url.removeprefix(site.url) for f in fourth.findings if f.rule == "axe/color-contrast"} == {"/", "/one", "/two"}


def test_an_auditor_can_have_everything_looked_at_again(tmp_path):
    with Loopback({"/": page("Home")}) as site:
        options = {"crawl": False}
        scan(site, tmp_path, **options)
        forgotten = scan(site, tmp_path, forget=True, **options)
        without = scan(site, tmp_path, memory=False, **options)
        again = scan(site, tmp_path, **options)

        assert remembered(forgotten, site) == remembered(without, site) == {"/": set()}
        assert remembered(again, site) == {"/": PROBES}
        (at,) = set(next(v for v in again.visits if v.role == "page").remembered.values())
        assert at >= forgotten.started[:19]


def test_without_a_memory_no_file_is_written(tmp_path):
    with Loopback({"/": page("Home")}) as site:
        scan(site, tmp_path, crawl=False, browser=False, memory=False)
        assert not list(tmp_path.glob("*.memory"))

        scan(site, tmp_path, crawl=False, browser=False)
    with Memory(tmp_path / "s.sqlite.memory") as memory:
        assert memory.count() == 1
