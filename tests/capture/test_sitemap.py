"""A sitemap is read within its limits, and a wrong one is told by place and cause."""

import gzip

import pytest

from govlint.capture.sitemap import BadSitemap, read_sitemap, read_sitemap_file
from tests.loopback import Loopback, html

SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urls(*locations, space=SPACE):
    entries = "".join(f"<url><loc> {loc} </loc><priority>1</priority></url>" for loc in locations)
    return f'<?xml version="1.0"?><urlset {space}>{entries}</urlset>'


def index(*locations):
    entries = "".join(f"<sitemap><loc>{loc}</loc></sitemap>" for loc in locations)
    return f"<sitemapindex {SPACE}>{entries}</sitemapindex>"


def xml(text):
    return 200, {"Content-Type": "application/xml"}, text


def bad(session, answers, path="/sitemap.xml"):
    with Loopback(answers) as site, pytest.raises(BadSitemap) as told:
        read_sitemap(session, f"{site.url}{path}")
    return str(told.value).replace(site.url, "")


def test_each_address_comes_once_in_its_canonical_form(session):
    text = urls("https://A.example:443", "/b/../c#d", "https://a.example/")
    with Loopback({"/s/sitemap.xml": xml(text)}) as site:
        assert read_sitemap(session, f"{site.url}/s/sitemap.xml") == [
            "https://a.example/", f"{site.url}/c",
        ]


def test_a_sitemap_without_a_namespace_and_one_that_is_compressed_are_read(session):
    text = urls("/a", space="").encode()
    with Loopback({"/s.xml": xml(text), "/s.xml.gz": xml(gzip.compress(text))}) as site:
        for path in ["/s.xml", "/s.xml.gz"]:
            assert read_sitemap(session, site.url + path) == [f"{site.url}/a"]


def test_an_index_is_followed_and_one_that_includes_itself_ends(session):
    answers = {
        "/sitemap.xml": xml(index("/sitemap.xml", "/1.xml", "/2.xml")),
        "/1.xml": xml(urls("/a", "/b")),
        "/2.xml": xml(index("/3.xml", "/sitemap.xml")),
        "/3.xml": xml(urls("/b", "/c")),
    }
    with Loopback(answers) as site:
        found = read_sitemap(session, f"{site.url}/sitemap.xml")
        assert found == [f"{site.url}/{name}" for name in "abc"]
    assert len(site.asked) == 4


def test_an_empty_sitemap_lists_nothing(session):
    with Loopback({"/sitemap.xml": xml(urls())}) as site:
        assert read_sitemap(session, f"{site.url}/sitemap.xml") == []


def test_a_file_is_read_like_an_address(session, tmp_path):
    file = tmp_path / "sitemap.xml"
    with Loopback({"/1.xml": xml(urls("/a"))}) as site:
        file.write_text(index(f"{site.url}/1.xml"))
        assert read_sitemap_file(session, file) == [f"{site.url}/a"]
    file.write_text(urls("/a"))
    with pytest.raises(BadSitemap, match="sitemap.xml lists what is no address: /a"):
        read_sitemap_file(session, file)
    with pytest.raises(BadSitemap, match="cannot be read: No such file"):
        read_sitemap_file(session, tmp_path / "none.xml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<urlset>\n<url></urlset>", "/sitemap.xml, line 2, column 7: this is no well-formed XML"),
        ("", "line 1, column 0"),
        ("<!doctype html><html><p>None</html>", "is no sitemap but an HTML page"),
        ("<rss><url><loc>https://a.example/</loc></url></rss>", "begins with <rss>"),
        (urls("mailto:a@example.gov.uk"), "is a mailto: address"),
        (urls(""), "an entry without <loc>"),
        (urls("http://[::1/"), "lists what is no address"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><urlset><url><loc>&b;</loc></url></urlset>', "entities"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><urlset>&b;</urlset>', "entities"),
        (b"\x1f\x8b damaged", "gzip cannot unpack it"),
    ],
)
def test_a_wrong_sitemap_is_told(session, text, words):
    assert words in bad(session, {"/sitemap.xml": xml(text)})


def test_a_sitemap_that_does_not_answer_is_told(session, dead_port):
    assert "status 404" in bad(session, {})
    assert "status 404" in bad(session, {"/sitemap.xml": xml(index("/none.xml"))})
    with pytest.raises(BadSitemap, match="refused"):
        read_sitemap(session, f"http://127.0.0.1:{dead_port}/sitemap.xml")


def test_an_index_below_two_others_is_the_last(session):
    answers = {f"/{n}.xml": xml(index(f"/{n + 1}.xml")) for n in range(5)}
    assert "/2.xml is an index below 2 others" in bad(session, answers, "/0.xml")


@pytest.mark.parametrize(("count", "fine"), [(50_000, True), (50_001, False)])
def test_fifty_thousand_addresses_are_the_limit(session, count, fine):
    answers = {"/sitemap.xml": xml(urls(*(f"/{n}" for n in range(count))))}
    if not fine:
        assert "more than 50,000 addresses" in bad(session, answers)
        return
    with Loopback(answers) as site:
        assert len(read_sitemap(session, f"{site.url}/sitemap.xml")) == count


def test_a_bomb_is_not_unpacked(session):
    bomb = gzip.compress(bytes(60_000_000))
    assert "larger than 52,428,800 bytes" in bad(session, {"/sitemap.xml": xml(bomb)})


def test_a_sitemap_cut_at_its_limit_is_told(session):
    answer = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(60_000_000)))
    assert "was cut at" in bad(session, {"/sitemap.xml": answer})


def test_a_page_in_place_of_a_sitemap_is_told(session):
    assert "begins with <p>" in bad(session, {"/sitemap.xml": html("<p>Not found</p>")})
