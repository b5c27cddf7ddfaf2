"""A hostile world: each page of `fixtures/sites/hostile` is judged, or given up with a finding that says why."""

from __future__ import annotations

import pytest

from fixtures.sites.hostile.server import GOOD, MANIFEST, Repeated, endless_queries, hostile, html, links, page, send
from govlint.capture.limits import Limits
from govlint.model.finding import COUNTS, NOTED
from govlint.scan.asked import Asked
from govlint.scan.run import run

LIMITS = Limits(connect=2, read=2, total=3, load=8, answer=8, script=12, visit=120)
STATIC = {"accessibility/deprecated-elements": "#old"}
BY_BROWSER = {"axe/image-alt": "#bare", "keyboard/all-reached": "#fake", "keyboard/reflow": "#wide"}
ALSO = ("metadata/title-present", "keyboard/no-focus-trap")

WEB = [name for name, told in MANIFEST.items() if told.get("browser")]
HTTP = [name for name, told in MANIFEST.items() if not told.get("browser")]
QUICK = [name for name in WEB if not MANIFEST[name].get("slow")]
SLOW = [name for name in WEB if MANIFEST[name].get("slow")]


class Result:
    """What one scan over these behaviours found, by path."""

    def __init__(self, names, folder, browser):
        rules = (*STATIC, *ALSO[:1]) if not browser else (*STATIC, *BY_BROWSER, *ALSO)
        with hostile(names) as site:
            asked = Asked((site.url + "/",), rules=rules, browser=browser, workers=2, store=folder / "evidence.sqlite", limits=LIMITS)
            self.scan = run(asked)
            self.origin = site.url

    def at(self, path):
        return [finding for finding in self.scan.findings if finding.url.split("?")[0] == self.origin + path]

    def faults(self, path):
        return {f.rule: f.place.selector for f in self.at(path) if not f.rule.startswith("engine/")}

    def troubles(self, path):
        return [f for f in self.at(path) if f.rule.startswith("engine/")]

    def outcomes(self, path):
        return next((v.outcomes for v in self.scan.visits if v.url == self.origin + path), {})


def scanned(names, browser):
    @pytest.fixture(scope="module")
    def fixture(tmp_path_factory):
        return Result(names, tmp_path_factory.mktemp("hostile"), browser)

    return fixture


quick = scanned(QUICK, browser=True)
slow = scanned(SLOW, browser=True)
wire = scanned(HTTP, browser=False)


def holds(result, name, faults):
    """The page is what the manifest says of it."""
    told, path = MANIFEST[name], f"/{name}/"
    troubles = result.troubles(path)
    expected = told["expect"]
    if expected == "either":
        expected = "partly" if troubles else "judged"
    if expected == "judged":
        assert [f.text for f in troubles] == []
        assert result.faults(path) == faults
        assert "untested" not in result.outcomes(path).values()
        return
    assert [f for f in troubles if f.rule == f"engine/{told['rule']}" and told["says"] in f.text], [f.text for f in troubles]
    # What was looked at has its right answer, and what was not is not among the findings.
    assert result.faults(path).items() <= faults.items()
    if expected == "given-up":
        assert result.faults(path) == {}
    if expected == "partly":
        assert STATIC.items() <= result.faults(path).items()
        lost = {rule for rule in BY_BROWSER if rule not in result.faults(path)}
        assert all(result.outcomes(path)[rule] == "untested" for rule in lost)
    assert all(f.settled == (NOTED if expected == "error" else COUNTS) for f in troubles)


@pytest.mark.parametrize("name", QUICK)
def test_a_page_that_attacks_the_browser_is_judged_or_given_up_with_the_reason(quick, name):
    holds(quick, name, STATIC | BY_BROWSER)


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_a_page_that_holds_the_browser_up_is_judged_or_given_up_with_the_reason(slow, name):
    holds(slow, name, STATIC | BY_BROWSER)


@pytest.mark.parametrize("name", HTTP)
def test_an_answer_that_attacks_the_reader_is_judged_or_given_up_with_the_reason(wire, name):
    holds(wire, name, STATIC)


@pytest.mark.parametrize("path", GOOD)
def test_no_page_is_lost_beside_hostile_ones(quick, wire, path):
    assert (quick.faults(path), quick.troubles(path)) == (STATIC | BY_BROWSER, [])
    assert (wire.faults(path), wire.troubles(path)) == (STATIC, [])


@pytest.mark.slow
@pytest.mark.parametrize("path", GOOD)
def test_no_page_is_lost_beside_those_that_hold_the_browser_up(slow, path):
    assert (slow.faults(path), slow.troubles(path)) == (STATIC | BY_BROWSER, [])


def test_the_exit_code_says_that_not_all_was_tested(quick, wire):
    assert (quick.scan.exit_code, wire.scan.exit_code) == (3, 3)


def crawled(tmp_path, answers, rules=("metadata/title-present",), target="/", **options):
    with hostile(()) as site:
        site.answers.update(answers)
        given = {"browser": False, "workers": 2, "store": tmp_path / "evidence.sqlite", "limits": LIMITS} | options
        scan = run(Asked((site.url + target,), rules=rules, **given))
        return scan, [path for _, path in site.asked]


def test_a_calendar_without_end_is_found_to_be_a_trap_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr("govlint.capture.frontier.SAME_BUT_NUMBERS", 30)
    start = html(page("Start", '<p><a href="/calendar/2026/1/">January</a> <a href="/good/1/">Good</a></p>'))
    scan, asked = crawled(tmp_path, {"/": start}, depth=500)

    assert [f.text for f in scan.findings if f.rule == "engine/crawl-incomplete" and "differ only in their numbers" in f.text]
    assert 25 < sum(path.startswith("/calendar/") for path in asked) <= 30
    assert "/good/1/" in asked


def test_a_site_that_links_to_itself_under_endless_queries_is_found_to_be_a_trap_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr("govlint.capture.frontier.SAME_BUT_QUERY", 20)
    start = html(page("Start", '<p><a href="/search/?a">Search</a> <a href="/good/1/">Good</a></p>'))
    scan, asked = crawled(tmp_path, {"/": start, "/search/": endless_queries})

    (said,) = [f.text for f in scan.findings if f.rule == "engine/crawl-incomplete"]
    assert "differ only after their question mark" in said
    assert sum(path.startswith("/search/") for path in asked) == 20
    assert "/good/1/" in asked


@pytest.mark.slow
def test_a_page_of_a_million_links_to_itself_is_given_up_and_the_others_are_judged(tmp_path):
    start = html(page("Start", '<p><a href="/million/">Million</a> <a href="/good/1/">Good</a></p>'))
    million = html(links(600_000, lambda number: f"?{number}"))
    scan, asked = crawled(tmp_path, {"/": start, "/million/": million}, limits=Limits(total=60))

    assert [f.text for f in scan.findings if f.rule == "engine/not-gathered" and "more than 200,000 are not judged" in f.text]
    assert "/good/1/" in asked
    assert scan.exit_code == 3


def test_a_robots_txt_of_a_hundred_megabytes_is_read_as_far_as_it_has_to_be(tmp_path):
    start = html(page("Start", '<p><a href="/good/1/">Good</a> <a href="/locked/">Locked</a></p>'))
    huge = (200, {"Content-Type": "text/plain"}, send(Repeated(b"# nothing to see\n", 100), "User-agent: *\nDisallow: /locked/\n"))
    scan, asked = crawled(tmp_path, {"/": start, "/locked/": html(page("Locked", "")), "/robots.txt": huge})

    assert "/good/1/" in asked and "/locked/" not in asked
    assert [f.url for f in scan.findings if f.rule == "engine/robots-disallowed" and f.url.endswith("/locked/")]


def test_patterns_in_robots_txt_that_make_matching_slow_hold_nothing_up(tmp_path):
    long = "/" + "a" * 3000
    robots = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /" + "*a" * 30 + "*b\n")
    start = html(page("Start", f'<p><a href="{long}">Long</a></p>'))
    scan, asked = crawled(tmp_path, {"/": start, long: html(page("Long", "")), "/robots.txt": robots})

    assert long in asked and scan.exit_code == 0


def test_a_sitemap_index_that_includes_itself_lists_each_page_once(tmp_path):
    with hostile(()) as site:
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        again = "".join(f"<sitemap><loc>{site.url}/{name}.xml</loc></sitemap>" for name in ("index", "pages", "index"))
        listed = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in GOOD)
        xml = {"Content-Type": "application/xml"}
        site.answers["/index.xml"] = (200, xml, f'<sitemapindex xmlns="{space}">{again}</sitemapindex>')
        site.answers["/pages.xml"] = (200, xml, f'<urlset xmlns="{space}">{listed}</urlset>')
        asked = Asked((f"{site.url}/index.xml",), rules=("metadata/title-present",), browser=False, workers=1, store=tmp_path / "e.sqlite")
        scan = run(asked)

        assert {v.url.removeprefix(site.url) for v in scan.visits if v.title} == set(GOOD)
        assert [path for _, path in site.asked].count("/index.xml") == 1


def test_a_certificate_that_nobody_knows_is_said_and_nothing_is_judged_behind_it(tmp_path, certificate):
    with hostile((), certificate("IP:127.0.0.1")) as broken, hostile(()) as good:
        targets = (f"{broken.url}/", f"{good.url}/")
        scan = run(Asked(targets, rules=(*STATIC, *ALSO[:1]), browser=False, workers=1, store=tmp_path / "e.sqlite", limits=LIMITS))

    (said,) = [f for f in scan.findings if f.url.startswith(broken.url)]
    assert said.rule == "engine/tls-error" and "certificate" in said.text
    assert {v.url.removeprefix(good.url) for v in scan.visits if v.title} == {"/", *GOOD}
    assert scan.exit_code == 3
