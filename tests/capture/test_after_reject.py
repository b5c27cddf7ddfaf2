"""A cookie banner is answered with no, and what the page does then is told."""

import pytest

from govlint.capture.after_reject import after_reject
from govlint.evidence.snapshot import Vantage
from tests.loopback import Loopback, html

BANNER = """<!doctype html><html lang=en><title>Page</title>
<div class="govuk-cookie-banner" id=b hidden><p>Cookies on Permits</p>%s<a href="/cookies">View cookies</a></div><h1>Apply</h1>
<script>if (!/policy=/.test(document.cookie)) b.hidden = false;
const choose = (said, days) => { document.cookie = `policy=${said}; path=/; max-age=${days * 86400}`; b.hidden = true; };</script>"""
BUTTONS = "<button type=button onclick=\"choose('yes', 365)\">Accept</button> <button type=button onclick=\"choose('no', 365)\">Reject additional cookies</button>"
STUBBORN = """<button type=button onclick="document.cookie='_ga=1; path=/'; localStorage.setItem('_hjid', 1); fetch('/late?x=1')">Reject</button>"""


def asked(browser, page, more=None):
    with Loopback({"/": html(page), "/late": (200, {}, "x"), "/sent": html("<p>sent"), **(more or {})}) as server:
        browser.open(f"{server.url}/", Vantage())
        answer = browser.run(after_reject, Vantage())
        return answer, server


def test_a_choice_that_is_kept_is_told_with_its_life(browser):
    answer, _ = asked(browser, BANNER % BUTTONS)

    assert (answer["words"], answer["pressed"], answer["again"]) == ("Reject additional cookies", True, False)
    assert answer["cookies"] == [{"name": "policy", "domain": "127.0.0.1", "new": True, "days": 365}]
    assert [request["type"] for request in answer["requests"]] == ["document"]


def test_what_comes_after_the_answer_and_a_banner_that_comes_back_are_told(browser):
    answer, server = asked(browser, BANNER % STUBBORN)

    assert answer["again"] is True
    assert [(cookie["name"], cookie["days"]) for cookie in answer["cookies"]] == [("_ga", -1)]
    assert answer["storage"]["local"] == ["_hjid"]
    assert f"{server.url}/late?x=1" in [request["url"] for request in answer["requests"]]


@pytest.mark.parametrize(
    "button",
    [
        "<form method=post action=/sent><button>Reject</button></form>",
        "<form action=/sent><input type=submit value='Reject cookies'></form>",
        "<a href=/sent>Reject</a>",
    ],
)
def test_what_sends_a_form_or_leads_elsewhere_is_not_pressed(browser, button):
    answer, server = asked(browser, BANNER % button)

    assert (answer["pressed"], answer["words"][:6]) == (False, "Reject")
    assert [path for _, path in server.asked if path.startswith("/sent")] == []


@pytest.mark.parametrize("words", ["Gwrthod cwcis", "No", "Only necessary cookies", "Use necessary cookies only", "Decline all", "Essential only", "Accept only essential cookies"])
def test_other_words_for_no(browser, words):
    answer, _ = asked(browser, BANNER % f"<button type=button>{words}</button>")

    assert answer["words"] == words


@pytest.mark.parametrize("words", ["Accept", "Notify me", "Natural cookies", "Set preferences", "Essential cookies", "Accept all and reject none"])
def test_words_that_are_no_no(browser, words):
    answer, _ = asked(browser, BANNER % f"<button type=button>{words}</button>")

    assert (answer["words"], answer["pressed"]) == ("", False)


@pytest.mark.parametrize("page", ["<h1>Apply</h1>", "<div class=cookie-banner hidden>Cookies</div>", "<body class=has-cookie-banner><h1>Apply</h1>"])
def test_a_page_without_a_banner_in_sight_has_no_answer(browser, page):
    assert asked(browser, page)[0] is None


@pytest.mark.parametrize("body", [b'<div class="govuk-cookie-banner">', b"<div id=CookieConsent>", b"onetrust.js", b'aria-label="Cookies on Permits"'])
def test_a_page_with_a_word_of_a_banner_concerns_the_probe(body):
    assert after_reject.concerns(body)


@pytest.mark.parametrize("body", [b"", b'<a href="/cookies">Cookies</a>', b"<h1>Details about cookies</h1>"])
def test_a_page_without_is_spared(body):
    assert not after_reject.concerns(body)
