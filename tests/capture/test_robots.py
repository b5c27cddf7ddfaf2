"""robots.txt is obeyed as RFC 9309 has it."""

import pytest

from govlint.capture.robots import robots_for
from tests.loopback import Loopback, html, redirect


def robots(session, text, status=200):
    with Loopback({"/robots.txt": (status, {"Content-Type": "text/plain"}, text)}) as site:
        return robots_for(session, site.url), site.url


def test_what_is_asked_of_everyone_is_asked_of_govlint(session):
    found, site = robots(session, "User-agent: *\nDisallow: /private\nAllow: /private/open\n")
    assert found.allows(f"{site}/a")
    assert not found.allows(f"{site}/private/x?y")
    assert found.allows(f"{site}/private/open")
    assert found.text.startswith("User-agent")
    assert (found.closed, found.delay, found.sitemaps) == ("", None, ())


def test_what_is_asked_of_govlint_by_name_comes_first(session):
    found, site = robots(
        session,
        "\ufeffUser-Agent: *\nDisallow: /\n\nUser-agent: Govlint\nDisallow: /a*b$\nCrawl-delay: 1.5\n"
        "\nSitemap: https://example.gov.uk/sitemap.xml\n",
    )
    assert found.allows(f"{site}/")
    assert not found.allows(f"{site}/a/b")
    assert found.delay == 1.5
    assert found.sitemaps == ("https://example.gov.uk/sitemap.xml",)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 204])
def test_a_site_without_the_file_lets_everything_in(session, status):
    found, site = robots(session, "", status)
    assert found.allows(f"{site}/a")
    assert found.sitemaps == ()


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_error_is_a_no_and_says_so(session, status):
    found, site = robots(session, "User-agent: *\nAllow: /", status)
    assert not found.allows(f"{site}/a")
    assert f"{site}/robots.txt answers with status {status}" in found.closed


def test_a_host_that_gives_no_answer_is_left_to_the_visits(session, dead_port):
    assert robots_for(session, f"http://127.0.0.1:{dead_port}").allows("http://127.0.0.1/")


def test_a_redirect_is_followed(session):
    answers = {"/robots.txt": redirect("/r.txt"), "/r.txt": (200, {}, "User-agent: *\nDisallow: /")}
    with Loopback(answers) as site:
        assert not robots_for(session, site.url).allows(f"{site.url}/a")


def test_a_page_in_place_of_the_file_asks_nothing(session):
    with Loopback({"/robots.txt": html("<!doctype html><p>Welcome: Disallow: /")}) as site:
        assert robots_for(session, site.url).allows(f"{site.url}/a")


def test_a_file_above_the_limit_is_read_up_to_it(session):
    text = "User-agent: *\nDisallow: /early\n" + "# remark\n" * 60_000 + "Disallow: /late\n"
    found, site = robots(session, text)
    assert not found.allows(f"{site}/early")
    assert found.allows(f"{site}/late")
    assert len(found.text) == 512_000


@pytest.mark.parametrize(
    ("delay", "seconds"),
    [("0", None), ("-1", None), ("x", None), ("90000", None), ("86400", 86400.0)],
)
def test_a_delay_is_a_number_of_seconds_up_to_a_day(session, delay, seconds):
    assert robots(session, f"User-agent: *\nCrawl-delay: {delay}")[0].delay == seconds


def test_what_is_no_text_asks_nothing(session):
    found, site = robots(session, bytes(range(256)))
    assert found.allows(f"{site}/a")
