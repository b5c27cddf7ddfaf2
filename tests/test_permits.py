"""A service with a real TLS server: what the rules of hosting and metadata find in its sound edition and in its faulty one."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.authority import Authority
from tests.capture.conftest import dead_port  # noqa: F401
from tests.permits import findings_of, only_www, running

# Asked once a site by rules, beside the pages, the document and what their links lead to.
DOORS = ("/.well-known/security.txt", "/govlint-no-such-page", "/sitemap.xml", "/favicon.ico", "/app.css", "/app.js", "/icon.svg", "/site.json")
HIDDEN = ("/.git/HEAD", "/.env", "/server-status")
FAULTS = """
engine/http-error untested /lost
engine/not-gathered untested /
hosting/certificate-valid failed /
hosting/compression failed /app.css
hosting/content-policy failed /
hosting/content-policy failed /files/
hosting/content-policy failed /lost
hosting/cookie-httponly failed /
hosting/cookie-samesite failed /
hosting/cookie-secure failed /
hosting/files-cached failed /app.css
hosting/files-cached failed /lib/jquery-1.12.4.min.js
hosting/files-cached failed /site.json
hosting/frame-ancestors failed /
hosting/frame-ancestors failed /files/
hosting/frame-ancestors failed /lost
hosting/hsts failed /
hosting/hsts failed /app.css
hosting/hsts failed /files/
hosting/hsts failed /icon.svg
hosting/hsts failed /leave
hosting/hsts failed /lib/jquery-1.12.4.min.js
hosting/hsts failed /lost
hosting/hsts failed /news.atom
hosting/hsts failed /shared.png
hosting/hsts failed /site.json
hosting/hsts failed https://permits.test/
hosting/http-redirects failed http://www.permits.test/
hosting/http2 failed /
hosting/library-versions failed /
hosting/no-directory-listings failed /files/
hosting/no-source-maps cantTell /lib/jquery-1.12.4.min.js
hosting/nosniff failed /
hosting/nosniff failed /app.css
hosting/nosniff failed /files/
hosting/nosniff failed /icon.svg
hosting/nosniff failed /lib/jquery-1.12.4.min.js
hosting/nosniff failed /lost
hosting/nosniff failed /news.atom
hosting/nosniff failed /shared.png
hosting/nosniff failed /site.json
hosting/nothing-exposed failed /.env
hosting/nothing-exposed failed /.git/HEAD
hosting/obsolete-headers failed /
hosting/obsolete-headers failed https://permits.test/
hosting/one-name failed https://permits.test/
hosting/permissions-policy failed /
hosting/permissions-policy failed /files/
hosting/private-pages-not-stored failed /
hosting/referrer-policy failed /
hosting/referrer-policy failed /files/
hosting/referrer-policy failed /lost
hosting/security-txt failed /.well-known/security.txt
hosting/server-version failed /
hosting/server-version failed /leave
hosting/server-version failed https://permits.test/
hosting/tls-suites failed /
hosting/tls-versions failed /
metadata/dates-agree failed /
metadata/dcat failed /
metadata/dublin-core failed /
metadata/feeds-discoverable failed /
metadata/files-work failed /icon.svg
metadata/files-work failed /shared.png
metadata/indexable cantTell /
metadata/language-links failed /
metadata/language-links-canonical failed /
metadata/language-links-mutual failed /
metadata/links-work failed /
metadata/manifest failed /site.json
metadata/manifest failed /site.json
metadata/not-found-status failed /govlint-no-such-page
metadata/open-graph failed /
metadata/sitemap-agrees failed /
metadata/sitemap-works failed /lost
metadata/theme-colour failed /
metadata/things-complete failed /
metadata/viewport failed /
metadata/viewport failed /files/
metadata/vocabulary failed /
"""
# Said of every rule that looks at the handshake.
PASSED_HANDSHAKE = dict.fromkeys(("certificate-strong", "certificate-valid", "http2", "tls-suites", "tls-versions"), "passed")


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def test_the_sound_edition_has_no_finding_but_what_no_name_server_can_know(authority, tmp_path, monkeypatch):
    with running(authority, is_sound=True) as site:
        scan = site.scan(monkeypatch, tmp_path / "e.sqlite")
        told = site.told(scan)
        asked = Counter(path for _, path in site.server.asked)
        handshake = next(visit for visit in scan.visits if visit.role == "handshake")

    assert [(rule, outcome, url) for rule, outcome, url, _ in told] == [("engine/not-gathered", "untested", "/")]
    assert "www.permits.test is a name that no name server outside knows. Not tested: 3 rules." in told[0][3]
    assert scan.exit_code == 0  # this machine's lack is told, and nothing hangs on it
    assert handshake.outcomes == {f"hosting/{name}": word for name, word in PASSED_HANDSHAKE.items()}
    # The front page a second time under the other name of the site, which redirects; robots.txt by the crawl of
    # each of the two, to obey it, and once by the rule about it.
    assert asked == Counter({"/": 2, "/robots.txt": 3, "/fees": 1, "/guide.pdf": 1, **dict.fromkeys(DOORS, 1)})
    assert site.plain.asked == [("GET", "/robots.txt"), ("GET", "/")]
    asked_of_site = {"security_txt", "no_such_page", "robots_txt", "sitemap_xml", "favicon_ico", "plain_http", "other_name", "handshake", "dns"}
    assert {visit.role for visit in scan.visits} == {"page", "document", "file"} | asked_of_site


def test_the_faulty_edition_has_exactly_these_findings(authority, tmp_path, monkeypatch):
    with running(authority, is_sound=False) as site:
        scan = site.scan(monkeypatch, tmp_path / "e.sqlite", ask_hidden=True)
        told = site.told(scan)
        asked = Counter(path for _, path in site.server.asked)

    assert [" ".join(line[:3]) for line in told] == FAULTS.split("\n")[1:-1]
    texts = {rule: text for rule, _, _, text in told}
    assert texts["hosting/tls-versions"].startswith("www.permits.test still accepts TLS 1.0 and TLS 1.1;")
    assert "in 4 days" in texts["hosting/certificate-valid"]
    assert [asked[path] for path in HIDDEN] == [1, 1, 1]
    assert scan.exit_code == 1


def test_what_nobody_should_get_is_asked_for_only_where_the_user_says_so(authority, tmp_path, monkeypatch):
    with running(authority, is_sound=False) as site:
        scan = site.scan(monkeypatch, tmp_path / "e.sqlite", rules=("hosting/nothing-exposed",))

    assert not {path for _, path in site.server.asked} & {*HIDDEN}
    assert findings_of(scan, "hosting/nothing-exposed") == []


def test_where_robots_txt_shuts_us_out_nothing_but_it_is_asked_for(authority, tmp_path, monkeypatch):
    with running(authority, is_sound=True) as site:
        site.server.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /\n")
        scan = site.scan(monkeypatch, tmp_path / "e.sqlite", rules=("hosting/security-txt", "hosting/nothing-exposed"), ask_hidden=True)

    assert {path for _, path in site.server.asked} == {"/robots.txt"}
    assert {finding.rule for finding in scan.findings} >= {"engine/robots-disallowed"}


def test_a_certificate_that_nobody_trusts_is_told_by_its_rule_and_by_each_page(authority, tmp_path, monkeypatch):
    with running(authority, is_sound=True) as site:
        site.roots = Authority(tmp_path).roots
        scan = site.scan(monkeypatch, tmp_path / "e.sqlite", rules=("hosting/certificate-valid",))

    (finding,) = findings_of(scan, "hosting/certificate-valid")
    assert (finding.key, finding.severity) == ("untrusted", "serious")
    assert findings_of(scan, "engine/tls-error")


def test_a_site_without_plain_http_and_another_name_is_a_good_one(authority, tmp_path, monkeypatch, dead_port):  # noqa: F811
    rules = ("hosting/http-redirects", "hosting/one-name")
    with running(authority, is_sound=True) as site:
        scan = site.scan(monkeypatch, tmp_path / "e.sqlite", rules=rules, plain_port=dead_port, resolve=only_www)

    assert scan.findings == ()
    assert {(visit.role, visit.outcome) for visit in scan.visits} == {("page", "judged"), ("plain_http", "unreached"), ("other_name", "unreached")}


def test_a_handshake_of_a_moment_ago_stands_for_a_new_one_where_the_user_says_so(authority, tmp_path, monkeypatch):
    with running(authority, is_sound=True) as site:
        site.scan(monkeypatch, tmp_path / "e.sqlite", rules=("hosting/tls-versions",))
        first = len(site.server.asked)
        again = site.scan(monkeypatch, tmp_path / "e.sqlite", rules=("hosting/tls-versions",), fresh_for=3600)

    assert len(site.server.asked) == first + 1  # robots.txt
    (visit,) = (visit for visit in again.visits if visit.role == "handshake")
    assert visit.outcomes == {"hosting/tls-versions": "passed"}
    assert visit.evidence_at
